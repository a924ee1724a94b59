//! Who comes in, and how.
use axum::http::Method;
use serde_json::json;

use crate::town;

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_signs_in_with_a_code_and_out_again() {
    town::each(async |town| {
        let luo = town.resident("罗生贵").await;
        luo.visit("/me").await.ok();
        assert!(luo.cookie("session").is_some());
        luo.post("/sign-out", &[]).await.leads_to();
        assert!(luo.cookie("session").is_none());
        assert!(luo.get("/me").await.leads_to().starts_with("/sign-in"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_comes_to_the_desk_and_a_resident_does_not() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        qi.visit("/s/sanhe/desk/station").await.ok().says("三合镇共享驿站");
        let luo = town.resident("罗生贵").await;
        assert!(luo.get("/s/sanhe/desk/station").await.leads_to().starts_with("/staff/sign-in"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_signs_in_with_a_code_and_shows_its_token() {
    town::each(async |town| {
        let phone = "13800000002";
        let program = town.visitor();
        let sent = program.api(Method::POST, "/codes", Some(json!({ "phone": phone }))).await;
        let code = sent.json()["code"].as_str().map(str::to_owned).expect("the code's id");
        let digits = town.code_sent_to(phone).await;
        let body = json!({ "code": code, "digits": digits });
        let token =
            program.api(Method::POST, "/sessions", Some(body)).await.json()["token"].as_str().map(str::to_owned);
        let program = town.visitor().with_token(&token.expect("a token"));
        let me = program.api(Method::GET, "/me", None).await;
        assert_eq!(me.ok().json()["name"], "马学兰");
        assert!(!me.text.contains(phone), "the number is masked");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_the_messages_that_would_go_to_phones() {
    town::each(async |town| {
        let page = town.visitor().get("/messages").await;
        page.ok().says("这是演练：短信不会真的发出去");
        town.resident("罗生贵").await;
        let digits = town.code_sent_to("13800000001").await;
        town.visitor().get("/messages").await.ok().says(&digits);
    })
    .await;
}
