//! Every page with invented opinions, for the test that renders all pages and for people who look at them.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Page, StaffBar};
use kernel::share::Share;
use kernel::view::View;
use maud::Markup;
use people::StaffId;
use stations::Point;

use super::{
    Categories, Ctx, Inbox, MonthPage, One, Paper, Printed, Show, categories, category, decide, inbox, month,
    month_sheet, one, paper, receipt, sheet, template, templates,
};
use crate::answers::{
    Byline, Case, Category, Counts, DeskPost, FiguresBy, Hiding, Line, Masked, Month, NamedOne, SeenStep, Template,
};
use crate::desk::forms::{CaseForm, CategoryForm, PaperForm, SettingForm, TemplateForm};
use crate::rules::{Choice, Clocks, Due, Figures, NamedBy, Receipt, Source, State, Step};
use crate::{CategoryId, NamedId, OpinionId, PhotoId, PostId, TemplateId};

type Sample = (String, String);

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let x = Ctx { v, station: &station, manager: true };
    let clerk = Ctx { manager: false, ..x };
    Ok([inboxes(x, clerk), cases(x), clerks(clerk), posts(x), papers(x)?, setups(x), months(x)].concat())
}

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn drawn(x: Ctx<'_>, name: &str, body: Markup) -> Sample {
    let bar = StaffBar { name: "祁海燕".into(), place: x.station.name(x.v).to_owned(), ..StaffBar::default() };
    let page = Page::new(x.v, x.v.t("opinions-desk-title")).place(x.station.place(x.v)).staff(bar);
    let page = page.sheet_at(crate::desk::assets::sheet()).back(x.v.t("opinions-desk-title"), x.path(""));
    (format!("opinions-desk-{name}"), page.body(body).into_string())
}

fn roads() -> Category {
    Category {
        id: CategoryId(id(1)),
        slug: "roads".into(),
        name_zh: "道路出行".into(),
        name_en: "Roads".into(),
        clocks: Clocks { screen_days: 2, answer_days: 15 },
        elsewhere_zh: "区交通运输局，电话 0972-000 0000。".into(),
        elsewhere_en: String::new(),
        retired: false,
    }
}

fn line(x: Ctx<'_>, state: State, late: bool) -> Line {
    let today = x.when().today();
    let away = if late { -3_i64 } else { 6 };
    let due = Due { on: today.saturating_add(away.days()), provisional: state == State::Working, late };
    let with = !matches!(state, State::Received | State::Screened);
    Line {
        id: OpinionId(id(20 + state as u128)),
        number: format!("2026-48{:02}", 20 + state as i16),
        state,
        source: Source::Web,
        category: (state != State::Received).then(roads),
        received_on: today.saturating_sub(8.days()),
        due,
        assigned: with.then(|| (me(), "李文斌".to_owned())),
        first_words: "骆驼堡村文化广场的路灯坏了三天，晚上老人跳舞…".into(),
        photos: 1,
        reopened: state == State::Disputed,
        question_open: state == State::Working,
        may_publish: true,
        to_decide: false,
    }
}

fn me() -> StaffId {
    StaffId(id(9))
}

fn inboxes(x: Ctx<'_>, clerk: Ctx<'_>) -> Vec<Sample> {
    let states = [State::Received, State::Assigned, State::Working, State::Disputed, State::Answered, State::Solved];
    let lines: Vec<Line> = states.into_iter().map(|s| line(x, s, s == State::Assigned)).collect();
    let posts = [post(x, Some(hiding(x, None, true)))];
    let draw = |x: Ctx<'_>, lines: &[Line], decide: &[DeskPost], state: Option<State>, show| {
        let counts = Counts { mine: 2, open: lines.len(), late: 1 };
        inbox(x, &Inbox { decide, lines, counts, show, state, kept: state.is_none() })
    };
    vec![
        drawn(x, "inbox", draw(x, &lines, &posts, None, Show::All)),
        drawn(x, "inbox-state", draw(x, &[], &[], Some(State::Merged), Show::All)),
        drawn(clerk, "inbox-clerk", draw(clerk, &lines[1..3], &[], None, Show::Mine)),
        drawn(clerk, "inbox-empty", draw(clerk, &[], &[], None, Show::Mine)),
    ]
}

