//! The page with an invented power cut, for the test that draws all pages and for people who look at them.
use kernel::chance::Chance;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Refusal as _;
use kernel::view::View;

use super::{Typed, Wrong, body};
use crate::TicketId;
use crate::desk::pages::{Ctx, samples as desk};
use crate::pads::acts::Entered;
use crate::pads::answers::{Lately, Seen};
use crate::pads::forms::Row;
use crate::pads::rules::NoSheet;
use crate::rules::{Number, State};

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<(&'static str, String)>, Fault> {
    let station = desk::station()?;
    let ctx = Ctx { v, station: &station };
    let lately = lately(ctx);
    let fresh = || String::from("0");
    let (kept, wrong) = (kept(&lately), wrong(v));
    let page = |kept: &[Entered], wrong: &[Wrong], lately: &Lately| {
        let typed = Typed { on: ctx.when().today(), kept, wrong, fresh: &fresh };
        desk::framed(ctx, v.t("pads-title"), body(ctx, &typed, lately))
    };
    let before = Lately { sheets: vec![], ..lately.clone() };
    Ok(vec![("pads", page(&[], &[], &before)), ("pads-again", page(&kept, &wrong, &lately))])
}

fn lately(ctx: Ctx<'_>) -> Lately {
    let id = |n| TicketId(kernel::house::new_id(ctx.v.now(), &Chance::seeded(n)));
    let seen = |n: i32, state| Seen {
        day: ctx.when().today(),
        pad: n,
        id: id(u64::from(n.unsigned_abs())),
        number: Number { letter: 'A', number: 22 + n },
        state,
    };
    let sheets = vec![seen(1, State::Done), seen(2, State::Waiting), seen(3, State::Closed)];
    Lately { lines: desk::the_lines(), matters: desk::the_matters(), sheets }
}

fn kept(lately: &Lately) -> Vec<Entered> {
    let entered = |s: &Seen| Entered {
        pad: s.pad,
        id: s.id,
        letter: s.number.letter,
        number: s.number.number,
        waits: s.state.stands(),
    };
    lately.sheets.iter().map(entered).collect()
}

fn wrong(v: &View) -> Vec<Wrong> {
    let row = Row { pad: "2".into(), what: "matter:1".into(), from: "1405".into(), ..Row::default() };
    let mut problems = Problems::default();
    problems.add("from", "pads-form-clock");
    problems.add("became", "pads-form-became");
    let said = NoSheet::Entered { pad: 2, is: Number { letter: 'A', number: 24 } }.say(v).what;
    let clash = Row { became: "waits".into(), name: "罗大爷".into(), ..row.clone() };
    vec![
        Wrong { row: Row { from: "x".into(), ..row }, problems, said: None, clash: false },
        Wrong { row: clash, problems: Problems::default(), said: Some(said), clash: true },
    ]
}
