//! The rounds of a station and what is done with one.
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Choice, Field, Fields, Row, Tone, segmented};
use maud::{Markup, html};
use stations::Owner;

use crate::desk::pages::Ctx;
use crate::says as rooms;
use crate::seasons::acts::NOBODY;
use crate::seasons::answers::{Look, Made};
use crate::seasons::asked::LONGEST_REASON;
use crate::seasons::forms::{ApplyForm, ChangeForm};
use crate::seasons::pages::{dates, names_of, reasons, round_path, wishes};
use crate::seasons::rules::{Applicant, Sheet, Slot, Stands};
use crate::seasons::says;
use crate::seasons::store::{Filed, Round};

pub fn list(ctx: Ctx<'_>, all: &[Round]) -> Markup {
    let v = ctx.v;
    let row = |round: &Round| {
        let (kind, words) = says::stands(v, round.stands(v.now()));
        Row::new(round.terms.title.as_str())
            .icon("calendar")
            .status(kind, &words)
            .note(&dates(v, ctx.station, &round.terms))
            .leads_to(ctx.path(&format!("/seasons/{}", round.id)))
    };
    html! {
        @if all.is_empty() { (page::empty("calendar", &v.t("seasons-desk-none"), None)) }
        @else { (page::rows(all.iter().map(row))) }
        @if ctx.manager {
            (page::actions(html! { (Button::new(v.t("seasons-desk-new")).icon("calendar-plus").href(ctx.path("/seasons/new"))) }))
        }
    }
}

/// What was typed into one of the page's forms, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    pub apply: &'a ApplyForm,
    pub change: &'a ChangeForm,
    pub reason: &'a str,
    pub problems: &'a Problems,
    pub once: &'a str,
}

pub fn round(ctx: Ctx<'_>, (look, owners): (&Look, &[Owner]), typed: Typed<'_>) -> Markup {
    let v = ctx.v;
    let sheet = look.sheet(ctx.station);
    let fields = Fields::new(v, typed.problems);
    let public = round_path(ctx.station, look.round.id);
    html! {
        (fields.summary())
        (answer(ctx, look))
        ul class="chips" { li { (page::pill(&v.t("seasons-desk-public"), &public)) } }
        (next(ctx, look))
        @if look.stands.has_result() { (result(ctx, look, &sheet)) } @else { (applications(ctx, look)) }
        @if look.stands == Stands::Open { (office(ctx, look, owners, (&fields, typed))) }
        @if ctx.manager && look.stands == Stands::Allocated { (change(ctx, look, (&fields, typed))) }
        @if look.stands.has_result() { (reasons(v, &sheet)) }
        @if ctx.manager && matches!(look.stands, Stands::Open | Stands::Locked) { (off(ctx, look, (&fields, typed))) }
    }
}

fn answer(ctx: Ctx<'_>, look: &Look) -> Answer {
    let (kind, word) = says::stands(ctx.v, look.stands);
    let answer = Answer::new(kind, word, dates(ctx.v, ctx.station, &look.round.terms));
    if look.round.reason.is_empty() { answer } else { answer.under(look.round.reason.as_str()) }
}

fn path(ctx: Ctx<'_>, look: &Look, below: &str) -> String {
    ctx.path(&format!("/seasons/{}{below}", look.round.id))
}

/// The one thing that a manager does next.
fn next(ctx: Ctx<'_>, look: &Look) -> Markup {
    let v = ctx.v;
    let step = |below: &str, key: &str| {
        html! {
            form method="post" action=(path(ctx, look, below)) {
                p class="note" { (v.t(&format!("seasons-desk-{key}-why"))) }
                (page::actions(html! { (Button::new(v.t(&format!("seasons-desk-{key}"))).icon("check")) }))
            }
        }
    };
    let failed = look.given.iter().any(|m| m.given.problem.is_some());
    let until = rooms::at(&v.when(&ctx.station.zone), look.round.terms.apply_until);
    match look.stands {
        Stands::Open => {
            let wait = v.ta("seasons-desk-wait", &[("at", until.into())]);
            page::notice(Tone::Lamp, &wait, html! {})
        }
        Stands::Locked if ctx.manager => step("/allocation", "allocate"),
        Stands::Allocated if ctx.manager => step("/confirmation", "confirm"),
        Stands::Confirmed if ctx.manager && failed => html! {
            form method="post" action=(path(ctx, look, "/awards")) {
                (page::actions(html! { (Button::new(v.t("seasons-desk-again")).secondary()) }))
            }
        },
        _ => html! {},
    }
}

fn applications(ctx: Ctx<'_>, look: &Look) -> Markup {
    let v = ctx.v;
    let row = |filed: &Filed| {
        let a = &filed.application;
        let about = [("kind", says::kind(v, a.kind).into()), ("size", a.size.into()), ("wants", a.wants.into())];
        let slots = a.wishes.iter().filter_map(|n| look.round.terms.slot(*n)).map(|s| says::slot_time(v, s));
        let slots: Vec<String> = slots.collect();
        let row = Row::new(a.applicant.name())
            .icon("users")
            .note(&v.ta("seasons-about", &about))
            .note(&slots.join(&v.t("venues-and")));
        let is_office = matches!(a.applicant, Applicant::Office { .. });
        if look.stands == Stands::Open && is_office { row.end(remove(ctx, look, filed)) } else { row }
    };
    html! {
        @if !look.filed.is_empty() {
            (page::section("applications", &v.t("seasons-applications"), None, page::rows(look.filed.iter().map(row))))
        }
    }
}

