//! The search as an address.
use kernel::page::query_value;

use crate::near::rules::{Start, Wish};
use crate::near::whence::Of;
use crate::public::forms::written;

/// The page's address.
pub const PAGE: &str = "/near";

/// The search for `wish`, from `of` or from nowhere yet.
pub fn path(of: Option<&Of>, wish: &Wish) -> String {
    let from = of.map(place).into_iter().flatten();
    let all: Vec<String> =
        from.chain(wished(wish)).map(|(name, value)| format!("{name}={}", query_value(&value))).collect();
    format!("{PAGE}?{}", all.join("&"))
}

/// Where one looks from, as the form hands it on.
pub fn place(of: &Of) -> Vec<(&'static str, String)> {
    match of {
        Of::Here(point) => vec![("lat", point.lat.to_string()), ("lon", point.lon.to_string())],
        Of::Division(division) => vec![("division", division.code.to_string())],
    }
}

/// What one looks for. It always says something: whatever is added follows an ampersand.
pub fn wished(wish: &Wish) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("within_km", wish.within.to_string())];
    if !wish.activity.is_empty() {
        pairs.push(("activity", wish.activity.clone()));
    }
    match wish.start {
        Start::In { on, part } => {
            pairs.push(("part", part.name().to_owned()));
            pairs.extend(on.map(|on| ("on", on.to_string())));
        }
        Start::From(at) => pairs.push(("from", written(at, &crate::near::forms::home_zone()))),
    }
    pairs.extend(wish.minutes.map(|n| ("minutes", n.to_string())));
    pairs
}
