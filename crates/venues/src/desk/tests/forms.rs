use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use kernel::words::{Lang, Words};

use crate::desk::forms::{BookForm, GROUPS, OfferingForm, OpeningForm, WalkInForm};
use crate::rules::{LayerKind, Mode, Name, Offering, Policy, Takes, Who};

fn now() -> Timestamp {
    "2026-06-24T09:00:00+08:00".parse().expect("an instant")
}
fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").expect("the zone is built in")
}
fn offering() -> Offering {
    Offering {
        id: 1,
        venue: 1,
        slug: "table".into(),
        name: Name { zh: "乒乓球台".into(), en: String::new() },
        activity: "table-tennis".into(),
        mode: Mode::AnyOne,
        takes: Takes::Whole,
        atoms: vec![1],
        policy: Policy { grace: None, per_week: Some(7), who: Who::StaffOnly, approval: true, ..Policy::default() },
        version: 4,
    }
}
fn wrong<T>(read: Result<T, Problems>) -> Problems {
    read.err().expect("something is wrong with it")
}
/// Which fields are wrong.
fn fields(problems: &Problems) -> Vec<&'static str> {
    let texts = [vec![kernel::TEXTS], people::texts(), crate::texts()].concat();
    let words = Words::new(&texts).expect("the texts parse");
    let house = kernel::testing::on_sqlite(&[kernel::MIGRATIONS], &texts);
    assert!(words.knows(Lang::Zh, "venues-desk-keep"));
    let v = kernel::view::View::plain(&house, Lang::Zh);
    problems.fields(&v).map(|(name, _)| name).collect()
}

#[test]
fn the_rules_of_an_offering_come_back_as_they_were_sent_out() {
    let old = offering();
    assert_eq!(OfferingForm::of(&old).read(&old).expect("nothing was changed"), old);
}

#[test]
fn a_number_of_the_rules_that_does_not_fit_is_named_and_kept() {
    let mut form = OfferingForm::of(&offering());
    form.numbers.insert("usual".into(), "45".into());
    form.numbers.insert("hold".into(), "soon".into());
    assert_eq!(fields(&wrong(form.read(&offering()))), ["hold", "usual"]);
    assert_eq!(form.number("hold"), "soon");
}

#[test]
fn numbers_may_be_written_at_full_width() {
    let mut form = OfferingForm::of(&offering());
    form.numbers.insert("usual".into(), "90".into());
    assert_eq!(form.read(&offering()).expect("a number").policy.usual, 90);
}

#[test]
fn every_number_of_the_rules_has_words_in_both_languages() {
    let words =
        Words::new(&[crate::DESK_TEXTS, crate::WAITING_TEXTS, crate::WAITING_DESK_TEXTS]).expect("the texts parse");
    for number in GROUPS.iter().flat_map(|(_, numbers)| numbers.iter()) {
        let key = format!("venues-desk-policy-{}", number.name.replace('_', "-"));
        for lang in [Lang::Zh, Lang::En] {
            assert!(words.knows(lang, &key) && words.knows(lang, &format!("{key}-hint")), "{key}");
        }
    }
}

#[test]
fn a_closure_without_a_last_day_ends_on_its_first() {
    let form = OpeningForm {
        kind: "closed".into(),
        venue: "all".into(),
        from_on: "2026-06-26".into(),
        from_at: "8:00".into(),
        until_at: "12:00".into(),
        reason_zh: "  换   地板 ".into(),
        hit: "cancel".into(),
        ..OpeningForm::default()
    };
    let closing = form.read(&zone(), &[1], now()).expect("a closure");
    assert_eq!((closing.venue, closing.kind, closing.cancel_hit), (None, LayerKind::Closed, true));
    assert_eq!(closing.span.minutes(), 240);
    assert_eq!(closing.reason.zh, "换 地板");
}

#[test]
fn a_closure_says_what_is_wrong_with_it_all_at_once() {
    let fresh = OpeningForm::fresh("closed", &zone(), now());
    let form = OpeningForm { venue: "9".into(), until_at: fresh.from_at.clone(), ..fresh };
    assert_eq!(fields(&wrong(form.read(&zone(), &[1], now()))), ["reason_zh", "until", "venue"]);
    let over = OpeningForm { from_on: "2026-06-23".into(), until_on: "2026-06-23".into(), venue: "1".into(), ..form };
    assert!(fields(&wrong(over.read(&zone(), &[1], now()))).contains(&"until"));
}

#[test]
fn a_start_that_was_offered_goes_before_one_that_was_typed_before() {
    let form = BookForm {
        offering: "table".into(),
        on: "2026-06-25".into(),
        from: "2026-06-25T12:00:00Z".into(),
        at: "14:30".into(),
        minutes: "60".into(),
        group: "1".into(),
        name: "罗大爷".into(),
        ..BookForm::default()
    };
    let from = |form: &BookForm| form.read(&zone(), now()).expect("a wish").ask.from;
    assert_eq!(from(&form), "2026-06-25T14:30:00+08:00".parse().expect("an instant"));
    let picked = BookForm { pick: "2026-06-25T13:00:00Z".into(), ..form.clone() };
    assert_eq!(from(&picked), "2026-06-25T21:00:00+08:00".parse().expect("an instant"));
    let chosen = BookForm { at: String::new(), ..form };
    assert_eq!(from(&chosen), "2026-06-25T20:00:00+08:00".parse().expect("an instant"));
}

#[test]
fn a_booking_needs_a_name_or_a_number_and_a_walk_in_needs_neither() {
    let form = BookForm { pick: now().to_string(), minutes: "60".into(), group: "1".into(), ..BookForm::default() };
    assert_eq!(fields(&wrong(form.read(&zone(), now()))), ["name"]);
    let form = BookForm { phone: "138 0000 5521".into(), ..form };
    assert!(form.read(&zone(), now()).is_ok());
    let door =
        WalkInForm { offering: "table".into(), minutes: "30".into(), group: "2".into(), ..WalkInForm::default() };
    assert!(door.read(now()).is_ok());
}
