//! Parts that several pages share.
use kernel::page::{Choice, Field, Fields, Page, segmented};
use maud::{Markup, html};

use crate::clubs::forms::MemberForm;
use crate::clubs::says::club_path;
use crate::clubs::store::Club;
use crate::games::rules::Band;
use crate::public::pages::Frame;

/// A child that its guardian enters.
pub fn child(fields: &Fields<'_>, form: &MemberForm) -> Markup {
    let v = fields.v;
    let bands: Vec<Choice> = Band::ALL
        .into_iter()
        .map(|b| Choice::new(b.name(), v.t(&format!("games-band-{}", b.name()))).chosen(form.band == b.name()))
        .collect();
    let child = Field::new("child", v.t("games-child-name")).value(&form.child).hint(v.t("clubs-child-hint"));
    html! {
        (fields.text_field(child.longest(30).autocomplete("off")))
        (segmented("band", &v.t("games-child-band"), &bands))
    }
}

/// A page below that of a club.
pub fn below<'a>(f: Frame<'a>, club: &Club, title: String) -> Page<'a> {
    f.page(title).back(club.name.clone(), club_path(f.station, club.id))
}
