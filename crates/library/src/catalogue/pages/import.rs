//! A file of titles: chosen, looked at, taken in.
use kernel::form::Problems;
use kernel::page::{Answer, Button, Field, Fields, Kind, Tone, actions, facts, notice, once, pill, section};
use maud::{Markup, html};

use super::parts::titles_path;
use crate::catalogue::acts::Imported;
use crate::catalogue::imports::Bad;
use crate::catalogue::says;
use crate::frame::{self, Frame};
use crate::rules::Shelf;

/// So many lines that cannot come in are listed.
const MOST_LISTED: usize = 100;

fn path(f: Frame<'_>) -> String {
    f.station.path("/desk/library/import")
}

/// Which file.
pub fn choose(f: Frame<'_>, shelves: &[Shelf], problems: &Problems) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, problems));
    let wrong = problems.of(v, "file");
    html! {
        (fields.summary())
        form method="post" action=(path(f)) enctype="multipart/form-data" {
            div class="fld" {
                label for="f-file" { (v.t("catalogue-field-file")) }
                p class="note" id="h-file" { (v.t("catalogue-field-file-hint")) }
                @if let Some(words) = &wrong { p class="err" id="p-file" { (words) } }
                input id="f-file" type="file" name="file" accept=".csv,.txt,.iso,.mrc,.marc,text/csv" required
                    aria-describedby={ @if wrong.is_some() { "p-file " } "h-file" }
                    aria-invalid=[wrong.as_ref().map(|_| "true")];
            }
            @if !shelves.is_empty() {
                @let options = shelves.iter().map(|one| (one.code.as_str(), frame::shelf(v, one)));
                (fields.select(Field::new("shelf", v.t("catalogue-field-usual-shelf")), options))
            }
            p class="note sec" { (v.t("catalogue-import-how")) }
            (actions(html! { (Button::new(v.t("catalogue-import-look")).icon("eye")) }))
        }
    }
}

/// What would come in.
pub struct Looked<'a> {
    pub would: &'a Imported,
    /// The file once more, for the form that takes it in.
    pub looked: &'a str,
    pub shelf: &'a str,
    pub once: &'a str,
}

pub fn looked(f: Frame<'_>, l: &Looked<'_>) -> Markup {
    let v = f.v;
    let new = l.would.new_titles + l.would.new_copies > 0;
    html! {
        @if new { (notice(Tone::Lamp, &v.t("catalogue-import-found"), html! {})) }
        @else { (notice(Tone::Lamp, &v.t("catalogue-import-nothing"), html! {})) }
        (figures(f, l.would))
        @if new {
            form method="post" action={ (path(f)) "/start" } {
                (once(l.once))
                input type="hidden" name="shelf" value=(l.shelf);
                input type="hidden" name="looked" value=(l.looked);
                (actions(html! { (Button::new(v.t("catalogue-import-go")).icon("check")) }))
            }
        }
        (refused(f, &l.would.refused))
        p class="sec" { (pill(&v.t("catalogue-import-other"), &path(f))) }
    }
}

fn figures(f: Frame<'_>, would: &Imported) -> Markup {
    let v = f.v;
    let names = ["titles", "copies", "known", "refused"].map(|name| v.t(&format!("catalogue-import-{name}")));
    let counts = [would.new_titles, would.new_copies, would.known, would.refused.len()];
    let shelves = v.t("catalogue-import-new-shelves");
    let mut all: Vec<(&str, Markup)> =
        names.iter().zip(counts).map(|(name, n)| (name.as_str(), html! { (n) })).collect();
    if !would.new_shelves.is_empty() {
        all.push((&shelves, html! { (would.new_shelves.join("、")) }));
    }
    facts(all)
}

fn refused(f: Frame<'_>, all: &[Bad]) -> Markup {
    let v = f.v;
    let rest = all.len().saturating_sub(MOST_LISTED);
    html! {
        @if !all.is_empty() {
            (section("s-refused", &v.t("catalogue-import-refused-list"), None, html! {
                ul class="card pad" { @for bad in all.iter().take(MOST_LISTED) { li { (says::bad(v, bad)) } } }
                @if rest > 0 { p class="note" { (v.ta("catalogue-import-refused-more", &[("n", rest.into())])) } }
            }))
        }
    }
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Running {
    /// So many titles of so many.
    At(usize, usize),
    Over(Imported),
    /// Something broke; what was done is there.
    Broken,
    /// Nothing is known of it here: the program has started anew since.
    Unknown,
}

/// `own` is the page's own address.
pub fn running(f: Frame<'_>, how: &Running, own: &str) -> Markup {
    let v = f.v;
    let again = |label: &str| html! { (Button::new(v.t(label)).secondary().icon("refresh").href(own)) };
    let titles = html! { (Button::new(v.t("catalogue-all")).icon("books").href(titles_path(f))) };
    let file = html! { (Button::new(v.t("catalogue-import-other")).secondary().href(path(f))) };
    match how {
        Running::At(done, all) => {
            let at = v.ta("catalogue-import-running-at", &[("done", (*done).into()), ("all", (*all).into())]);
            html! {
                (Answer::new(Kind::Away, v.t("catalogue-import-running"), &at)
                    .under(v.t("catalogue-import-running-how")).actions(again("catalogue-import-again")))
                p class="sec" { progress value=(done) max=(all) aria-label=(v.t("catalogue-import-running")) { (at) } }
            }
        }
        Running::Over(imported) => html! {
            (notice(Tone::Ok, &v.t("catalogue-import-over"), html! {}))
            (figures(f, imported))
            (actions(html! {
                (titles)
                (Button::new(v.t("catalogue-labels")).secondary().icon("printer")
                    .href(f.station.path("/desk/library/labels")))
            }))
            (refused(f, &imported.refused))
        },
        Running::Broken | Running::Unknown => {
            let key = if *how == Running::Broken { "broken" } else { "unknown" };
            let (what, then) = (format!("catalogue-import-{key}"), format!("catalogue-import-{key}-how"));
            html! {
                (notice(Tone::Stop, &v.t(&what), html! { p { (v.t(&then)) } }))
                (actions(html! { (file) (titles) }))
            }
        }
    }
}
