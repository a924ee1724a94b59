//! The moods under a notice, and what is pressed there.
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Form, State};
use axum::http::header::SET_COOKIE;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use maud::{Markup, html};
use stations::{One, Station};

use super::device::{self, Told};
use crate::NoticeId;
use crate::frame::notice_path;
use crate::moods::acts::{self, Voting};
use crate::moods::answers::{self, Board};
use crate::moods::asked::MoodForm;
use crate::moods::pages::{self, Shown};
use crate::moods::rules::{Device, NoVote};
use crate::moods::{Headline, Published, says};

/// The moods as a part of the page of a notice; nothing where the notice takes none.
///
/// # Errors
/// The database's.
pub async fn part(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    notice: NoticeId,
    told: &Told,
) -> Result<Markup, Fault> {
    let (h, at, device, now) = (house.clone(), station.id, told.0.clone(), house.now());
    let read = move |c: &mut Conn| answers::board(c, &h, (at, notice), device.as_ref(), now);
    let board = match house.db.snapshot(read).await {
        Ok(board) => board,
        Err(Fault::NotFound) => return Ok(html! {}),
        Err(fault) => return Err(fault),
    };
    let once = house.new_id().to_string();
    Ok(pages::board(v, station, Shown { board: &board, once: &once, refused: None }))
}

async fn found(
    house: &House,
    one: &One<NoticeId>,
    published: Published,
    device: Option<Device>,
) -> Result<(Headline, Board), Fault> {
    let (h, at, id, now) = (house.clone(), one.station.id, one.id, house.now());
    let read = move |c: &mut Conn| {
        let headline = answers::headline(c, published, at, id)?;
        Ok((headline, answers::board(c, &h, (at, id), device.as_ref(), now)?))
    };
    house.db.snapshot(read).await
}

pub async fn show(
    State(house): State<House>,
    v: View,
    (one, told): (One<NoticeId>, Told),
    Extension(published): Extension<Published>,
) -> Result<HtmlPage, Fault> {
    let (headline, board) = found(&house, &one, published, told.0).await?;
    let once = house.new_id().to_string();
    Ok(pages::alone(&v, &one.station, &headline, Shown { board: &board, once: &once, refused: None }))
}

pub async fn vote(
    State(house): State<House>,
    v: View,
    (one, told, peer): (One<NoticeId>, Told, Peer),
    Extension(published): Extension<Published>,
    Form(form): Form<MoodForm>,
) -> Result<Response, Fault> {
    let wants = form.wants().ok_or(Fault::NotFound)?;
    let device = told.0.clone().unwrap_or_else(|| device::new(&house, &form.once));
    let voting = Voting { notice: one.id, device: device.clone(), wants, from: peer.0 };
    match acts::vote(&house, &one.station, published, voting).await {
        Ok(board) => done(&house, &v, &one, (&form, &device, &board)),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => refused(&house, &v, &one, (published, told), (&form, refusal)).await,
    }
}

/// Back to the notice, or the part alone for the script. Whoever took the vote back keeps no cookie.
fn done(
    house: &House,
    v: &View,
    one: &One<NoticeId>,
    (form, device, board): (&MoodForm, &Device, &Board),
) -> Result<Response, Fault> {
    let kept = board.chose.map(|_| device);
    let line = device::set_cookie(house, (&one.station, one.id), kept, board.closes)?;
    let mut response = match form.part.is_empty() {
        true => Redirect::to(&format!("{}#moods", notice_path(&one.station, one.id))).into_response(),
        false => {
            let once = house.new_id().to_string();
            let shown = Shown { board, once: &once, refused: None };
            Html(pages::board(v, &one.station, shown).into_string()).into_response()
        }
    };
    response.headers_mut().append(SET_COOKIE, line);
    Ok(response)
}

async fn refused(
    house: &House,
    v: &View,
    one: &One<NoticeId>,
    (published, told): (Published, Told),
    (form, refusal): (&MoodForm, NoVote),
) -> Result<Response, Fault> {
    let (headline, board) = found(house, one, published, told.0).await?;
    // The same token again: a press that is repeated later is the same device's.
    let shown = Shown { board: &board, once: &form.once, refused: Some(refusal) };
    let v = v.at(notice_path(&one.station, one.id));
    let response = match form.part.is_empty() {
        true => pages::alone(&v, &one.station, &headline, shown).into_response(),
        false => {
            let part = pages::board(&v, &one.station, shown).into_string();
            (refusal.status(), Html(part)).into_response()
        }
    };
    Ok(says::again_after(refusal, response))
}
