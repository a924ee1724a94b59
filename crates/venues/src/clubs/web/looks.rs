//! Looking: all clubs, one, its calendar.
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use people::MaybeResident;
use stations::At;

use crate::ClubId;
use crate::clubs::forms::MemberForm;
use crate::clubs::pages::{self, Tried};
use crate::clubs::says::{self, club_path};
use crate::clubs::{answers, reads};
use crate::public::calendar::Feed;
use crate::public::pages::Frame;

pub async fn list(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let all = reads::listed(&house, &at.station).await?;
    Ok(pages::list(Frame { v: &v, station: &at.station }, &all))
}

pub async fn club(
    State(house): State<House>,
    v: View,
    at: At,
    who: MaybeResident,
    Values((_, id)): Values<(String, ClubId)>,
) -> Result<HtmlPage, Fault> {
    let page = reads::page(&house, &at.station, id, who.0).await?;
    let once = house.new_id().to_string();
    let (form, problems) = (MemberForm::default(), Problems::default());
    let tried = Tried { form: &form, problems: &problems, refused: None, once: &once };
    Ok(pages::club(Frame { v: &v, station: &at.station }, &page, tried))
}

/// When it meets, for everybody's calendar.
pub async fn calendar(
    State(house): State<House>,
    v: View,
    at: At,
    Values((_, id)): Values<(String, ClubId)>,
) -> Result<Response, Fault> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let seen = house.db.snapshot(move |c| answers::one(c, &h, &station, id, now)).await?;
    let feed = Feed { v: &v, station: &at.station, public_url: &house.settings.public_url };
    let name = says::name(&v, &seen.club, seen.is_hidden());
    let text = feed.meetings(&name, &club_path(&at.station, id), &seen.series);
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, "public, max-age=300")];
    Ok((headers, text).into_response())
}
