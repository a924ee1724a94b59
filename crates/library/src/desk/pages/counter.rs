//! The counter: who stands there, what is scanned, what came of it. Without a script a plain form; with it it works without a line.
use kernel::page::{Button, Field, Fields, actions, icon, once, section};
use maud::{Markup, html};

use super::came::came;
use super::ctx::Ctx;
use super::finding::found;
use super::reader::{reader, which};
use crate::desk::assets;
use crate::desk::serving::{Came, Served};

pub fn counter(x: Ctx<'_>, s: &Served) -> Markup {
    html! {
        (waiting(x))
        // What the script puts anew.
        div id="counter" {
            (Fields::new(x.f.v, &s.problems).summary())
            (came(x, s))
            @match &s.came {
                Came::Asks { title, waits } => (for_whom(x, s, (&title.title, *waits))),
                Came::Which { all } => (which(x, s, all)),
                _ => (scanning(x, s)),
            }
            (found(x, s))
            @if let Some(r) = &s.reader { (reader(x, r)) }
        }
        (more(x, s))
    }
}

/// How many things this machine has not sent yet. Only its script has any.
fn waiting(x: Ctx<'_>) -> Markup {
    let station = x.station();
    let log = format!("/api/v1/stations/{}/desk/library/log", station.slug);
    let say = |key: &str| x.say(&format!("offline-{key}"));
    html! {
        p id="waiting" role="status" data-log=(log) data-worker=(station.path(assets::WORKER_BELOW))
            data-waiting=(x.say_with("offline-waiting", ("n", "{n}"))) data-sent=(say("sent"))
            data-noted=(x.say_with("offline-noted", ("code", "{code}"))) data-known=(say("known"))
            data-looks=(x.say_with("offline-looks", ("n", "{n}"))) data-refused=(say("refused"))
            data-sign=(say("sign")) data-cards=(say("cards")) {}
    }
}

/// Everything is scanned here, one thing after the other.
fn scanning(x: Ctx<'_>, s: &Served) -> Markup {
    let name = s.reader.as_ref().map(|r| x.called(&r.person));
    let to_somebody = name.as_deref().map(|name| x.say_with("lend-to", ("name", name)));
    let go = Button::new(to_somebody.unwrap_or_else(|| x.say("go"))).icon("check");
    html! {
        form class="sec" method="post" action=(x.path("")) data-counts {
            (once(x.once))
            (who(x, s, false))
            (scan(x, s, name.as_deref()))
            (actions(html! {
                (go)
                @if name.is_some() {
                    (Button::new(x.say("back")).secondary().named("then", "back"))
                    (Button::new(x.say("next")).secondary().href(x.path("")))
                }
            }))
        }
    }
}

/// Whoever stands there, or the field in which they are named.
fn who(x: Ctx<'_>, s: &Served, first: bool) -> Markup {
    if let Some(r) = &s.reader {
        return html! {
            input type="hidden" name="held" value=(r.held);
            p class="tip" { (icon("user-check")) span { (x.say("at-counter")) " " b { (x.called(&r.person)) } } }
        };
    }
    let fields = Fields::new(x.f.v, &s.problems);
    let new = !s.typed.is_empty() && s.problems.none();
    html! {
        @if new { p class="tip" { (icon("user-plus")) span { b { (s.typed) } " " (x.say("new-reader")) " " (x.say("new-reader-how")) } } }
        @if first { (input(x, s, ("reader", &s.typed), (&x.say("reader"), &x.say("reader-hint")), true)) }
        @else {
            (fields.text_field(Field::new("reader", x.say("reader")).value(&s.typed).hint(x.say("reader-hint"))
                .autocomplete("off").longest(300).optional()))
        }
    }
}

/// The field in which the cursor stands. What was found is not typed again, so that the next scan begins with nothing.
fn scan(x: Ctx<'_>, s: &Served, name: Option<&str>) -> Markup {
    let hint = match name {
        Some(name) => x.say_with("scan-hint-for", ("name", name)),
        None => x.say("scan-hint"),
    };
    let typed = if s.problems.none() { "" } else { s.barcode.as_str() };
    input(x, s, ("barcode", typed), (&x.say("scan"), &hint), true)
}

/// A field for a scanner, which types and ends the line.
fn input(x: Ctx<'_>, s: &Served, (name, typed): (&str, &str), (label, hint): (&str, &str), first: bool) -> Markup {
    let wrong = s.problems.of(x.f.v, name);
    let about = if wrong.is_some() { format!("p-{name} h-{name}") } else { format!("h-{name}") };
    html! {
        div class="fld" {
            label for={ "f-" (name) } { (label) }
            p class="note" id={ "h-" (name) } { (hint) }
            @if let Some(words) = &wrong { p class="err" id={ "p-" (name) } { (icon("alert-triangle")) (words) } }
            input id={ "f-" (name) } type="text" name=(name) value=(typed) maxlength="300" autocomplete="off"
                autocapitalize="off" spellcheck="false" autofocus[first] aria-describedby=(about)
                aria-invalid=[wrong.is_some().then_some("true")];
        }
    }
}

/// The one thing that is missing: for whom.
fn for_whom(x: Ctx<'_>, s: &Served, (title, waits): (&str, bool)) -> Markup {
    let (asked, go) = if waits { ("for-whom-waits", "wait-for") } else { ("for-whom", "lend") };
    html! {
        form class="sec" method="post" action=(x.path("")) data-counts {
            h2 { (x.say_with(asked, ("title", title))) }
            (once(x.once))
            @if waits { input type="hidden" name="hold" value=(s.hold); }
            @else {
                input type="hidden" name="barcode" value=(s.barcode);
                input type="hidden" name="then" value="lend";
            }
            (who(x, s, true))
            (actions(html! {
                (Button::new(x.say(go)).icon("check"))
                (Button::new(x.say("leave")).secondary().href(x.path("")))
            }))
        }
    }
}

/// What waits on the other pages, and all that there is to do around books.
fn more(x: Ctx<'_>, s: &Served) -> Markup {
    let link = |words: String, icon, below: &str| Button::new(words).small(false).icon(icon).href(x.path(below));
    let counted = |key: &str, n: Option<usize>| n.map_or_else(|| x.say(key), |n| x.say_n(&format!("{key}-n"), n));
    section(
        "h-more",
        &x.say("more"),
        None,
        html! {
            p class="chips" {
                (link(counted("holds", s.board.map(|b| b.ready)), "clock", "/holds"))
                (link(counted("overdue", s.board.map(|b| b.overdue)), "alert-triangle", "/overdue"))
                (link(counted("tasks", s.board.map(|b| b.tasks)), "eye", "/tasks"))
                (link(x.say("titles"), "books", "/titles"))
                (link(x.say("take-in"), "plus", "/titles/new"))
                (link(x.say("shelves"), "list", "/shelves"))
                (link(x.say("stocktakes"), "walk", "/stocktakes"))
                (link(x.say("transfers"), "repeat", "/transfers"))
                (link(x.say("import"), "download", "/import"))
                @if x.manager {
                    (link(x.say("month"), "chart-bar", "/month"))
                    (link(x.say("settings"), "settings", "/settings"))
                }
            }
        },
    )
}
