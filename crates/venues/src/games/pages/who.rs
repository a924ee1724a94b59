//! The part of a form that says who comes: oneself, or a child.
use kernel::page::{Choice, Field, Fields, segmented};
use maud::{Markup, html};

use crate::games::forms::PlaceForm;
use crate::games::rules::Band;

/// `unnamed`: the person never said what they are called.
pub fn who(fields: &Fields<'_>, form: &PlaceForm, unnamed: bool) -> Markup {
    let v = fields.v;
    let name = Field::new("name", v.t("games-your-name")).value(&form.name).hint(v.t("games-your-name-hint"));
    let bands: Vec<Choice> = Band::ALL
        .into_iter()
        .map(|b| Choice::new(b.name(), v.t(&format!("games-band-{}", b.name()))).chosen(form.band == b.name()))
        .collect();
    let child = Field::new("child", v.t("games-child-name")).value(&form.child).hint(v.t("games-child-hint"));
    let along = Field::new("along", v.t("games-child-with-me")).hint(v.t("games-child-with-me-hint"));
    html! {
        @if unnamed { (fields.text_field(name.longest(30).optional().autocomplete("name"))) }
        details class="fld" open[!form.child.is_empty()] {
            summary class="pill" { (v.t("games-for-a-child")) }
            (fields.text_field(child.longest(30).optional()))
            (segmented("band", &v.t("games-child-band"), &bands))
            (fields.checkbox(along, !form.along.is_empty()))
        }
    }
}
