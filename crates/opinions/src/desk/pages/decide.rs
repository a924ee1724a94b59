//! The second hand: what everybody reads, why somebody wants it hidden or seen again, and two buttons. Whose it is stands nowhere here.
use kernel::form::Problems;
use kernel::page::{Button, Fields, actions, card, once, section};
use maud::{Markup, html};

use super::ctx::Ctx;
use super::public::asked;
use crate::answers::DeskPost;

pub fn decide(x: Ctx<'_>, post: &DeskPost, problems: &Problems, token: &str) -> Markup {
    let (v, appeal) = (x.v, post.hiding.as_ref().is_some_and(|h| h.hide.is_some()));
    let keys = match appeal {
        true => ["opinions-desk-appeal-yes", "opinions-desk-appeal-no"],
        false => ["opinions-desk-hide-no", "opinions-desk-hide-yes"],
    };
    let [show, hide] = keys.map(|key| v.t(key));
    html! {
        (Fields::new(v, problems).summary())
        (section("h-public", &v.t("opinions-desk-public"), None, card(html! {
            p { b { (post.title) } }
            p class="said" { (post.text) }
            @if let Some(answer) = &post.answer { p class="said" { (answer) } }
        })))
        @if let Some(h) = &post.hiding {
            (section("h-asked", &v.t("opinions-desk-hide-reason"), None, card(html! {
                p class="said" { (asked(x, h)) }
                @if appeal { p class="note" { (v.ta("opinions-desk-hide-was", &[("reason", h.reason.as_str().into())])) } }
            })))
        }
        p class="chips note" { (v.t("opinions-desk-hide-how")) }
        form method="post" action=(x.path(&format!("/decisions/{}", post.id))) {
            (once(token))
            input type="hidden" name="appeal" value=(if appeal { "1" } else { "" });
            (actions(html! {
                (Button::new(show).secondary().named("hidden", "0"))
                (Button::new(hide).danger().named("hidden", "1"))
            }))
        }
    }
}
