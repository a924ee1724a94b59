//! 这个月让人开心的: which notices of a month people felt something about.
use kernel::page::{HtmlPage, Page, Row, empty, rows};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::NoticeId;
use crate::frame::notice_path;
use crate::moods::rules::{Month, Mood, Ranked};
use crate::moods::{Headline, says};

/// What the page is drawn from.
#[derive(Clone, Copy)]
pub struct Ranking<'a> {
    pub month: Month,
    pub today: Month,
    pub mood: Mood,
    pub ranked: &'a [(Headline, Ranked<NoticeId>)],
}

pub fn ranking(v: &View, station: &Station, r: Ranking<'_>) -> HtmlPage {
    let title = says::ranked(v, r.mood, (r.month, r.today));
    let page = Page::new(v, title).place(station.place(v));
    let page = page.back(v.t("moods-notices"), station.path("/notices")).describe(&v.t("moods-describe"));
    page.body(html! {
        nav aria-label=(v.t("moods-which")) { (moods(v, station, r)) }
        @if r.ranked.is_empty() { (empty("file-text", &v.t("moods-none"), None)) }
        @else { div class="sec" { (rows(r.ranked.iter().map(|one| row(v, station, r.mood, one)))) } }
        p class="sec note" { (v.t("moods-how")) }
        nav aria-label=(v.t("moods-months")) { (months(v, station, r)) }
    })
}

fn path(station: &Station, month: Month, mood: Mood) -> String {
    station.path(&format!("/notices/moods?month={month}&mood={}", mood.name()))
}

fn moods(v: &View, station: &Station, r: Ranking<'_>) -> Markup {
    html! {
        ul class="chips" {
            @for mood in Mood::ALL {
                @let current = (mood == r.mood).then_some("page");
                @let href = path(station, r.month, mood);
                li { a class={ "pill" @if current.is_some() { " go" } } href=(href) aria-current=[current] { (says::mood(v, mood)) } }
            }
        }
    }
}

/// 60 票里 41 票开心（55%–79%）
fn row(v: &View, station: &Station, mood: Mood, (headline, one): &(Headline, Ranked<NoticeId>)) -> Row {
    let (low, high) = says::per_cent(one.sure);
    let args = [
        ("mood", says::mood(v, mood).into()),
        ("count", one.tally.votes(mood).into()),
        ("n", one.tally.n().into()),
        ("low", low.into()),
        ("high", high.into()),
    ];
    let path = notice_path(station, headline.id);
    Row::new(says::title(v, headline)).note(&v.ta("moods-ranked-votes", &args)).leads_to(path)
}

/// The month before, and the one after as far as there is one.
fn months(v: &View, station: &Station, r: Ranking<'_>) -> Markup {
    let after = Some(r.month.after()).filter(|after| *after <= r.today);
    html! {
        ul class="chips" {
            @for month in [Some(r.month.before()), after].into_iter().flatten() {
                li { a class="pill" href=(path(station, month, r.mood)) { (says::month(v, month, r.today)) } }
            }
        }
    }
}
