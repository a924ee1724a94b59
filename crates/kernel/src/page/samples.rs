//! Every part, on pages that tests and people can look at. Names and events are invented.
mod public;
mod desk;

use super::{Door, Sky};
use crate::view::View;

/// Each sample page with its name: `samples(&v)` in a test, or behind a route of a rehearsal.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    vec![
        ("home", public::home(v).into_string()),
        ("morning", public::sky(v, Sky::Morning, Door::Open).into_string()),
        ("noon", public::sky(v, Sky::Day, Door::Open).into_string()),
        ("night", public::sky(v, Sky::Night, Door::Closed).into_string()),
        ("book", public::book(v).into_string()),
        ("receipt", public::receipt(v).into_string()),
        ("parts", public::parts(v).into_string()),
        ("form", public::form(v).into_string()),
        ("desk", desk::desk(v).into_string()),
        ("lists", desk::lists(v).into_string()),
        ("poster", desk::poster(v).into_string()),
    ]
}
