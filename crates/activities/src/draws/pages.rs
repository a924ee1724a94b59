//! A draw as everybody reads it, and the page where anybody draws it again.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::lottery::Verified;
use kernel::page::{self, Answer, Button, Field, Fields, HtmlPage, Kind, facts, section, table};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use super::draw_path;
use super::rules::{Drawn, Published as _, Sheet, Summary};
use crate::OccurrenceId;
use crate::frame::Frame;
use kernel::db::types::Id;

/// Where anybody draws again what is pasted there.
fn verify_path(station: &Station) -> String {
    station.path("/draws/verify")
}

pub fn draw(f: Frame<'_>, sheet: &Sheet) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let id = OccurrenceId(sheet.occurrence);
    let at = |at| format!("{} {}", when.day(when.date(at)), when.time(at));
    let title = format!("{} {}", sheet.title, at(sheet.starts_at));
    let answer = match sheet.drawn_at {
        None => Answer::new(Kind::Away, v.t("draw-not-yet"), title)
            .under(v.ta("draw-closes", &[("at", at(sheet.closes_at).into())])),
        Some(drawn) => Answer::new(Kind::Ok, v.ta("draw-drawn", &[("at", at(drawn).into())]), title)
            .under(v.ta("draw-of", &[("n", sheet.entries.len().into()), ("seats", seats(sheet).into())])),
    };
    let [commitment, seed, sum] = ["commitment", "seed", "sum"].map(|key| v.t(&format!("draw-{key}")));
    let mut known = vec![(commitment.as_str(), html! { code { (sheet.commitment) } })];
    if let Some(text) = &sheet.seed {
        known.push((seed.as_str(), html! { code { (text) } }));
        known.push((sum.as_str(), html! { code { (sheet.sum) } }));
    }
    f.page_of_time(v.t("draw-title"), (&sheet.title, id))
        .body(html! {
            (answer)
            p class="sec" { (v.t("draw-how")) }
            @if !sheet.results.is_empty() { (section("results", &v.t("draw-results"), None, results(v, &sheet.results))) }
            (section("known", &v.t("draw-again"), None, html! {
                p { (v.t("draw-again-how")) }
                (facts(known))
                (page::actions(html! {
                    @if sheet.drawn_at.is_some() {
                        form method="post" action=(verify_path(f.station)) {
                            input type="hidden" name="sheet" value=(sheet.text());
                            (Button::new(v.t("draw-run-again")).icon("refresh"))
                        }
                    }
                    (Button::new(v.t("draw-file")).icon("download").secondary().href(format!("{}/sheet.json", draw_path(f.station, id))))
                }))
            }))
        })
}

fn seats(sheet: &Sheet) -> i32 {
    sheet.results.iter().filter(|r| r.got).map(|r| i32::from(r.seats)).sum()
}

