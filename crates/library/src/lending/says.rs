//! States, days and refusals of lending in words, with what to do instead.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::page::Kind as Shape;
use kernel::refusal::{Next, Refusal, Said};
use kernel::view::View;
use stations::Station;

use super::answers::CopyState;
use super::rules::{NoHold, NoLoan, NoRenewal};
use crate::TitleId;
use crate::rules::{Kind, Stands};

/// 图书
pub fn kind(v: &View, kind: Kind) -> String {
    v.t(&format!("lending-kind-{}", kind.word()))
}

/// 找不到了
pub fn stands(v: &View, stands: Stands) -> String {
    v.t(&format!("lending-stands-{}", stands.word()))
}

/// 7月27日
pub fn day(v: &View, station: &Station, on: Date) -> String {
    v.when(&station.zone).date_in_full(on)
}

/// How a copy stands, in a shape and in words.
pub fn copy_state(v: &View, station: &Station, state: CopyState) -> (Shape, String) {
    match state {
        CopyState::Free => (Shape::Ok, v.t("lending-copy-free")),
        CopyState::Lent { due_on } => {
            (Shape::Away, v.ta("lending-copy-lent", &[("day", day(v, station, due_on).into())]))
        }
        CopyState::KeptForSomebody => (Shape::Away, v.t("lending-copy-kept")),
        CopyState::NotHere(how) => (Shape::Shut, stands(v, how)),
    }
}

/// A day in a refusal: whoever reads it is at the station, and its zone is not known here.
fn plain_day(v: &View, on: Date) -> String {
    v.when(&jiff::tz::TimeZone::UTC).date_in_full(on)
}

impl Refusal for NoLoan {
    fn code(&self) -> &'static str {
        match self {
            NoLoan::NoSuchCopy => "no-such-copy",
            NoLoan::NotLent { .. } => "kind-not-lent",
            NoLoan::NotHere { .. } => "copy-not-here",
            NoLoan::LentToYou { .. } => "lent-to-you",
            NoLoan::Lent { .. } => "copy-lent",
            NoLoan::KeptForAnother { .. } => "kept-for-another",
            NoLoan::TooMany { .. } => "too-many-loans",
            NoLoan::Overdue { .. } => "loan-overdue",
        }
    }

    fn say(&self, v: &View) -> Said {
        let key = format!("lending-no-{}", self.code());
        Said::only(match self {
            NoLoan::NotLent { kind: of } => v.ta(&key, &[("kind", kind(v, *of).into())]),
            NoLoan::NotHere { stands: how } => v.t(&format!("{key}-{}", how.word())),
            NoLoan::LentToYou { due_on } | NoLoan::Lent { due_on, .. } => {
                v.ta(&key, &[("day", plain_day(v, *due_on).into())])
            }
            NoLoan::TooMany { most, have } => {
                v.ta(&key, &[("most", i64::from(*most).into()), ("have", (*have).into())])
            }
            NoLoan::Overdue { since, .. } => v.ta(&key, &[("day", plain_day(v, *since).into())]),
            NoLoan::NoSuchCopy | NoLoan::KeptForAnother { .. } => v.t(&key),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoLoan::NoSuchCopy => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

impl Refusal for NoRenewal {
    fn code(&self) -> &'static str {
        match self {
            NoRenewal::NotYours => "loan-not-yours",
            NoRenewal::TooOften { .. } => "renewed-too-often",
            NoRenewal::OthersWait => "others-wait",
            NoRenewal::Overdue { .. } => "renewal-overdue",
            NoRenewal::TooEarly => "renewed-too-early",
        }
    }

    fn say(&self, v: &View) -> Said {
        let key = format!("lending-no-{}", self.code());
        Said::only(match self {
            NoRenewal::TooOften { most } => v.ta(&key, &[("most", i64::from(*most).into())]),
            NoRenewal::Overdue { since, .. } => v.ta(&key, &[("day", plain_day(v, *since).into())]),
            NoRenewal::NotYours | NoRenewal::OthersWait | NoRenewal::TooEarly => v.t(&key),
        })
    }
}

impl Refusal for NoHold {
    fn code(&self) -> &'static str {
        match self {
            NoHold::NotLent { .. } => "kind-not-lent",
            NoHold::Free { .. } => "copy-free",
            NoHold::HaveIt => "have-it",
            NoHold::Already => "waits-already",
            NoHold::TooMany { .. } => "too-many-holds",
            NoHold::NoCopies => "no-copies",
        }
    }

    fn say(&self, v: &View) -> Said {
        let key = format!("lending-no-{}", self.code());
        Said::only(match self {
            NoHold::NotLent { kind: of } => v.ta(&key, &[("kind", kind(v, *of).into())]),
            NoHold::TooMany { most } => v.ta(&key, &[("most", i64::from(*most).into())]),
            NoHold::Free { .. } | NoHold::HaveIt | NoHold::Already | NoHold::NoCopies => v.t(&key),
        })
    }
}

fn title_link(v: &View, station: &Station, title: TitleId, key: &str) -> Next {
    Next { label: v.t(key), href: station.path(&format!("/library/titles/{title}")) }
}

fn mine(v: &View) -> Next {
    Next { label: v.t("lending-next-mine"), href: "/me".into() }
}

fn look_for(v: &View, station: &Station) -> Next {
    Next { label: v.t("lending-next-search"), href: station.path("/library") }
}

/// A refusal for whoever borrows, with what works instead at this station.
pub fn no_loan(v: &View, station: &Station, no: &NoLoan) -> Said {
    let next = match no {
        NoLoan::Lent { title, .. } | NoLoan::KeptForAnother { title } => {
            vec![title_link(v, station, *title, "lending-next-wait")]
        }
        NoLoan::LentToYou { .. } | NoLoan::TooMany { .. } | NoLoan::Overdue { .. } => vec![mine(v)],
        NoLoan::NoSuchCopy | NoLoan::NotLent { .. } | NoLoan::NotHere { .. } => vec![look_for(v, station)],
    };
    Said { next, ..no.say(v) }
}

/// The same for whoever would keep something for longer.
pub fn no_renewal(v: &View, no: &NoRenewal) -> Said {
    Said { next: vec![mine(v)], ..no.say(v) }
}

/// The same for whoever would wait for `title`.
pub fn no_hold(v: &View, station: &Station, (no, title): (&NoHold, TitleId)) -> Said {
    let next = match no {
        NoHold::Free { .. } => vec![title_link(v, station, title, "lending-next-where")],
        NoHold::HaveIt | NoHold::Already | NoHold::TooMany { .. } => vec![mine(v)],
        NoHold::NotLent { .. } | NoHold::NoCopies => vec![look_for(v, station)],
    };
    Said { next, ..no.say(v) }
}