fn step(at: Timestamp, step: Step, by: Byline, text: Option<&str>) -> SeenStep {
    SeenStep { at, step, by, text: text.map(str::to_owned), to: (step == Step::Assigned).then(|| "李文斌".into()) }
}

fn steps(x: Ctx<'_>) -> Vec<SeenStep> {
    let now = x.v.now();
    let staff = || Byline::Station { desk: Some("民政窗口".into()), name: Some("祁海燕".into()) };
    vec![
        step(now, Step::Received, Byline::Reporter, None),
        step(now, Step::Screened, staff(), None),
        step(now, Step::Assigned, staff(), None),
        step(now, Step::Question, staff(), Some("是广场东边那一盏，还是全部？")),
        step(now, Step::Reply, Byline::Reporter, Some("全部都不亮。")),
        step(now, Step::Answered, staff(), Some("昨天换了两盏灯，线路也查过了。")),
        step(now, Step::Unconfirmed, Byline::Time, None),
    ]
}

fn one_case(x: Ctx<'_>, state: State) -> Case {
    let line_of = line(x, state, false);
    Case {
        text: "骆驼堡村文化广场的路灯坏了三天，晚上老人跳舞看不见台阶，前天有人摔了。\n打过两次电话，没人来看。".into(),
        place: Some("骆驼堡村文化广场".into()),
        point: Point::new(36.421, 102.031),
        photos: vec![PhotoId(id(31)), PhotoId(id(32))],
        steps: steps(x),
        named: vec![
            NamedOne { id: NamedId(id(41)), name: "马学兰".into(), by: NamedBy::Reporter, lifted: false },
            NamedOne { id: NamedId(id(42)), name: "王建军".into(), by: NamedBy::Text, lifted: false },
        ],
        could_be_named: vec![Choice::Person("祁海燕".into()), Choice::Desk("民政窗口".into())],
        assignable: vec![(me(), "李文斌".into())],
        similar: if x.manager { vec![line(x, State::Assigned, true)] } else { vec![] },
        post: None,
        masked: Masked {
            text: "骆驼堡村文化广场的路灯坏了三天，晚上老人跳舞看不见台阶。".into(),
            answer: "换了两盏灯，线路也查过了。".into(),
            address: "骆驼堡村文化广场".into(),
        },
        speak_until: Some(x.when().today().saturating_add(9.days())),
        line: line_of,
    }
}

fn draw_case(x: Ctx<'_>, case: &Case, problems: &Problems) -> Markup {
    let words =
        [Template { id: TemplateId(id(51)), title: "已修好".into(), text: "已经修好，请您看看。".into() }];
    let form = CaseForm { once: "0".into(), ..CaseForm::default() };
    let kept = problems.none();
    one(x, &One { case, me: me(), categories: &[roads()], templates: &words, form: &form, problems, kept })
}

fn cases(x: Ctx<'_>) -> Vec<Sample> {
    let fine = Problems::default();
    let named = |state: State| format!("case-{}", state.name());
    let states = State::ALL.into_iter().filter(|s| *s != State::Withdrawn);
    let mut all: Vec<Sample> = states.map(|s| drawn(x, &named(s), draw_case(x, &one_case(x, s), &fine))).collect();
    let mut wrong = Problems::default();
    for field in ["answer", "question", "to", "into", "about", "title", "note", "elsewhere"] {
        wrong.add(field, "opinions-desk-wrong-empty");
    }
    all.push(drawn(x, "case-wrong", draw_case(x, &one_case(x, State::Working), &wrong)));
    let nobody = Case {
        assignable: vec![],
        named: vec![],
        similar: vec![],
        text: String::new(),
        photos: vec![],
        steps: vec![],
        ..one_case(x, State::Screened)
    };
    all.push(drawn(x, "case-nobody", draw_case(x, &nobody, &fine)));
    all
}

