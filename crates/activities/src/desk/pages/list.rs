//! What is to come, with what is wrong about it; and what was on last, to be held once more with one tap.
use kernel::page::{self, Button, Kind, Row, actions};
use maud::{Markup, html};

use super::Ctx;
use crate::answers::{Seen, Stands};
use crate::says;

/// `past` has one time of each activity, the newest first.
pub fn list(ctx: Ctx<'_>, coming: &[Seen], past: &[Seen]) -> Markup {
    let (trouble, fine): (Vec<&Seen>, Vec<&Seen>) = coming.iter().partition(|seen| seen.lacks_room());
    let rows = |all: &[&Seen]| page::rows(all.iter().map(|seen| row(ctx, seen)));
    html! {
        (actions(html! { (Button::new(ctx.v.t("activities-desk-new")).icon("plus").href(ctx.path("/activities/new"))) }))
        @if !trouble.is_empty() { (page::section("trouble", &ctx.v.t("activities-desk-trouble"), None, rows(&trouble))) }
        @if !past.is_empty() {
            (page::section("past", &ctx.v.t("activities-desk-past"), None, page::rows(past.iter().map(|seen| once_more(ctx, seen)))))
        }
        @if coming.is_empty() { (page::empty("calendar-event", &ctx.v.t("activities-desk-none"), None)) }
        @if !fine.is_empty() { (page::section("coming", &ctx.v.t("activities-desk-coming"), None, rows(&fine))) }
    }
}

fn row(ctx: Ctx<'_>, seen: &Seen) -> Row {
    let (v, when, one) = (ctx.v, ctx.when(), &seen.one);
    let row = Row::new(seen.title()).when(&when.day(when.date(one.starts_at)), &when.time(one.starts_at));
    let row = match (&one.no_room, seen.stands(v.now())) {
        (Some(why), Stands::ToCome | Stands::Now) => row.status(Kind::Stop, &says::no_room(v, why)),
        _ => {
            let (kind, words) = says::stands(v, &when, seen);
            row.status(kind, &words)
        }
    };
    let places = one.capacity.map(|n| {
        let args = [("taken", one.taken.into()), ("of", n.into()), ("lined", one.lined.into())];
        v.ta(if one.lined > 0 { "activities-desk-places-lined" } else { "activities-desk-places" }, &args)
    });
    let about =
        [Some(says::place(v, seen)).filter(|t| !t.is_empty()), places].into_iter().flatten().collect::<Vec<_>>();
    let row = if about.is_empty() { row } else { row.note(&about.join(" · ")) };
    row.leads_to(ctx.path(&format!("/occurrences/{}", one.id)))
}

/// 再办一次.
fn once_more(ctx: Ctx<'_>, seen: &Seen) -> Row {
    let when = ctx.when();
    let href = ctx.path(&format!("/activities/new?copy={}", seen.one.id));
    Row::new(seen.title()).icon("copy").note(&says::day(&when, when.date(seen.one.starts_at))).link(
        href,
        &ctx.v.t("activities-desk-again"),
        true,
    )
}
