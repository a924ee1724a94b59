//! One wish: how it stands, the one thing to do, and what is known. Whose it is reads only whoever looks after it.
use kernel::page::{Answer, Fields, Row, Tone, facts, notice, rows, section, tel};
use maud::{Markup, html};

use super::acts::{CasePage, acts};
use super::history::{history, somebody};
use crate::answers::{Held, Known, Person, Whole};
use crate::frame::Frame;
use crate::says;

pub fn whole(f: Frame<'_>, p: &CasePage<'_>) -> Markup {
    let (v, w) = (f.v, p.whole);
    let (shape, words) = says::state(v, w.wish.state);
    let about = [says::kind(v, w.wish.draft.kind), says::band(v, w.wish.draft.band)].join(" · ");
    html! {
        (Fields::new(v, p.problems).summary())
        @if p.kept { (notice(Tone::Ok, &v.t("wishes-desk-kept"), html! {})) }
        (Answer::new(shape, words, w.wish.draft.item.as_str()).under(about))
        (acts(f, p))
        (section("h-about", &v.t("wishes-desk-one"), None, known_facts(f, w)))
        (section("h-person", &v.t("wishes-desk-person"), None, person(f, w.person.as_ref())))
        @if let Some(held) = &w.claim { (section("h-claimer", &v.t("wishes-desk-claimer"), None, claimer(f, w, held))) }
        (history(f, w))
    }
}

fn known_facts(f: Frame<'_>, w: &Whole) -> Markup {
    let (v, when) = (f.v, f.when());
    let village = match (&w.village, w.village_shown) {
        (Some(village), true) => v.ta("wishes-desk-fact-village-shown", &[("village", village.as_str().into())]),
        (Some(village), false) => v.ta("wishes-desk-fact-village-hidden", &[("village", village.as_str().into())]),
        (None, _) => v.t("wishes-desk-fact-village-none"),
    };
    let mut all = vec![
        ("kind", says::kind(v, w.wish.draft.kind)),
        ("band", says::band(v, w.wish.draft.band)),
        ("village", village),
        ("by", somebody(f, &w.coordinator)),
    ];
    if let Some(person) = &w.person {
        let minor = if person.minor { "wishes-desk-fact-minor-yes" } else { "wishes-desk-fact-minor-no" };
        let consent = [
            ("how", says::consent(v, person.consent).into()),
            ("day", when.date_in_full(when.date(person.consent_at)).into()),
            ("name", somebody(f, &person.consent_by).into()),
        ];
        all.extend([("minor", v.t(minor)), ("consent", v.ta("wishes-desk-fact-consent-of", &consent))]);
    }
    all.extend(w.wish.ends_on.map(|day| ("ends", when.date_in_full(day))));
    all.extend(Some(w.wish.referred_to.clone()).filter(|to| !to.is_empty()).map(|to| ("referred", to)));
    let named: Vec<(String, String)> =
        all.into_iter().map(|(key, value)| (v.t(&format!("wishes-desk-fact-{key}")), value)).collect();
    facts(named.iter().map(|(name, value)| (name.as_str(), html! { (value) })))
}

fn person(f: Frame<'_>, person: Option<&Person>) -> Markup {
    match person.map(|person| &person.known) {
        None => html! { p class="note" { (f.v.t("wishes-desk-person-none")) } },
        Some(None) => html! { p class="note" { (f.v.t("wishes-desk-person-sealed")) } },
        Some(Some(known)) => rows([reached(f, known)]),
    }
}

/// A name, and the number to call.
fn reached(f: Frame<'_>, known: &Known) -> Row {
    let row = Row::new(&known.name).person(&known.name);
    match &known.phone {
        Some(phone) => row.link(tel(phone.full()), phone.full(), true),
        None => row.note(&f.v.t("wishes-desk-no-phone")),
    }
}

fn claimer(f: Frame<'_>, w: &Whole, held: &Held) -> Markup {
    let (v, when) = (f.v, f.when());
    let until = v.ta("wishes-desk-claimer-until", &[("day", when.date_in_full(when.date(held.until)).into())]);
    let sealed = w.person.as_ref().is_some_and(|person| person.known.is_none());
    html! {
        @match &held.known {
            Some(known) => (rows([reached(f, known)])),
            None if sealed => p class="note" { (v.t("wishes-desk-person-sealed")) },
            None => p class="note" { (v.t("wishes-desk-claimer-none")) },
        }
        @if w.wish.state.is_leased() { p class="note" { (until) } }
        @if !held.place.is_empty() { p class="note" { (v.t("wishes-desk-claimer-place")) " " (held.place) } }
    }
}
