//! The one thing that is done.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal};
use people::PersonId;
use serde::Serialize;
use stations::Here;

use super::came::{Also, Came};
use crate::desk::forms::CounterForm;
use crate::desk::reads;
use crate::desk::steps::Then;
use crate::lending::acts::{self, Lending};
use crate::lending::answers::at_reader;
use crate::lending::rules::{By, Hand, NoLoan};
use crate::rules::{Copy, Title};
use crate::{CopyId, HoldId, LoanId, TitleId};

/// A no in words, and what a clerk may do about it.
fn refused<R: Refusal>(here: &Here, refusal: &R, also: Also) -> Came {
    Came::Refused { said: refusal.say(&here.v), also }
}

/// One press, and one with what the device has noted of it, whoever of staff sends either.
fn pressed(form: &CounterForm, request: &impl Serialize) -> Option<Once> {
    (!form.once.is_empty()).then(|| acts::pressed(&form.once, request))
}

pub async fn lend(
    here: &Here,
    form: &CounterForm,
    (copy, person, despite): (CopyId, PersonId, bool),
) -> Result<Came, Fault> {
    let once = pressed(form, &("lend", copy, acts::unnamed(&here.house, person), despite));
    let hand = (Hand::Desk(here.staff()), once);
    match acts::lend(&here.house, &here.desk.station, Lending { copy, person, despite }, hand).await {
        Ok(lent) => Ok(Came::Lent { title: title(here, lent.title).await?, due_on: lent.due_on }),
        Err(Not::Fault(Fault::KeyReused)) => Ok(Came::Already),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let also = match no {
                NoLoan::TooMany { .. } | NoLoan::Overdue { .. } => Also::Despite,
                NoLoan::Lent { .. } => Also::Back,
                _ => Also::Nothing,
            };
            Ok(refused(here, &no, also))
        }
    }
}

pub async fn give_back(here: &Here, form: &CounterForm, copy: CopyId) -> Result<Came, Fault> {
    let station = &here.desk.station;
    let once = pressed(form, &("back", copy));
    let back = match acts::give_back(&here.house, station, copy, (Hand::Desk(here.staff()), once)).await {
        Err(Fault::KeyReused) => return Ok(Came::Already),
        back => back?,
    };
    let at = station.id;
    let read = move |c: &mut Conn| {
        let (title, shelf) = (reads::title(c, at, back.title)?, reads::shelf(c, at, back.shelf)?);
        Ok::<_, Fault>((title, shelf))
    };
    let (title, shelf) = here.house.db.snapshot(read).await?;
    Ok(Came::Back { title, back, shelf })
}

pub async fn renew(here: &Here, form: &CounterForm, (loan, person): (LoanId, Option<PersonId>)) -> Result<Came, Fault> {
    let once = pressed(form, &("renew", loan));
    match acts::renew(&here.house, &here.desk.station, loan, By::Staff(here.staff()), once).await {
        Ok(due_on) => Ok(Came::Renewed { title: lent_title(here, (loan, person)).await?, due_on }),
        Err(Not::Fault(Fault::KeyReused)) => Ok(Came::Already),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => Ok(refused(here, &no, Also::Nothing)),
    }
}

/// What a loan is of, if whoever stands there has it.
async fn lent_title(here: &Here, (loan, person): (LoanId, Option<PersonId>)) -> Result<Option<Title>, Fault> {
    let Some(person) = person else { return Ok(None) };
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let read = move |c: &mut Conn| {
        let reader = at_reader(c, &house, &station, person)?;
        Ok::<_, Fault>(reader.loans.into_iter().find(|one| one.loan == loan).map(|one| one.title))
    };
    here.house.db.snapshot(read).await
}

pub async fn hold(here: &Here, form: &CounterForm, (id, person): (TitleId, PersonId)) -> Result<Came, Fault> {
    let once = here.once(&form.once, &("hold", id, acts::unnamed(&here.house, person)));
    let hand = (Hand::Desk(here.staff()), once);
    match acts::hold(&here.house, &here.desk.station, (id, person), hand).await {
        Ok(_) => Ok(Came::Waits { title: title(here, id).await? }),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => Ok(refused(here, &no, Also::Nothing)),
    }
}

pub async fn cancel(here: &Here, form: &CounterForm, id: HoldId) -> Result<Came, Fault> {
    let once = here.once(&form.once, &("cancel", id));
    acts::cancel_hold(&here.house, &here.desk.station, id, By::Staff(here.staff()), once).await?;
    Ok(Came::Cancelled)
}

/// Somebody has to say for whom it is.
pub async fn asks(here: &Here, (then, copy): (Then, Option<&Copy>)) -> Result<Came, Fault> {
    match (then, copy) {
        (Then::Hold(id), _) => Ok(Came::Asks { title: title(here, id).await?, waits: true }),
        (_, Some(copy)) => Ok(Came::Asks { title: title(here, copy.title).await?, waits: false }),
        (_, None) => Ok(Came::Nothing),
    }
}

async fn title(here: &Here, id: TitleId) -> Result<Title, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| reads::title(c, station, id)).await
}
