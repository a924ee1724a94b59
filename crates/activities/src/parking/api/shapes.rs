//! What the API says of lots. Names are in the reader's language.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::OccurrenceId;
use crate::parking::acts::Counted;
use crate::parking::answers::{Afterwards, Ground, InTheWay, LotAtDesk};
use crate::parking::rules::{Class, Held, Lot, Review, Shown, shown};
use crate::parking::says;
use crate::parking::store::{KeptTap, Pass};
use crate::parking::{LotId, MoveId, PassId};

/// 2026-06-27T09:58:00+08:00
pub fn written(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The bays of one class, as they stand now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingBays)]
pub struct BaysShape {
    pub class: Class,
    pub capacity: i32,
    pub held: Vec<Held>,
    /// `open`, `full`, `unknown`, `closed` or `not-yet`. What is unknown is not open.
    #[schema(example = "open")]
    pub state: &'static str,
    /// As of `counted_at`; of an unknown lot it is the last figure.
    pub free: Option<i32>,
    #[schema(format = DateTime)]
    pub counted_at: Option<String>,
    /// The same in words.
    pub said: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingLot)]
pub struct LotShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: LotId,
    pub slug: String,
    pub name: String,
    pub address: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// Lots fill in this order.
    pub place: i16,
    /// Per cent taken from which people are sent to the next lot.
    pub threshold: i16,
    #[schema(format = DateTime)]
    pub opens_at: String,
    #[schema(format = DateTime)]
    pub closes_at: String,
    #[schema(format = DateTime)]
    pub leave_by: Option<String>,
    /// Closed by hand, and why.
    pub shut: Option<String>,
    pub bays: Vec<BaysShape>,
}

fn state(shown: &Shown) -> (&'static str, Option<(i32, Timestamp)>) {
    match shown {
        Shown::NotYet => ("not-yet", None),
        Shown::Closed => ("closed", None),
        Shown::Unknown { last } => ("unknown", *last),
        Shown::Free { free: 0, at } => ("full", Some((0, *at))),
        Shown::Free { free, at } => ("open", Some((*free, *at))),
    }
}

impl LotShape {
    pub fn of(v: &View, station: &Station, lot: &Lot) -> LotShape {
        let (when, zone) = (v.when(&station.zone), &station.zone);
        let bays = lot.bays.iter().filter_map(|b| {
            let shown = shown(v.now(), lot, b.class)?;
            let (state, last) = state(&shown);
            Some(BaysShape {
                class: b.class,
                capacity: b.capacity,
                held: b.held.clone(),
                state,
                free: last.map(|l| l.0),
                counted_at: last.map(|l| written(l.1, zone)),
                said: says::stands(v, &when, lot, &shown).1,
            })
        });
        LotShape {
            id: lot.id,
            slug: lot.slug.clone(),
            name: says::name(v, &lot.name).to_owned(),
            address: lot.address.clone(),
            lat: lot.at.map(|p| p.0),
            lon: lot.at.map(|p| p.1),
            place: lot.place,
            threshold: lot.threshold,
            opens_at: written(lot.opens, zone),
            closes_at: written(lot.closes, zone),
            leave_by: lot.leave_by.map(|at| written(at, zone)),
            shut: lot.shut.clone(),
            bays: bays.collect(),
        }
    }
}

/// The lots of a fair, and where cars are sent now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingNow)]
pub struct NowShape {
    #[schema(value_type = Option<String>, format = Uuid)]
    pub fair: Option<OccurrenceId>,
    pub title: Option<String>,
    /// Which lot now: its short name. Nothing when none is open, or all are full.
    pub here: Option<String>,
    /// Where the overflow goes.
    pub then: Option<String>,
    /// No open lot was counted within half an hour: `here` is a guess.
    pub guessed: bool,
    pub lots: Vec<LotShape>,
}

impl NowShape {
    pub fn of(v: &View, station: &Station, ground: Option<&Ground>) -> NowShape {
        let guide = ground.map(|g| g.guide(Class::Car, v.now())).unwrap_or_default();
        let lots = || ground.iter().flat_map(|g| &g.lots);
        let slug = |n: Option<usize>| n.and_then(|n| lots().nth(n)).map(|lot| lot.slug.clone());
        NowShape {
            fair: ground.map(|g| g.fair.occurrence.id),
            title: ground.map(|g| g.fair.title().to_owned()),
            here: slug(guide.here),
            then: slug(guide.then),
            guessed: guide.guessed,
            lots: lots().map(|lot| LotShape::of(v, station, lot)).collect(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingCount)]
pub struct CountShape {
    pub class: Class,
    /// As many as were tapped in, less those tapped out.
    pub count: i32,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingCounted)]
pub struct CountedShape {
    /// As many taps were not known before.
    pub kept: usize,
    pub parked: Vec<CountShape>,
}

impl CountedShape {
    pub fn of(counted: &Counted) -> CountedShape {
        let parked = counted.parked.iter().map(|(class, count)| CountShape { class: *class, count: *count }).collect();
        CountedShape { kept: counted.kept, parked }
    }
}

/// A marshal's link; its secret is told once, when it is made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingPass)]
pub struct PassShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: PassId,
    pub label: String,
    #[schema(format = DateTime)]
    pub until: String,
    pub withdrawn: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingRecount)]
