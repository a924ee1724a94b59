//! The priority windows of an offering: whose hours, why, and from when on everybody may book.
use jiff::civil::Date;
use maud::{Markup, html};

use super::Ctx;
use super::venue::times_of_day;
use crate::desk::forms::{OfferingForm, WINDOWS, WindowFields};
use crate::rules::{Favoured, MOST_IN_WINDOW_HOURS, MOST_IN_WINDOW_REASON, Offering, Span};
use kernel::page::{Button, Choice, Field, Fields, Kind, facts, radio_cards, status};

/// What the typed hours of one window mean: the coming days on which it is, or what is wrong with them.
pub enum Means {
    Nothing,
    Days(Vec<(Date, Vec<Span>)>),
    Wrong(String),
}

pub fn windows(ctx: Ctx<'_>, f: &Fields<'_>, (offering, form): (&Offering, &OfferingForm), means: &[Means]) -> Markup {
    let t = |key: &str| ctx.v.t(&format!("venues-desk-{key}"));
    html! {
        p class="note" { (t("windows-why")) }
        @for (n, fields) in WINDOWS.iter().enumerate() {
            // Those that are not used are folded away.
            details class="sec" open[n == 0 || !form.number(fields.hours).is_empty()] {
                summary { (ctx.v.ta("venues-desk-window-n", &[("n", (n + 1).into())])) }
                (window(ctx, f, (offering, form), fields))
                (preview(ctx, fields, means.get(n).unwrap_or(&Means::Nothing)))
            }
        }
        (Button::new(t("hours-show")).secondary().named("show", "1"))
    }
}

fn window(ctx: Ctx<'_>, f: &Fields<'_>, (offering, form): (&Offering, &OfferingForm), w: &WindowFields) -> Markup {
    let t = |key: &str| ctx.v.t(&format!("venues-desk-{key}"));
    let typed = |name: &'static str| form.number(name);
    let field = |name: &'static str, key: &str| Field::new(name, t(key)).value(typed(name)).optional();
    let path = ctx.path(&format!("/offerings/{}/window-preview", offering.id));
    let chosen = Favoured::named(typed(w.whom)).unwrap_or(Favoured::Elderly);
    let whom = Favoured::ALL.map(|of| Choice::new(of.name(), t(&format!("window-{}", of.name()))).chosen(of == chosen));
    let reason = |name, key| field(name, key).longest(MOST_IN_WINDOW_REASON);
    html! {
        div data-preview=(path) data-into=(w.preview) {
            (f.text_field(field(w.hours, "window-hours").hint(t("window-hours-hint")).longest(MOST_IN_WINDOW_HOURS)))
        }
        (radio_cards(f, w.whom, &t("window-whom"), &whom))
        (f.text_field(reason(w.reason_zh, "reason").hint(t("window-reason-hint"))))
        (f.text_field(reason(w.reason_en, "reason-en")))
        (f.number_field(field(w.to_all, "window-to-all").hint(t("window-to-all-hint")).range(0, 10080).step(5)))
    }
}

/// The element that the script replaces while somebody types.
pub fn preview(ctx: Ctx<'_>, of: &WindowFields, means: &Means) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    html! {
        div id=(of.preview) class="sec" aria-live="polite" {
            @match means {
                Means::Nothing => {}
                Means::Wrong(why) => p { (status(Kind::Stop, why)) },
                Means::Days(days) if days.is_empty() => p { (status(Kind::Shut, &v.t("venues-desk-window-none"))) },
                Means::Days(days) => {
                    h3 { (v.t("venues-desk-window-next")) }
                    @let names: Vec<String> = days.iter().map(|(on, _)| super::venue::day_name(&when, *on)).collect();
                    (facts(names.iter().map(String::as_str).zip(days.iter().map(|(on, s)| times_of_day(ctx, *on, s)))))
                }
            }
        }
    }
}
