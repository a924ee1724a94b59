//! The month: managers only.
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kernel::api::Ask;
use kernel::fault::Fault;
use serde::Deserialize;

use super::private;
use crate::desk::here::{Here, Manager};
use crate::desk::months;
use crate::desk::pages::{self, MonthPage, Printed};
use crate::desk::reads;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    month: String,
}

fn today(here: &Here) -> Date {
    here.v.when(&here.desk.station.zone).today()
}

pub async fn show(Manager(here): Manager, Ask(asked): Ask<Asked>) -> Result<Response, Fault> {
    let month = months::month(&asked.month, today(&here)).ok_or(Fault::NotFound)?;
    let read = reads::month(&here, month).await?;
    let shown = MonthPage { month, months: &months::months(today(&here)), read: &read };
    let body = pages::month(here.ctx(), shown);
    Ok(private(here.leaf(&here.v.t("opinions-desk-month-title")).body(body).into_response()))
}

pub async fn print(Manager(here): Manager, Ask(asked): Ask<Asked>) -> Result<Response, Fault> {
    let month = months::month(&asked.month, today(&here)).ok_or(Fault::NotFound)?;
    let read = reads::month(&here, month).await?;
    let by = Printed { name: &here.me().name, at: here.now() };
    Ok(private(pages::month_sheet(here.ctx(), MonthPage { month, months: &[], read: &read }, by).into_response()))
}
