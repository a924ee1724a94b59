//! The public addresses.
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{HtmlPage, assets};
use kernel::view::View;
use serde::Deserialize;
use stations::{At, One};

use super::pages::{self, List, Shown};
use super::reads::{self, AT_ONCE, MOST_TYPED};
use crate::answers::{self, Look, Wanted};
use crate::frame::{Frame, notice_path};
use crate::moods::{self, Told};
use crate::{NoticeId, PhotoId};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/notices", get(list))
        .route("/s/{slug}/notices/{id}", get(notice))
        .route("/s/{slug}/notices/{id}/poster", get(poster))
        .route("/s/{slug}/notices/{id}/photos/{photo}", get(photo))
}

/// Which part of the list somebody wants to see.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    section: String,
    q: String,
    before: String,
}

async fn list(State(house): State<House>, v: View, at: At, Ask(asked): Ask<Asked>) -> Result<HtmlPage, Fault> {
    let typed: String = asked.q.trim().chars().take(MOST_TYPED).collect();
    let wanted = Wanted { typed: typed.clone(), before: asked.before.parse().ok(), most: AT_ONCE, ..Wanted::default() };
    let later = wanted.before.is_some();
    let slug = Some(asked.section).filter(|slug| !slug.is_empty());
    let found = reads::list(&house, &at.station, (slug, wanted)).await?;
    let (sections, section, page) = (&found.sections, found.section.as_ref(), &found.page);
    let shown = List { sections, section, typed: &typed, page, later };
    Ok(pages::list(Frame { v: &v, station: &at.station }, &shown))
}

async fn notice(State(house): State<House>, v: View, (one, told): (One<NoticeId>, Told)) -> Result<HtmlPage, Fault> {
    let f = Frame { v: &v, station: &one.station };
    match reads::look(&house, &one.station, one.id).await? {
        Look::Down(down) => Ok(pages::down(f, &down)),
        Look::Public(public) => {
            let moods = moods::part(&house, &v, &one.station, one.id, &told).await?;
            let public_url = &house.settings.public_url;
            Ok(pages::notice(f, &Shown { public: &public, moods, public_url }))
        }
    }
}

async fn poster(State(house): State<House>, v: View, one: One<NoticeId>) -> Result<HtmlPage, Fault> {
    let Look::Public(public) = reads::look(&house, &one.station, one.id).await? else { return Err(Fault::NotFound) };
    let url = format!("{}{}", house.settings.public_url, notice_path(&one.station, one.id));
    pages::poster(Frame { v: &v, station: &one.station }, &public, &url)
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfNotice {
    id: NoticeId,
    photo: PhotoId,
}

/// Only of notices that everybody reads, and only what those show. A photo never changes, so who has it need not ask again for a
/// day; longer would keep what was taken down.
async fn photo(
    State(house): State<House>,
    at: At,
    Values(OfNotice { id, photo }): Values<OfNotice>,
    asked: HeaderMap,
) -> Result<Response, Fault> {
    let station = at.station.id;
    let bytes = house.db.read(move |c: &mut Conn| answers::photo(c, station, (id, photo))).await?;
    image(&asked, photo, bytes, "public, max-age=86400")
}

/// A JPEG, or 304 to whoever has it.
pub fn image(asked: &HeaderMap, photo: PhotoId, bytes: Vec<u8>, keep: &'static str) -> Result<Response, Fault> {
    let tag = HeaderValue::try_from(format!("\"{photo}\"")).map_err(Fault::broken)?;
    let mut response = match assets::knows(asked, &tag) {
        true => (StatusCode::NOT_MODIFIED, Body::empty()).into_response(),
        false => ([(CONTENT_TYPE, "image/jpeg")], bytes).into_response(),
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    response.headers_mut().insert(ETAG, tag);
    Ok(response)
}
