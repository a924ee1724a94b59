//! What whoever has a receipt looks at.
use axum::extract::State;
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use serde::Deserialize;
use stations::At;

use crate::desk::here::Named;
use crate::hall::pages::slip::Roll;
use crate::public::pages::Frame;
use crate::receipts::{ReceiptId, pages, path, reads};

pub async fn receipt(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<ReceiptId>>,
) -> Result<HtmlPage, Fault> {
    let (seen, _) = reads::receipt(&house, &at.station, id).await?;
    Ok(pages::receipt(Frame { v: &v, station: &at.station }, &seen))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Paper {
    mm: Option<u16>,
}

pub async fn slip(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<ReceiptId>>,
    Ask(paper): Ask<Paper>,
) -> Result<HtmlPage, Fault> {
    let (seen, _) = reads::receipt(&house, &at.station, id).await?;
    let roll = if paper.mm == Some(58) { Roll::Mm58 } else { Roll::Mm80 };
    let address = format!("{}{}", house.settings.public_url, path(&at.station, id));
    pages::slip(Frame { v: &v, station: &at.station }, roll, &seen, &address)
}
