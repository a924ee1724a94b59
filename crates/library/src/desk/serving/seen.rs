//! Who stands there and what was scanned.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use people::PersonId;
use stations::Here;

use super::came::Came;
use crate::catalogue::answers as catalogue;
use crate::catalogue::rules::barcode;
use crate::desk::forms::CounterForm;
use crate::desk::reads;
use crate::desk::who::{self, Found, Typed};
use crate::rules::Copy;

/// Who, and what, as it was found.
pub struct Seen {
    pub person: Option<PersonId>,
    /// A name or a number that is nobody's yet.
    pub new: Option<Typed>,
    /// Those who are called so.
    pub same: Vec<PersonId>,
    pub copy: Option<Box<Copy>>,
    pub problems: Problems,
}

/// Who stands there and what was scanned. Nothing is written down.
pub async fn look(here: &Here, form: &CounterForm) -> Result<Seen, Fault> {
    let mut problems = Problems::default();
    let typed = match who::read(&form.reader) {
        Ok(typed) => typed,
        Err(key) => {
            problems.add("reader", key);
            None
        }
    };
    let held = who::open(&here.house, counter(here), &form.held);
    if typed.is_none() && held.is_none() && !form.held.is_empty() {
        problems.add("reader", "library-desk-scan-again");
    }
    let (house, station, code) = (here.house.clone(), here.desk.station.id, barcode::read(&form.barcode));
    let ask = form.new.is_empty();
    let read = move |c: &mut Conn| {
        let mut seen = Seen { person: held, new: None, same: vec![], copy: None, problems: problems.clone() };
        if let Some(code) = &code {
            seen.copy = catalogue::copy_by_barcode(c, station, code)?.map(Box::new);
        }
        if let Some(typed) = &typed {
            seen.person = None;
            match who::find(c, &house, typed)? {
                Found::Person(person) => seen.person = Some(person),
                Found::Nobody => {
                    if let (Typed::Name(name), true) = (typed, ask) {
                        seen.same = reads::called(c, &house, station, name.as_str())?;
                    }
                    seen.new = Some(typed.clone());
                }
                Found::NoCard => seen.problems.add("reader", "library-desk-no-card"),
            }
        }
        Ok::<_, Fault>(seen)
    };
    here.house.db.snapshot(read).await
}

pub fn counter(here: &Here) -> who::Counter {
    (here.desk.station.id, here.staff())
}

/// Whoever is new becomes somebody, once for one press.
pub async fn known(here: &Here, form: &CounterForm, seen: &mut Seen) -> Result<(), Fault> {
    if let Some(typed) = seen.new.take() {
        let once = here.once(&format!("{}-reader", form.once), &"reader");
        seen.person = reader(here, typed, once.filter(|_| !form.once.is_empty())).await?;
    }
    Ok(())
}

/// Whom the station knows by that from now on; nobody for a card that is not good.
pub async fn reader(here: &Here, typed: Typed, once: Option<Once>) -> Result<Option<PersonId>, Fault> {
    let (house, station) = (here.house.clone(), here.desk.station.id);
    here.house.db.write(move |c: &mut Conn| who::person(c, &house, station, (&typed, once.as_ref()))).await
}

/// Those who are called so, with what they have: by that a clerk knows them.
pub async fn which(here: &Here, same: Vec<PersonId>) -> Result<Came, Fault> {
    let (house, station, counter) = (here.house.clone(), here.desk.station.clone(), counter(here));
    let read = move |c: &mut Conn| {
        same.iter().map(|id| reads::at_counter(c, &house, &station, (counter, *id))).collect::<Result<Vec<_>, Fault>>()
    };
    Ok(Came::Which { all: here.house.db.snapshot(read).await? })
}
