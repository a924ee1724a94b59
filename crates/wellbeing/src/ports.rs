//! What the slice is handed by the program that joins it with others.
use axum::http::HeaderMap;
use kernel::BoxFuture;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// Whether a request comes from a machine that the station has opened as its kiosk. Such a machine sends its cookie to addresses
/// below `/s/{slug}/kiosk` only.
pub type AtKiosk = for<'a> fn(&'a House, &'a Station, &'a HeaderMap) -> BoxFuture<'a, Result<bool, Fault>>;

#[derive(Clone, Copy)]
pub struct Ports {
    pub at_kiosk: AtKiosk,
}
