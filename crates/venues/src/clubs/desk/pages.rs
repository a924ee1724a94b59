//! Clubs as the desk sees them.
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, Kind, Row, Tone};
use maud::{Markup, html};

use super::read::{DeskClub, Member, waits};
use crate::clubs::answers::{Listed, Seen};
use crate::clubs::asked::LONGEST_REASON;
use crate::clubs::forms::ClubForm;
use crate::clubs::pages::text_fields;
use crate::clubs::says::{self, club_path};
use crate::desk::pages::Ctx;

pub fn list(ctx: Ctx<'_>, all: &[Listed], form: &ClubForm, problems: &Problems) -> Markup {
    let v = ctx.v;
    let fields = Fields::new(v, problems);
    let phone = Field::new("phone", v.t("clubs-desk-phone")).value(&form.phone).hint(v.t("clubs-desk-phone-hint"));
    html! {
        (fields.summary())
        @if all.is_empty() { (page::empty("users", &v.t("clubs-none"), None)) }
        @else { (page::section("all", &v.t("clubs-here"), None, page::rows(all.iter().map(|l| row(ctx, l))))) }
        (page::section("new", &v.t("clubs-desk-new"), None, html! {
            form method="post" action=(ctx.path("/clubs")) {
                (page::once(&form.once))
                (text_fields(&fields, form))
                (fields.tel_field(phone.autocomplete("off")))
                (page::actions(html! { (Button::new(v.t("clubs-desk-found")).icon("user-plus")) }))
            }
        }))
    }
}

fn row(ctx: Ctx<'_>, l: &Listed) -> Row {
    let v = ctx.v;
    let (kind, word) = match &l.hiding {
        _ if !waits(l) => says::joining(v, &l.club),
        Some(h) if !h.appeal.is_empty() => (Kind::Stop, v.t("clubs-desk-appealed")),
        Some(h) if h.is_agreed() => (Kind::Stop, v.t("clubs-desk-hidden")),
        Some(_) => (Kind::Away, v.t("clubs-desk-hiding")),
        None if l.club.heir.is_some() => (Kind::Away, v.t("clubs-desk-heir")),
        None => (Kind::Stop, v.t("clubs-desk-leaderless")),
    };
    let next = match &l.next {
        Some((span, offering)) => says::meeting(v, ctx.station, span, offering),
        None => v.t("clubs-no-next"),
    };
    let many = v.ta("clubs-members-n", &[("n", l.members.into())]);
    let row = Row::new(&l.club.name).icon("users").status(kind, &word).note(&format!("{many} · {next}"));
    let row = match l.asking {
        0 => row,
        n => row.note(&v.ta("clubs-asking-n", &[("n", n.into())])),
    };
    row.leads_to(ctx.path(&format!("/clubs/{}", l.club.id)))
}

pub fn one(ctx: Ctx<'_>, club: &DeskClub, problems: &Problems, done: bool) -> Markup {
    let (v, seen) = (ctx.v, &club.seen);
    let fields = Fields::new(v, problems);
    let open = seen.club.closed_at.is_none();
    let (led, text) = (v.t("clubs-led-by"), v.t("clubs-about"));
    html! {
        @if done { (page::notice(Tone::Ok, &v.t("games-desk-done"), html! {})) }
        (fields.summary())
        (page::facts([
            (led.as_str(), html! { (leader(ctx, club)) }),
            (text.as_str(), html! { (seen.club.about) }),
        ]))
        @if !open { (page::notice(Tone::Lamp, &v.t("clubs-closed"), html! { p { (seen.club.reason) } })) }
        @if open {
            (ways(ctx, seen))
            (page::section("members", &v.t("clubs-members"), None, members(ctx, club)))
            (page::section("hide", &v.t("clubs-desk-hide"), None, hide(ctx, seen, &fields)))
            (page::section("close", &v.t("clubs-end"), None, close(ctx, seen, &fields)))
        }
    }
}

fn leader(ctx: Ctx<'_>, club: &DeskClub) -> String {
    let leader = club.seen.club.leader;
    let found = club.members.iter().find(|m| Some(m.named.member.person) == leader && !m.named.member.is_child());
    found.map_or_else(|| ctx.v.t("clubs-no-leader-yet"), |m| says::member(ctx.v, &m.named))
}

