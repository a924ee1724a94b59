//! One club: when it meets, what it does, and the one thing that is most likely wanted now.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Dock, Field, Fields, HtmlPage, Kind, Row, Tone, query_value};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::who::child;
use crate::clubs::answers::{Is, as_told};
use crate::clubs::asked::LONGEST_REASON;
use crate::clubs::forms::MemberForm;
use crate::clubs::reads::Page;
use crate::clubs::says::{self, club_path, clubs_path};
use crate::public::pages::{Frame, post};
use crate::rules;
use crate::says as rooms;
use crate::series::answers::{Line, Look};
use crate::series::pages::line_row;

/// What was typed, what is wrong with it, and why the last thing that was tried did not work.
#[derive(Clone, Copy)]
pub struct Tried<'a> {
    pub form: &'a MemberForm,
    pub problems: &'a Problems,
    pub refused: Option<(&'a Said, StatusCode)>,
    pub once: &'a str,
}

pub fn club(f: Frame<'_>, p: &Page, tried: Tried<'_>) -> HtmlPage {
    let (v, club) = (f.v, &p.seen.club);
    let fields = Fields::new(v, tried.problems);
    let hidden = p.seen.is_hidden() && p.is != Is::Leader;
    let (kind, word) = match p.is {
        Is::Leader => (Kind::Ok, v.t("clubs-mine-leader")),
        Is::Member => (Kind::Ok, v.t("clubs-mine-member")),
        Is::Asks => (Kind::Away, v.t("clubs-mine-asks")),
        Is::Nobody => says::joining(v, club),
    };
    let about = if hidden { v.t("clubs-hidden-about") } else { club.about.clone() };
    let (next, under) = match p.seen.next(v.now()) {
        Some((look, Line { span: Some(span), .. })) => {
            (rooms::span(&f.when(), span), format!("{} · {about}", rooms::name(v, &look.offering.name)))
        }
        _ => (v.t("clubs-no-next"), about.clone()),
    };
    let page = f.page(says::name(v, club, hidden)).back(v.t("clubs-title"), clubs_path(f.station));
    let page = page.status(tried.refused.map_or_else(|| tried.problems.status(), |(_, status)| status));
    let page = if p.is == Is::Nobody { page } else { page.dock(Dock::Mine) };
    page.describe(&about)
        .link_alternate("text/calendar", &format!("{}/calendar.ics", club_path(f.station, club.id)), &v.t("clubs-feed"))
        .body(html! {
            @if let Some((said, _)) = tried.refused { (page::refused(v, said)) }
            (fields.summary())
            @if p.is_heir { (heir(f, p)) }
            (Answer::new(kind, word, next).under(under))
            @if club.closed_at.is_some() { (closed(f, p)) }
            @else { (inside(f, p, tried, &fields)) }
            (f.ask_a_person())
        })
}

fn closed(f: Frame<'_>, p: &Page) -> Markup {
    let reason = &p.seen.club.reason;
    html! {
        @if !reason.is_empty() { (page::notice(Tone::Lamp, reason, html! {})) }
        (page::actions(html! { (Button::new(f.v.t("clubs-others")).secondary().href(clubs_path(f.station))) }))
    }
}

fn inside(f: Frame<'_>, p: &Page, tried: Tried<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let path = club_path(f.station, p.seen.club.id);
    let ours = matches!(p.is, Is::Member | Is::Leader);
    html! {
        @if p.is == Is::Nobody && !p.seen.is_hidden() { (join(f, p, tried, fields)) }
        @if p.is == Is::Leader { (lead(f, p)) }
        (meetings(f, p))
        @if ours && !p.notices.is_empty() { (notices(f, p)) }
        (page::section("about", &v.t("clubs-about-title"), None, facts(f, p)))
        (children(f, p, tried, fields))
        (page::actions(html! {
            (Button::new(v.t("clubs-calendar")).secondary().icon("calendar-plus").href(format!("{path}/calendar.ics")))
            @if matches!(p.is, Is::Member | Is::Asks) {
                (post(&path, "departure", &Button::new(v.t(if ours { "clubs-leave" } else { "clubs-ask-no-more" })).flat()))
            }
        }))
    }
}

/// Somebody is asked to lead.
fn heir(f: Frame<'_>, p: &Page) -> Markup {
    let v = f.v;
    let path = club_path(f.station, p.seen.club.id);
    let name = says::name(v, &p.seen.club, p.seen.is_hidden());
    page::notice(
        Tone::Lamp,
        &v.ta("clubs-heir", &[("club", name.into())]),
        html! {
            p { (v.t("clubs-heir-what")) }
            ul class="chips" {
                li { (post(&path, "leadership", &Button::new(v.t("clubs-heir-yes")).small(true))) }
                li { (post(&path, "successor/refusal", &Button::new(v.t("clubs-heir-no")).small(false))) }
            }
        },
    )
}

fn join(f: Frame<'_>, p: &Page, tried: Tried<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let path = club_path(f.station, p.seen.club.id);
    let label = v.t(if p.seen.club.opens { "clubs-join" } else { "clubs-ask" });
    let door = format!("/sign-in?station={}&then={}", f.station.id, query_value(&path));
    let called = Field::new("called", v.t("games-your-name")).value(&tried.form.called).hint(v.t("clubs-called-hint"));
    html! {
        @if p.viewer.is_none() {
            (page::actions(html! { (Button::new(label).huge().icon("user-plus").href(door)) }))
            p class="note" { (v.t("clubs-join-phone")) }
        } @else {
            form method="post" action={ (path) "/members" } {
                (page::once(tried.once))
                (page::actions(html! { (Button::new(label).huge().icon("user-plus")) }))
                @if p.unnamed { (fields.text_field(called.longest(30).optional().autocomplete("name"))) }
            }
            p class="note" { (v.t("clubs-who-reads")) }
        }
    }
}

