//! The form of a new series, and what would become of its dates.
use almanac::lunar::{LunarDate, LunarMonth};
use almanac::recur::Question;
use kernel::page::{self, Button, Choice, Field, Fields, Tone};
use kernel::refusal::Said;
use kernel::words::Lang;
use maud::{Markup, html};

use super::Ctx;
use super::dates::line_row;
use crate::rules::Offering;
use crate::says as rooms;
use crate::series::answers::Line;
use crate::series::forms::{MOST_IN_A_TITLE, PATTERNS, Pattern, SeriesForm, WEEK, field_of};
use crate::series::rules::Terms;
use crate::series::says;
use kernel::form::Problems;

/// The first step. `more` are fields that only the desk has; `questions` are what the rule leaves open.
pub fn form(
    ctx: Ctx<'_>,
    (offering, form, problems): (&Offering, &SeriesForm, &Problems),
    questions: &[Question],
    more: Markup,
) -> Markup {
    let f = Fields::new(ctx.v, problems);
    let t = |key: &str| ctx.v.t(&format!("venues-series-{key}"));
    let own = offering.policy.series_own.filter(|_| !ctx.staff);
    let at_desk = ctx.staff && ctx.club.is_none();
    html! {
        (f.summary())
        (patterns(ctx, form))
        form method="get" action=(ctx.at("/series/new")) data-preview=[at_desk.then(|| ctx.at("/series/preview"))] {
            input type="hidden" name="offering" value=(form.offering);
            input type="hidden" name="pattern" value=(form.pattern().word());
            (days(ctx, form, &f))
            @for asked in questions { (question(ctx, form, asked)) }
            (lengths(ctx, offering, form))
            (f.time_field(Field::new("at", t("at")).value(&form.at)))
            (f.date_field(Field::new("on", t("from-day")).value(&form.on)))
            @match own {
                Some(most) => (f.number_field(Field::new("times", t("times")).value(&form.times).range(2, most).hint(ctx.v.ta("venues-series-times-most", &[("most", most.into())])))),
                None => {
                    (f.number_field(Field::new("times", t("times")).value(&form.times).range(1, 1000).optional()))
                    (f.date_field(Field::new("until", t("until")).value(&form.until).optional()))
                }
            }
            (group(ctx, offering, form, &f))
            (f.checkbox(Field::new("holidays", t("holidays")).hint(t("holidays-hint")), !form.holidays.is_empty()))
            @if at_desk { (f.text_field(Field::new("title", t("title")).value(&form.title).longest(MOST_IN_A_TITLE).hint(t("title-hint")).optional())) }
            (more)
            (page::actions(html! { (Button::new(t("look")).named("look", "1").icon("calendar")) }))
        }
    }
}

/// Which kind of rule: each is a page of its own with the fields that it needs.
fn patterns(ctx: Ctx<'_>, form: &SeriesForm) -> Markup {
    let keep = [("on", &form.on), ("at", &form.at), ("minutes", &form.minutes), ("title", &form.title)];
    let kept: String = keep.iter().map(|(n, v)| format!("&{n}={}", page::query_value(v))).collect();
    let link = |p: &Pattern| {
        let href = format!("{}&pattern={}{kept}", ctx.form(&form.offering), p.word());
        let label = ctx.v.t(&format!("venues-series-pattern-{}", p.word()));
        if *p == form.pattern() { page::pill_go(&label, &href) } else { page::pill(&label, &href) }
    };
    html! {
        nav aria-label=(ctx.v.t("venues-series-which-pattern")) {
            ul class="chips" { @for p in &PATTERNS { li { (link(p)) } } }
        }
    }
}

fn days(ctx: Ctx<'_>, form: &SeriesForm, f: &Fields<'_>) -> Markup {
    let t = |key: &str| ctx.v.t(&format!("venues-series-{key}"));
    let words: Vec<(String, String)> = match form.pattern() {
        Pattern::Weekly | Pattern::Fortnightly => return week(ctx, form, f),
        Pattern::MonthlyWeekday => {
            let nth = [1, 2, 3, 4, 5, -1].map(|n| (n.to_string(), ctx.v.ta("venues-series-nth", &[("n", n.into())])));
            let days: Vec<_> = WEEK.iter().map(|(_, word)| ((*word).to_owned(), t(&format!("day-{word}")))).collect();
            return html! {
                (select(f, "nth", t("which-of-month"), &form.nth, &nth))
                (select(f, "weekday", t("weekday"), &form.weekday, &days))
            };
        }
        Pattern::MonthlyDay => (1..=31)
            .map(|n| (n.to_string(), ctx.v.ta("venues-series-day-of-month", &[("n", n.into())])))
            .chain([("-1".to_owned(), t("last-day"))])
            .collect(),
        Pattern::LunarMonthly | Pattern::LunarYearly => {
            (1..=30).map(|n| (n.to_string(), lunar_day(ctx, n))).chain([("-1".to_owned(), t("last-day"))]).collect()
        }
    };
    let months: Vec<_> = (1..=12).map(|n| (n.to_string(), lunar_month(ctx, n))).collect();
    html! {
        @if form.pattern() == Pattern::LunarYearly { (select(f, "month", t("lunar-month"), &form.month, &months)) }
        (select(f, "day", t("which-day"), &form.day, &words))
    }
}

