//! Invented people and what they said.
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use kernel::chance::Chance;
use kernel::db::types::Id;
use kernel::share::Share;
use kernel::view::View;

use crate::answers::{Byline, Category, MergedInto, Post, PublicState, Seen, SeenStep, Viewed};
use crate::public::pages::Stands;
use crate::rules::{Clocks, Due, Figures, Look, Receipt, State, Step};
use crate::{CategoryId, Official, OpinionId, PhotoId, PostId};

fn id(n: u32) -> Id {
    Id(uuid::Uuid::from_u128(u128::from(n)))
}

pub fn receipt(_: &View) -> Receipt {
    Receipt::fresh(&Chance::seeded(7))
}

pub fn categories() -> Vec<Category> {
    let all = [
        ("road", "道路路灯", "Roads and lamps"),
        ("clean", "环境卫生", "Cleanliness"),
        ("water", "水电网络", "Water and power"),
        ("service", "办事服务", "Services"),
        ("staff", "工作作风", "How staff behave"),
        ("other", "别的事", "Other"),
    ];
    let one = |(n, (slug, zh, en)): (u32, (&str, &str, &str))| Category {
        id: CategoryId(id(n)),
        slug: slug.into(),
        name_zh: zh.into(),
        name_en: en.into(),
        clocks: Clocks::USUAL,
        elsewhere_zh: String::new(),
        elsewhere_en: String::new(),
        retired: false,
    };
    (1..).zip(all).map(one).collect()
}

pub fn officials() -> Vec<Official> {
    let one = |(name, zh, en): (&str, &str, &str)| Official {
        staff: None,
        name: name.into(),
        title_zh: zh.into(),
        title_en: en.into(),
        desk: Some("民政窗口".into()),
    };
    [("马学兰", "民政办", "Civil affairs"), ("李建国", "社保所", "Social security"), ("祁海燕", "站长", "Manager")]
        .map(one)
        .to_vec()
}

pub fn figures(n: usize) -> Figures {
    Figures {
        received: n,
        withdrawn: 1,
        merged: 2,
        out_of_scope: 3,
        answered: Share::new(n.saturating_sub(4), n),
        in_time: Share::new(n.saturating_sub(9), n),
        reached: Share::new(n / 2, n.saturating_sub(4)),
        solved: Share::new(n / 3, n / 2),
        satisfied: Share::new(n / 8, n / 7),
    }
}

pub fn post(n: u32, answer: Option<&str>, closed: bool) -> Post {
    const MONDAY: Date = date(2026, 6, 22);
    Post {
        id: PostId(id(n)),
        category: categories().into_iter().nth(1),
        title: "文化广场路灯坏了三天".into(),
        text: "晚上跳舞看不见路。\n张某某家门口的也不亮，打过 138****0000。".into(),
        answer: answer.map(str::to_owned),
        address: "骆驼堡村".into(),
        place: None,
        released_on: MONDAY,
        answered_week: answer.map(|_| MONDAY),
        updated_on: MONDAY,
        closed,
        hidden: false,
        hidden_reason: None,
    }
}

pub fn masked() -> PublicState {
    let title = "文化广场路灯坏了三天".into();
    PublicState::Masked { title, text: "晚上跳舞看不见路。".into(), not_before: date(2026, 7, 6) }
}

pub fn released() -> PublicState {
    PublicState::Released { post: PostId(id(1)), on: date(2026, 6, 22) }
}

pub fn hidden(appealed: bool, appeal_refused: bool) -> PublicState {
    PublicState::Hidden { post: PostId(id(1)), reason: "写到了别人家里的事".into(), appealed, appeal_refused }
}

fn due() -> Due {
    Due { on: date(2026, 7, 10), provisional: false, late: false }
}

pub fn stands(v: &View) -> Stands {
    Stands { state: State::Received, due: due(), received_at: v.now(), sealed: false }
}

/// One that stands so, with a history that led there.
pub fn one(v: &View, state: State) -> Seen {
    let at = |hours: i64| v.now() - SignedDuration::from_hours(hours);
    let desk = || Byline::Station { desk: Some("综合窗口".into()), name: None };
    let step = |hours, step, by, text: Option<&str>| SeenStep {
        at: at(hours),
        step,
        by,
        text: text.map(str::to_owned),
        to: None,
    };
    let viewed =
        |hours, look| Viewed { at: at(hours), name: "李建国".into(), desk: Some("综合窗口".into()), look };
    Seen {
        id: OpinionId(id(1)),
        state,
        received_at: at(200),
        category: categories().into_iter().next(),
        text: "骆驼堡村文化广场的路灯坏了三天，\n晚上跳舞看不见路。".into(),
        place: Some("骆驼堡村文化广场".into()),
        photos: vec![PhotoId(id(1)), PhotoId(id(2))],
        due: Due { provisional: state == State::Screened, ..due() },
        speak_until: (state == State::Answered).then_some(date(2026, 7, 20)),
        steps: [
            step(200, Step::Received, Byline::Reporter, None),
            step(190, Step::Screened, desk(), None),
            step(188, Step::Question, desk(), Some("是广场东边的两盏，还是西边的？")),
            step(180, Step::Reply, Byline::Reporter, Some("东边的。")),
            step(100, Step::Answered, desk(), Some("灯已修好。\n线路老化，七月全部换新。")),
        ]
        .into_iter()
        .chain((state == State::Unconfirmed).then(|| step(2, Step::Unconfirmed, Byline::Time, None)))
        .collect(),
        question_open: false,
        may_solve: matches!(state, State::Answered | State::Unconfirmed | State::Solved),
        may_dispute: matches!(state, State::Answered | State::Unconfirmed | State::OutOfScope),
        may_appeal: false,
        viewers: vec![viewed(190, Look::Opened), viewed(100, Look::Printed)],
        may_publish: false,
        public: None,
        out_of_scope: (state == State::OutOfScope).then(|| "平安区供电公司，95598".into()),
        merged_into: (state == State::Merged)
            .then(|| MergedInto { state: State::Answered, answer: Some("灯已修好。".into()) }),
        sealed_for_station: false,
        kept_until: None,
        oversight: (String::new(), String::new()),
        has_contact: false,
        may_set_phone: true,
    }
}
