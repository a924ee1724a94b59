//! Reception days at the desk: what waits for an office first, then the days, and a new one to announce.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section};
use maud::{Markup, html};

use super::sisters;
use crate::deputies::answers::{DayOf, Deputy, Item, Items};
use crate::deputies::says;
use crate::deputies::{DayId, VisitId};
use crate::desk::asked::MOST_IN_A_NAME;
use crate::desk::pages::Ctx;
use crate::says::name;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct DayForm {
    pub once: String,
    pub deputy: String,
    pub on: String,
    pub from: String,
    pub until: String,
    pub minutes: String,
    pub place_zh: String,
    pub place_en: String,
}

pub struct Page<'a> {
    pub items: &'a Items,
    pub coming: &'a [DayOf],
    pub past: &'a [DayOf],
    pub deputies: &'a [Deputy],
    /// The first day that can still be announced.
    pub earliest: jiff::civil::Date,
    pub form: &'a DayForm,
    pub problems: &'a Problems,
    pub manager: bool,
    /// Just announced.
    pub announced: bool,
}

pub fn day_path(ctx: Ctx<'_>, id: DayId) -> String {
    ctx.path(&format!("/deputies/days/{id}"))
}

pub fn item_path(ctx: Ctx<'_>, id: VisitId) -> String {
    ctx.path(&format!("/receptions/{id}"))
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    html! {
        @if p.manager { (sisters(ctx, "/deputies")) }
        @if p.announced { (notice(Tone::Ok, &v.t("deputies-announced"), html! {})) }
        div class="two-up" {
            div {
                (section("h-open", &v.ta("deputies-open", &[("n", p.items.open.len().into())]), None, html! {
                    @if p.items.open.is_empty() { (empty("circle-check", &v.t("deputies-nothing-open"), None)) }
                    @else { (rows(p.items.open.iter().map(|i| item(ctx, i)))) }
                }))
                @if !p.items.closed.is_empty() {
                    (section("h-closed", &v.t("deputies-closed"), None, rows(p.items.closed.iter().map(|i| item(ctx, i)))))
                }
            }
            div {
                (section("h-coming", &v.t("deputies-coming"), None, html! {
                    @if p.coming.is_empty() { (empty("calendar", &v.t("deputies-none"), None)) }
                    @else { (rows(p.coming.iter().map(|d| day(ctx, d)))) }
                }))
                @if !p.past.is_empty() { (section("h-past", &v.t("deputies-past"), None, rows(p.past.iter().map(|d| day(ctx, d))))) }
            }
        }
        (section("new", &v.t("deputies-new-day"), None, form(ctx, p)))
    }
}

/// What was said, how it stands, and who said it.
pub fn item(ctx: Ctx<'_>, i: &Item) -> Row {
    let v = ctx.v;
    let (kind, words) = says::stands(v, &ctx.when(), i);
    let row = Row::new(title(ctx, i)).icon("message-circle").status(kind, &words);
    let row = if i.kept.provisional { row.note(&v.t("duty-provisional")) } else { row };
    row.leads_to(item_path(ctx, i.kept.id))
}

/// What was said; before that the name, or nothing.
pub fn title(ctx: Ctx<'_>, i: &Item) -> String {
    let nobody = || ctx.v.t(if i.kept.forgotten { "duty-forgotten" } else { "deputies-no-name" });
    i.what.clone().or(i.name.clone()).unwrap_or_else(nobody)
}

fn day(ctx: Ctx<'_>, d: &DayOf) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let (kind, words) = says::free(v, d);
    let row = Row::new(says::deputy(v, d)).when(when.weekday(d.kept.day.on), &when.short_date(d.kept.day.on));
    let row = if d.kept.day.until > v.now() || d.kept.day.called_off { row.status(kind, &words) } else { row };
    let about = format!("{} · {}", when.times(d.kept.day.from, d.kept.day.until), name(v, &d.kept.place));
    row.note(&about).leads_to(day_path(ctx, d.kept.id))
}

fn form(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, p.problems));
    if p.deputies.is_empty() {
        let (label, path) = (v.t("deputies-people"), ctx.path("/deputies/people"));
        return empty("user", &v.t("deputies-nobody"), p.manager.then_some((&label, &path)));
    }
    let deputies: Vec<(String, &str)> = p.deputies.iter().map(|d| (d.id.to_string(), d.name.as_str())).collect();
    let options = deputies.iter().map(|(id, name)| (id.as_str(), *name));
    let hint = v.ta("deputies-three-days", &[("day", ctx.when().date_in_full(p.earliest).into())]);
    html! {
        (f.summary())
        form method="post" action=(ctx.path("/deputies")) {
            (once(&p.form.once))
            div class="two-up" {
                div {
                    (f.select(Field::new("deputy", v.t("deputies-who")).value(&p.form.deputy), options))
                    (f.date_field(Field::new("on", v.t("duty-day")).value(&p.form.on).hint(hint)))
                    (f.text_field(Field::new("place_zh", v.t("deputies-place")).value(&p.form.place_zh).longest(MOST_IN_A_NAME)))
                    (f.text_field(Field::new("place_en", v.t("deputies-place-en")).value(&p.form.place_en).longest(2 * MOST_IN_A_NAME).optional()))
                }
                div {
                    (f.time_field(Field::new("from", v.t("duty-from")).value(&p.form.from)))
                    (f.time_field(Field::new("until", v.t("duty-until")).value(&p.form.until)))
                    (f.number_field(Field::new("minutes", v.t("deputies-minutes")).value(&p.form.minutes).range(5, 120)))
                }
            }
            (actions(html! { (Button::new(v.t("deputies-announce"))) }))
        }
    }
}
