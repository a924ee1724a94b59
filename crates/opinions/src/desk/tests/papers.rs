//! Papers that are typed in; and that neither a receipt nor a number of whoever said something stands on any page of the desk.
use serde_json::json;

use super::*;
use crate::rules::{Receipt, Source, State};

#[tokio::test]
async fn a_paper_gives_a_receipt_to_hand_over() {
    for town in towns().await {
        town.get(&town.clerk, &format!("{DESK}/new")).await.says("录一张纸上的意见").says("民政窗口");
        let empty = town.send(&town.clerk, &format!("{DESK}/new"), &[("text", " "), ("place", "广场")]).await;
        empty.is(StatusCode::UNPROCESSABLE_ENTITY).says("请写上").says("广场");
        let about = format!("person:{OTHER_MANAGER}");
        let form = [("once", "k"), ("source", "paper"), ("text", "路灯坏了"), ("about", &about), ("may_publish", "1")];
        let page = town.send(&town.clerk, &format!("{DESK}/new"), &form).await;
        page.is(StatusCode::OK).says("录好了").says("/s/sanhe/opinions/slip");
        assert!(page.keep.contains("no-store"));
        let digits = page.body.split(r#"name="receipt" value=""#).nth(1).and_then(|r| r.split('"').next()).unwrap();
        let receipt = Receipt::parse(digits).expect("a receipt");
        page.says(&receipt.grouped());
        // Two taps are one paper, with one receipt.
        let again = town.send(&town.clerk, &format!("{DESK}/new"), &form).await;
        again.says(&receipt.grouped());
        let list = town.get(&town.manager, &format!("{CALLS}?all=true")).await.json();
        assert_eq!(list["opinions"].as_array().map(Vec::len), Some(1));
        assert_eq!(
            (&list["opinions"][0]["source"], &list["opinions"][0]["may_publish"]),
            (&json!("paper"), &json!(true))
        );
        // Whoever it is about does not find it; whoever typed it in does not either, unless it is given to them.
        assert_eq!(town.get(&town.other_manager, &format!("{CALLS}?all=true")).await.json()["open"], 0);
        let id = list["opinions"][0]["id"].as_str().unwrap();
        town.get(&town.clerk, &format!("{DESK}/{id}")).await.is(StatusCode::NOT_FOUND);
        let body = json!({ "text": "水沟堵了", "source": "desk", "about": [{ "desk": "民政窗口" }] });
        let called = town.call(&town.clerk, ("POST", CALLS), body).await;
        called.is(StatusCode::CREATED);
        assert!(Receipt::parse(called.json()["receipt"].as_str().unwrap()).is_some());
        let odd = town.call(&town.clerk, ("POST", CALLS), json!({ "text": "水沟堵了", "phone": "12" })).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// Every page and call of the desk that reads something.
fn all(id: OpinionId) -> Vec<String> {
    let pages = ["", "?show=all", "/new", "/month", "/month/print", "/categories", "/templates"];
    let calls = ["", "?all=true", "/month", "/decisions", "/categories", "/templates", "/setting"];
    let of = [format!("{DESK}/{id}"), format!("{DESK}/{id}/print"), format!("{CALLS}/{id}")];
    let at = |root: &'static str| move |below: &str| format!("{root}{below}");
    pages.into_iter().map(at(DESK)).chain(calls.into_iter().map(at(CALLS))).chain(of).collect()
}

#[tokio::test]
async fn neither_receipt_nor_number_stands_anywhere_at_the_desk() {
    for town in towns().await {
        let phone = "13912345678";
        let new =
            New { phone: Some(phone.parse().unwrap()), source: Source::Web, may_publish: true, ..said("路灯坏了") };
        let left = town.leave(new).await;
        let id = left.id;
        let (digits, grouped) = (left.receipt.digits().to_owned(), left.receipt.grouped());
        town.give(id, &town.clerk).await;
        let hidden = [digits.as_str(), grouped.as_str(), phone, "+8613912345678", "139 1234 5678", "5678"];
        let mut bodies = vec![];
        for worker in [&town.manager, &town.other_manager, &town.clerk] {
            for path in all(id) {
                bodies.push((path.clone(), town.get(worker, &path).await.body));
            }
        }
        for (below, form) in
            [("notes", ("note", "记")), ("questions", ("question", "哪里？")), ("answers", ("answer", " "))]
        {
            let sent = town.send(&town.clerk, &format!("{DESK}/{id}/{below}"), &[form]).await;
            bodies.push((below.to_owned(), sent.body + &sent.to));
        }
        let printed = town.call(&town.clerk, ("POST", &format!("{CALLS}/{id}/prints")), json!({})).await;
        bodies.push(("prints".into(), printed.body));
        assert!(bodies.iter().any(|(_, body)| body.contains("路灯坏了")));
        for (path, body) in &bodies {
            for secret in hidden {
                // The last four digits of a number may be part of an id.
                let odd = secret.len() > 4 && body.contains(secret);
                assert!(!odd, "{secret} at {path}");
            }
            assert!(!body.contains("has_contact"), "{path} tells whether there is a number");
        }
    }
}

#[tokio::test]
async fn what_was_taken_back_is_gone_from_the_desk() {
    for town in towns().await {
        let id = town.left("路灯坏了").await;
        town.give(id, &town.clerk).await;
        crate::acts::withdraw(&town.doing(), &Holder { id }).await.unwrap();
        assert_eq!(town.seen(id).await.state, State::Withdrawn);
        for path in [format!("{DESK}/{id}"), format!("{CALLS}/{id}"), format!("{DESK}/{id}/print")] {
            town.get(&town.manager, &path).await.is(StatusCode::NOT_FOUND);
        }
        for path in [format!("{DESK}?show=all&state=withdrawn"), format!("{CALLS}?all=true")] {
            town.get(&town.manager, &path).await.is(StatusCode::OK).hushes(&id.to_string()).hushes("路灯");
        }
    }
}
