//! The lots of a fair as the desk has them, and the cars in the way.
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section, status};
use maud::{Markup, html};

use super::parts;
use crate::fairday::{Ctx, FairDay};
use crate::parking::answers::InTheWay;
use crate::parking::forms::MoveForm;
use crate::parking::reads;
use crate::parking::rules::{Class, Lot};
use crate::parking::says;

pub struct Desk<'a> {
    pub read: &'a reads::Desk,
    pub form: &'a MoveForm,
    pub problems: &'a Problems,
    pub done: bool,
    pub manager: bool,
}

pub fn desk(ctx: Ctx<'_>, d: &Desk<'_>) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, d.problems);
    let Some(ground) = &d.read.ground else {
        return html! { (empty("parking", &v.t("fairday-no-fair"), None)) (past(ctx, &d.read.past)) };
    };
    let (day, lunar) = parts::day_with_lunar(v, ctx.station, ground.fair.occurrence.starts_at);
    let fair = ground.fair.occurrence.id;
    html! {
        @if d.done { (notice(Tone::Ok, &v.t("fairday-kept"), html! {})) }
        (f.summary())
        p class="note" { (ground.fair.title()) " · " (day) (lunar) }
        @if ground.lots.is_empty() { (empty("parking", &v.t("parking-desk-none"), None)) }
        @else { div class="sec" { (rows(ground.lots.iter().map(|lot| row(ctx, lot)))) } }
        @if d.manager {
            (actions(html! {
                (Button::new(v.t("parking-desk-add")).icon("plus").href(ctx.path(&format!("/parking/lots/new?fair={fair}"))))
                @if ground.lots.is_empty() {
                    form method="post" action=(ctx.path("/parking/copy")) {
                        input type="hidden" name="fair" value=(fair);
                        (Button::new(v.t("parking-desk-copy")).icon("copy").secondary())
                    }
                }
            }))
        }
        @if !ground.lots.is_empty() {
            (section("h-moves", &v.t("parking-moves-title"), None, moves(ctx, d, &f, &ground.lots)))
            (actions(html! {
                (Button::new(v.t("parking-sign")).icon("device-tv").secondary().href(ctx.station.path("/parking/sign")))
                (Button::new(v.t("parking-desk-after")).icon("chart-bar").secondary().href(ctx.path(&format!("/parking/after/{fair}"))))
            }))
        }
        (past(ctx, &d.read.past))
    }
}

fn row(ctx: Ctx<'_>, lot: &Lot) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let row =
        parts::row(v, &when, lot, Class::Car).unwrap_or_else(|| Row::new(says::name(v, &lot.name)).icon("parking"));
    row.leads_to(says::lot_path(ctx.station, lot))
}

/// Earlier fairs, each with what became of its lots.
fn past(ctx: Ctx<'_>, all: &[FairDay]) -> Markup {
    let v = ctx.v;
    let row = |fair: &FairDay| {
        let (day, lunar) = parts::day_with_lunar(v, ctx.station, fair.occurrence.starts_at);
        let to = ctx.path(&format!("/parking/after/{}", fair.occurrence.id));
        Row::new(fair.title()).icon("history").note(&format!("{day}{lunar}")).leads_to(to)
    };
    html! { @if !all.is_empty() { (section("h-past", &v.t("parking-after-title"), None, rows(all.iter().map(row)))) } }
}

fn moves(ctx: Ctx<'_>, d: &Desk<'_>, f: &Fields<'_>, lots: &[Lot]) -> Markup {
    let v = ctx.v;
    let options: Vec<(String, &str)> = lots.iter().map(|lot| (lot.id.to_string(), says::name(v, &lot.name))).collect();
    let field = |name, key| Field::new(name, v.t(key));
    html! {
        @if d.read.moves.is_empty() { p class="note" { (v.t("parking-moves-none")) } }
        @else { (rows(d.read.moves.iter().map(|one| car(ctx, one, lots)))) }
        form method="post" action=(ctx.path("/parking/moves")) {
            p class="sec note" { (v.t("parking-moves-how")) }
            (once(&d.form.once))
            (f.text_field(field("plate", "parking-move-plate").value(&d.form.plate).hint(v.t("parking-move-plate-hint")).longest(8).autocomplete("off")))
            (f.select(field("lot", "parking-move-lot").value(&d.form.lot), options.iter().map(|(id, name)| (id.as_str(), *name))))
            (f.text_field(field("spot", "parking-move-spot").value(&d.form.spot).longest(40).optional()))
            (f.text_field(field("asker", "parking-move-asker").value(&d.form.asker).longest(30).autocomplete("off").optional()))
            (f.tel_field(field("phone", "parking-move-phone").value(&d.form.phone).autocomplete("off").optional()))
            (actions(html! { (Button::new(v.t("parking-move-ask"))) }))
        }
    }
}

fn car(ctx: Ctx<'_>, one: &InTheWay, lots: &[Lot]) -> Row {
    let v = ctx.v;
    let title = one.plate.clone().unwrap_or_else(|| v.t("parking-move-forgotten"));
    let lot = lots.iter().find(|lot| lot.id == one.lot).map_or("", |lot| says::name(v, &lot.name));
    let asker = one.asker.iter().cloned().chain(one.phone.as_ref().map(ToString::to_string));
    let note = [lot, one.spot.as_str()].into_iter().map(str::to_owned).chain(asker).filter(|t| !t.is_empty());
    let row = Row::new(title.clone()).icon("alert-triangle").note(&note.collect::<Vec<_>>().join(" · "));
    if one.done {
        return row.end(status(page::Kind::Ok, &v.t("parking-moves-done")));
    }
    let label = v.t("parking-marshal-moved");
    row.end(html! {
        form method="post" action=(ctx.path("/parking/moves/done")) {
            (Button::new(label.clone()).small(true).about(format!("{label} {title}")).named("id", one.id.to_string()))
        }
    })
}
