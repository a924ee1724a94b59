//! A door as the manager sets it up: the sheet to hang there, the keypad's key, the lock's address.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, notice, once, pill, section};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::door::answers::Managed;
use crate::rules::Key;

pub struct Edit<'a> {
    pub door: &'a Managed,
    /// What was typed.
    pub lock_url: &'a str,
    pub problems: &'a Problems,
    /// A key that was just made; it is shown this once.
    pub key: Option<&'a str>,
    pub kept: bool,
    /// Where the keypad asks.
    pub entries: &'a str,
    pub once: &'a str,
}

pub fn body(ctx: Ctx<'_>, e: &Edit<'_>) -> Markup {
    let v = ctx.v;
    let t = |key: &str| v.t(&format!("door-desk-{key}"));
    let fields = Fields::new(v, e.problems);
    let poster = ctx.station.path(&format!("/doors/{}/poster", e.door.venue.slug));
    let page = ctx.station.path(&format!("/doors/{}", e.door.venue.slug));
    html! {
        @if e.kept { (notice(Tone::Ok, &t("kept"), html! {})) }
        @if let Some(key) = e.key { (notice(Tone::Lamp, &t("key-once"), html! { p { code { (key) } } })) }
        (fields.summary())
        (section("h-sheet", &t("sheet"), None, html! {
            p { (t("sheet-why")) }
            p class="chips" { (pill(&t("sheet-print"), &poster)) (pill(&t("sheet-see"), &page)) }
        }))
        @match e.door.venue.key {
            Key::Code => div class="two-up" {
                (section("h-keypad", &t("keypad"), None, keypad(ctx, e)))
                (section("h-lock", &t("lock"), None, lock(ctx, e, &fields)))
            },
            Key::Open | Key::Clerk => p class="note" { (t("no-code")) },
        }
    }
}

fn keypad(ctx: Ctx<'_>, e: &Edit<'_>) -> Markup {
    let t = |key: &str| ctx.v.t(&format!("door-desk-{key}"));
    let label = if e.door.has_key { "key-again" } else { "key-make" };
    html! {
        p { (t("keypad-why")) }
        p { code { (e.entries) } }
        p class="note" { (t(if e.door.has_key { "key-there" } else { "key-none" })) }
        form method="post" action=(ctx.path(&format!("/venues/{}/door/keys", e.door.venue.id))) {
            (once(e.once))
            (actions(html! { (Button::new(t(label)).secondary()) }))
        }
    }
}

fn lock(ctx: Ctx<'_>, e: &Edit<'_>, fields: &Fields<'_>) -> Markup {
    let t = |key: &str| ctx.v.t(&format!("door-desk-{key}"));
    let field =
        Field::new("lock_url", t("lock-url")).value(e.lock_url).hint(t("lock-url-hint")).longest(500).optional();
    html! {
        p { (t("lock-why")) }
        form method="post" action=(ctx.path(&format!("/venues/{}/door", e.door.venue.id))) {
            (fields.text_field(field))
            p class="note" { (t("lock-anew")) }
            (actions(html! { (Button::new(ctx.v.t("venues-desk-keep"))) }))
        }
    }
}
