//! Every page with invented people, for the test that draws all pages and for people who look at them.
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;
use maud::{Markup, html};
use people::{Band, Child, ChildId, PersonId};
use stations::{Division, Station};

use super::{
    Desk, Frame, Held, Joining as Form, Shown, at_the_desk, code, desk, join, mine, section, signup, too_late,
};
use crate::draws;
use crate::rules::{Ages, Joining, Kind, Plan, State as Takes, Terms};
use crate::signups::SignupId;
use crate::signups::answers::{Guest, Known, Seen};
use crate::signups::forms::{DeskForm, JoinForm};
use crate::signups::reads::{List, Mine, OfChild, Offer};
use crate::signups::rules::{NoSignup, State, Whom, fit};
use crate::signups::store::Kept;
use crate::store::{Occurrence, Series};
use crate::{OccurrenceId, SeriesId};

type Sample = (String, String);

pub fn id(n: u32) -> Id {
    Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default())
}

pub fn sample_station() -> Result<Station, Fault> {
    let of = |text: &str| text.to_owned();
    let division = Division {
        code: 630_203_102,
        name: of("三合镇"),
        county: of("平安区"),
        city: of("海东市"),
        province: of("青海省"),
    };
    Ok(Station {
        id: StationId(63_020_310_201),
        slug: of("sanhe"),
        name_zh: of("三合镇共享驿站"),
        name_en: of("Sanhe shared station"),
        division,
        address: of("三合镇政府院内"),
        phone: Some(of("0972-8610000")),
        lat: None,
        lon: None,
        zone: TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: stations::parsed_hours("Mo-Su 06:00-22:00")?,
    })
}

/// Parent-child reading, so many hours from now, of which so many of twelve places are taken.
pub fn known(v: &View, station: &Station, (joining, hours, taken): (Joining, i64, i32)) -> Known {
    let from = v.now() + SignedDuration::from_hours(hours);
    let on = stations::wall(from, &station.zone).date();
    let text = |zh: &str, en: &str| v.pick(zh, en).to_owned();
    let plan = Plan {
        kind: Kind::Activity,
        title: text("亲子阅读", "Reading together"),
        about: String::new(),
        place: text("职工书屋", "Reading room"),
        audience: String::new(),
        bring: text("一本喜欢的书", "a book you like"),
        terms: Terms { rule: None, starts_on: on, ends_on: None, at_minute: 600, minutes: 90, skips_holidays: false },
        room: None,
        owner: 1,
        ages: Ages { min: Some(4), max: Some(11), guardian_under: Some(7) },
        capacity: Some(12),
        joining,
        opens_days: 14,
        closes_minutes: 60,
    };
    let series = Series {
        id: SeriesId(id(1)),
        plan,
        sequence: 0,
        split_from: None,
        known_until: None,
        look_at: None,
        made_at: v.now(),
        changed_at: v.now(),
        ended_at: None,
    };
    let occurrence = Occurrence {
        id: OccurrenceId(id(2)),
        series: series.id,
        on,
        starts_at: from,
        ends_at: from + SignedDuration::from_mins(90),
        moved: false,
        title: None,
        place: None,
        note: String::new(),
        state: Takes::On,
        reason: String::new(),
        room: None,
        reservation: None,
        no_room: None,
        without_room: false,
        capacity: Some(12),
        own_capacity: false,
        taken,
        lined: taken + 3,
        sequence: 0,
        changed_at: v.now(),
    };
    Known { series, occurrence, drawn: false }
}

pub fn kept(v: &View, known: &Known, (n, state): (u32, State)) -> Kept {
    let unproved = n == 9;
    let lapses = matches!(state, State::Offered) || unproved;
    Kept {
        id: SignupId(id(100 + n)),
        occurrence: known.occurrence.id,
        place: i32::try_from(n).unwrap_or(1),
        entry: (state == State::Entered).then_some(17),
        seats: if n == 3 { 2 } else { 1 },
        person: (n != 2).then(|| PersonId(id(5))),
        child: None,
        band: (n == 1).then_some(Band::To12),
        name_sealed: None,
        state,
        code: unproved.then(|| id(7)),
        lapses_at: lapses.then(|| v.now() + SignedDuration::from_mins(10)),
        starts_at: known.occurrence.starts_at,
        reminded: false,
        came: if n == 4 { 1 } else { 0 },
        mood_said: false,
        made_at: v.now(),
    }
}

