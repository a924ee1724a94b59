//! Every page of the desk with invented people and wishes.
use jiff::{SignedDuration, ToSpan as _};
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page;
use kernel::view::View;
use maud::Markup;
use people::StaffId;
use stations::Division;

use super::{CasePage, FormPage, ListPage, SharesPage, Slip};
use crate::answers::{Ask, Held, Known, Line, Look, Objection, Person, Whole};
use crate::desk::forms::{CaseForm, ShareForm, WishForm};
use crate::desk::reads::{Desk, Month};
use crate::frame::Frame;
use crate::rules::{self, Band, Consent, Draft, Item, Kind, May, Share, State, Wish};
use crate::{AppealId, AskId, ClaimId, WishId};

type Sample = (String, String);

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn drawn(f: Frame<'_>, name: &str, body: Markup) -> Sample {
    let page = Page::new(f.v, f.v.t("wishes-desk-title")).place(f.station.place(f.v)).body(body);
    (format!("wishes-desk-{name}"), page.into_string())
}

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([lists(f), forms(f), cases(f), sums(f)].concat())
}

fn villages() -> Vec<Division> {
    let one = |n: i64, name: &str| Division {
        code: 630_203_102_200 + n,
        name: name.into(),
        county: "平安区".into(),
        city: "海东市".into(),
        province: "青海省".into(),
    };
    vec![one(0, "三合村"), one(1, "骆驼堡村")]
}

fn wish(f: Frame<'_>, n: u128, state: State) -> Wish {
    let public = !matches!(state, State::Draft | State::Asked | State::Refused);
    Wish {
        id: WishId(id(n)),
        draft: Draft {
            kind: Kind::Warm,
            item: Item::kept("保暖鞋，42 码".into()),
            band: Band::To100,
            village: Some(630_203_102_201),
        },
        state,
        version: 2,
        coordinator: StaffId(id(9)),
        made_at: f.v.now() - SignedDuration::from_hours(50),
        changed_at: f.v.now() - SignedDuration::from_hours(3),
        public_at: public.then(|| f.v.now()),
        ends_on: public.then(|| f.when().today().saturating_add(60.days())),
        referred_to: if state == State::Referred { "镇民政办".into() } else { String::new() },
    }
}

fn held(f: Frame<'_>, state: State, known: bool) -> Held {
    let delivered = !state.is_leased();
    Held {
        id: ClaimId(id(40)),
        claimed_at: f.v.now(),
        until: f.v.now() + SignedDuration::from_hours(24 * 5),
        contacted_at: (state != State::Claimed).then(|| f.v.now()),
        delivered_at: delivered.then(|| f.v.now()),
        place: if delivered { "2 号柜".into() } else { String::new() },
        told: false,
        known: known.then(|| Known { name: "马师傅".into(), phone: "13900000000".parse().ok() }),
    }
}

/// What the rules let whoever looks after it do first.
fn may(state: State) -> Vec<May> {
    let first = match state {
        State::Draft => vec![May::Ask],
        State::Asked => vec![May::Review],
        State::Refused => vec![May::DecideAppeal, May::Appeal],
        State::Open => vec![May::ClaimFor],
        State::Claimed => vec![May::Contact, May::Deliver, May::GiveUp],
        State::Contacted => vec![May::Deliver, May::GiveUp],
        State::Delivered => vec![May::Tell, May::HandOver, May::GiveUp],
        State::Overdue => vec![May::Refer],
        State::Fulfilled | State::Referred => vec![],
    };
    let edited = matches!(state, State::Draft | State::Asked | State::Refused | State::Open);
    let more = [(May::NewCode, !state.has_ended()), (May::Redraft, edited), (May::Withdraw, true)];
    first.into_iter().chain(more.into_iter().filter(|(_, may)| *may).map(|(act, _)| act)).collect()
}

