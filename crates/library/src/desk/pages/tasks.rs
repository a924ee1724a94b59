//! What was noted without a line and did not fit afterwards: what it is, what to do, and that it was done.
use kernel::page::{Button, Tone, actions, card, empty, notice, once};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::desk::reads::{Looked, Person};
use crate::lending::rules::task::How;

pub fn tasks(x: Ctx<'_>, all: &[Looked], was_done: bool) -> Markup {
    html! {
        @if was_done { (notice(Tone::Ok, &x.say("done"), html! {})) }
        @if all.is_empty() { (empty("circle-check", &x.say("tasks-none"), None)) }
        @else {
            p class="sec note" { (x.say("tasks-how")) }
            @for one in all { section class="sec" { (task(x, one)) } }
        }
    }
}

fn task(x: Ctx<'_>, one: &Looked) -> Markup {
    let kind = one.task.kind.word();
    let title = one.task.copy.as_ref().map(|(_, title)| title.title.as_str());
    let what = title.map_or_else(|| one.task.barcode.clone(), str::to_owned);
    let said = |key: &str, person: &Option<Person>| person.as_ref().map(|p| x.say_with(key, ("name", &x.called(p))));
    let when = x.when();
    let at = format!("{} {}", when.date_in_full(when.date(one.task.happened_at)), when.time(one.task.happened_at));
    let lines = [
        (!one.task.barcode.is_empty()).then(|| x.say_with("task-scanned", ("barcode", &one.task.barcode))),
        said("task-person", &one.person),
        said("task-with", &one.with),
        Some(at),
    ];
    let button = |how: How| {
        let key = format!("task-{}", how.word());
        let button = Button::new(x.say(&key)).about(x.say_with(&format!("{key}-about"), ("what", &what)));
        let button = if how == How::Done { button.icon("check") } else { button.secondary() };
        button.named("how", how.word())
    };
    card(html! {
        h2 { (x.say(&format!("task-{kind}"))) }
        @if let Some(title) = title { p { b { (x.say_with("one-book", ("title", title))) } } }
        p class="note" { (lines.into_iter().flatten().collect::<Vec<_>>().join(" · ")) }
        p { (x.say(&format!("task-{kind}-how"))) }
        form method="post" action=(x.path(&format!("/tasks/{}", one.task.id))) {
            (once(x.once))
            (actions(html! { (button(How::Done)) (button(How::Dropped)) }))
        }
    })
}
