//! A marshal's link: a secret for one lot and its day, which a manager prints and can take back.
use std::sync::Arc;

use data_encoding::BASE32_NOPAD;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::parking::store::{self, Pass};
use crate::parking::{LotId, PassId};

/// A link that was just made: its secret is told this once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub pass: PassId,
    pub secret: String,
}

/// What stands in the database in place of a secret.
pub fn secret_hash(house: &House, secret: &str) -> Vec<u8> {
    house.keys.lookup("parking-pass", secret).to_vec()
}

pub async fn give(
    house: &House,
    station: &Arc<Station>,
    (lot, label): (LotId, String),
    staff: StaffId,
) -> Result<Made, Fault> {
    let (station, now) = (station.clone(), house.now());
    let secret = BASE32_NOPAD.encode(&house.chance.bytes::<15>()).to_lowercase();
    let made = Made { pass: PassId(house.new_id()), secret };
    let (id, hash) = (made.pass, secret_hash(house, &made.secret));
    let work = move |c: &mut Conn| {
        let of = store::hold_lot(c, station.id, lot, now)?;
        let pass = Pass { id, lot, label: label.clone(), closes: of.closes, withdrawn_at: None };
        store::insert_pass(c, station.id, (&pass, &hash), (staff, now))?;
        let data = json!({ "pass": id });
        event::record(c, station.id, now, By::Staff(staff.0), "parking.pass-given", &lot.to_string(), &data)?;
        Ok::<_, Fault>(())
    };
    house.db.write(work).await?;
    Ok(made)
}

/// Takes a link back. Twice is once.
pub async fn take_back(
    house: &House,
    station: &Arc<Station>,
    (lot, pass): (LotId, PassId),
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let all = store::passes_of(c, station.id, lot)?;
        all.iter().find(|p| p.id == pass).ok_or(Fault::NotFound)?;
        if store::withdraw(c, station.id, (lot, pass), now)? {
            let data = json!({ "pass": pass });
            event::record(c, station.id, now, By::Staff(staff.0), "parking.pass-taken-back", &lot.to_string(), &data)?;
        }
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}

/// Whose link it is; a secret that is none is not found.
pub async fn bearer(house: &House, station: &Arc<Station>, secret: &str) -> Result<Pass, Fault> {
    let (station, hash) = (station.id, secret_hash(house, secret));
    house.db.read(move |c: &mut Conn| store::by_secret(c, station, &hash)).await
}
