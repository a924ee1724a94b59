//! Writes the months down as facts, each on its day, and has their pages made on the first of the next, as the station's own work does.
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::chance::Chance;
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use people::Role;
use serde_json::{Value, json};
use stations::Station;
use wellbeing::months::acts::set_residents;
use wellbeing::rules::period::Days;
use wellbeing::rules::sheet::Residents;

use super::{Activity, Count, Door, FILE, Months, Room, What};
use crate::township::load::NotLoaded;
use crate::township::past::People;

/// What happened in the last days is in other files.
const LIVED_DAYS: i64 = 8;
/// When the pages of a month are there.
const MADE: Time = Time::constant(6, 30, 0, 0);

/// Every number comes out the same each time the files are loaded.
const SEED: u64 = 20_260_627;

/// Writes the facts of the months, and of this one up to a week ago; the door and the rooms are asked on the way how they were open.
pub async fn facts(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &Months,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    if all.months == 0 {
        return Ok(());
    }
    let today = stations::wall(now, &station.zone).date();
    let began = past.now();
    for month in all.past(today) {
        let (h, at, this) = (past.clone(), station.clone(), all.clone());
        // The first one from a Monday on: half a week would look like a week in which few came.
        let monday = if Days::week(month.from).from == month.from { month.from } else { Days::week(month.from).until };
        let from = if month.from == all.first(today) { monday } else { month.from };
        let until = month.until.min(today.saturating_sub(LIVED_DAYS.days()));
        past.db.write(move |c| write(c, (&h, &at), &this, (from, until))).await?;
        // The night after the first day, from which on each later look catches up.
        for at in [night_after(station, from)?, made_at(station, month)?.min(now)] {
            hand.move_to(at);
            venues::jobs(past).await?;
            wellbeing::door::jobs(past).await?;
        }
    }
    let (h, at, this) = (past.clone(), station.clone(), all.clone());
    let until = today.saturating_sub(LIVED_DAYS.days());
    past.db.write(move |c| write(c, (&h, &at), &this, (today.first_of_month(), until))).await?;
    hand.move_to(began);
    residents(past, (station, people), all, hand, now).await
}

/// Has the pages made, each on the first of the next month.
pub async fn sheets(
    past: &House,
    hand: &Rehearsal,
    station: &Arc<Station>,
    all: &Months,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = stations::wall(now, &station.zone).date();
    for month in all.past(today) {
        hand.move_to(made_at(station, month)?.min(now));
        wellbeing::months::jobs(past).await?;
    }
    hand.move_to(now);
    Ok(())
}

impl Months {
    /// The first moment of which facts are told, if any are.
    pub fn began(&self, zone: &TimeZone, now: Timestamp) -> Result<Option<Timestamp>, Fault> {
        if self.months == 0 {
            return Ok(None);
        }
        let first = self.first(stations::wall(now, zone).date()).at(0, 0, 0, 0);
        zone.to_ambiguous_timestamp(first).compatible().map(Some).map_err(Fault::broken)
    }

    fn first(&self, today: Date) -> Date {
        today.first_of_month().saturating_sub(self.months.months())
    }

    /// The whole months, the oldest first.
    fn past(&self, today: Date) -> Vec<Days> {
        (0..self.months).map(|n| Days::month(self.first(today).saturating_add(n.months()))).collect()
    }
}

fn night_after(station: &Station, day: Date) -> Result<Timestamp, Fault> {
    errands::answers::instant(station, day.saturating_add(1.day()).to_datetime(MADE))
}

fn made_at(station: &Station, month: Days) -> Result<Timestamp, Fault> {
    errands::answers::instant(station, month.until.to_datetime(MADE))
}

/// Set before the first page is made.
async fn residents(
    past: &House,
    (station, people): (&Arc<Station>, &People),
    all: &Months,
    hand: &Rehearsal,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let Some(are) = &all.residents else { return Ok(()) };
    let nobody = || NotLoaded::Refused(format!("{FILE} needs a manager in staff.csv"));
    let manager = people.manager.ok_or_else(nobody)?;
    let id = station.id;
    let staff = past.db.read(move |c| people::staff_at(c, &manager, id, Role::Manager)).await?;
    let today = stations::wall(now, &station.zone).date();
    let began = past.now();
    hand.move_to(errands::answers::instant(station, all.first(today).to_datetime(MADE))?);
    let new = Residents { count: are.people.into(), source: are.source.clone(), as_of: are.as_of };
    set_residents(past, station, new, (&staff, None)).await?;
    hand.move_to(began);
    Ok(())
}

/// One station's facts, written down.
struct Writing<'a> {
    c: &'a mut Conn,
    house: &'a House,
    station: &'a Station,
    chance: Chance,
    /// Number of the venue and of the offering, by the offering's name in addresses.
    numbers: &'a BTreeMap<String, (i32, i32)>,
    day: Date,
}

