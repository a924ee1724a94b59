//! The month of a small reading room, on every engine.
use axum::http::StatusCode;
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::share::Share;
use serde_json::{Value, json};

use super::answers::{self, Month};
use crate::rules::Kind;
use crate::stocktakes::tests::{Desk, desks};

const PAGE: &str = "/s/sanhe/desk/library/month";
const CALL: &str = "/sanhe/desk/library/month";

impl Desk {
    async fn month(&self, month: jiff::civil::Date) -> Month {
        let today = self.house.now().to_zoned_datetime(self.station.zone.clone()).date();
        self.sees(move |c, _, station| answers::month(c, station.id, (month, today))).await.unwrap()
    }

    async fn waits_days(&self, days: i64) {
        self.house.wait(SignedDuration::from_hours(24 * days));
    }
}

#[tokio::test]
async fn a_month_adds_up_what_was_lent_and_returned() {
    for desk in desks().await {
        let [one, two] = [desk.has.lychee.copies[0], desk.has.lychee.copies[1]];
        desk.lends(one, desk.luo.person).await.unwrap();
        desk.lends(desk.has.hare.copies[0], desk.luo.person).await.unwrap();
        desk.lends(two, desk.ma.person).await.unwrap();
        desk.takes_back(one).await.unwrap();
        let june = desk.month(date(2026, 6, 1)).await;
        let f = &june.figures;
        assert_eq!((f.issues, f.readers, f.returns, f.renewals), (3, 2, 1, 0));
        assert_eq!((f.children, f.late), (Share::new(1, 3), Share::new(0, 1)));
        assert_eq!(f.by_kind.iter().collect::<Vec<_>>(), [(&Kind::Book, &2), (&Kind::PictureBook, &1)]);
        assert_eq!(june.known_since, Some(date(2026, 6, 28)));
        desk.waits_days(40).await;
        desk.takes_back(two).await.unwrap();
        let august = desk.month(date(2026, 8, 1)).await.figures;
        assert_eq!((august.issues, august.returns, august.late), (0, 1, Share::new(1, 1)));
        assert_eq!(desk.month(date(2026, 6, 1)).await.figures.issues, 3, "June stays what it was");
    }
}

#[tokio::test]
async fn what_was_pressed_at_an_honesty_shelf_is_counted_and_nothing_else_of_it() {
    for desk in desks().await {
        for taken in [1, 1, -1] {
            let (h, station) = (desk.house.house(), desk.station.id);
            let work = move |c: &mut kernel::db::Conn| {
                let when = (date(2026, 6, 28), h.now());
                kernel::fact::record(c, station, h.new_id(), "library.honesty", when, &json!({ "taken": taken }))
            };
            desk.house.db.write(work).await.unwrap();
        }
        let june = desk.month(date(2026, 6, 1)).await;
        assert_eq!((june.figures.taken, june.figures.brought, june.figures.issues), (2, 1, 0));
        assert!(june.shelves.iter().all(|one| !one.shelf.honesty), "nobody knows what stands there idle");
    }
}

#[tokio::test]
async fn what_nobody_has_taken_for_a_year_is_listed_by_shelf() {
    for desk in desks().await {
        let today = || desk.house.now().to_zoned_datetime(desk.station.zone.clone()).date();
        assert_eq!(desk.month(today()).await.shelves[0].idle, 0, "it has just come");
        desk.waits_days(300).await;
        desk.lends(desk.has.lychee.copies[0], desk.luo.person).await.unwrap();
        desk.takes_back(desk.has.lychee.copies[0]).await.unwrap();
        desk.waits_days(80).await;
        desk.lends(desk.has.chess.copies[0], desk.luo.person).await.unwrap();
        let shelf = desk.month(today()).await.shelves.remove(0);
        assert_eq!((shelf.copies, shelf.idle), (4, 2));
        let on = today();
        let list = desk.sees(move |c, _, station| answers::idle(c, station.id, "a1", on)).await.unwrap();
        let mut copies: Vec<_> = list.all.iter().map(|one| (one.name.as_str(), one.last_lent_on)).collect();
        copies.sort_unstable();
        assert_eq!(copies, [("猜猜我有多爱你", None), ("长安的荔枝", None)]);
        assert_eq!(list.n, 2);
        for odd in ["door", "zz", "\0"] {
            let read = desk.sees(move |c, _, station| answers::idle(c, station.id, odd, on)).await;
            assert_eq!(read, Err(kernel::fault::Fault::NotFound), "{odd}");
        }
    }
}

#[tokio::test]
async fn managers_read_the_month_and_clerks_do_not() {
    for desk in desks().await {
        desk.lends(desk.has.hare.copies[0], desk.luo.person).await.unwrap();
        let manager = desk.manager.clone();
        let page = desk.page(&manager, PAGE).await.is(StatusCode::OK);
        page.says("2026年6月").says("太少，说不准：共 1 次").says("绘本").says("A 架").hushes("罗大爷");
        desk.page(&manager, &format!("{PAGE}?month=2026-05")).await.says("这个月没有借出").says("才有记录");
        desk.page(&manager, &format!("{PAGE}?month=2026-07")).await.is(StatusCode::NOT_FOUND);
        desk.page(&manager, &format!("{PAGE}/idle?shelf=a1")).await.is(StatusCode::OK).says("一年里都有人借");
        desk.page(&desk.clerk, PAGE).await.is(StatusCode::NOT_FOUND);
        desk.page("", PAGE).await.is(StatusCode::UNAUTHORIZED);
        desk.page(&desk.clerk, &format!("{PAGE}/idle?shelf=a1")).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_share_is_told_from_ten_on_with_its_interval() {
    for desk in desks().await {
        for n in 0..12 {
            let (h, station) = (desk.house.house(), desk.station.id);
            let work = move |c: &mut kernel::db::Conn| {
                let when = (date(2026, 6, 28), h.now());
                let data = json!({ "children": n < 6, "first": n == 0, "how": "desk", "kind": "book" });
                kernel::fact::record(c, station, h.new_id(), "library.issue", when, &data)
            };
            desk.house.db.write(work).await.unwrap();
        }
        let manager = desk.manager.clone();
        desk.page(&manager, PAGE).await.says("50%（25–75），12 次里有 6 次");
        let june = desk.asks(&manager, ("GET", &format!("{CALL}?month=2026-06")), Value::Null).await.json();
        assert_eq!(
            (&june["issues"], &june["readers"], &june["children"]["value"]),
            (&json!(12), &json!(1), &json!(0.5))
        );
        assert_eq!(june["late"], json!({ "count": 0, "n": 0, "value": null, "low": null, "high": null }));
        assert_eq!(june["idle"], json!([{ "shelf": "a1", "copies": 4, "idle": 0 }]));
        let odd = desk.asks(&manager, ("GET", &format!("{CALL}?month=2027-01")), Value::Null).await;
        assert!(odd.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["month"].is_string());
        let idle = desk.asks(&manager, ("GET", &format!("{CALL}/idle?shelf=a1")), Value::Null).await.json();
        assert_eq!(idle, json!({ "shelf": "a1", "n": 0, "copies": [] }));
        desk.asks(&desk.clerk, ("GET", CALL), Value::Null).await.is(StatusCode::NOT_FOUND);
    }
}
