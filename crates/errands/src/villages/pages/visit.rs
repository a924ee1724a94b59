//! What somebody who is met looks at: their place on the day, and where they say in which village they live.
use kernel::page::{self, Button, Dock, HtmlPage, Receipt, Row, query_value};
use kernel::refusal::Said;
use kernel::view::View;
use maud::{Markup, html};
use stations::{Division, Station};

use crate::TicketId;
use crate::public::pages::{Frame, papers, ticket_path};
use crate::rules::village;
use crate::says::name;
use crate::village_days::rules::VisitState;
use crate::village_days::visit_path;
use crate::villages::answers::{Known, Seen};
use crate::villages::says;

/// 祁新庄村 · 村委会 · 高龄补贴
fn place(v: &View, known: &Known, seen: &Seen) -> String {
    let at = v.t(if seen.visit.takes.at_home { "village-at-home" } else { "village-at-office" });
    let matter = seen.matter.as_ref().map(|m| name(v, &m.draft.name).to_owned());
    let village = known.village(seen.visit.village).to_owned();
    [Some(village), Some(at), matter].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A visit, as large as the phone allows: the day, how it stands, what to bring, and the one thing to do now.
pub fn visit(f: Frame<'_>, known: &Known, seen: &Seen, (refused, once): (Option<&Said>, &str)) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let (kind, words) = says::state(v, seen.state);
    let on = when.date(known.day.from);
    let who = v.ta(
        "village-comes",
        &[("official", known.official.as_str().into()), ("times", when.times(known.day.from, known.day.until).into())],
    );
    let receipt = Receipt::new(v.t("village-visit"), when.date_in_full(on), place(v, known, seen)).status(kind, &words);
    let page = f.page(v.t("village-visit")).dock(Dock::Mine);
    let page = page.back(v.t("village-title"), f.station.path("/village-days"));
    let page = if refused.is_some() { page.status(axum::http::StatusCode::CONFLICT) } else { page };
    page.body(html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        (receipt.below(html! {
            p { b { (who) } }
            @if let Some(words) = then(v, known, seen) { p { (words) } }
        }))
        (presses(f, seen, once))
        @if matches!(seen.state, VisitState::Offered | VisitState::Accepted) { (papers::lists(v, &seen.papers)) }
        p class="sec note" { (v.t("village-visit-how")) }
        (f.ask_a_person())
    })
}

/// What is next for whoever is not met, and why.
fn then(v: &View, known: &Known, seen: &Seen) -> Option<String> {
    match (seen.state, seen.visit.next) {
        (VisitState::CalledOff, _) if !known.day.reason.is_empty() => Some(known.day.reason.clone()),
        (VisitState::NotMet, Some(next)) => Some(v.t(&format!("village-next-{}", next.name()))),
        (VisitState::Offered, _) => Some(v.t("village-offered-why")),
        _ => None,
    }
}

fn presses(f: Frame<'_>, seen: &Seen, once: &str) -> Markup {
    let v = f.v;
    let action = format!("{}/answer", visit_path(f.station, seen.visit.id));
    let press =
        |answer: &str, button: Button| f.press(&action, &format!("{once}-{answer}"), &[("answer", answer)], &button);
    html! {
        @match seen.state {
            VisitState::Offered => (page::actions(html! {
                (press("accept", Button::new(v.t("village-accept")).huge().icon("map-pin")))
                (press("decline", Button::new(v.t("village-decline")).flat()))
            })),
            VisitState::Accepted => (page::actions(press("withdraw", Button::new(v.t("village-withdraw")).flat()))),
            _ => {}
        }
    }
}

/// Where whoever holds a ticket says in which village they live.
pub struct Living<'a> {
    pub ticket: TicketId,
    pub villages: &'a [Division],
    /// What was said before.
    pub lives_in: Option<i64>,
    /// What they were offered.
    pub offers: &'a [(Known, Seen)],
    pub refused: Option<&'a Said>,
}

pub fn living(f: Frame<'_>, l: &Living<'_>) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let problems = kernel::form::Problems::default();
    let fields = page::Fields::new(v, &problems);
    let lives = l.lives_in.map(|code| code.to_string()).unwrap_or_default();
    let nowhere = v.t("village-choose");
    let codes: Vec<(String, &str)> = l.villages.iter().map(|d| (d.code.to_string(), village(&d.name))).collect();
    let options =
        std::iter::once(("", nowhere.as_str())).chain(codes.iter().map(|(code, name)| (code.as_str(), *name)));
    let row = |(known, seen): &(Known, Seen)| {
        let (kind, words) = says::state(v, seen.state);
        let row = Row::new(says::whole(v, &when, known)).icon("map-pin").status(kind, &words);
        row.leads_to(visit_path(f.station, seen.visit.id))
    };
    let page = f.page(v.t("village-live-title")).dock(Dock::Mine);
    let page = page.back(v.t("public-ticket"), ticket_path(f.station, l.ticket));
    let page = if l.refused.is_some() { page.status(axum::http::StatusCode::CONFLICT) } else { page };
    page.body(html! {
        @if let Some(said) = l.refused { (page::refused(v, said)) }
        @if !l.offers.is_empty() {
            (page::section("offers", &v.t("village-offers"), None, page::rows(l.offers.iter().map(row))))
        }
        form method="post" action=(format!("{}/village", ticket_path(f.station, l.ticket))) {
            (fields.select(page::Field::new("village", v.t("village-live")).value(&lives).hint(v.t("village-live-hint")), options))
            (page::actions(html! { (Button::new(v.t("village-live-say"))) }))
        }
        @if l.offers.is_empty() && l.lives_in.is_some() { p class="sec note" { (v.t("village-live-none")) } }
        (f.ask_a_person())
    })
}

/// 进村的日子 among somebody's things, of one station.
pub fn mine(v: &View, station: &Station, all: &[(Known, Seen)]) -> Markup {
    let when = v.when(&station.zone);
    let row = |(known, seen): &(Known, Seen)| {
        let (kind, words) = says::state(v, seen.state);
        Row::new(says::day(v, &when, known.day.from, known.day.until))
            .icon("map-pin")
            .status(kind, &words)
            .note(&place(v, known, seen))
            .leads_to(visit_path(station, seen.visit.id))
    };
    let id = format!("village-visits-{}", query_value(&station.slug));
    let (more, path) = (v.t("village-title"), station.path("/village-days"));
    page::section(&id, &v.t("village-visit"), Some((&more, &path)), page::rows(all.iter().map(row)))
}
