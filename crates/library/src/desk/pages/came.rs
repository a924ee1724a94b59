//! What came of the last press.
use kernel::page::{self, Answer, Button, Kind, actions};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::desk::serving::{Also, Came, Served};
use crate::frame;
use crate::lending::acts::Back;
use crate::rules::{Shelf, Stands, Title};

pub fn came(x: Ctx<'_>, s: &Served) -> Markup {
    let book = |title: &Title| x.say_with("one-book", ("title", &title.title));
    let good = |word: &str, title: String| Answer::new(Kind::Ok, x.say(word), title);
    match &s.came {
        Came::Nothing | Came::Asks { .. } | Came::Which { .. } => html! {},
        Came::Lent { title, due_on } => html! { (good("lent", book(title)).under(x.say_on("due", *due_on))) },
        Came::Renewed { title, due_on } => {
            let what = title.as_ref().map_or_else(|| x.say("renewed-some"), book);
            html! { (good("renewed", what).under(x.say_on("due", *due_on))) }
        }
        Came::Waits { title } => html! { (good("waits", book(title)).under(x.say("waits-how"))) },
        Came::Already => page::notice(page::Tone::Ok, &x.say("already"), html! { p { (x.say("already-how")) } }),
        Came::Cancelled => page::notice(page::Tone::Ok, &x.say("cancelled"), html! { p { (x.say("cancelled-how")) } }),
        Came::Back { title, back, shelf } => returned(x, s, (&book(title), back, shelf.as_ref())),
        Came::Refused { said, also } => html! { (page::refused(x.f.v, said)) (instead(x, s, *also)) },
    }
}

fn returned(x: Ctx<'_>, s: &Served, (book, back, shelf): (&str, &Back, Option<&Shelf>)) -> Markup {
    let shelf = shelf.map_or("", |shelf| frame::shelf(x.f.v, shelf));
    if let Some((what, how)) = elsewhere(back.stands) {
        return html! { (Answer::new(Kind::Shut, x.say(what), book).under(x.say(how))) };
    }
    if !back.was_lent {
        let how = x.say_with("was-not-lent-how", ("shelf", shelf));
        let lend = html! { (Button::new(x.say("lend")).secondary().named("then", "lend")) };
        let answer = Answer::new(Kind::Away, x.say("was-not-lent"), book).under(how);
        // Whoever stands there may have it at once; whoever does not yet shows their card.
        let now = s.reader.as_ref().map(|r| x.press(&[("held", &r.held), ("barcode", &s.barcode)], lend));
        return match now {
            Some(now) => html! { (answer.actions(now)) },
            None => html! { (answer) },
        };
    }
    let late = usize::try_from(back.days_late).ok().filter(|n| *n > 0).map(|n| x.say_n("late", n));
    let to = if back.kept_for_somebody { x.say("put-aside") } else { x.say_with("to-shelf", ("shelf", shelf)) };
    let under = [Some(to), late].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let answer =
        Answer::new(if back.kept_for_somebody { Kind::Away } else { Kind::Ok }, x.say("returned"), book).under(under);
    let see = Button::new(x.say("put-aside-see")).secondary().href(x.path("/holds"));
    html! { @if back.kept_for_somebody { (answer.actions(html! { (see) })) } @else { (answer) } }
}

/// Of what should be somewhere else: how it stands, and what to do.
fn elsewhere(stands: Stands) -> Option<(&'static str, &'static str)> {
    match stands {
        Stands::Here => None,
        Stands::Missing => Some(("stays-missing", "stays-missing-how")),
        Stands::Repair => Some(("stays-repair", "stays-repair-how")),
        Stands::OnTheWay => Some(("stays-on-the-way", "stays-on-the-way-how")),
        Stands::Gone => Some(("stays-gone", "stays-gone-how")),
    }
}

/// What a clerk may do about a no.
fn instead(x: Ctx<'_>, s: &Served, also: Also) -> Markup {
    let (then, word, how) = match also {
        Also::Nothing => return html! {},
        Also::Despite => ("despite", "despite", "despite-how"),
        Also::Back => ("back", "take-back", "take-back-how"),
    };
    let held = s.reader.as_ref().map_or("", |reader| reader.held.as_str());
    let button = html! { (Button::new(x.say(word)).secondary().named("then", then)) };
    html! {
        (actions(x.press(&[("held", held), ("barcode", &s.barcode)], button)))
        p class="note" { (x.say(how)) }
    }
}
