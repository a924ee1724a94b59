//! `signups.csv`: who is signed up for what is held next.
use std::sync::Arc;

use ::activities::rules::Joining;
use ::activities::signups::acts::{Guest, NewSignup, draw, join};
use ::activities::signups::rules::MOST_SEATS;
use ::activities::{Occurrence, Series};
use jiff::{SignedDuration, Timestamp};
use kernel::clock::Rehearsal;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::{Band, Name};
use serde::Deserialize;
use stations::Station;

use super::load::NotLoaded;
use super::past::People;
use super::wrong::csv;
use super::{Files, Held, Wrong};

/// Somebody who is signed up; whoever stands higher was faster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// The title of an activity.
    pub activity: String,
    /// A name of `people.csv`, or one that a clerk typed.
    pub who: Name,
    /// The age of a child whom they bring.
    pub child: Option<Band>,
    pub seats: i16,
}

#[derive(Deserialize)]
struct Row {
    activity: String,
    who: String,
    child: String,
    seats: i16,
}

const FILE: &str = "signups.csv";

pub fn read(files: &Files, held: &[Held]) -> Result<Vec<Coming>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut all, mut wrong) = (vec![], vec![]);
    for (line, row) in csv::<Row>(FILE, text)? {
        match coming(row, held) {
            Ok(coming) => all.push(coming),
            Err((column, why)) => wrong.push(Wrong::new(FILE, line, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn coming(row: Row, held: &[Held]) -> Result<Coming, (&'static str, String)> {
    let of = held.iter().find(|held| held.new.title == row.activity);
    let of = of.ok_or_else(|| ("activity", format!("activities.toml has no activity “{}”", row.activity)))?;
    if of.new.joining == Joining::JustCome {
        return Err(("activity", format!("everybody just comes to “{}”", row.activity)));
    }
    let who = row.who.parse().map_err(|_| ("who", format!("“{}” is no name to call", row.who)))?;
    let child = match row.child.as_str() {
        "" => None,
        age => Some(Band::from_name(age).ok_or_else(|| ("child", format!("“{age}” is no age; write 7-9")))?),
    };
    if !(1..=MOST_SEATS).contains(&row.seats) {
        return Err(("seats", format!("{} people; 1 to {MOST_SEATS} come together", row.seats)));
    }
    Ok(Coming { activity: row.activity, who, child, seats: row.seats })
}

/// They signed up the day before yesterday, a minute apart; what has closed since is drawn.
const BEFORE: SignedDuration = SignedDuration::from_hours(48);

/// Signs them up for the next time that has not begun. A rule that says no is a mistake in the file.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &[Coming],
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let at = station.id;
    let next: Vec<(Series, Occurrence)> = past.db.read(move |c| ::activities::next_of_each(c, at, now)).await?;
    let v = View::plain(past, Lang::Zh);
    for (minute, coming) in (0..).zip(all) {
        let Some((_, one)) = next.iter().find(|(series, _)| series.plan.title == coming.activity) else { continue };
        hand.move_to(now - BEFORE + SignedDuration::from_mins(minute));
        let guest = match (people.find(coming.who.as_str()), people.clerk) {
            (Some(person), _) => Guest::Person(person),
            (None, Some(staff)) => Guest::Desk { staff, name: Some(coming.who.clone()), phone: None },
            (None, None) => return Err(NotLoaded::Refused("signups.csv needs a clerk in staff.csv".into())),
        };
        let new = NewSignup { occurrence: one.id, guest, child: None, band: coming.child, seats: coming.seats };
        join(past, station, &v, new, None).await?;
    }
    hand.move_to(now);
    for (series, one) in &next {
        let (_, closes_at) = series.plan.signing_up(one.starts_at);
        if let (Joining::Draw, true, Some(staff)) = (series.plan.joining, closes_at <= now, people.clerk) {
            draw(past, station, one.id, staff).await?;
        }
    }
    // Who was offered a place, or is reminded, has known it since.
    ::activities::signups::acts::jobs(past).await?;
    past.db.write(move |c| outbox::drop_waiting(c, at)).await?;
    Ok(())
}
