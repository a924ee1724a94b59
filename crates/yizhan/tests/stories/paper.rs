//! A power cut in the afternoon: the list at the door is written on, and by lunch of the next day all of it is in.
use axum::http::Method;
use serde_json::json;

use crate::person::Person;
use crate::town;

const PAPER: &str = "/s/sanhe/desk/paper";

/// The value that the form has for the place with this number.
async fn place(li: &Person<'_>, number: &str) -> String {
    let page = li.visit(PAPER).await;
    let options = page.text.split("<option value=\"").filter_map(|o| o.split_once('>'));
    let found = options.into_iter().find(|(_, words)| words.starts_with(&format!("{number} ")));
    found.unwrap_or_else(|| panic!("no place {number}")).0.split('"').next().expect("a value").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_power_cuts_paper_is_in_by_lunch_without_an_overlap() {
    town::each(async |town| {
        let li = town.staff("lijianguo").await;
        // The list hangs at the door before the power goes.
        let list = li.visit(&format!("{PAPER}/list?on=2026-06-24&venue=1")).await;
        list.ok().says("到第").says("1.2").says("乒乓球");
        list.says_not("138");
        town.set_clock("2026-06-25T09:30");
        let li = town.staff("lijianguo").await;
        let (one, two) = (place(&li, "1.1").await, place(&li, "1.2").await);
        let form = li.visit(&format!("{PAPER}?on=2026-06-24")).await;
        let typed = [
            ("place-1", one.as_str()),
            ("from-1", "1310"),
            ("until-1", "1410"),
            ("name-1", "王大爷"),
            ("place-2", one.as_str()),
            ("from-2", "14:00"),
            ("until-2", "15:00"),
            ("name-2", "张三"),
            ("place-3", two.as_str()),
            ("from-3", "13点30"),
            ("until-3", "14:30"),
            ("place-4", two.as_str()),
            ("from-4", "1430"),
            ("until-4", "half past"),
            ("name-4", "祁女士"),
        ];
        let looked = li.submit(&form, "/desk/paper", &typed).await;
        looked.is(409).says("记好了 2 行").says("有 2 行还没记下").says("王大爷 · 13:10–14:10");
        // Row 1 of what is left is 张三, who says where he played; row 2 gets a time that can be read.
        let way = format!("place:{}/", one.split('/').next().expect("a slug"));
        let free = looked.text.split(&format!("value=\"{way}")).last().expect("a table was free");
        let free = format!("{way}{}", free.split('"').next().expect("its number"));
        let settled = li.submit(&looked, "/desk/paper", &[("way-1", &free), ("until-2", "15:30")]).await;
        settled.ok().says("记好了 2 行").says_not("还没记下");

        let day = li.api(Method::GET, "/stations/sanhe/desk/agenda?on=2026-06-24", None).await.is(200).json();
        let paper: Vec<_> =
            day.as_array().expect("a day").iter().filter(|r| r["source"] == "outage").cloned().collect();
        assert_eq!(paper.len(), 4, "{paper:?}");
        assert!(paper.iter().all(|r| r["state"] == "completed"), "{paper:?}");

        let away = [("from_on", "2026-06-24"), ("from", "13:00"), ("until_on", "2026-06-24"), ("until", "17:00")];
        let declared = li.submit(&settled, "/paper/outages", &away).await;
        li.visit(&declared.leads_to()).await.ok().says("13:00–17:00");
        let qi = town.staff("qihaiyan").await;
        let changes = qi.visit("/s/sanhe/desk/changes").await;
        changes.ok().says("补录了纸上的登记").says("记下了停用的时间").says_not("王大爷");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_enters_a_sheet_and_says_who_never_came() {
    town::each(async |town| {
        let li = town.staff("lijianguo").await;
        let booked =
            json!({ "offering": "chess", "from": "2026-06-24T20:00:00+08:00", "minutes": 60, "name": "王大爷" });
        let booked = li.api(Method::POST, "/stations/sanhe/desk/reservations", Some(booked)).await.is(201).json();
        town.set_clock("2026-06-24T20:05");
        let inside = format!("/s/sanhe/desk/reservations/{}/steps", booked["id"].as_str().expect("an id"));
        li.post(&inside, &[("step", "check-in"), ("on", "2026-06-24")]).await.leads_to();
        town.set_clock("2026-06-25T09:30");
        let li = town.staff("lijianguo").await;
        let line = json!({ "offering": "chess", "from": "2026-06-24T20:00:00+08:00",
            "until": "2026-06-24T21:00:00+08:00", "name": "王大爷", "came": false });
        let entered = li.api(Method::POST, "/stations/sanhe/desk/paper-entries", Some(line)).await.is(201).json();
        assert_eq!((&entered["became"], &entered["state"]), (&json!("theirs"), &json!("released")), "{entered}");
        assert_eq!(entered["id"], booked["id"]);
        let old = json!({ "offering": "chess", "from": "2026-06-21T20:00:00+08:00",
            "until": "2026-06-21T21:00:00+08:00", "came": true });
        let refused = li.api(Method::POST, "/stations/sanhe/desk/paper-entries", Some(old)).await;
        assert_eq!(refused.is(409).json()["type"], "/problems/too-long-ago");
    })
    .await;
}