pub fn guest(v: &View, known: &Known, (n, state): (u32, State)) -> Guest {
    Guest {
        signup: kept(v, known, (n, state)),
        state,
        name: (n != 5).then(|| ["马大爷", "李秀英", "罗大爷"][(n % 3) as usize].to_owned()),
        nickname: (n == 1).then(|| "小宝".to_owned()),
        phone: (n != 2).then(|| "13800001234".parse().ok()).flatten(),
    }
}

pub fn sample_mine(v: &View, known: Known, (n, state): (u32, State)) -> Mine {
    let signup = kept(v, &known, (n, state));
    let nickname = (n == 1).then(|| "小宝".to_owned());
    let phone = signup.code.and_then(|_| "13800001234".parse().ok());
    Mine { seen: Seen { signup, state, ahead: (state == State::Waiting).then_some(2) }, known, nickname, phone }
}

/// What somebody sees: nobody, or a guardian of two children, one of whom is signed up.
pub fn offer(v: &View, known: Known, signed_in: bool) -> Offer {
    let child = |n: u32, nickname: &str, band| Child {
        id: ChildId(id(20 + n)),
        nickname: nickname.to_owned(),
        band,
        made_at: v.now(),
        forget_at: v.now(),
    };
    let seen = |n, state| Seen { signup: kept(v, &known, (n, state)), state, ahead: None };
    let of =
        |child: Child, signup| OfChild { fit: fit(&known.series.plan.ages, Whom::Child(child.band)), child, signup };
    let all = vec![of(child(1, "小宝", Band::To12), None), of(child(2, "乐乐", Band::To9), Some(seen(6, State::In)))];
    Offer {
        person: signed_in.then(|| PersonId(id(5))),
        children: if signed_in { all } else { vec![] },
        others: if signed_in { vec![seen(8, State::In)] } else { vec![] },
        waiting: 3,
        known,
    }
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = sample_station()?;
    Ok([draws::samples(v, &station), joining(v, &station), signups(v, &station)?, at_desk(v, &station)].concat())
}

fn whole(v: &View, station: &Station, name: &str, body: Markup) -> Sample {
    let page = kernel::page::Page::new(v, name.to_owned()).place(station.place(v));
    (name.to_owned(), page.body(body).into_string())
}

fn joining(v: &View, station: &Station) -> Vec<Sample> {
    let f = Frame { v, station };
    let at = |joining, hours, taken| known(v, station, (joining, hours, taken));
    let sections = [
        ("signup-part-open", at(Joining::SignUp, 50, 4), true),
        ("signup-part-stranger", at(Joining::SignUp, 50, 4), false),
        ("signup-part-full", at(Joining::SignUp, 50, 12), true),
        ("signup-part-draw", at(Joining::Draw, 50, 0), true),
        ("signup-part-closed", at(Joining::SignUp, 1, 4), false),
        ("signup-part-early", at(Joining::SignUp, 24 * 30, 0), false),
    ];
    let mut all: Vec<Sample> = (sections.into_iter())
        .map(|(name, known, signed_in)| {
            let offer = offer(v, known, signed_in);
            whole(v, station, name, html! { div { (section(f, &offer, "once")) } })
        })
        .collect();
    let mut problems = Problems::default();
    problems.add("phone", "people-phone-too-short");
    let mut wrong = Problems::default();
    wrong.add_with("seats", "signup-no-so-many-seats", vec![("most", "8".into())]);
    let refusals = [
        NoSignup::JustCome,
        NoSignup::CalledOff,
        NoSignup::NotYet(v.now()),
        NoSignup::Closed,
        NoSignup::Already,
        NoSignup::Seats(8),
        NoSignup::Age(Ages { min: Some(60), ..Ages::default() }),
        NoSignup::GuardianFirst(7),
        NoSignup::NoChild,
        NoSignup::Nobody,
        NoSignup::NotNow(State::Missed),
        NoSignup::Lapsed,
        NoSignup::Code(people::CodeRefusal::Spent),
    ];
    let refused = refusals.into_iter().map(|no| (no.code(), Problems::about_the_whole(no.say(v)), true));
    let plain = [("open", Problems::default(), false), ("wrong", problems, false), ("seats", wrong, true)];
    for (name, problems, signed_in) in plain.into_iter().chain(refused) {
        let offer = offer(v, at(Joining::SignUp, 50, 4), signed_in);
        let form = JoinForm::default();
        let page = join(f, &Form { offer: &offer, form: &form, problems: &problems, once: "once" });
        all.push((format!("join-{name}"), page.into_string()));
    }
    all
}

