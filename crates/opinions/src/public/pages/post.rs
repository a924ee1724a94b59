//! One thing that was said, with names out of sight, and what the station answered.
use kernel::page::{self, HtmlPage, Tone, section};
use maud::{Markup, html};

use super::list::{stands, week};
use crate::answers::Post;
use crate::frame::Frame;
use crate::says;

pub fn post(f: Frame<'_>, post: &Post) -> HtmlPage {
    let v = f.v;
    if post.hidden {
        let reason = post.hidden_reason.as_deref();
        return f.page(v.t("opinions-title")).body(html! {
            (page::notice(Tone::Lamp, &v.t("opinions-post-hidden"), html! {
                @if let Some(reason) = reason { p { (v.ta("opinions-public-hidden-reason", &[("reason", reason.into())])) } }
            }))
            p class="sec note" { (v.t("opinions-post-hidden-why")) }
        });
    }
    let (kind, words) = stands(v, post);
    let category = post.category.as_ref().map(|c| says::category(v, c));
    let address = Some(post.address.clone()).filter(|a| !a.is_empty());
    let about: Vec<String> = [category, address, Some(week(f, post))].into_iter().flatten().collect();
    f.page(v.t("opinions-title")).describe(&post.title).body(html! {
        h2 { (post.title) }
        p { (page::status(kind, &words)) }
        p class="note" { (about.join(" · ")) }
        (section("said", &v.t("opinions-post-said"), None, page::card(lines(&post.text))))
        @match &post.answer {
            Some(answer) => (section("answer", &v.t("opinions-post-answer"), None, page::card(lines(answer)))),
            None => p class="sec note" { (v.t("opinions-post-no-answer")) },
        }
        p class="sec note" { (v.t("opinions-post-how")) }
    })
}

/// A text with its lines as they were written.
fn lines(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|l| !l.trim().is_empty()) { p { (line) } } }
}
