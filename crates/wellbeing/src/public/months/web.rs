//! The addresses of months, for everybody.
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use jiff::civil::Date;
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{HtmlPage, Wordy};
use kernel::view::View;
use serde::Deserialize;
use stations::At;

use super::pages::{self, Frame};
use super::{assets, dictionary, reads};
use crate::rules::file;

pub fn routes() -> Router<House> {
    assets::routes()
        .route("/s/{slug}/months", get(list))
        .route("/s/{slug}/months/dictionary", get(words))
        .route("/s/{slug}/months/dictionary.json", get(words_as_json))
        .route("/s/{slug}/months/dictionary.csv", get(words_as_csv))
        .route("/s/{slug}/months/{month}", get(month))
        .route("/s/{slug}/months/{month}/paper", get(paper))
}

/// Which revision; the newest where none is named.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Which {
    revision: Option<u32>,
}

/// Which part of the dictionary is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Part {
    part: String,
}

#[derive(Debug, Deserialize)]
struct OfMonth {
    month: String,
}

async fn list(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let rows = reads::all(&house, &at.station).await?;
    Ok(pages::list(Frame { v: &v, station: &at.station }, &rows))
}

/// As what a month is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum As {
    Page,
    /// The sheet as it was published.
    Json,
    /// Its figures.
    Csv,
    /// What was counted.
    Counted,
}

/// 2026-06, 2026-06.json, 2026-06.csv, 2026-06.counted.csv
fn asked(name: &str) -> Option<(Date, As)> {
    let (month, form) = match name.split_once('.') {
        None => (name, As::Page),
        Some((month, "json")) => (month, As::Json),
        Some((month, "csv")) => (month, As::Csv),
        Some((month, "counted.csv")) => (month, As::Counted),
        Some(_) => return None,
    };
    Some((reads::first_day(month)?, form))
}

const CSV: &str = "text/csv; charset=utf-8; header=present";

/// A file that a browser keeps under a name of its own.
fn file(media: &'static str, name: &str, text: String) -> Response {
    let name = format!("attachment; filename=\"{name}\"");
    let headers =
        [(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, name), (CACHE_CONTROL, "no-cache".to_owned())];
    (headers, text).into_response()
}

async fn month(
    State(house): State<House>,
    v: View,
    at: At,
    Values(of): Values<OfMonth>,
    Ask(which): Ask<Which>,
) -> Result<Response, Fault> {
    let (month, form) = asked(&of.month).ok_or(Fault::NotFound)?;
    let found = reads::month(&house, &at.station, month, which.revision).await?;
    let sheet = &found.sheet;
    let stem = match sheet.revision {
        1 => format!("{}-{}", sheet.station, sheet.month),
        nr => format!("{}-{}-{nr}", sheet.station, sheet.month),
    };
    Ok(match form {
        As::Page => (Extension(Wordy), pages::month(Frame { v: &v, station: &at.station }, &found)).into_response(),
        As::Json => file("application/json", &format!("{stem}.json"), found.text),
        As::Csv => file(CSV, &format!("{stem}.csv"), file::figures(sheet)?),
        As::Counted => file(CSV, &format!("{stem}-counted.csv"), file::basis(sheet)?),
    })
}

async fn paper(
    State(house): State<House>,
    v: View,
    at: At,
    Values(of): Values<OfMonth>,
    Ask(which): Ask<Which>,
) -> Result<HtmlPage, Fault> {
    let month = reads::first_day(&of.month).ok_or(Fault::NotFound)?;
    let found = reads::month(&house, &at.station, month, which.revision).await?;
    Ok(pages::paper(Frame { v: &v, station: &at.station }, &found, &house.settings.public_url))
}

async fn words(v: View, at: At, Ask(part): Ask<Part>) -> Result<HtmlPage, Fault> {
    pages::dictionary(Frame { v: &v, station: &at.station }, &part.part).ok_or(Fault::NotFound)
}

async fn words_as_json(_: At) -> Result<Response, Fault> {
    Ok(file("application/json", "months-dictionary.json", dictionary::json()?))
}

async fn words_as_csv(_: At) -> Result<Response, Fault> {
    Ok(file(CSV, "months-dictionary.csv", dictionary::csv()?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_a_page_or_a_file() {
        let june = date(2026, 6, 1);
        assert_eq!(asked("2026-06"), Some((june, As::Page)));
        assert_eq!(asked("2026-06.json"), Some((june, As::Json)));
        assert_eq!(asked("2026-06.csv"), Some((june, As::Csv)));
        assert_eq!(asked("2026-06.counted.csv"), Some((june, As::Counted)));
        for odd in ["", "2026", "2026-W23", "2026-W23.csv", "2026-06.xls", "2026-06.json.csv", ".json", "2026-13"] {
            assert_eq!(asked(odd), None, "{odd}");
        }
    }
}
