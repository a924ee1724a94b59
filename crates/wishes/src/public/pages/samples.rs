//! Every page with invented wishes, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::HtmlPage;
use kernel::refusal::{Next, Refusal as _, Said};
use kernel::view::View;

use super::{List, One};
use crate::answers::{Card, Claim, Filter, Seen};
use crate::frame::Frame;
use crate::public::forms::AskForm;
use crate::rules::{Band, Kind, NoClaim, State};
use crate::{ClaimId, WishId};

const THINGS: [(Kind, &str, Band); 10] = [
    (Kind::Warm, "保暖鞋，42 码", Band::To100),
    (Kind::Daily, "电热水壶", Band::To100),
    (Kind::Learning, "书包和文具盒", Band::To50),
    (Kind::Reading, "字大一些的《三国演义》", Band::To50),
    (Kind::Appliance, "收音机", Band::To200),
    (Kind::Farming, "小铁锹和手套", Band::To50),
    (Kind::Hobby, "一副象棋", Band::To50),
    (Kind::Time, "帮写一封信", Band::Free),
    (Kind::Warm, "一床棉被", Band::To200),
    (Kind::Appliance, "电饭锅", Band::To500),
];

fn id(n: usize) -> Id {
    Id(uuid::Uuid::from_u128(100 + u128::try_from(n).unwrap_or(0)))
}

fn one(n: usize, state: Seen) -> Card {
    let (kind, item, band) = THINGS[n % THINGS.len()];
    let village = (n.is_multiple_of(3) && state == Seen::Open).then(|| "骆驼堡村".to_owned());
    let days_left = if state == Seen::Open { [80, 12, 1, 0][n % 4] } else { 0 };
    Card { id: WishId(id(n)), kind, item: item.into(), band, village, days_left, state }
}

fn claim(v: &View, n: usize, state: State) -> Claim {
    let seen = if state == State::Fulfilled { Seen::Fulfilled } else { Seen::Taken };
    let until = v.now() + SignedDuration::from_hours(24 * 5);
    Claim { id: ClaimId(id(50 + n)), card: one(n, seen), state, until, place: String::new() }
}

fn named(name: &str, page: HtmlPage) -> (String, String) {
    (format!("wishes-{name}"), page.into_string())
}

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([lists(f), cards(f), own(f)].concat())
}

fn lists(f: Frame<'_>) -> Vec<(String, String)> {
    let all: Vec<Card> = (0..THINGS.len()).map(|n| one(n, Seen::Open)).collect();
    let warm = Filter { kind: Some(Kind::Warm), band: Some(Band::To100) };
    let draw = |filter, cards: &[Card], more, later, done| {
        super::list(f, &List { filter, cards, more, later, once: None, done })
    };
    let signed_in =
        List { filter: Filter::default(), cards: &all, more: true, later: false, once: Some("0"), done: None };
    let every = Filter::default();
    let home = |open: &[Card]| f.shell("home").body(super::home(f, open));
    vec![
        named("list", draw(every, &all, true, false, None)),
        named("list-chosen", draw(warm, &all[..1], false, false, None)),
        named("list-none-such", draw(warm, &[], false, false, None)),
        named("list-none", draw(every, &[], false, false, None)),
        named("list-end", draw(every, &[], false, true, None)),
        named("list-given-up", draw(every, &all[..3], false, false, Some("wishes-public-given-up"))),
        named("list-asked", draw(every, &all[..3], false, false, Some("wishes-public-asked"))),
        named("list-signed-in", super::list(f, &signed_in)),
        named("home", home(&all[..2])),
        named("home-none", home(&[])),
    ]
}

fn cards(f: Frame<'_>) -> Vec<(String, String)> {
    let another = one(6, Seen::Open);
    let draw = |card: &Card, claim: Option<&Claim>, refused: Option<(&Said, StatusCode)>, signed_in| {
        let other = card.state != Seen::Open && claim.is_none_or(|claim| claim.state == State::Fulfilled);
        let another = Some(&another).filter(|_| other);
        super::card(f, &One { card, claim, another, signed_in, once: "0", refused })
    };
    let mut late = NoClaim::Gone.say(f.v);
    late.next.push(Next { label: another.item.clone(), href: "/s/sanhe/wishes/1".into() });
    let many = NoClaim::TooMany { most: 2 }.say(f.v);
    let refused = |said| Some((said, StatusCode::CONFLICT));
    let mut all = vec![
        named("card", draw(&one(0, Seen::Open), None, None, true)),
        named("card-stranger", draw(&one(1, Seen::Open), None, None, false)),
        named("card-time", draw(&one(7, Seen::Open), None, None, true)),
        named("card-taken", draw(&one(0, Seen::Taken), None, None, true)),
        named("card-fulfilled", draw(&one(2, Seen::Fulfilled), None, None, false)),
        named("card-late", draw(&one(0, Seen::Taken), None, refused(&late), true)),
        named("card-many", draw(&one(4, Seen::Open), None, refused(&many), true)),
        named("card-gone", super::gone(f, (&late, StatusCode::CONFLICT))),
    ];
    for state in [State::Claimed, State::Contacted, State::Delivered, State::Fulfilled] {
        let claim = claim(f.v, 0, state);
        all.push(named(&format!("card-yours-{}", state.word()), draw(&claim.card, Some(&claim), None, true)));
    }
    let time = claim(f.v, 7, State::Claimed);
    all.push(named("card-yours-time", draw(&time.card, Some(&time), None, true)));
    all
}

fn own(f: Frame<'_>) -> Vec<(String, String)> {
    let claims = [claim(f.v, 0, State::Claimed), claim(f.v, 5, State::Delivered), claim(f.v, 7, State::Fulfilled)];
    let mut wrong = Problems::default();
    wrong.add("name", "people-name-empty");
    wrong.add("phone", "people-phone-too-short");
    wrong.add("adult", "wishes-public-wrong-adult");
    let typed = AskForm { name: String::new(), phone: "138".into(), ..AskForm::default() };
    vec![
        named("mine", f.shell("mine").body(super::mine(f, &claims))),
        named("ask", super::ask(f, (&AskForm::default(), &Problems::default()), "0")),
        named("ask-wrong", super::ask(f, (&typed, &wrong), "0")),
    ]
}
