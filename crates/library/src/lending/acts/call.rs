//! Whom no message tells that something is put aside, or over: a clerk does, and says so.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, StaffId};
use serde_json::json;
use stations::{Station, ToCall};

use crate::catalogue::answers as catalogue;
use crate::lending::answers::at_hour;
use crate::lending::store::loans::{Kept as Loan, Told};
use crate::lending::store::{holds, loans};
use crate::{HoldId, LoanId, TitleId};

/// What is over is worth a call for so many days.
const WORTH_DAYS: i64 = 60;

/// Everybody at the station for whom something is put aside or over, and who has no phone that gets messages.
///
/// # Errors
/// The database is away.
pub fn to_call(c: &mut Conn, house: &House, v: &View, station: &Station) -> Result<Vec<ToCall>, Fault> {
    let mut all = vec![];
    for hold in holds::ready(c, station.id)?.into_iter().filter(|hold| !hold.told) {
        let Some(ready) = hold.ready else { continue };
        let about = (hold.id.0, hold.title, "lending-call-ready", ready.until);
        all.push(call(c, house, (v, station), hold.person, about, (at_hour(station, ready.on, 0), ready.until))?);
    }
    for loan in loans::to_tell(c, station.id)? {
        let Some(person) = loan.person else { continue };
        let about = (loan.id.0, loan.title, "lending-call-overdue", loan.due_on);
        let until = loan.due_on.saturating_add(WORTH_DAYS.days());
        all.push(call(c, house, (v, station), person, about, (at_hour(station, loan.due_on, 0), until))?);
    }
    Ok(all)
}

fn call(
    c: &mut Conn,
    house: &House,
    (v, station): (&View, &Station),
    person: PersonId,
    (id, title, key, day): (Id, TitleId, &str, Date),
    (since, last): (Timestamp, Date),
) -> Result<ToCall, Fault> {
    // As whoever is called is told of all else: nobody has said in which language.
    let theirs = View::plain(house, Lang::Zh);
    let title = catalogue::title(c, station.id, title)?.title;
    let day = theirs.when(&station.zone).date_in_full(day);
    Ok(ToCall {
        id,
        name: people::name_of(c, house, person)?,
        phone: people::phone_of(c, house, person)?,
        text: theirs.ta(key, &[("title", title.into()), ("day", day.into())]),
        since,
        until: at_hour(station, last, 0).saturating_add(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MAX),
        answered_at: format!("/desk/library/told/{id}"),
        answers: vec![(v.t("lending-call-told"), "told")],
    })
}

/// A clerk has told whoever waits that something is put aside, or whoever has something that it is over. Said twice, it is told once.
///
/// # Errors
/// There is no such wait and no such loan.
pub async fn was_told(
    house: &House,
    station: &Arc<Station>,
    id: Id,
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let Some(subject) = told(c, station.id, id)? else { return Ok(()) };
            event::record(c, station.id, now, By::Staff(staff.0), "reader.told", &subject, &json!({}))?;
            Ok::<_, Fault>(())
        })
    };
    house.db.write(work).await
}

/// The copy that it is about, unless they knew.
fn told(c: &mut Conn, station: StationId, id: Id) -> Result<Option<String>, Fault> {
    match holds::held(c, station, HoldId(id)) {
        Ok(hold) => {
            let Some(ready) = hold.ready.filter(|_| !hold.told) else { return Ok(None) };
            holds::set(c, &holds::Kept { told: true, ..hold })?;
            return Ok(Some(ready.copy.to_string()));
        }
        Err(Fault::NotFound) => {}
        Err(fault) => return Err(fault),
    }
    let loan = loans::held(c, station, LoanId(id))?;
    if loan.told != Told::ToTell {
        return Ok(None);
    }
    let subject = loan.copy.to_string();
    loans::set(c, &Loan { told: Told::Overdue, ..loan })?;
    Ok(Some(subject))
}
