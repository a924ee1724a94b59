//! A rule said no: why, and what works instead.
use maud::{Markup, html};

use super::parts::{Tone, notice};
use crate::refusal::Said;
use crate::view::View;

/// What was refused and, one tap away each, the nearest things that work.
pub fn refused(v: &View, said: &Said) -> Markup {
    notice(
        Tone::Stop,
        &said.what,
        html! {
            @if !said.next.is_empty() {
                p { (v.t("page-works-instead")) }
                ul class="chips" { @for next in &said.next { li { a class="pill go" href=(next.href) { (next.label) } } } }
            }
        },
    )
}
