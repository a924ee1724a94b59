//! One walk: what was scanned last, one field for what comes next, how far it is.
use kernel::form::Problems;
use kernel::page::{
    Answer, Button, Fields, Kind, Row, Tone, actions, empty, facts, notice, pill, pill_go, rows, section,
};
use maud::{Markup, html};

use crate::frame::{self, Frame, called, desk_title_path};
use crate::rules::Shelf;
use crate::stocktakes::acts::Scanned;
use crate::stocktakes::answers::{Here, Listed};
use crate::stocktakes::rules::Odd;
use crate::stocktakes::says;

pub struct WalkPage<'a> {
    pub here: &'a Here,
    /// Where whoever walks stands, in a walk along all shelves.
    pub at: Option<&'a Shelf>,
    /// What was scanned with the last press.
    pub scanned: &'a [Scanned],
    pub problems: &'a Problems,
    pub once: &'a str,
}

pub fn walk(f: Frame<'_>, p: &WalkPage<'_>) -> Markup {
    let (v, walk) = (f.v, &p.here.walk);
    let path = says::path(f.station, walk.stocktake.id);
    let at = walk.shelf.as_ref().or(p.at);
    html! {
        (Fields::new(v, p.problems).summary())
        (last(f, p))
        @if walk.shelf.is_none() { (places(f, p, &path)) }
        @if let Some(at) = at { (field(f, p, (&path, at))) }
        @else { p class="sec note" { (v.t("stocktakes-first-shelf")) } }
        (section("h-progress", &v.t("stocktakes-progress"), None, progress(f, p.here)))
        (actions(html! {
            (Button::new(v.t("stocktakes-to-end")).secondary().icon("check").href(format!("{path}/end")))
        }))
        details class="sec" {
            summary { (v.t("stocktakes-give-up")) }
            p class="note" { (v.t("stocktakes-give-up-how")) }
            (actions(f.press(&format!("{path}/give-up"), p.once, &[], &Button::new(v.t("stocktakes-give-up-now")).danger())))
        }
    }
}

/// Where whoever walks stands: the label of a shelf that is scanned says it too.
fn places(f: Frame<'_>, p: &WalkPage<'_>, path: &str) -> Markup {
    let label = f.v.t("stocktakes-where");
    html! {
        nav class="sec" aria-label=(label) {
            p class="note" { (label) }
            div class="chips" {
                @for shelf in &p.here.shelves {
                    @let href = format!("{path}?shelf={}", kernel::page::query_value(&shelf.code));
                    @if p.at.is_some_and(|at| at.id == shelf.id) { (pill_go(frame::shelf(f.v, shelf), &href)) }
                    @else { (pill(frame::shelf(f.v, shelf), &href)) }
                }
            }
        }
    }
}

/// One field: a scanner types the bars and presses Enter.
fn field(f: Frame<'_>, p: &WalkPage<'_>, (path, at): (&str, &Shelf)) -> Markup {
    let v = f.v;
    let wrong = p.problems.of(v, "barcodes");
    let (about, bad) = match wrong {
        Some(_) => ("p-barcodes h-barcodes", Some("true")),
        None => ("h-barcodes", None),
    };
    html! {
        form class="sec" method="post" action={ (path) "/scans" } {
            input type="hidden" name="shelf" value=(at.code);
            div class="fld" {
                label for="f-barcodes" { (v.ta("stocktakes-scan", &[("shelf", frame::shelf(v, at).into())])) }
                p class="note" id="h-barcodes" { (v.t("stocktakes-scan-hint")) }
                @if let Some(words) = wrong { p class="err" id="p-barcodes" { (words) } }
                input id="f-barcodes" type="text" name="barcode" autofocus autocomplete="off" maxlength="4000"
                    aria-describedby=(about) aria-invalid=[bad];
            }
            (actions(html! { (Button::new(v.t("stocktakes-note-it")).icon("check")) }))
        }
    }
}

/// What was scanned last: one thing large, several as a list.
fn last(f: Frame<'_>, p: &WalkPage<'_>) -> Markup {
    match p.scanned {
        [] => html! {},
        [one] => html! { (alone(f, one, &p.here.shelves)) },
        many => {
            let odd: Vec<&Scanned> = many.iter().filter(|one| one.copy.is_none() || !one.odd.is_empty()).collect();
            let fine = f.v.ta("stocktakes-fine", &[("n", (many.len() - odd.len()).into())]);
            html! {
                (notice(Tone::Ok, &fine, html! {}))
                @if !odd.is_empty() {
                    (section("h-odd", &f.v.t("stocktakes-odd"), None, rows(odd.iter().map(|one| row(f, one, &p.here.shelves)))))
                }
            }
        }
    }
}

