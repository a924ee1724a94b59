//! The desk's side of household cards: making one, scanning one, replacing one that is lost.
mod forms;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use kernel::house::House;
use kernel::once::Once;
use people::NewHousehold;

use crate::desk::AtDesk;

/// What makes a repetition of a request one card. Of name and number only keyed hashes are kept.
fn once_of(key: &str, desk: &AtDesk, house: &House, new: &NewHousehold) -> Once {
    let hashed = |text: &str| house.keys.lookup("card-once", text);
    let asked = (hashed(new.name.as_str()), new.phone.as_ref().map(|p| hashed(&p.e164())));
    Once::new(key, &desk.staff.id.to_string(), &asked)
}