fn signups(v: &View, station: &Station) -> Result<Vec<Sample>, Fault> {
    let f = Frame { v, station };
    let mut all = vec![];
    for state in State::ALL {
        let hours = if state == State::Missed { -1 } else { 5 };
        let mine = sample_mine(v, known(v, station, (Joining::Draw, hours, 4)), (1, state));
        let qr = (state == State::In).then(|| stations::qr_picture("https://example.org/s/sanhe", "QR")).transpose()?;
        let page = signup(f, &Shown { mine: &mine, refused: None, once: "once", qr });
        all.push((format!("signup-{}", state.name()), page.into_string()));
    }
    let said = Said::only(v.t("signup-no-offer-lapsed"));
    let late = sample_mine(v, known(v, station, (Joining::SignUp, 50, 12)), (3, State::Lapsed));
    let page = signup(f, &Shown { mine: &late, refused: Some(&said), once: "once", qr: None });
    all.push(("signup-refused".into(), page.into_string()));
    all.push(("signup-too-late".into(), too_late(f, &late).into_string()));
    let waits = sample_mine(v, known(v, station, (Joining::SignUp, 50, 12)), (9, State::In));
    let none = Problems::default();
    let page = code(f, &Held { mine: &waits, typed: "", problems: &none, status: None });
    all.push(("signup-code".into(), page.into_string()));
    let theirs = [waits, late, sample_mine(v, known(v, station, (Joining::Draw, 50, 0)), (1, State::Entered))];
    all.push(whole(v, station, "signup-list-of-mine", html! { div { (mine(v, station, &theirs)) } }));
    Ok(all)
}

fn at_desk(v: &View, station: &Station) -> Vec<Sample> {
    let f = Frame { v, station };
    let mut all = vec![];
    for (name, joining, hours) in
        [("open", Joining::SignUp, 50), ("draw", Joining::Draw, 1), ("over", Joining::SignUp, -3)]
    {
        let known = known(v, station, (joining, hours, 4));
        let states = [State::In, State::In, State::Offered, State::Waiting, State::Entered, State::GivenBack];
        let guests = (1..).zip(states).map(|(n, state)| guest(v, &known, (n, state))).collect();
        let list = List { known, guests };
        let (form, problems) = (DeskForm::default(), Problems::default());
        let body = desk(f, &Desk { list: &list, form: &form, problems: &problems, done: name == "open" });
        all.push(whole(v, station, &format!("signup-desk-{name}"), body));
        all.push(whole(v, station, &format!("signup-desk-part-{name}"), at_the_desk(f, &list)));
    }
    let empty = List { known: known(v, station, (Joining::SignUp, 50, 0)), guests: vec![] };
    let (form, mut problems) = (DeskForm::default(), Problems::default());
    problems.add("card", "signup-desk-no-card");
    let body = desk(f, &Desk { list: &empty, form: &form, problems: &problems, done: false });
    all.push(whole(v, station, "signup-desk-nobody", body));
    all
}
