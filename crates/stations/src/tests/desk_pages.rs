use axum::http::StatusCode;
use kernel::event;
use people::Role;

use crate::tests::town::{SANHE, at_once, desk, get, towns, works_here};

const FORM: &str = "name_zh=%E4%B8%89%E5%90%88&name_en=&address=%E9%99%A2%E5%86%85&phone=&at=36.42%2C+102.03&zone=Asia%2FShanghai&once=k1&hours=";

#[tokio::test]
async fn only_a_manager_of_the_station_gets_to_its_page() {
    for town in towns() {
        assert_eq!(get(&town, "/s/sanhe/desk/station").await.0, StatusCode::UNAUTHORIZED);
        let clerk = works_here(&town, "clerk", Role::Clerk);
        assert_eq!(desk(&town, &clerk, "/s/sanhe/desk/station", None).await.0, StatusCode::NOT_FOUND);
        let manager = works_here(&town, "manager", Role::Manager);
        let (status, page) = desk(&town, &manager, "/s/sanhe/desk/station", None).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("Mo-Su 06:00-22:00") && page.contains("data-preview"), "{page}");
        assert_eq!(desk(&town, &manager, "/s/sanhe/desk", None).await.1, "/s/sanhe/desk/cards");
    }
}

#[tokio::test]
async fn a_change_is_saved_once_and_seen_at_once() {
    for town in towns() {
        let manager = works_here(&town, "manager", Role::Manager);
        let form = format!("{FORM}Mo-Su+08:00-20:00");
        for _ in 0..2 {
            let (status, place) = desk(&town, &manager, "/s/sanhe/desk/station", Some(&form)).await;
            assert_eq!((status, place.as_str()), (StatusCode::SEE_OTHER, "/s/sanhe/desk/station?saved=1"));
        }
        let changes = at_once(&town, |c| event::latest(c, SANHE, i64::MAX, 9)).expect("events");
        assert_eq!(changes.iter().filter(|e| e.kind == "station.changed").count(), 1, "sent twice, done once");
        assert!(get(&town, "/s/sanhe").await.1.contains("大门今天 8:00–20:00"));
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_what_was_typed() {
    for town in towns() {
        let manager = works_here(&town, "manager", Role::Manager);
        let form = format!("{FORM}8-18").replace("36.42", "136.42").replace("phone=", "phone=12");
        let (status, page) = desk(&town, &manager, "/s/sanhe/desk/station", Some(&form)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for said in ["要写分钟", "写成这样就行：08:00-18:00", ">8-18</textarea>", "136.42, 102.03", "先北纬后东经"]
        {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(get(&town, "/s/sanhe").await.1.contains("大门今天 6:00–22:00"), "nothing was changed");
    }
}

#[tokio::test]
async fn hours_are_shown_before_they_are_saved_with_and_without_a_script() {
    for town in towns() {
        let manager = works_here(&town, "manager", Role::Manager);
        let path = "/s/sanhe/desk/station/opening-preview?hours=";
        let (_, good) = desk(&town, &manager, &format!("{path}Mo-Fr+09:00-17:00"), None).await;
        assert!(good.starts_with(r#"<div id="opening-preview""#) && good.contains("9:00–17:00"), "{good}");
        let (status, bad) = desk(&town, &manager, &format!("{path}22:00%2B"), None).await;
        assert!(status == StatusCode::OK && bad.contains("要写到几点关"), "{bad}");
        let shown = format!("{FORM}Mo-Fr+09:00-17:00&show=1");
        let (status, page) = desk(&town, &manager, "/s/sanhe/desk/station", Some(&shown)).await;
        assert!(status == StatusCode::OK && page.contains("9:00–17:00"));
        assert!(get(&town, "/s/sanhe").await.1.contains("大门今天 6:00–22:00"), "only shown");
    }
}

#[tokio::test]
async fn owners_are_added_and_renamed() {
    for town in towns() {
        let manager = works_here(&town, "manager", Role::Manager);
        let add = "name_zh=%E6%96%87%E6%98%8E%E5%AE%9E%E8%B7%B5%E6%89%80&name_en=&once=a";
        for _ in 0..2 {
            assert_eq!(desk(&town, &manager, "/s/sanhe/desk/owners", Some(add)).await.0, StatusCode::SEE_OTHER);
        }
        let rename = "name_zh=%E6%96%B0&name_en=New&once=b";
        assert_eq!(desk(&town, &manager, "/s/sanhe/desk/owners/2", Some(rename)).await.0, StatusCode::SEE_OTHER);
        let owners = at_once(&town, |c| crate::owners(c, SANHE)).expect("owners");
        let names: Vec<&str> = owners.iter().map(|o| o.name_zh.as_str()).collect();
        assert_eq!(names, ["党群活动中心", "新", "文明实践所"]);
        let empty = "name_zh=&name_en=&once=c";
        let (status, page) = desk(&town, &manager, "/s/sanhe/desk/owners", Some(empty)).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("请写名字"));
        assert_eq!(desk(&town, &manager, "/s/sanhe/desk/owners/9", None).await.0, StatusCode::NOT_FOUND);
    }
}
