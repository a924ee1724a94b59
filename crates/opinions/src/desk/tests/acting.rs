//! From the inbox to the end, by the pages.
use super::*;
use crate::acts;
use crate::rules::{Look, Satisfied, State};

const LAMP: &str = "文化广场的路灯坏了三天";

#[tokio::test]
async fn one_main_button_leads_from_state_to_state() {
    for town in towns().await {
        let id = town.left(LAMP).await;
        let path = format!("{DESK}/{id}");
        town.get(&town.manager, DESK).await.says("路灯").says("以前看完、派出去");
        town.get(&town.manager, &path).await.says("先看一遍").says(LAMP);
        town.give(id, &town.clerk).await;
        town.get(&town.manager, &path).await.says("在李文斌手上");
        town.get(&town.clerk, &path).await.says("按一下，对方就知道有人在办了");
        town.send(&town.clerk, &format!("{path}/beginnings"), &[]).await.is_kept();
        town.send(&town.clerk, &format!("{path}/questions"), &[("question", "哪一盏？")]).await.is_kept();
        assert!(town.seen(id).await.question_open);
        acts::reply(&town.doing(), &Holder { id }, "东边那盏".into(), None).await.unwrap();
        town.get(&town.clerk, &path).await.says("东边那盏").says("说这件事的人");
        town.send(&town.clerk, &format!("{path}/notes"), &[("note", "已约电工")]).await.is_kept();
        let empty = town.send(&town.clerk, &format!("{path}/answers"), &[("answer", "  ")]).await;
        empty.is(StatusCode::UNPROCESSABLE_ENTITY).says("请写上");
        let long = "长".repeat(2001);
        let again = town.send(&town.clerk, &format!("{path}/answers"), &[("answer", &long)]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says(&long).says("最多 2000 字");
        town.send(&town.clerk, &format!("{path}/answers"), &[("answer", "换了灯泡")]).await.is_kept();
        town.get(&town.clerk, &path).await.says("等对方说解决了没有");
        let seen = town.seen(id).await;
        assert_eq!(seen.state, State::Answered);
        assert!(seen.steps.iter().all(|s| s.text.as_deref() != Some("已约电工")), "a note is between colleagues");
        acts::dispute(&town.doing(), &Holder { id }, ("还是不亮".into(), vec![]), None).await.unwrap();
        town.get(&town.clerk, &path).await.says("还是不亮").says("期限还从第一天算").says("再答复一次");
        town.send(&town.clerk, &format!("{path}/answers"), &[("answer", "线路也修了")]).await.is_kept();
        acts::solved(&town.doing(), &Holder { id }, Some(Satisfied::Yes)).await.unwrap();
        town.get(&town.clerk, &path).await.says("这件事办结了");
        let over = town.send(&town.clerk, &format!("{path}/beginnings"), &[]).await;
        over.is(StatusCode::CONFLICT).says("已经结了");
        town.get(&town.clerk, DESK).await.hushes("路灯");
        town.get(&town.clerk, &format!("{DESK}?state=solved")).await.says("路灯");
    }
}

#[tokio::test]
async fn a_double_tap_does_one_thing() {
    for town in towns().await {
        let id = town.left(LAMP).await;
        town.give(id, &town.clerk).await;
        for _ in 0..2 {
            let form = [("once", "k"), ("note", "已约电工")];
            town.send(&town.clerk, &format!("{DESK}/{id}/notes"), &form).await.is_kept();
        }
        let page = town.get(&town.clerk, &format!("{DESK}/{id}")).await;
        assert_eq!(page.body.matches("已约电工").count(), 1);
    }
}

#[tokio::test]
async fn the_late_come_first_and_a_new_hand_does_not_stop_the_clock() {
    for mut town in towns().await {
        let old = town.left("水沟堵了").await;
        town.give(old, &town.clerk).await;
        town.later(40).await;
        let new = town.left(LAMP).await;
        town.give(new, &town.clerk).await;
        town.give(old, &town.other_clerk).await;
        let page = town.get(&town.manager, &format!("{DESK}?show=all")).await;
        page.says("超期的 1 件").says("在办的 1 件").says("超期了，该在");
        let at = |words| page.body.find(words).unwrap();
        assert!(at("水沟堵了") < at("路灯坏了"));
        town.get(&town.other_clerk, DESK).await.says("超期了，该在").says("水沟堵了");
        let month = town.get(&town.manager, &format!("{DESK}/month?month=2026-06")).await;
        month.says("水沟堵了").says("太少，说不准：1 件");
    }
}

#[tokio::test]
async fn what_is_not_for_the_station_and_what_is_the_same() {
    for town in towns().await {
        let (one, two) = (town.left("广场东边的路灯不亮").await, town.left("文化广场路灯不亮了").await);
        let elsewhere = town.left("高速路口太堵").await;
        let page = town.get(&town.manager, &format!("{DESK}/{one}")).await;
        page.says("文化广场路灯不亮了");
        let none = town.send(&town.manager, &format!("{DESK}/{one}/merging"), &[]).await;
        none.is(StatusCode::UNPROCESSABLE_ENTITY).says("请选一个");
        let (own, into) = (one.to_string(), two.to_string());
        let itself = town.send(&town.manager, &format!("{DESK}/{one}/merging"), &[("into", own.as_str())]).await;
        itself.is(StatusCode::CONFLICT);
        town.send(&town.manager, &format!("{DESK}/{one}/merging"), &[("into", into.as_str())]).await.is_kept();
        assert_eq!(town.seen(one).await.state, State::Merged);
        let sent = [("elsewhere", "找高速公路管理所")];
        town.send(&town.manager, &format!("{DESK}/{elsewhere}/elsewhere"), &sent).await.is_kept();
        let seen = town.seen(elsewhere).await;
        assert_eq!((seen.state, seen.out_of_scope.as_deref()), (State::OutOfScope, Some("找高速公路管理所")));
    }
}

#[tokio::test]
async fn a_print_says_who_printed_it_and_whoever_said_it_can_read_that() {
    for town in towns().await {
        let id = town.left(LAMP).await;
        town.give(id, &town.clerk).await;
        let before = town.seen(id).await.viewers.iter().filter(|v| v.look == Look::Printed).count();
        assert_eq!(before, 0);
        let sheet = town.get(&town.clerk, &format!("{DESK}/{id}/print")).await;
        sheet.is(StatusCode::OK).says(LAMP).says("class=\"watermark\"");
        assert!(sheet.body.matches("李文斌 · 2026-06-27 12:00 打印").count() > 10, "{}", sheet.body);
        assert!(sheet.keep.contains("no-store"), "{}", sheet.keep);
        let printed: Vec<_> = town.seen(id).await.viewers.into_iter().filter(|v| v.look == Look::Printed).collect();
        assert_eq!(printed.len(), 1);
        assert_eq!((printed[0].name.as_str(), printed[0].desk.as_deref()), (CLERK, Some("民政窗口")));
        // Within a quarter of an hour it is one look; later it is another.
        town.get(&town.clerk, &format!("{DESK}/{id}")).await;
        town.get(&town.clerk, &format!("{DESK}/{id}")).await;
        let opened = |seen: &Seen| seen.viewers.iter().filter(|v| v.look == Look::Opened && v.name == CLERK).count();
        assert_eq!(opened(&town.seen(id).await), 1);
        town.house.wait(jiff::SignedDuration::from_mins(16));
        town.get(&town.clerk, &format!("{DESK}/{id}")).await;
        assert_eq!(opened(&town.seen(id).await), 2);
        let month = town.get(&town.manager, &format!("{DESK}/month/print")).await;
        assert!(month.body.matches("祁海燕 · 2026-06-27 12:16 打印").count() > 10, "{}", month.body);
    }
}
