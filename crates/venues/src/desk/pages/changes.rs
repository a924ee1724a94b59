//! What was changed here lately, and by whom. Residents are not named.
use maud::{Markup, html};

use super::Ctx;
use crate::desk::seen::Change;
use kernel::event::By;
use kernel::page::{Row, empty, pill, rows};

/// The event kinds that have words of their own: `reservation.cancelled` is `venues-desk-event-reservation-cancelled`.
pub const TOLD: [&str; 72] = [
    "reservation.held",
    "reservation.confirmed",
    "reservation.checked-in",
    "reservation.completed",
    "reservation.expired",
    "reservation.cancelled",
    "reservation.released",
    "reservation.moved",
    "reservation.walked-in",
    "reservation.offered",
    "reservation.accepted",
    "reservation.from-paper",
    "wait.asked",
    "wait.stopped",
    "wait.over",
    "game.posted",
    "game.joined",
    "game.left",
    "game.filled",
    "game.reopened",
    "game.unfilled",
    "game.called-off",
    "game.over",
    "series.made",
    "series.extended",
    "series.changed",
    "series.date-placed",
    "series.date-given-up",
    "series.ended",
    "paper.noted",
    "outage.declared",
    "outage.taken-back",
    "club.founded",
    "club.changed",
    "club.asked",
    "club.joined",
    "club.left",
    "club.lead-offered",
    "club.lead-withdrawn",
    "club.led",
    "club.leaderless",
    "club.told",
    "club.hiding-asked",
    "club.hidden",
    "club.appealed",
    "club.shown",
    "club.closed",
    "season.opened",
    "season.applied",
    "season.withdrawn",
    "season.locked",
    "season.called-off",
    "season.allocated",
    "season.changed",
    "season.confirmed",
    "season.awarded",
    "opening.laid",
    "opening.revoked",
    "venue.made",
    "venue.edited",
    "offering.made",
    "offering.edited",
    "door.code-made",
    "door.key-made",
    "door.lock-set",
    "station.made",
    "station.changed",
    "owner.added",
    "owner.renamed",
    "role.given",
    "role.taken",
    "staff.added",
];

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
    let said = match TOLD.contains(&event.kind.as_str()) {
        true => v.t(&format!("venues-desk-event-{}", event.kind.replace('.', "-"))),
        false => v.ta("venues-desk-event-other", &[("kind", event.kind.as_str().into())]),
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
