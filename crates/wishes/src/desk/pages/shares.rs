//! Of how many people in which village a card could be: a table of villages and kinds of things, and a form for one count more. Where
//! it is 20 or more, cards say the village.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Kind as Shape, Tone, actions, empty, notice, once, section, status, table};
use maud::{Markup, html};
use stations::Division;

use crate::desk::forms::ShareForm;
use crate::frame::Frame;
use crate::rules::{Kind, MOST_IN_WORDS, SHARE_YEARS, SHARED_BY, Share, shown};
use crate::says;

pub struct SharesPage<'a> {
    pub shares: &'a [Share],
    pub villages: &'a [Division],
    pub form: &'a ShareForm,
    pub problems: &'a Problems,
    pub kept: bool,
}

pub fn shares(f: Frame<'_>, p: &SharesPage<'_>) -> Markup {
    let v = f.v;
    let rule = [("n", SHARED_BY.into()), ("years", SHARE_YEARS.into())];
    html! {
        (Fields::new(v, p.problems).summary())
        @if p.kept { (notice(Tone::Ok, &v.t("wishes-desk-kept"), html! {})) }
        p class="note" { (v.ta("wishes-desk-shares-how", &rule)) }
        (section("h-shares", &v.t("wishes-desk-shares-all"), None, all(f, p)))
        @if p.villages.is_empty() {
            p class="sec note" { (v.t("wishes-desk-shares-no-villages")) }
        } @else {
            (section("h-share", &v.t("wishes-desk-shares-set"), None, form(f, p)))
        }
    }
}

fn all(f: Frame<'_>, p: &SharesPage<'_>) -> Markup {
    let (v, when) = (f.v, f.when());
    if p.shares.is_empty() {
        return empty("users", &v.t("wishes-desk-shares-none"), None);
    }
    let head = ["village", "kind", "people", "shown", "source", "counted", "remove"];
    let head = head.map(|key| v.t(&format!("wishes-desk-shares-{key}")));
    let name = |code: i64| {
        p.villages.iter().find(|one| one.code == code).map_or_else(|| code.to_string(), |one| one.name.clone())
    };
    let villages: Vec<i64> = p.villages.iter().map(|one| one.code).collect();
    let row = |share: &Share| {
        let shown = shown(Some(share.village), share.kind, p.shares, (&villages, when.today())).is_some();
        let key = if shown { "wishes-desk-shares-yes" } else { "wishes-desk-shares-no" };
        let below = format!("/desk/wishes/shares/{}/{}/removal", share.village, share.kind.word());
        let what = format!("{} {}", name(share.village), says::kind(v, share.kind));
        vec![
            html! { (name(share.village)) },
            html! { (says::kind(v, share.kind)) },
            html! { (share.people) },
            status(if shown { Shape::Ok } else { Shape::Shut }, &v.t(key)),
            html! { (share.source) },
            html! { (when.date_in_full(share.counted_on)) },
            html! {
                form method="post" action=(f.station.path(&below)) {
                    (once(&p.form.once))
                    (Button::new(v.t("wishes-desk-shares-remove")).small(false).about(v.ta("wishes-desk-shares-remove-of", &[("what", what.into())])))
                }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = p.shares.iter().map(row).collect();
    table(&v.t("wishes-desk-shares-all"), &head.each_ref().map(String::as_str), &rows)
}

fn form(f: Frame<'_>, p: &SharesPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let field = |name: &'static str| Field::new(name, v.t(&format!("wishes-desk-field-{name}")));
    let villages: Vec<(String, &str)> =
        p.villages.iter().map(|one| (one.code.to_string(), one.name.as_str())).collect();
    let kinds = Kind::ALL.map(|kind| (kind.word(), says::kind(v, kind)));
    let people = field("people").value(&p.form.people).hint(v.t("wishes-desk-field-people-how")).range(0, 100_000);
    let source = field("source").value(&p.form.source).longest(u32::try_from(MOST_IN_WORDS).unwrap_or(u32::MAX));
    html! {
        form method="post" action=(f.station.path("/desk/wishes/shares")) {
            (once(&p.form.once))
            (fields.select(field("village").value(&p.form.village), villages.iter().map(|(code, name)| (code.as_str(), *name))))
            (fields.select(field("kind").value(&p.form.kind), kinds.iter().map(|(word, name)| (*word, name.as_str()))))
            (fields.number_field(people))
            (fields.text_field(source.hint(v.t("wishes-desk-field-source-how"))))
            (fields.date_field(field("counted_on").value(&p.form.counted_on)))
            (actions(html! { (Button::new(v.t("wishes-desk-shares-go")).icon("check")) }))
        }
    }
}
