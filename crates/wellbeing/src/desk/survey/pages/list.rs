//! What everybody of staff begins with: the survey that runs and how far it is, the two ways of typing in an answer; for managers also
//! those that are over.
use kernel::page::{Button, Tone, actions, empty, facts, notice, pill, section, table};
use maud::{Markup, html};

use super::Frame;
use crate::desk::survey::reads::{Desk, Far};
use crate::desk::survey::{path_of, says, top as begin};
use crate::rules::waves::Survey;

pub fn top(f: Frame<'_>, desk: &Desk) -> Markup {
    let v = f.v;
    html! {
        p class="note" { (v.t("survey-what")) }
        (section("h-now", &v.t("survey-now"), None, now(f, desk.running.as_ref())))
        @if f.manages && !desk.over.is_empty() { (section("h-over", &v.t("survey-over"), None, over(f, &desk.over))) }
    }
}

fn now(f: Frame<'_>, running: Option<&Far>) -> Markup {
    let v = f.v;
    let Some(far) = running else {
        return html! {
            (empty("message-circle", &v.t("survey-none"), None))
            @if f.manages {
                (actions(html! {
                    (Button::new(v.t("survey-begin")).icon("plus").href(format!("{}/new", begin(f.station))))
                }))
            }
        };
    };
    let path = path_of(f.station, far.survey().id);
    html! {
        (how_far(f, far))
        (actions(html! {
            @if far.is_open() {
                (Button::new(v.t("survey-paper-go")).icon("pencil").href(format!("{}/paper", begin(f.station))))
                (Button::new(v.t("survey-ask-go")).secondary().icon("messages").href(format!("{}/ask", begin(f.station))))
            }
            @if f.manages { (Button::new(v.t("survey-look")).secondary().icon("settings").href(path)) }
        }))
    }
}

/// When, how many were asked and have answered, and what should make a reader careful.
pub fn how_far(f: Frame<'_>, far: &Far) -> Markup {
    let (v, when, survey) = (f.v, f.when(), far.survey());
    let labels =
        ["survey-days", "survey-state", "survey-asked", "survey-answered", "survey-response"].map(|key| v.t(key));
    let [days, state, asked, answered, response] = &labels;
    let share = far.response().map_or_else(|| v.t("survey-response-few"), |sure| says::share(v, sure));
    html! {
        (facts([
            (days.as_str(), html! { (says::days(&when, survey)) }),
            (state.as_str(), html! { (crate::says::state(v, far.progress.state)) }),
            (asked.as_str(), html! { (v.ta("survey-n-households", &[("n", survey.asked().into())])) }),
            (answered.as_str(), html! { (v.ta("survey-n-answers", &[("n", far.progress.answered.into())])) }),
            (response.as_str(), html! { (share) }),
        ]))
        @if far.is_open() { p class="note" { (v.t("survey-response-how")) } }
        @for flag in &far.bursts { (notice(Tone::Lamp, &says::flag(v, *flag), html! { p { (v.t("survey-flag-how")) } })) }
    }
}

fn over(f: Frame<'_>, all: &[Survey]) -> Markup {
    let (v, when) = (f.v, f.when());
    let head = ["survey-days", "survey-asked", "survey-answered", "survey-result"].map(|key| v.t(key));
    let row = |one: &Survey| {
        let answered = one.result.as_ref().map_or(0, |basis| basis.response.answered);
        vec![
            html! { (says::days(&when, one)) },
            html! { (v.ta("survey-n-households", &[("n", one.asked().into())])) },
            html! { (v.ta("survey-n-answers", &[("n", answered.into())])) },
            html! { (pill(&v.t("survey-result-see"), &path_of(f.station, one.id))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    table(&v.t("survey-over-how"), &head.each_ref().map(String::as_str), &rows)
}
