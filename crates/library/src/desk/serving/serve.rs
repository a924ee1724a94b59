//! One press: looked up, done, told.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use stations::Here;

use super::came::{Came, Served};
use super::doing::{asks, cancel, give_back, hold, lend, renew};
use super::seen::{Seen, counter, known, look, which};
use crate::catalogue::rules::barcode;
use crate::desk::forms::CounterForm;
use crate::desk::steps::{Step, What, step};
use crate::desk::{reads, who};

/// The empty counter.
pub async fn empty(here: &Here) -> Result<Served, Fault> {
    let seen = Seen { person: None, new: None, same: vec![], copy: None, problems: Problems::default() };
    let served = told(here, &CounterForm::default(), &seen, Came::Nothing).await?;
    let (station, now) = (here.desk.station.clone(), here.now());
    let board = here.house.db.snapshot(move |c: &mut Conn| reads::board(c, &station, now)).await?;
    Ok(Served { board: Some(board), ..served })
}

/// One press at the counter.
pub async fn serve(here: &Here, form: CounterForm) -> Result<Served, Fault> {
    let mut form = form.cut();
    // Whatever is scanned goes into the field where the cursor stands: a card is for the reader all the same, and the next book of a
    // pile is a book.
    if who::is_card(&form.barcode) {
        form.reader = std::mem::take(&mut form.barcode);
    } else if barcode::number(&form.reader).is_some() {
        let next = CounterForm { barcode: std::mem::take(&mut form.reader), once: form.once, ..CounterForm::default() };
        form = next;
    }
    let then = form.then().ok_or(Fault::NotFound)?;
    let mut seen = look(here, &form).await?;
    if !seen.problems.none() {
        return told(here, &form, &seen, Came::Nothing).await;
    }
    if !seen.same.is_empty() {
        let came = which(here, seen.same.clone()).await?;
        return told(here, &form, &seen, came).await;
    }
    let what = match (&seen.copy, form.barcode.is_empty()) {
        (Some(_), _) => What::Copy,
        (None, true) => What::Nothing,
        (None, false) => What::Words,
    };
    let next = step(then, seen.person.is_some() || seen.new.is_some(), what);
    if matches!(next, Step::Lend { .. } | Step::Hold(_)) {
        known(here, &form, &mut seen).await?;
    }
    let came = match (next, seen.person, seen.copy.as_ref().map(|copy| copy.id)) {
        (Step::Lend { despite }, Some(person), Some(copy)) => lend(here, &form, (copy, person, despite)).await?,
        (Step::GiveBack, _, Some(copy)) => give_back(here, &form, copy).await?,
        (Step::Renew(loan), ..) => renew(here, &form, (loan, seen.person)).await?,
        (Step::Cancel(hold), ..) => cancel(here, &form, hold).await?,
        (Step::Hold(title), Some(person), _) => hold(here, &form, (title, person)).await?,
        (Step::AskWho, ..) => asks(here, (then, seen.copy.as_deref())).await?,
        (Step::Show, None, _) if seen.new.is_none() => {
            seen.problems.add("barcode", "library-desk-scan-something");
            Came::Nothing
        }
        _ => Came::Nothing,
    };
    told(here, &form, &seen, came).await
}

/// The page that comes of it, as things stand now.
async fn told(here: &Here, form: &CounterForm, seen: &Seen, came: Came) -> Result<Served, Fault> {
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let (counter, person) = (counter(here), seen.person);
    // What is no barcode is looked for; beside a copy that was scanned nobody looks for anything.
    let words = (seen.copy.is_none() && !form.barcode.is_empty()).then(|| form.barcode.clone());
    let read = move |c: &mut Conn| {
        let reader = person.map(|id| reads::at_counter(c, &house, &station, (counter, id))).transpose()?;
        let hits = words.as_deref().map(|typed| reads::hits(c, station.id, typed)).transpose()?;
        Ok::<_, Fault>((reader, hits.unwrap_or_default()))
    };
    let (reader, hits) = here.house.db.snapshot(read).await?;
    let mut problems = seen.problems.clone();
    if seen.copy.is_none() && !form.barcode.is_empty() && hits.is_empty() && problems.none() {
        problems.add("barcode", "library-desk-nothing-found");
    }
    let typed = if reader.is_some() { String::new() } else { form.reader.clone() };
    let (barcode, hold, then) = (form.barcode.clone(), form.hold.clone(), form.then.clone());
    Ok(Served { came, reader, typed, barcode, hold, then, hits, problems, board: None })
}
