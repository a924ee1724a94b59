//! What waiting adds to pages of others: a tab of the desk, a part of "my things", a line on the home page.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId, Role};
use stations::{Group, Rendered, Station, Tab};

use super::{line, pages};
use crate::answers;
use crate::desk::seen::{self, Guest, Seen};
use crate::offers::{self, InLine, Offer};
use crate::public::pages::Frame;
use crate::rules::Offering;

/// The key of the desk's tab, and of its text.
pub const LINE: &str = "waiting-desk-tab";

pub const TABS: [Tab; 1] = [Tab { key: LINE, path: "/waits", role: Role::Clerk, group: Group::Bookings }];

/// 排队和留位: above everything else, because it wants an answer.
pub fn mine_section() -> MineSection {
    MineSection { order: 5, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let now = house.now();
    let all = house.db.snapshot(move |c| line::theirs(c, person, now)).await?;
    let parts: Vec<Markup> =
        all.iter().filter_map(|(station, waits, kept)| pages::mine(Frame { v: &v, station }, waits, kept)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}

/// On a station's home page, for somebody who is signed in: something is kept for them.
pub fn hint(house: House, v: View, station: Arc<Station>, person: PersonId) -> Rendered {
    Box::pin(async move {
        let (at, now) = (station.clone(), house.now());
        let kept = house.db.snapshot(move |c| offers::kept_for(c, &at, person, now)).await?;
        Ok(pages::hint(Frame { v: &v, station: &station }, &kept))
    })
}

/// A day's line: who waits, what is kept because of closures, and what one can wait for.
pub type LineOf = (Vec<(InLine, Guest)>, Vec<(Offer, Seen)>, Vec<Offering>);

pub fn line_of(c: &mut Conn, house: &House, station: &Station, on: Date, now: Timestamp) -> Result<LineOf, Fault> {
    let mut waits = vec![];
    for w in offers::in_line(c, station, on, now)? {
        let guest = seen::guest_of(c, house, w.wait.person, w.wait.guest_sealed.as_deref())?;
        waits.push((w, guest));
    }
    let mut kept = vec![];
    for offer in offers::kept_on(c, station, on, now)? {
        let receipt = offer.receipt.clone();
        kept.extend(seen::with_guests(c, house, vec![receipt])?.pop().map(|seen| (offer, seen)));
    }
    Ok((waits, kept, answers::catalogue(c, station)?.offerings))
}

/// A reservation that a closure took, whose it was, and what was offered for it.
pub type Hit = (Seen, Option<Offer>);

pub fn displaced(c: &mut Conn, house: &House, station: &Station, layer: Id, now: Timestamp) -> Result<Vec<Hit>, Fault> {
    let moved = offers::moved_by(c, station, layer, now)?;
    let (lost, kept): (Vec<answers::Receipt>, Vec<_>) = moved.into_iter().map(|m| (m.lost, m.offer)).unzip();
    Ok(seen::with_guests(c, house, lost)?.into_iter().zip(kept).collect())
}