fn whole(f: Frame<'_>, state: State) -> Whole {
    let mut looks = vec![Look { version: 2, by: "李建国".into(), yes: true, why: String::new(), at: f.v.now() }];
    if state == State::Refused {
        looks.push(Look { version: 2, by: String::new(), yes: false, why: "写得太细".into(), at: f.v.now() });
    }
    let objection = Objection {
        id: AppealId(id(30)),
        version: 2,
        made_at: f.v.now(),
        taken_by: "祁海燕".into(),
        why: Some("这双鞋是干活穿的。".into()),
        decided: None,
    };
    Whole {
        village: Some("骆驼堡村".into()),
        village_shown: state == State::Open,
        coordinator: "祁海燕".into(),
        looks,
        appeals: if state == State::Refused { vec![objection] } else { vec![] },
        person: Some(Person {
            minor: false,
            guardian: false,
            consent: Consent::Paper,
            consent_at: f.v.now(),
            consent_by: "祁海燕".into(),
            tries: 0,
            known: Some(Known { name: "罗大爷".into(), phone: None }),
        }),
        claim: (state.is_taken() || state == State::Fulfilled).then(|| held(f, state, true)),
        may: may(state),
        wish: wish(f, 1, state),
    }
}

fn lists(f: Frame<'_>) -> Vec<Sample> {
    let line = |(n, state): (usize, State)| {
        let wish = wish(f, 10 + u128::try_from(n).unwrap_or(0), state);
        let held = state.is_taken().then(|| held(f, state, false));
        let may = if n.is_multiple_of(2) { may(state) } else { vec![May::Withdraw] };
        let village = Some("骆驼堡村".to_owned());
        Line { village, coordinator: "祁海燕".into(), yes: 1, appeal: None, claim: held, due: None, may, wish }
    };
    let lines: Vec<Line> =
        [State::ALL.as_slice(), &[State::Claimed]].concat().into_iter().enumerate().map(line).collect();
    let phone = "13800000000".parse().ok();
    let ask = phone.map(|phone| Ask { id: AskId(id(70)), name: "赵大娘".into(), phone, made_at: f.v.now() });
    let full = Desk { lines, asks: ask.into_iter().collect() };
    let none = Desk { lines: vec![], asks: vec![] };
    let draw = |desk: &Desk, manager, done| super::list(f, &ListPage { desk, manager, done, once: "0" });
    vec![
        drawn(f, "list", draw(&full, true, None)),
        drawn(f, "list-clerk", draw(&full, false, Some("wishes-desk-kept"))),
        drawn(f, "list-none", draw(&none, false, Some("wishes-desk-erased"))),
    ]
}

fn forms(f: Frame<'_>) -> Vec<Sample> {
    let (fine, villages) = (Problems::default(), villages());
    let draw = |form: &WishForm, problems: &Problems, new| {
        super::form(f, &FormPage { action: "/s/sanhe/desk/wishes/new", form, problems, villages: &villages, new })
    };
    let mut wrong = Problems::default();
    wrong.add_with("item", "wishes-item-school", vec![("word", "小学".into())]);
    for (field, key) in [
        ("kind", "wishes-desk-wrong-kind"),
        ("band", "wishes-desk-wrong-band"),
        ("guardian", "wishes-desk-wrong-guardian"),
        ("consent", "wishes-desk-wrong-consent-how"),
        ("consented", "wishes-desk-wrong-consent"),
    ] {
        wrong.add(field, key);
    }
    let typed = WishForm { item: "三合小学的书包".into(), minor: "1".into(), ..WishForm::fresh("0".into()) };
    let filled = WishForm::filled("0".into(), 2, &wish(f, 1, State::Draft).draft);
    let slip = |anew| super::slip(f, &Slip { id: WishId(id(1)), code: "123456", anew });
    let paper = super::paper(f, "123456").into_string();
    vec![
        drawn(f, "new", draw(&WishForm::fresh("0".into()), &fine, true)),
        drawn(f, "new-wrong", draw(&typed, &wrong, true)),
        drawn(f, "edit", draw(&filled, &fine, false)),
        drawn(f, "slip", slip(false)),
        drawn(f, "slip-anew", slip(true)),
        ("wishes-desk-slip-paper".to_owned(), paper),
    ]
}

