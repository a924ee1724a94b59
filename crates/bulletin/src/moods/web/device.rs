//! The cookie by which one notice knows a device again: for that notice's pages only, gone when its votes are.
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderValue;
use axum::http::request::Parts;
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::cookie;
use stations::Station;

use crate::NoticeId;
use crate::frame::notice_path;
use crate::moods::rules::Device;

/// Browsers send it to the notice's address and what lies below (RFC 6265, 5.1.4), and nowhere else.
const COOKIE: &str = "mood";

/// What a request tells of its device: nothing, if it has not voted on the notice that it asks for.
#[derive(Debug, Clone, Default)]
pub struct Told(pub Option<Device>);

impl FromRequestParts<House> for Told {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &House) -> Result<Told, Infallible> {
        Ok(Told(cookie(&parts.headers, COOKIE).and_then(|value| value.parse().ok())))
    }
}

/// The token of a device that has none. It is made of the form's own token, which is random: a double tap is one device.
pub fn new(house: &House, once: &str) -> Device {
    match once {
        "" => Device::made_of(&house.chance.bytes()),
        once => Device::made_of(&house.keys.lookup("mood-device", once)),
    }
}

/// The line that gives the token to a browser until the notice's votes are counted; with no device, that takes it away.
pub fn set_cookie(
    house: &House,
    (station, notice): (&Station, NoticeId),
    device: Option<&Device>,
    closes: Timestamp,
) -> Result<HeaderValue, Fault> {
    let seconds = device.map_or(0, |_| (closes - house.now()).as_secs().max(0));
    let secure = if house.settings.public_url.starts_with("https:") { "; Secure" } else { "" };
    let (value, path) = (device.map_or("", Device::as_str), notice_path(station, notice));
    let line = format!("{COOKIE}={value}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::try_from(line).map_err(Fault::broken)
}
