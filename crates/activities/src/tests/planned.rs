//! What a manager changes, as it is counted when it is over.
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::fact;
use serde_json::{Value, json};

use super::*;

const JULY_11: Date = date(2026, 7, 11);

impl Town {
    /// On which day what was planned, in July.
    async fn planned(&self) -> Vec<(Date, Value)> {
        crate::arrivals::acts::jobs(&self.house).await.unwrap();
        let station = self.station.id;
        let july = (date(2026, 7, 1), date(2026, 8, 1));
        let read = move |c: &mut Conn| fact::between(c, station, "activity.planned", july.0, july.1);
        self.house.db.read(read).await.unwrap().into_iter().map(|fact| (fact.on, fact.data)).collect()
    }
}

fn said(announced_h: i64, called_off: bool) -> Value {
    json!({ "announced_h": announced_h, "called_off": called_off, "came": null })
}

#[tokio::test]
async fn a_time_that_is_moved_is_announced_anew_and_counts_on_its_new_day() {
    for town in towns().await {
        let id = town.make(plan(SATURDAYS, JULY_4), false).await.unwrap();
        let [first, second] = town.times(id).await[..2].to_vec().try_into().unwrap();
        town.house.set_clock(town.at(date(2026, 7, 3), 9));
        let day = SignedDuration::from_hours(24);
        let moved = OneTime { starts_at: first.starts_at + day, ends_at: first.ends_at + day, ..as_it_is(&first) };
        town.change_one(first.id, moved).await.unwrap();
        town.change_one(second.id, OneTime { note: "带上小板凳".into(), ..as_it_is(&second) }).await.unwrap();
        town.house.set_clock(town.at(JULY_11, 12));
        // The second was there since noon of 27 June; a note about it moves nothing.
        assert_eq!(town.planned().await, [(date(2026, 7, 5), said(48, false)), (JULY_11, said(14 * 24 - 3, false))]);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_time_that_is_called_off_weeks_ahead_was_planned() {
    for town in towns().await {
        let id = town.make(plan(SATURDAYS, JULY_4), false).await.unwrap();
        let second = town.times(id).await[1].id;
        town.call_off(second).await.unwrap();
        town.house.set_clock(town.at(JULY_11, 12));
        let off: Vec<bool> = town.planned().await.iter().map(|(_, data)| data["called_off"] == json!(true)).collect();
        assert_eq!(off, [false, true]);
    }
}

#[tokio::test]
async fn a_series_that_ends_takes_with_it_only_what_nobody_counted_on() {
    for town in towns().await {
        let id = town.make(plan(SATURDAYS, JULY_4), false).await.unwrap();
        town.house.set_clock(town.at(date(2026, 7, 3), 12));
        town.end(id, None).await.unwrap();
        town.house.set_clock(town.at(date(2026, 8, 1), 12));
        assert_eq!(town.planned().await, [(JULY_4, said(7 * 24 - 3, true))], "the day before is too late");
        town.sound().await;
    }
}