pub struct RecountShape {
    pub class: Class,
    pub from: i32,
    pub to: i32,
    pub reason: String,
    #[schema(format = DateTime)]
    pub at: String,
    /// Who of staff.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub by: Option<kernel::db::types::Id>,
}

/// A lot as the desk has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingLotAtDesk)]
pub struct DeskLotShape {
    pub lot: LotShape,
    pub passes: Vec<PassShape>,
    /// The newest first.
    pub recounts: Vec<RecountShape>,
}

impl DeskLotShape {
    pub fn of(v: &View, station: &Station, read: &LotAtDesk) -> DeskLotShape {
        let zone = &station.zone;
        let pass = |p: &Pass| PassShape {
            id: p.id,
            label: p.label.clone(),
            until: written(p.until, zone),
            withdrawn: p.withdrawn_at.is_some(),
        };
        let recount = |t: &KeptTap| RecountShape {
            class: t.class,
            from: t.after - t.step,
            to: t.after,
            reason: t.reason.clone(),
            at: written(t.kept_at, zone),
            by: t.staff.map(|s| s.0),
        };
        DeskLotShape {
            lot: LotShape::of(v, station, &read.lot),
            passes: read.passes.iter().map(pass).collect(),
            recounts: read.recounts.iter().map(recount).collect(),
        }
    }
}

/// A car in the way. Only the desk reads it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingMove)]
pub struct MoveShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: MoveId,
    #[schema(value_type = String, format = Uuid)]
    pub lot: LotId,
    /// A part of the plate; nothing once it is forgotten.
    pub plate: Option<String>,
    pub spot: String,
    pub asker: Option<String>,
    pub phone: Option<String>,
    pub done: bool,
}

impl MoveShape {
    pub fn of(one: &InTheWay) -> MoveShape {
        MoveShape {
            id: one.id,
            lot: one.lot,
            plate: one.plate.clone(),
            spot: one.spot.clone(),
            asker: one.asker.clone(),
            phone: one.phone.as_ref().map(|p| p.full().to_owned()),
            done: one.done,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingHour)]
pub struct HourShape {
    #[schema(format = DateTime)]
    pub from: String,
    pub came: i32,
    pub went: i32,
    /// At the end of the hour.
    pub parked: i32,
}

/// One lot's day. Made of `n` taps and recounts by people on site.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingReview)]
pub struct ReviewShape {
    pub lot: String,
    pub class: Class,
    pub usable: i32,
    pub n: usize,
    pub peak: Option<i32>,
    #[schema(format = DateTime)]
    pub peak_at: Option<String>,
    pub came: i32,
    /// Cars per bay in hundredths.
    pub turnover: i64,
    #[schema(format = DateTime)]
    pub at_threshold: Option<String>,
    #[schema(format = DateTime)]
    pub full_since: Option<String>,
    pub full_minutes: i64,
    pub hours: Vec<HourShape>,
}

/// What the lots of a fair were used for, and what to do otherwise next time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingAfterwards)]
pub struct AfterShape {
    pub lots: Vec<ReviewShape>,
    /// In the reader's language.
    pub advice: Vec<String>,
    /// The day of the next fair of the series.
    #[schema(value_type = Option<String>, format = Date)]
    pub next: Option<jiff::civil::Date>,
}

impl AfterShape {
    pub fn of(v: &View, station: &Station, a: &Afterwards) -> AfterShape {
        let (when, zone) = (v.when(&station.zone), &station.zone);
        let one = |lot: &Lot, r: &Review| ReviewShape {
            lot: lot.slug.clone(),
            class: r.class,
            usable: r.usable,
            n: r.n,
            peak: r.peak.map(|p| p.0),
            peak_at: r.peak.map(|p| written(p.1, zone)),
            came: r.came,
            turnover: r.turnover(),
            at_threshold: r.at_threshold.map(|at| written(at, zone)),
            full_since: r.full_since.map(|at| written(at, zone)),
            full_minutes: r.full_for.as_mins(),
            hours: (r.hours.iter())
                .map(|h| HourShape { from: written(h.from, zone), came: h.came, went: h.went, parked: h.parked })
                .collect(),
        };
        let lots = a.ground.lots.iter().zip(&a.reviews).flat_map(|(lot, all)| all.iter().map(move |r| one(lot, r)));
        AfterShape {
            lots: lots.collect(),
            advice: a.advice.iter().map(|one| says::advice(v, &when, &a.ground.lots, *one)).collect(),
            next: a.next.as_ref().map(|fair| fair.day(station)),
        }
    }
}
