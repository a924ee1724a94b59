//! What residents press, and what anybody presses on the shelf where nobody writes down who takes what.
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::HEXLOWER;
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::local_path;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::{Peer, View};
use people::{PersonId, Resident};
use serde::Serialize;
use stations::{At, One, Station};

use super::look::{self, OfCopy, OfShelf};
use crate::catalogue::rules::barcode;
use crate::frame::{Frame, copy_path, shelf_path, title_path};
use crate::lending::acts::{self, Lending};
use crate::lending::rules::{By, Hand};
use crate::lending::says;
use crate::public::asked::{Press, code};
use crate::public::tally::{self, Moved};
use crate::public::{pages, reads};
use crate::{HoldId, LoanId, TitleId};

/// Where somebody's things are.
const MINE: &str = "/me";

/// The request's key, bound to who sends it and to what it asks. Whoever has the database alone cannot try people: the person goes in
/// under the house's key.
pub fn once_of(house: &House, key: &str, person: PersonId, request: &impl Serialize) -> Option<Once> {
    let who = || HEXLOWER.encode(&house.keys.lookup("library-once", &person.to_string()));
    (!key.is_empty()).then(|| Once::new(key, &who(), request))
}

/// Back to the page with the button, or to one's things.
fn back_to(back: &str) -> Response {
    Redirect::to(local_path(back).unwrap_or(MINE)).into_response()
}

/// 借这本, by whoever holds it in their hands.
pub async fn borrow(
    State(house): State<House>,
    v: View,
    (at, me): (At, Resident),
    Values(of): Values<OfCopy>,
    Form(press): Form<Press>,
) -> Result<Response, Fault> {
    let typed = barcode::read(&of.barcode).ok_or(Fault::NotFound)?;
    let seen = reads::piece(&house, &at.station, (typed, None)).await?;
    let copy = seen.piece.copy;
    let path = copy_path(&at.station, &copy.barcode);
    let lending = Lending { copy: copy.id, person: me.id, despite: false };
    let once = once_of(&house, &press.once, me.id, &("loan", copy.id));
    match acts::lend(&house, &at.station, lending, (Hand::Phone, once)).await {
        Ok(_) => Ok(Redirect::to(&format!("{path}?did=lent")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let refused = (no.status(), says::no_loan(&v, &at.station, &no));
            let shown = (Some(me.id), Some(&refused), false);
            Ok(look::copy_page(&house, &v.at(path), (&at.station, &copy.barcode), shown).await?.into_response())
        }
    }
}

/// 留给我.
pub async fn hold(
    State(house): State<House>,
    v: View,
    (one, me): (One<TitleId>, Resident),
    Form(press): Form<Press>,
) -> Result<Response, Fault> {
    let path = title_path(&one.station, one.id);
    let once = once_of(&house, &press.once, me.id, &("hold", one.id));
    match acts::hold(&house, &one.station, (one.id, me.id), (Hand::Phone, once)).await {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let refused = (no.status(), says::no_hold(&v, &one.station, (&no, one.id)));
            let page = look::title_page(&house, &v.at(path), &one, (Some(me.id), Some(&refused))).await?;
            Ok(page.into_response())
        }
    }
}

/// Waits no more.
pub async fn cancel(
    State(house): State<House>,
    (one, me): (One<HoldId>, Resident),
    Form(press): Form<Press>,
) -> Result<Response, Fault> {
    let once = once_of(&house, &press.once, me.id, &("cancel", one.id));
    acts::cancel_hold(&house, &one.station, one.id, By::Person(me.id), once).await?;
    Ok(back_to(&press.back))
}

/// 续借.
pub async fn renew(
    State(house): State<House>,
    v: View,
    (one, me): (One<LoanId>, Resident),
    Form(press): Form<Press>,
) -> Result<Response, Fault> {
    let once = once_of(&house, &press.once, me.id, &("renew", one.id));
    match acts::renew(&house, &one.station, one.id, By::Person(me.id), once).await {
        Ok(_) => Ok(back_to(&press.back)),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            refused(&house, &v, &one.station, (me.id, (no.status(), says::no_renewal(&v, &no)))).await
        }
    }
}

/// Why not, above what they have here.
async fn refused(
    house: &House,
    v: &View,
    station: &Station,
    (me, no): (PersonId, (StatusCode, Said)),
) -> Result<Response, Fault> {
    let all = reads::mine(house, me).await?;
    let here = all.iter().find(|mine| mine.station.id == station.id);
    let (v, once) = (v.at(MINE.to_owned()), house.new_id().to_string());
    Ok(pages::own(Frame { v: &v, station }, here, &no, &once).into_response())
}

/// Wants a list of what they read from now on, or wants it erased.
pub async fn history(
    State(house): State<House>,
    (at, me): (At, Resident),
    Form(press): Form<Press>,
) -> Result<Response, Fault> {
    let wanted = match press.history.as_str() {
        "on" => true,
        "off" => false,
        _ => return Err(Fault::NotFound),
    };
    reads::history(&house, &at.station, me.id).await?;
    acts::want_history(&house, &at.station, me.id, wanted).await?;
    Ok(Redirect::to(&at.station.path("/library/history")).into_response())
}

/// One was taken, or brought. Who presses is asked nowhere.
pub async fn tally(
    State(house): State<House>,
    (at, peer): (At, Peer),
    Values(of): Values<OfShelf>,
    Form(press): Form<Press>,
) -> Result<Response, Fault> {
    let moved = Moved::of_word(&press.moved).ok_or(Fault::NotFound)?;
    let shelf = code(&of.code).ok_or(Fault::NotFound)?;
    tally::tally(&house, &at.station, (shelf, moved), (peer, Some(&press.once))).await?;
    let path = shelf_path(&at.station, shelf);
    Ok(Redirect::to(&format!("{path}?did={}", moved.word())).into_response())
}
