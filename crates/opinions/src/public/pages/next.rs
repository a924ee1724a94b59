//! How an opinion stands, what comes next, and the one thing that whoever left it may do now.
use kernel::page::{self, Answer, Button, Choice, Field, Fields, Kind, Tone, segmented};
use maud::{Markup, html};

use super::parts::{self, Shown, folded};
use crate::answers::{PublicState, Seen};
use crate::frame::Frame;
use crate::public::paths::follow_path;
use crate::rules::{MOST_IN_TEXT, Satisfied, State, Step};
use crate::says;

/// The large answer at the top.
pub fn head(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, seen) = (f.v, s.seen);
    let (kind, word) = says::state(v, seen.state);
    let kind = if seen.question_open { Kind::Away } else { kind };
    let answer = Answer::new(kind, word, title(f, seen));
    let acts = seen.question_open || seen.may_solve;
    let answer = match (read_first(seen), under(f, seen)) {
        (None, Some(note)) if !acts => answer.under(note),
        (None, None) if !acts => answer,
        (text, note) => answer.actions(html! {
            @if let Some(text) = text { p class="said" { (text) } }
            @if let Some(note) = note { p class="note" { (note) } }
            @if acts { @if seen.question_open { (reply(f, s)) } @else { (solve(f, s)) } }
        }),
    };
    html! {
        (answer)
        @if seen.may_dispute { (dispute(f, s)) }
    }
}

fn title(f: Frame<'_>, seen: &Seen) -> String {
    let v = f.v;
    let by = |key: &str| v.ta(key, &[("day", says::due_day(v, &f.when(), &seen.due).into())]);
    match seen.state {
        _ if seen.sealed_for_station => v.t("opinions-next-sealed"),
        _ if seen.question_open => v.t("opinions-next-question"),
        state if state.is_open() && seen.due.late => by("opinions-next-late"),
        State::Received => by("opinions-next-screen"),
        State::Screened | State::Assigned | State::Working => by("opinions-next-received"),
        State::Disputed => by("opinions-next-disputed"),
        State::Answered => v.t("opinions-next-answered"),
        State::Solved => v.t("opinions-next-solved"),
        State::Unconfirmed => v.t("opinions-next-unconfirmed"),
        State::Merged => v.t("opinions-next-merged"),
        State::OutOfScope => v.t("opinions-next-out-of-scope"),
        State::Withdrawn => v.t("opinions-next-withdrawn"),
    }
}

fn under(f: Frame<'_>, seen: &Seen) -> Option<String> {
    let (v, when) = (f.v, f.when());
    let since = || {
        let day = when.date_in_full(when.date(seen.received_at));
        Some(v.ta("opinions-next-since", &[("day", day.into())]))
    };
    match seen.state {
        _ if seen.sealed_for_station => {
            let until =
                seen.kept_until.map(|on| v.ta("opinions-next-sealed-until", &[("day", when.date_in_full(on).into())]));
            let office = says::oversight(v, &seen.oversight);
            let note = v.ta("opinions-next-sealed-note", &[("office", office.into())]);
            Some([Some(note), until].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        State::Disputed => since(),
        state if state.is_open() && seen.due.late => Some(v.t("opinions-next-late-note")),
        State::Answered => {
            let until = when.date_in_full(seen.speak_until?);
            Some(v.ta("opinions-next-answered-note", &[("day", until.into())]))
        }
        State::Unconfirmed => seen.may_dispute.then(|| v.t("opinions-next-unconfirmed-note")),
        State::Merged => {
            let state = says::state(v, seen.merged_into.as_ref()?.state).1;
            Some(v.ta("opinions-next-merged-state", &[("state", state.into())]))
        }
        _ => None,
    }
}

/// What the station has just said: its question, its answer, where to go.
fn read_first(seen: &Seen) -> Option<&str> {
    let last = |step: Step| seen.steps.iter().rev().find(|s| s.step == step).and_then(|s| s.text.as_deref());
    match seen.state {
        _ if seen.question_open => last(Step::Question),
        State::Answered | State::Unconfirmed => last(Step::Answered),
        State::OutOfScope => seen.out_of_scope.as_deref(),
        State::Merged => seen.merged_into.as_ref()?.answer.as_deref(),
        _ => None,
    }
}

/// The form of one act: the receipt goes along in its body.
pub fn act(f: Frame<'_>, s: &Shown<'_>, (below, files): (&str, bool), body: Markup) -> Markup {
    html! {
        form method="post" action={ (follow_path(f.station)) (below) } enctype=[files.then_some("multipart/form-data")] {
            (page::once(&format!("{}{below}", s.once)))
            (parts::receipt(s.receipt))
            (body)
        }
    }
}

/// A text; what was typed is kept in the form that was sent.
fn words(fields: &Fields<'_>, (name, typed): (&str, &str), label: String) -> Markup {
    fields.textarea(Field::new(name, label).value(typed).longest(parts::longest(MOST_IN_TEXT)))
}

fn reply(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, s.problems));
    act(
        f,
        s,
        ("/replies", false),
        html! {
            (words(&fields, ("text", &s.form.text), v.t("opinions-reply-text")))
            (page::actions(html! { (Button::new(v.t("opinions-reply-send")).icon("check")) }))
        },
    )
}

