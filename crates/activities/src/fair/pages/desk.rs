//! A fair at the desk: programme, plan, who wants a stall place.
use std::collections::BTreeMap;

use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section};
use maud::{Markup, html};

use super::plan::plan;
use super::stall::{StallForm, stall_fields};
use crate::fair::answers::{Seen, Whole};
use crate::fair::asked::NewFairPlace;
use crate::fair::rules::{Entry, Goods, Place, PlaceKind, Rule, Stands, best_for, fits};
use crate::fair::says;
use crate::fairday::Ctx;
use crate::fairday::text::typed_time;

/// What was typed into one of the forms, by its fields.
pub type Typed = BTreeMap<String, String>;

pub struct AtDesk<'a> {
    pub whole: &'a Whole,
    pub stalls: &'a [Seen],
    pub typed: &'a Typed,
    pub problems: &'a Problems,
    pub once: &'a str,
    pub done: bool,
    pub manager: bool,
}

impl AtDesk<'_> {
    fn typed(&self, name: &str) -> &str {
        self.typed.get(name).map_or("", String::as_str)
    }
}

pub fn desk(ctx: Ctx<'_>, d: &AtDesk<'_>) -> Markup {
    let (v, w) = (ctx.v, d.whole);
    let f = Fields::new(v, d.problems);
    let path = ctx.path(&format!("/fair/{}", w.fair.occurrence.id));
    let bare = w.entries.is_empty() && w.places.is_empty();
    html! {
        @if d.done { (notice(Tone::Ok, &v.t("fairday-kept"), html! {})) }
        (f.summary())
        p class="note" { (w.fair.title()) " · " (says::day(v, &ctx.when(), w.fair.day(ctx.station))) }
        @if bare && d.manager {
            form method="post" action={ (path) "/copy" } { (actions(html! { (Button::new(v.t("fair-copy")).icon("copy")) })) }
        }
        (section("h-programme", &v.t("fair-programme"), None, programme(ctx, d, &f, &path)))
        (section("h-stalls", &v.t("fair-stalls"), None, stalls(ctx, d, &f, &path)))
        @if d.manager { (section("h-terms", &v.t("fair-terms"), None, terms(ctx, d, &f, &path))) }
        (section("h-plan", &v.t("fair-plan"), None, html! {
            @if w.places.is_empty() { (empty("map-pin", &v.t("fair-plan-none"), None)) } @else { (plan(v, w)) }
            @if d.manager { (places(ctx, d, &f, &path)) }
        }))
    }
}

/// A long form that opens when it is wanted, or when what was typed into it comes back; `field` is one that it must have.
fn folded(d: &AtDesk<'_>, field: &str, title: &str, form: Markup) -> Markup {
    html! { details class="card pad sec" open[d.typed.contains_key(field)] { summary { b { (title) } } (form) } }
}

fn programme(ctx: Ctx<'_>, d: &AtDesk<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let row = |e: &Entry| {
        let row = Row::new(e.title.clone()).when(&when.time(e.from), &when.time(e.until)).note(&says::entry_note(e));
        let row = match &e.off {
            Some(why) => row.status(page::Kind::Stop, &v.ta("fair-entry-off", &[("why", why.as_str().into())])),
            None => row,
        };
        if !d.manager {
            return row;
        }
        let [off, why, remove] = ["fair-entry-call-off", "fair-entry-off-why", "fair-remove"].map(|key| v.t(key));
        row.end(html! { div class="chips" {
            @if e.off.is_none() {
                form method="post" action={ (path) "/entries/" (e.id) "/cancellation" } {
                    input type="text" name="why" required maxlength="60" autocomplete="off" placeholder=(why)
                        aria-label=(format!("{why} {}", e.title));
                    (Button::new(off.clone()).small(false).about(format!("{off} {}", e.title)))
                }
            }
            form method="post" action={ (path) "/entries/" (e.id) "/removal" } {
                (Button::new(remove.clone()).small(false).about(format!("{remove} {}", e.title)))
            }
        } })
    };
    let field = |name: &'static str, key| Field::new(name, v.t(key)).value(d.typed(name));
    html! {
        @if !d.whole.entries.is_empty() { (rows(d.whole.entries.iter().map(row))) }
        @if d.manager {
            (folded(d, "title", &v.t("fair-entry-add"), html! { form method="post" action={ (path) "/entries" } {
                (once(d.once))
                (f.text_field(field("title", "fair-entry-title").longest(40)))
                (f.time_field(field("from", "fair-entry-from")))
                (f.time_field(field("until", "fair-entry-until")))
                (f.text_field(field("place", "fair-entry-place").longest(40).optional()))
                (f.text_field(field("who", "fair-entry-who").longest(40).optional()))
                (actions(html! { (Button::new(v.t("fair-entry-add")).icon("plus").secondary()) }))
            } }))
        }
    }
}

