//! The addresses of the feeds, and 304 for whoever has read the last change.
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use data_encoding::HEXLOWER;
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::assets;
use kernel::view::View;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use stations::At;

use super::feed::Feed;
use super::{atom, json, rss};
use crate::answers;

/// So many entries: whoever looks once in a fortnight misses nothing.
const ENTRIES: usize = 30;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/notices/feed.atom", get(atom))
        .route("/s/{slug}/notices/feed.rss", get(rss))
        .route("/s/{slug}/notices/feed.json", get(json))
}

/// Which section; all where none is named.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    section: String,
}

async fn atom(house: State<House>, v: View, at: At, headers: HeaderMap, asked: Ask<Asked>) -> Result<Response, Fault> {
    let feed = read(&house.0, &v, &at, &asked.0).await?;
    answer((&headers, &feed), atom::MEDIA, atom::written(&feed)?)
}

async fn rss(house: State<House>, v: View, at: At, headers: HeaderMap, asked: Ask<Asked>) -> Result<Response, Fault> {
    let feed = read(&house.0, &v, &at, &asked.0).await?;
    answer((&headers, &feed), rss::MEDIA, rss::written(&feed)?)
}

async fn json(house: State<House>, v: View, at: At, headers: HeaderMap, asked: Ask<Asked>) -> Result<Response, Fault> {
    let feed = read(&house.0, &v, &at, &asked.0).await?;
    answer((&headers, &feed), json::MEDIA, json::written(&feed))
}

async fn read(house: &House, v: &View, at: &At, asked: &Asked) -> Result<Feed, Fault> {
    let (station, slug) = (at.station.id, asked.section.clone());
    let read = move |c: &mut Conn| {
        let section = match slug.is_empty() {
            true => None,
            false => {
                let all = answers::sections(c, station)?;
                Some(all.into_iter().find(|s| s.slug == slug).ok_or(Fault::NotFound)?)
            }
        };
        let id = section.as_ref().map(|s| s.id);
        let changed = answers::changed_at(c, station, id)?;
        Ok::<_, Fault>((answers::in_full(c, station, id, ENTRIES)?, changed, section))
    };
    let (all, changed, section) = house.db.snapshot(read).await?;
    Ok(Feed::of((v, &at.station, &house.settings.public_url), section.as_ref(), (&all, changed)))
}

/// The feed, or 304 to whoever has it: by its tag, and only where none was sent by its time (RFC 9110, 13.2.2).
fn answer((asked, feed): (&HeaderMap, &Feed), media: &'static str, body: String) -> Result<Response, Fault> {
    let tag = format!("\"{}\"", HEXLOWER.encode(&Sha256::digest(&body)[..12]));
    let tag = HeaderValue::try_from(tag).map_err(Fault::broken)?;
    let modified = HeaderValue::try_from(rss::date(feed.updated)).map_err(Fault::broken)?;
    let known = match asked.contains_key(IF_NONE_MATCH) {
        true => assets::knows(asked, &tag),
        false => asked.get(IF_MODIFIED_SINCE) == Some(&modified),
    };
    let mut response = match known {
        true => (StatusCode::NOT_MODIFIED, Body::empty()).into_response(),
        false => ([(CONTENT_TYPE, media)], body).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(ETAG, tag);
    headers.insert(LAST_MODIFIED, modified);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers.insert(VARY, HeaderValue::from_static("accept-language, cookie"));
    Ok(response)
}
