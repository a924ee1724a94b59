//! What everybody may read of an opinion: written anew by a manager, released with others, hidden by two hands only.
use kernel::page::{Button, Field, Kind, actions, card, once, section, status};
use maud::{Markup, html};

use super::case::One;
use super::ctx::Ctx;
use super::next::MOST;
use crate::answers::{DeskPost, Hiding};
use crate::desk::asked::MOST_IN_LINE;
use crate::desk::forms::CaseForm;
use crate::public::paths::post_path;

pub fn public(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let post = o.case.post.as_ref();
    if post.is_none() && !(o.case.line.may_publish && x.manager) {
        return html! {};
    }
    let body = html! {
        @match post {
            None => {
                p class="note" { (x.v.t("opinions-desk-public-asked")) }
                (write(x, o, None))
            }
            Some(post) => (written(x, o, post)),
        }
    };
    section("h-public", &x.v.t("opinions-desk-public"), None, body)
}

fn written(x: Ctx<'_>, o: &One<'_>, post: &DeskPost) -> Markup {
    let v = x.v;
    let (kind, words) = standing(x, post);
    let open = o.form.has_public() || o.wrong(x, &CaseForm::PUBLIC);
    html! {
        (card(html! {
            (status(kind, &words))
            p { b { (post.title) } }
            p class="said" { (post.text) }
            @if let Some(answer) = &post.answer { p class="said" { (answer) } }
            @if post.released_on.is_some() {
                p { a href=(post_path(x.station, post.id)) { (v.t("opinions-desk-public-look")) } }
            }
        }))
        (hiding(x, o, post))
        @if x.manager && !post.hidden && o.case.line.may_publish {
            details open[open] { summary { (v.t("opinions-desk-public-change")) } (write(x, o, Some(post))) }
        }
    }
}

fn standing(x: Ctx<'_>, post: &DeskPost) -> (Kind, String) {
    let day = |on| ("day", x.when().date_in_full(on).into());
    match (post.hidden, post.released_on, post.not_before) {
        (true, ..) => (Kind::Stop, x.v.t("opinions-desk-public-hidden")),
        (_, Some(on), _) => (Kind::Ok, x.v.ta("opinions-desk-public-out", &[day(on)])),
        (_, None, Some(on)) => (Kind::Away, x.v.ta("opinions-desk-public-waits", &[day(on)])),
        (_, None, None) => (Kind::Away, x.v.t("opinions-desk-public-waits-more")),
    }
}

/// What was typed, once something was; before that what is kept, or what is usual.
fn pick<'t>(again: bool, typed: &'t str, kept: Option<&'t str>, usual: &'t str) -> &'t str {
    if again { typed } else { kept.unwrap_or(usual) }
}

/// The form, filled in with what is written, or with what the program has masked.
fn write(x: Ctx<'_>, o: &One<'_>, post: Option<&DeskPost>) -> Markup {
    let (v, f, form) = (x.v, o.fields(x), o.form);
    let masked = &o.case.masked;
    // Sent back with a mistake, the form holds what was typed, even where that is nothing.
    let again = form.has_public();
    let title = pick(again, form.title.as_str(), post.map(|p| p.title.as_str()), "");
    let text = pick(again, form.masked.as_str(), post.map(|p| p.text.as_str()), masked.text.as_str());
    let answer = post.map(|p| p.answer.as_deref().unwrap_or(masked.answer.as_str()));
    let answer = pick(again, form.done.as_str(), answer, masked.answer.as_str());
    let address = pick(again, form.address.as_str(), post.map(|p| p.address.as_str()), masked.address.as_str());
    let point = if again { !form.point.is_empty() } else { post.is_some_and(|p| p.with_point) };
    let field = |name: &'static str, key: &str| Field::new(name, v.t(&format!("opinions-desk-public-{key}")));
    html! {
        p class="note" { (v.t("opinions-desk-public-masked")) }
        form method="post" action=(o.to(x, "public")) {
            (once(&form.once))
            (f.text_field(field("title", "title").value(title).longest(MOST_IN_LINE)))
            (f.textarea(field("masked", "text").value(text).longest(MOST)))
            (f.textarea(field("done", "answer").value(answer).longest(MOST).optional()))
            (f.text_field(field("address", "address").value(address).longest(MOST_IN_LINE).optional()))
            @if o.case.point.is_some() {
                (f.checkbox(field("point", "point").hint(v.t("opinions-desk-public-point-how")), point))
            }
            (actions(html! { (Button::new(v.t("opinions-desk-public-go")).secondary()) }))
        }
    }
}

/// What is asked about hiding it; whoever may decide is led to where they do.
fn hiding(x: Ctx<'_>, o: &One<'_>, post: &DeskPost) -> Markup {
    match &post.hiding {
        Some(h) if h.hide.is_none() || (h.appeal.is_some() && h.shown_again.is_none()) => html! {
            (card(html! { p class="said" { (asked(x, h)) } }))
            @if h.may_decide {
                (actions(html! { (Button::new(x.v.t("opinions-desk-decide")).href(x.path(&format!("/decisions/{}", post.id)))) }))
            }
        },
        _ if post.hidden || post.released_on.is_none() => html! {},
        _ => ask(x, o),
    }
}

/// Who wants it hidden and why, or why it should be seen again.
pub fn asked(x: Ctx<'_>, h: &Hiding) -> String {
    let own = if h.may_decide { "" } else { "-own" };
    match (&h.appeal, h.hide) {
        (Some(text), Some(true)) => x.v.ta(&format!("opinions-desk-appeal{own}"), &[("text", text.as_str().into())]),
        _ => {
            let args = [("name", h.asked_by.1.as_str().into()), ("reason", h.reason.as_str().into())];
            x.v.ta(&format!("opinions-desk-hide-asked{own}"), &args)
        }
    }
}

fn ask(x: Ctx<'_>, o: &One<'_>) -> Markup {
    let v = x.v;
    let field = Field::new("reason", v.t("opinions-desk-hide-reason")).value(&o.form.reason);
    let field = field.hint(v.t("opinions-desk-hide-reason-how")).longest(MOST);
    html! {
        details open[o.open(x, "reason", &o.form.reason)] {
            summary { (v.t("opinions-desk-hide")) }
            p class="note" { (v.t("opinions-desk-hide-how")) }
            form method="post" action=(o.to(x, "hiding")) {
                (once(&o.form.once))
                (o.fields(x).textarea(field))
                (actions(html! { (Button::new(v.t("opinions-desk-hide-go")).danger()) }))
            }
        }
    }
}
