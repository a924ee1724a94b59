//! The small parts that the pages share.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{Field, Fields, Page, icon};
use kernel::refusal::Said;
use maud::{Markup, html};

use crate::answers::Seen;
use crate::frame::Frame;
use crate::public::assets;
use crate::public::forms::FollowForm;
use crate::public::paths::kiosk_path;
use crate::rules::{Due, MOST_PHOTOS, Receipt, State};
use crate::says;

/// An opinion for whoever has its receipt, and what there is to show beside it.
pub struct Shown<'a> {
    pub seen: &'a Seen,
    pub receipt: &'a Receipt,
    /// The paths of the photos, in their order.
    pub photos: &'a [String],
    pub once: &'a str,
    /// What has just been done.
    pub done: Option<&'static str>,
    /// What a rule said no with, and what that answers.
    pub refused: Option<&'a (StatusCode, Said)>,
    pub form: &'a FollowForm,
    pub problems: &'a Problems,
}

/// The receipt as it goes along in the body of a request.
pub fn receipt(receipt: &Receipt) -> Markup {
    html! { input type="hidden" name="receipt" value=(receipt.digits()); }
}

/// What is wrong with a field that is not drawn by [`kernel::page::Fields`].
pub fn wrong(f: Frame<'_>, problems: &Problems, name: &str) -> Markup {
    html! {
        @if let Some(words) = problems.of(f.v, name) {
            p class="err" id={ "p-" (name) } { (icon("alert-triangle")) (words) }
        }
    }
}

/// Photos, from the camera or from those that are there: the phone asks which.
/// `again` when some came along with a form that was not taken: a browser does not send them twice.
pub fn photos(fields: &Fields<'_>, again: bool) -> Markup {
    let v = fields.v;
    let hint = v.ta("opinions-new-photos-hint", &[("n", MOST_PHOTOS.into())]);
    let hint = if again { format!("{} {hint}", v.t("opinions-new-photos-again")) } else { hint };
    fields.photo_field(Field::new("photo", v.t("opinions-new-photos")).hint(hint).optional(), true)
}

/// A page of a machine that many people touch: nothing around it leads elsewhere, and it leaves by itself.
pub fn machine<'a>(f: Frame<'a>, title: String, seconds: u32) -> Page<'a> {
    f.shell(title).screen().sheet_at(assets::sheet()).script(assets::script()).leave(seconds, &kiosk_path(f.station))
}

/// What the script of such a page reads.
pub fn leave(f: Frame<'_>, seconds: u32) -> Markup {
    html! { i data-leave=(seconds) data-to=(kiosk_path(f.station)) hidden {} }
}

/// So many characters, as an attribute says it.
pub fn longest(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}

/// What is promised, as it is said on a receipt: until it was read that, and then the answer.
pub fn promise(f: Frame<'_>, (state, due): (State, &Due)) -> Option<String> {
    let key = match state {
        State::Received => "opinions-due-screen",
        state if state.is_open() && due.late => "opinions-due-late",
        state if state.is_open() => "opinions-due-answer",
        _ => return None,
    };
    Some(f.v.ta(key, &[("day", says::due_day(f.v, &f.when(), due).into())]))
}

/// Something folded away, named by a row.
pub fn folded(open: bool, icon_name: &str, (title, note): (&str, Option<&str>), body: Markup) -> Markup {
    html! {
        details class="card sec" open[open] {
            summary class="row" {
                span class="ico" { (icon(icon_name)) }
                span { b { (title) } @if let Some(note) = note { span class="note" { (note) } } }
                (icon("chevron-down"))
            }
            div class="pad" { (body) }
        }
    }
}