/// Who waits and who has a place; a place that fits is chosen already.
fn stalls(ctx: Ctx<'_>, d: &AtDesk<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let form = StallForm {
        goods: d.typed("goods").into(),
        sells: d.typed("sells").into(),
        name: d.typed("name").into(),
        metres: d.typed("metres").into(),
        power: d.typed("power").into(),
        trade_name: d.typed("trade_name").into(),
        trade_public: d.typed("trade_public").into(),
        ..StallForm::default()
    };
    html! {
        @if d.stalls.is_empty() { p class="note" { (v.t("fair-stalls-none")) } }
        @else { (rows(d.stalls.iter().filter(|s| s.stall.state != Stands::Withdrawn).map(|s| one(ctx, d, s, path)))) }
        (folded(d, "sells", &v.t("fair-apply-for"), html! { form method="post" action={ (path) "/stalls" } {
            (once(d.once))
            (stall_fields(f, &form))
            (f.tel_field(Field::new("phone", v.t("fair-phone")).value(d.typed("phone")).autocomplete("off").optional()))
            (actions(html! { (Button::new(v.t("fair-apply-for")).icon("user-plus").secondary()) }))
        } }))
    }
}

fn one(ctx: Ctx<'_>, d: &AtDesk<'_>, seen: &Seen, path: &str) -> Row {
    let (v, s) = (ctx.v, &seen.stall);
    let (kind, words) = says::state(v, s);
    let who = [
        seen.name.clone().unwrap_or_default(),
        seen.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
        s.trade_name.clone(),
    ];
    let who = who.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    let size = v.ta(
        "fair-size",
        &[("n", s.metres.into()), ("power", if s.power { v.t("fair-with-power") } else { String::new() }.into())],
    );
    let row = Row::new(format!("{} {}", s.turn, s.sells)).icon("pennant").status(kind, &words).note(&who);
    let row = row.note(&format!("{} · {size}", says::goods(v, s.goods)));
    let [give, off] = ["fair-give", "fair-call-off"].map(|key| v.t(key));
    let fitting: Vec<&Place> = d.whole.free_places().filter(|p| fits(p, s)).collect();
    let best = best_for(s, fitting.iter().copied());
    row.end(html! { div class="chips" {
        @if s.state == Stands::Waiting { @if let Some(best) = best {
            form method="post" action={ (path) "/stalls/" (s.id) "/place" } {
                select name="code" aria-label=(format!("{give} {}", s.sells)) {
                    @for p in &fitting { option value=(p.code) selected[p.code == best.code] { (p.code) } }
                }
                (Button::new(give.clone()).small(true).about(format!("{give} {}", s.sells)))
            }
        } }
        form method="post" action={ (path) "/stalls/" (s.id) "/withdrawal" } {
            (Button::new(off.clone()).small(false).about(format!("{off} {}", s.sells)))
        }
    } })
}

fn terms(ctx: Ctx<'_>, d: &AtDesk<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let now = d.whole.terms.as_ref();
    let rules = [Rule::FirstCome, Rule::Draw].map(|rule| (rule.name(), v.t(&format!("fair-terms-{}", rule.name()))));
    let rule = now.map_or(Rule::FirstCome, |t| t.rule).name();
    let days = now.map_or(7, |t| d.whole.fair.occurrence.starts_at.duration_since(t.until).as_hours() / 24).to_string();
    let typed = |name, kept| Some(d.typed(name)).filter(|t| !t.is_empty()).unwrap_or(kept);
    let (rule, days) = (typed("rule", rule), typed("days_before", days.as_str()));
    let to_draw = now.is_some_and(|t| t.rule == Rule::Draw && t.drawn_at.is_none() && v.now() >= t.until);
    html! {
        @if let Some(t) = now { p class="note" { (v.ta("fair-terms-until", &[("until", format!("{} {}", ctx.when().date_in_full(ctx.when().date(t.until)), typed_time(t.until, &ctx.station.zone)).into())])) } }
        @if now.is_none_or(|t| t.drawn_at.is_none()) {
            form method="post" action={ (path) "/terms" } {
                (f.select(Field::new("rule", v.t("fair-terms-rule")).value(rule), rules.iter().map(|(name, words)| (*name, words.as_str()))))
                (f.number_field(Field::new("days_before", v.t("fair-terms-days")).value(days).range(0, 120)))
                (actions(html! { (Button::new(v.t("parking-lot-save")).secondary()) }))
            }
        }
        @if to_draw { form method="post" action={ (path) "/draw" } { (actions(html! { (Button::new(v.t("fair-draw"))) })) } }
    }
}

