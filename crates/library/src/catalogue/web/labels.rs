//! Labels of copies.
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kernel::api::Ask;
use kernel::fault::Fault;
use stations::Here;

use super::common::{frame, top};
use crate::CopyId;
use crate::catalogue::forms::LabelsForm;
use crate::catalogue::pages;
use crate::catalogue::reads::{self, MOST_LABELS, Wanted};
use crate::frame::TAB;

/// What was asked for: copies, those of a title, or those since a day; nothing when nothing was.
fn wanted(asked: &LabelsForm) -> Option<Wanted> {
    if let Ok(title) = asked.title.parse() {
        return Some(Wanted::OfTitle(title));
    }
    let most = usize::try_from(MOST_LABELS).unwrap_or(usize::MAX);
    let ids: Vec<CopyId> = asked.copies.split(',').filter_map(|id| id.trim().parse().ok()).take(most).collect();
    if !ids.is_empty() {
        return Some(Wanted::These(ids));
    }
    let day = asked.since.trim().parse::<Date>().ok()?;
    Some(Wanted::Since(day, asked.after.parse().ok()))
}

pub async fn labels(here: Here, Ask(asked): Ask<LabelsForm>) -> Result<Response, Fault> {
    let found = match wanted(&asked) {
        Some(wanted) => Some(reads::labels(&here, wanted).await?),
        None => None,
    };
    if let Some((all, more)) = found.as_ref().filter(|(all, _)| !all.is_empty()) {
        let path = here.desk.station.path("/desk/library/labels");
        let since = |(copy, _): &(crate::rules::Copy, _)| format!("{path}?since={}&after={}", asked.since, copy.id);
        let next = all.last().filter(|_| *more && !asked.since.is_empty()).map(since);
        let page = pages::labels(frame(&here), all, &here.house.settings.public_url, next.as_deref())?;
        return Ok(page.into_response());
    }
    let today = here.v.when(&here.desk.station.zone).today().to_string();
    let day = asked.since.trim().parse::<Date>().map_or(today, |day| day.to_string());
    let body = pages::choose_labels(frame(&here), &day, found.is_some());
    let page = here.page(TAB, &here.v.t("catalogue-labels")).back(here.v.t("catalogue-titles"), top(&here));
    Ok(page.body(body).into_response())
}
