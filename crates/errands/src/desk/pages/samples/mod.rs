//! Every page of the desk with an invented morning, for the test that renders all pages and for people who look at them.
mod relied;

use std::sync::Arc;

use almanac::hours::Hours;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _};
use kernel::chance::Chance;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Page, StaffBar};
use kernel::view::View;
use maud::Markup;
use stations::{Division, Station};

use super::draw::DrawForm;
use super::matters::{MatterForm, PaperForm};
use super::officials::OfficialForm;
use super::{Ctx, calls, draw, lines, lounge, matters, officials, week};
use crate::TicketId;
use crate::answers::{Board, Desk, InNow, Kept, Official, WeekDay};
use crate::desk::assets;
use crate::desk::order::Why;
use crate::desk::seen::{Calls, Turn, Undoable, Waits};
use crate::lounge::Seats;
use crate::rules::{
    AwayOn, Draft, GRACE, Kind, Line, Matter, Name, Number, Outcome, Paper, Place, Presence, Priority, Shown, State,
    Step, Ticket, Way, Ways,
};

type Sample = (&'static str, String);

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = station()?;
    let ctx = Ctx { v, station: &station };
    let all = [
        calls_pages(ctx),
        lounge_pages(ctx),
        week_pages(ctx),
        relied::pages(ctx),
        draw_pages(ctx),
        line_pages(ctx),
        written_pages(ctx),
    ];
    Ok(all.concat())
}

pub fn station() -> Result<Station, Fault> {
    let [name, county, city, province] = ["三合镇", "平安区", "海东市", "青海省"].map(str::to_owned);
    Ok(Station {
        id: StationId(63_020_310_201),
        slug: "sanhe".into(),
        name_zh: "三合镇共享驿站".into(),
        name_en: "Sanhe Shared Station".into(),
        division: Division { code: 630_203_102, name, county, city, province },
        address: "三合镇政府院内".into(),
        phone: Some("0972-000 0000".into()),
        lat: None,
        lon: None,
        zone: TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: Arc::new(Hours::parse("Mo-Su 08:30-21:30").map_err(Fault::broken)?),
    })
}

pub fn shell(ctx: Ctx<'_>, key: &str, body: Markup) -> String {
    framed(ctx, ctx.t(key), body)
}