/// By number, as everybody looks for theirs.
fn results(v: &View, all: &[Drawn]) -> Markup {
    let mut sorted: Vec<(usize, &Drawn)> = (1..).zip(all).collect();
    sorted.sort_by_key(|(_, drawn)| drawn.number);
    let heads = ["number", "people", "turn", "what"].map(|key| v.t(&format!("draw-col-{key}")));
    let line = |(turn, drawn): (usize, &Drawn)| {
        let (kind, words) = match drawn.place {
            None => (Kind::Ok, v.t("draw-got")),
            Some(place) => (Kind::Away, v.ta("draw-waits", &[("n", place.into())])),
        };
        vec![
            html! { b { (drawn.number) } },
            html! { (drawn.seats) },
            html! { (turn) },
            html! { (page::status(kind, &words)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = sorted.into_iter().map(line).collect();
    table(&v.t("draw-results"), &heads.each_ref().map(String::as_str), &rows)
}

/// What was pasted, and what came of it.
#[derive(Default)]
pub struct Again<'a> {
    pub typed: &'a str,
    pub found: Option<&'a Verified<Summary>>,
    /// It is no sheet at all.
    pub problems: Problems,
}

pub fn verify(f: Frame<'_>, again: &Again<'_>) -> HtmlPage {
    let v = f.v;
    let fields = Fields::new(v, &again.problems);
    let field = Field::new("sheet", v.t("draw-verify-sheet")).value(again.typed).hint(v.t("draw-verify-hint"));
    let status = if again.problems.none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    f.shell(v.t("draw-verify")).back(f.station.name(v), f.station.home()).status(status).body(html! {
        (fields.summary())
        @if let Some(found) = again.found { (outcome(v, found)) }
        form method="post" action=(verify_path(f.station)) {
            (fields.textarea(field))
            (page::actions(html! { (Button::new(v.t("draw-run-again")).icon("refresh")) }))
        }
        p class="sec note" { (v.t("draw-verify-yourself")) }
    })
}

fn outcome(v: &View, found: &Verified<Summary>) -> Markup {
    let (kind, key) = match (found.differs.is_empty(), found.not_yet.is_empty()) {
        (false, _) => (Kind::Stop, "draw-differs"),
        (true, false) => (Kind::Away, "draw-agrees-so-far"),
        (true, true) => (Kind::Ok, "draw-agrees"),
    };
    html! {
        (Answer::new(kind, v.t(key), found.sheet.title.as_str()).under(v.ta("draw-of", &[("n", found.sheet.entries.into()), ("seats", found.sheet.places.into())])))
        ul class="sec" lang="en" {
            @for what in &found.differs { li { b { "✗ " (what) } } }
            @for what in &found.agrees { li { "✓ " (what) } }
            @for what in &found.not_yet { li { "… " (what) } }
        }
    }
}

/// Every page with an invented draw.
pub fn samples(v: &View, station: &Station) -> Vec<(String, String)> {
    use super::rules::{Entry, FORMAT, draw as drawn, verify_any};
    let f = Frame { v, station };
    let seed = kernel::lottery::Seed::of(&"0123456789abcdef".repeat(4));
    let entries: Vec<Entry> = (1..=9).map(|number| Entry { number, seats: if number == 4 { 2 } else { 1 } }).collect();
    let open = Sheet {
        format: FORMAT.into(),
        station: station.slug.clone(),
        occurrence: Id("00000000-0000-7000-8000-000000000001".parse().unwrap_or_default()),
        title: v.pick("亲子书法", "Calligraphy for families").into(),
        starts_at: v.now() + jiff::SignedDuration::from_hours(50),
        closes_at: v.now() + jiff::SignedDuration::from_hours(26),
        commitment: seed.as_ref().map(kernel::lottery::Seed::commitment).unwrap_or_default(),
        seats: None,
        entries: vec![],
        locked: None,
        seed: None,
        results: vec![],
        drawn_at: None,
        sum: String::new(),
    }
    .signed();
    let done = seed.map(|seed| {
        Sheet {
            seats: Some(6),
            locked: Some(Sheet::digest_of(&entries)),
            results: drawn(6, &entries, &seed),
            seed: Some(seed.text().into()),
            entries,
            drawn_at: Some(v.now()),
            ..open.clone()
        }
        .signed()
    });
    let mut all = vec![
        ("draw-open".to_owned(), draw(f, &open).into_string()),
        ("draw-verify".to_owned(), verify(f, &Again::default()).into_string()),
    ];
    let mut problems = Problems::default();
    problems.add("sheet", "draw-no-sheet");
    all.push(("draw-verify-none".into(), verify(f, &Again { typed: "{}", found: None, problems }).into_string()));
    if let Some(done) = done {
        let text: String = done.text();
        all.push(("draw-done".into(), draw(f, &done).into_string()));
        for (name, text) in
            [("draw-verify-agrees", text.clone()), ("draw-verify-differs", text.replace("true", "false"))]
        {
            if let Ok(found) = verify_any(&text) {
                let shown = Again { typed: &text, found: Some(&found), ..Again::default() };
                all.push((name.into(), verify(f, &shown).into_string()));
            }
        }
    }
    all
}
