//! Points on the earth, how far apart they are, and the grid by which what lies around a point is found.
use std::ops::Range;

/// Degrees north and east (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

/// The earth's mean radius in kilometres (IUGG).
const RADIUS: f64 = 6371.0088;

/// Cells of the grid to a degree: one is 11 km high and, in the middle of China, 9 km wide.
const CELLS: f64 = 10.0;
/// More than there are cells around the earth.
const ROW: i64 = 10_000;

/// Nobody looks farther than so many rings of cells. North of China's last village (53.6°) they reach 100 km; the cells
/// draw together towards the pole, where nobody could look through all that are near.
pub const MOST_RINGS: i64 = 20;

impl Point {
    /// `None` if there is no such point.
    pub fn new(lat: f64, lon: f64) -> Option<Point> {
        let there = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        there.then_some(Point { lat, lon })
    }

    /// To a hundredth of a degree, a kilometre or so: enough to look around from, too little to say who stands there.
    pub fn coarse(self) -> Point {
        let round = |degrees: f64| (degrees * 100.0).round() / 100.0;
        Point { lat: round(self.lat), lon: round(self.lon) }
    }

    /// Kilometres as the crow flies: the haversine formula (R. W. Sinnott, “Virtues of the Haversine”, Sky and Telescope
    /// 68, 1984, p. 159). The earth is taken for a ball: at most 0.6 % off.
    pub fn km_to(self, other: Point) -> f64 {
        let half_sine = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let along = self.lat.to_radians().cos() * other.lat.to_radians().cos();
        let chord = half_sine(other.lat - self.lat) + along * half_sine(other.lon - self.lon);
        2.0 * RADIUS * chord.sqrt().min(1.0).asin()
    }

    /// The numbers of the cells in some rings around this point: ring 0 is its own cell, ring 1 the eight around that.
    /// The grid ends at the 180th meridian, which crosses no country that this program is for.
    pub fn cells(self, rings: Range<i64>) -> Vec<i64> {
        let (row, column) = (cell(self.lat), cell(self.lon));
        let (inner, outer) = (rings.start, rings.end - 1);
        let around = |n: i64| (n - outer)..=(n + outer);
        let in_rings = |r: i64, c: i64| (r - row).abs().max((c - column).abs()) >= inner;
        around(row).flat_map(|r| around(column).filter(move |c| in_rings(r, *c)).map(move |c| r * ROW + c)).collect()
    }

    /// All that is at most so many kilometres away lies in the first `rings` rings. Beyond them it is `rings - 1` cells
    /// away at least, straight north or south, or across to a meridian (Napier's rule for right spherical triangles).
    pub fn covered(self, rings: i64) -> f64 {
        let angle = ((rings - 1).max(0) as f64 / CELLS).to_radians();
        let across = (self.lat.to_radians().cos() * angle.sin()).asin();
        RADIUS * angle.min(across)
    }
}

/// Which row or column of cells. One that lies just between two may be given to either: both touch it.
fn cell(degrees: f64) -> i64 {
    (degrees * CELLS).round() as i64
}