fn cases(f: Frame<'_>) -> Vec<Sample> {
    let (fine, form) = (Problems::default(), CaseForm::default());
    let draw = |whole: &Whole, problems: &Problems| {
        super::whole(f, &CasePage { whole, form: &form, problems, once: "0", kept: false })
    };
    let state = |state: State| drawn(f, &format!("case-{}", state.word()), draw(&whole(f, state), &fine));
    let mut all: Vec<Sample> = State::ALL.into_iter().map(state).collect();
    let mut wrong = Problems::default();
    for (field, key) in [
        ("why", "wishes-desk-wrong-why"),
        ("words", "wishes-desk-wrong-why"),
        ("place", "wishes-desk-wrong-place"),
        ("code", "wishes-desk-wrong-code"),
        ("to", "wishes-desk-wrong-to"),
        ("name", "people-name-empty"),
    ] {
        wrong.add(field, key);
    }
    for at in [State::Asked, State::Refused, State::Open, State::Delivered, State::Overdue] {
        all.push(drawn(f, &format!("case-wrong-{}", at.word()), draw(&whole(f, at), &wrong)));
    }
    let child = |w: &mut Whole| w.person.iter_mut().for_each(|p| (p.minor, p.guardian) = (true, true));
    let sealed = |w: &mut Whole| {
        w.person.iter_mut().for_each(|p| p.known = None);
        w.claim.iter_mut().for_each(|held| held.known = None);
        w.may = vec![May::Deliver, May::Withdraw];
    };
    let forgotten = |w: &mut Whole| {
        (w.person, w.coordinator, w.may) = (None, String::new(), vec![May::Withdraw]);
        w.village = None;
        w.claim.iter_mut().for_each(|held| held.known = None);
    };
    let decided = |w: &mut Whole| {
        let by = ("李建国".to_owned(), "改一下写法就可以。".to_owned());
        w.appeals.iter_mut().for_each(|one| one.decided = Some((one.made_at, by.0.clone(), false, by.1.clone())));
        w.may = vec![May::Redraft, May::Withdraw];
    };
    let changed = |name: &str, state: State, change: &dyn Fn(&mut Whole)| {
        let mut whole = whole(f, state);
        change(&mut whole);
        drawn(f, name, draw(&whole, &fine))
    };
    all.extend([
        changed("case-child", State::Asked, &child),
        changed("case-sealed", State::Claimed, &sealed),
        changed("case-forgotten", State::Fulfilled, &forgotten),
        changed("case-decided", State::Refused, &decided),
    ]);
    all
}

fn sums(f: Frame<'_>) -> Vec<Sample> {
    let (fine, villages, today) = (Problems::default(), villages(), f.when().today());
    let share = |n: i64, people: i32| Share {
        village: 630_203_102_200 + n,
        kind: Kind::Warm,
        people,
        source: "2026 年村级统计表".into(),
        counted_on: today.saturating_sub(30.days()),
    };
    let all = [share(0, 12), share(1, 34), share(9, 50)];
    let draw = |shares: &[Share], villages: &[Division], problems: &Problems| {
        super::shares(f, &SharesPage { shares, villages, form: &ShareForm::default(), problems, kept: problems.none() })
    };
    let mut wrong = Problems::default();
    wrong.add_with("people", "wishes-desk-wrong-people", vec![("most", "100000".into())]);
    wrong.add("source", "wishes-desk-wrong-source");
    let first = today.first_of_month().saturating_sub(1.month());
    let month = |told: Option<rules::Month>| {
        super::month(f, &Month { first, months: vec![first, first.saturating_sub(1.month())], told })
    };
    let told = rules::Month { published: Some(24), fulfilled: Some(15), back: None, referred: None };
    vec![
        drawn(f, "shares", draw(&all, &villages, &fine)),
        drawn(f, "shares-none", draw(&[], &villages, &wrong)),
        drawn(f, "shares-no-villages", draw(&[], &[], &fine)),
        drawn(f, "month", month(Some(told))),
        drawn(f, "month-none", month(None)),
    ]
}
