//! The desk's pages with invented titles and readers.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page as Shell;
use kernel::refusal::{Next, Said};
use kernel::view::View;
use maud::Markup;
use uuid::Uuid;

use super::{Ctx, counter, holds, overdue, settings, tasks};
use crate::catalogue::answers::Found;
use crate::desk::forms::SettingsForm;
use crate::desk::reads::{AtCounter, Board, Hit, Looked, Person, Piece};
use crate::desk::serving::{Also, Came, Served};
use crate::frame::Frame;
use crate::lending::acts::Back;
use crate::lending::answers::{CopyState, HoldSeen, LoanSeen, Reader, Task};
use crate::lending::rules::task;
use crate::rules::{Copy, Kind, Settings, Shelf, Stands, Title};
use crate::{CopyId, HoldId, LoanId, TaskId, TitleId};

type Sample = (String, String);

fn id(n: u128) -> Id {
    Id(Uuid::from_u128(n))
}

const TITLES: [(&str, &str, &str); 4] = [
    ("长安的荔枝", "马伯庸", "湖南文艺出版社"),
    ("平凡的世界", "路遥", "北京十月文艺出版社"),
    ("猜猜我有多爱你", "山姆·麦克布雷尼", "明天出版社"),
    ("高原养牛一百问", "", ""),
];

fn title(n: usize, today: Date) -> Title {
    let (title, authors, publisher) = TITLES[n % TITLES.len()];
    Title {
        id: TitleId(id(100 + n as u128)),
        isbn: None,
        title: title.into(),
        subtitle: String::new(),
        authors: authors.into(),
        publisher: publisher.into(),
        year: (n == 0).then_some(2022),
        class: String::new(),
        kind: Kind::Book,
        for_children: n == 2,
        note: String::new(),
        added_on: today,
    }
}

fn copy(n: usize, today: Date) -> Copy {
    Copy {
        id: CopyId(id(200 + n as u128)),
        title: title(n, today).id,
        barcode: crate::catalogue::rules::barcode::of_number(n as i32 + 17),
        shelf: 1,
        stands: Stands::Here,
        source: String::new(),
        added_on: today,
        last_lent_on: None,
        seen_on: None,
    }
}

fn shelf() -> Shelf {
    Shelf { id: 1, code: "a".into(), name_zh: "A 架".into(), name_en: "shelf A".into(), honesty: false, place: 1 }
}

fn loan(n: usize, today: Date, days: i64) -> LoanSeen {
    LoanSeen {
        loan: LoanId(id(300 + n as u128)),
        copy: copy(n, today),
        title: title(n, today),
        due_on: today.saturating_add(days.days()),
        lent_on: today.saturating_sub(12.days()),
        renewals_left: i16::from(n.is_multiple_of(2)),
        overdue: days < 0,
        others_wait: n == 1,
    }
}

fn hold(n: usize, today: Date, ready: bool) -> HoldSeen {
    HoldSeen {
        hold: HoldId(id(400 + n as u128)),
        title: title(n, today),
        place_in_line: n as i64 + 1,
        ready: ready.then(|| (copy(n, today), today.saturating_add(3.days()))),
        told: n.is_multiple_of(2),
    }
}

fn people() -> [Person; 3] {
    let phone = "13800005521".parse().ok();
    [
        Person { name: Some("罗大爷".into()), phone: None },
        Person { name: Some("马秀英".into()), phone: phone.clone() },
        Person { name: None, phone },
    ]
}

fn at_counter(today: Date, busy: bool) -> AtCounter {
    let reader = Reader {
        loans: if busy { vec![loan(0, today, 20), loan(1, today, 3), loan(2, today, -20)] } else { vec![] },
        holds: if busy { vec![hold(3, today, true), hold(1, today, false)] } else { vec![] },
        blocked_since: busy.then(|| today.saturating_sub(20.days())),
        history: false,
    };
    let [person, ..] = people();
    AtCounter { person, held: "sample".into(), reader }
}

fn served(came: Came, reader: Option<AtCounter>) -> Served {
    Served {
        came,
        reader,
        typed: String::new(),
        barcode: "2000000000176".into(),
        hold: "00000000-0000-0000-0000-000000000064".into(),
        then: "lend".into(),
        hits: vec![],
        problems: Problems::default(),
        board: Some(Board { ready: 2, overdue: 1, tasks: 3 }),
    }
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let x = Ctx { f: Frame { v, station: &station }, manager: true, once: "sample" };
    Ok([after_presses(x), finding(x), others(x)].concat())
}

fn named(x: Ctx<'_>, name: &str, body: Markup) -> Sample {
    let shell = Shell::new(x.f.v, x.say("title")).place(x.station().place(x.f.v));
    (format!("library-desk-{name}"), shell.body(body).into_string())
}

