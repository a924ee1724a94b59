//! What can be done with a notice as it stands.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, notice as tip, once};
use maud::{Markup, html};
use people::StaffId;

use crate::at_desk::Whole;
use crate::frame::{Frame, desk_path, notice_path};
use crate::rules::{MOST_IN_A_WHY, MOST_IN_AN_ALT, MOST_PHOTOS, Stands, Work};

/// How one notice stands, and who looks at it.
pub struct WholePage<'a> {
    pub whole: &'a Whole,
    /// Who looks at it.
    pub me: StaffId,
    pub manager: bool,
    pub problems: &'a Problems,
    pub typed_alt: &'a str,
    pub typed_why: &'a str,
    pub once: &'a str,
    pub done: bool,
}

/// A button that is a whole form, bound to what is on the page: the number of the version, or of the wish to take it down.
fn press(f: Frame<'_>, p: &WholePage<'_>, below: &str, (name, read): (&str, i32), button: &Button) -> Markup {
    html! {
        form method="post" action={ (desk_path(f.station, p.whole.notice.id)) (below) } {
            (once(p.once))
            input type="hidden" name=(name) value=(read);
            (button)
        }
    }
}

/// The one thing to do now, and writing it anew.
pub fn main(f: Frame<'_>, p: &WholePage<'_>) -> Markup {
    let (v, notice) = (f.v, &p.whole.notice);
    let edit = |key| {
        Button::new(v.t(key)).secondary().icon("pencil").href(format!("{}/edit", desk_path(f.station, notice.id)))
    };
    let mine = notice.writer == p.me;
    let alone = mine && p.whole.alone && p.manager;
    let read = ("version", notice.version);
    let publish = || press(f, p, "/publication", read, &Button::new(v.t("bulletin-desk-publish")).icon("check"));
    html! {
        @match notice.work {
            Work::Asked if !mine => {
                (tip(Tone::Lamp, &v.t("bulletin-desk-look-now"), html! { p { (v.t("bulletin-desk-look-how")) } }))
                (actions(html! { (publish()) (edit("bulletin-desk-edit")) }))
            }
            Work::Asked if alone => {
                (tip(Tone::Lamp, &v.t("bulletin-desk-alone"), html! { p { (v.t("bulletin-desk-alone-how")) } }))
                (actions(html! { (publish()) (edit("bulletin-desk-edit")) }))
            }
            Work::Asked => {
                (tip(Tone::Lamp, &v.t("bulletin-desk-waits"), html! { p { (v.t("bulletin-desk-waits-how")) } }))
                (actions(html! { (edit("bulletin-desk-edit")) }))
            }
            Work::Draft => {
                (actions(html! {
                    (press(f, p, "/second-look", read, &Button::new(v.t("bulletin-desk-ask")).icon("eye")))
                    (edit("bulletin-desk-edit"))
                }))
            }
            Work::None => {
                (actions(html! {
                    @if notice.stands == Stands::Public {
                        (Button::new(v.t("bulletin-desk-see")).icon("external-link").href(notice_path(f.station, notice.id)))
                    }
                    (edit("bulletin-desk-correct"))
                }))
            }
        }
    }
}

/// A photo more, while something is being written.
pub fn add_photo(f: Frame<'_>, p: &WholePage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let notice = &p.whole.notice;
    let alt = Field::new("alt", v.t("bulletin-field-alt")).value(p.typed_alt).hint(v.t("bulletin-field-alt-hint"));
    html! {
        @if notice.work != Work::None && p.whole.pictures.len() < MOST_PHOTOS {
            form class="sec" method="post" action={ (desk_path(f.station, notice.id)) "/photos" } enctype="multipart/form-data" {
                (once(p.once))
                input type="hidden" name="version" value=(notice.version);
                (fields.photo_field(Field::new("photo", v.t("bulletin-field-photo")).hint(v.t("bulletin-field-photo-hint")), false))
                (fields.text_field(alt.longest(u32::try_from(MOST_IN_AN_ALT).unwrap_or(120))))
                (actions(html! { (Button::new(v.t("bulletin-desk-add-photo")).secondary().icon("plus")) }))
            }
        }
    }
}

/// Taking it down: one asks, another decides.
pub fn take_down(f: Frame<'_>, p: &WholePage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let path = desk_path(f.station, p.whole.notice.id);
    let Some(down) = p.whole.down() else {
        let why = Field::new("why", v.t("bulletin-field-why")).value(p.typed_why).hint(v.t("bulletin-field-why-hint"));
        return html! {
            @if p.whole.notice.is_public() {
                details class="sec" id="down" open[!p.typed_why.is_empty() || p.problems.of(v, "why").is_some()] {
                    summary { (v.t("bulletin-desk-down")) }
                    form method="post" action={ (path) "/take-down" } {
                        (once(p.once))
                        (fields.text_field(why.longest(u32::try_from(MOST_IN_A_WHY).unwrap_or(200))))
                        (actions(html! { (Button::new(v.t("bulletin-desk-down-ask")).danger()) }))
                    }
                }
            }
        };
    };
    let (mine, read) = (down.asked_by == p.me, ("down", down.nr));
    let by = p.whole.name(down.asked_by).unwrap_or_default().to_owned();
    let asked = v.ta("bulletin-desk-down-asked", &[("name", by.into()), ("why", down.why.as_str().into())]);
    html! {
        (tip(Tone::Lamp, &asked, html! { @if mine { p { (v.t("bulletin-desk-down-waits")) } } }))
        (actions(html! {
            @if !mine {
                (press(f, p, "/take-down/confirmation", read, &Button::new(v.t("bulletin-desk-down-confirm")).danger()))
            }
            (press(f, p, "/take-down/refusal", read, &Button::new(v.t("bulletin-desk-down-keep")).secondary()))
        }))
    }
}
