//! One matter: the answer first and the number with one tap, then what to bring.
use kernel::page::{self, Answer as Card, Button, HtmlPage, facts};
use maud::{Markup, Render as _, html};

use super::frame::Refused;
use super::{Frame, appointments_path, papers, people};
use crate::public::answer::{Answer, LineNow, Person};
use crate::public::reads::Hall;
use crate::public::says;
use crate::rules::Matter;
use crate::says::name;

/// `once` makes the buttons, tapped twice, draw one number.
pub fn matter(f: Frame<'_>, hall: &Hall, m: &Matter, refused: Refused<'_>, once: &str) -> HtmlPage {
    let v = f.v;
    let page = f.page(name(v, &m.draft.name)).refresh(60);
    let page = match refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    let describe = v.ta("public-describe-matter", &[("name", name(v, &m.draft.name).into())]);
    page.describe(&describe).body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        (first(f, hall, m, once))
        (papers::lists(v, &m.draft.papers))
        (who(f, hall, m, once))
        (papers::ways(f, m))
        (page::section("about", &v.t("public-about"), None, about(f, hall, m)))
        (f.ask_a_person())
    })
}

fn first(f: Frame<'_>, hall: &Hall, m: &Matter, once: &str) -> Markup {
    let (v, when, answer) = (f.v, f.when(), hall.answer(m));
    let line = hall.line(m.draft.line);
    let (kind, word, title) = says::answer(v, &when, &answer);
    let draws = line.is_some_and(|l| l.draws);
    let label = v.t(if matches!(answer, Answer::Shut(_)) { "public-draw-early" } else { "public-draw" });
    let button = Button::new(label).huge().icon("ticket");
    let call = Button::new(v.t("public-ask-call")).secondary().icon("phone");
    let label = v.t(if draws { "booked-not-now" } else { "booked-book" });
    let book = Button::new(label).secondary().icon("calendar").href(appointments_path(f.station, m));
    let asks = matches!(answer, Answer::NotKnown(_)).then_some(f.station.phone.as_ref()).flatten();
    let card = Card::new(kind, word, title);
    let card = match under(f, &answer, line) {
        words if words.is_empty() => card,
        words => card.under(words),
    };
    card.actions(html! {
        @if let Some(phone) = asks { (call.href(page::tel(phone))) }
        @if draws { (f.press(&f.station.path("/tickets"), once, &[("matter", &m.draft.slug)], &button)) }
        @if line.is_some_and(|l| l.books) { (book) }
    })
    .render()
}

/// Why it is so, and how many wait.
fn under(f: Frame<'_>, answer: &Answer<'_>, line: Option<&LineNow>) -> String {
    let (v, when) = (f.v, f.when());
    let why = match answer {
        Answer::Now { who, instead_of: Some(official) } => Some(v.ta(
            "public-stands-in",
            &[("away", says::person(v, &when, official).into()), ("name", who.official.name.as_str().into())],
        )),
        Answer::Now { who, .. } if !matches!(who.shown, crate::rules::Shown::AtDesk(_)) => Some(v.t("public-say-so")),
        Answer::Away(who) => Some(v.ta("public-away-draw", &[("name", who.official.name.as_str().into())])),
        Answer::NotKnown(Some(who)) => Some(says::person(v, &when, who)),
        Answer::Shut(_) if line.is_some_and(|l| l.draws) => Some(v.t("public-draw-today")),
        _ => None,
    };
    let waiting = line.filter(|l| l.open || l.waiting > 0).map(|l| says::waiting(v, l.waiting));
    let parts: Vec<String> = why.into_iter().chain(waiting).collect();
    parts.join(" · ")
}

/// Who does it and who stands in; for somebody who is back later today one can wait.
fn who(f: Frame<'_>, hall: &Hall, m: &Matter, once: &str) -> Markup {
    let v = f.v;
    let all: Vec<&Person> = [m.draft.official, m.draft.stand_in].into_iter().filter_map(|id| hall.person(id)).collect();
    let later = all.iter().find(|p| {
        let today = p.back().is_some_and(|back| back.date() == hall.at.date());
        today && hall.line(m.draft.line).is_some_and(|l| l.draws)
    });
    let wait = later.map(|p| {
        let label = v.ta("public-wait-for", &[("name", p.official.name.as_str().into())]);
        let id = p.official.id.to_string();
        let hidden = [("matter", m.draft.slug.as_str()), ("official", &id)];
        f.press(&f.station.path("/tickets"), &format!("{once}-for"), &hidden, &Button::new(label).secondary())
    });
    html! {
        @if !all.is_empty() {
            (page::section("who", &v.t("public-who"), None, page::rows(all.iter().map(|p| people::row(f, hall, p)))))
            @if let Some(wait) = wait { (page::actions(wait)) }
        }
    }
}

/// How long it takes, in which line, and of which version the list is: whoever came with another one can say so.
fn about(f: Frame<'_>, hall: &Hall, m: &Matter) -> Markup {
    let v = f.v;
    let (minutes, line, list, more) =
        (v.t("public-minutes"), v.t("public-line"), v.t("public-list"), v.t("public-note"));
    let takes = html! { (v.ta("public-minutes-n", &[("n", m.draft.minutes.into())])) };
    let version = html! { (v.ta("public-list-n", &[("n", m.version.into())])) };
    let mut pairs = vec![(minutes.as_str(), takes)];
    if let Some(l) = hall.line(m.draft.line) {
        pairs.push((&line, html! { (l.line.letter) " · " (name(v, &l.line.name)) }));
    }
    pairs.push((&list, version));
    let note = name(v, &m.draft.note);
    if !note.is_empty() {
        pairs.push((&more, html! { (note) }));
    }
    facts(pairs)
}
