//! POST Service Request: what somebody reports through a partner's program.
//!
//! `first_name`, `last_name`, `email`, `device_id` and `account_id` are arguments of the specification; nobody here reads them,
//! so that nobody can lose them.
use opinions::rules::{MOST_IN_PLACE, text_of};
use people::Phone;

use super::given::Given;
use super::no::No;

/// "Free form text limited to 4,000 characters."
pub const MOST_IN_A_TEXT: usize = 4000;
/// One character says nothing.
const LEAST_IN_A_TEXT: usize = 2;
pub const MOST_IN_A_PLACE: usize = MOST_IN_PLACE;

/// The one attribute that every service has: whether the station may publish it, masked, with its answer.
pub const MAY_PUBLISH: &str = "may_publish";
/// Its values.
pub const YES: &str = "yes";
pub const NO: &str = "no";

#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The code of the service.
    pub service: String,
    pub text: String,
    pub place: Option<String>,
    /// Degrees north and east.
    pub point: Option<(f64, f64)>,
    /// Only a number that can get messages; any other is thrown away like a name.
    pub phone: Option<Phone>,
    pub may_publish: bool,
}

/// Reads the form, or says all that is wrong with it.
///
/// # Errors
/// Every argument that is missing or cannot be so.
pub fn report(given: &Given) -> Result<Report, Vec<No>> {
    let mut wrong = vec![];
    let service = given.one("service_code").map(str::to_owned);
    if service.is_none() {
        wrong.push(No::Missing("service_code"));
    }
    let point = point(given, &mut wrong);
    let place = given.one("address_string").or_else(|| given.one("address_id")).map(one_line).filter(|p| !p.is_empty());
    if place.as_ref().is_some_and(|p| p.chars().count() > MOST_IN_A_PLACE) {
        wrong.push(No::PlaceTooLong);
    }
    if place.is_none() && point.is_none() && !wrong.contains(&No::NotAPoint) {
        wrong.push(No::NoPlace);
    }
    let text = text_of(given.one("description").unwrap_or_default());
    match text.chars().count() {
        0 => wrong.push(No::Missing("description")),
        n if n < LEAST_IN_A_TEXT => wrong.push(No::TextTooShort),
        n if n > MOST_IN_A_TEXT => wrong.push(No::TextTooLong),
        _ => {}
    }
    if given.one("media_url").is_some() {
        wrong.push(No::Media);
    }
    let may_publish = match given.attribute(MAY_PUBLISH).map(str::to_ascii_lowercase).as_deref() {
        None | Some(NO) => false,
        Some(YES) => true,
        Some(_) => {
            wrong.push(No::NotAChoice);
            false
        }
    };
    let phone = given.one("phone").and_then(|typed| typed.parse().ok()).filter(Phone::is_mobile);
    match service {
        Some(service) if wrong.is_empty() => Ok(Report { service, text, place, point, phone, may_publish }),
        _ => Err(wrong),
    }
}

fn one_line(typed: &str) -> String {
    text_of(typed).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "lat & long both need to be sent."
fn point(given: &Given, wrong: &mut Vec<No>) -> Option<(f64, f64)> {
    let (lat, long) = (given.one("lat"), given.one("long"));
    if lat.is_none() && long.is_none() {
        return None;
    }
    let degrees = |typed: Option<&str>, most: f64| typed?.parse().ok().filter(|d: &f64| d.abs() <= most);
    let read = degrees(lat, 90.0).zip(degrees(long, 180.0));
    if read.is_none() {
        wrong.push(No::NotAPoint);
    }
    read
}
