//! What was changed here lately, and by whom. Residents are not named. What an event is called is said by the slice that it is of.
use maud::{Markup, html};

use super::Ctx;
use crate::desk::seen::Change;
use kernel::event::By;
use kernel::page::{Row, empty, pill, rows};

/// `older` is the number before which the next page begins, if there is more.
pub fn body(ctx: Ctx<'_>, changes: &[Change], older: Option<i64>) -> Markup {
    let v = ctx.v;
    html! {
        @if changes.is_empty() { (empty("history", &v.t("venues-desk-no-changes"), None)) }
        @else { div class="sec" { (rows(changes.iter().map(|change| row(ctx, change)))) } }
        @if let Some(before) = older {
            p class="chips" { (pill(&v.t("venues-desk-older"), &ctx.path(&format!("/changes?before={before}")))) }
        }
        p class="note sec" { (v.t("venues-desk-changes-note")) }
    }
}

fn row(ctx: Ctx<'_>, change: &Change) -> Row {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let event = &change.event;
    let said = match event.text() {
        key if v.knows(&key) => v.t(&key),
        // Of a version that did other things.
        _ => v.ta("event-other", &[("kind", event.kind.as_str().into())]),
    };
    let venue = change.venue.as_ref().map(|name| v.pick(&name.zh, &name.en));
    let title = venue.map_or_else(|| said.clone(), |venue| format!("{said} · {venue}"));
    let by = match (event.by, &change.staff) {
        (By::Staff(_), Some(name)) => name.clone(),
        (By::Staff(_), None) => v.t("venues-desk-by-staff"),
        (By::Resident, _) => v.t("venues-desk-by-resident"),
        (By::Program, _) => v.t("venues-desk-by-program"),
    };
    let row = Row::new(title)
        .when(&when.day(when.date(event.at)), &when.time(event.at))
        .note(&format!("{by} · {}", v.ta("venues-desk-change-number", &[("n", event.change.to_string().into())])));
    match event.kind.split_once('.') {
        Some(("reservation", _)) => row.leads_to(ctx.station.path(&format!("/reservations/{}", event.subject))),
        Some(("series", _)) => row.leads_to(ctx.path(&format!("/series/{}", event.subject))),
        Some(("club", _)) => row.leads_to(ctx.path(&format!("/clubs/{}", event.subject))),
        Some(("season", _)) => row.leads_to(ctx.path(&format!("/seasons/{}", event.subject))),
        _ => row,
    }
}
