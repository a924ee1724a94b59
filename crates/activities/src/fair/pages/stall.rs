//! Applying for a stall place, and what became of it.
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Field, Fields, HtmlPage, actions, facts};
use maud::{Markup, html};
use serde::Deserialize;

use crate::OccurrenceId;
use crate::fair::answers::Seen;
use crate::fair::asked::NewFairStall;
use crate::fair::rules::{Goods, Stands};
use crate::fair::says;
use crate::fairday::{FairDay, Frame};

/// The fields as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StallForm {
    pub once: String,
    pub goods: String,
    pub sells: String,
    pub metres: String,
    pub power: String,
    pub trade_name: String,
    pub trade_public: String,
    pub name: String,
    pub phone: String,
}

impl StallForm {
    pub fn read(&self) -> Result<NewFairStall, Problems> {
        let mut problems = Problems::default();
        let goods = problems.take("goods", Goods::named(&self.goods).ok_or(()), "fairday-empty");
        let metres = problems.take("metres", self.metres.trim().parse(), "fair-bad-metres");
        let new = goods.zip(metres).map(|(goods, metres)| NewFairStall {
            goods,
            sells: self.sells.clone(),
            metres,
            power: !self.power.is_empty(),
            trade_name: self.trade_name.clone(),
            trade_public: !self.trade_public.is_empty(),
            name: self.name.clone(),
            phone: Some(self.phone.clone()),
        });
        problems.or_else_all(new)
    }
}

pub struct Applying<'a> {
    pub fair: OccurrenceId,
    pub title: &'a str,
    pub form: &'a StallForm,
    pub problems: &'a Problems,
}

pub fn applying(f: Frame<'_>, a: &Applying<'_>) -> HtmlPage {
    let v = f.v;
    let fields = Fields::new(v, a.problems);
    let action = f.station.path(&format!("/fair/stalls/new?fair={}", a.fair));
    f.shell(v.t("fair-apply")).back(v.t("fair-title"), f.station.path("/fair")).status(a.problems.status()).body(html! {
        (fields.summary())
        p class="note" { (a.title) }
        form method="post" action=(action) {
            (page::once(&a.form.once))
            (stall_fields(&fields, a.form))
            (fields.tel_field(Field::new("phone", v.t("fair-phone")).value(&a.form.phone).hint(v.t("fair-phone-hint"))))
            (actions(html! { (Button::new(v.t("fair-apply-do")).huge()) }))
        }
    })
}

/// What is asked of everybody, also by a clerk who types it.
pub fn stall_fields(fields: &Fields<'_>, form: &StallForm) -> Markup {
    let v = fields.v;
    let goods = Goods::ALL.map(|g| (g.name(), says::goods(v, g)));
    html! {
        (fields.select(Field::new("goods", v.t("fair-goods")).value(&form.goods), goods.iter().map(|(name, words)| (*name, words.as_str()))))
        (fields.text_field(Field::new("sells", v.t("fair-sells")).value(&form.sells).longest(40)))
        (fields.number_field(Field::new("metres", v.t("fair-metres")).value(&form.metres).range(1, 50)))
        (fields.checkbox(Field::new("power", v.t("fair-power")), !form.power.is_empty()))
        (fields.text_field(Field::new("name", v.t("fair-name")).value(&form.name).longest(30).autocomplete("name")))
        (fields.text_field(Field::new("trade_name", v.t("fair-trade-name")).value(&form.trade_name).longest(40).optional()))
        (fields.checkbox(Field::new("trade_public", v.t("fair-trade-public")), !form.trade_public.is_empty()))
    }
}

pub fn stall(f: Frame<'_>, (fair, seen, ahead): (&FairDay, &Seen, usize)) -> HtmlPage {
    let (v, when, s) = (f.v, f.when(), &seen.stall);
    let (kind, words) = says::state(v, s);
    let title = match s.state {
        Stands::Given => v.ta("fair-your-place", &[("place", s.code.clone().unwrap_or_default().into())]),
        Stands::Waiting => v.ta("fair-your-turn", &[("n", ahead.into())]),
        Stands::Withdrawn => v.t("fair-given-back"),
    };
    let [number, what, long, day] = ["fair-number", "fair-sells", "fair-metres", "fair-day"].map(|key| v.t(key));
    f.shell(v.t("fair-stall")).back(v.t("fair-title"), f.station.path("/fair")).body(html! {
        (Answer::new(kind, words, title).under(fair.title().to_owned()))
        (facts([
            (number.as_str(), html! { (s.number) }),
            (what.as_str(), html! { (s.sells) }),
            (long.as_str(), html! { (s.metres) }),
            (day.as_str(), html! { (says::day(v, &when, fair.day(f.station))) }),
        ]))
        @if s.state != Stands::Withdrawn {
            form method="post" action={ (says::stall_path(f.station, s.id)) "/withdrawal" } {
                (actions(html! { (Button::new(v.t("fair-give-back")).danger()) }))
            }
        }
    })
}
