//! The eight rules: managers change them, and they are kept within bounds.
use super::*;

fn rules() -> Value {
    json!({ "most_items": 3, "loan_days": 14, "renewals": 2, "hold_days": 5, "kinds": ["book", "thing"],
        "block_days": null, "due_mode": "calendar", "history": true })
}

#[tokio::test]
async fn a_manager_changes_the_rules_and_a_clerk_reads_them() {
    for counter in counters().await {
        let path = format!("{DESK}/settings");
        counter.get(&path).await.is(StatusCode::NOT_FOUND);
        let page = counter.ask(&counter.manager, Request::get(&path), String::new()).await;
        page.is(StatusCode::OK).says("一个人最多借几件").says("value=\"30\"");
        let form = [
            ("most_items", "2"),
            ("loan_days", "7"),
            ("renewals", "0"),
            ("hold_days", "3"),
            ("kind-book", "1"),
            ("block_days", ""),
            ("due_mode", "calendar"),
        ];
        counter.send_as(&counter.clerk, &path, &form).await.is(StatusCode::NOT_FOUND);
        counter.send_as(&counter.manager, &path, &form).await.is(StatusCode::SEE_OTHER);
        let now = counter.call(("GET", "/settings"), Value::Null).await.json();
        assert_eq!(
            (&now["most_items"], &now["block_days"], &now["kinds"]),
            (&json!(2), &Value::Null, &json!(["book"]))
        );
        let [one, _] = counter.lychees().await;
        counter.press(&[("reader", &counter.room.luo.card), ("barcode", &one)]).await.says("7月4日前还");
        let chess = counter.chess().await;
        counter.press(&[("reader", &counter.room.luo.card), ("barcode", &chess)]).await.is(StatusCode::CONFLICT);
        let wrong = counter.send_as(&counter.manager, &path, &[("most_items", "99"), ("loan_days", "7")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("value=\"99\"").says("请写 1 到 50");
    }
}

#[tokio::test]
async fn programs_change_them_by_the_same_rules() {
    for counter in counters().await {
        let put = ("PUT", "/settings");
        counter.call(put, rules()).await.is(StatusCode::NOT_FOUND);
        counter.call_as(&counter.manager, put, rules()).await.is(StatusCode::NO_CONTENT);
        assert_eq!(counter.call(("GET", "/settings"), Value::Null).await.json(), rules());
        for (field, value) in [
            ("most_items", json!(0)),
            ("most_items", json!(51)),
            ("loan_days", json!(366)),
            ("renewals", json!(-1)),
            ("hold_days", json!(31)),
            ("block_days", json!(366)),
            ("kinds", json!([])),
            ("kinds", json!(["book", "book", "book", "book", "book", "book"])),
        ] {
            let mut wrong = rules();
            wrong[field] = value;
            let answer = counter.call_as(&counter.manager, put, wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(answer.json()["fields"][field].is_string(), "{field}: {}", answer.body);
        }
        let mut odd = rules();
        odd["due_mode"] = json!("never");
        counter.call_as(&counter.manager, put, odd).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(counter.call(("GET", "/settings"), Value::Null).await.json(), rules(), "nothing was changed");
    }
}
