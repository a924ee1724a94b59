//! What is scanned and pressed at the counter, and what comes of it.
use super::*;
use crate::rules::Settings;

#[tokio::test]
async fn a_card_and_a_book_are_a_loan_and_a_book_alone_comes_back() {
    for counter in counters().await {
        let [code, other] = counter.lychees().await;
        let luo = &counter.room.luo;
        counter.get(DESK).await.is(StatusCode::OK).says("扫条码").hushes("手上的");
        let page = counter.press(&[("reader", &luo.card), ("barcode", &code)]).await;
        page.is(StatusCode::OK).says("借出去了").says("《长安的荔枝》").says("7月27日前还").says("罗大爷手上的 1 件");
        // The page knows them by a sealed line: neither their id nor their card is on it.
        page.hushes(&luo.card).hushes(&luo.person.to_string());
        let held = page.hidden("held");
        counter.press(&[("held", &held), ("barcode", &other)]).await.says("罗大爷手上的 2 件");
        assert_eq!(counter.has(luo).await, ["长安的荔枝", "长安的荔枝"]);
        counter.press(&[("barcode", &code)]).await.is(StatusCode::OK).says("还好了").says("放回A 架").hushes("罗大爷");
        assert_eq!(counter.has(luo).await.len(), 1);
        counter.press(&[("held", &held), ("barcode", &other), ("then", "back")]).await.says("还好了").says("罗大爷");
        assert!(!counter.is_lent(&other).await);
        for (kind, said) in counter.events().await {
            assert!(!said.contains(&luo.person.to_string()) && !said.contains("罗大爷"), "{kind}: {said}");
        }
        counter.sound().await;
    }
}

#[tokio::test]
async fn scans_go_where_the_cursor_stands() {
    for counter in counters().await {
        let [code, other] = counter.lychees().await;
        let ma = &counter.room.ma;
        // The card into the field of the book …
        let page = counter.press(&[("barcode", &format!("https://sanhe.example/card/{}", ma.card))]).await;
        page.is(StatusCode::OK).says("马秀英").says("手上没有借的书");
        let held = page.hidden("held");
        // … the address that the code beside the bars opens …
        let address = format!("https://sanhe.example/s/sanhe/library/copies/{code}");
        counter.press(&[("held", &held), ("barcode", &address)]).await.says("借出去了");
        // … and the next book of a pile into the field of the reader.
        counter.press(&[("barcode", &other)]).await.says("这本没有借出去").says("放回A 架");
        let next = counter.press(&[("reader", &code), ("barcode", &other), ("then", "lend")]).await;
        next.is(StatusCode::OK).says("还好了");
        assert!(!counter.is_lent(&code).await && !counter.is_lent(&other).await);
        counter.sound().await;
    }
}

#[tokio::test]
async fn a_double_tap_is_one_loan_and_one_return() {
    for counter in counters().await {
        let [code, _] = counter.lychees().await;
        let form = [("once", "k1"), ("reader", counter.room.luo.card.as_str()), ("barcode", code.as_str())];
        for _ in 0..2 {
            counter.press(&form).await.is(StatusCode::OK).says("借出去了");
        }
        for _ in 0..2 {
            counter.press(&[("once", "k2"), ("barcode", &code)]).await.is(StatusCode::OK).says("还好了");
        }
        let kinds: Vec<String> = counter.events().await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, ["loan.lent", "loan.returned"]);
        counter.sound().await;
    }
}

#[tokio::test]
async fn what_should_be_elsewhere_is_not_put_on_its_shelf() {
    use crate::rules::{Copy, Stands};
    for counter in counters().await {
        let ([code, _], at) = (counter.lychees().await, counter.room.station.id);
        let copy = counter.room.has.lychee.copies[0];
        for (stands, said, word) in [
            (Stands::Repair, "这本在修补", "repair"),
            (Stands::OnTheWay, "这本要送到别的驿站", "on-the-way"),
            (Stands::Gone, "书屋里没有了", "gone"),
        ] {
            let set = move |c: &mut Conn| {
                let now = catalogue::copy(c, at, copy)?;
                catalogue::set_copy(c, at, &Copy { stands, seen_on: None, ..now })
            };
            counter.room.house.db.write(set).await.unwrap();
            counter.press(&[("barcode", &code)]).await.is(StatusCode::OK).says(said).hushes("放回A 架");
            let back = counter.call(("POST", "/returns"), json!({ "barcode": code })).await;
            assert_eq!(back.is(StatusCode::OK).json()["stands"], word);
            let after = counter.room.sees(move |c, _, _| catalogue::copy(c, at, copy)).await.unwrap();
            assert_eq!((after.stands, after.seen_on), (stands, None));
        }
        counter.sound().await;
    }
}

