//! Who gets a stall place: in the order in which they came, or in that of a draw; always within what may be sold there.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::goods::Goods;
use super::plan::{Place, PlaceKind};
use crate::draws::rules::{Site, Wish};
use crate::fair::StallId;

/// How places are given away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FairStallRule)]
pub enum Rule {
    /// First come, and staff confirm each.
    FirstCome = 0,
    /// In the order of a draw, once applying is over.
    Draw = 1,
}

impl Rule {
    pub fn of(stored: i16) -> Option<Rule> {
        [Rule::FirstCome, Rule::Draw].into_iter().find(|r| *r as i16 == stored)
    }

    pub fn name(self) -> &'static str {
        match self {
            Rule::FirstCome => "first-come",
            Rule::Draw => "draw",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    pub rule: Rule,
    /// Until when one may apply.
    pub until: Timestamp,
    /// SHA-256 of the seed of a draw: public from the first.
    pub commitment: String,
    /// The seed itself, once it is drawn; until then it is sealed.
    pub seed: Option<String>,
    pub drawn_at: Option<Timestamp>,
}

/// How an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FairStallState)]
pub enum Stands {
    Waiting = 0,
    Given = 1,
    Withdrawn = 2,
}

impl Stands {
    pub const ALL: [Stands; 3] = [Stands::Waiting, Stands::Given, Stands::Withdrawn];

    pub fn of(stored: i16) -> Option<Stands> {
        Stands::ALL.into_iter().find(|s| *s as i16 == stored)
    }

    pub fn name(self) -> &'static str {
        match self {
            Stands::Waiting => "waiting",
            Stands::Given => "given",
            Stands::Withdrawn => "withdrawn",
        }
    }
}

/// Somebody who wants a stall place, or has one. Who it is stays sealed in the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stall {
    pub id: StallId,
    pub number: i32,
    /// Its place in line.
    pub turn: i32,
    pub goods: Goods,
    pub sells: String,
    pub metres: i16,
    pub power: bool,
    pub trade_name: String,
    pub trade_public: bool,
    pub state: Stands,
    /// The place that it has.
    pub code: Option<String>,
}

/// Why something about a stall is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoStall {
    /// Places of this fair are not given away here.
    NotOffered,
    /// Applying is over.
    TooLate,
    /// The draw is after the closing time.
    TooEarly,
    Drawn,
    /// Somebody has that place.
    Taken,
    /// It is too short, has no power, or is for other goods.
    DoesNotFit,
    /// It is not waiting any more.
    NotWaiting,
    /// Something of that code or in use is there.
    InUse,
    NothingToCopy,
    LaidOut,
}

impl Stall {
    /// What it needs, as a draw publishes it.
    pub fn wish(&self) -> Wish {
        Wish { number: self.number, goods: self.goods.name().into(), metres: self.metres, power: self.power }
    }
}

impl Place {
    /// What may stand there, as a draw publishes it.
    pub fn site(&self) -> Site {
        let goods = self.goods.map(|goods| goods.name().into());
        Site { code: self.code.clone(), goods, metres: self.metres, power: self.power }
    }
}

/// Whether a stall can stand there.
pub fn fits(place: &Place, stall: &Stall) -> bool {
    place.kind == PlaceKind::Stall && place.site().takes(&stall.wish())
}

/// Who comes next for a place that is free: the first in line whom it fits.
pub fn next_for<'s>(place: &Place, all: &'s [Stall]) -> Option<&'s Stall> {
    let waiting = all.iter().filter(|s| s.state == Stands::Waiting && fits(place, s));
    waiting.min_by_key(|s| (s.turn, s.number))
}

/// The best of the free places for a stall, as a draw would choose.
pub fn best_for<'p>(stall: &Stall, free: impl Iterator<Item = &'p Place>) -> Option<&'p Place> {
    free.filter(|p| fits(p, stall)).min_by_key(|p| p.site().rank())
}
