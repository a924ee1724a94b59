//! Another time for one date, or for it and all later ones.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Field, Fields, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::Ctx;
use crate::says as rooms;
use crate::series::answers::{Look, Stands};
use crate::series::forms::DateForm;

pub fn edit(
    ctx: Ctx<'_>,
    (look, on): (&Look, Date),
    (form, problems): (&DateForm, &Problems),
    refused: Option<&Said>,
) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, problems);
    let t = |key: &str| v.t(&format!("venues-series-{key}"));
    let when = v.when(&ctx.station.zone);
    let length =
        |n: i32| Choice::new(n.to_string(), rooms::short_length(v, &when, n)).chosen(form.minutes == n.to_string());
    let lengths: Vec<Choice> = look.offering.policy.lengths().into_iter().map(length).collect();
    let later = form.which == "later";
    let which = [
        Choice::new("one", t("only-this")).note(t("only-this-note")).chosen(!later),
        Choice::new("later", t("this-and-later")).note(t("this-and-later-note")).chosen(later),
    ];
    // What staff have made for a person, staff change from a day on.
    let may_change = ctx.staff || look.series.self_made;
    let booked = look.lines.iter().any(|l| l.on == on && l.stands == Stands::Booked);
    let path = ctx.date(look.series.id, on);
    html! {
        @if let Some(said) = refused { (page::notice(Tone::Stop, &said.what, html! {})) }
        (f.summary())
        form method="post" action={ (path) "/time" } {
            (page::once(&form.once))
            (f.time_field(Field::new("at", t("at")).value(&form.at)))
            (page::segmented("minutes", &t("how-long"), &lengths))
            (f.date_field(Field::new("on", t("on-day")).value(&form.on).hint(t("on-day-hint"))))
            @if booked && may_change { (page::radio_cards(&f, "which", &t("which"), &which)) }
            @else { input type="hidden" name="which" value="one"; }
            (page::actions(html! { (Button::new(t("keep"))) }))
        }
        @if booked {
            form class="sec" method="post" action={ (path) "/cancellation" } { (Button::new(t("cancel-this")).flat()) }
        }
    }
}
