//! What a card's code leads to when a phone's camera reads it: what this is, and what the household may do with it. Whose it is
//! stands nowhere on it.
use axum::extract::State;
use axum::routing::get;
use axum::{Extension, Router};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use serde::Deserialize;

use super::{acts, sheet};
use crate::pages::{CardShown, SharedParts};

pub fn routes() -> Router<House> {
    Router::new().route("/card/{code}", get(told))
}

#[derive(Deserialize)]
struct Which {
    code: String,
}

async fn told(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    v: View,
    At(Which { code }): At<Which>,
) -> Result<HtmlPage, Fault> {
    let (h, typed) = (house.clone(), code.clone());
    let found = house.db.snapshot(move |c| acts::scanned(c, &h, &typed)).await?;
    let mut sections = vec![];
    if let Some(found) = found {
        for section in &parts.card {
            let shown = CardShown { code: code.clone(), person: found.card.person, station: found.card.station };
            sections.extend(section(house.clone(), v.clone(), shown).await?);
        }
    }
    Ok(sheet::told(&v.at("/card".into()), &sections))
}
