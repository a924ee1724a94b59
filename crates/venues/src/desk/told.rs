//! Small things that the desk's pages say in the same words.
use maud::{Markup, html};

use super::seen::{Guest, Seen};
use crate::answers::Receipt;
use crate::rules::{LayerKind, Source, State};
use kernel::page::{self, Kind};
use kernel::view::View;

/// Who it is: the name, or the masked number, or that nobody knows.
pub fn who(v: &View, guest: &Guest) -> String {
    match (&guest.name, &guest.phone) {
        (Some(name), _) => name.clone(),
        (None, Some(phone)) => phone.to_string(),
        (None, None) => v.t("venues-desk-no-name"),
    }
}

/// What stands where whose it was is not for a clerk to read.
pub fn withheld(v: &View) -> Guest {
    Guest { name: Some(v.t("venues-desk-name-withheld")), phone: None }
}

/// The masked number as something to press: it dials the full one. Whoever goes by the number has it as a name already.
pub fn call(v: &View, guest: &Guest) -> Markup {
    let Some(phone) = &guest.phone else { return html! { span class="note" {} } };
    let about = v.ta("venues-desk-call", &[("phone", phone.to_string().into()), ("who", who(v, guest).into())]);
    html! { span class="note" { a href={ "tel:" (phone.full()) } aria-label=(about) { (phone) } } }
}

pub fn people(v: &View, receipt: &Receipt) -> String {
    v.ta("venues-desk-people", &[("n", receipt.reservation.group.into())])
}

/// How it stands, said for the desk: whoever should be here and is not is "not come yet".
pub fn state(v: &View, seen: &Seen) -> Markup {
    let r = &seen.receipt;
    let began = r.reservation.span.from <= v.now();
    let (kind, key) = match r.state {
        State::Held if r.reservation.awaits => (Kind::Away, "venues-desk-state-asks"),
        State::Held if r.reservation.is_offer() => (Kind::Away, "waiting-desk-state-kept"),
        State::Held if r.reservation.source == Source::Game => (Kind::Away, "venues-state-gathering"),
        State::Held => (Kind::Away, "venues-desk-state-held"),
        State::Confirmed if began && r.reservation.grace.is_some() => (Kind::Away, "venues-desk-state-late"),
        State::Confirmed => (Kind::Ok, "venues-desk-state-confirmed"),
        State::CheckedIn => (Kind::Ok, "venues-desk-state-checked-in"),
        State::Completed => (Kind::Shut, "venues-desk-state-completed"),
        State::Expired => (Kind::Shut, "venues-desk-state-expired"),
        State::Cancelled => (Kind::Shut, "venues-desk-state-cancelled"),
        State::Released => (Kind::Shut, "venues-desk-state-released"),
    };
    page::status(kind, &v.t(key))
}

pub fn layer_kind(v: &View, kind: LayerKind) -> Markup {
    match kind {
        LayerKind::Closed => page::status(Kind::Shut, &v.t("venues-desk-closed")),
        LayerKind::Open => page::status(Kind::Ok, &v.t("venues-desk-open-extra")),
    }
}
