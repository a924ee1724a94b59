//! What else can be done with an opinion, folded away: ask, give it to somebody else, note, send elsewhere, merge, name.
use kernel::page::{Button, Choice, Field, Row, actions, once, radio_cards, rows, section};
use maud::{Markup, html};

use super::case::One;
use super::ctx::Ctx;
use super::next::{MOST, answer_form, assign_form, category_form};
use crate::desk::forms::choice_value;
use crate::rules::{Move, NamedBy, State, next};

pub fn others(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let state = o.case.line.state;
    let may = |made: Move| next(state, made).is_ok();
    let hand = o.is_mine() || x.manager;
    // What stands above as the next step is not offered twice.
    let main_answer = o.is_mine() && matches!(state, State::Working | State::Disputed);
    let main_assign = state == State::Screened || (state == State::Disputed && !o.is_mine());
    let body = html! {
        @if may(Move::Ask) && hand { (fold(x, "ask", o.open(x, "question", &o.form.question), ask(x, o))) }
        @if may(Move::Answer) && hand && !main_answer { (fold(x, "answer", o.open(x, "answer", &o.form.answer), answer_form(x, o, &two(x, "answer-go")))) }
        @if may(Move::Assign) && x.manager && !main_assign { (fold(x, "assign-again", o.wrong(x, &["to"]), assign_form(x, o, &two(x, "assign-go")))) }
        @if x.manager && state != State::Received && may(Move::Screen) { (fold(x, "category-change", o.wrong(x, &["category"]), category_form(x, o, &two(x, "keep")))) }
        (fold(x, "note", o.open(x, "note", &o.form.note), note(x, o)))
        @if may(Move::SendElsewhere) && hand { (fold(x, "out", o.open(x, "elsewhere", &o.form.elsewhere), elsewhere(x, o))) }
        @if may(Move::Merge) && x.manager { (fold(x, "merge", o.wrong(x, &["into"]), merge(x, o))) }
        (fold(x, "named", o.wrong(x, &["about"]), named(x, o)))
    };
    section("h-others", &x.v.t("opinions-desk-others"), None, body)
}

fn fold(x: Ctx<'_>, key: &str, open: bool, body: Markup) -> Markup {
    html! { details open[open] { summary { (x.v.t(&format!("opinions-desk-{key}"))) } (body) } }
}

fn two(x: Ctx<'_>, key: &str) -> Button {
    Button::new(x.v.t(&format!("opinions-desk-{key}"))).secondary()
}

/// A form of one text.
fn text_form(x: Ctx<'_>, o: &One<'_>, (act, key): (&str, &str), field: Field<'_>) -> Markup {
    html! {
        form method="post" action=(o.to(x, act)) {
            (once(&o.form.once))
            (o.fields(x).textarea(field.hint(x.v.t(&format!("opinions-desk-{key}-how"))).longest(MOST)))
            (actions(html! { (two(x, &format!("{key}-go"))) }))
        }
    }
}

fn ask(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let field = Field::new("question", x.v.t("opinions-desk-ask-text")).value(&o.form.question);
    text_form(x, o, ("questions", "ask"), field)
}

fn note(x: Ctx<'_>, o: &One<'_>) -> Markup {
    text_form(x, o, ("notes", "note"), Field::new("note", x.v.t("opinions-desk-note-text")).value(&o.form.note))
}

/// The category's own words are proposed.
fn elsewhere(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let usual = o.case.line.category.as_ref().map(|c| c.elsewhere_zh.as_str()).unwrap_or_default();
    let value = if o.form.elsewhere.is_empty() { usual } else { &o.form.elsewhere };
    text_form(x, o, ("elsewhere", "out"), Field::new("elsewhere", x.v.t("opinions-desk-out-where")).value(value))
}

fn merge(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let v = x.v;
    if o.case.similar.is_empty() {
        return html! { p { (v.t("opinions-desk-merge-none")) } };
    }
    let choice = |line: &crate::answers::Line| {
        let id = line.id.to_string();
        let chosen = o.form.into == id;
        Choice::new(id, &line.first_words).note(x.name(line)).chosen(chosen)
    };
    let choices: Vec<Choice> = o.case.similar.iter().map(choice).collect();
    html! {
        p class="note" { (v.t("opinions-desk-merge-how")) }
        form method="post" action=(o.to(x, "merging")) {
            (once(&o.form.once))
            (radio_cards(&o.fields(x), "into", &v.t("opinions-desk-merge-into"), &choices))
            (actions(html! { (two(x, "merge-go")) }))
        }
    }
}

fn named(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let v = x.v;
    let standing: Vec<_> = o.case.named.iter().filter(|n| !n.lifted).collect();
    let row = |n: &&crate::answers::NamedOne| {
        let row = Row::new(&n.name).icon("user");
        match n.by {
            NamedBy::Reporter => row.note(&v.t("opinions-desk-named-by-reporter")),
            _ if x.manager => row.end(lift(x, o, n)),
            _ => row,
        }
    };
    html! {
        p class="note" { (v.t("opinions-desk-named-how")) }
        @if standing.is_empty() { p { (v.t("opinions-desk-named-none")) } } @else { (rows(standing.iter().map(row))) }
        (name_form(x, o))
    }
}

fn lift(x: Ctx<'_>, o: &One<'_>, n: &crate::answers::NamedOne) -> Markup {
    let about = x.v.ta("opinions-desk-named-remove", &[("name", n.name.as_str().into())]);
    html! {
        form method="post" action=(o.to(x, "named/lifting")) {
            (once(&o.form.once))
            input type="hidden" name="named" value=(n.id);
            (Button::new(x.v.t("opinions-desk-named-remove-short")).small(false).about(about))
        }
    }
}

fn name_form(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let v = x.v;
    if o.case.could_be_named.is_empty() {
        return html! {};
    }
    let mut options = vec![(String::new(), v.t("opinions-desk-choose-person"))];
    options.extend(o.case.could_be_named.iter().map(|c| (choice_value(c), c.name().to_owned())));
    let field = Field::new("about", v.t("opinions-desk-named-add")).value(&o.form.about);
    html! {
        form method="post" action=(o.to(x, "named")) {
            (once(&o.form.once))
            (o.fields(x).select(field, options.iter().map(|(id, name)| (id.as_str(), name.as_str()))))
            (actions(html! { (two(x, "named-go")) }))
        }
    }
}