/// A place as it was typed.
pub struct PlaceForm<'a>(pub &'a Typed);

impl PlaceForm<'_> {
    pub fn read(&self) -> Result<NewFairPlace, Problems> {
        let get = |name: &str| self.0.get(name).map_or("", |t| t.trim());
        let mut problems = Problems::default();
        let mut number = |name: &'static str, least: i32| match get(name) {
            "" => Some(least),
            typed => problems.take(name, typed.parse::<i32>(), "fairday-not-a-number"),
        };
        let (x, y, wide, tall) = (number("x", 0), number("y", 0), number("wide", 1), number("tall", 1));
        let metres = number("metres", 0);
        let metres = metres.and_then(|n| problems.take("metres", i16::try_from(n), "fair-bad-metres"));
        let kind = PlaceKind::ALL.into_iter().find(|k| k.name() == get("kind"));
        let kind = problems.take("kind", kind.ok_or(()), "fairday-empty");
        let all = x.zip(y).zip(wide.zip(tall)).zip(metres.zip(kind));
        let place = all.map(|(((x, y), (wide, tall)), (metres, kind))| NewFairPlace {
            code: get("code").to_owned(),
            kind,
            label: get("label").to_owned(),
            goods: Goods::named(get("goods")),
            metres,
            power: !get("power").is_empty(),
            x,
            y,
            wide,
            tall,
        });
        problems.or_else_all(place)
    }
}

pub fn place_form(typed: &Typed) -> PlaceForm<'_> {
    PlaceForm(typed)
}

fn places(ctx: Ctx<'_>, d: &AtDesk<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let kinds = PlaceKind::ALL.map(|k| (k.name(), says::kind(v, k)));
    let any = (String::new(), v.t("fair-goods-any"));
    let goods: Vec<(String, String)> =
        std::iter::once(any).chain(Goods::ALL.map(|g| (g.name().to_owned(), says::goods(v, g)))).collect();
    let field = |name: &'static str, key| Field::new(name, v.t(key)).value(d.typed(name));
    let number = |field: Field<'_>| f.number_field(field.range(0, 2000).optional());
    html! {
        (folded(d, "code", &v.t("fair-place-add"), html! { form method="post" action={ (path) "/places" } {
            (f.text_field(field("code", "fair-place-code").longest(6)))
            (f.select(field("kind", "fair-place-kind"), kinds.iter().map(|(name, words)| (*name, words.as_str()))))
            (f.text_field(field("label", "fair-place-label").longest(40).optional()))
            (f.select(field("goods", "fair-place-goods").optional(), goods.iter().map(|(name, words)| (name.as_str(), words.as_str()))))
            (number(field("metres", "fair-metres")))
            (f.checkbox(Field::new("power", v.t("fair-power")), !d.typed("power").is_empty()))
            p class="note" { (v.t("fair-place-units")) }
            (number(field("x", "fair-place-x"))) (number(field("y", "fair-place-y")))
            (number(field("wide", "fair-place-wide"))) (number(field("tall", "fair-place-tall")))
            (actions(html! { (Button::new(v.t("fair-place-add")).icon("plus").secondary()) }))
        } }))
        @if !d.whole.places.is_empty() {
            form method="post" action={ (path) "/places/removal" } {
                (f.select(Field::new("gone", v.t("fair-place-code")), d.whole.places.iter().map(|p| (p.code.as_str(), p.code.as_str()))))
                (actions(html! { (Button::new(v.t("fair-remove")).flat()) }))
            }
        }
    }
}
