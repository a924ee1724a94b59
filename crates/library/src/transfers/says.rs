//! Transfers and refusals in words.
use kernel::page::Kind;
use kernel::refusal::{Next, Refusal, Said};
use kernel::view::View;
use stations::Station;

use super::answers::{Other, Seen};
use super::rules::{NoTransfer, State};
use crate::TransferId;
use crate::frame::Frame;
use crate::rules::Stands;

/// Where staff see what goes and comes.
pub fn top(station: &Station) -> String {
    station.path("/desk/library/transfers")
}

/// Where staff do something about one.
pub fn path(station: &Station, id: TransferId) -> String {
    format!("{}/{id}", top(station))
}

pub fn name<'o>(v: &View, other: &'o Other) -> &'o str {
    v.pick(&other.name_zh, &other.name_en)
}

/// How it stands, as this side sees it: 等我们寄, 在路上, 收到了.
pub fn state(v: &View, seen: &Seen) -> (Kind, String) {
    let kind = match seen.transfer.state {
        State::Asked | State::Sent => Kind::Away,
        State::Arrived => Kind::Ok,
        State::Declined | State::CalledBack => Kind::Shut,
    };
    let side = if seen.ours { "ours" } else { "theirs" };
    (kind, v.t(&format!("transfers-{side}-{}", seen.transfer.state.word())))
}

/// 6月24日
pub fn on(f: Frame<'_>, seen: &Seen) -> String {
    let t = &seen.transfer;
    let when = f.when();
    when.date_in_full(when.date(t.ended_at.or(t.sent_at).unwrap_or(t.asked_at)))
}

/// 给三合站, 从三合站来
pub fn way(v: &View, seen: &Seen) -> String {
    let key = if seen.ours { "transfers-to" } else { "transfers-from" };
    v.ta(key, &[("station", name(v, &seen.other).into())])
}

impl Refusal for NoTransfer {
    fn code(&self) -> &'static str {
        match self {
            NoTransfer::Itself => "transfer-to-itself",
            NoTransfer::NoCopies => "no-copies-there",
            NoTransfer::Asked(_) => "transfer-asked",
            NoTransfer::Stands { .. } => "transfer-moved",
            NoTransfer::OtherTitle => "other-title-asked",
            NoTransfer::NotHere(_) => "copy-not-here",
            NoTransfer::Lent { .. } => "copy-lent",
            NoTransfer::PutAside => "copy-put-aside",
            NoTransfer::OthersWait(_) => "others-wait",
            NoTransfer::NoRoomThere => "no-room-there",
            NoTransfer::NoShelf => "no-such-shelf",
        }
    }

    fn say(&self, v: &View) -> Said {
        let key = format!("transfers-no-{}", self.code());
        Said::only(match self {
            NoTransfer::Stands { state, .. } => v.t(&format!("transfers-no-transfer-moved-{}", state.word())),
            NoTransfer::NotHere(stands) => v.t(&format!("transfers-no-copy-{}", not_here(*stands))),
            NoTransfer::OthersWait(n) => v.ta(&key, &[("n", (*n).into())]),
            _ => v.t(&key),
        })
    }
}

fn not_here(stands: Stands) -> &'static str {
    match stands {
        // A copy that is here is not refused for where it is.
        Stands::Here | Stands::Missing => "missing",
        Stands::Repair => "repair",
        Stands::OnTheWay => "on-the-way",
        Stands::Gone => "gone",
    }
}

/// The same with what works instead.
pub fn said(f: Frame<'_>, no: &NoTransfer) -> Said {
    let v = f.v;
    let mut said = no.say(v);
    if let NoTransfer::Lent { due_on } = no {
        said.what = v.ta("transfers-no-copy-lent-until", &[("on", f.when().date_in_full(*due_on).into())]);
    }
    let next = |key: &str, href: String| vec![Next { label: v.t(key), href }];
    said.next = match no {
        NoTransfer::Asked(id) | NoTransfer::Stands { id, .. } => next("transfers-next-see", path(f.station, *id)),
        NoTransfer::NoShelf => next("transfers-next-shelves", f.station.path("/desk/library/shelves")),
        NoTransfer::Itself | NoTransfer::NoCopies => next("transfers-next-ask", format!("{}/new", top(f.station))),
        NoTransfer::PutAside | NoTransfer::OthersWait(_) => {
            next("transfers-next-holds", f.station.path("/desk/library/holds"))
        }
        NoTransfer::OtherTitle | NoTransfer::NotHere(_) | NoTransfer::Lent { .. } | NoTransfer::NoRoomThere => {
            next("transfers-next-all", top(f.station))
        }
    };
    said
}
