//! Pictures: for whoever looks after the opinion, and for whoever has the receipt by a link that is good for ten minutes.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffAt;
use stations::Station;

use super::opened::PHOTO;
use super::who::visible;
use crate::store;
use crate::{OpinionId, PhotoId};

/// A link is good so long.
const LINK_LASTS: SignedDuration = SignedDuration::from_mins(10);

fn mac(house: &House, station: StationId, id: PhotoId, until: i64) -> String {
    let mac = house.keys.lookup("opinion-photo-link", &format!("{station}/{id}/{until}"));
    data_encoding::HEXLOWER.encode(&mac[..16])
}

/// The end of an address that shows a picture to whoever has just shown the receipt.
pub fn photo_link(house: &House, station: StationId, id: PhotoId, now: Timestamp) -> String {
    let until = (now + LINK_LASTS).as_second();
    format!("{id}.{until}.{}", mac(house, station, id, until))
}

/// The JPEG of such a link.
///
/// # Errors
/// `NotFound` when the link is wrong or old, or the picture is gone.
pub fn photo_by_link(
    c: &mut Conn,
    house: &House,
    station: StationId,
    link: &str,
    now: Timestamp,
) -> Result<Vec<u8>, Fault> {
    let mut parts = link.split('.');
    let mut next = || parts.next().ok_or(Fault::NotFound);
    let id: PhotoId = next()?.parse().map_err(|_| Fault::NotFound)?;
    let until: i64 = next()?.parse().map_err(|_| Fault::NotFound)?;
    // Both are made with the key: how long the comparison takes says nothing that one could use in ten minutes.
    let right = next()? == mac(house, station, id, until);
    if !right || now.as_second() >= until {
        return Err(Fault::NotFound);
    }
    photo(c, house, station, id).map(|(_, bytes)| bytes)
}

/// Whose picture it is, and the JPEG.
fn photo(c: &mut Conn, house: &House, station: StationId, id: PhotoId) -> Result<(OpinionId, Vec<u8>), Fault> {
    let (opinion, sealed) = store::photo(c, station, id)?;
    Ok((opinion, house.keys.open_bytes(PHOTO, &sealed).map_err(Fault::broken)?))
}

/// The JPEG, for somebody of staff who may read the opinion.
pub fn photo_of_case(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    (opinion, id): (OpinionId, PhotoId),
) -> Result<Vec<u8>, Fault> {
    let kept = store::by_id(c, station.id, opinion)?;
    visible(c, house, station.id, staff, &kept)?;
    let (whose, bytes) = photo(c, house, station.id, id)?;
    if whose == opinion { Ok(bytes) } else { Err(Fault::NotFound) }
}
