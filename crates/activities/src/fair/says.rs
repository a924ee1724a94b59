//! A fair in words.
use almanac::lunar::{LunarDate, LunarMonth, leap_month};
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::page::Kind;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use super::StallId;
use super::rules::{Entry, Goods, NoStall, Place, PlaceKind, Stall, Stands};
use crate::fairday::FairDay;

pub fn goods(v: &View, goods: Goods) -> String {
    v.t(&format!("fair-goods-{}", goods.name()))
}

pub fn kind(v: &View, kind: PlaceKind) -> String {
    v.t(&format!("fair-place-{}", kind.name()))
}

/// What a place of the plan is called: its own label, or what it is.
pub fn place(v: &View, p: &Place) -> String {
    if p.label.is_empty() { kind(v, p.kind) } else { p.label.clone() }
}

/// 酿皮（阿琴酿皮）; a trade name only if its holder wants it.
pub fn sold(v: &View, stall: &Stall) -> String {
    if stall.trade_public && !stall.trade_name.is_empty() {
        let args = [("sells", stall.sells.as_str().into()), ("name", stall.trade_name.as_str().into())];
        return v.ta("fair-sold-by", &args);
    }
    stall.sells.clone()
}

pub fn state(v: &View, stall: &Stall) -> (Kind, String) {
    let shape = match stall.state {
        Stands::Waiting => Kind::Away,
        Stands::Given => Kind::Ok,
        Stands::Withdrawn => Kind::Shut,
    };
    let code = stall.code.clone().unwrap_or_default();
    (shape, v.ta(&format!("fair-stall-{}", stall.state.name()), &[("place", code.into())]))
}

/// 戏台 · 平安秦剧团
pub fn entry_note(entry: &Entry) -> String {
    [entry.place.as_str(), entry.who.as_str()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// 6月27日 周六（农历五月十三）
pub fn day(v: &View, when: &When, on: Date) -> String {
    let lunar = stations::lunar(v, on).map(|l| v.ta("parking-lunar", &[("lunar", l.into())])).unwrap_or_default();
    format!("{} {}{lunar}", when.date_in_full(on), when.weekday(on))
}

/// Where the year has the fair's lunar month twice, which of them it is.
pub fn leap(v: &View, station: &Station, fair: &FairDay) -> Option<String> {
    let on = fair.day(station);
    let lunar = LunarDate::from_date(on).ok().filter(|l| !l.month().leap)?;
    let number = leap_month(lunar.year()).ok()?.filter(|n| *n == lunar.month().number)?;
    let again = LunarDate::new(lunar.year(), LunarMonth { number, leap: true }, lunar.day()).ok()?.to_date();
    let when = v.when(&station.zone);
    Some(v.ta("fair-leap", &[("day", when.date_in_full(on).into()), ("other", when.date_in_full(again).into())]))
}

pub fn stall_path(station: &Station, id: StallId) -> String {
    station.path(&format!("/fair/stalls/{id}"))
}

impl Refusal for NoStall {
    fn code(&self) -> &'static str {
        match self {
            NoStall::NotOffered => "stalls-not-offered",
            NoStall::TooLate => "applying-is-over",
            NoStall::TooEarly => "applying-is-not-over",
            NoStall::Drawn => "drawn-already",
            NoStall::Taken => "place-taken",
            NoStall::DoesNotFit => "does-not-fit",
            NoStall::NotWaiting => "not-waiting",
            NoStall::InUse => "place-in-use",
            NoStall::NothingToCopy => "nothing-to-copy",
            NoStall::LaidOut => "fair-is-laid-out",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("fair-no-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}