fn remove(ctx: Ctx<'_>, look: &Look, filed: &Filed) -> Markup {
    let v = ctx.v;
    let about = v.ta("seasons-desk-remove-about", &[("name", filed.application.applicant.name().into())]);
    html! {
        form method="post" action=(path(ctx, look, &format!("/applications/{}/withdrawal", filed.id))) {
            (Button::new(v.t("seasons-desk-remove")).small(false).about(about))
        }
    }
}

fn office(ctx: Ctx<'_>, look: &Look, owners: &[Owner], (fields, typed): (&Fields<'_>, Typed<'_>)) -> Markup {
    let v = ctx.v;
    let ids: Vec<(String, &str)> = owners.iter().map(|o| (o.id.to_string(), o.name(v))).collect();
    let options = ids.iter().map(|(id, name)| (id.as_str(), *name));
    let owner = Field::new("owner", v.t("seasons-desk-owner")).value(&typed.apply.owner);
    page::section(
        "office",
        &v.t("seasons-desk-apply"),
        None,
        html! {
            form method="post" action=(path(ctx, look, "/applications")) {
                (page::once(typed.once))
                (fields.select(owner, options))
                (wishes(fields, typed.apply, &look.round.terms))
                (page::actions(html! { (Button::new(v.t("seasons-send")).icon("check")) }))
            }
        },
    )
}

/// Who has what, and how booking it went.
fn result(ctx: Ctx<'_>, look: &Look, sheet: &Sheet) -> Markup {
    let v = ctx.v;
    let row = |slot: &Slot| {
        let names = names_of(v, sheet, slot.number);
        let row = Row::new(says::slot(v, slot)).icon("calendar");
        match names.is_empty() {
            true => row.status(page::Kind::Shut, &v.t("seasons-free")),
            false => row.status(page::Kind::Ok, &names.join(&v.t("venues-and"))),
        }
    };
    html! {
        (page::section("result", &v.t("seasons-result"), None, page::rows(sheet.terms.slots.iter().map(row))))
        @if !look.given.is_empty() {
            (page::section("awards", &v.t("seasons-desk-awards"), None, page::rows(look.given.iter().map(|m| award(ctx, sheet, m)))))
        }
    }
}

/// One award, which leads to its series: clashes are settled there.
fn award(ctx: Ctx<'_>, sheet: &Sheet, made: &Made) -> Row {
    let v = ctx.v;
    let slot = sheet.terms.slot(made.given.slot).map_or_else(String::new, |s| says::slot(v, s));
    let row = Row::new(format!("{slot} · {}", says::name(sheet, made.given.application.0))).icon("calendar");
    let booked = v.ta("seasons-made", &[("n", made.booked.into())]);
    let row = match (&made.given.problem, made.clashes) {
        (Some(code), _) => {
            let why = if code == NOBODY { "seasons-desk-nobody-leads" } else { "seasons-desk-refused" };
            row.status(page::Kind::Stop, &v.ta("seasons-desk-problem", &[("why", v.t(why).into())]))
        }
        (None, 0) => row.status(page::Kind::Ok, &booked),
        (None, n) => row.status(page::Kind::Stop, &v.ta("seasons-desk-clashes", &[("n", n.into())])).note(&booked),
    };
    match made.given.series {
        Some(id) => row.leads_to(ctx.series().one(id)),
        None => row,
    }
}

fn change(ctx: Ctx<'_>, look: &Look, (fields, typed): (&Fields<'_>, Typed<'_>)) -> Markup {
    let v = ctx.v;
    let form = typed.change;
    let who: Vec<(String, &str)> =
        look.filed.iter().map(|f| (f.id.to_string(), f.application.applicant.name())).collect();
    let slots: Vec<(String, String)> =
        look.round.terms.slots.iter().map(|s| (s.number.to_string(), says::slot(v, s))).collect();
    let which = ["give", "take"]
        .map(|word| Choice::new(word, v.t(&format!("seasons-desk-{word}s"))).chosen(form.which == word));
    let reason = Field::new("reason", v.t("seasons-desk-reason")).value(&form.reason).longest(LONGEST_REASON.into());
    page::section(
        "change",
        &v.t("seasons-desk-change"),
        None,
        html! {
            p class="note" { (v.t("seasons-desk-change-why")) }
            form method="post" action=(path(ctx, look, "/changes")) {
                (page::once(typed.once))
                (segmented("which", &v.t("seasons-desk-give-or-take"), &which))
                (fields.select(Field::new("application", v.t("seasons-desk-which")).value(&form.application), who.iter().map(|(id, name)| (id.as_str(), *name))))
                (fields.select(Field::new("slot", v.t("seasons-desk-slot")).value(&form.slot), slots.iter().map(|(n, s)| (n.as_str(), s.as_str()))))
                (fields.text_field(reason))
                (page::actions(html! { (Button::new(v.t("seasons-desk-do-change")).secondary()) }))
            }
        },
    )
}

fn off(ctx: Ctx<'_>, look: &Look, (fields, typed): (&Fields<'_>, Typed<'_>)) -> Markup {
    let v = ctx.v;
    let reason = Field::new("reason", v.t("seasons-desk-reason")).value(typed.reason).longest(LONGEST_REASON.into());
    page::section(
        "off",
        &v.t("seasons-desk-call-off"),
        None,
        html! {
            form method="post" action=(path(ctx, look, "/cancellation")) {
                (fields.text_field(reason))
                (page::actions(html! { (Button::new(v.t("seasons-desk-call-off")).danger()) }))
            }
        },
    )
}
