//! The parts of pages about series, with an invented one.
use jiff::Span as Days;
use kernel::db::types::Id;
use kernel::form::Problems;
use maud::{Markup, html};

use super::{Ctx, card, dates, edit, facts, form, preview, summary};
use crate::SeriesId;
use crate::answers::Receipt;
use crate::rules::{Name, Source, State};
use crate::series::answers::{Line, Look, Stands};
use crate::series::forms::{DateForm, PATTERNS, SeriesForm};
use crate::series::rules::Why;
use crate::series::store::{Holder, Series};

/// Each with its name. `receipt` is one of its dates.
pub fn samples(ctx: Ctx<'_>, receipt: &Receipt) -> Vec<(String, Markup)> {
    let today = ctx.v.when(&ctx.station.zone).today();
    let offering = &receipt.offering;
    let fine = Problems::default();
    let mut all = vec![];
    for pattern in PATTERNS {
        let typed =
            SeriesForm { pattern: pattern.word().into(), month: "5".into(), day: "30".into(), ..SeriesForm::default() };
        let typed = typed.fresh(&offering.policy, today, true);
        let questions = typed.read(today).map(|w| w.questions).unwrap_or_default();
        let drawn = form(ctx, (offering, &typed, &fine), &questions, html! {});
        all.push((format!("series-new-{}", pattern.word()), drawn));
        if let Ok(wanted) = typed.read(today) {
            let lines = lines(receipt, today);
            all.push((
                format!("series-look-{}", pattern.word()),
                preview(ctx, (&typed, &wanted.terms), Ok(&lines), "sample"),
            ));
            let look = look(ctx, receipt, wanted.terms, lines);
            all.push((format!("series-{}", pattern.word()), whole(ctx, &look)));
            let date = DateForm { at: "19:00".into(), minutes: "60".into(), ..DateForm::default() };
            all.push((format!("series-date-{}", pattern.word()), edit(ctx, (&look, today), (&date, &fine), None)));
        }
    }
    all
}

fn whole(ctx: Ctx<'_>, look: &Look) -> Markup {
    html! { (summary(ctx, look)) (card(ctx, look)) (dates(ctx, look)) (facts(ctx, look)) }
}

/// A date of each kind.
fn lines(receipt: &Receipt, today: jiff::civil::Date) -> Vec<Line> {
    let name = Name { zh: "国庆节".into(), en: "National Day".into() };
    let kinds = [
        (Stands::Over(State::Completed), None),
        (Stands::Booked, None),
        (Stands::Booked, Some(Why::Taken)),
        (Stands::Clash, Some(Why::Taken)),
        (Stands::Clash, Some(Why::QuotaOfDay)),
        (Stands::Clash, Some(Why::QuotaOfWeek)),
        (Stands::Clash, Some(Why::Rules)),
        (Stands::Skipped, Some(Why::Holiday(name.clone()))),
        (Stands::Skipped, Some(Why::Closed(Some(name)))),
        (Stands::Skipped, Some(Why::Closed(None))),
        (Stands::Skipped, Some(Why::GivenUp)),
        (Stands::NotKnown, None),
        (Stands::Later, None),
        (Stands::Free, None),
        (Stands::Past, Some(Why::Taken)),
    ];
    let line = |(n, (stands, why)): (i64, (Stands, Option<Why>))| Line {
        on: today.saturating_add(Days::new().weeks(n)),
        span: Some(receipt.reservation.span),
        stands,
        why,
        receipt: (stands == Stands::Booked).then(|| receipt.clone()),
        instead: if stands == Stands::Clash { vec![receipt.reservation.span] } else { vec![] },
    };
    (0..).zip(kinds).map(line).collect()
}

fn look(ctx: Ctx<'_>, receipt: &Receipt, terms: crate::series::rules::Terms, lines: Vec<Line>) -> Look {
    let r = &receipt.reservation;
    let series = Series {
        id: SeriesId(r.id.0),
        offering: r.offering,
        venue: r.venue,
        holder: Holder::Club(Id(r.id.0.0)),
        title: "书法小组".into(),
        terms,
        self_made: true,
        source: Source::Series,
        split_from: None,
        known_until: None,
        look_at: None,
        made_at: ctx.v.now(),
        changed_at: ctx.v.now(),
        ended_at: None,
    };
    Look { series, venue: receipt.venue.clone(), offering: receipt.offering.clone(), lines, runs: true }
}
