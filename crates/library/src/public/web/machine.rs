//! The machine in the hall, and who may use it: a device that the station has opened as its kiosk, and whoever works here.
use std::sync::Arc;

use axum::extract::{Form, FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;
use stations::{At, AtDesk, Station};

use crate::catalogue::answers;
use crate::frame::Frame;
use crate::ports::Ports;
use crate::public::asked::MachineForm;
use crate::public::kiosk::{self, Done, NoScan, Scan, kiosk_path};
use crate::public::pages::{self, Machine, Shows};
use crate::rules::{Copy, Shelf, Title};
use crate::{CopyId, TitleId};

/// A request of the machine, or of somebody who works here. Nothing for everybody else.
pub struct AtMachine {
    pub station: Arc<Station>,
    pub may: bool,
}

impl FromRequestParts<House> for AtMachine {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<AtMachine, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let ports = parts.extensions.get::<Ports>().copied();
        let ports = ports.ok_or_else(|| Fault::broken("the slice was handed no ports"))?;
        if (ports.at_kiosk)(house, &station, &parts.headers).await? {
            return Ok(AtMachine { station, may: true });
        }
        match AtDesk::from_request_parts(parts, house).await {
            Ok(_) => Ok(AtMachine { station, may: true }),
            Err(broken) if broken.status().is_server_error() => Err(broken),
            Err(_) => Ok(AtMachine { station, may: false }),
        }
    }
}

/// The machine's letters are large.
fn large(mut v: View) -> View {
    v.care = true;
    v
}

pub async fn start(State(house): State<House>, v: View, at: AtMachine) -> HtmlPage {
    if !at.may {
        return pages::shut(Frame { v: &v, station: &at.station });
    }
    let (v, once) = (large(v), house.new_id().to_string());
    let machine = Machine { shows: Shows::Start, card: "", wants: "", last: "", once: &once, refused: None };
    pages::machine(Frame { v: &v, station: &at.station }, &machine)
}

/// What the page shows beside what was done.
#[derive(Default)]
pub struct Known {
    pub copy: Option<Copy>,
    pub title: Option<Title>,
    pub shelf: Option<Shelf>,
}

pub async fn known(house: &House, station: &Station, done: &Done) -> Result<Known, Fault> {
    let (copy, title) = match done {
        Done::Known => return Ok(Known::default()),
        Done::Lent { copy, title, .. }
        | Done::Back { copy, title, .. }
        | Done::AsksCard { copy, title }
        | Done::Same { copy, title, .. } => (*copy, *title),
    };
    let id = station.id;
    let read = move |c: &mut Conn| of_copy(c, id, (copy, title));
    house.db.snapshot(read).await
}

fn of_copy(
    c: &mut Conn,
    station: kernel::db::types::StationId,
    (copy, title): (CopyId, TitleId),
) -> Result<Known, Fault> {
    let copy = answers::copy(c, station, copy)?;
    let title = answers::title(c, station, title)?;
    let shelf = answers::shelves(c, station)?.into_iter().find(|shelf| shelf.id == copy.shelf);
    Ok(Known { copy: Some(copy), title: Some(title), shelf })
}

pub async fn scan(
    State(house): State<House>,
    v: View,
    at: AtMachine,
    Form(form): Form<MachineForm>,
) -> Result<Response, Fault> {
    if !at.may {
        return Ok(pages::shut(Frame { v: &v, station: &at.station }).into_response());
    }
    let form = form.cut();
    let v = large(v).at(kiosk_path(&at.station));
    let typed = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let scan = Scan {
        code: form.code.clone(),
        card: typed(&form.card),
        wants: typed(&form.wants),
        last: typed(&form.last),
        again: !form.again.is_empty(),
    };
    match kiosk::scan(&house, &at.station, scan, &form.once).await {
        Ok(done) => did(&house, &v, &at.station, (&form, &done)).await,
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => refused(&house, &v, &at.station, (&form, no)),
    }
}

async fn did(
    house: &House,
    v: &View,
    station: &Station,
    (form, done): (&MachineForm, &Done),
) -> Result<Response, Fault> {
    let known = known(house, station, done).await?;
    Ok(after(house, v, station, next(form, done, &known), None))
}

fn next<'a>(form: &'a MachineForm, done: &Done, known: &'a Known) -> Next<'a> {
    let last = known.copy.as_ref().map(|copy| copy.barcode.as_str()).unwrap_or_default();
    // A card that was scanned for the piece that waited stays for the next one.
    let card = if form.card.is_empty() && !form.wants.is_empty() { &form.code } else { &form.card };
    match (done, &known.title) {
        (Done::Known, _) | (_, None) => Next { shows: Shows::Known, card: &form.code, wants: "", last: "" },
        (Done::Lent { due_on, .. }, Some(title)) => {
            Next { shows: Shows::Lent { title, due_on: *due_on }, card, wants: "", last }
        }
        (Done::Back { days_late, kept, .. }, Some(title)) => {
            let shelf = known.shelf.as_ref();
            let shows = Shows::Back { title, shelf, days_late: *days_late, kept: *kept };
            Next { shows, card: &form.card, wants: "", last }
        }
        (Done::AsksCard { .. }, Some(title)) => {
            Next { shows: Shows::AsksCard { title }, card: "", wants: last, last: "" }
        }
        (Done::Same { lent, .. }, Some(title)) => {
            Next { shows: Shows::Same { title, lent: *lent }, card: &form.card, wants: "", last }
        }
    }
}

/// What the next page shows, and what its form brings along.
struct Next<'a> {
    shows: Shows<'a>,
    card: &'a str,
    wants: &'a str,
    last: &'a str,
}

fn after(house: &House, v: &View, station: &Station, next: Next<'_>, refused: Option<&(StatusCode, Said)>) -> Response {
    let once = house.new_id().to_string();
    let Next { shows, card, wants, last } = next;
    let machine = Machine { shows, card, wants, last, once: &once, refused };
    pages::machine(Frame { v, station }, &machine).into_response()
}

/// Why nothing was done. A card that is good no more is forgotten; whatever else was known goes on.
fn refused(house: &House, v: &View, station: &Station, (form, no): (&MachineForm, NoScan)) -> Result<Response, Fault> {
    let said = (no.status(), no.say(v));
    let card = match no {
        NoScan::Card => "",
        NoScan::Rule(_) if form.card.is_empty() => &form.code,
        _ => &form.card,
    };
    // A piece still waits after a card that is not good, and after the number of a book, so that another code can be tried.
    let wants = if matches!(no, NoScan::Unknown | NoScan::Card | NoScan::Isbn) { form.wants.as_str() } else { "" };
    let next = Next { shows: Shows::Start, card, wants, last: "" };
    Ok(after(house, v, station, next, Some(&said)))
}
