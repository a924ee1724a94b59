//! GET Service Requests: which ones.
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::dates::{self, Span};
use super::given::Given;
use super::no::No;

/// "Default query limit is a span of 90 days or first 1000 requests returned, whichever is smallest."
pub const MOST_ROWS: usize = 1000;
/// Rows of a page when nobody says how many.
pub const USUAL_ROWS: usize = 50;
/// Ids that one call may name.
pub const MOST_IDS: usize = 1000;
/// Nobody has turned so many pages.
const LAST_PAGE: usize = 1_000_000;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// "This overrides all other arguments."
    ByIds(Vec<String>),
    Filtered {
        /// Codes of services; of all when there is none.
        services: Vec<String>,
        requested: Option<Span>,
        updated: Option<Span>,
        /// Of all when nothing is said.
        open: Option<bool>,
        /// From 1.
        page: usize,
        page_size: usize,
    },
}

/// Reads the arguments, or says all that is wrong with them.
///
/// `updated_after`, `updated_before`, `page` and `page_size` are extensions that most servers have (wiki.open311.org,
/// "GeoReport v2 Extensions"). Whoever asks for what was changed lately gets also what was requested long ago: then the 90 days are
/// those of the change.
///
/// # Errors
/// Every argument that cannot be read.
pub fn query(given: &Given, now: Timestamp, zone: &TimeZone) -> Result<Query, Vec<No>> {
    let ids = given.list("service_request_id");
    if ids.len() > MOST_IDS {
        return Err(vec![No::TooManyIds]);
    }
    if !ids.is_empty() {
        return Ok(Query::ByIds(ids));
    }
    let mut wrong = vec![];
    let mut between = |from, until| dates::span(((from, given.one(from)), (until, given.one(until))), zone, &mut wrong);
    let requested = between("start_date", "end_date");
    let updated = between("updated_after", "updated_before");
    let open = status(given, &mut wrong);
    let mut number = |field, usual: usize, most: usize| match given.one(field).map(str::parse::<usize>) {
        None => usual,
        Some(Ok(n)) if n > 0 => n.min(most),
        Some(_) => {
            wrong.push(No::NotANumber(field));
            usual
        }
    };
    let (page, page_size) = (number("page", 1, LAST_PAGE), number("page_size", USUAL_ROWS, MOST_ROWS));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let requested = requested.or_else(|| updated.is_none().then(|| dates::recent(now)));
    Ok(Query::Filtered { services: given.list("service_code"), requested, updated, open, page, page_size })
}

/// Both together are the same as none.
fn status(given: &Given, wrong: &mut Vec<No>) -> Option<bool> {
    let (mut open, mut closed) = (false, false);
    for named in given.list("status") {
        match named.to_ascii_lowercase().as_str() {
            "open" => open = true,
            "closed" => closed = true,
            _ if wrong.contains(&No::NotAStatus) => {}
            _ => wrong.push(No::NotAStatus),
        }
    }
    (open != closed).then_some(open)
}
