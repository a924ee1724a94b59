//! What a villager does on the pages, without a script.
use axum::http::StatusCode;
use maud::Render as _;

use super::{path, towns};
use crate::rules::Kind;

#[tokio::test]
async fn two_taps_and_no_field_from_the_home_page() {
    for town in towns().await {
        let wish = town.thing(Kind::Warm, "保暖鞋，42 码").await;
        let (h, v) = (town.house.house(), kernel::view::View::plain(&town.house, kernel::words::Lang::Zh));
        let section = (crate::home_sections()[0].render)(h, v, town.station.clone()).await.unwrap().expect("a section");
        let home = section.render().into_string();
        assert!(home.contains("保暖鞋") && home.contains(&format!("href=\"{}\"", path(wish))), "{home}");
        let (_, me) = town.resident("13800000001").await;
        // The first tap.
        let card = town.get(Some(&me), &path(wish)).await;
        card.is(StatusCode::OK).says("等人来帮").says("御寒").says("三合镇").says("双方不见面");
        let form = card.body.split("<form").find(|form| form.contains("/claim\"")).expect("a form").to_owned();
        assert!(form.contains("我来帮") && !form.contains("type=\"text\"") && !form.contains("type=\"tel\""), "{form}");
        // The second, pressed twice.
        for _ in 0..2 {
            let done = town.send(Some(&me), &format!("{}/claim", path(wish)), &[("once", card.hidden("once"))]).await;
            assert_eq!((done.status, done.to()), (StatusCode::SEE_OTHER, path(wish).as_str()), "{}", done.body);
        }
        town.get(Some(&me), &path(wish)).await.says("您认领了").says("7月4日").says("还回去").hushes("我来帮");
        town.get(None, "/s/sanhe/wishes").await.says("现在没有等人帮的心愿").hushes("保暖鞋");
    }
}

#[tokio::test]
async fn whoever_is_signed_in_takes_one_up_from_the_list_and_a_stranger_does_not() {
    for town in towns().await {
        let wish = town.thing(Kind::Hobby, "一副象棋").await;
        let stranger = town.get(None, "/s/sanhe/wishes").await;
        stranger.says("一副象棋").hushes("/claim\"");
        town.get(None, &path(wish)).await.says("/sign-in?station=").hushes("/claim\"");
        let refused = town.send(None, &format!("{}/claim", path(wish)), &[]).await;
        refused.is(StatusCode::UNAUTHORIZED);
        town.get(None, &path(wish)).await.says("等人来帮");
        let (_, me) = town.resident("13800000001").await;
        let list = town.get(Some(&me), "/s/sanhe/wishes").await;
        list.says(&format!("action=\"{}/claim\"", path(wish)));
        let done = town.send(Some(&me), &format!("{}/claim", path(wish)), &[("once", list.hidden("once"))]).await;
        assert_eq!((done.status, done.to()), (StatusCode::SEE_OTHER, path(wish).as_str()), "{}", done.body);
    }
}

#[tokio::test]
async fn whoever_is_not_the_fastest_is_told_kindly_and_shown_another() {
    for town in towns().await {
        let wish = town.thing(Kind::Warm, "保暖鞋，42 码").await;
        let like = town.thing(Kind::Warm, "一床棉被").await;
        let (_, first) = town.resident("13800000001").await;
        let (_, second) = town.resident("13800000002").await;
        town.send(Some(&first), &format!("{}/claim", path(wish)), &[]).await.is(StatusCode::SEE_OTHER);
        let late = town.send(Some(&second), &format!("{}/claim", path(wish)), &[]).await;
        late.is(StatusCode::CONFLICT).says("role=\"alert\"").says("一床棉被").says(&path(like));
        // The page itself offers it too, to whoever comes by.
        town.get(Some(&second), &path(wish)).await.says("已经有人帮了").says("这个也在等人帮").says(&path(like));
        let again = town.send(Some(&first), &format!("{}/claim", path(wish)), &[]).await;
        again.is(StatusCode::CONFLICT).says("您认领了");
        // One that never was is answered like one that is gone.
        let never = format!("{}/claim", path(crate::WishId(town.house.new_id())));
        town.send(Some(&second), &never, &[]).await.is(StatusCode::CONFLICT).says("一床棉被");
    }
}

#[tokio::test]
async fn what_is_given_back_waits_again_and_nobody_has_too_many() {
    for town in towns().await {
        let mut all = vec![];
        for thing in ["一床棉被", "一双手套", "一顶帽子"] {
            all.push(town.thing(Kind::Warm, thing).await);
        }
        let (person, me) = town.resident("13800000001").await;
        let (_, other) = town.resident("13800000002").await;
        for wish in &all[..2] {
            town.send(Some(&me), &format!("{}/claim", path(*wish)), &[]).await.is(StatusCode::SEE_OTHER);
        }
        let third = town.send(Some(&me), &format!("{}/claim", path(all[2])), &[]).await;
        third.is(StatusCode::CONFLICT).says("href=\"/me\"");
        let (h, v) = (town.house.house(), kernel::view::View::plain(&town.house, kernel::words::Lang::Zh));
        let section = (crate::mine_sections()[0].render)(h, v, person).await.unwrap().expect("a section");
        let mine = section.into_string();
        assert!(mine.contains("一床棉被") && mine.contains("一双手套") && mine.contains("7月4日"), "{mine}");
        let page = town.get(Some(&me), &path(all[0])).await.body;
        let back = page.split("action=\"").find(|rest| rest.contains("/give-up\"")).expect("a form");
        let back = back.split('"').next().unwrap().to_owned();
        town.send(Some(&other), &back, &[]).await.is(StatusCode::NOT_FOUND);
        town.send(None, &back, &[]).await.is(StatusCode::UNAUTHORIZED);
        let done = town.send(Some(&me), &back, &[]).await;
        assert_eq!((done.status, done.to()), (StatusCode::SEE_OTHER, "/s/sanhe/wishes?done=given-up"));
        town.get(Some(&me), done.to()).await.says("还回去了").says("一床棉被");
        town.send(Some(&other), &format!("{}/claim", path(all[0])), &[]).await.is(StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn the_screen_in_the_hall_says_how_many_wait() {
    for town in towns().await {
        let today = async || {
            let v = kernel::view::View::plain(&town.house, kernel::words::Lang::Zh);
            crate::ON_TODAY(town.house.house(), v, town.station.clone()).await.unwrap()
        };
        assert_eq!(today().await, vec![]);
        town.thing(Kind::Hobby, "一副象棋").await;
        town.thing(Kind::Time, "帮写一封信").await;
        let said = today().await;
        assert_eq!((said.len(), said[0].what.as_str()), (1, "2 个心愿等人帮"));
    }
}
