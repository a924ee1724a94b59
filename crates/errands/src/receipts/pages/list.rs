//! All papers that are at the desk.
use kernel::page::{Button, Row, actions, empty, rows, section};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::receipts::answers::Seen;
use crate::receipts::rules::State;
use crate::receipts::says;
use crate::says::at;

pub fn list(ctx: Ctx<'_>, all: &[Seen]) -> Markup {
    let v = ctx.v;
    let (open, wait): (Vec<&Seen>, Vec<&Seen>) = all.iter().partition(|s| s.kept.state.is_open());
    let row = |seen: &&Seen| one(ctx, seen);
    html! {
        @if all.is_empty() { (empty("file-text", &v.t("receipt-desk-none"), None)) }
        @if !open.is_empty() { (section("h-open", &v.t("receipt-desk-open"), None, rows(open.iter().map(row)))) }
        @if !wait.is_empty() { (section("h-wait", &v.t("receipt-desk-wait"), None, rows(wait.iter().map(row)))) }
        (actions(html! { (Button::new(v.t("receipt-desk-new")).icon("plus").href(ctx.path("/drop-offs/new"))) }))
    }
}

/// 0624-03 高龄补贴 · 罗大爷
fn one(ctx: Ctx<'_>, seen: &Seen) -> Row {
    let v = ctx.v;
    let (kind, words) = says::state(v, seen);
    let whose = seen.name.clone().unwrap_or_else(|| v.t("receipt-no-name"));
    let carried = seen.carrier.as_ref().map(|name| v.ta("errands-desk-carried", &[("name", name.as_str().into())]));
    let about: Vec<String> =
        [Some(says::matter(v, seen).to_owned()), Some(whose), carried].into_iter().flatten().collect();
    let then = match seen.kept.state {
        State::Received | State::InWork => {
            v.ta("receipt-then-by", &[("at", at(&ctx.when(), seen.kept.ready_at).into())])
        }
        State::NeedsMore => seen.kept.note.clone(),
        State::Ready | State::HandedBack => String::new(),
    };
    let row = Row::new(format!("{} {}", seen.folder(), about.join(" · "))).icon("file-text").status(kind, &words);
    let row = if then.is_empty() { row } else { row.note(&then) };
    row.leads_to(ctx.path(&format!("/drop-offs/{}", seen.kept.id)))
}
