//! What everybody looks at, and what only whoever is signed in sees of themselves.
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::Said;
use kernel::view::View;
use people::{MaybeResident, PersonId, Resident};
use serde::Deserialize;
use stations::{At, One, Station};

use crate::TitleId;
use crate::catalogue::answers;
use crate::catalogue::rules::barcode;
use crate::frame::Frame;
use crate::public::asked::{Did, ListAsked, code};
use crate::public::pages::{self, CopyShown, List, ShelfShown, TitleShown};
use crate::public::reads::{self, AT_ONCE, MOST_FOUND, Wanted};
use crate::public::tally::Moved;

/// A cover changes seldom; whoever has put up another one sees it after a minute.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=60");

pub async fn list(State(house): State<House>, v: View, at: At, Ask(asked): Ask<ListAsked>) -> Result<HtmlPage, Fault> {
    let before = asked.before.parse().ok();
    let (kind, children) = (asked.kind(), !asked.children.is_empty());
    let typed = asked.typed();
    // What fits words is not paged: all of it stands there.
    let most = if typed.is_empty() { AT_ONCE } else { MOST_FOUND };
    let wanted = Wanted { typed, kind, children, before, most };
    let page = reads::list(&house, &at.station, wanted.clone()).await?;
    Ok(pages::list(Frame { v: &v, station: &at.station }, &List { wanted: &wanted, page: &page }))
}

pub async fn title(
    State(house): State<House>,
    v: View,
    (one, MaybeResident(me)): (One<TitleId>, MaybeResident),
) -> Result<HtmlPage, Fault> {
    title_page(&house, &v, &one, (me, None)).await
}

/// The same below what a rule said no with.
pub async fn title_page(
    house: &House,
    v: &View,
    one: &One<TitleId>,
    (me, refused): (Option<PersonId>, Option<&(StatusCode, Said)>),
) -> Result<HtmlPage, Fault> {
    let seen = reads::title(house, &one.station, (one.id, me)).await?;
    let (once, public_url) = (house.new_id().to_string(), &house.settings.public_url);
    let shown = TitleShown { seen: &seen, known: me.is_some(), once: &once, refused, public_url };
    Ok(pages::title(Frame { v, station: &one.station }, &shown))
}

pub async fn cover(State(house): State<House>, one: One<TitleId>) -> Result<Response, Fault> {
    let (station, id) = (one.station.id, one.id);
    let bytes = house.db.read(move |c: &mut Conn| answers::cover(c, station, id)).await?;
    let media = HeaderValue::from_static("image/jpeg");
    Ok(([(CONTENT_TYPE, media), (CACHE_CONTROL, KEPT)], bytes).into_response())
}

/// What the code on a piece, or on a shelf, says of itself; `{slug}` is read by [`At`].
#[derive(Debug, Clone, Deserialize)]
pub struct OfCopy {
    pub barcode: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct OfShelf {
    pub code: String,
}

pub async fn copy(
    State(house): State<House>,
    v: View,
    (at, MaybeResident(me)): (At, MaybeResident),
    (Values(of), Ask(did)): (Values<OfCopy>, Ask<Did>),
) -> Result<HtmlPage, Fault> {
    copy_page(&house, &v, (&at.station, &of.barcode), (me, None, did.did == "lent")).await
}

/// The same below what a rule said no with.
pub async fn copy_page(
    house: &House,
    v: &View,
    (station, typed): (&Arc<Station>, &str),
    (me, refused, just_lent): (Option<PersonId>, Option<&(StatusCode, Said)>, bool),
) -> Result<HtmlPage, Fault> {
    let barcode = barcode::read(typed).ok_or(Fault::NotFound)?;
    let seen = reads::piece(house, station, (barcode, me)).await?;
    let once = house.new_id().to_string();
    let shown = CopyShown { seen: &seen, known: me.is_some(), once: &once, just_lent, refused };
    Ok(pages::copy(Frame { v, station }, &shown))
}

pub async fn shelf(
    State(house): State<House>,
    v: View,
    at: At,
    (Values(of), Ask(did)): (Values<OfShelf>, Ask<Did>),
) -> Result<HtmlPage, Fault> {
    let asked = code(&of.code).ok_or(Fault::NotFound)?.to_owned();
    let seen = reads::shelf(&house, &at.station, (asked, did.from)).await?;
    let once = house.new_id().to_string();
    let shown = ShelfShown { seen: &seen, once: &once, did: Moved::of_word(&did.did) };
    Ok(pages::shelf(Frame { v: &v, station: &at.station }, &shown))
}

/// Where the station offers no such list, there is no such page.
pub async fn history(State(house): State<House>, v: View, (at, me): (At, Resident)) -> Result<HtmlPage, Fault> {
    let (wanted, all) = reads::history(&house, &at.station, me.id).await?;
    let once = house.new_id().to_string();
    Ok(pages::history(Frame { v: &v, station: &at.station }, (wanted, &all), &once))
}
