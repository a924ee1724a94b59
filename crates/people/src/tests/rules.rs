use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;

use crate::forms;
use crate::ids::PersonId;
use crate::rules::*;

fn noon() -> Timestamp {
    kernel::testing::NOON.parse().unwrap()
}

fn luo() -> PersonId {
    PersonId(Id("01900000-0000-7000-8000-000000000007".parse().unwrap()))
}

const RIGHT: &[u8] = b"right";

fn code() -> Code {
    Code {
        person: luo(),
        digits_hash: RIGHT.to_vec(),
        sent_at: noon(),
        expires_at: noon() + CODE_LASTS,
        tries: 1,
        used_at: None,
        used_once: None,
    }
}

#[test]
fn the_right_digits_prove_the_number() {
    assert_eq!(prove(noon(), &code(), RIGHT, None), Ok(luo()));
}

#[test]
fn wrong_digits_say_how_many_tries_are_left() {
    assert_eq!(prove(noon(), &code(), b"wrong", None), Err(CodeRefusal::Wrong { left: 4 }));
    let last = Code { tries: 5, ..code() };
    assert_eq!(prove(noon(), &last, b"wrong", None), Err(CodeRefusal::Spent));
}

#[test]
fn the_fifth_try_may_still_be_right() {
    assert_eq!(prove(noon(), &Code { tries: 5, ..code() }, RIGHT, None), Ok(luo()));
}

#[test]
fn a_sixth_try_is_not_made() {
    assert_eq!(may_try(Some(&Code { tries: 5, ..code() })), Err(CodeRefusal::Spent));
    assert_eq!(may_try(None), Err(CodeRefusal::Gone));
    assert_eq!(may_try(Some(&code())), Ok(()));
}

#[test]
fn a_code_is_over_after_ten_minutes_to_the_second() {
    let end = noon() + CODE_LASTS;
    assert_eq!(prove(end - SignedDuration::from_secs(1), &code(), RIGHT, None), Ok(luo()));
    assert_eq!(prove(end, &code(), RIGHT, None), Err(CodeRefusal::Expired));
}

#[test]
fn a_used_code_lets_in_only_the_request_that_used_it() {
    let used = Code { used_at: Some(noon()), used_once: Some(b"tap".to_vec()), ..code() };
    assert_eq!(prove(noon(), &used, RIGHT, Some(b"tap")), Ok(luo()), "a double tap");
    assert_eq!(prove(noon(), &used, RIGHT, Some(b"other")), Err(CodeRefusal::Used));
    assert_eq!(prove(noon(), &used, RIGHT, None), Err(CodeRefusal::Used));
    assert_eq!(prove(noon(), &used, b"wrong", Some(b"tap")), Err(CodeRefusal::Used));
    let used_by_nobody_known = Code { used_once: None, ..used };
    assert_eq!(prove(noon(), &used_by_nobody_known, RIGHT, None), Err(CodeRefusal::Used));
}

#[test]
fn a_message_is_not_sent_again_within_a_minute() {
    let soon = noon() + SignedDuration::from_secs(59);
    assert!(code().is_on_its_way(soon));
    assert!(!code().is_on_its_way(noon() + AGAIN_AFTER));
    assert!(!Code { tries: 5, ..code() }.is_on_its_way(soon), "a spent code is no use to anybody");
}

#[test]
fn a_name_is_short_and_holds_no_numbers() {
    let read = |typed: &str| typed.parse::<Name>().map(|n| n.as_str().to_owned());
    assert_eq!(read("  罗  大爷 ").as_deref(), Ok("罗 大爷"));
    assert_eq!(read("才让卓玛·1 号").as_deref(), Ok("才让卓玛·1 号"));
    assert_eq!(read("   "), Err(NameProblem::Empty));
    assert_eq!(read("罗 13800005521"), Err(NameProblem::HasNumber));
    assert_eq!(read(&"长".repeat(31)), Err(NameProblem::TooLong));
    assert_eq!(read("<b>罗</b>"), Err(NameProblem::Unreadable));
    assert_eq!(read("罗\u{7}"), Err(NameProblem::Unreadable));
}

#[test]
fn a_password_needs_ten_characters_and_nothing_else() {
    assert_eq!(password_problem("123456789", "malan"), Some("people-password-short"));
    assert_eq!(password_problem("大门常开场所常用活动", "malan"), None);
    assert_eq!(password_problem("aaaaaaaaaa", "malan"), None);
    assert_eq!(password_problem("Malan-Zhaan", "malan-zhaan"), Some("people-password-is-login"));
    assert_eq!(password_problem(&"长".repeat(201), "malan"), Some("people-password-long"));
}

#[test]
fn a_login_is_plain() {
    assert_eq!(login(" MaLan ").as_deref(), Some("malan"));
    assert_eq!(login("马兰").as_deref(), Some("马兰"));
    assert_eq!(login("m"), None);
    assert_eq!(login("ma lan"), None);
}

#[test]
fn a_manager_may_do_what_a_clerk_may() {
    assert!(Role::Manager >= Role::Clerk);
    assert_eq!(Role::from_number(1), Some(Role::Manager));
    assert_eq!(Role::from_number(2), None);
}

#[test]
fn six_digits_are_read_however_they_were_pasted() {
    for typed in ["012345", " 012 345 ", "012345", "012\u{a0}345"] {
        assert_eq!(forms::digits(typed).as_deref(), Ok("012345"), "{typed}");
    }
    for typed in ["", "12345", "1234567", "12345a", "一二三四五六"] {
        assert!(forms::digits(typed).is_err(), "{typed}");
    }
}

#[test]
fn nobody_is_led_away_after_signing_in() {
    let onward = |then: &str| forms::Onward { then: then.into(), ..Default::default() };
    assert_eq!(onward("/s/sanhe").then_or("/me"), "/s/sanhe");
    for then in
        ["", "//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"]
    {
        assert_eq!(onward(then).then_or("/me"), "/me", "{then}");
    }
}
