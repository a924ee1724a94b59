//! An opinion as whoever has the receipt sees it: how it stands, the one thing to do now, what was said, step by step what became of
//! it, who looked, and what else may be done.
use kernel::page::{self, HtmlPage, Row, Tone};
use maud::{Markup, html};

use super::parts::Shown;
use super::{more, next};
use crate::answers::{Seen, SeenStep};
use crate::frame::Frame;
use crate::public::assets;
use crate::says;

pub fn seen(f: Frame<'_>, s: &Shown<'_>) -> HtmlPage {
    let v = f.v;
    let status = s.refused.map_or_else(|| s.problems.status(), |(status, _)| *status);
    f.page(v.t("opinions-seen-title")).sheet_at(assets::sheet()).status(status).body(html! {
        @if let Some((_, said)) = s.refused { (page::refused(v, said)) }
        (page::Fields::new(v, s.problems).summary())
        @if let Some(done) = s.done { (page::notice(Tone::Ok, &v.t(done), html! {})) }
        (next::head(f, s))
        (next::appeal(f, s))
        (said(f, s))
        (history(f, s.seen))
        (viewers(f, s.seen))
        (more::more(f, s))
        (f.ask_a_person())
    })
}

/// 环境卫生 · 骆驼堡村文化广场
fn said(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, seen) = (f.v, s.seen);
    let category = seen.category.as_ref().map(|c| says::category(v, c));
    let about: Vec<String> = [category, seen.place.clone()].into_iter().flatten().collect();
    let body = html! {
        div class="card pad" {
            @if !about.is_empty() { p class="note" { (about.join(" · ")) } }
            p class="said" { (seen.text) }
            @if !s.photos.is_empty() {
                div class="shots" {
                    @for (n, path) in s.photos.iter().enumerate() {
                        a href=(path) { img src=(path) alt=(v.ta("opinions-seen-photo", &[("n", (n + 1).into())])) loading="lazy"; }
                    }
                }
            }
        }
    };
    html! { @if !seen.text.is_empty() { (page::section("said", &v.t("opinions-seen-said"), None, body)) } }
}

/// The newest step last, as it went.
fn history(f: Frame<'_>, seen: &Seen) -> Markup {
    let when = f.when();
    let line = |s: &SeenStep| {
        html! {
            li {
                div class="row" {
                    span class="day" { b { (when.date_in_full(when.date(s.at))) } (when.time(s.at)) }
                    span {
                        b { (says::step(f.v, s.step)) }
                        span class="note" { (says::byline(f.v, &s.by)) }
                        @if let Some(text) = &s.text { span class="said" { (text) } }
                    }
                }
            }
        }
    };
    let body = html! { ol class="card rows steps" { @for s in &seen.steps { (line(s)) } } };
    // Of what was taken back no step is left.
    html! { @if !seen.steps.is_empty() { (page::section("history", &f.v.t("opinions-seen-history"), None, body)) } }
}

fn viewers(f: Frame<'_>, seen: &Seen) -> Markup {
    let (v, when) = (f.v, f.when());
    let row = |viewed: &crate::answers::Viewed| {
        let at = format!("{} {}", when.day(when.date(viewed.at)), when.time(viewed.at));
        let parts = [viewed.desk.clone(), Some(says::look(v, viewed.look)), Some(at)];
        Row::new(viewed.name.clone())
            .person(&viewed.name)
            .note(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let title = v.ta("opinions-seen-viewers", &[("n", seen.viewers.len().into())]);
    let body = html! {
        @if !seen.viewers.is_empty() { (page::rows(seen.viewers.iter().map(row))) }
        p class="note" { (v.t("opinions-seen-viewers-how")) }
    };
    page::section("viewers", &title, None, body)
}
