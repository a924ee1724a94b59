//! Who acts, where and when.
use jiff::civil::Date;
use jiff::{Span as Days, Timestamp};

use crate::acts;
use crate::offers;
use crate::rules::{Offering, Policy, VenueId};
use crate::series::store::{Holder, Series};
use crate::{SeriesId, store};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

/// What every act on a series needs to know of its surroundings.
#[derive(Clone, Copy)]
pub struct Doing<'a> {
    pub house: &'a House,
    pub station: &'a Station,
    pub now: Timestamp,
    pub by: By,
}

impl Doing<'_> {
    pub fn today(&self) -> Date {
        self.date(self.now)
    }

    pub fn date(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.station.zone.clone()).date()
    }

    /// The last day whose dates are booked now.
    pub(super) fn horizon(&self, policy: &Policy) -> Date {
        self.today().saturating_add(Days::new().weeks(policy.series_weeks))
    }

    pub(super) fn offering_of(&self, c: &mut Conn, series: &Series) -> Result<Offering, Fault> {
        let catalogue = store::catalogue(c, self.station.id)?;
        catalogue.offering_by_id(series.offering).cloned().ok_or(Fault::NotFound)
    }

    /// What went back in a venue belongs to whoever waits first.
    pub(super) fn give_to_who_waits(&self, c: &mut Conn, venue: VenueId) -> Result<(), Fault> {
        offers::fill(c, self.house, self.station, venue, self.now)
    }

    pub(super) fn record(&self, c: &mut Conn, kind: &str, id: SeriesId, data: &serde_json::Value) -> Result<(), Fault> {
        event::record(c, self.station.id, self.now, self.by, kind, &id.to_string(), data).map(|_| ())
    }
}

/// Somebody whom a clerk names, as a holder: a name, a phone, or both.
pub fn named(c: &mut Conn, house: &House, name: Option<&str>, phone: Option<&Phone>) -> Result<Holder, Fault> {
    let person = phone.map(|p| people::person_by_phone(c, house, p)).transpose()?;
    match (name, person) {
        (Some(name), person) => {
            let guest_sealed = house.keys.seal(acts::GUEST, name, &house.chance);
            Ok(Holder::Named { person, guest_sealed })
        }
        (None, Some(person)) => Ok(Holder::Person(person)),
        (None, None) => Err(Fault::broken("a holder without a name and without a phone")),
    }
}
