//! Every page with invented people, for the test that draws all pages and for people who look at them.
use kernel::view::View;
use stations::Station;

/// Each page with its name, on the view's day.
pub fn samples(_v: &View, _station: &Station) -> Vec<(String, String)> {
    vec![]
}
