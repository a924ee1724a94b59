//! What the API says of fairs; strangers read nobody's name.
use jiff::civil::Date;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::OccurrenceId;
use crate::fair::answers::{Seen, Whole};
use crate::fair::rules::{Entry, Goods, Place, PlaceKind, Rule, Stall, Stands};
use crate::fair::{EntryId, StallId, says};
use crate::says::written;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairEntry)]
pub struct EntryShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: EntryId,
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    pub title: String,
    pub place: String,
    pub who: String,
    /// Called off, and why.
    pub off: Option<String>,
}

/// What is sold on a place. A trade name only if its holder wants it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairSold)]
pub struct SoldShape {
    pub goods: Goods,
    pub sells: String,
    pub trade_name: Option<String>,
}

/// A numbered place of the plan, in units of half a metre from its corner.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairPlace)]
pub struct PlaceShape {
    pub code: String,
    pub kind: PlaceKind,
    pub label: String,
    pub goods: Option<Goods>,
    pub metres: i16,
    pub power: bool,
    pub x: i32,
    pub y: i32,
    pub wide: i32,
    pub tall: i32,
    pub sold: Option<SoldShape>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairTerms)]
pub struct TermsShape {
    pub rule: Rule,
    #[schema(format = DateTime)]
    pub until: String,
    /// SHA-256 of the seed, bound before anybody applied.
    pub commitment: String,
    /// Once it is drawn; `stall-draw` has all that it takes to draw again.
    pub seed: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairDate)]
pub struct DateShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: OccurrenceId,
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// 农历五月十三, in the reader's language.
    pub lunar: Option<String>,
    /// Where the year has the month twice: which of them it is.
    pub leap: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Fair)]
pub struct FairShape {
    pub date: DateShape,
    pub title: String,
    #[schema(format = DateTime)]
    pub starts_at: String,
    #[schema(format = DateTime)]
    pub ends_at: String,
    pub called_off: bool,
    pub programme: Vec<EntryShape>,
    pub places: Vec<PlaceShape>,
    pub stalls: Option<TermsShape>,
    /// The fairs after it.
    pub later: Vec<DateShape>,
}

impl FairShape {
    pub fn of(v: &View, station: &Station, w: &Whole) -> FairShape {
        let date = |fair: &crate::fairday::FairDay| {
            let on = fair.day(station);
            let (lunar, leap) = (stations::lunar(v, on), says::leap(v, station, fair));
            DateShape { id: fair.occurrence.id, on, lunar, leap }
        };
        let entry = |e: &Entry| EntryShape {
            id: e.id,
            from: written(station, e.from),
            until: written(station, e.until),
            title: e.title.clone(),
            place: e.place.clone(),
            who: e.who.clone(),
            off: e.off.clone(),
        };
        let sold = |s: &Stall| SoldShape {
            goods: s.goods,
            sells: s.sells.clone(),
            trade_name: s.trade_public.then(|| s.trade_name.clone()),
        };
        let place = |p: &Place| PlaceShape {
            code: p.code.clone(),
            kind: p.kind,
            label: p.label.clone(),
            goods: p.goods,
            metres: p.metres,
            power: p.power,
            x: p.x,
            y: p.y,
            wide: p.wide,
            tall: p.tall,
            sold: w.on(&p.code).map(sold),
        };
        let terms = w.terms.as_ref().map(|t| TermsShape {
            rule: t.rule,
            until: written(station, t.until),
            commitment: t.commitment.clone(),
            seed: t.seed.clone(),
        });
        FairShape {
            date: date(&w.fair),
            title: w.fair.title().to_owned(),
            starts_at: written(station, w.fair.occurrence.starts_at),
            ends_at: written(station, w.fair.occurrence.ends_at),
            called_off: !w.fair.is_on(),
            programme: w.entries.iter().map(entry).collect(),
            places: w.places.iter().map(place).collect(),
            stalls: terms,
            later: w.later.iter().map(date).collect(),
        }
    }
}

/// An application, as whoever has its id sees it, and the desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairStall)]
pub struct StallShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: StallId,
    pub state: Stands,
    /// Its place in line.
    pub turn: i32,
    pub goods: Goods,
    pub sells: String,
    pub metres: i16,
    pub power: bool,
    pub trade_name: String,
    pub trade_public: bool,
    /// The place that it has.
    pub place: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub page: String,
}

impl StallShape {
    pub fn of(station: &Station, seen: &Seen) -> StallShape {
        let s = &seen.stall;
        StallShape {
            id: s.id,
            state: s.state,
            turn: s.turn,
            goods: s.goods,
            sells: s.sells.clone(),
            metres: s.metres,
            power: s.power,
            trade_name: s.trade_name.clone(),
            trade_public: s.trade_public,
            place: s.code.clone(),
            name: seen.name.clone(),
            phone: seen.phone.as_ref().map(|p| p.full().to_owned()),
            page: says::stall_path(station, s.id),
        }
    }
}
