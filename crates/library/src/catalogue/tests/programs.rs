//! The JSON API, through the router.
use data_encoding::BASE64;
use serde_json::json;

use super::*;

#[tokio::test]
async fn a_program_takes_in_looks_up_changes_and_takes_out() {
    for room in desks().await {
        let photo = BASE64.encode(include_bytes!("../../../../../fixtures/sanhe/photos/fair.jpg"));
        let new = json!({
            "title": { "isbn": "978-7-99999-001-7", "title": "山那边的灯", "authors": "林小满", "year": 2024, "kind": "book" },
            "copies": { "shelf": "a1", "count": 2, "source": "县图书馆配送" },
            "cover": photo,
        });
        let made = room.calls(("POST", "/titles"), new).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let made = made.json();
        let path = format!("/titles/{}", made["title"].as_str().unwrap());
        let whole = room.calls(("GET", &path), json!({})).await.json();
        assert_eq!((&whole["title"]["copies"], &whole["title"]["card"]["isbn"]), (&json!(2), &json!("9787999990017")));
        assert!(whole["title"]["cover"].as_str().unwrap().ends_with("/cover"));
        let known = room.calls(("GET", "/isbns/9787999990017"), json!({})).await.json();
        assert_eq!((&known["title"], &known["card"]["title"]), (&made["title"], &json!("山那边的灯")));
        assert_eq!(room.calls(("GET", "/isbns/9787999990018"), json!({})).await.status, StatusCode::NOT_FOUND);
        assert_eq!(room.calls(("GET", "/isbns/9787999990024"), json!({})).await.json(), json!({}));
        let found = room.calls(("GET", "/titles?q=snbdd"), json!({})).await.json();
        assert_eq!(found["titles"][0]["id"], made["title"]);
        let changed = json!({ "title": "山这边的灯", "kind": "book", "for_children": true });
        assert_eq!(room.calls(("PUT", &path), changed).await.json()["title"]["card"]["title"], "山这边的灯");
        let more = room.calls(("POST", &format!("{path}/copies")), json!({ "shelf": "door", "count": 1 })).await;
        assert_eq!(more.status, StatusCode::CREATED);
        let copy = format!("/copies/{}", more.json()["copies"][0].as_str().unwrap());
        let gone = room.calls(("PUT", &copy), json!({ "shelf": "a1", "stands": "gone" })).await.json();
        assert_eq!((&gone["stands"], &gone["shelf"]), (&json!("gone"), &json!("a1")));
        let away = room.calls(("PUT", &copy), json!({ "shelf": "a1", "stands": "on-the-way" })).await;
        assert_eq!(
            (away.status, away.json()["type"].clone()),
            (StatusCode::CONFLICT, json!("/problems/copy-is-on-the-way"))
        );
        room.sound().await;
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong() {
    for room in desks().await {
        let new = json!({ "title": { "isbn": "1", "title": "", "year": 3000, "note": "坏\u{0}字" }, "copies": { "shelf": "zz", "count": 51 } });
        let wrong = room.calls(("POST", "/titles"), new).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = wrong.json()["fields"].clone();
        for field in ["isbn", "title", "year", "note", "shelf", "count"] {
            assert!(fields[field].is_string(), "{field}: {fields}");
        }
        let odd = json!({ "title": { "title": "一", "x": 1 }, "copies": { "shelf": "a1", "count": 1 } });
        assert_eq!(room.calls(("POST", "/titles"), odd).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let cover = json!({ "file": "!" });
        let path = format!("/titles/{}/cover", room.has.hare.title);
        assert_eq!(room.calls(("PUT", &path), cover).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unknown = format!("/copies/{}", room.house.new_id());
        let missing = room.calls(("PUT", &unknown), json!({ "shelf": "a1", "stands": "here" })).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_program_reads_a_file_in_after_a_look() {
    for room in desks().await {
        let file = BASE64.encode("书名,条码\n山那边的灯,A1\n坏的,??\n".as_bytes());
        let look = room.calls(("POST", "/import"), json!({ "file": file, "look": true, "shelf": "a1" })).await.json();
        assert_eq!((&look["new_titles"], &look["refused"][0]["at"]), (&json!(1), &json!(3)));
        let done = room.calls(("POST", "/import"), json!({ "file": file, "shelf": "a1" })).await.json();
        assert_eq!(done["new_copies"], 1);
        let again = room.calls(("POST", "/import"), json!({ "file": file })).await.json();
        assert_eq!((&again["new_copies"], &again["known"]), (&json!(0), &json!(1)));
        let wrong = room.calls(("POST", "/import"), json!({ "file": BASE64.encode(b"x"), "shelf": "zz" })).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.json()["fields"]["file"].is_string() && wrong.json()["fields"]["shelf"].is_string());
    }
}

#[tokio::test]
async fn a_program_puts_up_a_shelf() {
    for room in desks().await {
        let made = room.calls(("POST", "/shelves"), json!({ "code": "b2", "name_zh": "农技" })).await;
        assert_eq!((made.status, made.json()["id"].clone()), (StatusCode::CREATED, json!(3)));
        let changed = room.calls(("PUT", "/shelves/3"), json!({ "name_zh": "农技书", "honesty": true })).await.json();
        assert_eq!(
            (&changed["name_zh"], &changed["honesty"], &changed["code"]),
            (&json!("农技书"), &json!(true), &json!("b2"))
        );
        let all = room.calls(("GET", "/shelves"), json!({})).await.json();
        assert_eq!(all["shelves"].as_array().unwrap().len(), 3);
        let twice = room.calls(("POST", "/shelves"), json!({ "code": "b2", "name_zh": "又" })).await;
        assert_eq!(twice.json()["type"], "/problems/shelf-is-there");
    }
}
