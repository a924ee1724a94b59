//! Who sees whose wish it is: whoever wrote it down, and managers. Whoever only looks at it reads neither name nor number.
use axum::http::StatusCode;

use super::{CALLS, DESK};
use crate::public::tests::towns;

#[tokio::test]
async fn whoever_looks_at_a_wish_reads_neither_name_nor_number() {
    for town in towns().await {
        let (id, code) = town.opens().await;
        town.presses(&town.li, (id, "claims"), &[("name", "马师傅"), ("phone", "13900001234")]).await.is_kept();
        let every = [
            DESK.to_owned(),
            format!("{DESK}/{id}"),
            format!("{DESK}/{id}/edit"),
            CALLS.to_owned(),
            format!("{CALLS}/{id}"),
        ];
        for worker in [&town.li, &town.ma] {
            for asked in &every {
                let answer = town.get(Some(&worker.known), asked).await;
                answer.is(StatusCode::OK);
                for secret in ["冶秀英", "13912345678", "5678", "马师傅", "13900001234", "1234\"", &code] {
                    answer.hushes(secret);
                }
            }
        }
        for worker in [&town.coordinator, &town.manager] {
            let page = town.page(worker, id).await;
            page.says("冶秀英").says("tel:13912345678").says("马师傅").hushes(&code);
            let call = town.get(Some(&worker.known), &format!("{CALLS}/{id}")).await.json();
            assert_eq!(call["person"]["known"]["phone"], "13912345678");
            assert_eq!(call["claim"]["known"]["name"], "马师傅");
            // The list has no place for them.
            town.get(Some(&worker.known), DESK).await.hushes("冶秀英").hushes("马师傅");
            town.get(Some(&worker.known), CALLS).await.hushes("冶秀英").hushes("马师傅");
        }
    }
}

#[tokio::test]
async fn a_stranger_and_a_resident_see_nothing_of_the_desk() {
    for town in towns().await {
        let (id, _) = town.opens().await;
        let (_, resident) = town.resident("13800000001").await;
        let looks = ["", "/new", "/shares", "/month", &format!("/{id}"), &format!("/{id}/edit")]
            .map(|below| format!("{DESK}{below}"));
        let calls = ["", "/asks", "/shares", "/month", &format!("/{id}")].map(|below| format!("{CALLS}{below}"));
        for who in [None, Some(&resident)] {
            for asked in looks.iter().chain(&calls) {
                let answer = town.get(who, asked).await;
                answer.is(StatusCode::UNAUTHORIZED).hushes("保暖鞋").hushes("冶秀英");
            }
            for below in [
                "second-look",
                "reviews",
                "claims",
                "contact",
                "delivery",
                "handover",
                "code",
                "referral",
                "withdrawal",
            ] {
                town.send(who, &format!("{DESK}/{id}/{below}"), &[]).await.is(StatusCode::UNAUTHORIZED);
            }
        }
        town.page(&town.coordinator, id).await.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn what_only_whoever_looks_after_it_does_is_not_there_for_others() {
    for town in towns().await {
        let (id, _) = town.opens().await;
        let anew = [("version", "1"), ("kind", "warm"), ("item", "手套"), ("band", "to-50")];
        for (below, fields) in [("edit", &anew[..]), ("code", &[]), ("referral", &[("to", "镇民政办")])] {
            town.presses(&town.li, (id, below), fields).await.is(StatusCode::NOT_FOUND);
        }
        let page = town.page(&town.li, id).await;
        page.hushes("/edit\"").hushes("/code\"").says("/withdrawal\"").says("/claims\"");
        town.page(&town.manager, id).await.says("/edit\"").says("/code\"");
    }
}
