//! What was said and answered, how it goes in figures, and the two things that one may do: say something, or follow it.
use jiff::civil::Date;
use kernel::page::{self, Button, HtmlPage, Kind, Row, empty, facts, section};
use kernel::share::Share;
use kernel::view::View;
use maud::{Markup, html};

use crate::answers::Post;
use crate::frame::Frame;
use crate::public::paths::{follow_path, new_path, opinions_path, post_path};
use crate::rules::Figures;
use crate::says;

/// One page of what is published.
pub struct Listed<'a> {
    pub posts: &'a [Post],
    /// From 1.
    pub page: usize,
    pub older: bool,
    /// Of the last twelve months.
    pub figures: &'a Figures,
}

pub fn list(f: Frame<'_>, l: &Listed<'_>) -> HtmlPage {
    let v = f.v;
    let page = f.shell(v.t("opinions-title")).back(f.station.name(v), f.station.home());
    page.describe(&v.t("opinions-describe")).body(html! {
        p { (v.t("opinions-about")) }
        (page::actions(html! {
            (Button::new(v.t("opinions-say")).huge().icon("message").href(new_path(f.station)))
            (Button::new(v.t("opinions-follow")).secondary().icon("search").href(follow_path(f.station)))
        }))
        (posts(f, l))
        @if l.page == 1 { (figures(f, l.figures)) }
        p class="sec note" { a href={ (opinions_path(f.station)) "/paper" } { (v.t("opinions-on-paper")) } }
        (f.ask_a_person())
    })
}

fn posts(f: Frame<'_>, l: &Listed<'_>) -> Markup {
    let v = f.v;
    let to = |page: usize| format!("{}?page={page}", opinions_path(f.station));
    let body = html! {
        @if l.posts.is_empty() { (empty("messages", &v.t("opinions-posts-none"), None)) }
        @else { (page::rows(l.posts.iter().map(|post| row(f, post)))) }
        p class="chips" {
            @if l.page > 1 { (page::pill(&v.t("opinions-posts-newer"), &to(l.page - 1))) }
            @if l.older { (page::pill(&v.t("opinions-posts-older"), &to(l.page + 1))) }
        }
    };
    section("posts", &v.t("opinions-posts"), None, body)
}

/// 路灯坏了三天 ● 办结了 · 6月22日那一周答复
pub fn row(f: Frame<'_>, post: &Post) -> Row {
    let v = f.v;
    let (kind, words) = stands(v, post);
    let title = if post.hidden { v.t("opinions-post-hidden") } else { post.title.clone() };
    let category = post.category.as_ref().map(|c| says::category(v, c));
    let parts: Vec<String> = [category, Some(week(f, post))].into_iter().flatten().collect();
    let row = Row::new(title).icon(if post.hidden { "eye-off" } else { "message" });
    row.status(kind, &words).note(&parts.join(" · ")).leads_to(post_path(f.station, post.id))
}

pub fn stands(v: &View, post: &Post) -> (Kind, String) {
    match (post.hidden, post.closed, post.answer.is_some()) {
        (true, ..) => (Kind::Shut, v.t("opinions-step-hidden")),
        (_, true, true) => (Kind::Ok, v.t("opinions-post-closed-answered")),
        (_, true, false) => (Kind::Shut, v.t("opinions-post-closed")),
        (_, false, true) => (Kind::Ok, v.t("opinions-step-answered")),
        (_, false, false) => (Kind::Away, v.t("opinions-post-open")),
    }
}

/// Days are told as weeks: a day could say who it was.
pub fn week(f: Frame<'_>, post: &Post) -> String {
    let day = |on: Date| f.when().date_in_full(on);
    match post.answered_week {
        Some(monday) => f.v.ta("opinions-post-answered-week", &[("day", day(monday).into())]),
        None => f.v.ta("opinions-post-released", &[("day", day(post.released_on).into())]),
    }
}

fn figures(f: Frame<'_>, figures: &Figures) -> Markup {
    let v = f.v;
    let all = [
        ("opinions-figure-answered", figures.answered),
        ("opinions-figure-in-time", figures.in_time),
        ("opinions-figure-reached", figures.reached),
        ("opinions-figure-solved", figures.solved),
        ("opinions-figure-satisfied", figures.satisfied),
    ];
    let lines: Vec<(String, String)> = all.iter().map(|(key, share)| (v.t(key), value(v, *share))).collect();
    let body = html! {
        @if all.iter().all(|(_, share)| share.published().is_none()) { p class="note" { (v.t("opinions-figures-few")) } }
        @else {
            (facts(lines.iter().map(|(name, value)| (name.as_str(), html! { (value) }))))
            p class="note" { (v.ta("opinions-figures-how", &[("n", figures.received.into())])) }
        }
        p class="note" { (v.t("opinions-figures-managers")) }
    };
    section("figures", &v.t("opinions-figures"), None, body)
}

fn value(v: &View, share: Share) -> String {
    says::share(v, share).unwrap_or_else(|| v.t("opinions-figure-too-few"))
}
