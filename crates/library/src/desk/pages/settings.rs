//! The eight rules of lending, each with a sentence on what it does.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Tone, actions, icon, notice, once, radio_cards};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::desk::forms::{SettingsForm, kind_field};
use crate::frame;
use crate::rules::{DueMode, Kind};

pub fn settings(x: Ctx<'_>, (form, problems): (&SettingsForm, &Problems), was_done: bool) -> Markup {
    let fields = Fields::new(x.f.v, problems);
    let number = |name: &'static str, (least, most): (i16, i16)| {
        let key = name.replace('_', "-");
        Field::new(name, x.say(&key)).value(form.get(name)).hint(x.say(&format!("{key}-how"))).range(least, most)
    };
    let mode = form.due_mode();
    let modes = DueMode::ALL.map(|one| {
        let key = format!("due-{}", one.word());
        Choice::new(one.word(), x.say(&key)).note(x.say(&format!("{key}-how"))).chosen(one == mode)
    });
    html! {
        @if was_done { (notice(Tone::Ok, &x.say("done"), html! {})) }
        (fields.summary())
        p class="sec note" { (x.say("settings-how")) }
        form method="post" action=(x.path("/settings")) {
            (once(form.get("once")))
            (fields.number_field(number("most_items", (1, 50))))
            (fields.number_field(number("loan_days", (1, 365))))
            (fields.number_field(number("renewals", (0, 9))))
            (fields.number_field(number("hold_days", (1, 30))))
            (kinds(x, form, problems))
            (fields.number_field(number("block_days", (0, 365)).optional()))
            (radio_cards(&fields, "due_mode", &x.say("due-mode"), &modes))
            (fields.checkbox(Field::new("history", x.say("history")).hint(x.say("history-how")), form.ticked("history")))
            (actions(html! { (Button::new(x.say("settings-save")).icon("check")) }))
        }
    }
}

fn kinds(x: Ctx<'_>, form: &SettingsForm, problems: &Problems) -> Markup {
    let fields = Fields::new(x.f.v, problems);
    html! {
        fieldset class="fld" id="f-kinds" {
            legend { (x.say("kinds")) }
            p class="note" { (x.say("kinds-how")) }
            @if let Some(words) = problems.of(x.f.v, "kinds") {
                p class="err" id="p-kinds" { (icon("alert-triangle")) (words) }
            }
            @for kind in Kind::ALL {
                @let name = kind_field(kind);
                (fields.checkbox(Field::new(&name, frame::kind(x.f.v, kind)), form.ticked(&name)))
            }
        }
    }
}
