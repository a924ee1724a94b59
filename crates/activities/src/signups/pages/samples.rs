//! Every page with invented people, for the test that draws all pages and for people who look at them.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use super::invented::{guest, known, offer, sample_mine};
use super::{
    ByCard, Desk, Held, Joining as Form, Shown, at_the_desk, by_card, code, desk, household, join, mine, on_the_card,
    section, signup, too_late,
};
use crate::answers::Seen;
use crate::draws;
use crate::frame::Frame;
use crate::rules::{Ages, Joining};
use crate::signups::forms::{DeskForm, JoinForm};
use crate::signups::reads::{List, Offer, Open};
use crate::signups::rules::{NoSignup, State};

type Sample = (String, String);

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    Ok([
        draws::samples(v, &station),
        joining(v, &station),
        by_a_card(v, &station),
        signups(v, &station)?,
        at_desk(v, &station),
    ]
    .concat())
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

/// With a household card: on its page, for one time, and at the desk.
fn by_a_card(v: &View, station: &Station) -> Vec<Sample> {
    let f = Frame { v, station };
    let offer = |hours| offer(v, known(v, station, (Joining::SignUp, hours, 4)), true);
    let of = |offer: &Offer| Open {
        seen: Seen { series: offer.known.series.clone(), one: offer.known.occurrence.clone(), room: None, owner: None },
        children: offer.children.iter().map(|of| of.child.clone()).collect(),
        oneself: true,
    };
    let all = [of(&offer(50)), of(&offer(74))];
    let Ok(card) = "00000000-0000-7000-8000-000000000000".parse::<people::CardId>() else { return vec![] };
    let (none, mut problems) = (Problems::default(), Problems::default());
    problems.add("card", "signup-desk-no-card");
    let page = |hours, problems| {
        let shown = ByCard { offer: &offer(hours), code: "abcd", problems, once: "once" };
        by_card(f, &shown).into_string()
    };
    vec![
        whole(v, station, "card-open", on_the_card(f, &all, "abcd")),
        whole(v, station, "card-nothing-open", on_the_card(f, &[], "abcd")),
        ("card-time".to_owned(), page(50, &none)),
        ("card-closed".to_owned(), page(-1, &problems)),
        whole(v, station, "card-at-desk", household(f, &all, (card, "once"))),
    ]
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
