//! What a villager does on the pages, without a script.
use axum::http::{StatusCode, header};

use super::asking::{get, picture, post, send};
use super::towns;
use crate::tests::ZHAO;

const TEXT: &str = "骆驼堡村文化广场的路灯坏了三天";

#[tokio::test]
async fn one_field_and_a_photo_give_a_receipt_and_the_receipt_shows_it() {
    for town in towns().await {
        let form = get(&town, "/s/sanhe/opinions/new").await;
        let once = form.hidden("once");
        let text = form.text();
        assert!(!once.is_empty() && text.contains("enctype=\"multipart/form-data\"") && text.contains("钱大有"));
        assert!(!text.contains("data-stamp"), "a stamp is asked for only when many come");
        let fields = [("once", once.as_str()), ("text", TEXT), ("category", ""), ("place", ""), ("phone", "")];
        let left = send(&town, "/s/sanhe/opinions", &fields, &[&picture()]).await;
        assert_eq!(left.status, StatusCode::OK, "{}", left.text());
        assert_eq!(left.headers[header::CACHE_CONTROL], "no-store");
        let receipt = left.receipt();
        assert_eq!(receipt.len(), 16, "{}", left.text());
        let again = send(&town, "/s/sanhe/opinions", &fields, &[&picture()]).await;
        assert_eq!(again.receipt(), receipt, "a second tap is the same opinion");
        assert_eq!(town.inbox(0).await.len(), 1);

        let seen = post(&town, "/s/sanhe/opinions/follow", &[("receipt", &receipt)]).await;
        assert_eq!(
            (seen.status, &seen.headers[header::CACHE_CONTROL]),
            (StatusCode::OK, &header::HeaderValue::from_static("no-store"))
        );
        let page = seen.text();
        assert!(page.contains(TEXT) && page.contains("还没有人看过"), "{page}");
        let path = page.split("<img src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a photo");
        let photo = get(&town, path).await;
        assert_eq!((photo.status, &photo.bytes[..2]), (StatusCode::OK, &[0xff, 0xd8][..]));
        let forged = get(&town, &path.replace(".", "1.")).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let slip = post(&town, "/s/sanhe/opinions/slip", &[("receipt", &receipt)]).await;
        assert!(slip.text().contains(&receipt[..4]) && slip.text().contains("chit w80"));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_said_beside_its_field_and_what_was_typed_stays() {
    let town = towns().await.swap_remove(0);
    let fields = [("once", "1"), ("text", "  "), ("place", "文化广场"), ("phone", "123"), ("about-0", "钱大有")];
    let wrong = send(&town, "/s/sanhe/opinions", &fields, &[b"no picture"]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = wrong.text();
    for shown in ["写一句想说的", "读不出来", "照片要再选一次", "value=\"文化广场\"", "value=\"123\""]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(page.contains("value=\"钱大有\" checked"), "{page}");
    assert!(town.inbox(0).await.is_empty());
    for typed in ["", "1234 5678 9012 3456", "１２３"] {
        let wrong = post(&town, "/s/sanhe/opinions/follow", &[("receipt", typed)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(wrong.text().contains("role=\"alert\""));
    }
}

#[tokio::test]
async fn a_question_a_dispute_and_taking_it_back() {
    for town in towns().await {
        let left = post(&town, "/s/sanhe/opinions", &[("text", TEXT), ("may_publish", "1")]).await;
        let receipt = left.receipt();
        let id = town.inbox(0).await[0].id;
        town.given(id, ZHAO).await;
        crate::acts::ask(&town.doing, &town.staff[ZHAO], (id, "东边还是西边？".into()), None).await.unwrap();
        let follow = async |below: &str, more: &[(&str, &str)]| {
            let fields = [&[("receipt", receipt.as_str()), ("once", below)], more].concat();
            post(&town, &format!("/s/sanhe/opinions/follow{below}"), &fields).await
        };
        let asked = follow("", &[]).await.text();
        assert!(asked.contains("驿站问您一句") && asked.contains("东边还是西边？"), "{asked}");
        let nothing = follow("/replies", &[("text", "")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let replied = follow("/replies", &[("text", "东边。")]).await.text();
        assert!(replied.contains("回话交上去了") && replied.contains("东边。"), "{replied}");
        town.answered(id, ZHAO).await.unwrap();
        town.later(3).await;
        assert!(follow("", &[]).await.text().contains("答复了，解决了吗"));
        let disputed = follow("/disputes", &[("text", "又不亮了")]).await.text();
        // The tests begin on 27 June: three days later that day still counts.
        assert!(disputed.contains("记下了，接着办") && disputed.contains("还从6月27日您交上来那天算起"), "{disputed}");
        let early = follow("/solved", &[("satisfied", "very")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "there is no new answer yet");
        assert!(follow("/publication", &[("allow", "")]).await.text().contains("记下了，不登"));
        assert!(follow("/phone", &[("phone", "13800000000")]).await.text().contains("留了电话"));
        assert!(follow("/phone", &[("allow", "none")]).await.text().contains("电话抹掉了"));
        let gone = follow("/withdrawal", &[]).await.text();
        assert!(gone.contains("都抹掉了") && !gone.contains(TEXT), "{gone}");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_released_is_read_by_everybody_and_a_machine_leads_back_to_its_start() {
    let town = towns().await.swap_remove(0);
    let empty = get(&town, "/s/sanhe/opinions").await.text();
    assert!(empty.contains("还没有登出来的") && empty.contains("说到管事的人的意见不算在里面"));
    let mut posts = vec![];
    for n in 0..3 {
        let left = post(&town, "/s/sanhe/opinions", &[("text", &format!("路灯 {n}")), ("may_publish", "1")]).await;
        assert_eq!(left.status, StatusCode::OK);
    }
    for line in town.inbox(0).await {
        town.given(line.id, ZHAO).await;
        town.answered(line.id, ZHAO).await.unwrap();
        posts.push(town.masks(line.id).await.unwrap());
    }
    let path = format!("/s/sanhe/opinions/posts/{}", posts[0]);
    assert_eq!(get(&town, &path).await.status, StatusCode::NOT_FOUND, "not before Monday");
    town.later(3).await;
    let list = get(&town, "/s/sanhe/opinions").await.text();
    assert!(list.contains("路灯") && list.contains(&path), "{list}");
    assert!(get(&town, &path).await.text().contains("村口路灯坏了。"));
    let machine = get(&town, "/s/sanhe/opinions/new?at=kiosk").await.text();
    assert!(machine.contains("data-to=\"/s/sanhe/kiosk\"") && machine.contains("data-care"), "{machine}");
    assert!(machine.contains("不说了，回去") && !machine.contains("好了，记下了"), "{machine}");
    let left = post(&town, "/s/sanhe/opinions", &[("text", "路灯"), ("at", "kiosk")]).await;
    let slip = post(&town, "/s/sanhe/opinions/slip", &[("receipt", &left.receipt()), ("at", "kiosk")]).await.text();
    assert!(slip.contains("data-to=\"/s/sanhe/kiosk\""), "the slip is not left to whoever comes next: {slip}");
    assert!(!machine.contains("type=\"file\"") && !machine.contains("class=\"dock\""));
    assert!(get(&town, "/s/sanhe/opinions/paper").await.text().contains("意见单"));
}

#[tokio::test]
async fn nothing_is_promised_for_a_station_where_nobody_may_read_it() {
    let town = towns().await.swap_remove(0);
    let fields = [("text", TEXT), ("about-0", "王长青"), ("about-1", "李春梅")];
    let left = post(&town, "/s/sanhe/opinions", &fields).await;
    let slip = post(&town, "/s/sanhe/opinions/slip", &[("receipt", &left.receipt())]).await;
    for page in [left.text(), slip.text()] {
        assert!(page.contains("驿站的人看不到这件事") && !page.contains("前有人看"), "{page}");
    }
    // Whoever opens the address of a form again is asked for the receipt.
    for below in ["slip", "follow/replies", "follow/disputes"] {
        let asked = get(&town, &format!("/s/sanhe/opinions/{below}")).await;
        assert!(asked.status == StatusCode::OK && asked.text().contains("name=\"receipt\""), "{below}");
    }
}

#[tokio::test]
async fn a_form_that_was_sent_empty_stands_open() {
    let town = towns().await.swap_remove(0);
    let left = post(&town, "/s/sanhe/opinions", &[("text", TEXT)]).await;
    let page = post(&town, "/s/sanhe/opinions/follow/phone", &[("receipt", &left.receipt()), ("phone", "")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("<details class=\"card sec\" open>"), "{}", page.text());
}
