//! What is published of many, and the month at the desk.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt};
use stations::Station;

use super::dues::owed;
use super::inbox::{Lines, known};
use super::setting::{categories, clocks, one_of};
use super::types::{Category, Line};
use super::who::{about_managers, unseen_by};
use crate::CategoryId;
use crate::rules::{Fact, Figures, State, add_up};
use crate::store::{self, FactRow, Kept, Which};

/// What counts of one opinion, and where it counts.
pub type Counted = FactRow;

/// Figures of some months, together and by category. Nothing of them names anybody; what may be published of a share
/// [`kernel::share::Share::published`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiguresBy {
    pub all: Figures,
    /// By what they are about; `None` for what belongs nowhere yet.
    pub by_category: Vec<(Option<Category>, Figures)>,
}

/// The month at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    pub figures: FiguresBy,
    /// What is late now, of all that the reader may see.
    pub late: Vec<Line>,
    /// How many are open now.
    pub open: usize,
}

/// What counts of an opinion now.
pub(crate) fn fact_of(
    house: &House,
    station: &Station,
    kept: &Kept,
    categories: &[Category],
    now: Timestamp,
) -> Result<Counted, Fault> {
    // One that nobody has read is owed an answer by the same day as any other.
    let state = if kept.state == State::Received { State::Screened } else { kept.state };
    let stands = (state, kept.received_on, kept.answered_on);
    let due = owed(house, station, stands, clocks(categories, kept.category), now)?;
    // Whoever disputes an answer got one: until the next comes, it is one that solved nothing.
    let answered = kept.answered_on.is_some() || kept.reopened && kept.reached;
    let fact = Fact {
        state: kept.state,
        answered,
        in_time: answered && !due.late,
        overdue: !answered && kept.state.is_open() && due.late,
        reached: kept.reached,
        satisfied: kept.satisfied,
    };
    Ok((kept.received_on.first_of_month(), kept.category, fact))
}

/// The days of some months, both given by any day in them.
fn days((first, last): (Date, Date)) -> (Date, Date) {
    (first.first_of_month(), last.last_of_month())
}

fn added(all: Vec<Counted>, categories: &[Category]) -> FiguresBy {
    let mut by: BTreeMap<Option<CategoryId>, Vec<Fact>> = BTreeMap::new();
    for (_, category, fact) in &all {
        by.entry(*category).or_default().push(*fact);
    }
    let place = |id: &Option<CategoryId>| categories.iter().position(|k| Some(k.id) == *id).unwrap_or(usize::MAX);
    let mut by: Vec<_> = by.into_iter().collect();
    by.sort_by_key(|(id, _)| place(id));
    let by_category = by.iter().map(|(id, facts)| (one_of(categories, *id), add_up(facts))).collect();
    FiguresBy { all: add_up(all.iter().map(|(.., fact)| fact)), by_category }
}

fn counted(
    c: &mut Conn,
    house: &House,
    station: &Station,
    months: (Date, Date),
    (counts, now): (impl Fn(&Kept) -> bool, Timestamp),
) -> Result<FiguresBy, Fault> {
    let (first, last) = days(months);
    let categories = categories(c, station.id)?;
    let mut all = store::facts(c, station.id, (first, last))?;
    for kept in store::in_figures(c, station.id, (first, last))?.iter().filter(|kept| counts(kept)) {
        all.push(fact_of(house, station, kept, &categories, now)?);
    }
    Ok(added(all, &categories))
}

/// For everybody. An opinion about somebody who runs the station is never counted, neither as long as it is there nor once it was taken
/// back or its text is gone: whoever compared these figures with what they see at the desk, or with earlier ones, would find that
/// there is one.
pub fn figures(
    c: &mut Conn,
    house: &House,
    station: &Station,
    months: (Date, Date),
    now: Timestamp,
) -> Result<FiguresBy, Fault> {
    let about = about_managers(c, house, station.id)?;
    counted(c, house, station, months, (|kept: &Kept| !about.contains(&kept.id), now))
}

/// For whoever runs the station, without what they must not see.
pub fn month(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    (month, now): (Date, Timestamp),
) -> Result<Month, Fault> {
    if staff.role != Role::Manager {
        return Err(Fault::NotFound);
    }
    let unseen = unseen_by(c, house, station.id, staff)?;
    let figures = counted(c, house, station, (month, month), (|kept: &Kept| !unseen.hides(kept.id), now))?;
    let lines = Lines::new(c, house, station, staff, now)?;
    let known = known(c, house, station, staff, Which { running: Some(vec![]), ..Which::default() })?;
    let mut late = lines.all(c, known.iter().filter(|kept| kept.state.is_open()))?;
    let open = late.len();
    late.retain(|line| line.due.late);
    late.sort_by_key(|line| line.due.on);
    Ok(Month { figures, late, open })
}
