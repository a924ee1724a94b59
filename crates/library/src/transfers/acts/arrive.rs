//! A copy arrives: from now on it is one of this station's, and gone from the other.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde::{Deserialize, Serialize};
use stations::Station;

use super::told::Told;
use crate::catalogue::acts::take_in_within;
use crate::catalogue::answers::{hold_copy, same_title, set_copy, title};
use crate::catalogue::rules::{MOST_SOURCE, NewCopies, NewTitle, NoIntake, Of, isbn};
use crate::lending::acts::mend_line;
use crate::rules::{Copy, Stands, Title};
use crate::transfers::rules::{Move, NoTransfer, State, Transfer};
use crate::transfers::store::{rooms, transfers};
use crate::{CopyId, TitleId, TransferId};

/// What it is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    pub title: TitleId,
    pub copy: CopyId,
}

/// Puts it on the shelf `shelf`, under a number of this station's.
pub async fn arrive(
    house: &House,
    station: &Arc<Station>,
    (id, shelf): (TransferId, i32),
    (staff, once): (StaffId, Option<Once>),
) -> Result<Arrived, Not<NoTransfer>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let (to, from) = (station.id, transfers::to_here(c, station.id, id)?.from);
            rooms::hold_both(c, (from, to))?;
            let known = transfers::from_here(c, from, id)?.title;
            hold_titles(c, (from, known), to)?;
            let sent = transfers::held(c, from, id)?;
            sent.may(Move::Arrive)?;
            let there = sent.copy.ok_or_else(|| Fault::broken(format!("transfer {id} has sent nothing")))?;
            let there = hold_copy(c, from, there)?;
            let of = Of::New(the_same(title(c, from, there.title)?));
            set_copy(c, from, &Copy { stands: Stands::Gone, ..there })?;
            transfers::set(c, &Transfer { state: State::Arrived, ended_at: Some(now), ..sent })?;
            let source = source(&stations::by_id(c, from)?);
            let told = Told { here: to, there: from, id, kind: "library-transfer.arrived", staff, now };
            told.before(c)?;
            let by = (By::Staff(staff.0), now);
            let new = NewCopies { shelf, source, count: 1 };
            let taken = take_in_within(c, &h, &station, &of, &new, None, by).map_err(no_shelf)?;
            // Somebody here may wait for it.
            mend_line(c, &h, &station, taken.title, by)?;
            told.after(c)?;
            let copy = taken.copies.first().copied().ok_or_else(|| Fault::broken("one was to be taken in"))?;
            Ok::<_, Not<NoTransfer>>(Arrived { title: taken.title, copy })
        })
    };
    house.db.write(work).await
}

/// Holds the title over there and the one that it is here, if there is one, in the order of their stations.
fn hold_titles(c: &mut Conn, (from, known): (StationId, TitleId), to: StationId) -> Result<(), Fault> {
    let new = the_same(title(c, from, known)?);
    let here = same_title(c, to, &new)?.map(|here| (to, here.id));
    let mut both: Vec<_> = here.into_iter().chain([(from, known)]).collect();
    both.sort_unstable_by_key(|(station, _)| station.0);
    both.into_iter().try_for_each(|(station, id)| rooms::hold_title(c, station, id))
}

/// What can be said no to when one copy of a title that is there, or new, comes in.
fn no_shelf(not: Not<NoIntake>) -> Not<NoTransfer> {
    match not {
        Not::Fault(fault) => Not::Fault(fault),
        Not::Refused(NoIntake::NoShelf) => Not::Refused(NoTransfer::NoShelf),
        Not::Refused(other) => Not::Fault(Fault::broken(format!("a copy that arrives is not taken in: {other:?}"))),
    }
}

/// What the other station knows of it.
fn the_same(t: Title) -> NewTitle {
    NewTitle {
        isbn: t.isbn.as_deref().and_then(|isbn| isbn::read(isbn).ok()),
        title: t.title,
        subtitle: t.subtitle,
        authors: t.authors,
        publisher: t.publisher,
        year: t.year,
        class: t.class,
        kind: t.kind,
        for_children: t.for_children,
        note: t.note,
    }
}

/// Where it comes from: the other station's name, as much of it as goes in.
fn source(from: &Station) -> String {
    from.name_zh.chars().take(MOST_SOURCE).collect()
}