#[tokio::test]
async fn words_lead_to_a_title_a_copy_and_a_card() {
    for counter in counters().await {
        let [code, _] = counter.lychees().await;
        for typed in ["荔枝", "cadl", "9787572608582", "978-7-5726-0858-2"] {
            counter.press(&[("barcode", typed)]).await.is(StatusCode::OK).says("长安的荔枝").says(&code).says("在架上");
        }
        let asked = counter.press(&[("barcode", &code), ("then", "lend")]).await;
        asked.is(StatusCode::OK).says("《长安的荔枝》借给谁？").says("autofocus");
        assert_eq!(asked.hidden("barcode"), code);
        let wrong = counter.press(&[("barcode", &code), ("then", "lend"), ("reader", "13800")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("13800").says(&code);
        counter.press(&[("barcode", "没有这样的书")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("没有找到");
        counter.press(&[]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("请扫书上的条码");
        counter.lends(&counter.room.luo, &code).await;
        counter.press(&[("barcode", "荔枝")]).await.says("借出去了，7月27日前还").says("在架上");
    }
}

#[tokio::test]
async fn limits_say_no_and_staff_may_lend_it_all_the_same() {
    for counter in counters().await {
        counter.room.decides(Settings { most_items: 1, ..Settings::default() }).await.unwrap();
        let ([code, _], hare) = (counter.lychees().await, counter.hare().await);
        let luo = &counter.room.luo;
        counter.lends(luo, &code).await;
        let no = counter.press(&[("reader", &luo.card), ("barcode", &hare)]).await;
        no.is(StatusCode::CONFLICT).says("还是借出去");
        assert!(!counter.is_lent(&hare).await);
        let held = no.hidden("held");
        counter.press(&[("held", &held), ("barcode", &hare), ("then", "despite")]).await.says("借出去了");
        let kinds: Vec<String> = counter.events().await.into_iter().map(|(kind, _)| kind).collect();
        assert!(kinds.contains(&"loan.lent-despite".to_owned()), "{kinds:?}");
        counter.sound().await;
    }
}

#[tokio::test]
async fn what_somebody_else_has_is_taken_back_before_it_is_lent() {
    for counter in counters().await {
        let (hare, room) = (counter.hare().await, &counter.room);
        counter.lends(&room.luo, &hare).await;
        let no = counter.press(&[("reader", &room.ma.card), ("barcode", &hare)]).await;
        no.is(StatusCode::CONFLICT).says("这本现在还回来").hushes("罗大爷");
        let held = no.hidden("held");
        counter.press(&[("held", &held), ("barcode", &hare), ("then", "back")]).await.says("还好了");
        counter.press(&[("held", &held), ("barcode", &hare)]).await.says("借出去了");
        assert_eq!((counter.has(&room.luo).await.len(), counter.has(&room.ma).await.len()), (0, 1));
        counter.sound().await;
    }
}

#[tokio::test]
async fn what_somebody_has_is_renewed_and_what_is_out_is_waited_for() {
    for counter in counters().await {
        let (hare, room) = (counter.hare().await, &counter.room);
        counter.lends(&room.luo, &hare).await;
        room.house.wait(jiff::SignedDuration::from_hours(24 * 5));
        let counter = Counter { clerk: token(room, &room.clerk).await, ..counter };
        let room = &counter.room;
        let loan = counter.reader(&room.luo).await.loans[0].loan.to_string();
        let form = [("reader", room.luo.card.as_str()), ("id", &loan), ("barcode", &hare), ("then", "renew")];
        counter.press(&form).await.is(StatusCode::OK).says("续好了").says("8月1日前还");
        counter.press(&form).await.is(StatusCode::CONFLICT);
        let title = room.has.hare.title.to_string();
        let asked = counter.press(&[("hold", &title)]).await;
        asked.is(StatusCode::OK).says("谁想等《猜猜我有多爱你》？");
        counter.press(&[("hold", &title), ("reader", &room.ma.card)]).await.says("排上队了").says("排在第 1 位");
        let back = counter.press(&[("barcode", &hare)]).await;
        back.says("先别上架").says("看是谁在等").hushes("马秀英");
        let page = counter.press(&[("reader", &room.ma.card)]).await;
        page.says("已经放着了");
        let hold = counter.reader(&room.ma).await.holds[0].hold.to_string();
        let form = [("held", page.hidden("held")), ("id", hold), ("then", "cancel".to_owned())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        counter.press(&form).await.is(StatusCode::OK).says("不等了");
        assert!(counter.reader(&room.ma).await.holds.is_empty());
        counter.sound().await;
    }
}
