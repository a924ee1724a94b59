//! The pages and the API through the router.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, Response, StatusCode};
use kernel::db::types::StationId;
use kernel::outbox;
use kernel::testing::TestHouse;
use tower::ServiceExt;

use super::towns;
use crate::pages::Parts;

pub struct Door {
    pub town: TestHouse,
    web: Router,
}

pub fn doors() -> Vec<Door> {
    towns().into_iter().map(open).collect()
}

fn open(town: TestHouse) -> Door {
    let web = crate::routes(Parts::default()).merge(crate::api(vec![]).router()).with_state(town.house());
    Door { town, web }
}

impl Door {
    async fn ask(&self, request: Request<Body>) -> Response<Body> {
        self.web.clone().oneshot(request).await.unwrap()
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Response<Body> {
        self.ask(Request::get(path).header(COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, cookie: &str, form: &str) -> Response<Body> {
        let form_type = "application/x-www-form-urlencoded";
        let request = Request::post(path).header(COOKIE, cookie).header(CONTENT_TYPE, form_type);
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub async fn send_json(&self, method: &str, path: &str, bearer: &str, json: serde_json::Value) -> Response<Body> {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        let request =
            request.header(CONTENT_TYPE, "application/json").header("authorization", format!("Bearer {bearer}"));
        self.ask(request.body(Body::from(json.to_string())).unwrap()).await
    }

    pub async fn digits(&self) -> String {
        let house = self.town.house();
        let messages = self.town.db.read(move |c| outbox::newest(c, &house, StationId(0), 1)).await.unwrap();
        messages[0].text.split(|c: char| !c.is_ascii_digit()).find(|p| p.len() == 6).unwrap().to_owned()
    }

    /// Signs in through the pages; gives the session's cookie.
    pub async fn sign_in(&self, phone: &str) -> String {
        let sent = self.post("/sign-in", "", &format!("phone={phone}&then=/s/sanhe")).await;
        let code = header(&sent, LOCATION);
        let done = self.post(&code, "", &format!("digits={}&then=/s/sanhe&once=a", self.digits().await)).await;
        assert_eq!(done.status(), StatusCode::SEE_OTHER);
        assert_eq!(header(&done, LOCATION), "/s/sanhe");
        header(&done, SET_COOKIE).split(';').next().unwrap().to_owned()
    }
}

pub fn header(response: &Response<Body>, name: axum::http::HeaderName) -> String {
    response.headers()[name].to_str().unwrap().to_owned()
}

pub async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), 1 << 20).await.unwrap().into()).unwrap()
}

pub async fn json(response: Response<Body>) -> serde_json::Value {
    serde_json::from_str(&text(response).await).unwrap()
}

