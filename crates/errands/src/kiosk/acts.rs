//! The link that makes a device the station's kiosk: a manager makes it, and takes it back.
use std::sync::Arc;

use data_encoding::BASE32_NOPAD;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::store;

/// What stands in the database in place of a secret.
pub fn secret_hash(house: &House, secret: &str) -> Vec<u8> {
    house.keys.lookup("kiosk-link", secret).to_vec()
}

/// Makes a new link and returns its secret, which is told this once. Machines that were opened by the one before are closed.
pub async fn renew(house: &House, station: &Arc<Station>, staff: StaffId) -> Result<String, Fault> {
    let (id, now) = (station.id, house.now());
    let secret = BASE32_NOPAD.encode(&house.chance.bytes::<15>()).to_lowercase();
    let hash = secret_hash(house, &secret);
    let work = move |c: &mut Conn| {
        store::set(c, id, &hash, (Some(staff), now))?;
        event::record(c, id, now, By::Staff(staff.0), "kiosk.link-made", "", &json!({})).map(|_| ())
    };
    house.db.write(work).await?;
    Ok(secret)
}

/// A link whose secret everybody knows, for a station in which everybody is to see a kiosk: the demo's.
pub async fn known(house: &House, station: StationId, secret: &str) -> Result<(), Fault> {
    let (hash, now) = (secret_hash(house, secret), house.now());
    house.db.write(move |c: &mut Conn| store::set(c, station, &hash, (None, now))).await
}

/// Takes the link back: no machine draws numbers any more. Twice is once.
pub async fn close(house: &House, station: &Arc<Station>, staff: StaffId) -> Result<(), Fault> {
    let (id, now) = (station.id, house.now());
    let work = move |c: &mut Conn| {
        if store::remove(c, id)? {
            event::record(c, id, now, By::Staff(staff.0), "kiosk.closed", "", &json!({}))?;
        }
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}
