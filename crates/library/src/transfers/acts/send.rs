//! A copy is sent: because it was asked for, or because somebody over there should have it. Until it arrives it can be called back.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::told::Told;
use crate::catalogue::answers as catalogue;
use crate::lending::acts::mend_line;
use crate::lending::answers::{CopyState, copy_state};
use crate::rules::{Copy, Stands};
use crate::transfers::rules::{Move, NoTransfer, SendFacts, State, Transfer, may_send};
use crate::transfers::store::{rooms, transfers};
use crate::{CopyId, TransferId};

/// What is sent, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// The other station has asked for it.
    Asked(TransferId, CopyId),
    /// Nobody has asked.
    Unasked(StationId, CopyId),
}

pub async fn send(
    house: &House,
    station: &Arc<Station>,
    sending: Sending,
    (staff, once): (StaffId, Option<Once>),
) -> Result<TransferId, Not<NoTransfer>> {
    let (from, now, fresh) = (station.id, house.now(), TransferId(house.new_id()));
    let work = move |c: &mut Conn| {
        only_once(c, from, once.as_ref(), now, |c| {
            let (Sending::Asked(_, copy) | Sending::Unasked(_, copy)) = sending;
            // Titles are held before their transfers and their copies, as whoever lends does.
            let title = catalogue::copy(c, from, copy)?.title;
            rooms::hold_title(c, from, title)?;
            let (asked, to) = match sending {
                Sending::Asked(id, _) => {
                    let asked = transfers::held(c, from, id)?;
                    asked.may(Move::Send)?;
                    (Some(asked.clone()), asked.to)
                }
                Sending::Unasked(to, _) => (None, to),
            };
            let copy = catalogue::hold_copy(c, from, copy)?;
            let wanted = asked.as_ref().map(|asked| asked.title);
            let fits = wanted.is_none_or(|title| title == copy.title);
            let facts = facts(c, (from, to), &copy)?;
            may_send(&SendFacts { fits, ..facts })?;
            let (id, asked_at) = asked.as_ref().map_or((fresh, now), |asked| (asked.id, asked.asked_at));
            let sent = Transfer {
                id,
                from,
                to,
                title: copy.title,
                copy: Some(copy.id),
                state: State::Sent,
                why: String::new(),
                asked_at,
                sent_at: Some(now),
                ended_at: None,
            };
            match asked {
                Some(_) => transfers::set(c, &sent)?,
                None => transfers::insert(c, &sent)?,
            }
            catalogue::set_copy(c, from, &Copy { stands: Stands::OnTheWay, ..copy })?;
            Told { here: from, there: to, id, kind: "library-transfer.sent", staff, now }.tell(c)?;
            Ok::<_, Not<NoTransfer>>(id)
        })
    };
    house.db.write(work).await
}

fn facts(c: &mut Conn, (from, to): (StationId, StationId), copy: &Copy) -> Result<SendFacts, Fault> {
    let state = copy_state(c, from, copy)?;
    Ok(SendFacts {
        itself: from == to,
        fits: true,
        stands: copy.stands,
        due_on: match state {
            CopyState::Lent { due_on } => Some(due_on),
            _ => None,
        },
        aside: matches!(state, CopyState::KeptForSomebody),
        waiting: rooms::waiting(c, from, copy.title)?,
        room_there: rooms::with_shelves(c, &[to])?.contains(&to),
    })
}

/// It did not leave, or came back: it stands here again.
pub async fn call_back(
    house: &House,
    station: &Arc<Station>,
    id: TransferId,
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<NoTransfer>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let from = station.id;
        only_once(c, from, once.as_ref(), now, |c| {
            let title = transfers::from_here(c, from, id)?.title;
            rooms::hold_title(c, from, title)?;
            let sent = transfers::held(c, from, id)?;
            sent.may(Move::CallBack)?;
            let told = Told { here: from, there: sent.to, id, kind: "library-transfer.called-back", staff, now };
            let copy = sent.copy.ok_or_else(|| Fault::broken(format!("transfer {id} has sent nothing")))?;
            let copy = catalogue::hold_copy(c, from, copy)?;
            catalogue::set_copy(c, from, &Copy { stands: Stands::Here, ..copy })?;
            transfers::set(c, &Transfer { state: State::CalledBack, ended_at: Some(now), ..sent })?;
            told.before(c)?;
            // Somebody may have asked for it since it was sent.
            mend_line(c, &h, &station, title, (By::Staff(staff.0), now))?;
            told.after(c)?;
            Ok::<_, Not<NoTransfer>>(())
        })
    };
    house.db.write(work).await
}
