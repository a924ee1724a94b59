//! Villages, and which of them a card may say.
use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::Station;

use crate::rules::{Share, Wish, shown};
use crate::store::shares;

/// What is known of a station's villages on a day.
pub(super) struct Places {
    names: BTreeMap<i64, String>,
    shares: Vec<Share>,
    pub today: Date,
}

impl Places {
    pub fn of(c: &mut Conn, station: &Station, today: Date) -> Result<Places, Fault> {
        let names = stations::villages(c, &station.division)?.into_iter().map(|v| (v.code, v.name)).collect();
        Ok(Places { names, shares: shares::all(c, station.id)?, today })
    }

    /// Where a person lives: for staff.
    pub fn name(&self, village: Option<i64>) -> Option<String> {
        village.and_then(|code| self.names.get(&code)).cloned()
    }

    /// The same for everybody.
    pub fn shown(&self, wish: &Wish) -> Option<String> {
        let villages: Vec<i64> = self.names.keys().copied().collect();
        self.name(shown(wish.draft.village, wish.draft.kind, &self.shares, (&villages, self.today)))
    }
}