/// A page of the desk without its tabs.
pub fn framed(ctx: Ctx<'_>, title: String, body: Markup) -> String {
    let bar =
        StaffBar { name: "祁海燕".into(), place: ctx.station.name(ctx.v).to_owned(), groups: vec![], pages: vec![] };
    let page = Page::new(ctx.v, title).place(ctx.station.place(ctx.v)).staff(bar).sheet_at(assets::url());
    page.body(body).into_string()
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

pub fn the_lines() -> Vec<Line> {
    let line = |id, slug: &str, letter, zh: &str, en: &str| Line {
        id,
        slug: slug.into(),
        letter,
        name: name(zh, en),
        hours: "Mo-Fr 08:30-12:00,14:00-17:30".into(),
    };
    vec![line(1, "care", 'A', "民政", "Civil affairs"), line(2, "insurance", 'B', "社保医保", "Insurance")]
}

fn the_desks() -> Vec<Desk> {
    let desk = |id, lines: &[i32]| Desk { id, note: name("一楼大厅", "Hall, ground floor"), lines: lines.to_vec() };
    vec![desk(1, &[2]), desk(3, &[1]), desk(4, &[1, 2])]
}

pub(crate) fn the_officials(ctx: Ctx<'_>) -> Vec<InNow> {
    let today = ctx.when().today();
    let one = |id, who: &str, desk, shown| InNow {
        official: Official {
            id,
            name: who.into(),
            title: name("民政干事", "Civil affairs officer"),
            staff: None,
            desk,
            hours: String::new(),
            shows_village: id == 1,
        },
        shown,
        place: None,
        village: None,
    };
    let back = Some(today.at(15, 0, 0, 0));
    vec![
        one(1, "祁海燕", Some(3), Shown::AtDesk(Some(3))),
        one(2, "马学兰", Some(4), Shown::Away { presence: Presence::Field, back, due: false }),
        one(3, "李国庆", Some(1), Shown::Unconfirmed(today.at(9, 30, 0, 0))),
    ]
}

/// A ticket of line A that was drawn so many minutes ago.
fn kept(ctx: Ctx<'_>, number: i32, state: State, minutes: i64) -> Kept {
    let drawn_at = ctx.v.now() - SignedDuration::from_mins(minutes);
    let at_desk = matches!(state, State::Called | State::Serving | State::Paused);
    let ticket = Ticket {
        state,
        place: Place::OnSite,
        priority: if number == 14 { Priority::Elderly } else { Priority::None },
        waits_in: 1,
        official: None,
        desk: at_desk.then_some(3),
        order_at: drawn_at,
        since: ctx.v.now() - SignedDuration::from_mins(4),
        until_at: (state == State::Missed).then(|| ctx.v.now() + SignedDuration::from_mins(26)),
        calls: 1,
        misses: 0,
        version: 3,
        reason: String::new(),
    };
    let chance = Chance::seeded(u64::from(number.unsigned_abs()));
    Kept {
        id: TicketId(kernel::house::new_id(drawn_at, &chance)),
        day: ctx.when().today(),
        line: 1,
        number,
        person: None,
        name_sealed: None,
        way: Way::Kiosk,
        drawn_at,
        booked_at: None,
        ticket,
    }
}

fn waits(ctx: Ctx<'_>, number: i32, state: State, minutes: i64) -> Waits {
    let called = (number == 14).then(|| "罗大爷".to_owned());
    Waits {
        kept: kept(ctx, number, state, minutes),
        number: Number { letter: 'A', number },
        name: called,
        carried_by: (number == 12).then(|| "王秀兰".to_owned()),
        matters: vec![(1, name("高龄补贴", "Old-age allowance"), Outcome::Open)],
    }
}

/// An appointment in so many minutes.
pub(crate) fn booked(ctx: Ctx<'_>, number: i32, minutes: i64) -> Waits {
    let mut waits = waits(ctx, number, State::Booked, 600);
    let at = ctx.v.now() + SignedDuration::from_mins(minutes);
    let ticket = &mut waits.kept.ticket;
    (ticket.order_at, ticket.until_at, ticket.place) = (at, Some(at + GRACE), Place::Remote);
    waits.kept.booked_at = Some(at);
    waits
}

fn papers() -> Vec<Paper> {
    let paper = |kind, zh: &str, en: &str| Paper { kind, name: name(zh, en), note: Name::default() };
    vec![
        paper(Kind::Required, "身份证", "Identity card"),
        paper(Kind::LookedUp, "户口本", "Household register"),
        paper(Kind::MayFollow, "银行卡", "Bank card"),
    ]
}

fn the_calls(ctx: Ctx<'_>, current: Option<State>) -> Calls {
    let desks = the_desks();
    let next = vec![
        (waits(ctx, 15, State::Waiting, 9), Why::Turn),
        (waits(ctx, 12, State::Waiting, 31), Why::CameBack),
        (waits(ctx, 16, State::Waiting, 2), Why::First),
    ];
    let turn = |state| Turn {
        waits: waits(ctx, 14, state, 17),
        phone: "13800000000".parse().ok(),
        papers: vec![(1, papers())],
        waited: SignedDuration::from_mins(13),
    };
    let mut later = waits(ctx, 17, State::Waiting, 5);
    later.kept.ticket.place = Place::Remote;
    let standing: Vec<Kept> = next.iter().map(|(w, _)| w.kept.clone()).collect();
    let undo = Undoable { tickets: vec![later.kept.id], step: Step::Call, number: Number { letter: 'A', number: 14 } };
    Calls {
        board: Board { day: ctx.when().today(), lines: the_lines(), desks: desks.clone(), standing },
        officials: the_officials(ctx),
        me: Some(1),
        desk: desks.into_iter().nth(1),
        current: current.map(turn),
        next,
        later: vec![booked(ctx, 3, 20), booked(ctx, 4, -10), later],
        aside: vec![waits(ctx, 11, State::Missed, 40), waits(ctx, 9, State::Paused, 55)],
        undo: current.map(|_| undo),
        lounge: Some(Seats { of: 12, free: 6, at: ctx.v.now(), known: true }),
        to_tell: 2,
    }
}

fn calls_pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let page =
        |calls: &Calls| shell(ctx, "calls-title", calls::body(ctx, &calls::Page { calls, once: "0", refused: None }));
    let nowhere = Calls { desk: None, current: None, ..the_calls(ctx, None) };
    vec![
        ("calls", page(&the_calls(ctx, Some(State::Serving)))),
        ("calls-called", page(&the_calls(ctx, Some(State::Called)))),
        ("calls-free", page(&the_calls(ctx, None))),
        ("calls-which-desk", page(&nowhere)),
    ]
}

