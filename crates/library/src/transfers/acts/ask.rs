//! A station asks another for a title, changes its mind, or is told no.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::told::Told;
use crate::catalogue::answers::{copies_of, title};
use crate::rules::Stands;
use crate::transfers::rules::{AskFacts, Move, NoTransfer, State, Transfer, may_ask};
use crate::transfers::store::{rooms, transfers};
use crate::{TitleId, TransferId};

/// `station` would like to have the title `wanted` of the station `from`.
pub async fn ask(
    house: &House,
    station: &Arc<Station>,
    (from, wanted): (StationId, TitleId),
    (staff, once): (StaffId, Option<Once>),
) -> Result<TransferId, Not<NoTransfer>> {
    let (to, now, id) = (station.id, house.now(), TransferId(house.new_id()));
    let work = move |c: &mut Conn| {
        only_once(c, to, once.as_ref(), now, |c| {
            rooms::hold_title(c, from, wanted)?;
            let title = title(c, from, wanted)?;
            let there = copies_of(c, from, title.id)?.iter().filter(|copy| copy.stands != Stands::Gone).count();
            let open = transfers::open_ask(c, (from, to), title.id)?;
            may_ask(&AskFacts { itself: from == to, copies: there, open })?;
            let asked = Transfer {
                id,
                from,
                to,
                title: title.id,
                copy: None,
                state: State::Asked,
                why: String::new(),
                asked_at: now,
                sent_at: None,
                ended_at: None,
            };
            transfers::insert(c, &asked)?;
            Told { here: to, there: from, id, kind: "library-transfer.asked", staff, now }.tell(c)?;
            Ok::<_, Not<NoTransfer>>(id)
        })
    };
    house.db.write(work).await
}

/// `station` does not want any more what it has asked for.
pub async fn withdraw(
    house: &House,
    station: &Arc<Station>,
    id: TransferId,
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<NoTransfer>> {
    let (to, now) = (station.id, house.now());
    let work = move |c: &mut Conn| {
        only_once(c, to, once.as_ref(), now, |c| {
            let asked = transfers::to_here(c, to, id)?;
            let from = asked.from;
            rooms::hold_title(c, from, asked.title)?;
            let asked = transfers::held(c, from, id)?;
            asked.may(Move::Withdraw)?;
            transfers::set(c, &Transfer { state: State::CalledBack, ended_at: Some(now), ..asked })?;
            Told { here: to, there: from, id, kind: "library-transfer.withdrawn", staff, now }.tell(c)?;
            Ok::<_, Not<NoTransfer>>(())
        })
    };
    house.db.write(work).await
}

/// `station` keeps what it has, and says why.
pub async fn decline(
    house: &House,
    station: &Arc<Station>,
    (id, why): (TransferId, String),
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<NoTransfer>> {
    let (from, now) = (station.id, house.now());
    let work = move |c: &mut Conn| {
        only_once(c, from, once.as_ref(), now, |c| {
            let title = transfers::from_here(c, from, id)?.title;
            rooms::hold_title(c, from, title)?;
            let asked = transfers::held(c, from, id)?;
            asked.may(Move::Decline)?;
            let to = asked.to;
            let declined = Transfer { state: State::Declined, why: why.clone(), ended_at: Some(now), ..asked };
            transfers::set(c, &declined)?;
            Told { here: from, there: to, id, kind: "library-transfer.declined", staff, now }.tell(c)?;
            Ok::<_, Not<NoTransfer>>(())
        })
    };
    house.db.write(work).await
}
