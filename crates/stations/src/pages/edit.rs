//! The desk's page of the station itself.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, Kind, Tone, actions, notice, once, section, status};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};

use super::about;
use crate::desk::{AtDesk, DeskPage};
use crate::forms::{LONGEST_HOURS, StationForm};
use crate::opening::{DayHours, Door};

/// The element that shows the next openings and is replaced by a new one as the text changes.
const PREVIEW: &str = "opening-preview";

/// What the typed hours mean: the door now and the coming days, or what is wrong with them.
pub enum Preview {
    Means { door: Door, week: Vec<DayHours>, when: When },
    Wrong(String),
}

pub struct Edit<'a> {
    pub desk: &'a AtDesk,
    pub form: &'a StationForm,
    pub problems: &'a Problems,
    pub preview: &'a Preview,
    pub saved: bool,
}

pub fn page(v: &View, edit: &Edit<'_>) -> HtmlPage {
    let fields = Fields::new(v, edit.problems);
    let station = &edit.desk.station;
    let body = html! {
        @if edit.saved { (notice(Tone::Ok, &v.t("stations-saved"), html! { p { a href=(station.path("/about")) { (v.t("stations-see-it")) } } })) }
        (fields.summary())
        form method="post" action=(station.path("/desk/station")) {
            (once(&edit.form.once))
            div class="two-up" {
                (section("h-names", &v.t("stations-edit-what"), None, html! { (names(v, &fields, edit.form)) }))
                (section("h-hours", &v.t("stations-edit-hours"), None, html! { (hours_part(v, &fields, edit)) }))
            }
            (actions(html! { (Button::new(v.t("stations-save"))) }))
        }
    };
    DeskPage::new(v, edit.desk, "stations-tab-station", v.t("stations-edit-title")).body(body)
}

fn names(v: &View, fields: &Fields<'_>, form: &StationForm) -> Markup {
    html! {
        (fields.text_field(Field::new("name_zh", v.t("stations-name-zh")).value(&form.name_zh).longest(40)))
        (fields.text_field(Field::new("name_en", v.t("stations-name-en")).value(&form.name_en).longest(40).optional()))
        (fields.text_field(Field::new("address", v.t("stations-address")).value(&form.address).longest(120)))
        (fields.tel_field(Field::new("phone", v.t("stations-phone")).value(&form.phone).hint(v.t("stations-phone-hint")).optional()))
        (fields.text_field(Field::new("at", v.t("stations-map")).value(&form.at).hint(v.t("stations-place-hint")).optional()))
        (fields.select(Field::new("zone", v.t("stations-zone")).value(&form.zone), zones(&form.zone).into_iter().map(|z| (z, z))))
    }
}

/// All of China keeps Beijing's time; Xinjiang's own is used there beside it. Whatever the station has stays to choose.
fn zones(now: &str) -> Vec<&str> {
    let mut zones = vec!["Asia/Shanghai", "Asia/Urumqi"];
    if !now.is_empty() && !zones.contains(&now) {
        zones.push(now);
    }
    zones
}

fn hours_part(v: &View, fields: &Fields<'_>, edit: &Edit<'_>) -> Markup {
    let field = Field::new("hours", v.t("stations-hours")).value(&edit.form.hours).hint(v.t("stations-hours-hint"));
    let path = edit.desk.station.path("/desk/station/opening-preview");
    html! {
        div data-preview=(path) { (fields.textarea(field.longest(LONGEST_HOURS))) }
        (Button::new(v.t("stations-hours-show")).secondary().named("show", "1"))
        div aria-live="polite" { (preview(v, edit.preview)) }
    }
}

/// The element that the script replaces while somebody types.
pub fn preview(v: &View, preview: &Preview) -> Markup {
    html! {
        div id=(PREVIEW) class="sec" {
            h3 { (v.t("stations-next-openings")) }
            @match preview {
                Preview::Wrong(why) => p { (status(Kind::Stop, why)) },
                Preview::Means { door, week, when } => {
                    p { (about::door(v, when, *door)) }
                    (about::week(v, when, week))
                    @if week.iter().any(|d| d.provisional) { p class="note" { (v.t("stations-provisional-why")) } }
                }
            }
        }
    }
}
