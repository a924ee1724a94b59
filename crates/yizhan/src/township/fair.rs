//! `fair.toml`: programme, plan, stalls and car parks of the next fair, and the morning of its day.
use std::sync::Arc;

use ::activities::fair::acts::{self as fair, NewStall};
use ::activities::fair::rules::{Entry, Goods, Place, PlaceKind, Rule};
use ::activities::fairs::{self, FairDay};
use ::activities::parking::acts::{self as parking, Draft, DraftBays};
use ::activities::parking::rules::{Class, Held, Name, Step, Tap, Why};
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use serde::Deserialize;
use stations::Station;

use super::wrong::toml;
use super::{Files, Wrong};

/// All that the file says. It is laid out for the next fair there is; without one it says nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fair {
    rule: Rule,
    apply_until_days: i64,
    #[serde(default)]
    entry: Vec<EntryText>,
    #[serde(default)]
    row: Vec<Row>,
    #[serde(default)]
    place: Vec<PlaceText>,
    #[serde(default)]
    stall: Vec<StallText>,
    #[serde(default)]
    lot: Vec<LotText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryText {
    from: Time,
    until: Time,
    title: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    who: String,
}

/// Stalls beside one another.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    count: i32,
    x: i32,
    y: i32,
    metres: i16,
    power: bool,
    goods: Option<Goods>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceText {
    code: String,
    kind: PlaceKind,
    #[serde(default)]
    label: String,
    x: i32,
    y: i32,
    wide: i32,
    tall: i32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StallText {
    /// Without a place it waits.
    on: Option<String>,
    goods: Goods,
    sells: String,
    #[serde(default = "three")]
    metres: i16,
    name: String,
    #[serde(default)]
    trade_name: String,
    #[serde(default)]
    trade_public: bool,
}

fn three() -> i16 {
    3
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct LotText {
    slug: String,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    address: String,
    lat: f64,
    lon: f64,
    threshold: i16,
    opens: Time,
    closes: Time,
    leave_by: Option<Time>,
    cars: i32,
    #[serde(default)]
    cycles: i32,
    #[serde(default)]
    buses: i32,
    #[serde(default)]
    held_disabled: i32,
    #[serde(default)]
    held_emergency: i32,
    #[serde(default)]
    held_staff: i32,
    #[serde(default)]
    morning: Vec<Stretch>,
}

/// So many cars came and left between two times.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stretch {
    from: Time,
    until: Time,
    came: i32,
    left: i32,
}

const FILE: &str = "fair.toml";

pub fn read(files: &Files) -> Result<Option<Fair>, Vec<Wrong>> {
    files.get(FILE).map(|text| toml(FILE, text)).transpose()
}

impl Row {
    /// Half a metre is a unit; a stall is two metres deep.
    fn places(&self) -> impl Iterator<Item = Place> + '_ {
        let wide = i32::from(self.metres) * 2;
        (0..self.count).map(move |n| Place {
            code: format!("{}{}", self.code, n + 1),
            kind: PlaceKind::Stall,
            label: String::new(),
            goods: self.goods,
            metres: self.metres,
            power: self.power,
            x: self.x + n * (wide + 1),
            y: self.y,
            wide,
            tall: 5,
        })
    }
}

impl LotText {
    fn draft(&self, place: i16) -> Draft {
        let held =
            [(Why::Disabled, self.held_disabled), (Why::Emergency, self.held_emergency), (Why::Staff, self.held_staff)];
        let held = held.into_iter().filter(|(_, bays)| *bays > 0).map(|(why, bays)| Held { why, bays }).collect();
        let bays =
            [(Class::Car, self.cars, held), (Class::Cycle, self.cycles, vec![]), (Class::Bus, self.buses, vec![])];
        let bays = bays.into_iter().filter(|(_, capacity, _)| *capacity > 0);
        Draft {
            slug: self.slug.clone(),
            name: Name { zh: self.name.clone(), en: self.name_en.clone() },
            address: self.address.clone(),
            at: Some((self.lat, self.lon)),
            place,
            threshold: self.threshold,
            opens: self.opens,
            closes: self.closes,
            leave_by: self.leave_by,
            bays: bays.map(|(class, capacity, held)| DraftBays { class, capacity, held }).collect(),
        }
    }

    /// The taps of the morning: evenly spread, those who leave between those who come.
    fn taps(&self, instant: impl Fn(Time) -> Result<Timestamp, Fault>) -> Result<Vec<Tap>, Fault> {
        let mut all = vec![];
        for stretch in &self.morning {
            let (from, until) = (instant(stretch.from)?, instant(stretch.until)?);
            let n = stretch.came + stretch.left;
            let every = SignedDuration::from_secs(until.duration_since(from).as_secs() / i64::from(n.max(1)));
            let leaves = |k: i32| stretch.left > 0 && (k + 1) * stretch.left / n > k * stretch.left / n;
            for k in 0..n {
                let step = if leaves(k) { Step::Out } else { Step::In };
                let nonce = format!("morning-{}", all.len());
                all.push(Tap { nonce, class: Class::Car, step, at: from + every * (k + 1) });
            }
        }
        Ok(all)
    }
}

/// Lays it out for the next fair, with the morning of its day: also when that day is still to come, so that a clock that is moved
/// there finds cars, as many as have come by then.
pub async fn live(house: &House, station: &Arc<Station>, all: Option<&Fair>) -> Result<(), Fault> {
    let Some(all) = all.cloned() else { return Ok(()) };
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| match fairs::next(c, &station, now)? {
        Some(day) => lay_out(c, &h, (&station, &day), &all, now),
        None => Ok(()),
    };
    house.db.write(work).await
}

fn lay_out(
    c: &mut Conn,
    house: &House,
    (station, day): (&Station, &FairDay),
    all: &Fair,
    now: Timestamp,
) -> Result<(), Fault> {
    let id = day.occurrence.id;
    let instant = |time: Time| errands::answers::instant(station, day.day(station).to_datetime(time));
    let mut entries = vec![];
    for e in &all.entry {
        let (title, place, who) = (e.title.clone(), e.place.clone(), e.who.clone());
        let id = ::activities::fair::EntryId(house.new_id());
        entries.push(Entry { id, from: instant(e.from)?, until: instant(e.until)?, title, place, who, off: None });
    }
    let other = all.place.iter().map(|p| Place {
        code: p.code.clone(),
        kind: p.kind,
        label: p.label.clone(),
        goods: None,
        metres: 0,
        power: false,
        x: p.x,
        y: p.y,
        wide: p.wide,
        tall: p.tall,
    });
    let places: Vec<Place> = all.row.iter().flat_map(Row::places).chain(other).collect();
    let until = day.occurrence.starts_at - SignedDuration::from_hours(24 * all.apply_until_days);
    fair::found(c, house, station, id, (&entries, &places, Some((all.rule, until))))?;
    for s in &all.stall {
        let new = NewStall {
            goods: s.goods,
            sells: s.sells.clone(),
            metres: s.metres,
            power: false,
            trade_name: s.trade_name.clone(),
            trade_public: s.trade_public,
            name: s.name.parse().map_err(|e| Fault::broken(format!("{FILE}: {}: {e:?}", s.name)))?,
            phone: None,
        };
        fair::found_stall(c, house, station, (id, &new, s.on.as_deref()), now)?;
    }
    for (lot, place) in all.lot.iter().zip(1..) {
        let made = parking::found(c, house, station, (day, &lot.draft(place)), (By::Program, now))?;
        parking::found_taps(c, station, made, &lot.taps(instant)?, now)?;
    }
    Ok(())
}
