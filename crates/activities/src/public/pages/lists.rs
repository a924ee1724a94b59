//! What is on: now and next, on a day, in a week, in a month.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::page::{self, HtmlPage};
use maud::{Markup, html};

use super::rows::{row, row_of_day};
use crate::answers::{Seen, Stands};
use crate::frame::Frame;
use crate::says;

/// How much of the calendar a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ActivitySpan)]
pub enum Span {
    /// What is on now and next.
    #[default]
    Next,
    Day,
    Week,
    Month,
}

impl Span {
    pub const ALL: [Span; 4] = [Span::Next, Span::Day, Span::Week, Span::Month];

    pub fn name(self) -> &'static str {
        match self {
            Span::Next => "next",
            Span::Day => "day",
            Span::Week => "week",
            Span::Month => "month",
        }
    }

    /// Its first day and how many it has, around `on`.
    pub fn days(self, on: Date) -> (Date, i32) {
        match self {
            Span::Next | Span::Day => (on, 1),
            Span::Week => (on.saturating_sub(i64::from(on.weekday().to_monday_zero_offset()).days()), 7),
            Span::Month => (on.first_of_month(), i32::from(on.days_in_month())),
        }
    }
}

pub struct List<'a> {
    pub span: Span,
    /// The day that was asked for.
    pub on: Date,
    pub all: &'a [Seen],
}

pub fn list(f: Frame<'_>, l: &List<'_>) -> HtmlPage {
    let v = f.v;
    let (all, feed) = (v.t("activities-all"), f.station.path("/activities/calendar.ics"));
    f.shell(v.t("activities-title"))
        .back(v.t("page-home"), f.station.home())
        .describe(&v.t("activities-describe"))
        .link_alternate("text/calendar", &feed, &all)
        .body(html! {
            (spans(f, l))
            @if l.span == Span::Next { (next(f, l.all)) } @else { (days(f, l)) }
            p class="sec chips" { (page::pill(&v.t("activities-subscribe"), &feed)) }
            (f.ask_a_person())
        })
}

/// Which part of the calendar is shown, and the others.
fn spans(f: Frame<'_>, l: &List<'_>) -> Markup {
    let link = |span: &Span| {
        let (label, href) = (f.v.t(&format!("activities-span-{}", span.name())), path(f, *span, l.on));
        if *span == l.span { page::pill_go(&label, &href) } else { page::pill(&label, &href) }
    };
    html! {
        nav aria-label=(f.v.t("activities-which")) { ul class="chips" { @for span in &Span::ALL { li { (link(span)) } } } }
    }
}

fn path(f: Frame<'_>, span: Span, on: Date) -> String {
    match span {
        Span::Next => f.station.path("/activities"),
        span => f.station.path(&format!("/activities?span={}&on={on}", span.name())),
    }
}

fn next(f: Frame<'_>, all: &[Seen]) -> Markup {
    let v = f.v;
    let (now, then): (Vec<&Seen>, Vec<&Seen>) = all.iter().partition(|seen| seen.stands(v.now()) == Stands::Now);
    html! {
        @if all.is_empty() { (page::empty("calendar-event", &v.t("activities-none"), None)) }
        @if !now.is_empty() {
            (page::section("now", &v.t("activities-on-now"), None, page::rows(now.iter().map(|seen| row(f, seen)))))
        }
        @if !then.is_empty() {
            (page::section("next", &v.t("activities-next"), None, page::rows(then.iter().map(|seen| row(f, seen)))))
        }
    }
}

/// The days on which something is on, each below its name and its lunar day, with the way to those before and after.
fn days(f: Frame<'_>, l: &List<'_>) -> Markup {
    let (v, when) = (f.v, f.when());
    let (first, days) = l.span.days(l.on);
    let (before, after) = (first.saturating_sub(1.day()), first.saturating_add(days.days()));
    let all: Vec<Date> = (0..days).map(|n| first.saturating_add(n.days())).collect();
    let of_day = |on: Date| l.all.iter().filter(move |seen| when_on(f, seen, (first, on))).collect::<Vec<_>>();
    html! {
        p class="sec" { b { (heading(f, l.span, first, days)) } }
        nav class="chips" aria-label=(v.t("activities-other-days")) {
            (page::pill(&v.t(&format!("activities-before-{}", l.span.name())), &path(f, l.span, before)))
            (page::pill(&v.t(&format!("activities-after-{}", l.span.name())), &path(f, l.span, after)))
        }
        @if l.all.is_empty() { (page::empty("calendar-event", &v.t("activities-none-then"), None)) }
        @for on in all {
            @let here = of_day(on);
            @if !here.is_empty() {
                (page::section(&format!("d{on}"), &says::day_with_moon(v, &when, on), None, page::rows(here.into_iter().map(|seen| row_of_day(f, seen)))))
            }
        }
    }
}

/// A time stands on its first day; what began before the list does, on the first of the list.
fn when_on(f: Frame<'_>, seen: &Seen, (first, on): (Date, Date)) -> bool {
    f.when().date(seen.one.starts_at).max(first) == on
}

fn heading(f: Frame<'_>, span: Span, first: Date, days: i32) -> String {
    let when = f.when();
    match span {
        Span::Next | Span::Day => says::day(&when, first),
        Span::Week => {
            let last = first.saturating_add((days - 1).days());
            format!("{}–{}", when.date_in_full(first), when.date_in_full(last))
        }
        Span::Month => f.v.ta(
            "activities-month",
            &[("year", first.year().to_string().into()), ("month", first.month().to_string().into())],
        ),
    }
}
