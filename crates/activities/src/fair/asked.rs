//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::form::Problems;
use people::{Name, NameProblem, Phone, PhoneProblem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::EntryId;
use super::acts::NewStall;
use super::rules::{Entry, Goods, Place, PlaceKind, Rule};
use crate::fairday::text::{MOST_IN_A_NAME, MOST_IN_A_REASON, line, must, must_time};

/// Something of the programme.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewFairEntry {
    /// Of the fair's day.
    #[schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", max_length = 5, example = "09:00")]
    pub from: String,
    #[schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", max_length = 5, example = "11:30")]
    pub until: String,
    #[schema(min_length = 1, max_length = 40, example = "秦腔《花亭相会》")]
    pub title: String,
    #[schema(max_length = 40, example = "戏台")]
    pub place: String,
    #[schema(max_length = 40, example = "平安秦剧团")]
    pub who: String,
    /// Called off, and why.
    #[schema(max_length = 60)]
    pub off: Option<String>,
}

impl NewFairEntry {
    pub fn checked(&self, id: EntryId, (day, zone): (Date, &TimeZone)) -> Result<Entry, Problems> {
        let mut problems = Problems::default();
        let p = &mut problems;
        let from = must_time(p, "from", (day, zone), &self.from);
        let until = must_time(p, "until", (day, zone), &self.until);
        if from.zip(until).is_some_and(|(from, until)| until <= from) {
            p.add("until", "fair-backwards");
        }
        let title = must(p, "title", &self.title, MOST_IN_A_NAME);
        let (place, who) = (line(p, "place", &self.place, MOST_IN_A_NAME), line(p, "who", &self.who, MOST_IN_A_NAME));
        let off = line(p, "off", self.off.as_deref().unwrap_or_default(), MOST_IN_A_REASON);
        let off = Some(off).filter(|why| !why.is_empty());
        let entry = from.zip(until).map(|(from, until)| Entry { id, from, until, title, place, who, off });
        problems.or_else_all(entry)
    }
}

/// A numbered place of the plan, in units of half a metre from its corner.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFairPlace {
    #[schema(min_length = 1, max_length = 6, pattern = "^[A-Za-z0-9-]+$", example = "A12")]
    pub code: String,
    pub kind: PlaceKind,
    /// Of what is no stall.
    #[serde(default)]
    #[schema(max_length = 40, example = "戏台")]
    pub label: String,
    /// What may be sold there; anything where it is left out.
    #[serde(default)]
    pub goods: Option<Goods>,
    #[serde(default)]
    #[schema(minimum = 0, maximum = 50, default = 0)]
    pub metres: i16,
    #[serde(default)]
    pub power: bool,
    #[schema(minimum = 0, maximum = 2000)]
    pub x: i32,
    #[schema(minimum = 0, maximum = 2000)]
    pub y: i32,
    #[schema(minimum = 1, maximum = 2000)]
    pub wide: i32,
    #[schema(minimum = 1, maximum = 2000)]
    pub tall: i32,
}

impl NewFairPlace {
    pub fn checked(&self) -> Result<Place, Problems> {
        let mut problems = Problems::default();
        let code = self.code.trim().to_owned();
        if !(1..=6).contains(&code.len()) || !code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            problems.add("code", "fair-bad-code");
        }
        if !(0..=50).contains(&self.metres) || (self.kind == PlaceKind::Stall && self.metres == 0) {
            problems.add("metres", "fair-bad-metres");
        }
        let inside = |n: i32, least: i32| (least..=2000).contains(&n);
        if !inside(self.x, 0) || !inside(self.y, 0) || !inside(self.wide, 1) || !inside(self.tall, 1) {
            problems.add("x", "fair-bad-spot");
        }
        let label = line(&mut problems, "label", &self.label, MOST_IN_A_NAME);
        let (kind, goods, metres, power) = (self.kind, self.goods, self.metres, self.power);
        let (x, y, wide, tall) = (self.x, self.y, self.wide, self.tall);
        problems.or_else_all(Some(Place { code, kind, label, goods, metres, power, x, y, wide, tall }))
    }
}

/// How stall places are given away.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFairTerms {
    pub rule: Rule,
    /// So many days before the fair applying ends.
    #[schema(minimum = 0, maximum = 120)]
    pub days_before: i16,
}

impl NewFairTerms {
    pub fn checked(&self, starts_at: Timestamp) -> Result<(Rule, Timestamp), Problems> {
        let mut problems = Problems::default();
        if !(0..=120).contains(&self.days_before) {
            problems.add("days_before", "fair-bad-days");
        }
        let until = starts_at - SignedDuration::from_hours(24 * i64::from(self.days_before.clamp(0, 120)));
        problems.or_else_all(Some((self.rule, until)))
    }
}

/// Who wants a stall place.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFairStall {
    pub goods: Goods,
    /// What is sold.
    #[schema(min_length = 1, max_length = 40, example = "酿皮")]
    pub sells: String,
    #[schema(minimum = 1, maximum = 50)]
    pub metres: i16,
    #[serde(default)]
    pub power: bool,
    #[serde(default)]
    #[schema(max_length = 40, example = "阿琴酿皮")]
    pub trade_name: String,
    /// The trade name may be read by everybody.
    #[serde(default)]
    pub trade_public: bool,
    /// What to call them.
    #[schema(min_length = 1, max_length = 30, example = "马师傅")]
    pub name: String,
    /// Only a clerk may leave it out.
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
}

impl NewFairStall {
    pub fn checked(&self, by_desk: bool) -> Result<NewStall, Problems> {
        let mut problems = Problems::default();
        let p = &mut problems;
        let sells = must(p, "sells", &self.sells, MOST_IN_A_NAME);
        if !(1..=50).contains(&self.metres) {
            p.add("metres", "fair-bad-metres");
        }
        let trade_name = line(p, "trade_name", &self.trade_name, MOST_IN_A_NAME);
        let name: Option<Name> = self.name.trim().parse().map_err(|w: NameProblem| p.add("name", w.key())).ok();
        let typed = self.phone.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let phone: Option<Phone> =
            typed.and_then(|t| t.parse().map_err(|w: PhoneProblem| p.add("phone", w.key())).ok());
        if phone.is_none() && typed.is_none() && !by_desk {
            p.add("phone", "fairday-empty");
        }
        let (goods, metres, power, trade_public) = (self.goods, self.metres, self.power, self.trade_public);
        let new = name.map(|name| NewStall { goods, sells, metres, power, trade_name, trade_public, name, phone });
        problems.or_else_all(new)
    }
}
