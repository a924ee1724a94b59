//! Every page with an invented morning, for the test that renders all pages and for people who look at them.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::chance::Chance;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::view::View;
use maud::Markup;
use people::{Role, StaffAt, StaffId};

use super::{home, posts, public_posts, question, questions, roster};
use crate::desk::pages::Ctx;
use crate::desk::pages::samples::{framed, station};
use crate::duty::answers::{
    DayOf, Kept, KeptShift, Made, Named, Person, Post, PostNow, Question, Questions, Stands, Told, Week, monday,
};
use crate::duty::rules::{By, Ending, Item, Now, Promise, Shift, Span, State, Step, cover};
use crate::duty::{QuestionId, ShiftId};
use crate::public::pages::Frame;
use crate::rules::Name;

type Sample = (&'static str, String);

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = station()?;
    let ctx = Ctx { v, station: &station };
    let f = Frame { v, station: &station };
    let all = [here(ctx), nobody(ctx), shut(ctx)];
    let mut pages = vec![
        ("duty", public_posts(f, &all).into_string()),
        ("duty-none", public_posts(f, &[]).into_string()),
        ("duty-home", f.page("home").body(home(f, &all).unwrap_or_default()).into_string()),
    ];
    pages.extend(rosters(ctx, &all));
    pages.extend(asked(ctx));
    Ok(pages)
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

fn at(ctx: Ctx<'_>, on: Date, hour: i8, minute: i8) -> Timestamp {
    let wall = on.at(hour, minute, 0, 0);
    crate::answers::instant(ctx.station, wall).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn id(ctx: Ctx<'_>, n: u64) -> kernel::db::types::Id {
    kernel::house::new_id(ctx.v.now(), &Chance::seeded(n))
}

fn post(id: i32, zh: &str, en: &str) -> Post {
    let place = name("进门右手", "On the right");
    Post { id, name: name(zh, en), place, hours: "Mo-Fr 08:30-12:00,14:00-18:00".into() }
}

fn shift(ctx: Ctx<'_>, n: u64, on: Date, who: (&str, Stands), (from, until): (i8, i8)) -> Named {
    let staff = (who.1 != Stands::Volunteer).then(|| StaffId(id(ctx, n)));
    let (from, until) = (at(ctx, on, from, 0), at(ctx, on, until, 0));
    let shift = Shift { id: ShiftId(id(ctx, n)), post: 1, staff, from, until };
    let who = Some(Person { name: who.0.into(), stands: who.1 });
    Named { kept: KeptShift { shift, day: on, name_sealed: None }, who }
}

fn here(ctx: Ctx<'_>) -> PostNow {
    let today = ctx.when().today();
    let all = vec![
        shift(ctx, 1, today, ("祁海燕", Stands::Manager), (8, 12)),
        shift(ctx, 2, today, ("王大爷", Stands::Volunteer), (8, 11)),
    ];
    let now = Now::Here(all.iter().map(|n| (n.kept.shift.id, n.kept.shift.until)).collect());
    PostNow { post: post(1, "一楼先锋岗", "Post on the ground floor"), now, today: all }
}

fn nobody(ctx: Ctx<'_>) -> PostNow {
    let next = Some(at(ctx, ctx.when().today(), 14, 0));
    PostNow { post: post(2, "大门先锋岗", "Post at the gate"), now: Now::Empty { next }, today: vec![] }
}

fn shut(ctx: Ctx<'_>) -> PostNow {
    let next = Some(at(ctx, ctx.when().today().saturating_add(1.day()), 8, 30));
    PostNow { post: post(3, "夜里的岗", "Night post"), now: Now::Shut { next }, today: vec![] }
}

fn week(ctx: Ctx<'_>) -> Week {
    let monday = monday(ctx.when().today());
    let day = |n: i64| {
        let on = monday.saturating_add(n.days());
        let promised: Vec<Span> = match n {
            0..=4 => vec![(at(ctx, on, 8, 30), at(ctx, on, 12, 0)), (at(ctx, on, 14, 0), at(ctx, on, 18, 0))],
            _ => vec![],
        };
        let mut shifts = vec![];
        if n < 5 {
            shifts.push(shift(ctx, 10, on, ("李建国", Stands::Staff), (8, 12)));
        }
        if n != 2 && n < 5 {
            shifts.push(shift(ctx, 11, on, ("扎西措", Stands::Staff), (14, 18)));
            shifts.push(shift(ctx, 12, on, ("王大爷", Stands::Volunteer), (16, 17)));
        }
        let spans: Vec<Span> = shifts.iter().map(|s| s.kept.shift.span()).collect();
        DayOf { on, cover: cover(&promised, &spans), promised, shifts }
    };
    Week { post: post(1, "一楼先锋岗", "Post on the ground floor"), monday, days: (0..7).map(day).collect() }
}

fn staff(ctx: Ctx<'_>) -> Vec<StaffAt> {
    let one = |n, name: &str| StaffAt { id: StaffId(id(ctx, n)), name: name.into(), role: Role::Clerk, owner: None };
    vec![one(1, "祁海燕"), one(10, "李建国"), one(11, "扎西措")]
}

fn rosters(ctx: Ctx<'_>, all: &[PostNow]) -> Vec<Sample> {
    let (week, staff, problems) = (week(ctx), staff(ctx), Problems::default());
    let form = roster::ShiftForm {
        once: "0".into(),
        post: "1".into(),
        on: ctx.when().today().to_string(),
        from: "14:00".into(),
        until: "15:30".into(),
        ..roster::ShiftForm::default()
    };
    let page =
        |week, done| roster::Page { all, week, staff: &staff, manager: true, form: &form, problems: &problems, done };
    let shell = |body: Markup| framed(ctx, ctx.v.t("duty-title"), body);
    let typed = posts::PostForm { name_zh: "一楼先锋岗".into(), ..posts::PostForm::default() };
    vec![
        ("duty-roster", shell(roster::body(ctx, &page(Some(&week), None)))),
        ("duty-roster-copied", shell(roster::body(ctx, &page(Some(&week), Some(roster::Done::Copied(4)))))),
        (
            "duty-roster-none",
            shell(roster::body(ctx, &roster::Page { all: &[], ..page(None, Some(roster::Done::Removed)) })),
        ),
        ("duty-shift", shell(roster::edit(ctx, &page(None, Some(roster::Done::Kept)), ShiftId(id(ctx, 10))))),
        ("duty-post", shell(posts::edit(ctx, &ctx.path("/duty/posts/1"), &typed, &problems, true))),
    ]
}

fn one(ctx: Ctx<'_>, n: u64, what: &str, item: Item) -> Question {
    let kept = Kept {
        id: QuestionId(id(ctx, n)),
        what_sealed: None,
        name_sealed: None,
        person: None,
        matter: Some(1),
        provisional: n == 1,
        item,
        asked_at: ctx.v.now() - SignedDuration::from_hours(20),
        closed_at: item.ending.map(|_| ctx.v.now()),
        steps: 2,
    };
    Question {
        kept,
        item,
        what: Some(what.into()).filter(|_| n != 6),
        name: (n == 1).then(|| "罗大爷".into()),
        phone: "13800000000".parse().ok().filter(|_| n == 2),
        matter: Some(name("高龄补贴", "Old-age allowance")),
        owner: "李建国".into(),
        offered: item.offered.map(|_| "扎西措".into()),
        with: item.promise.map(|_| "祁海燕".into()),
    }
}

fn all_questions(ctx: Ctx<'_>) -> Questions {
    let today = ctx.when().today();
    let open = Item {
        owner: StaffId(id(ctx, 10)),
        offered: None,
        state: State::Open,
        due_on: today.saturating_add(2.days()),
        promise: None,
        broken: false,
        ending: None,
        reachable: false,
    };
    let promise = Some(Promise { at: ctx.v.now() + SignedDuration::from_hours(26), with: StaffId(id(ctx, 1)) });
    let questions = vec![
        one(ctx, 1, "水管什么时候修？", Item { broken: true, ..open }),
        one(ctx, 2, "低保什么时候发？", Item { due_on: today.saturating_sub(1.day()), ..open }),
        one(ctx, 3, "医保卡丢了怎么办？", Item { offered: Some(StaffId(id(ctx, 11))), ..open }),
        one(ctx, 4, "房子能不能加一层？", Item { state: State::Promised, promise, ..open }),
        one(ctx, 5, "路灯谁管？", Item { state: State::Answered, ..open }),
    ];
    let closed = |n, ending| one(ctx, n, "", Item { state: State::Closed, ending: Some(ending), ..open });
    Questions { open: questions, closed: Ending::ALL.into_iter().zip(6..).map(|(e, n)| closed(n, e)).collect() }
}

fn asked(ctx: Ctx<'_>) -> Vec<Sample> {
    let (all, staff, problems) = (all_questions(ctx), staff(ctx), Problems::default());
    let none = Questions { open: vec![], closed: vec![] };
    let shell = |body: Markup| framed(ctx, ctx.v.t("duty-asked-title"), body);
    let form = questions::AskForm { once: "0".into(), ..questions::AskForm::default() };
    let list = |all, written| {
        questions::body(ctx, &questions::Page { all, matters: &[], form: &form, problems: &problems, written })
    };
    let written = all.open.first().map(|q| q.kept.id);
    let mut pages = vec![("first-asked", shell(list(&all, written))), ("first-asked-none", shell(list(&none, None)))];
    let log: Vec<Told> = Step::ALL.into_iter().map(|step| told(ctx, step)).collect();
    let typed = question::StepForm { once: "0".into(), ..question::StepForm::default() };
    let names = ["question-broken", "question-late", "question-offered", "question-promised", "question-answered"];
    for (name, q) in names.into_iter().zip(&all.open) {
        for (suffix, staff_id, manager) in [("", 10, false), ("-other", 11, false)] {
            let me = By { staff: StaffId(id(ctx, staff_id)), manager };
            let page = question::Page { question: q, log: &log, staff: &staff, me, form: &typed, problems: &problems };
            if suffix.is_empty() || name == "question-offered" {
                pages.push((
                    if suffix.is_empty() { name } else { "question-asked-of-me" },
                    shell(question::body(ctx, &page)),
                ));
            }
        }
    }
    pages
}

fn told(ctx: Ctx<'_>, step: Step) -> Told {
    let made = Made {
        number: 1,
        step,
        at: ctx.v.now(),
        by: None,
        other: None,
        promised_at: (step == Step::Promised).then(|| ctx.v.now()),
        words_sealed: None,
    };
    let by = (step != Step::Broken).then(|| "李建国".to_owned());
    let words = (step == Step::Answered).then(|| "月底发。".to_owned());
    Told { made, by, other: Some("扎西措".into()), words }
}
