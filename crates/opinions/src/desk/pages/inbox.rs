//! The inbox: what waits for a decision, what is late, what is due next, what waits for others, what has ended.
use kernel::page::{Button, Kind, Row, Tone, empty, notice, rows, section};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::answers::{Counts, DeskPost, Line};
use crate::rules::State;

/// Which part of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// What is given to whoever reads.
    #[default]
    Mine,
    /// All that they may see: managers.
    All,
}

impl Show {
    pub fn name(self) -> &'static str {
        match self {
            Show::Mine => "mine",
            Show::All => "all",
        }
    }
}

pub struct Inbox<'a> {
    /// What waits for a second hand: theirs.
    pub decide: &'a [DeskPost],
    /// In the order in which they are due.
    pub lines: &'a [Line],
    pub counts: Counts,
    pub show: Show,
    /// One state, or whatever has not ended.
    pub state: Option<State>,
    pub kept: bool,
}

pub fn inbox(x: Ctx<'_>, p: &Inbox<'_>) -> Markup {
    let of = |keep: fn(&Line) -> bool| p.lines.iter().filter(|l| keep(l)).collect::<Vec<&Line>>();
    let late = of(|l| l.state.is_open() && l.due.late);
    let soon = of(|l| l.state.is_open() && !l.due.late);
    let waiting = of(|l| l.state == State::Answered);
    let ended = of(|l| l.state.has_ended());
    html! {
        @if p.kept { (notice(Tone::Ok, &x.v.t("opinions-desk-kept"), html! {})) }
        (choices(x, p))
        (decisions(x, p.decide))
        @if p.lines.is_empty() && p.decide.is_empty() {
            (empty("circle-check", &x.v.t(if p.state.is_none() { "opinions-desk-none" } else { "opinions-desk-none-such" }), None))
        }
        (part(x, "h-late", "opinions-desk-late-n", &late))
        (part(x, "h-soon", "opinions-desk-soon-n", &soon))
        (part(x, "h-waiting", "opinions-desk-waiting-n", &waiting))
        (part(x, "h-ended", "opinions-desk-ended-n", &ended))
        p class="sec note" { (x.v.t("opinions-desk-no-name")) }
        (more(x))
    }
}

fn part(x: Ctx<'_>, id: &str, key: &str, lines: &[&Line]) -> Markup {
    let title = x.v.ta(key, &[("n", lines.len().into())]);
    html! { @if !lines.is_empty() { (section(id, &title, None, rows(lines.iter().map(|l| row(x, l))))) } }
}

/// Hidings and appeals that somebody else began: of whose they are nothing is told here.
fn decisions(x: Ctx<'_>, posts: &[DeskPost]) -> Markup {
    let row = |post: &DeskPost| {
        let appeal = post.hiding.as_ref().is_some_and(|h| h.hide.is_some());
        let key = if appeal { "opinions-desk-decide-appeal" } else { "opinions-desk-decide-hide" };
        let row = Row::new(&post.title).icon("eye-off").status(Kind::Away, &x.v.t(key));
        row.leads_to(x.path(&format!("/decisions/{}", post.id)))
    };
    let title = x.v.ta("opinions-desk-decide-n", &[("n", posts.len().into())]);
    html! { @if !posts.is_empty() { (section("h-decide", &title, None, rows(posts.iter().map(row)))) } }
}

/// One opinion in a list.
pub fn row(x: Ctx<'_>, line: &Line) -> Row {
    let (kind, words) = x.stands(line);
    let row = Row::new(&line.first_words).icon("message-circle").status(kind, &words).note(&about(x, line));
    row.leads_to(x.path(&format!("/{}", line.id)))
}

/// 2026-4827 · 道路 · 在李文斌手上 · 2 张照片
fn about(x: Ctx<'_>, line: &Line) -> String {
    let v = x.v;
    let with = match &line.assigned {
        Some((_, name)) if line.state.is_open() => Some(v.ta("opinions-desk-with", &[("name", name.as_str().into())])),
        _ => None,
    };
    let photos = (line.photos > 0).then(|| v.ta("opinions-desk-photos-n", &[("n", line.photos.into())]));
    let asked = line.question_open.then(|| v.t("opinions-desk-asked"));
    let again = (line.reopened && line.state.is_open()).then(|| v.t("opinions-desk-again"));
    [Some(x.name(line)), with, again, asked, photos].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Mine or all, and which state: links, each of them a page.
fn choices(x: Ctx<'_>, p: &Inbox<'_>) -> Markup {
    let v = x.v;
    let to = |show: Show, state: Option<State>| {
        let state = state.map_or(String::new(), |s| format!("&state={}", s.name()));
        x.path(&format!("?show={}{state}", show.name()))
    };
    let link = |words: String, href: String, here: bool| {
        html! { li { a class={ "pill" @if here { " go" } } href=(href) aria-current=[here.then_some("page")] { (words) } } }
    };
    let mine = v.ta("opinions-desk-mine-n", &[("n", p.counts.mine.into())]);
    let all = v.ta("opinions-desk-all-n", &[("n", p.counts.open.into())]);
    html! {
        nav aria-label=(v.t("opinions-desk-which")) {
            @if x.manager {
                ul class="chips" {
                    (link(mine, to(Show::Mine, None), p.show == Show::Mine))
                    (link(all, to(Show::All, None), p.show == Show::All))
                }
            }
            details open[p.state.is_some()] {
                summary { (v.t("opinions-desk-by-state")) }
                ul class="chips" {
                    (link(v.t("opinions-desk-open"), to(p.show, None), p.state.is_none()))
                    @for state in State::ALL.into_iter().filter(|s| *s != State::Withdrawn) {
                        (link(crate::says::state(v, state).1, to(p.show, Some(state)), p.state == Some(state)))
                    }
                }
            }
        }
    }
}

/// What else there is to do around opinions.
fn more(x: Ctx<'_>) -> Markup {
    let v = x.v;
    let button = |key: &str, icon, below: &str| Button::new(v.t(key)).small(false).icon(icon).href(x.path(below));
    html! {
        p class="sec chips" {
            (button("opinions-desk-paper-new", "pencil", "/new"))
            @if x.manager {
                (button("opinions-desk-month", "chart-bar", "/month"))
                (button("opinions-desk-templates", "copy", "/templates"))
                (button("opinions-desk-categories", "list", "/categories"))
            }
        }
    }
}
