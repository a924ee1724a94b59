//! What the program hands in: who serves at a station, which another slice knows.
use axum::http::request::Parts;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::StaffId;

/// Somebody who serves at a station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub staff: Option<StaffId>,
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    /// The name of their desk, in Chinese.
    pub desk: Option<String>,
}

/// All of a station.
pub type Officials = fn(&mut Conn, StationId) -> Result<Vec<Official>, Fault>;

/// `Router::layer(Extension(ports))`.
#[derive(Clone, Copy)]
pub struct Ports {
    pub officials: Officials,
}

impl Ports {
    /// Those that the routes of a request were given.
    pub(crate) fn of(parts: &Parts) -> Result<Ports, Fault> {
        parts.extensions.get().copied().ok_or_else(|| Fault::broken("the routes of opinions were given no ports"))
    }
}