fn select(f: &Fields<'_>, name: &'static str, label: String, value: &str, options: &[(String, String)]) -> Markup {
    f.select(Field::new(name, label).value(value), options.iter().map(|(v, w)| (v.as_str(), w.as_str())))
}

/// 初一 to 三十.
fn lunar_day(ctx: Ctx<'_>, n: u8) -> String {
    // Some month of the year has thirty days.
    let date = (1..=12).find_map(|m| LunarDate::new(2026, LunarMonth::regular(m), n).ok());
    match ctx.v.lang {
        Lang::Zh => date.map(LunarDate::short_name).unwrap_or_default().chars().skip(2).collect(),
        Lang::En => n.to_string(),
    }
}

fn lunar_month(ctx: Ctx<'_>, n: u8) -> String {
    let short = LunarDate::new(2026, LunarMonth::regular(n), 1).map(LunarDate::short_name).unwrap_or_default();
    match ctx.v.lang {
        Lang::Zh => short.chars().take(2).collect(),
        Lang::En => n.to_string(),
    }
}

fn week(ctx: Ctx<'_>, form: &SeriesForm, f: &Fields<'_>) -> Markup {
    let wrong = f.problems.of(ctx.v, "days");
    html! {
        fieldset class="sec" id="f-days" {
            legend { (ctx.v.t("venues-series-which-days")) }
            @if let Some(words) = wrong { p class="err" { (words) } }
            div class="segs" {
                @for (_, word) in WEEK {
                    label class="seg" {
                        input class="vh" type="checkbox" name=(word) value="1" checked[!form.ticked(word).is_empty()];
                        span { (ctx.v.t(&format!("venues-series-short-{word}"))) }
                    }
                }
            }
        }
    }
}

/// One thing that the rule leaves open, with what was answered, or what is usual.
fn question(ctx: Ctx<'_>, form: &SeriesForm, asked: &Question) -> Markup {
    let lang = says::almanac_lang(ctx.v);
    let chosen = form.answer(asked.about).parse().unwrap_or(asked.preset);
    let choices: Vec<Choice> = asked
        .choices
        .iter()
        .enumerate()
        .map(|(n, c)| Choice::new(n.to_string(), c.label(lang)).chosen(n == chosen))
        .collect();
    page::radio_cards(&Fields::new(ctx.v, &Problems::default()), field_of(asked.about), &asked.ask(lang), &choices)
}

fn lengths(ctx: Ctx<'_>, offering: &Offering, form: &SeriesForm) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let choice =
        |n: i32| Choice::new(n.to_string(), rooms::short_length(ctx.v, &when, n)).chosen(form.minutes == n.to_string());
    let choices: Vec<Choice> = offering.policy.lengths().into_iter().map(choice).collect();
    page::segmented("minutes", &ctx.v.t("venues-series-how-long"), &choices)
}

fn group(ctx: Ctx<'_>, offering: &Offering, form: &SeriesForm, f: &Fields<'_>) -> Markup {
    let (from, to) = (offering.policy.smallest_group, offering.policy.largest_group);
    let field = Field::new("group", ctx.v.t("venues-how-many")).value(&form.group).range(from, to);
    html! {
        @if from == to || !(ctx.staff || ctx.club.is_some()) { input type="hidden" name="group" value=(form.group); }
        @else { (f.number_field(field)) }
    }
}

/// What would become of it: the rule in words, its next dates, and the button that makes it.
pub fn preview(
    ctx: Ctx<'_>,
    (form, terms): (&SeriesForm, &Terms),
    found: Result<&[Line], &Said>,
    once: &str,
) -> Markup {
    let lines = match found {
        Ok(lines) => lines,
        Err(said) => return html! { div id="preview" class="sec" { (page::notice(Tone::Stop, &said.what, html! {})) } },
    };
    let title = says::rule_and_time(ctx.v, ctx.station, terms);
    let note = ctx.v.t("venues-series-preview-note");
    html! {
        div id="preview" {
            (page::section("h-preview", &title, None, html! {
                (page::rows(lines.iter().map(|l| line_row(ctx, l))))
                p class="note" { (note) }
                form method="post" action=(ctx.all()) {
                    (page::once(once))
                    @for (name, value) in pairs(form) { input type="hidden" name=(name) value=(value); }
                    (page::actions(html! { (Button::new(ctx.v.t("venues-series-make")).icon("check")) }))
                }
            }))
        }
    }
}

/// Everything that was typed, for the second step.
fn pairs(form: &SeriesForm) -> Vec<(String, String)> {
    let all = serde_json::to_value(form).unwrap_or_default();
    let fields = all.as_object().cloned().unwrap_or_default();
    let text = |(name, value): (String, serde_json::Value)| Some((name, value.as_str()?.to_owned()));
    fields.into_iter().filter_map(text).filter(|(name, value)| name != "once" && !value.is_empty()).collect()
}
