//! How the hall says where an official is.
use jiff::civil::DateTime;
use kernel::page::Kind;
use kernel::view::View;
use kernel::words::When;

use crate::rules::{Presence, Shown};

/// The shape and the words of a status, seen on `when`'s day: 在 3 号窗 · 下村 15:00 回 · 请假 周一回 · 未确认，原说 15:00.
pub fn shown(v: &View, when: &When, shown: &Shown) -> (Kind, String) {
    match *shown {
        Shown::AtDesk(Some(desk)) => (Kind::Ok, v.ta("hall-at-desk", &[("n", desk.into())])),
        Shown::AtDesk(None) => (Kind::Ok, v.t("hall-in-hall")),
        Shown::InOffice => (Kind::Ok, v.t("hall-in-office")),
        Shown::Away { presence, back, due } => (of(presence), away(v, when, presence, back, due)),
        Shown::Unconfirmed(back) => {
            let (key, at) = moment(when, back, ["hall-unconfirmed", "hall-unconfirmed-day"]);
            (Kind::Away, v.ta(key, &[("at", at.into())]))
        }
        Shown::NotSaid => (Kind::Shut, v.t("hall-not-said")),
    }
}

/// Who is gone for the day is a ring, who comes back half a disc.
fn of(presence: Presence) -> Kind {
    if matches!(presence, Presence::Leave | Presence::Off) { Kind::Shut } else { Kind::Away }
}

fn away(v: &View, when: &When, presence: Presence, back: Option<DateTime>, due: bool) -> String {
    let what = v.t(&format!("hall-is-{}", presence.name()));
    match back {
        None => what,
        Some(_) if due => v.ta("hall-due", &[("what", what.into())]),
        Some(back) => {
            let (key, at) = moment(when, back, ["hall-back", "hall-back-day"]);
            v.ta(key, &[("what", what.into()), ("at", at.into())])
        }
    }
}

/// 15:00 today, 周一 on another day; and the one of two texts that says it.
fn moment(when: &When, at: DateTime, [today, another_day]: [&'static str; 2]) -> (&'static str, String) {
    match at.date() == when.today() {
        true => (today, at.strftime("%H:%M").to_string()),
        false => (another_day, when.day(at.date())),
    }
}
