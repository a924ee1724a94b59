use kernel::view::View;
use kernel::words::{Lang, keys};

use super::towns;

#[test]
fn both_languages_say_the_same_things() {
    for texts in super::TEXTS {
        assert_eq!(keys(texts.zh), keys(texts.en));
    }
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    for town in towns().into_iter().take(1) {
        for lang in [Lang::Zh, Lang::En] {
            for (name, html) in crate::samples(&View::plain(&town, lang)) {
                assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
                assert!(!html.contains("people-"), "{name} shows the key of a text");
                for group in ["forgetting", "factors", "children", "cards"] {
                    assert!(!html.contains(&format!(">{group}-")), "{name} shows the key of a text");
                }
                assert!(!html.contains("13800005521"), "{name} shows a whole number");
                assert!(!html.contains("{ $"), "{name} shows a value's name");
            }
        }
    }
}

#[test]
fn the_api_names_each_call_once_with_all_its_answers() {
    let document = crate::api(vec![]).document(utoipa::openapi::OpenApi::default());
    let document = serde_json::to_value(&document).unwrap();
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(
        paths.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "/api/v1/codes",
            "/api/v1/me",
            "/api/v1/me/children",
            "/api/v1/me/children/{child}",
            "/api/v1/me/codes",
            "/api/v1/me/consents",
            "/api/v1/me/consents/children",
            "/api/v1/me/data",
            "/api/v1/me/erasure",
            "/api/v1/sessions",
            "/api/v1/sessions/current",
            "/api/v1/staff/me",
            "/api/v1/staff/me/app",
            "/api/v1/staff/me/app/proof",
            "/api/v1/staff/me/passkey-challenges",
            "/api/v1/staff/me/passkeys",
            "/api/v1/staff/me/passkeys/{passkey}",
            "/api/v1/staff/me/recovery-codes",
            "/api/v1/staff/passkey-challenges",
            "/api/v1/staff/passkey-sessions",
            "/api/v1/staff/sessions"
        ]
    );
    let answers = document["paths"]["/api/v1/me"]["patch"]["responses"].as_object().unwrap();
    assert_eq!(answers.keys().collect::<Vec<_>>(), ["200", "400", "401", "413", "415", "422", "503"]);
    assert!(document["components"]["schemas"]["Problem"].is_object());
}
