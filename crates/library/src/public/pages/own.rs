//! What somebody has and waits for: among "my things", and at one station when a rule has said no.
use axum::http::StatusCode;
use kernel::page::{Answer, Button, HtmlPage, Kind as Look, Row, refused, rows, section};
use kernel::refusal::Said;
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use super::words;
use crate::frame::{Frame, title_path};
use crate::lending::answers::{HoldSeen, LoanSeen};
use crate::public::reads::Mine;
use crate::{HoldId, LoanId};

/// Where something is kept for longer.
pub fn loan_path(station: &Station, id: LoanId) -> String {
    station.path(&format!("/library/loans/{id}/renewal"))
}

/// Where somebody says that they wait no more.
pub fn hold_path(station: &Station, id: HoldId) -> String {
    station.path(&format!("/library/holds/{id}/cancellation"))
}

/// 可以续借: it was not renewed too often, and nobody waits for it.
fn renewable(loan: &LoanSeen) -> bool {
    loan.renewals_left > 0 && !loan.others_wait
}

/// Why it cannot be kept for longer, where that is known before somebody presses.
fn why_not(v: &View, loan: &LoanSeen) -> Option<String> {
    match (loan.others_wait, loan.renewals_left) {
        (true, _) => Some(v.t("library-others-wait")),
        (false, 0) => Some(v.t("library-renewed-enough")),
        (false, _) => None,
    }
}

/// The large answer about something that is with whoever looks.
pub fn loan_answer(f: Frame<'_>, loan: &LoanSeen, once: &str, back: &str) -> Markup {
    let v = f.v;
    let (look, due) = words::due(f, loan);
    let under = match why_not(v, loan) {
        Some(why) => format!("{why} {}", v.t("library-give-back-how")),
        None => v.t("library-give-back-how"),
    };
    let answer = Answer::new(look, v.t("library-with-you"), due).under(under);
    let renew = Button::new(v.t("library-renew")).icon("repeat");
    let acts = f.press(&loan_path(f.station, loan.loan), once, &[("back", back)], &renew);
    html! { @if renewable(loan) { (answer.actions(acts)) } @else { (answer) } }
}

fn loan_row(f: Frame<'_>, loan: &LoanSeen, once: &str) -> Row {
    let v = f.v;
    let (look, due) = words::due(f, loan);
    let row = Row::new(&loan.title.title).icon("books").status(look, &due);
    let row = match why_not(v, loan) {
        Some(why) => row.note(&why),
        None => row,
    };
    if !renewable(loan) {
        return row;
    }
    let about = format!("{} {}", v.t("library-renew"), loan.title.title);
    let button = Button::new(v.t("library-renew")).small(true).about(about);
    row.end(f.press(&loan_path(f.station, loan.loan), &format!("{once}-{}", loan.loan), &[], &button))
}

fn hold_row(f: Frame<'_>, hold: &HoldSeen) -> Row {
    let v = f.v;
    let row = Row::new(&hold.title.title).icon("bell").leads_to(title_path(f.station, hold.title.id));
    match &hold.ready {
        Some((_, until)) => {
            row.status(Look::Ok, &v.ta("library-hold-until", &[("day", words::day(&f.when(), *until).into())]))
        }
        None => row.status(Look::Away, &v.ta("library-hold-place", &[("n", hold.place_in_line.into())])),
    }
}

fn list(f: Frame<'_>, mine: &Mine, once: &str) -> Markup {
    let ready = mine.holds.iter().filter(|hold| hold.ready.is_some());
    let waits = mine.holds.iter().filter(|hold| hold.ready.is_none());
    let all = ready.map(|hold| hold_row(f, hold)).chain(mine.loans.iter().map(|loan| loan_row(f, loan, once)));
    rows(all.chain(waits.map(|hold| hold_row(f, hold))))
}

/// 我借的: what is kept ready comes first, then what is to be given back.
pub fn mine(f: Frame<'_>, mine: &Mine, once: &str) -> Markup {
    let v = f.v;
    let (label, path) = (v.t("library-history-link"), f.station.path("/library/history"));
    let more = mine.offers_history.then_some((label.as_str(), path.as_str()));
    let title = v.ta("library-mine", &[("station", f.station.name(v).into())]);
    section(&format!("library-{}", f.station.id), &title, more, list(f, mine, once))
}

/// The same as a page, below what was refused.
pub fn own(f: Frame<'_>, mine: Option<&Mine>, (status, said): &(StatusCode, Said), once: &str) -> HtmlPage {
    let v = f.v;
    f.shell(v.t("library-mine-title")).back(v.t("page-mine"), "/me").status(*status).body(html! {
        (refused(v, said))
        @if let Some(mine) = mine { div class="sec" { (list(f, mine, once)) } }
        p class="sec note" { (v.t("library-give-back-how")) }
        (f.ask_a_person())
    })
}
