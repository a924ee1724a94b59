//! A wish from the counter to the hand, page by page.
use axum::http::{StatusCode, header};

use super::{DESK, FORM, form};
use crate::public::tests::{path, towns};

#[tokio::test]
async fn from_a_draft_to_the_hand_of_whoever_wished_it() {
    for town in towns().await {
        let (me, li) = (&town.coordinator, &town.li);
        town.get(Some(&me.known), &format!("{DESK}/new")).await.says("骆驼堡村").says("只有您和站长看得到");
        let (id, code) = town.writes(me, &FORM).await;
        assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        town.get(None, &path(id)).await.is(StatusCode::NOT_FOUND);
        town.page(me, id).await.says("冶秀英").says("tel:13912345678").hushes(&code);
        town.presses(me, (id, "second-look"), &[("version", "1")]).await.is_kept();
        // Whoever wrote it down does not look at it, and nobody looks twice.
        let yes = [("version", "1"), ("answer", "yes")];
        town.presses(me, (id, "reviews"), &yes).await.is(StatusCode::CONFLICT);
        town.presses(li, (id, "reviews"), &yes).await.is_kept();
        town.presses(li, (id, "reviews"), &yes).await.is(StatusCode::CONFLICT);
        town.get(None, &path(id)).await.is(StatusCode::NOT_FOUND);
        town.get(Some(&town.ma.known), DESK).await.says("等您办的").says("保暖鞋").hushes("冶秀英");
        town.presses(&town.ma, (id, "reviews"), &yes).await.is_kept();
        town.get(None, &path(id)).await.is(StatusCode::OK).says("保暖鞋");

        let someone = [("name", "马师傅"), ("phone", "")];
        town.presses(li, (id, "claims"), &someone).await.is_kept();
        town.page(me, id).await.says("马师傅").says("给双方打电话");
        town.presses(li, (id, "contact"), &[]).await.is(StatusCode::NOT_FOUND);
        town.presses(me, (id, "contact"), &[]).await.is_kept();
        let nowhere = town.presses(li, (id, "delivery"), &[("place", " ")]).await;
        nowhere.is(StatusCode::UNPROCESSABLE_ENTITY).says("写上放在哪里");
        town.presses(li, (id, "delivery"), &[("place", "2 号柜")]).await.is_kept();
        town.page(li, id).await.says("2 号柜").says("交给本人").hushes("冶秀英").hushes("马师傅");
        let odd = town.presses(li, (id, "handover"), &[("code", "12")]).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY).says("写六位数字");
        let wrong = if code == "000000" { "000001" } else { "000000" };
        town.presses(li, (id, "handover"), &[("code", wrong)]).await.is(StatusCode::CONFLICT).hushes(wrong);
        let said = format!("{} {}", &code[..3], &code[3..]);
        town.presses(li, (id, "handover"), &[("code", &said)]).await.is_kept();
        town.get(None, &path(id)).await.says("圆梦了");
    }
}

