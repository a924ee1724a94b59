//! The slice's changes, for its own pages and for the command line.
use std::io::Read;

use almanac::holidays::{DataError, Dataset};
use jiff::Timestamp;
use kernel::db::types::StationId;
use kernel::db::{Conn, Undone};
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;

use crate::rules::import::{self, Divisions, ImportProblem, Why};
use crate::rules::naming::{self, Refusal, Slug};
use crate::station::Draft;
use crate::store::keep_divisions::{self as keep, Entry};
use crate::store::{holidays, owners, stations};

/// Why an import did not happen. Nothing was changed.
#[derive(Debug)]
pub enum NotImported {
    Problem(ImportProblem),
    Holidays { file: String, error: DataError },
    Fault(Fault),
}

impl From<Fault> for NotImported {
    fn from(fault: Fault) -> NotImported {
        NotImported::Fault(fault)
    }
}
impl From<ImportProblem> for NotImported {
    fn from(problem: ImportProblem) -> NotImported {
        NotImported::Problem(problem)
    }
}
impl Undone for NotImported {
    fn fault(&self) -> Option<&Fault> {
        match self {
            NotImported::Fault(fault) => Some(fault),
            _ => None,
        }
    }
}
impl std::fmt::Display for NotImported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NotImported::Problem(problem) => problem.fmt(f),
            NotImported::Holidays { file, error } => write!(f, "{file}, {error}"),
            NotImported::Fault(fault) => fault.fmt(f),
        }
    }
}

/// Imports townships or villages, whichever the heading of `input` says, in the caller's transaction. `progress` hears
/// (done, of all). Returns how many divisions the file has.
///
/// # Errors
/// The first bad line with its column and what would be right; nothing has been written then.
pub fn import_divisions(
    c: &mut Conn,
    file: &str,
    input: impl Read,
    mut progress: impl FnMut(usize, usize),
) -> Result<usize, NotImported> {
    let read = import::read(file, input)?;
    let all = read.rows();
    let entries = entries(c, file, read)?;
    keep::keep(c, &entries, &mut |done| progress(done, all))?;
    Ok(all)
}

/// A village takes county, city and province from its township, which must be there.
fn entries(c: &mut Conn, file: &str, read: Divisions) -> Result<Vec<Entry>, NotImported> {
    let villages = match read {
        Divisions::Townships(rows) => return Ok(rows.into_iter().map(|d| (d, None)).collect()),
        Divisions::Villages(rows) => rows,
    };
    let townships = keep::townships(c)?;
    let entry = |v: crate::rules::import::Village| {
        let mut division = townships.get(&v.township).cloned().ok_or_else(|| {
            import::problem(file, v.line, "township_code", &v.township.to_string(), Why::NoSuchTownship)
        })?;
        (division.code, division.name) = (v.code, v.name);
        Ok((division, Some(v.township)))
    };
    villages.into_iter().map(entry).collect()
}

/// Imports a notice of holidays and make-up workdays, in the form of the almanac's own data file. Returns its years.
/// Call [`crate::load_calendar`] afterwards.
pub fn import_holidays(
    c: &mut Conn,
    file: &str,
    content: &str,
    now: Timestamp,
) -> Result<std::ops::RangeInclusive<i16>, NotImported> {
    let set = Dataset::parse(content).map_err(|error| NotImported::Holidays { file: file.to_owned(), error })?;
    holidays::keep(c, &set, content, now)?;
    Ok(set.years)
}

/// Makes a station in the division `code`. Its owners are added with [`add_owner`].
pub fn make_station(
    c: &mut Conn,
    code: i64,
    slug: &Slug,
    draft: &Draft,
    by: By,
    now: Timestamp,
) -> Result<StationId, Not<Refusal>> {
    let facts = stations::facts_for(c, code, slug)?;
    let (key, division) = naming::make(facts, slug)?;
    stations::insert(c, key, slug, division.code, draft, now)?;
    let id = StationId(key);
    event::record(c, id, now, by, "station.made", &key.to_string(), &serde_json::json!({ "slug": slug.as_str() }))?;
    Ok(id)
}

pub fn change_station(c: &mut Conn, id: StationId, draft: &Draft, by: By, now: Timestamp) -> Result<(), Fault> {
    stations::hold(c, id)?;
    let before = stations::by_id(c, id)?;
    stations::change(c, id, draft)?;
    let changed = serde_json::json!({ "changed": what_changed(&before, draft) });
    event::record(c, id, now, by, "station.changed", &id.to_string(), &changed)?;
    Ok(())
}

/// The names of what is different, not the values: an event is read by more people than the page.
fn what_changed(before: &crate::station::Station, draft: &Draft) -> Vec<&'static str> {
    let all = [
        ("name_zh", before.name_zh != draft.name_zh),
        ("name_en", before.name_en != draft.name_en),
        ("address", before.address != draft.address),
        ("phone", before.phone != draft.phone),
        ("at", before.lat.zip(before.lon) != draft.at),
        ("zone", before.zone != draft.zone),
        ("hours", before.hours.text() != draft.hours),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// Adds an owner and returns its number in the station.
pub fn add_owner(c: &mut Conn, id: StationId, names: (&str, &str), by: By, now: Timestamp) -> Result<i32, Fault> {
    stations::hold(c, id)?;
    let owner = owners::add(c, id, names.0, names.1)?;
    event::record(c, id, now, by, "owner.added", &owner.to_string(), &serde_json::json!({}))?;
    Ok(owner)
}

pub fn rename_owner(
    c: &mut Conn,
    id: StationId,
    owner: i32,
    names: (&str, &str),
    by: By,
    now: Timestamp,
) -> Result<(), Fault> {
    stations::hold(c, id)?;
    owners::rename(c, id, owner, names.0, names.1)?;
    event::record(c, id, now, by, "owner.renamed", &owner.to_string(), &serde_json::json!({}))?;
    Ok(())
}