fn after_presses(x: Ctx<'_>) -> Vec<Sample> {
    let today = x.when().today();
    let due_on = today.saturating_add(30.days());
    let book = || title(0, today);
    let back = |was_lent, days_late, kept_for_somebody| Came::Back {
        title: book(),
        back: Back {
            title: book().id,
            copy: copy(0, today).id,
            was_lent,
            days_late,
            kept_for_somebody,
            shelf: 1,
            stands: Stands::Here,
        },
        shelf: Some(shelf()),
    };
    let stays = |stands| match back(false, 0, false) {
        Came::Back { title, back, shelf } => Came::Back { title, back: Back { stands, ..back }, shelf },
        other => other,
    };
    let no = |also| {
        let next = vec![Next { label: "换一本".into(), href: "/x".into() }];
        Came::Refused { said: Said { what: "手上已经有 5 件。".into(), next }, also }
    };
    let all = [
        ("empty", Came::Nothing, None),
        ("reader", Came::Nothing, Some(true)),
        ("lent", Came::Lent { title: book(), due_on }, Some(true)),
        ("back", back(true, 0, false), None),
        ("back-repair", stays(Stands::Repair), None),
        ("back-on-the-way", stays(Stands::OnTheWay), None),
        ("back-gone", stays(Stands::Gone), None),
        ("already", Came::Already, None),
        ("back-late", back(true, 4, false), Some(false)),
        ("back-kept", back(true, 0, true), None),
        ("back-not-lent", back(false, 0, false), None),
        ("back-not-lent-reader", back(false, 0, false), Some(false)),
        ("renewed", Came::Renewed { title: Some(book()), due_on }, Some(true)),
        ("renewed-some", Came::Renewed { title: None, due_on }, None),
        ("waits", Came::Waits { title: book() }, Some(false)),
        ("cancelled", Came::Cancelled, Some(false)),
        ("for-whom", Came::Asks { title: book(), waits: false }, None),
        ("which", Came::Which { all: vec![at_counter(today, true), at_counter(today, false)] }, None),
        ("who-waits", Came::Asks { title: book(), waits: true }, None),
        ("no", no(Also::Nothing), Some(true)),
        ("no-despite", no(Also::Despite), Some(true)),
        ("no-back", no(Also::Back), Some(false)),
    ];
    let drawn = |(name, came, busy): (&str, Came, Option<bool>)| {
        let typed = if matches!(came, Came::Which { .. }) { "罗大爷" } else { "" };
        let served = served(came, busy.map(|busy| at_counter(today, busy)));
        named(x, name, counter(x, &Served { typed: typed.into(), ..served }))
    };
    all.into_iter().map(drawn).collect()
}

fn finding(x: Ctx<'_>) -> Vec<Sample> {
    let today = x.when().today();
    let states = [
        CopyState::Free,
        CopyState::Lent { due_on: today.saturating_add(9.days()) },
        CopyState::KeptForSomebody,
        CopyState::NotHere(Stands::Missing),
        CopyState::NotHere(Stands::Repair),
        CopyState::NotHere(Stands::OnTheWay),
    ];
    let hit = |n: usize, states: &[CopyState]| Hit {
        found: Found { title: title(n, today), copies: states.len() as i64, free: 1, has_cover: false },
        copies: states
            .iter()
            .enumerate()
            .map(|(i, state)| Piece { copy: copy(10 * n + i, today), shelf: Some(shelf()), state: *state })
            .collect(),
    };
    let found = || vec![hit(0, &states), hit(1, &states[1..2]), hit(3, &[])];
    let some = |reader| Served { hits: found(), barcode: "荔枝".into(), ..served(Came::Nothing, reader) };
    let mut nothing = Served { barcode: "2000000000175".into(), ..served(Came::Nothing, None) };
    nothing.problems.add("barcode", "library-desk-nothing-found");
    let mut no_card =
        Served { typed: "罗".into(), ..served(Came::Asks { title: title(0, today), waits: false }, None) };
    no_card.problems.add("reader", "library-desk-no-card");
    let new = Served { typed: "马大爷".into(), barcode: String::new(), ..served(Came::Nothing, None) };
    vec![
        named(x, "found", counter(x, &some(None))),
        named(x, "found-reader", counter(x, &some(Some(at_counter(today, false))))),
        named(x, "found-nothing", counter(x, &nothing)),
        named(x, "no-card", counter(x, &no_card)),
        named(x, "new-reader", counter(x, &new)),
    ]
}

fn others(x: Ctx<'_>) -> Vec<Sample> {
    let today = x.when().today();
    let aside: Vec<_> = people().into_iter().enumerate().map(|(n, one)| (hold(n, today, true), one)).collect();
    let with = [people().map(Some).to_vec(), vec![None]].concat();
    let late: Vec<_> = with.into_iter().enumerate().map(|(n, one)| (loan(n, today, -3 - n as i64), one)).collect();
    let looked = |(n, kind): (usize, task::Kind)| Looked {
        task: Task {
            id: TaskId(id(500 + n as u128)),
            kind,
            barcode: "2000000000176".into(),
            copy: (kind != task::Kind::NoSuchBarcode).then(|| (copy(n, today), title(n, today))),
            person: None,
            with: None,
            happened_at: x.f.v.now(),
            made_at: x.f.v.now(),
        },
        person: (n > 0).then(|| people()[n % 3].clone()),
        with: (n == 2).then(|| people()[1].clone()),
    };
    let all: Vec<Looked> = task::Kind::ALL.into_iter().enumerate().map(looked).collect();
    let (fine, form) = (Problems::default(), SettingsForm::filled("sample".into(), &Settings::default()));
    let wrong = SettingsForm::of([("most_items".to_owned(), "99".to_owned())].into());
    let problems = wrong.read().checked().err().unwrap_or_default();
    vec![
        named(x, "holds", holds(x, &aside, true)),
        named(x, "holds-none", holds(x, &[], false)),
        named(x, "overdue", overdue(x, &late, today)),
        named(x, "overdue-none", overdue(x, &[], today)),
        named(x, "tasks", tasks(x, &all, true)),
        named(x, "tasks-none", tasks(x, &[], false)),
        named(x, "settings", settings(x, (&form, &fine), true)),
        named(x, "settings-wrong", settings(x, (&wrong, &problems), false)),
    ]
}
