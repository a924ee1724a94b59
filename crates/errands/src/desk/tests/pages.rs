use axum::http::StatusCode;
use kernel::words;
use people::Role;

use super::town::{DESK, get, get_in, works_here};
use crate::acts::Press;
use crate::rules::{Drawing, Priority};
use crate::tests::{in_line, towns};

const CLERKS: [&str; 11] = [
    "/calls",
    "/calls?desk=2",
    "/calls?desk=99",
    "/presence",
    "/told",
    "/presence?of=2&is=field",
    "/presence?is=leave",
    "/tickets/new",
    "/tickets/pads",
    "/lounge",
    "/my-week",
];
const MANAGERS: [&str; 12] = [
    "/lines",
    "/lines/closing",
    "/lines/new",
    "/lines/1",
    "/lines/desks/new",
    "/lines/desks/1/note",
    "/lines/retired",
    "/matters",
    "/matters/new",
    "/matters/old-age-allowance",
    "/officials/new",
    "/officials/1",
];

#[tokio::test]
async fn a_clerk_has_the_day_and_a_manager_has_everything() {
    for town in towns().await {
        let (clerk, manager) = (works_here(&town, Role::Clerk, Some(1)), works_here(&town, Role::Manager, None));
        for path in CLERKS.iter().chain(&MANAGERS) {
            let path = &format!("{DESK}{path}");
            assert_eq!(get(&town, &manager, path).await.status, StatusCode::OK, "{path}");
            assert_eq!(get(&town, "nobody", path).await.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        for path in CLERKS {
            assert_eq!(get(&town, &clerk, &format!("{DESK}{path}")).await.status, StatusCode::OK, "{path}");
        }
        for path in MANAGERS {
            assert_eq!(get(&town, &clerk, &format!("{DESK}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(words::keys(crate::DESK_TEXTS.zh), words::keys(crate::DESK_TEXTS.en));
}

#[tokio::test]
async fn no_page_shows_a_key_or_has_style_or_script_of_its_own() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, Some(1));
        let ids = town.drawn(3).await;
        town.favoured(Priority::Elderly).await;
        town.draw(Drawing { matters: vec![1], ..in_line(1) }).await.unwrap();
        town.draw(Drawing { on_site: false, ..in_line(1) }).await.unwrap();
        for press in [None, Some(Press::Serve), Some(Press::Pause)] {
            match press {
                None => drop(town.next(1).await.unwrap()),
                Some(press) => {
                    let at_desk = town.current(1).await.expect("somebody is at the desk");
                    town.press(at_desk, press).await.unwrap();
                }
            }
            for path in CLERKS.iter().chain(&MANAGERS) {
                for lang in ["zh-CN", "en"] {
                    let page = get_in(&town, &manager, &format!("{DESK}{path}"), lang).await;
                    for odd in [
                        "errands-",
                        "hall-",
                        "pads-no",
                        "lounge-",
                        "setup-",
                        "promises-",
                        "people-name",
                        " style=",
                        "<style",
                        "onclick",
                        "<script>",
                    ] {
                        let body = page.body.replace("/assets/", "");
                        let shown = body.replace("name=\"errands-", "");
                        assert!(!shown.contains(odd), "{path} in {lang} has {odd}: {}", page.body);
                    }
                }
            }
        }
        assert_eq!(ids.len(), 3);
    }
}

#[test]
fn every_page_has_a_sample_in_both_languages() {
    let house = kernel::testing::on_sqlite(&[], &[vec![kernel::TEXTS], stations::texts(), crate::texts()].concat());
    for lang in [kernel::words::Lang::Zh, kernel::words::Lang::En] {
        let v = kernel::view::View::plain(&house, lang);
        let samples = super::super::samples(&v).expect("the samples can be drawn");
        assert!(samples.len() >= 15, "{}", samples.len());
        for (name, page) in samples {
            let page = page.replace("/assets/", "");
            for odd in ["errands-", "hall-", "promises-", " style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}: {page}");
            }
        }
    }
}
