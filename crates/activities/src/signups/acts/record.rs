//! What all changes of a signup share.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use serde_json::json;
use stations::Station;

use crate::OccurrenceId;
use crate::signups::SignupId;
use crate::signups::rules::State;

pub fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    (state, id, occurrence): (State, SignupId, OccurrenceId),
) -> Result<(), Fault> {
    let kind = format!("signup.{}", state.name());
    event::record(c, station.id, now, by, &kind, &id.to_string(), &json!({ "occurrence": occurrence })).map(|_| ())
}
