//! The addresses of the month: managers only.
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::{Here, HereAsManager};

use super::asked::{IdleAsked, MonthAsked};
use super::pages::{self, MonthPage};
use super::{answers, rules};
use crate::frame::{self, Frame, TAB};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/library/month", get(month))
        .route("/s/{slug}/desk/library/month/idle", get(idle))
}

fn today(here: &Here) -> Date {
    here.v.when(&here.desk.station.zone).today()
}

async fn month(HereAsManager(here): HereAsManager, Ask(asked): Ask<MonthAsked>) -> Result<Response, Fault> {
    let (station, today) = (here.desk.station.id, today(&here));
    let month = asked.checked(today).map_err(|_| Fault::NotFound)?;
    let read = here.house.db.snapshot(move |c: &mut Conn| answers::month(c, station, (month, today))).await?;
    let shown = MonthPage { month, months: &rules::months(today), read: &read };
    let body = pages::month(Frame { v: &here.v, station: &here.desk.station }, shown);
    let shell = here.page(TAB, &here.v.t("library-month-title"));
    let shell = shell.back(here.v.t(TAB), here.desk.station.path("/desk/library"));
    Ok(shell.body(body).into_response())
}

async fn idle(HereAsManager(here): HereAsManager, Ask(asked): Ask<IdleAsked>) -> Result<Response, Fault> {
    let (station, today) = (here.desk.station.id, today(&here));
    let read = here.house.db.snapshot(move |c: &mut Conn| answers::idle(c, station, &asked.shelf, today)).await?;
    let shell = here.page(TAB, frame::shelf(&here.v, &read.shelf));
    let shell = shell.back(here.v.t("library-month-title"), pages::path(&here.desk.station));
    let body = pages::idle(Frame { v: &here.v, station: &here.desk.station }, &read);
    Ok(shell.body(body).into_response())
}
