//! Where somebody looks from: a point, a township, or what they still have to choose from.
use super::forms::Whence;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::{Division, Found, Origin, Point, Station};

/// A place to look from.
#[derive(Debug, Clone)]
pub struct Stand {
    pub origin: Origin,
    pub of: Of,
}

/// What it is called.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// Where the browser says that somebody is, coarsely.
    Here(Point),
    Division(Division),
}

/// Places to choose from.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The part of a name that was typed.
    pub text: String,
    /// What it fits.
    pub found: Found,
    /// All stations, as long as they are few.
    pub stations: Vec<Station>,
}

/// So many stations are shown to choose from.
const FEW: usize = 8;

/// The place that `whence` names, if there is one of that name.
pub fn stand(c: &mut Conn, whence: Whence) -> Result<Option<Stand>, Fault> {
    match whence {
        Whence::Point(point) => {
            let point = point.coarse();
            Ok(Some(Stand { origin: Origin::at(point), of: Of::Here(point) }))
        }
        Whence::Division(code) => {
            let Some(division) = stations::division(c, code)? else { return Ok(None) };
            let origin = Origin::in_division(c, code)?;
            Ok(origin.map(|origin| Stand { origin, of: Of::Division(division) }))
        }
    }
}

/// The one place that can be meant, or those to choose from.
pub fn meant(c: &mut Conn, text: &str) -> Result<Result<Stand, Choices>, Fault> {
    let text = text.trim();
    let found = if text.is_empty() { Found::default() } else { stations::find(c, text)? };
    let mut standing = stations::some(c, None, 0, FEW as i64 + 1)?;
    let clear = match (found.areas.as_slice(), found.divisions.as_slice(), standing.as_slice()) {
        ([], [only], _) => Some(only.code),
        // A deployment of one station: there is nowhere else to look from.
        ([], [], [only]) if text.is_empty() => Some(only.division.code),
        _ => None,
    };
    if let Some(code) = clear
        && let Some(stand) = stand(c, Whence::Division(code))?
    {
        return Ok(Ok(stand));
    }
    if standing.len() > FEW {
        standing.clear();
    }
    Ok(Err(Choices { text: text.to_owned(), found, stations: standing }))
}
