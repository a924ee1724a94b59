//! What shows that the door is open, in the order in which it was.
use jiff::Timestamp;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use serde_json::json;

use super::town::{SANHE, towns};
use crate::seen_open;

fn at(clock: &str) -> Timestamp {
    format!("2026-06-27T{clock}+08:00").parse().expect("an instant")
}

#[tokio::test]
async fn what_is_seen_after_a_word_of_the_same_quarter_stands_after_it_and_tells_no_more() {
    for house in towns() {
        let (h, day) = (house.house(), date(2026, 6, 27));
        let work = move |c: &mut Conn| {
            let station = crate::by_id(c, SANHE)?;
            let say = |c: &mut Conn, kind, clock| {
                fact::record(c, SANHE, h.new_id(), kind, (day, at(clock)), &json!({}))?;
                Ok::<_, Fault>(())
            };
            seen_open(c, &station, at("17:02:00"))?;
            say(c, "door.closed", "17:05:30")?;
            for clock in ["17:10:00", "17:14:59", "17:15:00", "17:29:00"] {
                seen_open(c, &station, at(clock))?;
            }
            say(c, "door.closed", "17:31:00")?;
            seen_open(c, &station, at("17:31:50"))?;
            seen_open(c, &station, at("17:44:00"))?;
            say(c, "door.opened", "17:44:10")?;
            seen_open(c, &station, at("17:44:20"))?;
            fact::between(c, SANHE, "door.seen-open", day, day.tomorrow().map_err(Fault::broken)?)
        };
        let seen: Vec<_> = house.db.write(work).await.unwrap().into_iter().map(|fact| fact.at).collect();
        let told = ["17:00:00", "17:06:30", "17:15:00", "17:31:00", "17:44:10"];
        assert_eq!(seen, told.map(at), "once before a word, once after it, once in each other quarter");
    }
}
