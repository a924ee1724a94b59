//! 放下就走: papers are left at the desk, and whoever left them goes home with a receipt.
//!
//! The receipt says what was left and by when it is ready; that is a promise, which is kept, moved in the open, or broken. Its
//! address cannot be guessed: whoever has it looks how the papers stand.
pub mod rules;
mod schema;
mod store;
mod answers;
pub mod acts;
mod says;
mod asked;
mod forms;
mod reads;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::mine_section;
pub use web::routes;

use stations::Station;

kernel::id_type! {
    /// One receipt. It is in the address of its page: it cannot be guessed.
    pub ReceiptId
}

/// Where whoever has the receipt looks.
fn path(station: &Station, id: ReceiptId) -> String {
    station.path(&format!("/receipts/{id}"))
}
