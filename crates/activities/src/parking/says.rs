//! Lots and refusals in words.
use axum::http::StatusCode;
use jiff::Timestamp;
use kernel::page::Kind;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use super::rules::{Advice, Class, Held, Lot, Name, NoParking, Shown};

/// In the reader's language, as far as it was written in it.
pub fn name<'n>(v: &View, name: &'n Name) -> &'n str {
    match v.pick(&name.zh, &name.en) {
        "" => &name.zh,
        words => words,
    }
}

pub fn class(v: &View, class: Class) -> String {
    v.t(&format!("parking-class-{}", class.name()))
}

/// 残疾人 4 个、应急 2 个
pub fn held(v: &View, all: &[Held]) -> String {
    let one = |h: &Held| v.ta(&format!("parking-held-{}", h.why.name()), &[("n", h.bays.into())]);
    all.iter().map(one).collect::<Vec<_>>().join(&v.t("parking-and"))
}

/// How a lot stands: shape and words. 空 23 个; what is not known is said as not known, with the last figure and its time.
pub fn stands(v: &View, when: &When, lot: &Lot, shown: &Shown) -> (Kind, String) {
    match shown {
        Shown::NotYet => (Kind::Shut, v.ta("parking-not-yet", &[("at", when.time(lot.opens).into())])),
        Shown::Closed => match &lot.shut {
            Some(why) => (Kind::Shut, v.ta("parking-shut", &[("why", why.as_str().into())])),
            None => (Kind::Shut, v.t("parking-over")),
        },
        Shown::Free { free: 0, .. } => (Kind::Shut, v.t("parking-full")),
        Shown::Free { free, .. } => (Kind::Ok, v.ta("parking-free", &[("n", (*free).into())])),
        Shown::Unknown { last: Some((free, at)) } => {
            let args = [("n", (*free).into()), ("at", when.time(*at).into())];
            (Kind::Away, v.ta("parking-unknown-last", &args))
        }
        Shown::Unknown { last: None } => (Kind::Away, v.t("parking-unknown")),
    }
}

/// 9:58 点的数
pub fn counted_at(v: &View, when: &When, shown: &Shown) -> Option<String> {
    match shown {
        Shown::Free { at, .. } => Some(v.ta("parking-counted-at", &[("at", when.time(*at).into())])),
        _ => None,
    }
}

/// 请在 18:30 前开走
pub fn leave_by(v: &View, when: &When, lot: &Lot) -> Option<String> {
    lot.leave_by.map(|at| v.ta("parking-leave-by", &[("at", when.time(at).into())]))
}

/// What is to be done otherwise next year.
pub fn advice(v: &View, when: &When, lots: &[Lot], advice: Advice) -> String {
    let named = |n: usize| lots.get(n).map_or("", |lot| name(v, &lot.name)).to_owned();
    let at = |at: Timestamp| when.time(at);
    match advice {
        Advice::OpenEarlier { lot, full, from, by } | Advice::StaffBy { lot, full, from, by } => {
            let early = matches!(advice, Advice::OpenEarlier { .. });
            v.ta(
                if early { "parking-advice-open" } else { "parking-advice-staff" },
                &[
                    ("lot", named(lot).into()),
                    ("full", named(full).into()),
                    ("from", at(from).into()),
                    ("by", at(by).into()),
                ],
            )
        }
        Advice::AnotherLot { from } => v.ta("parking-advice-another", &[("from", at(from).into())]),
        Advice::HardlyUsed { lot } => v.ta("parking-advice-idle", &[("lot", named(lot).into())]),
    }
}

pub fn lot_path(station: &Station, lot: &Lot) -> String {
    station.path(&format!("/desk/parking/lots/{}", lot.id))
}

impl Refusal for NoParking {
    fn code(&self) -> &'static str {
        match self {
            NoParking::NoClass => "no-such-bays",
            NoParking::Withdrawn => "link-withdrawn",
            NoParking::Twice => "lot-is-there",
            NoParking::Counted => "lot-was-counted",
            NoParking::NothingToCopy => "nothing-to-copy",
            NoParking::LaidOut => "lots-are-there",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("parking-no-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoParking::NoClass => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
