//! Lines with who waits in them, what each desk serves, and the end of the day.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, empty, notice, once, pill, section, table};
use maud::{Markup, html};

use super::{Ctx, retired_link};
use crate::answers::{Board, Desk};
use crate::desk::asked::MOST_IN_A_REASON;
use crate::desk::seen;
use crate::rules::Line;
use crate::says;

pub struct Page<'a> {
    pub board: &'a Board,
    /// The desk that was just changed.
    pub kept: Option<i32>,
    /// So many tickets the end of the day has closed.
    pub closed: Option<usize>,
    pub problems: &'a Problems,
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let f = Fields::new(ctx.v, p.problems);
    let head = ["line", "waiting", "coming", "desks", "hours"].map(|h| ctx.v.t(&format!("errands-desk-col-{h}")));
    let rows: Vec<Vec<Markup>> = p.board.lines.iter().map(|l| line(ctx, p.board, l)).collect();
    html! {
        (f.summary())
        @if let Some(n) = p.closed { (notice(Tone::Ok, &ctx.v.ta("errands-desk-closed", &[("n", n.into())]), html! {})) }
        @if let Some(n) = p.kept { (notice(Tone::Ok, &ctx.v.ta("errands-desk-kept-desk", &[("n", n.into())]), html! {})) }
        @if p.board.lines.is_empty() { (empty("list", &ctx.v.t("errands-desk-no-lines"), None)) } @else {
            (table(&ctx.v.t("errands-desk-lines"), &head.each_ref().map(String::as_str), &rows))
        }
        p class="chips" { (Button::new(ctx.v.t("setup-new-line")).small(false).icon("plus").href(ctx.path("/lines/new"))) }
        (section("h-desks", &ctx.v.t("errands-desk-desks"), None, html! {
            div class="desks" { @for d in &p.board.desks { (desk(ctx, p.board, d)) } }
            p class="chips" { (Button::new(ctx.v.t("setup-new-desk")).small(false).icon("plus").href(ctx.path("/lines/desks/new"))) }
        }))
        (section("h-kiosk", &ctx.v.t("kiosk-desk"), None, html! {
            p class="chips" { (Button::new(ctx.v.t("kiosk-renew")).small(false).icon("ticket").href(ctx.path("/lines/kiosk"))) }
        }))
        (section("h-lounge", &ctx.v.t("lounge-title"), None, html! {
            p class="chips" { (Button::new(ctx.v.t("lounge-seats")).small(false).icon("armchair").href(ctx.path("/lounge"))) }
        }))
        (section("h-day", &ctx.v.t("errands-desk-end-of-day"), None, html! {
            p { (ctx.v.t("errands-desk-end-of-day-why")) }
            p class="chips" { (Button::new(ctx.v.t("errands-desk-end-day")).small(false).icon("moon").href(ctx.path("/lines/closing"))) }
        }))
        (retired_link(ctx))
    }
}

fn line(ctx: Ctx<'_>, board: &Board, l: &Line) -> Vec<Markup> {
    let (here, coming) = seen::waiting(board, l.id);
    let desks: Vec<String> = board.desks_of(l.id).map(|d| d.id.to_string()).collect();
    let called = format!("{} {}", l.letter, says::name(ctx.v, &l.name));
    vec![
        html! {
            a href=(ctx.path(&format!("/lines/{}", l.id)))
                aria-label=(ctx.v.ta("setup-edit-line", &[("line", called.into())])) {
                b { (l.letter) } " " (says::name(ctx.v, &l.name))
            }
            " " (pill(&ctx.v.t("booked-policy"), &ctx.path(&format!("/lines/{}/appointments", l.id))))
        },
        html! { (here) },
        html! { (coming) },
        html! { @if desks.is_empty() { (ctx.v.t("errands-desk-no-desk-serves")) } @else { (desks.join(" · ")) } },
        html! { @if l.hours.is_empty() { (ctx.v.t("errands-desk-as-station")) } @else { (says::hours(ctx.v, &l.hours)) } },
    ]
}

/// What a desk serves: boxes to tick, one form each.
fn desk(ctx: Ctx<'_>, board: &Board, d: &Desk) -> Markup {
    html! {
        form method="post" action=(ctx.path(&format!("/lines/desks/{}", d.id))) class="card pad" {
            fieldset {
                legend { (ctx.v.ta("errands-desk-desk", &[("n", d.id.into())])) " " small { (says::name(ctx.v, &d.note)) } }
                @for l in &board.lines {
                    label class="chk" {
                        input type="checkbox" name="line" value=(l.id) checked[d.lines.contains(&l.id)];
                        span class="box" aria-hidden="true" { (kernel::page::icon("check")) }
                        span { b { (l.letter) " " (says::name(ctx.v, &l.name)) } }
                    }
                }
            }
            (Button::new(ctx.v.t("errands-desk-keep")).small(true)
                .about(ctx.v.ta("errands-desk-keep-desk", &[("n", d.id.into())])))
            " "
            a href=(ctx.path(&format!("/lines/desks/{}/note", d.id)))
                aria-label=(ctx.v.ta("setup-where-desk", &[("n", d.id.into())])) { (ctx.v.t("setup-where")) }
        }
    }
}

/// The end of the day says first whom it hits.
pub fn closing(ctx: Ctx<'_>, board: &Board, (token, reason): (&str, &str), problems: &Problems) -> Markup {
    let f = Fields::new(ctx.v, problems);
    let n = seen::hit_by_closing(board);
    let numbers: Vec<String> = (board.standing.iter())
        .filter(|k| k.ticket.state != crate::rules::State::Serving)
        .map(|k| board.number(k).to_string())
        .collect();
    let field = Field::new("reason", ctx.v.t("errands-desk-reason"))
        .value(reason)
        .hint(ctx.v.t("errands-desk-closing-hint"))
        .longest(MOST_IN_A_REASON);
    html! {
        (f.summary())
        @if n == 0 { (empty("circle-check", &ctx.v.t("errands-desk-closing-none"), None)) } @else {
            (notice(Tone::Lamp, &ctx.v.ta("errands-desk-closing-hits", &[("n", n.into())]), html! { p { (numbers.join(" · ")) } }))
            form method="post" action=(ctx.path("/lines/closing")) {
                (once(token))
                (f.text_field(field))
                (actions(html! {
                    (Button::new(ctx.v.ta("errands-desk-end-day-of", &[("n", n.into())])).danger())
                    (Button::new(ctx.v.t("errands-desk-not-yet")).flat().href(ctx.path("/lines")))
                }))
            }
        }
    }
}
