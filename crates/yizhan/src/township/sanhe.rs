//! What everybody knows about the demo township; all of it is invented.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;

/// The end of its address.
pub const SLUG: &str = "sanhe";
/// The manager of `staff.csv`.
pub const MANAGER: &str = "qihaiyan";
/// The password of all its staff.
pub const PASSWORD: &str = "sanhe-demo-2026";
/// The secret of the link that makes a browser the machine in its hall.
pub const KIOSK: &str = "rehearsal";
pub const ZONE: &str = "Asia/Shanghai";
/// What the demo seals is invented, so its key may be known.
pub const KEY: [u8; 32] = *b"the key of the demo is no secret";

/// Lets everybody see the machine in the hall.
pub async fn open_kiosk(house: &House) -> Result<(), Fault> {
    let station = house.db.read(|c: &mut Conn| stations::by_slug(c, SLUG)).await?;
    errands::kiosk::known(house, station.id, KIOSK).await
}
