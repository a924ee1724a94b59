use axum::http::StatusCode;
use kernel::words::{self, Lang};
use people::Role;
use serde_json::json;

use crate::desk::tests::town::{API, DESK, call, get, send, works_here};
use crate::tests::towns;

#[test]
fn every_page_has_a_sample_in_both_languages_without_a_missing_text() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for lang in [Lang::Zh, Lang::En] {
        let v = kernel::view::View::plain(&house, lang);
        for (name, page) in crate::setup::samples(&v).expect("the samples can be drawn") {
            let page = page.replace("/assets/", "");
            for odd in ["setup-", "errands-", "{ $", " style=", "<style", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}: {page}");
            }
        }
    }
    assert_eq!(words::keys(crate::SETUP_TEXTS.zh), words::keys(crate::SETUP_TEXTS.en));
}

#[tokio::test]
async fn a_manager_adds_renames_retires_and_brings_back() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, None);
        let page = |path: &str| format!("{DESK}/lines{path}");
        let new =
            [("once", "a"), ("letter", "e"), ("slug", "jobs"), ("name_zh", "就业"), ("hours", "Mo-Fr 08:30-12:00")];
        for _ in 0..2 {
            assert_eq!(send(&town, &manager, &page("/new"), &new).await.to, page(""));
        }
        let odd = send(&town, &manager, &page("/new"), &[("letter", "乙"), ("slug", "Jobs!"), ("name_zh", " ")]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(["p-letter", "p-slug", "p-name_zh"].iter().all(|id| odd.says(id)), "{}", odd.body);
        let seen = get(&town, &manager, &page("/3")).await.hidden("seen");
        let named = [("seen", seen.as_str()), ("name_zh", "就业培训")];
        assert_eq!(send(&town, &manager, &page("/3"), &named).await.to, page(""));
        let late = send(&town, &manager, &page("/3"), &[("seen", seen.as_str()), ("name_zh", "别的")]).await;
        assert!(late.status == StatusCode::CONFLICT && late.says("别人刚改过"), "{}", late.body);
        let sign = [("once", "b"), ("id", "12"), ("note_zh", "二楼"), ("line", "3"), ("line", "1")];
        assert_eq!(send(&town, &manager, &page("/desks/new"), &sign).await.to, page("?kept=12"));
        let all = get(&town, &manager, &page("")).await;
        assert!(all.says("就业培训") && all.says("二楼") && all.says("E"), "{}", all.body);
        let hangs = send(&town, &manager, &page("/retired"), &[("what", "line"), ("id", "1")]).await;
        assert!(hangs.status == StatusCode::CONFLICT && hangs.says("高龄补贴"), "{}", hangs.body);
        assert_eq!(
            send(&town, &manager, &page("/retired"), &[("what", "line"), ("id", "3")]).await.to,
            page("/retired")
        );
        assert!(get(&town, &manager, &page("/retired")).await.says("就业培训"));
        let back = [("what", "line"), ("id", "3"), ("back", "1")];
        assert_eq!(send(&town, &manager, &page("/retired"), &back).await.to, page("/retired"));
        assert!(get(&town, &manager, &page("/retired")).await.says("没有停用的"));
        let clerk = works_here(&town, Role::Clerk, None);
        assert_eq!(send(&town, &clerk, &page("/retired"), &back).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_program_of_a_manager_does_the_same() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, None);
        let new = json!({ "slug": "jobs", "letter": "E", "name": { "zh": "就业" } });
        let added = call(&town, &manager, ("POST", "/desk/lines"), new).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        let mut edit = added.json()["written"].take();
        edit["name"] = json!({ "zh": "就业培训" });
        let kept = call(&town, &manager, ("PUT", "/desk/lines/3"), edit).await;
        assert_eq!(kept.json()["written"]["name"]["zh"], "就业培训", "{}", kept.body);
        let sign = call(&town, &manager, ("POST", "/desk/desks"), json!({ "id": 12, "lines": [3] })).await;
        assert_eq!((sign.status, &sign.json()["lines"]), (StatusCode::CREATED, &json!([3])));
        let mut edit = sign.json()["written"].take();
        edit["note"] = json!({ "zh": "二楼" });
        assert_eq!(call(&town, &manager, ("PUT", "/desk/desks/12"), edit).await.status, StatusCode::OK);
        let odd = call(&town, &manager, ("POST", "/desk/desks"), json!({ "id": 1000 })).await;
        assert!(odd.json()["fields"]["id"].is_string(), "{}", odd.body);
        let hangs = call(&town, &manager, ("POST", "/desk/retired"), json!({ "what": "line", "id": 1 })).await;
        assert_eq!(hangs.json()["type"], "/problems/matters-name-it", "{}", hangs.body);
        let gone = call(&town, &manager, ("POST", "/desk/retired"), json!({ "what": "desk", "id": 12 })).await;
        assert_eq!(gone.json(), json!([{ "what": "desk", "id": 12, "name": { "zh": "二楼", "en": "" } }]));
        let back = call(&town, &manager, ("DELETE", "/desk/retired/desk/12"), json!({})).await;
        assert_eq!((back.status, back.json()), (StatusCode::OK, json!([])));
        let all = get(&town, &manager, &format!("{API}/desk/desks")).await.json();
        assert_eq!(all.as_array().map(Vec::len), Some(9));
    }
}