fn alone(f: Frame<'_>, one: &Scanned, shelves: &[Shelf]) -> Answer {
    let v = f.v;
    let Some((copy, title)) = &one.copy else {
        let new =
            Button::new(v.t("stocktakes-unknown-new")).secondary().href(f.station.path("/desk/library/titles/new"));
        let answer = Answer::new(Kind::Stop, v.t("stocktakes-unknown"), one.typed.clone());
        return answer.under(v.t("stocktakes-unknown-how")).actions(html! { (new) });
    };
    let words: Vec<String> = one.odd.iter().map(|odd| says::odd(f, *odd, shelves)).collect();
    let kind = match one.odd.as_slice() {
        [] | [Odd::Already] => Kind::Ok,
        _ => Kind::Away,
    };
    let word = if kind == Kind::Ok { v.t("stocktakes-seen") } else { v.t("stocktakes-look") };
    let answer = Answer::new(kind, word, called(v, title)).under(words.join(" "));
    let Some((label, href)) = one.odd.iter().find_map(|odd| next(f, *odd, copy.title)) else { return answer };
    answer.actions(html! { (Button::new(label).secondary().href(href)) })
}

/// Where something odd is put right.
fn next(f: Frame<'_>, odd: Odd, title: crate::TitleId) -> Option<(String, String)> {
    let (key, href) = match odd {
        Odd::Lent { .. } => ("stocktakes-to-counter", f.station.path("/desk/library")),
        Odd::PutAside => ("stocktakes-to-holds", f.station.path("/desk/library/holds")),
        Odd::OnTheWay => ("stocktakes-to-transfers", f.station.path("/desk/library/transfers")),
        Odd::Gone => ("stocktakes-to-title", desk_title_path(f.station, title)),
        Odd::Already | Odd::OtherShelf { .. } | Odd::WasMissing | Odd::WasInRepair => return None,
    };
    Some((f.v.t(key), href))
}

fn row(f: Frame<'_>, one: &Scanned, shelves: &[Shelf]) -> Row {
    let Some((copy, title)) = &one.copy else {
        return Row::new(&one.typed).icon("alert-triangle").note(&f.v.t("stocktakes-unknown"));
    };
    let row = Row::new(called(f.v, title)).icon("books").leads_to(desk_title_path(f.station, copy.title));
    one.odd.iter().fold(row, |row, odd| row.note(&says::odd(f, *odd, shelves)))
}

fn progress(f: Frame<'_>, here: &Here) -> Markup {
    let (v, p) = (f.v, here.progress);
    let names = ["along", "begun", "seen-of", "strays", "elsewhere"].map(|key| v.t(&format!("stocktakes-fact-{key}")));
    let n = |key: &str, n: usize| html! { (v.ta(key, &[("n", n.into())])) };
    let seen = v.ta("stocktakes-seen-of", &[("seen", p.seen.into()), ("of", p.of.into())]);
    let mut all = vec![
        (names[0].as_str(), html! { (says::along(v, here.walk.shelf.as_ref())) }),
        (names[1].as_str(), html! { (says::begun(f, &here.walk)) }),
        (names[2].as_str(), html! { b { (seen) } }),
    ];
    if p.strays > 0 {
        all.push((names[3].as_str(), n("stocktakes-copies", p.strays)));
    }
    if p.elsewhere > 0 {
        all.push((names[4].as_str(), n("stocktakes-copies", p.elsewhere)));
    }
    facts(all)
}

/// A walk that is over, and what of its shelves is missing still.
pub fn over(f: Frame<'_>, here: &Here, missing: &[Listed], (done, problems): (bool, &Problems)) -> Markup {
    let v = f.v;
    let row = |one: &Listed| {
        let row = Row::new(&one.title).icon("alert-triangle").note(&one.standing.barcode);
        row.leads_to(desk_title_path(f.station, one.standing.title))
    };
    let names = ["along", "begun", "scanned"].map(|key| v.t(&format!("stocktakes-fact-{key}")));
    let scanned = v.ta("stocktakes-copies", &[("n", here.walk.scanned.into())]);
    html! {
        @if done { (notice(Tone::Ok, &v.t("stocktakes-ended-now"), html! {})) }
        (Fields::new(v, problems).summary())
        (facts([
            (names[0].as_str(), html! { (says::along(v, here.walk.shelf.as_ref())) }),
            (names[1].as_str(), html! { (says::begun(f, &here.walk)) }),
            (names[2].as_str(), html! { (scanned) }),
        ]))
        (section("h-missing", &v.t("stocktakes-missing-still"), None, html! {
            @if missing.is_empty() { (empty("circle-check", &v.t("stocktakes-missing-none"), None)) }
            @else {
                (rows(missing.iter().map(row)))
                p class="note sec" { (v.t("stocktakes-missing-how")) }
            }
        }))
    }
}
