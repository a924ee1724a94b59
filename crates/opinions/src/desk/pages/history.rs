//! What happened to an opinion, the newest last. Of what whoever left it did only the day is told.
use kernel::page::section;
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::answers::{Byline, Case, SeenStep};
use crate::says;

pub fn history(x: Ctx<'_>, case: &Case) -> Markup {
    let body = html! {
        @if case.steps.is_empty() { p { (x.v.t("opinions-desk-history-none")) } } @else {
            ul class="card rows story" { @for step in &case.steps { li { (one(x, step)) } } }
        }
    };
    section("h-history", &x.v.t("opinions-desk-history"), None, body)
}

fn one(x: Ctx<'_>, s: &SeenStep) -> Markup {
    html! {
        div class="row" {
            span {}
            span {
                b { (says::step(x.v, s.step)) @if let Some(to) = &s.to { " · " (to) } }
                span class="note" { (line(x, s)) }
                @if let Some(text) = &s.text { span class="said" { (text) } }
            }
        }
    }
}

/// 6月27日 12:00 · 民政窗口 李文斌
pub fn line(x: Ctx<'_>, s: &SeenStep) -> String {
    let day = x.when().date_in_full(x.when().date(s.at));
    match &s.by {
        Byline::Reporter => format!("{day} · {}", x.v.t("opinions-desk-by-reporter")),
        by @ Byline::Time => format!("{day} · {}", says::byline(x.v, by)),
        by @ Byline::Station { .. } => format!("{} · {}", x.instant(s.at), says::byline(x.v, by)),
    }
}