fn week_pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let today = ctx.when().today();
    let day = |n: i64, away| WeekDay {
        on: today.saturating_add(n.days()),
        hours: if n > 4 { vec![] } else { vec![(today.at(8, 30, 0, 0), today.at(12, 0, 0, 0))] },
        away,
    };
    let back = today.at(15, 0, 0, 0);
    let days = [
        day(0, Some(AwayOn::Until(Presence::Field, back))),
        day(1, Some(AwayOn::All(Presence::Leave))),
        day(2, Some(AwayOn::Open(Presence::Meeting))),
        day(3, None),
        day(5, None),
    ];
    let page = |days| shell(ctx, "week", week::body(ctx, days));
    vec![("week", page(Some(&days[..]))), ("week-none", page(None))]
}

fn lounge_pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let problems = Problems::default();
    let late = Seats { of: 12, free: 6, at: ctx.v.now() - SignedDuration::from_mins(80), known: false };
    let page = |seats, typed| {
        let page = lounge::Page { seats, once: "0", typed, problems: &problems };
        framed(ctx, ctx.v.t("lounge-title"), lounge::body(ctx, &page))
    };
    vec![("lounge", page(Some(&late), Some("12"))), ("lounge-none", page(None, None))]
}

pub fn the_matters() -> Vec<Matter> {
    let draft = Draft {
        slug: "old-age-allowance".into(),
        name: name("高龄补贴", "Old-age allowance"),
        words: vec!["老年补贴".into()],
        line: 1,
        official: None,
        stand_in: None,
        minutes: 12,
        ways: Ways { proxy: true, ..Ways::default() },
        note: Name::default(),
        papers: papers(),
    };
    vec![Matter { id: 1, version: 2, draft }]
}

fn draw_pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let (lines, matters, problems) = (the_lines(), the_matters(), Problems::default());
    let form = DrawForm { once: "0".into(), from: "hall".into(), ..DrawForm::default() };
    let w = waits(ctx, 18, State::Waiting, 0);
    let page = |drawn| {
        let page = draw::Page { lines: &lines, matters: &matters, form: &form, problems: &problems, drawn };
        shell(ctx, "draw-title", draw::body(ctx, &page))
    };
    vec![("draw", page(None)), ("draw-drawn", page(Some((w.kept.id, w.number, 3))))]
}

fn line_pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let (board, problems) = (the_calls(ctx, None).board, Problems::default());
    let page = lines::Page { board: &board, kept: Some(3), closed: None, problems: &problems };
    let closing = lines::closing(ctx, &board, ("0", ""), &problems);
    vec![
        ("lines", shell(ctx, "lines-title", lines::body(ctx, &page))),
        ("lines-closing", shell(ctx, "closing-title", closing)),
    ]
}

fn written_pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let (all, problems) = (the_officials(ctx), Problems::default());
    let (lines, the_matters, desks) = (the_lines(), the_matters(), the_desks());
    let people: Vec<Official> = all.iter().map(|o| o.official.clone()).collect();
    let row = |zh: &str| PaperForm { kind: "required".into(), zh: zh.into(), ..PaperForm::default() };
    let form =
        MatterForm { name_zh: "高龄补贴".into(), papers: vec![row("身份证"), row("")], ..MatterForm::default() };
    let matter = matters::Edit {
        action: ctx.path("/matters/old-age-allowance"),
        of: Some((1, 2)),
        form: &form,
        problems: &problems,
        lines: &lines,
        officials: &people,
    };
    let typed = OfficialForm { name: "祁海燕".into(), ..OfficialForm::default() };
    let official = officials::Edit {
        action: ctx.path("/officials/1"),
        form: &typed,
        problems: &problems,
        desks: &desks,
        staff: &[],
        has_phone: true,
        of: Some(1),
    };
    vec![
        ("matters", shell(ctx, "matters-title", matters::list(ctx, (&the_matters, &people, &lines), None))),
        ("matter", shell(ctx, "new-matter", matters::edit(ctx, &matter))),
        ("officials", shell(ctx, "officials-title", officials::list(ctx, (&all, &[1]), None))),
        ("official", shell(ctx, "new-official", officials::edit(ctx, &official))),
    ]
}
