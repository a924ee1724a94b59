//! The reading room on pages of others: the home page of the station, the page of a household's card, the screen in the hall.
use kernel::page::{Kind as Look, Row, rows, section};
use maud::{Markup, html};
use stations::OnToday;

use super::words;
use crate::catalogue::answers::Found;
use crate::frame::{self, Frame, library_path};
use crate::public::reads::Mine;

/// One row: what is new, and the way to the rest. Nothing where there is nothing to read yet.
pub fn home(f: Frame<'_>, newest: &[Found]) -> Option<Markup> {
    let v = f.v;
    newest.first()?;
    let called: Vec<String> = newest.iter().map(|one| frame::called(v, &one.title)).collect();
    let path = library_path(f.station);
    let row = Row::new(v.ta("library-new-are", &[("titles", called.join(&v.t("library-and")).into())]));
    let row = row.icon("books").link(&path, &v.t("library-find"), false);
    Some(section("library", &v.t("library-title"), None, rows([row])))
}

/// 新书 《长安的荔枝》; nothing when nothing came lately.
pub fn today(f: Frame<'_>, newest: &[Found]) -> Option<OnToday> {
    let called: Vec<String> = newest.iter().map(|one| frame::called(f.v, &one.title)).collect();
    (!called.is_empty()).then(|| OnToday { when: f.v.t("library-new-short"), what: called.join(&f.v.t("library-and")) })
}

/// What the household has: how many things and the first day, and what is kept for it. Which ones they are stands nowhere: whoever
/// finds a card opens this page too.
pub fn card(f: Frame<'_>, mine: Option<&Mine>) -> Markup {
    let (v, when) = (f.v, f.when());
    let loans = mine.map(|mine| mine.loans.as_slice()).unwrap_or_default();
    let ready = mine.map_or(0, |mine| mine.holds.iter().filter(|hold| hold.ready.is_some()).count());
    let first = loans.iter().min_by_key(|loan| loan.due_on);
    let out = match first {
        None => Row::new(v.t("library-card-none")).icon("books"),
        Some(loan) => {
            let key = if loan.overdue { "library-card-overdue" } else { "library-card-due" };
            let look = if loan.overdue { Look::Stop } else { Look::Ok };
            let said = v.ta(key, &[("day", words::day(&when, loan.due_on).into())]);
            Row::new(v.ta("library-card-n", &[("n", loans.len().into())])).icon("books").status(look, &said)
        }
    };
    let kept = (ready > 0).then(|| {
        Row::new(v.ta("library-card-ready", &[("n", ready.into())])).icon("bell").note(&v.t("library-card-fetch"))
    });
    let more = (v.t("library-find"), library_path(f.station));
    let all = rows([Some(out), kept].into_iter().flatten());
    html! {
        (section("card-library", &v.t("library-title"), Some((&more.0, &more.1)), all))
        p class="note" { (v.t("library-card-how")) }
    }
}