fn clerks(x: Ctx<'_>) -> Vec<Sample> {
    let fine = Problems::default();
    let not_mine = |state| {
        let mut case = one_case(x, state);
        case.line.assigned = Some((StaffId(id(10)), "马学兰".into()));
        case.line.question_open = false;
        case
    };
    vec![
        drawn(x, "case-clerk", draw_case(x, &one_case(x, State::Working), &fine)),
        drawn(x, "case-clerk-begins", draw_case(x, &one_case(x, State::Assigned), &fine)),
        drawn(x, "case-of-another", draw_case(x, &not_mine(State::Working), &fine)),
        drawn(x, "case-disputed-of-another", draw_case(x, &not_mine(State::Disputed), &fine)),
    ]
}

fn hiding(x: Ctx<'_>, hide: Option<bool>, may_decide: bool) -> Hiding {
    Hiding {
        asked_by: (StaffId(id(10)), "马学兰".into()),
        asked_at: x.v.now(),
        reason: "文字里看得出是哪一家。".into(),
        hide,
        decided_by: hide.map(|_| "祁海燕".into()),
        appeal: hide.map(|_| "改掉那一句就行，不用全部隐藏。".into()),
        shown_again: None,
        may_decide,
    }
}

fn post(x: Ctx<'_>, hiding: Option<Hiding>) -> DeskPost {
    let hidden = hiding.as_ref().is_some_and(|h| h.hide == Some(true));
    DeskPost {
        id: PostId(id(61)),
        title: "文化广场的路灯坏了".into(),
        text: "文化广场的路灯坏了三天，晚上看不见台阶。".into(),
        answer: Some("换了两盏灯。".into()),
        address: "文化广场".into(),
        with_point: true,
        released_on: Some(x.when().today().saturating_sub(5.days())),
        not_before: None,
        hidden,
        hiding,
    }
}

fn posts(x: Ctx<'_>) -> Vec<Sample> {
    let fine = Problems::default();
    let today = x.when().today();
    let of = |post: DeskPost| Case { post: Some(post), ..one_case(x, State::Answered) };
    let draw = |name: &str, post: DeskPost| drawn(x, name, draw_case(x, &of(post), &fine));
    let waits = DeskPost { released_on: None, not_before: Some(today.saturating_add(3.days())), ..post(x, None) };
    let longer = DeskPost { not_before: None, ..waits.clone() };
    let refusal = crate::rules::Refusal::SameHand;
    let same = Problems::about_the_whole(kernel::refusal::Refusal::say(&refusal, x.v));
    vec![
        draw("public-waits", waits),
        draw("public-waits-longer", longer),
        draw("public-out", post(x, None)),
        draw("public-hide-asked", post(x, Some(hiding(x, None, true)))),
        draw("public-hide-asked-own", post(x, Some(hiding(x, None, false)))),
        draw("public-hidden", post(x, Some(hiding(x, Some(true), true)))),
        draw("public-hidden-own", post(x, Some(hiding(x, Some(true), false)))),
        drawn(x, "decide-hiding", decide(x, &post(x, Some(hiding(x, None, true))), &fine, "0")),
        drawn(x, "decide-appeal", decide(x, &post(x, Some(hiding(x, Some(true), true))), &same, "0")),
    ]
}

