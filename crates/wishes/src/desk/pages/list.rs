//! All wishes of the station: what waits for whoever reads first, then what others do, by how it stands; and whom to call.
use kernel::page::{Button, Row, Tone, empty, notice, once, rows, section, tel};
use maud::{Markup, html};

use crate::answers::{Ask, Line};
use crate::desk::reads::Desk;
use crate::frame::{Frame, desk_path};
use crate::public::icon_of;
use crate::rules::State;
use crate::says;

pub struct ListPage<'a> {
    pub desk: &'a Desk,
    pub manager: bool,
    /// What was done on the way here, as the key of its text.
    pub done: Option<&'static str>,
    pub once: &'a str,
}

pub fn list(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let v = f.v;
    let todo: Vec<&Line> = p.desk.lines.iter().filter(|line| line.todo().is_some()).collect();
    let of = |states: &[State]| -> Vec<&Line> {
        p.desk.lines.iter().filter(|line| line.todo().is_none() && states.contains(&line.wish.state)).collect()
    };
    html! {
        @if let Some(done) = p.done { (notice(Tone::Ok, &v.t(done), html! {})) }
        p class="chips" {
            (Button::new(v.t("wishes-desk-new")).small(true).icon("plus").href(f.station.path("/desk/wishes/new")))
            @if p.manager { (Button::new(v.t("wishes-desk-shares")).small(false).icon("users").href(f.station.path("/desk/wishes/shares"))) }
            (Button::new(v.t("wishes-desk-month")).small(false).icon("chart-bar").href(f.station.path("/desk/wishes/month")))
        }
        @if p.desk.lines.is_empty() && p.desk.asks.is_empty() { (empty("heart-handshake", &v.t("wishes-desk-none"), None)) }
        (part(f, "h-todo", "wishes-desk-todo", &todo))
        (asks(f, p))
        @for (key, states) in PARTS { (part(f, &format!("h-{}", states[0].word()), key, &of(states))) }
    }
}

/// What others do, or time does.
const PARTS: [(&str, &[State]); 9] = [
    ("wishes-desk-list-delivered", &[State::Delivered]),
    ("wishes-desk-list-contacted", &[State::Contacted]),
    ("wishes-desk-list-claimed", &[State::Claimed]),
    ("wishes-desk-list-overdue", &[State::Overdue]),
    ("wishes-desk-list-asked", &[State::Asked]),
    ("wishes-desk-list-refused", &[State::Refused]),
    ("wishes-desk-list-draft", &[State::Draft]),
    ("wishes-desk-list-open", &[State::Open]),
    ("wishes-desk-list-ended", &[State::Fulfilled, State::Referred]),
];

fn part(f: Frame<'_>, id: &str, key: &str, lines: &[&Line]) -> Markup {
    html! { @if !lines.is_empty() { (section(id, &f.v.t(key), None, rows(lines.iter().map(|line| row(f, line))))) } }
}

fn row(f: Frame<'_>, line: &Line) -> Row {
    let (shape, words) = says::state(f.v, line.wish.state);
    let words = match line.todo() {
        Some(act) => f.v.ta("wishes-desk-next", &[("act", says::may(f.v, act).into())]),
        None => words,
    };
    let row = Row::new(line.wish.draft.item.as_str()).icon(icon_of(line.wish.draft.kind)).status(shape, &words);
    row.note(&about(f, line)).leads_to(desk_path(f.station, line.wish.id))
}

/// 御寒衣物 · 100 元以内 · 骆驼堡村 · 7月4日到期 · 李建国
fn about(f: Frame<'_>, line: &Line) -> String {
    let (v, draft) = (f.v, &line.wish.draft);
    let coordinator = Some(line.coordinator.clone()).filter(|name| !name.is_empty());
    let parts = [
        Some(says::kind(v, draft.kind)),
        Some(says::band(v, draft.band)),
        line.village.clone(),
        due(f, line),
        coordinator,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Until when something is to be done, where there is such a day.
fn due(f: Frame<'_>, line: &Line) -> Option<String> {
    let (v, when) = (f.v, f.when());
    let said = |key: &str, day| v.ta(key, &[("day", when.date_in_full(day).into())]);
    match (line.wish.state, &line.claim) {
        (State::Claimed | State::Contacted, Some(held)) if held.until < v.now() => {
            Some(said("wishes-desk-until-late", when.date(held.until)))
        }
        (State::Claimed | State::Contacted, Some(held)) => Some(said("wishes-desk-until", when.date(held.until))),
        (State::Delivered, Some(held)) => Some(v.ta("wishes-desk-lies", &[("place", held.place.as_str().into())])),
        (State::Open | State::Overdue, _) => line.wish.ends_on.map(|day| said("wishes-desk-ends", day)),
        _ => None,
    }
}

/// Who would like to be called about a wish of their own.
fn asks(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let (v, when) = (f.v, f.when());
    let row = |one: &Ask| {
        let since = v.ta("wishes-desk-ask-since", &[("day", when.day(when.date(one.made_at)).into())]);
        let about = v.ta("wishes-desk-ask-done-of", &[("name", one.name.as_str().into())]);
        Row::new(&one.name).person(&one.name).note(&since).end(html! {
            div class="chips" {
                a class="pill go" href=(tel(one.phone.full())) { (one.phone.full()) }
                form method="post" action=(f.station.path(&format!("/desk/wishes/asks/{}/done", one.id))) {
                    (once(&format!("{}-{}", p.once, one.id)))
                    (Button::new(v.t("wishes-desk-ask-done")).small(false).about(about))
                }
            }
        })
    };
    let title = v.t("wishes-desk-asks");
    html! { @if !p.desk.asks.is_empty() { (section("h-asks", &title, None, rows(p.desk.asks.iter().map(row)))) } }
}
