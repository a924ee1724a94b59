//! Stations around somebody, the nearest first, found in growing circles: what is enough near by is never looked for far away.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::rules::division::{VILLAGES, digits_of, station_keys};
use crate::rules::place::{MOST_RINGS, Point};
use crate::store::places as store;

/// Where somebody looks from. It is used for the answer and is neither kept nor logged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Origin {
    pub(crate) point: Option<Point>,
    /// The nine digits of a township.
    township: Option<i64>,
}

impl Origin {
    /// From a point, taken [coarsely](Point::coarse).
    pub fn at(point: Point) -> Origin {
        Origin { point: Some(point.coarse()), township: None }
    }

    /// From a township, or from that of a village: where its station lies. Without a station that has said so, all stations
    /// of the same township come first, then those of the county, then those of the city. `None` for other codes.
    pub fn in_division(c: &mut Conn, code: i64) -> Result<Option<Origin>, Fault> {
        let township = if VILLAGES.contains(&code) { code / 1000 } else { code };
        let Some(keys) = station_keys(township).filter(|_| digits_of(township) == 9) else { return Ok(None) };
        Ok(Some(Origin { point: store::first_place(c, &keys)?, township: Some(township) }))
    }
}

/// A station, and how far away it is in kilometres as the crow flies, if both places are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Away {
    pub id: StationId,
    pub km: Option<f64>,
}

/// Of each division, so many stations whose distance is not known, besides those inside it that were told before.
const MOST_LOST: i64 = 60;

/// What a township's code is divided by for the code of the township, the county and the city, each with the one inside it.
const DIVISIONS: [(i64, Option<i64>); 3] = [(1, None), (1_000, Some(1)), (100_000, Some(1_000))];

/// The stations around an origin: each is told once.
#[derive(Debug)]
pub struct Around {
    from: Origin,
    within: f64,
    /// How many rings of cells have been read.
    rings: i64,
    /// Those in the corners of the rings: there may be nearer ones beyond.
    waiting: Vec<(StationId, f64)>,
    /// How many of [`DIVISIONS`] have been read.
    divisions: usize,
}

impl Around {
    /// At most `within` kilometres away.
    pub fn new(from: Origin, within: f64) -> Around {
        let rings = if from.point.is_some() { 0 } else { MOST_RINGS };
        Around { from, within, rings, waiting: vec![], divisions: 0 }
    }

    /// The next farther ones, in their order, perhaps none; `None` when there are no more.
    pub fn farther(&mut self, c: &mut Conn) -> Result<Option<Vec<Away>>, Fault> {
        match self.from.point {
            Some(point) if !self.is_through(point) => self.circle(c, point).map(Some),
            _ => self.division(c),
        }
    }

    fn is_through(&self, point: Point) -> bool {
        self.rings >= MOST_RINGS || point.covered(self.rings) >= self.within
    }

    /// Twice as many rings as before.
    fn circle(&mut self, c: &mut Conn, point: Point) -> Result<Vec<Away>, Fault> {
        let read = self.rings..(self.rings * 2).clamp(2, MOST_RINGS);
        self.rings = read.end;
        let found = store::in_cells(c, &point.cells(read))?.into_iter().map(|(id, at)| (id, point.km_to(at)));
        self.waiting.extend(found.filter(|(_, km)| *km <= self.within));
        self.waiting.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        let sure = if self.is_through(point) { self.within } else { point.covered(self.rings) };
        let count = self.waiting.partition_point(|(_, km)| *km <= sure);
        let near: Vec<Away> = self.waiting.drain(..count).map(|(id, km)| Away { id, km: Some(km) }).collect();
        // Whoever only says where they stand is in the township of the nearest station, or not far from it.
        self.from.township = self.from.township.or(near.first().map(|away| away.id.0 / 100));
        Ok(near)
    }

    /// Those of the township, then of the county, then of the city: all of them, or those that are in no cell.
    fn division(&mut self, c: &mut Conn) -> Result<Option<Vec<Away>>, Fault> {
        let step = self.from.township.and_then(|code| Some((code, DIVISIONS.get(self.divisions)?)));
        let Some((township, (outer, inner))) = step else { return Ok(None) };
        self.divisions += 1;
        let Some(keys) = station_keys(township / outer) else { return Ok(None) };
        let told = inner.and_then(|inner| station_keys(township / inner));
        let ids = store::with_keys(c, &keys, told.as_ref(), self.from.point.is_some(), MOST_LOST)?;
        Ok(Some(ids.into_iter().map(|id| Away { id, km: None }).collect()))
    }
}
