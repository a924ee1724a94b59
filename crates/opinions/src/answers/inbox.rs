//! What waits at the desk.
use std::collections::HashMap;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};
use stations::Station;

use super::dues::due_of;
use super::opened::unsealed;
use super::setting::{categories, clocks, one_of};
use super::types::{Category, Counts, Line};
use super::who::unseen_by;
use crate::rules::State;
use crate::store::{self, Kept, Which};
use crate::{CategoryId, OpinionId};

/// Whose opinions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// What waits for the reader.
    #[default]
    Mine,
    /// What has not ended, of all that the reader may see.
    Running,
    /// All that the reader may see.
    All,
}

/// Which opinions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    pub scope: Scope,
    pub state: Option<State>,
    pub category: Option<CategoryId>,
}

/// So many characters of the text stand in a line.
const FIRST_WORDS: usize = 30;

/// 2026-4827
pub(super) fn number(kept: &Kept) -> String {
    format!("{}-{:04}", kept.year, kept.number)
}

/// Everything that a reader's lines are made of.
pub(super) struct Lines<'a> {
    house: &'a House,
    station: &'a Station,
    now: Timestamp,
    categories: Vec<Category>,
    names: HashMap<StaffId, String>,
    /// Opinions with something to decide for this reader.
    deciding: Vec<OpinionId>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(
        c: &mut Conn,
        house: &'a House,
        station: &'a Station,
        staff: &StaffAt,
        now: Timestamp,
    ) -> Result<Lines<'a>, Fault> {
        let categories = categories(c, station.id)?;
        let names = people::staff_of(c, station.id)?.into_iter().map(|s| (s.id, s.name)).collect();
        let deciding = store::to_decide(c, station.id)?.into_iter().filter(|(.., by)| *by != staff.id);
        let deciding = deciding.map(|(opinion, ..)| opinion).collect();
        Ok(Lines { house, station, now, categories, names, deciding })
    }

    /// One line for each of some.
    pub(super) fn all<'k>(&self, c: &mut Conn, some: impl IntoIterator<Item = &'k Kept>) -> Result<Vec<Line>, Fault> {
        let some: Vec<&Kept> = some.into_iter().collect();
        let ids: Vec<OpinionId> = some.iter().map(|kept| kept.id).collect();
        let photos: HashMap<OpinionId, i64> = store::count_photos(c, self.station.id, &ids)?.into_iter().collect();
        let of = |kept: &Kept| photos.get(&kept.id).and_then(|n| usize::try_from(*n).ok()).unwrap_or(0);
        some.into_iter().map(|kept| self.line(c, kept, of(kept))).collect()
    }

    pub(super) fn line(&self, c: &mut Conn, kept: &Kept, photos: usize) -> Result<Line, Fault> {
        let text = unsealed(self.house, kept.text_sealed.as_deref())?.unwrap_or_default();
        let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let first_words = match line.char_indices().nth(FIRST_WORDS) {
            Some((at, _)) => format!("{}…", &line[..at]),
            None => line,
        };
        let assigned = match kept.assigned_to {
            Some(id) => Some((id, self.name(c, id)?)),
            None => None,
        };
        Ok(Line {
            id: kept.id,
            number: number(kept),
            state: kept.state,
            source: kept.source,
            category: one_of(&self.categories, kept.category),
            received_on: kept.received_on,
            due: due_of(self.house, self.station, kept, clocks(&self.categories, kept.category), self.now)?,
            assigned,
            first_words,
            photos,
            reopened: kept.reopened,
            question_open: kept.question_open,
            may_publish: kept.may_publish,
            to_decide: self.deciding.contains(&kept.id),
        })
    }

    fn name(&self, c: &mut Conn, id: StaffId) -> Result<String, Fault> {
        match self.names.get(&id) {
            Some(name) => Ok(name.clone()),
            None => Ok(people::staff_name(c, id)?.unwrap_or_default()),
        }
    }

    /// Whether an opinion waits for the reader: what nobody looks after waits for whoever runs the station.
    fn waits(&self, kept: &Kept, staff: &StaffAt) -> bool {
        let theirs = kept.state.is_open() && kept.assigned_to == Some(staff.id);
        let nobodys = staff.role == Role::Manager && kept.state.is_open() && kept.assigned_to.is_none();
        theirs || nobodys || self.deciding.contains(&kept.id)
    }
}

/// What a reader may know of, in the order in which they came.
pub(super) fn known(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    which: Which,
) -> Result<Vec<Kept>, Fault> {
    let unseen = unseen_by(c, house, station.id, staff)?;
    let assigned_to = if staff.role == Role::Manager { None } else { Some(staff.id) };
    let mut all = store::some(c, station.id, &Which { assigned_to, ..which })?;
    all.retain(|kept| !unseen.hides(kept.id));
    Ok(all)
}

/// By when they are due: what is late first, then the nearest; then what waits for an echo, and what has ended last.
pub fn inbox(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    filter: &Filter,
    now: Timestamp,
) -> Result<Vec<Line>, Fault> {
    let lines = Lines::new(c, house, station, staff, now)?;
    let running = match filter.scope {
        Scope::Mine => Some(lines.deciding.clone()),
        Scope::Running => Some(vec![]),
        Scope::All => None,
    };
    let which = Which { state: filter.state, category: filter.category, running, ..Which::default() };
    let mut all = known(c, house, station, staff, which)?;
    all.retain(|kept| filter.scope != Scope::Mine || lines.waits(kept, staff));
    let mut found = lines.all(c, &all)?;
    found.sort_by_key(|l| (!l.state.is_open(), l.state.has_ended(), l.due.on, l.number.clone()));
    Ok(found)
}

/// How many there are for somebody. What they must not see is in none of these.
pub fn counts(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    now: Timestamp,
) -> Result<Counts, Fault> {
    let lines = Lines::new(c, house, station, staff, now)?;
    let which = Which { running: Some(lines.deciding.clone()), ..Which::default() };
    let mut counts = Counts::default();
    for kept in known(c, house, station, staff, which)? {
        counts.mine += usize::from(lines.waits(&kept, staff));
        counts.open += usize::from(kept.state.is_open());
        let due = due_of(house, station, &kept, clocks(&lines.categories, kept.category), now)?;
        counts.late += usize::from(kept.state.is_open() && due.late);
    }
    Ok(counts)
}
