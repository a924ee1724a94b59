//! 我的一周: when an official works, and what they have said of the days to come.
use kernel::page::{Kind, Row, Tone, notice, pill, rows};
use maud::{Markup, html};

use super::Ctx;
use crate::answers::WeekDay;
use crate::rules::{AwayOn, Presence};

/// Nothing for whoever signs in as no official.
pub fn body(ctx: Ctx<'_>, week: Option<&[WeekDay]>) -> Markup {
    let v = ctx.v;
    html! {
        @match week {
            Some(days) => {
                div class="sec" { (rows(days.iter().map(|d| day(ctx, d)))) }
                p class="chips" { (pill(&v.t("errands-desk-week-say"), &ctx.path("/presence"))) }
                p class="sec note" { (v.t("errands-desk-week-how")) }
            }
            None => (notice(Tone::Lamp, &v.t("errands-desk-no-official"), html! {})),
        }
    }
}

/// 周三 24日, 8:30–12:00，14:00–18:00, 下村 15:00 回
fn day(ctx: Ctx<'_>, d: &WeekDay) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let times = d.hours.iter().map(|(from, until)| format!("{}–{}", stations::clock(*from), stations::clock(*until)));
    let hours = times.collect::<Vec<_>>().join(&v.t("errands-list-comma"));
    let row = Row::new(if hours.is_empty() { v.t("errands-desk-week-off") } else { hours })
        .when(when.weekday(d.on), &when.date_in_full(d.on));
    let what = |p: Presence| v.t(&format!("errands-desk-is-{}", p.name()));
    match d.away {
        None => row,
        Some(AwayOn::All(p)) => row.status(Kind::Away, &v.ta("errands-desk-week-all", &[("what", what(p).into())])),
        Some(AwayOn::Open(p)) => row.status(Kind::Away, &v.ta("errands-desk-week-open", &[("what", what(p).into())])),
        Some(AwayOn::Until(p, back)) => {
            let shown = [("what", what(p).into()), ("at", stations::clock(back).into())];
            row.status(Kind::Away, &v.ta("errands-desk-week-until", &shown))
        }
    }
}
