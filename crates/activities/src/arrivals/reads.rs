//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::answers::{self, Door};
use crate::OccurrenceId;
use crate::signups::SignupId;
use crate::signups::answers::{self as signups, Guest, Known};
use crate::signups::store;

pub async fn door(house: &House, station: &Arc<Station>, id: OccurrenceId) -> Result<Door, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c| answers::door(c, &h, &station, id, now)).await
}

/// Somebody whose code was scanned.
pub async fn scanned(house: &House, station: &Arc<Station>, id: SignupId) -> Result<(Known, Guest), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let signup = store::by_id(c, station.id, id)?;
        let known = signups::known(c, &station, signup.occurrence)?;
        Ok((known, signups::guest(c, &h, signup, now)?))
    };
    house.db.snapshot(read).await
}
