//! The ballot on a phone and at the machine in the hall: what the survey is, one question, thanks, and "was I told what to say?".
//! Nothing here can say who answered: there is no session, no token that is kept, and no code in an answer's address.
mod way;
mod forms;
mod reads;
mod answering;
mod assets;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::home_section;
pub use web::routes;

/// On the page about a station.
pub const LEAF: stations::Leaf =
    stations::Leaf { key: "ballot-leaf", note: "ballot-leaf-note", icon: "message-circle", path: "/survey" };
