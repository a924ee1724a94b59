//! The addresses of counties, for everybody.
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;

use super::{pages, reads};
use crate::rules::county;
use crate::rules::period::Days;

pub fn routes() -> Router<House> {
    Router::new().route("/county/{code}", get(list)).route("/county/{code}/months/{month}", get(month))
}

async fn list(State(house): State<House>, v: View, Path(code): Path<String>) -> Result<HtmlPage, Fault> {
    let (place, months) = reads::months(&house, code).await?;
    Ok(pages::list(&v, &place, &months))
}

/// As what a month is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum As {
    Page,
    Json,
    Csv,
}

/// 2026-06, 2026-06.json, 2026-06.csv
fn asked(name: &str) -> Option<(Date, As)> {
    let (month, form) = match name.split_once('.') {
        None => (name, As::Page),
        Some((month, "json")) => (month, As::Json),
        Some((month, "csv")) => (month, As::Csv),
        Some(_) => return None,
    };
    Some((reads::month(month)?, form))
}

async fn month(
    State(house): State<House>,
    v: View,
    Path((code, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (month, form) = asked(&name).ok_or(Fault::NotFound)?;
    let (place, sheet) = reads::sheet(&house, code, month).await?;
    let stem = format!("county-{}-{}", place.code, Days::month(month).name());
    let file = |media: &'static str, ending: &str, text: String| {
        let name = format!("attachment; filename=\"{stem}.{ending}\"");
        let headers =
            [(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, name), (CACHE_CONTROL, "no-cache".to_owned())];
        (headers, text).into_response()
    };
    Ok(match form {
        As::Page => pages::month(&v, &place, &sheet).into_response(),
        As::Json => file("application/json", "json", county::text(&sheet)),
        As::Csv => file("text/csv; charset=utf-8; header=present", "csv", county::csv(&sheet)?),
    })
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
        for odd in ["", "2026", "2026-W23", "2026-W23.csv", "2026-06.xls", "2026-06.json.csv", ".json", "2026-13"] {
            assert_eq!(asked(odd), None, "{odd}");
        }
    }
}