/// What only the leader sees.
fn lead(f: Frame<'_>, p: &Page) -> Markup {
    let v = f.v;
    let path = club_path(f.station, p.seen.club.id);
    let people = Row::new(v.t("clubs-people")).icon("users").leads_to(format!("{path}/people"));
    let people = match p.seen.asking {
        0 => people,
        n => people.status(Kind::Away, &v.ta("clubs-asking-n", &[("n", n.into())])),
    };
    let row = |key: &str, icon: &str, below: &str| Row::new(v.t(key)).icon(icon).leads_to(format!("{path}{below}"));
    let rows = [
        people,
        row("clubs-meetings", "calendar", "/meetings"),
        row("clubs-tell", "message", "/notices"),
        row("clubs-settings", "settings", "/text"),
    ];
    html! {
        @if let Some(hiding) = p.seen.hiding.as_ref().filter(|h| h.is_agreed()) {
            (page::notice(Tone::Stop, &v.ta("clubs-is-hidden", &[("reason", hiding.reason.as_str().into())]), html! {
                p { (v.t("clubs-is-hidden-what")) }
            }))
            (appeal(f, p, &hiding.appeal))
        }
        (page::section("lead", &v.t("clubs-lead"), None, page::rows(rows)))
    }
}

fn appeal(f: Frame<'_>, p: &Page, said: &str) -> Markup {
    let (v, fine) = (f.v, Problems::default());
    let path = club_path(f.station, p.seen.club.id);
    let field = Field::new("words", v.t("clubs-appeal")).value(said).longest(LONGEST_REASON.into());
    html! {
        form method="post" action={ (path) "/appeal" } {
            (Fields::new(v, &fine).text_field(field))
            (page::actions(html! { (Button::new(v.t("clubs-appeal-send")).secondary()) }))
        }
    }
}

/// So many dates are shown.
const FEW: usize = 4;

fn meetings(f: Frame<'_>, p: &Page) -> Markup {
    let v = f.v;
    let coming = p.seen.coming(v.now());
    let rows = coming.iter().take(FEW).map(|(look, line)| meeting(f, p, look, line));
    html! {
        @if !coming.is_empty() { (page::section("meetings", &v.t("clubs-coming"), None, page::rows(rows))) }
    }
}

fn meeting(f: Frame<'_>, p: &Page, look: &Look, line: &Line) -> Row {
    let v = f.v;
    let row = line_row(f.series(), &as_told(line));
    // Where it always meets in the same place, that is said once.
    let several = p.seen.series.iter().any(|other| other.offering.id != look.offering.id);
    let row = if several { row.note(rooms::name(v, &look.offering.name)) } else { row };
    let ours = matches!(p.is, Is::Member | Is::Leader);
    let receipt = line.receipt.as_ref().filter(|r| ours && r.reservation.grace.is_some());
    match receipt.filter(|r| rules::check_in(v.now(), &r.reservation.standing(0)).is_ok()) {
        Some(r) => {
            let path = format!("{}/meetings/{}", club_path(f.station, p.seen.club.id), r.reservation.id);
            row.end(post(&path, "check-in", &Button::new(v.t("clubs-arrive")).small(true)))
        }
        None => row,
    }
}

fn notices(f: Frame<'_>, p: &Page) -> Markup {
    let (v, when) = (f.v, f.when());
    let rows = p.notices.iter().take(3).map(|n| {
        Row::new(&n.words).icon("message").note(&format!("{} {}", when.day(when.date(n.made_at)), when.time(n.made_at)))
    });
    page::section("notices", &v.t("clubs-notices"), None, page::rows(rows))
}

fn facts(f: Frame<'_>, p: &Page) -> Markup {
    let v = f.v;
    let (led, many) = (v.t("clubs-led-by"), v.t("clubs-members"));
    page::facts([
        (led.as_str(), html! { (says::leader(v, &p.seen)) }),
        (many.as_str(), html! { (says::members(v, p.seen.members)) }),
    ])
}

/// A guardian's children: those who are entered, and one more.
fn children(f: Frame<'_>, p: &Page, tried: Tried<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let path = club_path(f.station, p.seen.club.id);
    let theirs = p.own.iter().filter_map(|(m, name)| Some((m, name.as_ref()?)));
    let rows: Vec<Row> = theirs
        .map(|(m, name)| {
            let word = v.t(if m.is_in { "clubs-child-in" } else { "clubs-mine-asks" });
            let about = v.ta("clubs-child-leave", &[("name", name.as_str().into())]);
            Row::new(name.clone()).person(name).status(if m.is_in { Kind::Ok } else { Kind::Away }, &word).end(html! {
                form method="post" action={ (path) "/departure" } {
                    (Button::new(v.t("clubs-out")).small(false).named("member", m.id.to_string()).about(about))
                }
            })
        })
        .collect();
    html! {
        @if !rows.is_empty() { (page::section("children", &v.t("clubs-children"), None, page::rows(rows))) }
        @if p.viewer.is_some() && !p.seen.is_hidden() {
            details class="fld" open[!tried.form.child.is_empty()] {
                summary class="pill" { (v.t("clubs-for-a-child")) }
                p class="note" { (v.t("clubs-child-what")) }
                form method="post" action={ (path) "/members" } {
                    (page::once(&format!("{}-child", tried.once)))
                    (child(fields, tried.form))
                    (page::actions(html! { (Button::new(v.t("clubs-ask-for-child")).secondary()) }))
                }
            }
        }
    }
}
