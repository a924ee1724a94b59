//! The desk: who stands at the door, what is closed, what is asked for.
use crate::town;

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_lets_somebody_in_who_has_no_phone() {
    town::each(async |town| {
        let li = town.staff("lijianguo").await;
        let door = li.get("/s/sanhe/desk/walk-ins").await;
        let wish = [("offering", "chess"), ("name", "王大爷"), ("group", "2")];
        let inside = li.submit(&door, "/walk-ins", &wish).await;
        inside.leads_to();
        li.visit("/s/sanhe/desk/today").await.ok().says("王大爷");
        assert_eq!(town.messages().await.len(), 0, "nobody got a message");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_closes_the_hall_sees_who_is_hit_and_they_are_told() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        let ask = qi.get("/s/sanhe/desk/openings?kind=closed").await;
        let closing = [
            ("kind", "closed"),
            ("venue", "7"),
            ("from_on", "2026-06-25"),
            ("from_at", "14:00"),
            ("until_on", "2026-06-25"),
            ("until_at", "18:00"),
            ("reason_zh", "换地板"),
        ];
        let hit = qi.submit(&ask, "/openings/hit", &closing).await;
        hit.ok().says("才让卓玛");
        let laid = qi.submit(&hit, "/desk/openings", &[("hit", "cancel")]).await;
        qi.visit(&laid.leads_to()).await.ok();
        let told = town.messages().await;
        assert!(told.iter().any(|m| m.to.ends_with("13800000006") && m.text.contains("换地板")), "{told:?}");
        town.visitor().get("/s/sanhe/venues/half-hall?on=2026-06-25").await.ok().says("换地板");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_sees_no_managers_pages() {
    town::each(async |town| {
        let li = town.staff("lijianguo").await;
        li.visit("/s/sanhe/desk/today").await.ok();
        for page in ["station", "owners", "openings", "venues", "requests"] {
            li.visit(&format!("/s/sanhe/desk/{page}")).await.is(404);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_grants_a_request() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        let requests = qi.get("/s/sanhe/desk/requests").await;
        requests.ok().says("才让卓玛");
        let granted = qi.submit(&requests, "/answer", &[("answer", "approval")]).await;
        qi.visit(&granted.leads_to()).await.ok();
    })
    .await;
}
