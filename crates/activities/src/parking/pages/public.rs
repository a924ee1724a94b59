//! 停车, as everybody reads it: which lot now, how many are free, where the overflow goes, until when.
use kernel::page::{self, Answer, HtmlPage, Kind, facts, section};
use maud::{Markup, html};

use super::parts;
use crate::fairday::Frame;
use crate::parking::answers::Ground;
use crate::parking::reads::Now;
use crate::parking::rules::{Class, Lot};
use crate::parking::says;

/// A page that is open is asked for again after so many seconds where there is no script.
const REFRESH: u32 = 30;

/// Whether cars are counted now.
fn is_running(f: Frame<'_>, ground: &Ground) -> bool {
    let now = f.v.now();
    ground.lots.iter().any(|lot| lot.opens <= now && now < lot.closes)
}

pub fn now(f: Frame<'_>, n: &Now, class: Class) -> HtmlPage {
    let v = f.v;
    let page = f.fair_page(v.t("parking-title")).describe(&v.t("parking-describe"));
    let Some(ground) = &n.ground else {
        return page.body(page::empty("parking", &v.t("parking-none-planned"), None));
    };
    let page = match is_running(f, ground) {
        true => page.follow(f.station.path("/parking/live"), n.seen).refresh(REFRESH),
        false => page,
    };
    let when = f.when();
    let rows: Vec<_> = ground.lots.iter().filter_map(|lot| parts::row(v, &when, lot, class)).collect();
    page.body(html! {
        (answer(f, ground, class))
        (parts::classes(v, ground, class, &f.station.path("/parking")))
        @if !rows.is_empty() { (section("lots", &v.t("parking-lots"), None, page::rows(rows))) }
        (about(f, ground, class))
        @if let Some(phone) = &f.station.phone {
            p class="sec note" { (v.t("parking-ask")) " " a href=(page::tel(phone)) { (phone) } }
        }
    })
}

/// What whoever comes now is to do.
fn answer(f: Frame<'_>, ground: &Ground, class: Class) -> Answer {
    let (v, when) = (f.v, f.when());
    let guide = ground.guide(class, v.now());
    let named = |n: Option<usize>| n.and_then(|n| ground.lots.get(n));
    if let Some(lot) = named(guide.here) {
        let key = if guide.guessed { "parking-go-maybe" } else { "parking-go" };
        let title = v.ta(key, &[("lot", says::name(v, &lot.name).into())]);
        let (kind, words) = parts::stands(v, &when, lot, class).map_or((Kind::Away, String::new()), |s| (s.1, s.2));
        return Answer::new(kind, words, title).under(under(f, lot, named(guide.then), guide.guessed));
    }
    let (day, lunar) = parts::day_with_lunar(v, f.station, ground.fair.occurrence.starts_at);
    let next = v.ta("parking-next", &[("day", day.into()), ("lunar", lunar.into())]);
    match ground.window() {
        None => Answer::new(Kind::Shut, v.t("parking-no-lots"), next),
        Some((opens, _)) if v.now() < opens => {
            Answer::new(Kind::Shut, v.ta("parking-opens", &[("at", when.time(opens).into())]), next)
        }
        Some((_, closes)) if v.now() >= closes => Answer::new(Kind::Shut, v.t("parking-over"), next),
        Some(_) if !ground.lots.iter().any(|lot| lot.is_open(v.now())) => {
            Answer::new(Kind::Shut, v.t("parking-all-closed"), ground.fair.title())
        }
        Some(_) => Answer::new(Kind::Shut, v.t("parking-full"), v.t("parking-all-full")),
    }
}

fn under(f: Frame<'_>, lot: &Lot, then: Option<&Lot>, guessed: bool) -> String {
    let v = f.v;
    let then = then.map(|lot| v.ta("parking-then", &[("lot", says::name(v, &lot.name).into())]));
    let unsure = guessed.then(|| v.t("parking-nobody-counts"));
    let all = [unsure, then, says::leave_by(v, &f.when(), lot)];
    all.into_iter().flatten().collect::<Vec<_>>().join(&v.t("parking-stop"))
}

/// What is held back, when lots are open, and where the figures come from.
fn about(f: Frame<'_>, ground: &Ground, class: Class) -> Markup {
    let (v, when) = (f.v, f.when());
    let line = |lot: &Lot| {
        let bays = lot.bays(class)?;
        let held = says::held(v, &bays.held);
        let mut all = vec![when.times(lot.opens, lot.closes), v.ta("parking-of", &[("of", bays.capacity.into())])];
        if !held.is_empty() {
            all.push(v.ta("parking-held-back", &[("held", held.into())]));
        }
        Some((says::name(v, &lot.name).to_owned(), all.join(&v.t("parking-stop"))))
    };
    let lines: Vec<_> = ground.lots.iter().filter_map(line).collect();
    html! {
        @if !lines.is_empty() {
            (section("open", &v.t("parking-open-times"), None,
                facts(lines.iter().map(|(name, words)| (name.as_str(), html! { (words) })))))
            p class="sec note" { (v.t("parking-count-how")) }
        }
    }
}

/// On the home page of a fair day: which lot, and how many bays are free.
pub fn now_at_home(f: Frame<'_>, ground: &Ground) -> Option<Markup> {
    let v = f.v;
    if ground.lots.is_empty() {
        return None;
    }
    let path = f.station.path("/parking");
    let button = page::Button::new(v.t("parking-home-now")).icon("parking").href(path);
    Some(html! { (answer(f, ground, Class::Car).actions(html! { (button) })) })
}
