//! Taking a notice down needs two, and that it was there stays to be read.
use super::*;

#[tokio::test]
async fn two_take_it_down_and_a_page_says_why() {
    for town in towns().await {
        let id = town.tells(text("集市照片", "很热闹。")).await;
        let (house, station) = (&town.house, &town.station);
        let ask = |who: StaffId| acts::ask_down(house, station, (id, "照片里的人不愿意".into()), (who, None));
        ask(town.li.at.id).await.unwrap();
        assert_eq!(refused(ask(town.qi.at.id).await), NoNotice::DownAsked);
        let confirm = |who: StaffId| acts::confirm_down(house, station, (id, 1), (who, None));
        assert_eq!(refused(confirm(town.li.at.id).await), NoNotice::SameHandDown);
        assert_eq!(town.get(&format!("/s/sanhe/notices/{id}")).await.status, StatusCode::OK, "until then it stays");
        confirm(town.qi.at.id).await.unwrap();
        assert_eq!(refused(confirm(town.qi.at.id).await), NoNotice::NoDownAsked);
        let page = town.get(&format!("/s/sanhe/notices/{id}")).await;
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.text().contains("照片里的人不愿意") && !page.text().contains("很热闹"));
        assert!(!page.text().contains("集市照片"), "not even its title");
        assert!(town.found("集市").await.is_empty());
        assert!(town.list(Wanted { most: 10, ..Wanted::default() }).await.0.is_empty());
        assert_eq!(town.get(&format!("/s/sanhe/notices/{id}/poster")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(town.done().await[3..], ["notice.down-asked", "notice.taken-down"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn it_may_be_kept_up_and_asked_for_again() {
    for town in towns().await {
        let id = town.tells(text("集市照片", "很热闹。")).await;
        let (house, station) = (&town.house, &town.station);
        for (why, nr) in [("一", 1), ("二", 2)] {
            acts::ask_down(house, station, (id, why.into()), (town.li.at.id, None)).await.unwrap();
            acts::keep_up(house, station, (id, nr), town.li.at.id).await.unwrap();
        }
        assert_eq!(refused(acts::keep_up(house, station, (id, 2), town.qi.at.id).await), NoNotice::NoDownAsked);
        assert_eq!(town.whole(id).await.downs.iter().map(|d| d.why.as_str()).collect::<Vec<_>>(), ["二", "一"]);
        town.public(id).await;
        town.sound().await;
    }
}

/// Somebody has the page open with one reason, which is withdrawn; another is given meanwhile.
#[tokio::test]
async fn only_the_wish_that_was_read_is_decided() {
    for town in towns().await {
        let id = town.tells(text("集市照片", "很热闹。")).await;
        let (house, station, li, qi) = (&town.house, &town.station, town.li.at.id, town.qi.at.id);
        acts::ask_down(house, station, (id, "写错了".into()), (li, None)).await.unwrap();
        let page = town.get_as(&town.qi, &format!("/s/sanhe/desk/notices/{id}")).await.text();
        assert!(page.contains("name=\"down\" value=\"1\""), "{page}");
        acts::keep_up(house, station, (id, 1), li).await.unwrap();
        acts::ask_down(house, station, (id, "不好看".into()), (li, None)).await.unwrap();
        let path = format!("/s/sanhe/desk/notices/{id}/take-down");
        let late = town.send(&town.qi, &format!("{path}/confirmation"), &[("down", "1")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text());
        assert_eq!(
            town.send(&town.qi, &format!("{path}/refusal"), &[("down", "1")]).await.status,
            StatusCode::CONFLICT
        );
        town.public(id).await;
        acts::confirm_down(house, station, (id, 2), (qi, None)).await.unwrap();
        assert!(matches!(town.look(id).await, Ok(Look::Down(down)) if down.why == "不好看"));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_taken_down_comes_back_corrected_by_two() {
    for town in towns().await {
        let id = town.tells(text("集市照片", "张三和李四。")).await;
        town.takes_down(id, "不该写名字").await;
        let again = (text("集市照片", "很热闹。"), "去掉了名字");
        assert_eq!(town.rewrites(&town.qi, (id, 1), again).await.unwrap(), 2);
        town.publishes(&town.li, id, 2).await.unwrap();
        assert_eq!(town.public(id).await.corrections[0].what, "去掉了名字");
        assert!(town.found("张三").await.is_empty() && town.found("热闹").await == [id]);
        town.sound().await;
    }
}
