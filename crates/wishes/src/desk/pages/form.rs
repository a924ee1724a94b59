//! The form of a wish: what it is and, when it is new, whose it is and that they agree. What could name somebody is asked apart from
//! what everybody reads.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Tone, actions, notice, once, radio_cards};
use maud::{Markup, html};
use stations::Division;

use crate::desk::forms::WishForm;
use crate::frame::Frame;
use crate::rules::{Band, Consent, Kind, LONGEST_ITEM};
use crate::says;

pub struct FormPage<'a> {
    /// Where it is sent.
    pub action: &'a str,
    pub form: &'a WishForm,
    pub problems: &'a Problems,
    /// Of the station's township.
    pub villages: &'a [Division],
    /// Whether it is a new one, which also says whose it is.
    pub new: bool,
}

pub fn form(f: Frame<'_>, p: &FormPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    html! {
        (fields.summary())
        form method="post" action=(p.action) {
            (once(&p.form.once))
            @if !p.new { input type="hidden" name="version" value=(p.form.version); }
            (notice(Tone::Lamp, &v.t("wishes-desk-public"), html! { p { (v.t("wishes-desk-public-how")) } }))
            (thing(f, &fields, p))
            @if p.new { (person(f, &fields, p.form)) (consent(f, &fields, p.form)) }
            (actions(html! { (Button::new(v.t("wishes-desk-save")).icon("check")) }))
        }
    }
}

/// So many characters, as a field counts them.
fn longest(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What everybody reads.
fn thing(f: Frame<'_>, fields: &Fields<'_>, p: &FormPage<'_>) -> Markup {
    let v = f.v;
    let kind = |kind: Kind| {
        Choice::new(kind.word(), says::kind(v, kind))
            .icon(crate::public::icon_of(kind))
            .chosen(p.form.kind == kind.word())
    };
    let band = |band: Band| Choice::new(band.word(), says::band(v, band)).chosen(p.form.band == band.word());
    let mut villages = vec![(String::new(), v.t("wishes-desk-field-village-none"))];
    villages.extend(p.villages.iter().map(|one| (one.code.to_string(), one.name.clone())));
    let item = Field::new("item", v.t("wishes-desk-field-item")).value(&p.form.item).autocomplete("off");
    let village = Field::new("village", v.t("wishes-desk-field-village")).value(&p.form.village).optional();
    html! {
        (radio_cards(fields, "kind", &v.t("wishes-desk-field-kind"), &Kind::ALL.map(kind)))
        (fields.text_field(item.hint(v.t("wishes-desk-field-item-how")).longest(longest(LONGEST_ITEM))))
        (radio_cards(fields, "band", &v.t("wishes-desk-field-band"), &Band::ALL.map(band)))
        (fields.select(village.hint(v.t("wishes-desk-field-village-how")), villages.iter().map(|(code, name)| (code.as_str(), name.as_str()))))
    }
}

/// What stays sealed.
fn person(f: Frame<'_>, fields: &Fields<'_>, form: &WishForm) -> Markup {
    let v = f.v;
    let field = |name: &'static str| {
        Field::new(name, v.t(&format!("wishes-desk-field-{name}"))).hint(v.t(&format!("wishes-desk-field-{name}-how")))
    };
    html! {
        (notice(Tone::Lamp, &v.t("wishes-desk-sealed"), html! { p { (v.t("wishes-desk-sealed-how")) } }))
        (fields.text_field(field("name").value(&form.name).longest(30).autocomplete("off")))
        (fields.tel_field(field("phone").value(&form.phone).longest(40).autocomplete("off").optional()))
        (fields.checkbox(field("minor"), !form.minor.is_empty()))
        (fields.checkbox(field("guardian"), !form.guardian.is_empty()))
    }
}

fn consent(f: Frame<'_>, fields: &Fields<'_>, form: &WishForm) -> Markup {
    let v = f.v;
    let how = |how: Consent| {
        let icon = if how == Consent::Paper { "writing" } else { "users" };
        Choice::new(how.word(), says::consent(v, how)).icon(icon).chosen(form.consent == how.word())
    };
    let agreed = Field::new("consented", v.t("wishes-desk-field-consented"));
    html! {
        (radio_cards(fields, "consent", &v.t("wishes-desk-field-consent"), &Consent::ALL.map(how)))
        (fields.checkbox(agreed.hint(v.t("wishes-desk-field-consented-how")), !form.consented.is_empty()))
    }
}
