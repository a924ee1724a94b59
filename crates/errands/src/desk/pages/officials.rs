//! 经办人 as managers write them down.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows};
use maud::{Markup, html};
use people::StaffAt;

use super::{Ctx, retire_button, retired_link};
use crate::answers::{Desk, InNow};
use crate::desk::asked::MOST_IN_A_NAME;
use crate::says;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct OfficialForm {
    pub once: String,
    pub seen: String,
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    pub staff: String,
    pub desk: String,
    pub hours: String,
    pub shows_village: String,
    /// Empty leaves it as it is.
    pub phone: String,
    pub no_phone: String,
}

pub fn list(ctx: Ctx<'_>, (all, phones): (&[InNow], &[i32]), kept: Option<&str>) -> Markup {
    let when = ctx.when();
    let row = |o: &InNow| {
        let (kind, words) = says::shown(ctx.v, &when, &o.shown);
        let desk = o.official.desk.map(|id| ctx.v.ta("errands-desk-desk", &[("n", id.into())]));
        let title = Some(says::name(ctx.v, &o.official.title).to_owned()).filter(|t| !t.is_empty());
        let login = o.official.staff.is_none().then(|| ctx.v.t("errands-desk-no-login"));
        let text = phones.contains(&o.official.id).then(|| ctx.v.t("errands-desk-texts"));
        let about: Vec<String> = [title, desk, login, text].into_iter().flatten().collect();
        Row::new(&o.official.name)
            .person(&o.official.name)
            .status(kind, &words)
            .note(&about.join(" · "))
            .leads_to(ctx.path(&format!("/officials/{}", o.official.id)))
    };
    html! {
        @if let Some(name) = kept { (notice(Tone::Ok, &ctx.v.ta("errands-desk-kept", &[("name", name.into())]), html! {})) }
        @if all.is_empty() { (empty("user", &ctx.v.t("errands-desk-no-officials"), None)) } @else { div class="sec" { (rows(all.iter().map(row))) } }
        (actions(html! { (Button::new(ctx.v.t("errands-desk-new-official")).icon("user-plus").href(ctx.path("/officials/new"))) }))
        (retired_link(ctx))
    }
}

pub struct Edit<'a> {
    pub action: String,
    pub form: &'a OfficialForm,
    pub problems: &'a Problems,
    pub desks: &'a [Desk],
    pub staff: &'a [StaffAt],
    pub has_phone: bool,
    /// Their number; nothing for a new one.
    pub of: Option<i32>,
}

pub fn edit(ctx: Ctx<'_>, e: &Edit<'_>) -> Markup {
    let f = Fields::new(ctx.v, e.problems);
    let field = |name: &'static str, value| {
        Field::new(name, ctx.v.t(&format!("errands-desk-official-{}", name.replace('_', "-")))).value(value)
    };
    let (nobody, nowhere) = (ctx.v.t("errands-desk-no-login"), ctx.v.t("errands-desk-no-desk"));
    let staff: Vec<(String, &str)> = e.staff.iter().map(|s| (s.id.to_string(), s.name.as_str())).collect();
    let staff = std::iter::once(("", nobody.as_str())).chain(staff.iter().map(|(id, name)| (id.as_str(), *name)));
    let desks: Vec<(String, String)> =
        (e.desks.iter()).map(|d| (d.id.to_string(), ctx.v.ta("errands-desk-desk", &[("n", d.id.into())]))).collect();
    let desks =
        std::iter::once(("", nowhere.as_str())).chain(desks.iter().map(|(id, name)| (id.as_str(), name.as_str())));
    let phone_hint = ctx.t(if e.has_phone { "phone-hint-has" } else { "phone-hint" });
    let village = field("shows_village", "1").hint(ctx.v.t("errands-desk-shows-village-hint"));
    html! {
        (f.summary())
        form method="post" action=(e.action) {
            (once(&e.form.once))
            input type="hidden" name="seen" value=(e.form.seen);
            (f.text_field(field("name", &e.form.name).longest(MOST_IN_A_NAME).autocomplete("off")))
            (f.text_field(field("title_zh", &e.form.title_zh).longest(MOST_IN_A_NAME).optional()))
            (f.text_field(field("title_en", &e.form.title_en).longest(2 * MOST_IN_A_NAME).optional()))
            (f.select(field("staff", &e.form.staff).hint(ctx.v.t("errands-desk-staff-hint")).optional(), staff))
            (f.select(field("desk", &e.form.desk).optional(), desks))
            (f.text_field(field("hours", &e.form.hours).hint(ctx.v.t("errands-desk-hours-hint")).longest(500).optional()))
            (f.checkbox(village, !e.form.shows_village.is_empty()))
            (f.tel_field(field("phone", &e.form.phone).hint(phone_hint).autocomplete("off").optional()))
            @if e.has_phone { (f.checkbox(field("no_phone", "1"), !e.form.no_phone.is_empty())) }
            (actions(html! { (Button::new(ctx.v.t("errands-desk-keep"))) }))
        }
        @if let Some(id) = e.of { (retire_button(ctx, ("official", id), &e.form.once)) }
    }
}
