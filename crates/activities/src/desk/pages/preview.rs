//! What a form comes to: the rule in words, the next five days with their lunar names, what a leap month means, and what is
//! still to be answered.
use almanac::lunar::{LunarDate, leap_month};
use almanac::recur::{Question, Scale};
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{self, Choice, Fields, Row, Tone};
use kernel::words::Lang;
use maud::{Markup, html};
use stations::almanac_lang;

use super::Ctx;
use crate::asked::{LEAPS, MISSINGS, field_of};
use crate::desk::forms::PlanForm;
use crate::rules::Terms;
use crate::says;

/// What is shown below the fields as somebody types.
pub struct Preview<'a> {
    pub form: &'a PlanForm,
    /// With what is usual where nothing was answered; `None` = the day or the rule cannot be read yet.
    pub terms: Option<&'a Terms>,
    pub questions: &'a [Question],
}

/// So many days.
const SHOWN: usize = 5;

/// An element of its own, which takes the place of the one that stands there.
pub fn preview(ctx: Ctx<'_>, p: &Preview<'_>, problems: &Problems) -> Markup {
    html! {
        div id="preview" {
            @for question in p.questions { (asked(ctx, p.form, question, problems)) }
            @if let Some(terms) = p.terms { (days(ctx, terms)) }
        }
    }
}

fn asked(ctx: Ctx<'_>, form: &PlanForm, question: &Question, problems: &Problems) -> Markup {
    let lang = almanac_lang(ctx.v);
    let field = field_of(question.about);
    let (typed, names): (&str, Vec<&str>) = match field {
        "leap" => (&form.leap, LEAPS.iter().map(|(_, name)| *name).collect()),
        _ => (&form.missing, MISSINGS.iter().map(|(_, name)| *name).collect()),
    };
    let usual = names.get(question.preset).copied().unwrap_or_default();
    let chosen = if typed.is_empty() { usual } else { typed };
    let choice = |(name, choice): (&&str, &almanac::recur::Choice)| {
        Choice::new(*name, choice.label(lang)).chosen(*name == chosen)
    };
    let choices: Vec<Choice> = names.iter().zip(&question.choices).map(choice).collect();
    page::radio_cards(&Fields::new(ctx.v, problems), field, &question.ask(lang), &choices)
}

fn days(ctx: Ctx<'_>, terms: &Terms) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let next = terms.next(terms.starts_on.max(when.today()), SHOWN).unwrap_or_default();
    let row = |on: &Date| {
        let row = Row::new(says::day(&when, *on)).icon("calendar-event");
        stations::lunar(v, *on).map_or(row.clone(), |lunar| row.note(&lunar))
    };
    html! {
        @if next.is_empty() { (page::notice(Tone::Stop, &ctx.v.t("activities-desk-no-days"), html! {})) }
        @else if terms.rule.is_some() {
            (page::section("h-preview", &says::rule(v, ctx.station, terms), None, html! {
                (page::rows(next.iter().map(row)))
                @if let Some(words) = leap(ctx, terms) { (page::notice(Tone::Lamp, &words, html! {})) }
            }))
        } @else { p class="note" { (says::day_with_moon(v, &when, next[0])) } }
    }
}

/// 2028 年有闰五月…: the first year within reach that has the month of the rule twice, and when it takes place then.
fn leap(ctx: Ctx<'_>, terms: &Terms) -> Option<String> {
    let rule = terms.rule.as_ref().filter(|r| r.scale == Scale::Chinese)?;
    let months: Vec<u8> = rule.by_month.iter().map(|m| m.number).collect();
    let dates = terms.next(terms.starts_on.max(ctx.when().today()), 40).unwrap_or_default();
    let twice = |on: &&Date| {
        let lunar = LunarDate::from_date(**on).ok();
        lunar.is_some_and(|d| leap_month(d.year()).ok().flatten().is_some_and(|leap| months.contains(&leap)))
    };
    let first = dates.iter().find(twice)?;
    let year = LunarDate::from_date(*first).ok()?.year();
    let then: Vec<String> = dates
        .iter()
        .filter(|on| LunarDate::from_date(**on).is_ok_and(|d| d.year() == year))
        .map(|on| format!("{} {}", ctx.when().date_in_full(*on), stations::lunar(ctx.v, *on).unwrap_or_default()))
        .collect();
    let between = if ctx.v.lang == Lang::Zh { "、" } else { ", " };
    Some(ctx.v.ta("activities-desk-leap", &[("year", year.to_string().into()), ("then", then.join(between).into())]))
}
