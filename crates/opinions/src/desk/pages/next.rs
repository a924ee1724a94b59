//! What to do next: one form with one main button, by state and by who reads.
use kernel::page::{Button, Field, actions, card, once, section};
use maud::{Markup, html};

use super::case::{One, templates};
use super::ctx::Ctx;
use crate::rules::{MOST_IN_TEXT, State};

/// So many characters fit into a field, as fields count them.
pub const MOST: u32 = MOST_IN_TEXT as u32;

pub fn next(x: Ctx<'_>, o: &One<'_>) -> Markup {
    match (o.case.line.state, o.is_mine()) {
        (State::Received, _) => screen(x, o),
        (State::Screened, _) => assign(x, o, "opinions-desk-assign"),
        (State::Assigned, true) => take_up(x, o),
        (State::Working | State::Disputed, true) => answer(x, o),
        (State::Assigned | State::Working, false) => in_hands(x, o),
        (State::Disputed, false) => assign(x, o, "opinions-desk-assign"),
        (State::Answered, _) => waits(x, o),
        _ => ended(x),
    }
}

fn part(x: Ctx<'_>, key: &str, body: Markup) -> Markup {
    section("h-next", &x.v.t(key), None, body)
}

/// What it is about, and if that is known already who looks after it: one form, one press.
fn screen(x: Ctx<'_>, o: &One<'_>) -> Markup {
    part(
        x,
        "opinions-desk-screen",
        html! {
            p class="note" { (x.v.t("opinions-desk-screen-how")) }
            form method="post" action=(o.to(x, "screening")) {
                (once(&o.form.once))
                (category_field(x, o))
                @if !o.case.assignable.is_empty() { (person_field(x, o, "opinions-desk-choose-later")) }
                (actions(html! { (Button::new(x.v.t("opinions-desk-screen-go")).icon("check")) }))
            }
        },
    )
}

fn category_field(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let v = x.v;
    let now = o.case.line.category.as_ref().map(|c| c.id.to_string()).unwrap_or_default();
    let chosen = if o.form.category.is_empty() { &now } else { &o.form.category };
    let mut options = vec![(String::new(), v.t("opinions-category-none"))];
    let fits = |c: &&crate::answers::Category| !c.retired || c.id.to_string() == now;
    options.extend(o.categories.iter().filter(fits).map(|c| (c.id.to_string(), x.category(Some(c)))));
    let field = Field::new("category", v.t("opinions-desk-category")).value(chosen).optional();
    o.fields(x).select(field, options.iter().map(|(id, name)| (id.as_str(), name.as_str())))
}

/// `nobody` is the key of what stands for nobody.
fn person_field(x: Ctx<'_>, o: &One<'_>, nobody: &str) -> Markup {
    let v = x.v;
    let mut options = vec![(String::new(), v.t(nobody))];
    options.extend(o.case.assignable.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let field = Field::new("to", v.t("opinions-desk-assign")).value(&o.form.to).hint(v.t("opinions-desk-assign-how"));
    o.fields(x).select(field.optional(), options.iter().map(|(id, name)| (id.as_str(), name.as_str())))
}

/// Puts right what it is about.
pub fn category_form(x: Ctx<'_>, o: &One<'_>, button: &Button) -> Markup {
    html! {
        form method="post" action=(o.to(x, "screening")) {
            (once(&o.form.once))
            (category_field(x, o))
            (actions(html! { (button) }))
        }
    }
}

fn assign(x: Ctx<'_>, o: &One<'_>, key: &str) -> Markup {
    let button = Button::new(x.v.t("opinions-desk-assign-go")).icon("user-check");
    part(
        x,
        key,
        if x.manager {
            assign_form(x, o, &button)
        } else {
            html! { p { (x.v.t("opinions-desk-with-nobody")) } }
        },
    )
}

/// Chooses who handles it.
pub fn assign_form(x: Ctx<'_>, o: &One<'_>, button: &Button) -> Markup {
    if o.case.assignable.is_empty() {
        return html! { p { (x.v.t("opinions-desk-nobody-to-assign")) } };
    }
    html! {
        form method="post" action=(o.to(x, "assignments")) {
            (once(&o.form.once))
            (person_field(x, o, "opinions-desk-choose-person"))
            (actions(html! { (button) }))
        }
    }
}

fn take_up(x: Ctx<'_>, o: &One<'_>) -> Markup {
    part(
        x,
        "opinions-desk-take-up",
        html! {
            p class="note" { (x.v.t("opinions-desk-take-up-how")) }
            form method="post" action=(o.to(x, "beginnings")) {
                (once(&o.form.once))
                (actions(html! { (Button::new(x.v.t("opinions-desk-take-up")).icon("player-play")) }))
            }
        },
    )
}

fn answer(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let again = o.case.line.state == State::Disputed;
    let key = if again { "opinions-desk-answer-again" } else { "opinions-desk-answer" };
    part(x, key, answer_form(x, o, &Button::new(x.v.t("opinions-desk-answer-go")).icon("check")))
}

/// The answer, to which a template may add its words.
pub fn answer_form(x: Ctx<'_>, o: &One<'_>, button: &Button) -> Markup {
    let v = x.v;
    let how = v.ta("opinions-desk-answer-how", &[("most", MOST.into())]);
    let field = Field::new("answer", v.t("opinions-desk-answer-text")).value(&o.form.answer).hint(how).longest(MOST);
    html! {
        form method="post" action=(o.to(x, "answers")) {
            (once(&o.form.once))
            (templates(x, o))
            (o.fields(x).textarea(field))
            (actions(html! { (button) }))
        }
    }
}

/// Somebody else handles it: nothing to press but what stands further below.
fn in_hands(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let name = o.case.line.assigned.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
    let key = if o.case.line.question_open { "opinions-desk-asked" } else { "opinions-desk-with" };
    part(x, "opinions-desk-handler", card(html! { p { b { (x.v.ta(key, &[("name", name.into())])) } } }))
}

fn waits(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let v = x.v;
    part(
        x,
        "opinions-desk-waiting",
        card(html! {
            @if let Some(day) = o.case.speak_until {
                p { (v.ta("opinions-desk-waiting-until", &[("day", x.when().date_in_full(day).into())])) }
            }
            p class="note" { (v.t("opinions-desk-waiting-how")) }
        }),
    )
}

fn ended(x: Ctx<'_>) -> Markup {
    part(x, "opinions-desk-ended", card(html! { p { (x.v.t("opinions-desk-over-now")) } }))
}
