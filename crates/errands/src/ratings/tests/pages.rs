//! On the ticket's page, at the machine, at the desk, and for programs.
use people::Role;
use serde_json::json;

use super::*;
use crate::tests::towns;

/// Somebody who works here, signed in.
fn works_here(town: &Town, role: Role) -> String {
    use kernel::event::By;
    use kernel::fault::Fault;
    use kernel::session::{self, Kind};
    let (h, now, station) = (town.house.house(), town.house.now(), town.station.id);
    let login = if role == Role::Manager { "manager" } else { "clerk" };
    let new = people::new_staff(&h, login, "祁海燕", "gate-open-7-days").expect("a hash").expect("a good login");
    let signed_in = Conn::open(&town.house.settings.database).expect("it opens").in_transaction(|c| {
        let id = people::add_staff(c, &h, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
        people::give_role(c, &h, By::Program, id, station, role, None)?;
        session::open(c, Kind::Staff, id.0, now, &h.chance)
    });
    signed_in.expect("staff can sign in").as_str().to_owned()
}

fn hidden(answer: &Answer, name: &str) -> String {
    let start = format!(r#"name="{name}" value=""#);
    let rest = answer.body.split_once(&start).unwrap_or_else(|| panic!("no {name} in {}", answer.body)).1;
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn one_tap_on_the_tickets_page_rates_and_words_can_follow() {
    for town in towns().await {
        let id = served(&town).await;
        let path = format!("/s/sanhe/tickets/{id}");
        let page = get(&town, "", &path).await;
        page.says("办得怎么样？").says("非常不满意");
        let once = hidden(&page, "once");
        for _ in 0..2 {
            let sent = send(&town, "", &format!("{path}/rating"), &[("level", "dissatisfied"), ("once", &once)]).await;
            assert_eq!((sent.status, sent.to.as_str()), (StatusCode::SEE_OTHER, path.as_str()));
        }
        get(&town, "", &path).await.says("您的评价").says("我们会在 7月1日 周三 以前回访您");
        let form = get(&town, "", &format!("{path}/rating")).await;
        form.says("还想说什么");
        let long = "长".repeat(501);
        let typed = [("level", "dissatisfied"), ("words", long.as_str())];
        let again = send(&town, "", &format!("{path}/rating"), &typed).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        again.says("最多 500 字").says(&long);
        send(&town, "", &format!("{path}/rating"), &[("level", "satisfied"), ("words", "后来好了")]).await;
        get(&town, "", &path).await.says("后来好了");
        later(&town, 48).await;
        let late = send(&town, "", &format!("{path}/rating"), &[("level", "satisfied")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        late.says("评价的时间过了");
    }
}

#[tokio::test]
async fn at_the_machine_a_number_is_rated_once() {
    for town in towns().await {
        served(&town).await;
        let waiting = town.drawn(1).await;
        assert_eq!(waiting.len(), 1);
        get(&town, "", "/s/sanhe/kiosk/rating").await.says("评一评");
        let path = "/s/sanhe/kiosk/rating";
        send(&town, "", path, &[("number", "Z9")]).await.says("今天没有这个号");
        let early = send(&town, "", path, &[("number", "A002")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT);
        early.says("还没有办完");
        send(&town, "", path, &[("number", "A001")]).await.says("办得怎么样？").says("基本满意");
        let level = [("number", "A001"), ("level", "very-dissatisfied")];
        send(&town, "", path, &level).await.says("谢谢").says("我们会回访您");
        let again = send(&town, "", path, &[("number", "A001"), ("level", "satisfied")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        again.says("这个号评过了");
        assert_eq!(to_call(&town).await.len(), 1);
    }
}

#[tokio::test]
async fn staff_rate_for_nobody() {
    for town in towns().await {
        let (id, clerk) = (served(&town).await, works_here(&town, Role::Clerk));
        let form = [("level", "very-satisfied")];
        send(&town, &clerk, &format!("/s/sanhe/tickets/{id}/rating"), &form).await.says("工作人员不能替人评价");
        let kiosk = [("number", "A001"), ("level", "very-satisfied")];
        assert_eq!(send(&town, &clerk, "/s/sanhe/kiosk/rating", &kiosk).await.status, StatusCode::FORBIDDEN);
        let call = put(&town, &clerk, &format!("/tickets/{id}/rating"), json!({ "level": "very-satisfied" })).await;
        assert_eq!((call.status, &call.json()["type"]), (StatusCode::FORBIDDEN, &json!("/problems/not-for-staff")));
        assert!(seen(&town, id).await.given.is_none());
    }
}

#[tokio::test]
async fn managers_have_the_list_and_clerks_have_not() {
    for town in towns().await {
        let (clerk, manager) = (works_here(&town, Role::Clerk), works_here(&town, Role::Manager));
        let id = served(&town).await;
        say(&town, id, Level::Dissatisfied, "等太久").await.unwrap();
        let list = "/s/sanhe/desk/call-backs";
        assert_eq!(get(&town, &clerk, list).await.status, StatusCode::NOT_FOUND);
        get(&town, &manager, list).await.says("要回访 1 位").says("A001").says("高龄补贴");
        let one = format!("{list}/{}", to_call(&town).await[0].id);
        // Which number and what for; by whom they were served is nowhere.
        let page = get(&town, &manager, &one).await;
        page.says("等太久").says("没有电话");
        assert!(!page.body.contains("经办人1"));
        let wrong = send(&town, &manager, &one, &[("outcome", "not-settled"), ("answer", " ")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let kept = send(&town, &manager, &one, &[("outcome", "not-settled"), ("answer", "下周上门")]).await;
        assert_eq!(kept.to, format!("{list}?kept=1"), "{}", kept.body);
        get(&town, "", &format!("/s/sanhe/tickets/{id}")).await.says("下周上门");
        let days = send(&town, &manager, &format!("{list}/days"), &[("days", "16")]).await;
        assert_eq!(days.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            send(&town, &manager, &format!("{list}/days"), &[("days", "3")]).await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn a_program_rates_and_a_managers_program_calls_back() {
    for town in towns().await {
        let (id, manager) = (served(&town).await, works_here(&town, Role::Manager));
        let path = format!("/tickets/{id}/rating");
        let rated = put(&town, "", &path, json!({ "level": "very-dissatisfied", "words": "两趟" })).await;
        assert_eq!(
            (&rated.json()["level"], &rated.json()["call_back"]["due"]),
            (&json!("very-dissatisfied"), &json!("2026-07-01"))
        );
        let odd = put(&town, "", &path, json!({ "level": "so-so" })).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let all = get(&town, &manager, "/api/v1/stations/sanhe/desk/call-backs").await.json();
        assert_eq!((&all["days"], &all["call_backs"][0]["words"]), (&json!(5), &json!("两趟")));
        let one = format!("/desk/call-backs/{}", all["call_backs"][0]["id"].as_str().unwrap());
        let refused = put(&town, &manager, &one, json!({ "outcome": "not-reached" })).await;
        assert_eq!(refused.json()["type"], "/problems/answer-without-words");
        let done = put(&town, &manager, &one, json!({ "outcome": "settled", "answer": "办好了" })).await;
        assert_eq!(done.json()["call_backs"][0]["outcome"], "settled");
        let look = get(&town, "", &format!("/api/v1/stations/sanhe{path}")).await.json();
        assert_eq!((&look["open"], &look["call_back"]["answer"]), (&json!(true), &json!("办好了")));
        let days = put(&town, &manager, "/desk/call-back-days", json!({ "days": 15 })).await;
        assert_eq!(days.json()["days"], 15);
        assert_eq!(
            put(&town, &manager, "/desk/call-back-days", json!({ "days": 0 })).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
}

#[test]
fn every_page_has_a_sample_in_both_languages() {
    let house = kernel::testing::on_sqlite(&[], &[vec![kernel::TEXTS], stations::texts(), crate::texts()].concat());
    for lang in [kernel::words::Lang::Zh, kernel::words::Lang::En] {
        let v = kernel::view::View::plain(&house, lang);
        let samples = super::super::samples(&v).expect("the samples can be drawn");
        assert!(samples.len() >= 19, "{}", samples.len());
        for (name, page) in samples {
            let page = page.replace("/assets/", "");
            for odd in ["ratings-", "errands-", "hall-kiosk", " style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}: {page}");
            }
        }
    }
}