#[tokio::test]
async fn a_resident_signs_in_with_a_number_and_the_digits() {
    for door in doors() {
        let cookie = door.sign_in("138+0000+5521").await;
        let mine = door.get("/me", &cookie).await;
        assert_eq!(mine.status(), StatusCode::OK);
        let page = text(mine).await;
        assert!(page.contains("138****5521") && !page.contains("13800005521"));
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_when_it_is_wrong() {
    for door in doors() {
        let sent = door.post("/sign-in", "", "phone=138+0000&then=/s/sanhe").await;
        assert_eq!(sent.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = text(sent).await;
        assert!(page.contains(r#"value="138 0000""#) && page.contains(r#"value="/s/sanhe""#), "{page}");
    }
}

#[tokio::test]
async fn wrong_digits_may_be_tried_again_on_the_same_page() {
    for door in doors() {
        let code = header(&door.post("/sign-in", "", "phone=13800005521").await, LOCATION);
        let digits = door.digits().await;
        let wrong = if digits == "000000" { "000001" } else { "000000" };
        let refused = door.post(&code, "", &format!("digits={wrong}")).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(refused).await.contains("还可以再填 4 次"));
        assert_eq!(door.post(&code, "", &format!("digits={digits}")).await.status(), StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_stranger_learns_nothing_about_who_is_known() {
    for door in doors() {
        door.sign_in("13800005521").await;
        door.town.wait(jiff::SignedDuration::from_mins(2));
        let known = door.post("/sign-in", "", "phone=13800005521").await;
        let unknown = door.post("/sign-in", "", "phone=13900005521").await;
        assert_eq!(known.status(), unknown.status());
        let shape = |r: &Response<Body>| header(r, LOCATION).len();
        assert_eq!(shape(&known), shape(&unknown));
    }
}

#[tokio::test]
async fn one_phone_gets_only_so_many_messages() {
    for door in doors() {
        let mut last = StatusCode::OK;
        for _ in 0..4 {
            last = door.post("/sign-in", "", "phone=13800005521").await.status();
            door.town.wait(jiff::SignedDuration::from_mins(1));
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(door.post("/sign-in", "", "phone=13900005521").await.status(), StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn impatience_costs_nothing() {
    for door in doors() {
        let first = header(&door.post("/sign-in", "", "phone=13800005521").await, LOCATION);
        for _ in 0..6 {
            assert_eq!(header(&door.post("/sign-in", "", "phone=13800005521").await, LOCATION), first);
            assert_eq!(header(&door.post(&format!("{first}/again"), "", "").await, LOCATION), first);
        }
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    for door in doors() {
        let first = door.sign_in("13800005521").await;
        door.town.wait(jiff::SignedDuration::from_mins(2));
        let second = door.sign_in("13800005521").await;
        let out = door.post("/sign-out-everywhere", &second, "").await;
        assert!(header(&out, SET_COOKIE).contains("Max-Age=0"));
        for cookie in [first, second] {
            assert_eq!(door.get("/me", &cookie).await.status(), StatusCode::UNAUTHORIZED);
        }
    }
}

#[tokio::test]
async fn a_name_is_written_down_and_taken_back() {
    for door in doors() {
        let cookie = door.sign_in("13800005521").await;
        let saved = door.post("/me/name", &cookie, "name=%E7%BD%97%E5%A4%A7%E7%88%B7").await;
        assert_eq!(header(&saved, LOCATION), "/me");
        assert!(text(door.get("/me", &cookie).await).await.contains("罗大爷"));
        let refused = door.post("/me/name", &cookie, "name=13800005521").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_program_signs_in_looks_renames_and_leaves() {
    for door in doors() {
        let sent = door.send_json("POST", "/codes", "", serde_json::json!({"phone": "13800005521"})).await;
        assert_eq!(sent.status(), StatusCode::CREATED);
        let sent = json(sent).await;
        assert_eq!(sent["sent_to"], "138****5521");
        let proof = serde_json::json!({"code": sent["code"], "digits": door.digits().await});
        let opened = door.send_json("POST", "/sessions", "", proof).await;
        assert_eq!(opened.status(), StatusCode::CREATED);
        let token = json(opened).await["token"].as_str().unwrap().to_owned();
        let named = door.send_json("PATCH", "/me", &token, serde_json::json!({"name": "罗大爷"})).await;
        assert_eq!(json(named).await["name"], "罗大爷");
        let null = serde_json::Value::Null;
        assert_eq!(door.send_json("DELETE", "/sessions", &token, null.clone()).await.status(), StatusCode::NO_CONTENT);
        assert_eq!(door.send_json("GET", "/me", &token, null).await.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_with_a_number() {
    for door in doors() {
        let sent = door.send_json("POST", "/codes", "", serde_json::json!({"phone": "0972-8612345"})).await;
        assert_eq!(sent.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(json(sent).await["type"], "/problems/phone-not-mobile");
        let sent = door.send_json("POST", "/codes", "", serde_json::json!({"phone": "1"})).await;
        assert!(json(sent).await["fields"]["phone"].is_string());
    }
}
