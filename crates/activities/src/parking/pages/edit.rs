//! A lot as a manager writes it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, actions, once, section};
use maud::{Markup, html};

use crate::fairday::Ctx;
use crate::parking::forms::{LotForm, capacity_field, held_field};
use crate::parking::rules::{Class, Why};
use crate::parking::says;

pub fn edit(ctx: Ctx<'_>, action: &str, form: &LotForm, problems: &Problems) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, problems);
    let field = |name: &'static str, key| Field::new(name, v.t(key)).value(form.get(name));
    let number = |field: Field<'_>| f.number_field(field.range(0, 5000).optional());
    html! {
        (f.summary())
        form method="post" action=(action) {
            (once(form.get("once")))
            (f.text_field(field("name_zh", "parking-lot-name-zh").longest(40)))
            (f.text_field(field("name_en", "parking-lot-name-en").longest(60).optional()))
            (f.text_field(field("slug", "parking-lot-slug").hint(v.t("parking-lot-slug-hint")).longest(20)))
            (f.text_field(field("address", "parking-lot-address").longest(60).optional()))
            (f.text_field(field("at", "parking-lot-at").hint(v.t("parking-lot-at-hint")).longest(40).optional()))
            (f.number_field(field("place", "parking-lot-place").range(1, 20)))
            (f.number_field(field("threshold", "parking-lot-threshold").range(10, 100)))
            (f.time_field(field("opens", "parking-lot-opens")))
            (f.time_field(field("closes", "parking-lot-closes")))
            (f.time_field(field("leave_by", "parking-lot-leave").optional()))
            (section("f-bays", &v.t("parking-lot-bays"), None, html! {
                @for class in Class::ALL {
                    @let label = v.ta("parking-lot-capacity", &[("class", says::class(v, class).into())]);
                    (number(Field::new(capacity_field(class), label).value(form.get(capacity_field(class)))))
                    // Of other classes bays are seldom held back: it is asked of those that have some.
                    @for why in Why::ALL {
                        @let name = held_field(class, why);
                        @if class == Class::Car || !form.get(name).is_empty() {
                            @let why = v.t(&format!("parking-why-{}", why.name()));
                            @let key = if class == Class::Car { "parking-lot-held" } else { "parking-lot-held-of" };
                            @let args = [("why", why.into()), ("class", says::class(v, class).into())];
                            (number(Field::new(name, v.ta(key, &args)).value(form.get(name))))
                        }
                    }
                }
            }))
            (actions(html! { (Button::new(v.t("parking-lot-save"))) }))
        }
    }
}
