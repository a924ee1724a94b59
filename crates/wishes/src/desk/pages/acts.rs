//! What can be done with a wish now: what is most to be done in the open, all else folded. What is offered is what the rules allow.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, notice, once, section};
use maud::{Markup, html};

use crate::answers::Whole;
use crate::asked::MOST_IN_A_PLACE;
use crate::desk::forms::CaseForm;
use crate::frame::{Frame, desk_path};
use crate::rules::{MOST_IN_WORDS, May};
use crate::says;

/// One wish, for one of staff.
#[derive(Clone, Copy)]
pub struct CasePage<'a> {
    pub whole: &'a Whole,
    /// What was typed into one of the forms; the others are empty.
    pub form: &'a CaseForm,
    pub problems: &'a Problems,
    pub once: &'a str,
    pub kept: bool,
}

/// What an act is called in the keys of its texts.
pub fn word(act: May) -> &'static str {
    match act {
        May::Ask => "ask",
        May::Review => "review",
        May::DecideAppeal => "decide",
        May::Appeal => "appeal",
        May::Contact => "contact",
        May::Deliver => "deliver",
        May::Tell => "tell",
        May::HandOver => "hand-over",
        May::Refer => "refer",
        May::ClaimFor => "claim",
        May::GiveUp => "give-up",
        May::NewCode => "code",
        May::Redraft => "edit",
        May::Withdraw => "withdraw",
    }
}

/// Those that are never the first thing to do.
fn is_aside(act: May) -> bool {
    matches!(act, May::ClaimFor | May::GiveUp | May::NewCode | May::Redraft | May::Withdraw)
}

/// The one thing to do now, and what else there is.
pub fn acts(f: Frame<'_>, p: &CasePage<'_>) -> Markup {
    let (v, may) = (f.v, &p.whole.may);
    let main = may.iter().copied().find(|act| !is_aside(*act));
    let others: Vec<May> = may.iter().copied().filter(|act| Some(*act) != main).collect();
    html! {
        @match main {
            Some(act) => (section("h-next", &title(f, act), None, html! { p class="note" { (how(f, act)) } (form(f, p, act)) })),
            None => (notice(Tone::Lamp, &v.t(&format!("wishes-desk-waits-{}", p.whole.wish.state.word())), html! {})),
        }
        @if !others.is_empty() {
            (section("h-others", &v.t("wishes-desk-others"), None, html! {
                @for act in others {
                    details open[is_wrong(f, p, act)] {
                        summary { (title(f, act)) }
                        p class="note" { (how(f, act)) }
                        (form(f, p, act))
                    }
                }
            }))
        }
    }
}

fn title(f: Frame<'_>, act: May) -> String {
    f.v.t(&format!("wishes-desk-act-{}", word(act)))
}

fn how(f: Frame<'_>, act: May) -> String {
    f.v.t(&format!("wishes-desk-act-{}-how", word(act)))
}

/// Whether something is wrong with a field of it: then its form stands open.
fn is_wrong(f: Frame<'_>, p: &CasePage<'_>, act: May) -> bool {
    let fields: &[&str] = match act {
        May::Review | May::Appeal => &["why"],
        May::DecideAppeal => &["words"],
        May::Deliver => &["place"],
        May::HandOver => &["code"],
        May::Refer => &["to"],
        May::ClaimFor => &["name", "phone"],
        _ => &[],
    };
    fields.iter().any(|field| p.problems.of(f.v, field).is_some())
}

