//! One opinion: what was said, what to do next with one main button, what happened, and what else can be done.
use kernel::page::{Tone, facts, notice, section};
use maud::{Markup, html};

use super::case::One;
use super::ctx::Ctx;
use super::{history, next, others, public};
use crate::says;

pub fn one(x: Ctx<'_>, o: &One<'_>) -> Markup {
    html! {
        (o.fields(x).summary())
        @if o.kept { (notice(Tone::Ok, &x.v.t("opinions-desk-kept"), html! {})) }
        @if o.case.line.reopened && o.case.line.state.is_open() {
            (notice(Tone::Lamp, &x.v.t("opinions-desk-reopened"), html! {}))
        }
        div class="two-up" {
            (said(x, o))
            div {
                (next::next(x, o))
                (history::history(x, o.case))
            }
        }
        (public::public(x, o))
        (others::others(x, o))
        p class="sec note" { (x.v.t("opinions-desk-seen-by")) " " (x.v.t("opinions-desk-no-name")) }
    }
}

fn said(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let (v, case) = (x.v, o.case);
    let print = (v.t("opinions-desk-print"), o.to(x, "print"));
    let body = html! {
        div class="card pad" {
            @if case.text.is_empty() { p { (v.t("opinions-desk-erased")) } } @else { p class="said" { (case.text) } }
            @if !case.photos.is_empty() { div class="shots" { @for n in 0..case.photos.len() { (photo(x, o, n)) } } }
        }
        (about(x, o))
    };
    section("h-said", &v.t("opinions-desk-said"), Some((&print.0, &print.1)), body)
}

/// A photo is a link to itself: the browser shows it as large as it is.
fn photo(x: Ctx<'_>, o: &One<'_>, n: usize) -> Markup {
    let Some(id) = o.case.photos.get(n) else { return html! {} };
    let path = o.to(x, &format!("photos/{id}"));
    let words = x.v.ta("opinions-desk-photo-n", &[("n", (n + 1).into())]);
    html! { a href=(path) { img src=(path) alt=(words) width="144" height="144" loading="lazy"; } }
}

fn about(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let (v, case) = (x.v, o.case);
    let line = &case.line;
    let (kind, stands) = x.stands(line);
    let label = |key: &str| v.t(&format!("opinions-desk-{key}"));
    let handler = match &line.assigned {
        Some((_, name)) => name.clone(),
        None => v.t("opinions-desk-with-nobody"),
    };
    let mut pairs: Vec<(String, Markup)> = vec![
        (label("stands"), kernel::page::status(kind, &stands)),
        (label("category"), html! { (x.category(line.category.as_ref())) }),
        (label("received"), html! { (x.when().date_in_full(line.received_on)) " · " (says::source(v, line.source)) }),
        (label("handler"), html! { (handler) }),
    ];
    if let Some(place) = &case.place {
        pairs.insert(2, (label("place"), html! { (place) }));
    }
    if let Some(point) = &case.point {
        let text = format!("{:.4}, {:.4}", point.lat, point.lon);
        pairs.push((label("point"), html! { (text) }));
    }
    facts(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())))
}
