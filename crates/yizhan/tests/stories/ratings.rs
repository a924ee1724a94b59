//! How it was, asked once; a call-back for whoever was not satisfied; and what a month came to.
use axum::http::Method;
use serde_json::{Value, json};

use crate::page::Page;
use crate::person::Person;
use crate::town::{self, Town};

/// Below `/api/v1`, where programs ask.
const API: &str = "/stations/sanhe";

/// A day later at nine; what the day before left open is written down.
async fn morning(town: &Town) {
    town.set_clock("2026-06-25T09:00");
    town.wait(jiff::SignedDuration::ZERO).await;
}

/// Draws for the allowance as `who`, comes, and is served at desk 3. Gives the page of the ticket.
async fn served(who: &Person<'_>, clerk: &Person<'_>) -> (String, Page) {
    let says = json!({ "state": "desk", "back": null });
    clerk.api(Method::PUT, &format!("{API}/officials/2/presence"), Some(says)).await.ok();
    let matter = who.get("/s/sanhe/matters/old-age-allowance").await;
    let drawn = who.submit(&matter, "/tickets", &[]).await;
    let page = who.visit(&drawn.leads_to()).await;
    let path = who.submit(&page, "/arrival", &[]).await.leads_to();
    clerk.api(Method::POST, &format!("{API}/desks/3/calls"), Some(json!({}))).await.ok();
    let id = path.rsplit('/').next().expect("an id").to_owned();
    for press in ["serve", "finish"] {
        let step = format!("{API}/tickets/{id}/steps");
        clerk.api(Method::POST, &step, Some(json!({ "press": press }))).await.ok();
    }
    let page = who.get(&path).await;
    (path, page)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_who_is_not_satisfied_is_called_back_and_reads_the_answer() {
    town::each(async |town| {
        morning(town).await;
        let (luo, clerk, manager) =
            (town.resident("罗生贵").await, town.staff("maxuelan").await, town.staff("qihaiyan").await);
        let (path, page) = served(&luo, &clerk).await;
        page.ok().says("办完了").says("办得怎么样？").says("不评不算满意");
        // One tap; the clerk who served cannot do it for them.
        clerk.post(&format!("{path}/rating"), &[("level", "very-satisfied")]).await.says("工作人员不能替人评价");
        assert_eq!(luo.submit(&page, "/rating", &[("level", "dissatisfied")]).await.leads_to(), path);
        luo.get(&path).await.ok().says("您的评价").says("7月2日 周四 以前回访您");
        // The manager reads what for and whom, and not by whom they were served.
        let list = manager.get("/s/sanhe/desk/call-backs").await;
        list.ok().says("高龄补贴").says("7月2日 周四 以前");
        let one = manager.visit(&newest(&manager).await).await;
        one.ok().says("罗生贵").says_not("马学兰");
        let answer = [("outcome", "settled"), ("answer", "明天就到账")];
        manager.submit(&one, "/call-backs/", &answer).await.leads_to();
        luo.get(&path).await.ok().says("联系上了，解决了").says("明天就到账");
        // It can be taken along, and forgotten.
        let mine = luo.api(Method::GET, "/me/data", None).await.ok().json();
        assert!(mine.to_string().contains("明天就到账"), "{mine}");
    })
    .await;
}

/// The page of the call-back that was opened last.
async fn newest(manager: &Person<'_>) -> String {
    let all = manager.api(Method::GET, &format!("{API}/desk/call-backs"), None).await.ok().json();
    let open = all["call_backs"].as_array().expect("a list").iter().find(|b| b["name"] == "罗生贵");
    format!("/s/sanhe/desk/call-backs/{}", open.expect("it is open")["id"].as_str().expect("an id"))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_phone_rates_at_the_machine() {
    town::each(async |town| {
        morning(town).await;
        let (old, clerk) = (town.visitor(), town.staff("maxuelan").await);
        served(&old, &clerk).await;
        let kiosk = town.kiosk().await;
        kiosk.get("/s/sanhe/kiosk").await.ok().says("办完了，评一评");
        let asked = kiosk.post("/s/sanhe/kiosk/rating", &[("number", "A001")]).await;
        asked.ok().says("办得怎么样？");
        kiosk.submit(&asked, "/kiosk/rating", &[("level", "very-satisfied")]).await.ok().says("谢谢");
        kiosk.post("/s/sanhe/kiosk/rating", &[("number", "A001"), ("level", "satisfied")]).await.is(409);
    })
    .await;
}

fn figure<'j>(measure: &'j Value, figure: &str, part: &str) -> &'j Value {
    let all = measure["figures"].as_array().expect("figures");
    all.iter().find(|f| f["figure"] == figure && f["part"] == part).expect("the figure is there")
}

#[tokio::test(flavor = "multi_thread")]
async fn june_is_counted_from_what_really_happened_and_everybody_reads_it() {
    town::each(async |town| {
        morning(town).await;
        let anybody = town.visitor();
        let june = anybody.api(Method::GET, &format!("{API}/measure?from=2026-06-01&until=2026-07-01"), None).await;
        let june = june.ok().json();
        let (all, paper) = (figure(&june, "wasted-trips", "all"), figure(&june, "wasted-trips", "paper-missing"));
        assert!(all["n"].as_u64().expect("n") > 100, "{all}");
        assert!(paper["count"].as_u64().expect("count") > 0 && paper["value"].as_f64() < Some(10.0), "{paper}");
        assert!(all["low"].as_f64() < all["value"].as_f64() && all["value"].as_f64() < all["high"].as_f64());
        let rated = figure(&june, "ratings", "rated");
        assert!(rated["count"].as_u64() < rated["n"].as_u64(), "not everybody rates: {rated}");
        assert!(figure(&june, "presence", "not-known")["value"].as_f64() > Some(0.0));
        let home = anybody.get("/s/sanhe/about").await;
        let page = anybody.visit(&home.link("/measure")).await;
        page.ok().says("白跑了几趟").says("缺材料").says("次来访里").says_not("马学兰").says_not("祁海燕");
        anybody.visit(&page.link("measure.csv")).await.ok().says("sanhe,2026-06-01,2026-07-01,wasted-trips,all,per100");
    })
    .await;
}
