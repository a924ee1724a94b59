//! Who may use the kiosk's pages: a device that was opened by the station's link, and clerks of the station.
use axum::extract::{FromRequestParts, State};
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::BoxFuture;
use kernel::api::At as Values;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::settings::Settings;
use kernel::view::{View, cookie};
use serde::Deserialize;
use stations::{At, AtDesk, Station};

use super::{acts, pages, store};

const COOKIE: &str = "kiosk";
/// Browsers keep no cookie longer. A machine that is switched on asks for its link again.
const LASTS: u32 = 400 * 24 * 60 * 60;

/// A request of the kiosk, or of a clerk. Everybody else reads what the page is, and where they can draw a number.
pub struct AtKiosk;

/// What somebody reads who is not there.
pub enum Elsewhere {
    Shut(HtmlPage),
    Fault(Fault),
}

impl From<Fault> for Elsewhere {
    fn from(fault: Fault) -> Elsewhere {
        Elsewhere::Fault(fault)
    }
}

impl IntoResponse for Elsewhere {
    fn into_response(self) -> Response {
        match self {
            Elsewhere::Shut(page) => page.into_response(),
            Elsewhere::Fault(fault) => fault.into_response(),
        }
    }
}

impl FromRequestParts<House> for AtKiosk {
    type Rejection = Elsewhere;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<AtKiosk, Elsewhere> {
        let At { station } = At::from_request_parts(parts, house).await?;
        if at_kiosk(house, &station, &parts.headers).await? {
            return Ok(AtKiosk);
        }
        match AtDesk::from_request_parts(parts, house).await {
            Ok(_) => return Ok(AtKiosk),
            Err(broken) if broken.status().is_server_error() => return Err(Elsewhere::Fault(broken)),
            Err(_) => {}
        }
        let v = View::of(house, &parts.headers, station.path("/kiosk"));
        Err(Elsewhere::Shut(pages::shut(&v, &station)))
    }
}

/// Whether a request to an address below the kiosk's comes from a machine that the station has opened as one.
pub fn at_kiosk<'a>(
    house: &'a House,
    station: &'a Station,
    headers: &'a HeaderMap,
) -> BoxFuture<'a, Result<bool, Fault>> {
    Box::pin(async move { opens(house, station, cookie(headers, COOKIE).unwrap_or_default()).await })
}

async fn opens(house: &House, station: &Station, secret: &str) -> Result<bool, Fault> {
    let (id, hash) = (station.id, acts::secret_hash(house, secret));
    Ok(!secret.is_empty() && house.db.read(move |c: &mut Conn| store::opens(c, id, &hash)).await?)
}

#[derive(Debug, Deserialize)]
pub struct Link {
    secret: String,
}

/// The link: the device keeps the secret, and is the kiosk from now on.
pub async fn open(
    State(house): State<House>,
    headers: HeaderMap,
    At { station }: At,
    Values(Link { secret }): Values<Link>,
) -> Result<Response, Fault> {
    if !opens(&house, &station, &secret).await? {
        return Ok(pages::shut(&View::of(&house, &headers, station.path("/kiosk")), &station).into_response());
    }
    let kept = HeaderValue::try_from(kept(&secret, &station.path("/kiosk"), &house.settings)).map_err(Fault::broken)?;
    Ok(([(SET_COOKIE, kept)], Redirect::to(&station.path("/kiosk"))).into_response())
}

/// The cookie goes to the kiosk's own pages only.
fn kept(secret: &str, path: &str, settings: &Settings) -> String {
    let secure = if settings.public_url.starts_with("https:") { "; Secure" } else { "" };
    format!("{COOKIE}={secret}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={LASTS}{secure}")
}
