//! What everybody reads of lots, and what whoever counts is answered.
use jiff::Timestamp;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::OccurrenceId;
use crate::parking::LotId;
use crate::parking::acts::Counted;
use crate::parking::answers::Ground;
use crate::parking::rules::{Class, Held, Lot, Shown, shown};
use crate::parking::says;
use crate::says::written;

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
        let when = v.when(&station.zone);
        let bays = lot.bays.iter().filter_map(|b| {
            let shown = shown(v.now(), lot, b.class)?;
            let (state, last) = state(&shown);
            Some(BaysShape {
                class: b.class,
                capacity: b.capacity,
                held: b.held.clone(),
                state,
                free: last.map(|l| l.0),
                counted_at: last.map(|l| written(station, l.1)),
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
            opens_at: written(station, lot.opens),
            closes_at: written(station, lot.closes),
            leave_by: lot.leave_by.map(|at| written(station, at)),
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