fn form(f: Frame<'_>, p: &CasePage<'_>, act: May) -> Markup {
    let v = f.v;
    let fields = Fields::new(v, p.problems);
    let field = |name: &'static str| Field::new(name, v.t(&format!("wishes-desk-field-{name}"))).autocomplete("off");
    let go = |button: Button| actions(html! { (button) });
    let named = |key: &str| Button::new(v.t(key));
    let main = || Button::new(says::may(v, act));
    let words = longest(MOST_IN_WORDS);
    match act {
        May::Ask => sent(f, p, "second-look", go(main().icon("eye"))),
        May::Review => sent(
            f,
            p,
            "reviews",
            html! {
                (fields.textarea(field("why").value(&p.form.why).hint(v.t("wishes-desk-field-why-how")).longest(words).optional()))
                (actions(html! {
                    (named("wishes-desk-act-review-yes").icon("check").named("answer", "yes"))
                    (named("wishes-desk-act-review-no").secondary().icon("x").named("answer", "no"))
                }))
            },
        ),
        May::DecideAppeal => decide(f, p, &fields),
        May::Appeal => sent(
            f,
            p,
            "appeals",
            html! {
                (fields.textarea(field("why").value(&p.form.why).longest(words)))
                (go(main().icon("messages")))
            },
        ),
        May::Contact => sent(f, p, "contact", go(main().icon("phone"))),
        May::Deliver => sent(
            f,
            p,
            "delivery",
            html! {
                (fields.text_field(field("place").value(&p.form.place).longest(longest(MOST_IN_A_PLACE))))
                (go(main().icon("check")))
            },
        ),
        May::Tell => sent(f, p, "told", go(main().icon("phone"))),
        May::HandOver => sent(
            f,
            p,
            "handover",
            html! {
                (fields.code_field(field("code").hint(v.t("wishes-desk-field-code-how")).longest(12)))
                (go(main().icon("key")))
            },
        ),
        May::Refer => sent(
            f,
            p,
            "referral",
            html! {
                (fields.text_field(field("to").value(&p.form.to).longest(words)))
                (go(main().icon("arrow-right")))
            },
        ),
        May::ClaimFor => sent(
            f,
            p,
            "claims",
            html! {
                (fields.text_field(field("name").value(&p.form.name).longest(30)))
                (fields.tel_field(field("phone").value(&p.form.phone).longest(40).optional()))
                (go(main().secondary().icon("heart-handshake")))
            },
        ),
        May::GiveUp => match &p.whole.claim {
            Some(held) => {
                let below = format!("claims/{}/give-up", held.id);
                sent(f, p, &below, go(main().secondary().icon("refresh")))
            }
            None => html! {},
        },
        May::NewCode => sent(f, p, "code", go(main().secondary().icon("key"))),
        May::Redraft => {
            go(main().secondary().icon("pencil").href(format!("{}/edit", desk_path(f.station, p.whole.wish.id))))
        }
        May::Withdraw => sent(f, p, "withdrawal", go(main().danger().icon("trash"))),
    }
}

/// So many characters, as a field counts them.
fn longest(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A form that is bound to the version that stands on the page.
fn sent(f: Frame<'_>, p: &CasePage<'_>, below: &str, inside: Markup) -> Markup {
    let wish = &p.whole.wish;
    html! {
        form method="post" action={ (desk_path(f.station, wish.id)) "/" (below) } {
            (once(&format!("{}-{below}", p.once)))
            input type="hidden" name="version" value=(wish.version);
            (inside)
        }
    }
}

/// Each objection that waits, with what was said.
fn decide(f: Frame<'_>, p: &CasePage<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let Some(open) = p.whole.appeals.iter().find(|one| one.decided.is_none()) else { return html! {} };
    let words = Field::new("words", v.t("wishes-desk-field-words")).value(&p.form.words).autocomplete("off");
    html! {
        @if let Some(why) = &open.why { p class="said" { (why) } }
        (sent(f, p, &format!("appeals/{}/decision", open.id), html! {
            (fields.textarea(words.hint(v.t("wishes-desk-field-words-how")).longest(longest(MOST_IN_WORDS))))
            (actions(html! {
                (Button::new(v.t("wishes-desk-act-decide-again")).icon("refresh").named("answer", "no"))
                (Button::new(v.t("wishes-desk-act-decide-stands")).secondary().icon("x").named("answer", "yes"))
            }))
        }))
    }
}
