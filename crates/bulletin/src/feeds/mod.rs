//! What the station tells, for programs that people follow it with: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, of all sections or
//! of one. The three say the same things.
mod feed;
mod xml;
mod atom;
mod rss;
mod json;
mod web;

pub use web::routes;