fn write(
    c: &mut Conn,
    (house, station): (&House, &Station),
    all: &Months,
    (from, until): (Date, Date),
) -> Result<(), Fault> {
    let catalogue = venues::answers::catalogue(c, station)?;
    let numbers = catalogue.offerings.iter().map(|one| (one.slug.clone(), (one.venue, one.id))).collect();
    let mut day = from;
    while day < until {
        // Of its own for each day, so that another day more changes none of the others.
        let chance = Chance::seeded(SEED.wrapping_add(u64::from(day.day_of_year().unsigned_abs())));
        let mut today = Writing { c, house, station, chance, numbers: &numbers, day };
        today.all(all)?;
        day = day.saturating_add(1.day());
    }
    Ok(())
}

impl Writing<'_> {
    fn all(&mut self, all: &Months) -> Result<(), Fault> {
        let on = self.day.weekday();
        for door in all.doors.iter().filter(|one| one.days.contains(&on)) {
            self.door(door)?;
        }
        for room in all.rooms.iter().filter(|one| one.days.contains(&on)) {
            self.room(room)?;
        }
        for activity in all.activities.iter().filter(|one| one.days.contains(&on)) {
            self.activity(activity)?;
        }
        for count in all.counts.iter().filter(|one| one.days.contains(&on)) {
            self.count(count)?;
        }
        Ok(())
    }

    /// Whether one of the `n` of a hundred it is.
    fn is_one(&self, n: u32) -> bool {
        self.chance.below(100) < n
    }

    /// About `n`: a quarter more or less.
    fn about(&self, n: u32) -> u32 {
        n - n / 4 + self.chance.below(n / 2 + 1)
    }

    fn at(&self, time: Time) -> Result<Timestamp, Fault> {
        errands::answers::instant(self.station, self.day.to_datetime(time))
    }

    fn fact(&mut self, kind: &'static str, at: Timestamp, data: &Value) -> Result<(), Fault> {
        fact::record(self.c, self.station.id, self.house.new_id(), kind, (self.day, at), data)
    }

    fn door(&mut self, door: &Door) -> Result<(), Fault> {
        let (opened, closed) = (self.at(door.opened)?, self.at(door.closed)?);
        self.fact("door.opened", opened, &json!({}))?;
        if !self.is_one(door.forgotten) {
            self.fact("door.closed", closed, &json!({}))?;
        }
        if self.is_one(door.found_closed) {
            self.fact("door.found-closed", self.at(Time::constant(6, 15, 0, 0))?, &json!({}))?;
        }
        Ok(())
    }

    fn room(&mut self, room: &Room) -> Result<(), Fault> {
        let missing = || Fault::broken(format!("there is no offering “{}”", room.offering));
        let (venue, offering) = self.numbers.get(&room.offering).copied().ok_or_else(missing)?;
        let until = self.at(room.from)? + SignedDuration::from_mins(room.minutes);
        for _ in 0..room.times {
            if !self.is_one(room.in_100) {
                continue;
            }
            let seen = room.walk_in || !self.is_one(room.unseen);
            let used = json!({
                "venue": venue,
                "offering": offering,
                "minutes": room.minutes,
                "people": room.people,
                "walk_in": room.walk_in,
                "seen": seen,
                "units": 1,
                "for": "resident",
            });
            self.fact("venue.used", until, &used)?;
            if seen && !room.walk_in {
                stations::seen_open(self.c, self.station, self.at(room.from)?)?;
            }
        }
        Ok(())
    }

    fn activity(&mut self, activity: &Activity) -> Result<(), Fault> {
        let called_off = self.is_one(activity.called_off);
        let came = (!called_off && !self.is_one(activity.uncounted)).then(|| self.about(activity.came));
        let planned = json!({ "announced_h": activity.announced_h, "called_off": called_off, "came": came });
        self.fact("activity.planned", self.at(activity.at)?, &planned)
    }

    fn count(&mut self, count: &Count) -> Result<(), Fault> {
        let (from, until) = (self.at(count.from)?, self.at(count.until)?);
        let minutes = u32::try_from(until.duration_since(from).as_mins()).map_err(Fault::broken)?;
        for _ in 0..self.about(count.n) {
            let at = from + SignedDuration::from_mins(i64::from(self.chance.below(minutes)));
            let (kind, data) = match count.what {
                What::Ticket => ("ticket-ended", served(at)?),
                What::CallBack => ("call-back-ended", json!({ "outcome": "settled" })),
                What::Village => ("village-day.held", json!({})),
                What::Opinion => ("opinion.answered", json!({})),
            };
            self.fact(kind, at, &data)?;
            if count.what == What::Ticket {
                stations::seen_open(self.c, self.station, at)?;
            }
        }
        Ok(())
    }
}

/// A ticket of somebody who came and was served; about what and how long, the file does not say.
fn served(at: Timestamp) -> Result<Value, Fault> {
    let ended = errands::rules::Ended {
        line: 1,
        matters: vec![],
        state: errands::rules::State::Done,
        way: errands::rules::Way::Desk,
        came: true,
        from_afar: false,
        seen_at: errands::rules::quarter(at),
        waited_s: None,
        served_s: None,
        wasted: None,
    };
    serde_json::to_value(ended).map_err(Fault::broken)
}
