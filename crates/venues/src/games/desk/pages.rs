//! Today's games as the desk sees them.
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Field, Fields, Kind, Tone};
use maud::{Markup, html};

use super::read::{DeskGame, Games, Player};
use crate::desk::pages::Ctx;
use crate::games::pages::reason_field;
use crate::games::rules::Stands;
use crate::games::says;
use crate::says as rooms;

/// What was typed for a game that the desk posts.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct DeskForm {
    pub once: String,
    pub offering: String,
    pub on: String,
    pub at: String,
    pub more: String,
    pub name: String,
}

pub fn body(ctx: Ctx<'_>, games: &Games, form: &DeskForm, problems: &Problems, done: bool) -> Markup {
    let v = ctx.v;
    let fields = Fields::new(v, problems);
    let today = v.when(&ctx.station.zone).today();
    let is_today = |g: &&DeskGame| v.when(&ctx.station.zone).date(g.game.game.span.from) == today;
    let (on, off): (Vec<&DeskGame>, Vec<&DeskGame>) = games.all.iter().partition(|g| g.game.stands.is_on());
    let (now, later): (Vec<&DeskGame>, Vec<&DeskGame>) = on.into_iter().partition(is_today);
    let off: Vec<&DeskGame> = off.into_iter().filter(is_today).collect();
    html! {
        @if done { (page::notice(Tone::Ok, &v.t("games-desk-done"), html! {})) }
        (fields.summary())
        @if now.is_empty() { (page::empty("users", &v.t("games-desk-none"), None)) }
        (list(ctx, "games-desk-on", &now))
        (list(ctx, "games-desk-later", &later))
        (list(ctx, "games-desk-over", &off))
        (page::section("post", &v.t("games-desk-post"), None, post(ctx, games, form, &fields)))
    }
}

fn list(ctx: Ctx<'_>, key: &str, all: &[&DeskGame]) -> Markup {
    html! {
        @if !all.is_empty() {
            (page::section(key, &ctx.v.t(key), None, html! { ul class="card rows" { @for g in all { li { (row(ctx, g)) } } } }))
        }
    }
}

fn row(ctx: Ctx<'_>, g: &DeskGame) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let span = g.game.game.span;
    let (kind, words) = says::stands(v, &g.game, true, false);
    let kind = if g.game.stands == Stands::CalledOff { Kind::Stop } else { kind };
    html! {
        div class="row" {
            span class="day" { b { (when.day(when.date(span.from))) } (when.time(span.from)) }
            div {
                b { (rooms::name(v, &g.game.offering.name)) }
                (page::status(kind, &words))
                ul class="chips" { @for p in &g.players { li { (player(ctx, g, p)) } } }
                @if !g.game.game.note.is_empty() { p class="note" { (g.game.game.note) } }
                @if !g.game.game.reason.is_empty() { p class="note" { (g.game.game.reason) } }
                (in_person(ctx, g))
                @if g.game.stands.is_on() { (acts(ctx, g)) }
            }
        }
    }
}

fn name(ctx: Ctx<'_>, p: &Player) -> String {
    let phone = || p.phone.as_ref().map(ToString::to_string);
    let name = p.name.clone().or_else(phone).unwrap_or_else(|| ctx.v.t("games-somebody"));
    match p.entry.band() {
        Some(band) => {
            let key = if p.entry.seats() > 1 { "games-child-along" } else { "games-child" };
            ctx.v.ta(key, &[("name", name.into()), ("band", says::band_word(ctx.v, band).into())])
        }
        None => name,
    }
}

/// A player, whom the desk may let go; whoever posted a game calls it off instead.
fn player(ctx: Ctx<'_>, g: &DeskGame, p: &Player) -> Markup {
    let v = ctx.v;
    let name = name(ctx, p);
    let path = ctx.path(&format!("/games/{}/departure", g.game.game.id));
    let about = v.ta("games-desk-remove-about", &[("name", name.as_str().into())]);
    html! {
        span { (name) }
        @if let Some(phone) = &p.phone { span class="note" { a href={ "tel:" (phone.full()) } { (phone) } } }
        @if g.game.stands.is_on() && !p.is_poster {
            form method="post" action=(path) {
                (Button::new(v.t("games-desk-remove")).small(false).named("player", p.id.to_string()).about(about))
            }
        }
    }
}

/// Whom no message reaches, where there is something to tell.
fn in_person(ctx: Ctx<'_>, g: &DeskGame) -> Markup {
    let v = ctx.v;
    let told = matches!(g.game.stands, Stands::Unfilled | Stands::CalledOff | Stands::Filled);
    let names: Vec<String> = g.players.iter().filter(|p| p.phone.is_none()).map(|p| name(ctx, p)).collect();
    html! {
        @if told && !names.is_empty() {
            p class="note" { (v.ta("games-desk-tell", &[("names", names.join(&v.t("venues-and")).into())])) }
        }
    }
}

fn acts(ctx: Ctx<'_>, g: &DeskGame) -> Markup {
    let v = ctx.v;
    let fine = Problems::default();
    let fields = Fields::new(v, &fine);
    let path = ctx.path(&format!("/games/{}", g.game.game.id));
    let what = rooms::name(v, &g.game.offering.name).to_owned();
    let about = v.ta("games-desk-add-about", &[("what", what.into())]);
    html! {
        @if g.game.stands == Stands::Open && g.game.game.band.is_none() {
            details {
                summary { (v.t("games-desk-add")) }
                form method="post" action={ (path) "/players" } {
                    (page::once(&format!("{}-{}", g.game.game.id, g.players.len())))
                    (fields.text_field(Field::new("name", v.t("games-desk-name")).longest(30)))
                    (page::actions(html! { (Button::new(v.t("games-desk-add")).about(about)) }))
                }
            }
        }
        details {
            summary { (v.t("games-call-off")) }
            form method="post" action={ (path) "/cancellation" } {
                (reason_field(&fields, v.t("games-desk-reason")))
                (page::actions(html! { (Button::new(v.t("games-desk-end")).danger()) }))
            }
        }
    }
}

fn post(ctx: Ctx<'_>, games: &Games, form: &DeskForm, fields: &Fields<'_>) -> Markup {
    let v = ctx.v;
    let what: Vec<Choice> = games
        .hosts
        .iter()
        .map(|o| Choice::new(&o.slug, rooms::name(v, &o.name)).chosen(form.offering == o.slug))
        .collect();
    let today = v.when(&ctx.station.zone).today().to_string();
    let on = if form.on.is_empty() { &today } else { &form.on };
    let more = if form.more.is_empty() { "1" } else { &form.more };
    html! {
        form method="post" action=(ctx.path("/games")) {
            (page::once(&form.once))
            (page::radio_cards(fields, "offering", &v.t("games-what"), &what))
            div class="two-up" {
                (fields.date_field(Field::new("on", v.t("games-desk-on-day")).value(on)))
                (fields.time_field(Field::new("at", v.t("games-desk-at")).value(&form.at)))
                (fields.number_field(Field::new("more", v.t("games-how-many")).value(more).range(1, 50)))
                (fields.text_field(Field::new("name", v.t("games-desk-name")).value(&form.name).longest(30)))
            }
            (page::actions(html! { (Button::new(v.t("games-desk-post")).icon("user-plus")) }))
        }
    }
}