#[tokio::test]
async fn the_digits_are_told_once_and_kept_by_nothing_in_between() {
    for town in towns().await {
        let me = Some(&town.coordinator.known);
        let once = form(&[("once", "k")]);
        let slip = town.send(me, &format!("{DESK}/new"), &once).await;
        assert_eq!(slip.header(header::CACHE_CONTROL), "no-store");
        let code = slip.hidden("code").to_owned();
        slip.says(&format!("{} {}", &code[..3], &code[3..])).hushes("保暖鞋").hushes("冶秀英");
        // A second tap is the same wish with the same slip.
        assert_eq!(town.send(me, &format!("{DESK}/new"), &once).await.hidden("code"), code);
        let id = slip.body.split(&format!("action=\"{DESK}/")).nth(1).and_then(|rest| rest.get(..36)).unwrap();
        let paper = town.send(me, &format!("{DESK}/{id}/slip"), &[("code", &code)]).await;
        paper.is(StatusCode::OK).says(&code[..3]).says("六位数字").hushes("保暖鞋");
        assert_eq!(paper.header(header::CACHE_CONTROL), "no-store");
        town.send(me, &format!("{DESK}/{id}/slip"), &[("code", "<b>")]).await.is(StatusCode::NOT_FOUND);
        let anew = town.send(me, &format!("{DESK}/{id}/code"), &[]).await;
        anew.is(StatusCode::OK).says("旧的作废");
        assert_eq!(anew.header(header::CACHE_CONTROL), "no-store");
        for who in [&town.coordinator, &town.manager, &town.li] {
            let page = town.get(Some(&who.known), &format!("{DESK}/{id}")).await;
            page.hushes(&code).hushes(anew.hidden("code"));
        }
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_once_and_what_was_typed_stays() {
    for town in towns().await {
        let me = Some(&town.coordinator.known);
        let new = format!("{DESK}/new");
        let wrong =
            town.send(me, &new, &[("item", "王奶奶的鞋"), ("name", "冶秀英"), ("phone", "1"), ("minor", "1")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("value=\"王奶奶的鞋\"").says("王奶奶");
        for field in ["kind", "band", "guardian", "consent", "consented", "phone"] {
            wrong.says(&format!("id=\"p-{field}\""));
        }
        for (field, value) in [("item", "买药的钱"), ("village", "630203102999"), ("village", "x"), ("name", "")] {
            let refused = town.send(me, &new, &form(&[(field, value)])).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).says(&format!("id=\"p-{field}\""));
        }
        let village = town.send(me, &new, &form(&[("item", "骆驼堡的鞋")])).await;
        village.is(StatusCode::UNPROCESSABLE_ENTITY).says("id=\"p-item\"").says("骆驼堡");
        town.get(me, DESK).await.says("现在没有要办的心愿");
        let child = form(&[("minor", "1"), ("guardian", "1")]);
        let (id, _) = town.writes(&town.coordinator, &child).await;
        town.page(&town.li, id).await.says("孩子的，家长已同意").hushes("冶秀英");
    }
}

#[tokio::test]
async fn one_that_is_written_anew_is_looked_at_again() {
    for town in towns().await {
        let (id, _) = town.opens().await;
        let edit = format!("{DESK}/{id}/edit");
        town.get(Some(&town.coordinator.known), &edit).await.says("value=\"保暖鞋，42 码\"").hushes("冶秀英");
        let anew = [("version", "1"), ("kind", "warm"), ("item", "保暖鞋，43 码"), ("band", "to-100"), ("village", "")];
        town.send(Some(&town.coordinator.known), &edit, &anew).await.is_kept();
        town.get(None, &path(id)).await.is(StatusCode::NOT_FOUND);
        let old = [("version", "1"), ("answer", "yes")];
        town.presses(&town.li, (id, "reviews"), &old).await.is(StatusCode::CONFLICT);
        for worker in [&town.li, &town.ma] {
            town.presses(worker, (id, "reviews"), &[("version", "2"), ("answer", "yes")]).await.is_kept();
        }
        town.get(None, &path(id)).await.says("43 码");
        let late = town.send(Some(&town.coordinator.known), &edit, &anew).await;
        late.is(StatusCode::CONFLICT).says("value=\"保暖鞋，43 码\"");
    }
}

#[tokio::test]
async fn what_is_taken_back_is_gone_and_whoever_cannot_bring_it_gives_it_back() {
    for town in towns().await {
        let (id, _) = town.opens().await;
        town.presses(&town.li, (id, "claims"), &[("name", "马师傅")]).await.is_kept();
        let page = town.page(&town.coordinator, id).await.body;
        let below = page.split("action=\"").find(|rest| rest.contains("/give-up\"")).expect("a form");
        let below = below.split('"').next().unwrap().to_owned();
        town.send(Some(&town.li.known), &below, &[]).await.is_kept();
        town.get(None, &path(id)).await.says("等人来帮");
        town.presses(&town.li, (id, "claims"), &[("name", "马师傅"), ("phone", "13900000000")]).await.is_kept();
        town.presses(&town.ma, (id, "withdrawal"), &[]).await.is_kept();
        town.get(Some(&town.ma.known), &format!("{DESK}?kept=erased")).await.says("全部删掉").hushes("保暖鞋");
        town.page(&town.coordinator, id).await.is(StatusCode::NOT_FOUND);
        town.get(None, &path(id)).await.is(StatusCode::NOT_FOUND);
    }
}

/// Whoever has no telephone for messages stands on the call list, which comes back to its own page.
#[tokio::test]
async fn whoever_gets_no_message_is_called() {
    for town in towns().await {
        let me = &town.coordinator;
        let (id, _) = town.writes(me, &form(&[("phone", "0972-8610000")])).await;
        town.presses(me, (id, "second-look"), &[("version", "1")]).await.is_kept();
        for worker in [&town.li, &town.ma] {
            town.presses(worker, (id, "reviews"), &[("version", "1"), ("answer", "yes")]).await.is_kept();
        }
        town.presses(&town.li, (id, "claims"), &[("name", "马师傅")]).await.is_kept();
        town.presses(&town.li, (id, "delivery"), &[("place", "2 号柜")]).await.is_kept();
        let (h, station) = (town.house.house(), town.station.clone());
        let to_call = async || {
            let (h, station) = (h.clone(), station.clone());
            let v = kernel::view::View::plain(&town.house, kernel::words::Lang::Zh);
            town.house.db.read(move |c| crate::to_call(c, &h, &v, &station)).await.unwrap()
        };
        let waits = to_call().await;
        assert_eq!(waits.len(), 1);
        let at = format!("/s/sanhe{}", waits[0].answered_at);
        let fields = [("answer", waits[0].answers[0].1), ("back", "/s/sanhe/desk/told")];
        let done = town.send(Some(&town.ma.known), &at, &fields).await;
        assert_eq!((done.status, done.to()), (StatusCode::SEE_OTHER, "/s/sanhe/desk/told"), "{}", done.body);
        assert!(to_call().await.is_empty());
        let elsewhere = town.send(Some(&town.ma.known), &at, &[("back", "https://example.org/")]).await;
        assert_eq!(elsewhere.to(), "/s/sanhe/desk/wishes?kept=1", "and never to the wish");
    }
}
