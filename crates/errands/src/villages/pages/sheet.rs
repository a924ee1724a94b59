//! The route sheet, A4: villages in order, when, and for each visit the surname, the matter and the papers. For the official and
//! the desk; it works without the program.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::rules::Kind;
use crate::says::name;
use crate::village_days::rules::{VisitState, Window};
use crate::villages::answers::{Route, Seen};
use crate::villages::assets;
use crate::villages::says;

/// Lines for whoever stands there without having asked.
const BLANK: usize = 2;

/// `address` is where what came of it is entered.
pub fn sheet(ctx: Ctx<'_>, route: &Route, address: &str) -> Result<HtmlPage, Fault> {
    let (v, when, known) = (ctx.v, ctx.when(), &route.known);
    let day = says::day(v, &when, known.day.from, known.day.until);
    let code = stations::qr_picture(address, &v.ta("village-sheet-qr", &[("url", address.into())]))?;
    let made = format!("{} {}", when.date_in_full(when.today()), when.time(when.now));
    let body = html! {
        header class="dayhead" {
            div {
                h1 { (known.official) }
                p { b { (day) " " (when.times(known.day.from, known.day.until)) } }
                p class="small" { (v.ta("village-sheet-made", &[("at", made.into())])) }
                p class="small" { (v.t("village-sheet-how")) }
            }
            (code)
        }
        @for (n, window) in (1..).zip(&route.windows) { (stop(ctx, route, (n, window))) }
        p class="screen-only" { (v.t("village-sheet-print")) }
    };
    let title = format!("{} {day}", known.official);
    Ok(Page::new(v, title).place(ctx.station.place(v)).print().sheet_at(assets::sheet()).body(body))
}

fn stop(ctx: Ctx<'_>, route: &Route, (n, window): (usize, &Window)) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let heads = ["tick", "who", "what", "bring"].map(|key| v.t(&format!("village-sheet-{key}")));
    let here = route.promised().filter(|s| s.visit.village == window.village);
    html! {
        section class="stop" {
            h2 { (n) ". " (route.known.village(window.village)) " " span { (when.times(window.from, window.until)) } }
            table {
                thead { tr { @for head in &heads { th scope="col" { (head) } } } }
                tbody {
                    @for seen in here { (line(ctx, seen)) }
                    @for _ in 0..BLANK { tr class="blank" { td { "□" } td {} td {} td {} } }
                }
            }
        }
    }
}

fn line(ctx: Ctx<'_>, seen: &Seen) -> Markup {
    let v = ctx.v;
    let surname = seen.name.as_deref().and_then(people::surname::shown).map(|shown| shown.surname);
    let who = surname.or(seen.number.map(|n| n.to_string())).unwrap_or_else(|| v.t("village-no-name"));
    let phone = seen.phone.as_ref().filter(|_| seen.visit.phone_told);
    let bring: Vec<&str> = seen.papers.iter().filter(|p| p.kind == Kind::Required).map(|p| name(v, &p.name)).collect();
    let mark = if seen.state == VisitState::Done { "✓" } else { "□" };
    html! {
        tr {
            td { (mark) }
            td { b { (who) } @if let Some(phone) = phone { br; (phone.full()) } }
            td {
                @if let Some(m) = &seen.matter { (name(v, &m.draft.name)) }
                br;
                small { (v.t(if seen.visit.takes.at_home { "village-at-home" } else { "village-at-office" })) }
            }
            td { (bring.join(&v.t("village-and"))) }
        }
    }
}