fn papers(x: Ctx<'_>) -> Result<Vec<Sample>, Fault> {
    let officials = [Choice::Person("马学兰".into()), Choice::Desk("民政窗口".into())];
    let draw = |form: &PaperForm, problems: &Problems| {
        paper(x, &Paper { form, problems, categories: &[roads()], officials: &officials })
    };
    let mut wrong = Problems::default();
    wrong.add("text", "opinions-desk-wrong-empty");
    wrong.add("other", "opinions-desk-wrong-name");
    let typed = PaperForm { source: "desk".into(), about: vec!["desk:民政窗口".into()], ..PaperForm::default() };
    let number = Receipt::fresh(&kernel::chance::Chance::seeded(7));
    let slip = receipt(x, &number, "/s/sanhe/opinions/slip", "https://example.org/s/sanhe/opinions/follow")?;
    Ok(vec![
        drawn(x, "paper", draw(&PaperForm::default(), &Problems::default())),
        drawn(x, "paper-wrong", draw(&typed, &wrong)),
        drawn(x, "paper-receipt", slip),
    ])
}

fn setups(x: Ctx<'_>) -> Vec<Sample> {
    let fine = Problems::default();
    let old = Category { retired: true, ..roads() };
    let setting = SettingForm { keep_days: "365".into(), ..SettingForm::default() };
    let list = |all: &[Category], problems: &Problems| {
        categories(x, &Categories { all, setting: &setting, problems, kept: problems.none() })
    };
    let mut days = Problems::default();
    days.add_with("keep_days", "opinions-desk-wrong-keep-days", vec![("least", "90".into()), ("most", "1095".into())]);
    let mut wrong = Problems::default();
    wrong.add_with("screen_days", "opinions-desk-wrong-days", vec![("most", "30".into())]);
    wrong.add("answer_days", "opinions-desk-wrong-answer-days");
    wrong.add("slug", "opinions-desk-wrong-slug");
    wrong.add_with("name_zh", "opinions-desk-wrong-long", vec![("most", "30".into())]);
    let filled = CategoryForm::filled("0".into(), &old);
    let t =
        Template { id: TemplateId(id(51)), title: "已修好".into(), text: "已经修好，请您看看。".into() };
    let form = TemplateForm::filled("0".into(), &t);
    vec![
        drawn(x, "categories", list(&[roads(), old.clone()], &fine)),
        drawn(x, "categories-none", list(&[], &days)),
        drawn(x, "category-new", category(x, "/new", (&CategoryForm::fresh("0".into()), &fine), true)),
        drawn(x, "category-wrong", category(x, "/1", (&filled, &wrong), false)),
        drawn(x, "templates", templates(x, std::slice::from_ref(&t), true)),
        drawn(x, "templates-none", templates(x, &[], false)),
        drawn(x, "template", template(x, "/1", (&form, &fine), Some("/1/removal"))),
    ]
}

fn figures(n: usize) -> Figures {
    Figures {
        received: n + 6,
        withdrawn: 1,
        merged: 2,
        out_of_scope: 1,
        answered: Share::new(n.saturating_sub(2), n),
        in_time: Share::new(n.saturating_sub(5), n),
        reached: Share::new(n / 2, n.saturating_sub(2)),
        solved: Share::new(n / 3, n / 2),
        satisfied: Share::new(n / 4, n / 3),
    }
}

fn months(x: Ctx<'_>) -> Vec<Sample> {
    let this = x.when().today().first_of_month();
    let all: Vec<Date> = (0..3_i64).map(|n| this.saturating_sub(n.months())).collect();
    let by = |f| FiguresBy { all: f, by_category: vec![(Some(roads()), f), (None, figures(0))] };
    let busy = Month { figures: by(figures(42)), late: vec![line(x, State::Assigned, true)], open: 5 };
    let quiet = Month { figures: FiguresBy { all: figures(4), by_category: vec![] }, late: vec![], open: 0 };
    let shown = |read| MonthPage { month: this, months: &all, read };
    let printed = Printed { name: "祁海燕", at: x.v.now() };
    let paper = |name: &str, page: kernel::page::HtmlPage| (format!("opinions-desk-{name}"), page.into_string());
    vec![
        drawn(x, "month", month(x, shown(&busy))),
        drawn(x, "month-quiet", month(x, shown(&quiet))),
        paper("month-print", month_sheet(x, shown(&busy), printed)),
        paper("print", sheet(x, &one_case(x, State::Answered), printed)),
    ]
}