fn solve(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let v = f.v;
    let level = |how: Satisfied| Choice::new(how.name(), says::satisfied(v, how));
    let levels: Vec<Choice> = Satisfied::ALL.into_iter().map(level).collect();
    act(
        f,
        s,
        ("/solved", false),
        html! {
            (segmented("satisfied", &v.t("opinions-solved-how"), &levels))
            (page::actions(html! { (Button::new(v.t("opinions-solved-send")).icon("check")) }))
        },
    )
}

fn dispute(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, s.problems));
    let typed = s.problems.of(v, "text").or(s.problems.of(v, "photo")).is_some() || !s.form.text.is_empty();
    let [open, text, send] = match s.seen.state {
        State::OutOfScope => {
            ["opinions-dispute-scope-open", "opinions-dispute-scope-text", "opinions-dispute-scope-send"]
        }
        _ => ["opinions-dispute-open", "opinions-dispute-text", "opinions-dispute-send"],
    };
    let body = act(
        f,
        s,
        ("/disputes", true),
        html! {
            (words(&fields, ("text", &s.form.text), v.t(text)))
            (parts::photos(&fields, s.form.photos))
            (page::actions(html! { (Button::new(v.t(send)).secondary()) }))
        },
    );
    folded(typed, "refresh", (&v.t(open), None), body)
}

/// What was published and then hidden, and the way to disagree.
pub fn appeal(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, s.problems));
    let Some(PublicState::Hidden { reason, appealed, appeal_refused, .. }) = &s.seen.public else { return html! {} };
    let state = match (appealed, appeal_refused) {
        (_, true) => Some("opinions-public-appeal-refused"),
        (true, _) => Some("opinions-public-appealed"),
        _ => None,
    };
    html! {
        (page::notice(Tone::Lamp, &v.t("opinions-public-hidden"), html! {
            p { (v.ta("opinions-public-hidden-reason", &[("reason", reason.as_str().into())])) }
            @if let Some(key) = state { p { (v.t(key)) } }
        }))
        @if s.seen.may_appeal {
            @let body = act(f, s, ("/appeals", false), html! {
                p class="note" { (v.t("opinions-appeal-note")) }
                (words(&fields, ("appeal", &s.form.appeal), v.t("opinions-appeal-text")))
                (page::actions(html! { (Button::new(v.t("opinions-appeal-send"))) }))
            });
            @let typed = s.problems.of(v, "appeal").is_some() || !s.form.appeal.is_empty();
            (folded(typed, "eye-off", (&v.t("opinions-appeal-open"), None), body))
        }
    }
}
