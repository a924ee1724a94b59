//! What waits at the desk.
use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};
use stations::Station;

use super::dues::{day_of, due_of};
use super::opened::unsealed;
use super::setting::{categories, clocks, one_of};
use super::types::{Category, Counts, Line};
use super::who::unseen_by;
use crate::rules::State;
use crate::store::{self, Kept};
use crate::{CategoryId, OpinionId};

/// Whose opinions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// What waits for the reader.
    #[default]
    Mine,
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

/// Before this day there was none.
const BEGINNING: Date = date(2000, 1, 1);
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
        let mut photos: HashMap<OpinionId, usize> = HashMap::new();
        for of in store::count_photos(c, self.station.id, &ids)? {
            *photos.entry(of).or_default() += 1;
        }
        some.into_iter().map(|kept| self.line(c, kept, photos.get(&kept.id).copied().unwrap_or(0))).collect()
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

/// All that a reader may know of, in the order in which they came.
pub(super) fn known(c: &mut Conn, house: &House, station: &Station, staff: &StaffAt) -> Result<Vec<Kept>, Fault> {
    let unseen = unseen_by(c, house, station.id, staff)?;
    let mut all = store::some(c, station.id, (BEGINNING, Date::MAX), false)?;
    all.retain(|kept| {
        let theirs = staff.role == Role::Manager || kept.assigned_to == Some(staff.id);
        theirs && !unseen.hides(kept.id)
    });
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
    let mut all = known(c, house, station, staff)?;
    all.retain(|kept| {
        let state = filter.state.is_none_or(|state| state == kept.state);
        let category = filter.category.is_none_or(|category| kept.category == Some(category));
        state && category && (filter.scope == Scope::All || lines.waits(kept, staff))
    });
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
    let today = day_of(station, now);
    let mut counts = Counts::default();
    for kept in known(c, house, station, staff)? {
        counts.mine += usize::from(lines.waits(&kept, staff));
        counts.open += usize::from(kept.state.is_open());
        let due = due_of(house, station, &kept, clocks(&lines.categories, kept.category), now)?;
        counts.late += usize::from(kept.state.is_open() && due.on < today);
    }
    Ok(counts)
}
