//! What else whoever has the receipt may do: print it, say whether it may be published, leave or erase a number, take all back.
use kernel::page::{self, Button, Field, Fields};
use maud::{Markup, html};

use super::next::act;
use super::parts::{self, Shown, folded};
use crate::answers::PublicState;
use crate::frame::Frame;
use crate::public::paths::{opinions_path, post_path};
use crate::rules::State;

pub fn more(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let v = f.v;
    if s.seen.state == State::Withdrawn {
        return html! {};
    }
    let others = html! {
        (slip(f, s))
        (public(f, s))
        (phone(f, s))
    };
    let withdraw = act(
        f,
        s,
        ("/withdrawal", false),
        html! {
            p { (v.t("opinions-withdraw-note")) }
            (page::actions(html! { (Button::new(v.t("opinions-withdraw")).danger().icon("trash")) }))
        },
    );
    let note = v.t("opinions-seen-more-note");
    let wrong = s.problems.of(v, "phone").is_some() || !s.form.phone.is_empty();
    html! {
        (folded(wrong, "settings", (&v.t("opinions-seen-more"), Some(&note)), others))
        (folded(false, "trash", (&v.t("opinions-withdraw"), None), withdraw))
    }
}

fn slip(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    html! {
        form method="post" action={ (opinions_path(f.station)) "/slip" } {
            (parts::receipt(s.receipt))
            (Button::new(f.v.t("opinions-left-print")).secondary().icon("printer"))
        }
    }
}

fn public(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, seen) = (f.v, s.seen);
    let yes = seen.may_publish;
    let state = html! {
        p { (v.t(if yes { "opinions-public-is-yes" } else { "opinions-public-is-no" })) }
        @match &seen.public {
            Some(PublicState::Waiting) if yes => p class="note" { (v.t("opinions-public-waits")) },
            Some(PublicState::Masked { title, text, not_before }) => {
                p class="note" { (v.ta("opinions-public-masked", &[("day", f.when().date_in_full(*not_before).into())])) }
                p { b { (title) } }
                p class="said" { (text) }
            }
            Some(PublicState::Released { post, .. }) => p { a href=(post_path(f.station, *post)) { (v.t("opinions-public-released")) } },
            _ => {}
        }
    };
    let button = Button::new(v.t(if yes { "opinions-public-no" } else { "opinions-public-yes" })).secondary();
    let allow = if yes { "" } else { "1" };
    html! {
        div class="sec" { (state) }
        (act(f, s, ("/publication", false), html! {
            input type="hidden" name="allow" value=(allow);
            (page::actions(html! { (button) }))
        }))
    }
}

fn phone(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, s.problems));
    let field = Field::new("phone", v.t("opinions-new-phone")).value(&s.form.phone);
    act(
        f,
        s,
        ("/phone", false),
        html! {
            @if s.seen.has_contact {
                p class="sec" { (v.t("opinions-phone-is")) }
                input type="hidden" name="allow" value="none";
                (page::actions(html! { (Button::new(v.t("opinions-phone-remove")).secondary()) }))
            } @else if s.seen.may_set_phone {
                (fields.tel_field(field.hint(v.t("opinions-new-phone-hint"))))
                (page::actions(html! { (Button::new(v.t("opinions-phone-set")).secondary()) }))
            }
        },
    )
}
