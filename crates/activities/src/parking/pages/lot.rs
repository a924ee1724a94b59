//! One lot at the desk: its count, recounts, the links of its marshals.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, facts, notice, once, rows, section, status};
use maud::{Markup, html};

use super::parts;
use crate::fairday::Ctx;
use crate::parking::answers::LotAtDesk;
use crate::parking::forms::RecountForm;
use crate::parking::rules::Lot;
use crate::parking::says;
use crate::parking::store::{KeptTap, Pass};

pub struct LotPage<'a> {
    pub read: &'a LotAtDesk,
    pub form: &'a RecountForm,
    pub problems: &'a Problems,
    pub done: bool,
    pub manager: bool,
    /// The address of a link that was just made: it is told this once.
    pub made: Option<&'a str>,
}

pub fn lot(ctx: Ctx<'_>, l: &LotPage<'_>) -> Result<Markup, Fault> {
    let (v, lot) = (ctx.v, &l.read.lot);
    let f = Fields::new(v, l.problems);
    let path = says::lot_path(ctx.station, lot);
    let code = l.made.map(|url| stations::poster_code(v, url)).transpose()?;
    Ok(html! {
        @if l.done { (notice(Tone::Ok, &v.t("fairday-kept"), html! {})) }
        @if let (Some(url), Some(code)) = (l.made, code) {
            (notice(Tone::Lamp, &v.t("parking-pass-made"), html! { p { (url) } (code) p { (v.t("parking-pass-scan")) } }))
        }
        (f.summary())
        (stands(ctx, lot))
        (actions(html! {
            (Button::new(v.t("parking-count-here")).icon("plus").href(format!("{path}/count")))
            @if l.manager { (Button::new(v.t("parking-desk-edit")).icon("pencil").secondary().href(format!("{path}/edit"))) }
        }))
        (section("h-recount", &v.t("parking-recount"), None, recount(ctx, l, &f, &path)))
        (section("h-log", &v.t("parking-recounts"), None, log(ctx, &l.read.recounts)))
        @if l.manager { (section("h-passes", &v.t("parking-passes"), None, passes(ctx, l, &f, &path))) (closing(ctx, lot, &f, &path)) }
    })
}

fn stands(ctx: Ctx<'_>, lot: &Lot) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let lines = lot.bays.iter().filter_map(|bays| {
        let (_, kind, words) = parts::stands(v, &when, lot, bays.class)?;
        let held = says::held(v, &bays.held);
        let of = v.ta("parking-of", &[("of", bays.capacity.into())]);
        let body = html! {
            (status(kind, &words)) (of)
            @if !held.is_empty() { " " (v.ta("parking-held-back", &[("held", held.into())])) }
        };
        Some((says::class(v, bays.class), body))
    });
    let all: Vec<(String, Markup)> = lines.collect();
    facts(all.iter().map(|(name, body)| (name.as_str(), body.clone())))
}

fn recount(ctx: Ctx<'_>, l: &LotPage<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let classes: Vec<(&str, String)> =
        (l.read.lot.bays.iter()).map(|b| (b.class.name(), says::class(v, b.class))).collect();
    html! {
        p class="note" { (v.t("parking-recount-how")) }
        form method="post" action={ (path) "/recounts" } {
            (once(&l.form.once))
            (f.select(Field::new("class", v.t("parking-marshal-class")).value(&l.form.class), classes.iter().map(|(name, words)| (*name, words.as_str()))))
            (f.number_field(Field::new("to", v.t("parking-recount-to")).value(&l.form.to).range(0, 5000)))
            (f.text_field(Field::new("reason", v.t("parking-recount-reason")).value(&l.form.reason).longest(60)))
            (actions(html! { (Button::new(v.t("parking-recount-do"))) }))
        }
    }
}

fn log(ctx: Ctx<'_>, all: &[KeptTap]) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let row = |tap: &KeptTap| {
        let args =
            [("from", (tap.after - tap.step).into()), ("to", tap.after.into()), ("reason", tap.reason.as_str().into())];
        Row::new(v.ta("parking-recount-line", &args)).icon("history").note(&format!(
            "{} · {}",
            when.time(tap.kept_at),
            says::class(v, tap.class)
        ))
    };
    if all.is_empty() {
        return html! { p class="note" { (v.t("parking-recount-none")) } };
    }
    rows(all.iter().map(row))
}

fn passes(ctx: Ctx<'_>, l: &LotPage<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let row = |pass: &Pass| {
        let holds = pass.holds(v.now());
        let row = Row::new(pass.label.clone()).icon("qrcode");
        if !holds {
            return row.end(status(kernel::page::Kind::Shut, &v.t("parking-pass-over")));
        }
        let label = v.t("parking-pass-back");
        row.end(html! {
            form method="post" action={ (path) "/passes/" (pass.id) "/withdrawal" } {
                (Button::new(label.clone()).small(false).about(format!("{label} {}", pass.label)))
            }
        })
    };
    html! {
        p class="note" { (v.t("parking-pass-how")) }
        @if l.read.passes.is_empty() { p class="note" { (v.t("parking-pass-none")) } } @else { (rows(l.read.passes.iter().map(row))) }
        form method="post" action={ (path) "/passes" } {
            (f.text_field(Field::new("label", v.t("parking-pass-label")).longest(40)))
            (actions(html! { (Button::new(v.t("parking-pass-give")).icon("qrcode").secondary()) }))
        }
    }
}

fn closing(ctx: Ctx<'_>, lot: &Lot, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let reopen = lot.shut.is_some();
    html! {
        form class="sec" method="post" action={ (path) "/closing" } {
            @if !reopen { (f.text_field(Field::new("why", v.t("parking-lot-shut-why")).longest(60))) }
            (actions(html! {
                @if reopen { (Button::new(v.t("parking-lot-reopen"))) } @else { (Button::new(v.t("parking-lot-shut")).danger()) }
            }))
        }
        form method="post" action={ (path) "/removal" } { (actions(html! { (Button::new(v.t("parking-lot-remove")).flat()) })) }
    }
}