/// The leader's pages, which staff use in the leader's place.
fn ways(ctx: Ctx<'_>, seen: &Seen) -> Markup {
    let path = club_path(ctx.station, seen.club.id);
    let ways = [
        ("clubs-see", ""),
        ("clubs-people", "/people"),
        ("clubs-meetings", "/meetings"),
        ("clubs-tell", "/notices"),
        ("clubs-settings", "/text"),
    ];
    html! {
        ul class="chips" {
            @for (key, below) in ways { li { (page::pill(&ctx.v.t(key), &format!("{path}{below}"))) } }
        }
    }
}

fn members(ctx: Ctx<'_>, club: &DeskClub) -> Markup {
    html! { ul class="card rows" { @for m in &club.members { li { (member(ctx, &club.seen, m)) } } } }
}

/// A member with the number, whom the desk may ask to lead.
fn member(ctx: Ctx<'_>, seen: &Seen, m: &Member) -> Row {
    let v = ctx.v;
    let (name, of) = (says::member(v, &m.named), &m.named.member);
    let (leads, asked) = (seen.club.leader == Some(of.person), seen.club.heir == Some(of.person));
    let about = v.ta("clubs-hand-over-about", &[("name", name.as_str().into())]);
    let row = Row::new(name.clone()).person(&name);
    let row = match (of.is_in, of.is_child()) {
        (false, _) => row.status(Kind::Away, &v.t("clubs-asking-one")),
        (true, false) if leads => row.status(Kind::Ok, &v.t("clubs-leads")),
        (true, false) if asked => row.status(Kind::Away, &v.t("clubs-desk-heir")),
        (true, _) => row,
    };
    let path = ctx.path(&format!("/clubs/{}/successor", seen.club.id));
    row.end(html! {
        div class="chips" {
            @if let Some(phone) = &m.phone { span class="note" { a href={ "tel:" (phone.full()) } { (phone) } } }
            @if of.is_in && !of.is_child() && !leads && !asked {
                form method="post" action=(path) {
                    (Button::new(v.t("clubs-hand-over")).small(false).named("member", of.id.to_string()).about(about))
                }
            }
        }
    })
}

/// Words that should not stand there: one asks, another agrees, the leader may answer.
fn hide(ctx: Ctx<'_>, seen: &Seen, fields: &Fields<'_>) -> Markup {
    let v = ctx.v;
    let path = ctx.path(&format!("/clubs/{}/hiding", seen.club.id));
    let act = |below: &str, button: Button| html! { form method="post" action={ (path) (below) } { (button) } };
    let Some(hiding) = &seen.hiding else {
        return html! {
            p class="note" { (v.t("clubs-desk-hide-what")) }
            form method="post" action=(path) {
                (fields.text_field(Field::new("words", v.t("clubs-desk-hide-why")).longest(LONGEST_REASON.into())))
                (page::actions(html! { (Button::new(v.t("clubs-desk-hide-ask")).secondary()) }))
            }
        };
    };
    let key = if hiding.is_agreed() { "clubs-desk-hidden-for" } else { "clubs-desk-hiding-for" };
    let said = v.ta(key, &[("reason", hiding.reason.as_str().into())]);
    page::notice(
        Tone::Lamp,
        &said,
        html! {
            @if !hiding.appeal.is_empty() { p { (v.ta("clubs-desk-appeal", &[("words", hiding.appeal.as_str().into())])) } }
            ul class="chips" {
                @if !hiding.is_agreed() { li { (act("/agreement", Button::new(v.t("clubs-desk-hide-agree")).small(true))) } }
                li { (act("/end", Button::new(v.t("clubs-desk-show")).small(false))) }
            }
        },
    )
}

fn close(ctx: Ctx<'_>, seen: &Seen, fields: &Fields<'_>) -> Markup {
    let v = ctx.v;
    html! {
        p class="note" { (v.t("clubs-end-what")) }
        form method="post" action=(ctx.path(&format!("/clubs/{}/closure", seen.club.id))) {
            (fields.text_field(Field::new("reason", v.t("clubs-desk-close-why")).longest(LONGEST_REASON.into())))
            (page::actions(html! { (Button::new(v.t("clubs-close")).danger()) }))
        }
    }
}
