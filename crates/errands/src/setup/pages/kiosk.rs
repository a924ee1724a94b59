//! The link by which a device becomes the kiosk.
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::page::{Button, Tone, actions, notice};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::says;

/// Since when a link holds, and the address of one that was just made: it is told this once.
pub fn kiosk(ctx: Ctx<'_>, since: Option<Timestamp>, made: Option<&str>) -> Result<Markup, Fault> {
    let v = ctx.v;
    let code = made.map(|url| stations::poster_code(v, url)).transpose()?;
    let path = ctx.path("/lines/kiosk");
    let words = match since {
        Some(at) => v.ta("kiosk-open-since", &[("at", says::at(&ctx.when(), at).into())]),
        None => v.t("kiosk-none"),
    };
    Ok(html! {
        @if let (Some(url), Some(code)) = (made, code) {
            (notice(Tone::Lamp, &v.t("kiosk-made"), html! { p { (url) } (code) p { (v.t("kiosk-made-how")) } }))
        }
        p class="sec" { (v.t("kiosk-desk-how")) }
        p class="sec" { (words) }
        form method="post" action=(path) {
            (actions(html! {
                @if since.is_some() {
                    p class="note" { (v.t("kiosk-renew-why")) }
                    (Button::new(v.t("kiosk-renew-again")).named("do", "renew"))
                    (Button::new(v.t("kiosk-close")).flat().named("do", "close"))
                } @else {
                    (Button::new(v.t("kiosk-renew")).named("do", "renew"))
                }
            }))
        }
    })
}
