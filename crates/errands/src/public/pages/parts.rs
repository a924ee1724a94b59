//! What stands on pages of others: the section of the home page, one's tickets, the line above everything.
use kernel::page::{self, Kind, Row, Tone, pill, pill_go, status};
use maud::{Markup, html};

use super::{Frame, matter_path, people, ticket_path};
use crate::public::answer::Person;
use crate::public::reads::{Hall, Mine};
use crate::public::says;
use crate::rules::{Matter, Shown};
use crate::says::name;

/// So many people are enough for a home page.
const FEW: usize = 3;
/// So many matters can be tapped there.
const CHIPS: usize = 5;

/// 来办事 on the home page. Nothing at a station where nothing is done.
pub fn home(f: Frame<'_>, hall: &Hall) -> Option<Markup> {
    if hall.matters.is_empty() {
        return None;
    }
    let v = f.v;
    let (more, path) = (v.t("public-all"), f.station.path("/errands"));
    let people = few(hall);
    let (all, everybody) = (v.t("public-in-full"), f.station.path("/officials"));
    let rows = page::rows(people.iter().map(|p| people::row(f, hall, p)));
    let body = html! {
        (f.search(""))
        ul class="chips" {
            @for m in chips(hall) { li { (pill(name(v, &m.draft.name), &matter_path(f.station, m))) } }
        }
        @if let Some(words) = shut(f, hall) { p class="chips" { (status(Kind::Shut, &words)) } }
    };
    Some(html! {
        (page::section("errands", &v.t("public-title"), Some((&more, &path)), body))
        @if !people.is_empty() {
            (page::section("in-today", &v.t("public-people"), Some((&all, &everybody)), rows))
        }
    })
}

/// The first matter of each line.
fn chips(hall: &Hall) -> impl Iterator<Item = &Matter> {
    let first = |line: i32| hall.matters.iter().find(move |m| m.draft.line == line);
    hall.lines.iter().filter_map(move |l| first(l.line.id)).take(CHIPS)
}

/// Who matters now: those for whom a trip would be for nothing, but one who is in as well. Nobody while all desks are closed.
fn few(hall: &Hall) -> Vec<&Person> {
    if !hall.lines.iter().any(|l| l.open) {
        return vec![];
    }
    let gone = |p: &&&Person| matches!(p.shown, Shown::Away { back: Some(_), .. } | Shown::Unconfirmed(_));
    let does: Vec<&Person> = hall.people.iter().filter(|p| hall.done_by(p).next().is_some()).collect();
    let first = does.iter().filter(gone).take(FEW - 1);
    let mut all: Vec<&Person> = first.chain(does.iter().filter(|p| p.shown.is_in())).copied().collect();
    all.truncate(FEW);
    all
}

/// 窗口没开，14:00 开: when none is open.
fn shut(f: Frame<'_>, hall: &Hall) -> Option<String> {
    if hall.lines.iter().any(|l| l.open) {
        return None;
    }
    let next = hall.lines.iter().filter_map(|l| l.opens).min();
    let said = says::shut(f.v, &f.when(), next);
    let draws = hall.lines.iter().any(|l| l.draws);
    Some(if draws { format!("{said}{}", f.v.t("public-draw-now")) } else { said })
}

/// 我的号, of one station.
pub fn mine(f: Frame<'_>, tickets: &[&Mine]) -> Markup {
    let (v, when) = (f.v, f.when());
    let row = |t: &&Mine| {
        let (kind, words) = says::stands(v, &when, t);
        let row = Row::new(t.number.to_string()).icon("ticket").status(kind, &words);
        row.note(&says::place(v, t)).leads_to(ticket_path(f.station, t.id))
    };
    let title = v.ta("public-mine", &[("station", f.station.name(v).into())]);
    let (more, path) = (v.t("public-title"), f.station.path("/errands"));
    let id = format!("tickets-{}", f.station.slug);
    page::section(&id, &title, Some((&more, &path)), page::rows(tickets.iter().map(row)))
}

/// 你的号 A014，前面 2 人. The first of several that needs somebody.
pub fn hint(f: Frame<'_>, tickets: &[&Mine]) -> Option<Markup> {
    let v = f.v;
    let called = |t: &&&Mine| t.kept.ticket.state == crate::rules::State::Called;
    let t = tickets.iter().find(called).or(tickets.first())?;
    let (_, words) = says::stands(v, &f.when(), t);
    let title = v.ta("public-hint", &[("number", t.number.to_string().into()), ("stands", words.into())]);
    let to = pill_go(&v.t("public-see"), &ticket_path(f.station, t.id));
    let tone = if tickets.iter().any(|t| called(&t)) { Tone::Ok } else { Tone::Lamp };
    Some(page::notice(tone, &title, html! { p { (to) } }))
}
