//! Rounds, one to a row: on the home page, on their own page, among one's things.
use kernel::page::{self, HtmlPage, Row};
use maud::{Markup, html};

use super::parts::{dates, round_path};
use crate::public::pages::Frame;
use crate::says as rooms;
use crate::seasons::answers::Look;
use crate::seasons::rules::Stands;
use crate::seasons::says;
use crate::seasons::store::{Filed, Round};

/// The section of the home page. Nothing while there is nothing to apply for.
pub fn home(f: Frame<'_>, open: &[Round]) -> Option<Markup> {
    if open.is_empty() {
        return None;
    }
    let v = f.v;
    let (more, path) = (v.t("seasons-all"), f.station.path("/seasons"));
    let rows = page::rows(open.iter().map(|round| row(f, round)));
    Some(page::section("seasons", &v.t("seasons-home"), Some((&more, &path)), rows))
}

fn row(f: Frame<'_>, round: &Round) -> Row {
    let v = f.v;
    let stands = round.stands(v.now());
    let (kind, words) = says::stands(v, stands);
    let until = v.ta("seasons-until", &[("at", rooms::at(&f.when(), round.terms.apply_until).into())]);
    let note = match stands {
        Stands::Open => format!("{} · {until}", dates(v, f.station, &round.terms)),
        _ => dates(v, f.station, &round.terms),
    };
    Row::new(round.terms.title.as_str())
        .icon("calendar")
        .status(kind, &words)
        .note(&note)
        .leads_to(round_path(f.station, round.id))
}

pub fn list(f: Frame<'_>, all: &[Round]) -> HtmlPage {
    let v = f.v;
    f.page(v.t("seasons-title")).describe(&v.t("seasons-describe")).body(html! {
        @if all.is_empty() { (page::empty("calendar", &v.t("seasons-none"), None)) }
        @else { div class="sec" { (page::rows(all.iter().map(|round| row(f, round)))) } }
        (f.ask_a_person())
    })
}

/// What one's groups have applied for, in seasons that are not over.
pub fn mine(f: Frame<'_>, all: &[(Look, Filed)]) -> Markup {
    let v = f.v;
    let one = |(look, filed): &(Look, Filed)| {
        let got = look.awards.iter().filter(|a| a.application == filed.id.0).count();
        let (kind, words) = match (look.stands.has_result(), got) {
            (true, 0) => (page::Kind::Shut, v.t("seasons-mine-nothing")),
            (true, n) => (page::Kind::Ok, v.ta("seasons-mine-got", &[("n", n.into())])),
            (false, _) => says::stands(v, look.stands),
        };
        Row::new(filed.application.applicant.name())
            .icon("users")
            .status(kind, &words)
            .note(&look.round.terms.title)
            .leads_to(round_path(f.station, look.round.id))
    };
    let title = v.ta("seasons-mine-at", &[("station", f.station.name(v).into())]);
    let (more, path) = (v.t("seasons-all"), f.station.path("/seasons"));
    let id = format!("seasons-{}", f.station.slug);
    page::section(&id, &title, Some((&more, &path)), page::rows(all.iter().map(one)))
}
