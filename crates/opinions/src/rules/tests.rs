//! The rules by themselves.
use almanac::holidays::Calendar;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::chance::Chance;
use kernel::share::Share;
use proptest::prelude::*;

use super::*;

fn digits() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(0..10_u8, 15)
}

fn text(digits: &[u8]) -> String {
    digits.iter().map(|d| char::from(b'0' + d)).collect()
}

fn whole(mut digits: Vec<u8>) -> Vec<u8> {
    digits.push(check_digit(&digits));
    digits
}

proptest! {
    #[test]
    fn every_digit_that_is_wrong_is_found(digits in digits(), at in 0..16_usize, by in 1..10_u8) {
        let mut whole = whole(digits);
        prop_assert!(Receipt::parse(&text(&whole)).is_some());
        whole[at] = (whole[at] + by) % 10;
        prop_assert!(Receipt::parse(&text(&whole)).is_none());
    }

    #[test]
    fn neighbours_that_are_swapped_are_found_unless_they_differ_by_one(digits in digits(), at in 0..15_usize) {
        let mut whole = whole(digits);
        let apart = (whole[at] + 10 - whole[at + 1]) % 10;
        prop_assume!(apart != 0);
        whole.swap(at, at + 1);
        let found = Receipt::parse(&text(&whole)).is_none();
        prop_assert!(found || apart == 1 || apart == 9);
    }

    #[test]
    fn a_receipt_is_read_however_it_is_written(seed in any::<u64>()) {
        let receipt = Receipt::fresh(&Chance::seeded(seed));
        let grouped = receipt.grouped();
        prop_assert_eq!(grouped.len(), 19);
        let wide: String = receipt.digits().chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap()).collect();
        for typed in [grouped.clone(), grouped.replace(' ', "-"), format!(" {grouped}\n"), wide] {
            prop_assert_eq!(Receipt::parse(&typed), Some(receipt.clone()));
        }
        for odd in ["", "1234", &receipt.digits()[1..], &format!("{}0", receipt.digits()), "abcd efgh ijkl mnop"] {
            prop_assert_eq!(Receipt::parse(odd), None);
        }
        let logged = format!("{receipt:?}");
        prop_assert!(!logged.chars().any(|c| c.is_ascii_digit()));
    }
}

/// ISO 7064 itself gives 0794 with the check digit 5 as its example for MOD 11,10.
#[test]
fn the_check_digit_is_the_one_of_the_standard() {
    assert_eq!(check_digit(&[0, 7, 9, 4]), 5);
}

/// Of each two digits that differ by one, in every place, at most one in ten sums before them hides that they were swapped.
#[test]
fn of_swapped_neighbours_few_are_missed() {
    let (mut all, mut missed) = (0, 0);
    for n in 0..10_000_u64 {
        let receipt = Receipt::fresh(&Chance::seeded(n));
        let mut digits: Vec<u8> = receipt.digits().bytes().map(|b| b - b'0').collect();
        let at = usize::try_from(n % 15).unwrap();
        if digits[at] != digits[at + 1] {
            digits.swap(at, at + 1);
            all += 1;
            missed += u32::from(Receipt::parse(&text(&digits)).is_some());
        }
    }
    // Twenty of nine hundred.
    assert!(missed * 100 < all * 4, "{missed} of {all}");
}

#[test]
fn each_state_allows_what_it_allows() {
    use Move::*;
    let moves = [Screen, Assign, TakeUp, Ask, Answer, SendElsewhere, Merge, Solve, Dispute, Withdraw, Lapse];
    let may = |state: State| moves.into_iter().filter(|m| next(state, *m).is_ok()).collect::<Vec<Move>>();
    assert_eq!(may(State::Received), [Screen, SendElsewhere, Merge, Withdraw]);
    assert_eq!(may(State::Screened), [Screen, Assign, Ask, Answer, SendElsewhere, Merge, Withdraw]);
    let working = [Screen, Assign, TakeUp, Ask, Answer, SendElsewhere, Merge, Withdraw];
    assert_eq!(may(State::Assigned), working);
    assert_eq!(may(State::Working), working);
    assert_eq!(may(State::Disputed), [Screen, Assign, TakeUp, Ask, Answer, Merge, Withdraw]);
    assert_eq!(may(State::Answered), [Solve, Dispute, Withdraw, Lapse]);
    assert_eq!(may(State::Unconfirmed), [Solve, Dispute, Withdraw]);
    assert_eq!(may(State::OutOfScope), [Dispute, Withdraw]);
    assert_eq!(may(State::Solved), [Solve, Withdraw]);
    assert_eq!(may(State::Merged), [Withdraw]);
    assert!(may(State::Withdrawn).is_empty());
    assert_eq!(next(State::Received, Answer), Err(Refusal::NotYet(State::Received)));
    assert_eq!(next(State::Merged, Answer), Err(Refusal::Ended(State::Merged)));
    for state in State::ALL {
        assert_eq!(State::of(state as i16), Some(state));
        assert!(!(state.is_open() && state.has_ended()));
    }
    for step in Step::ALL {
        assert_eq!(Step::of(step as i16), Some(step));
    }
}

fn owed(state: State, came: Date, answered: Option<Date>, today: Date) -> Due {
    due((state, came, answered), Clocks { screen_days: 2, answer_days: 5 }, today, Calendar::prc()).unwrap()
}

#[test]
fn days_are_counted_over_the_national_holiday() {
    let came = date(2026, 9, 24);
    let screening = owed(State::Received, came, None, date(2026, 9, 29));
    // 25 to 27 September are the Mid-Autumn Festival: Monday and Tuesday are the two days.
    assert_eq!(screening, Due { on: date(2026, 9, 29), provisional: false, late: false });
    let answer = owed(State::Working, came, None, date(2026, 10, 9));
    // Three days in September, then seven days off, then the 8th and the 9th.
    assert_eq!(answer, Due { on: date(2026, 10, 9), provisional: false, late: false });
    assert!(owed(State::Working, came, None, date(2026, 10, 10)).late);
    // A make-up workday counts: the sixth day would be Saturday the 10th.
    let six = Clocks { screen_days: 2, answer_days: 6 };
    let due = due((State::Working, came, None), six, came, Calendar::prc()).unwrap();
    assert_eq!(due.on, date(2026, 10, 10));
}

#[test]
fn what_depends_on_a_year_that_is_not_published_is_provisional() {
    let due = owed(State::Working, date(2026, 12, 30), None, date(2026, 12, 30));
    assert!(due.provisional);
    assert!(!owed(State::Working, date(2026, 6, 1), None, date(2026, 6, 1)).provisional);
}

#[test]
fn a_dispute_does_not_start_the_clock_again() {
    let came = date(2026, 6, 1);
    let first = owed(State::Answered, came, Some(date(2026, 6, 5)), date(2026, 6, 5));
    assert!(!first.late);
    let again = owed(State::Disputed, came, None, date(2026, 6, 20));
    assert_eq!((again.on, again.late), (first.on, true));
    // The answer that stands came too late.
    assert!(owed(State::Answered, came, Some(date(2026, 6, 22)), date(2026, 6, 22)).late);
}

#[test]
fn what_leads_to_somebody_is_out_of_sight() {
    let names = ["马建国".to_owned(), "Li Wei".to_owned()];
    for (text, masked) in [
        ("打 138-0000 0000 找我", "打 〇〇〇 找我"),
        ("电话 13800000000，座机 0972-8612345", "电话 〇〇〇，座机 〇〇〇"),
        ("身份证63212319800101123X丢了", "身份证〇〇〇丢了"),
        ("我的号是幺三八零零零零零零零零", "我的号是〇〇〇"),
        ("青B12345 堵路", "〇〇〇 堵路"),
        ("青B·D12345堵路", "〇〇〇堵路"),
        ("马建国不在，Li Wei 也不在", "马某某不在，〇〇〇 也不在"),
        ("马 建 国不在，马·建国，ＬＩ　ｗｅｉ也不在", "马某某不在，马某某，〇〇〇也不在"),
        ("是张三家的狗", "是张某家的狗"),
        ("找李建国主任三次", "找李某某主任三次"),
        ("写信到 a.b@x.cn 了", "写信到 〇〇〇 了"),
        ("王家庄路灯 2026 年 3 月坏了，大家都等着", "王家庄路灯 2026 年 3 月坏了，大家都等着"),
        ("3组12号门口 5 米", "3组12号门口 5 米"),
        ("二十三号下午三点", "二十三号下午三点"),
    ] {
        assert_eq!(mask(text, &names), masked);
        assert_eq!(mask(masked, &names), masked, "twice is once");
    }
}

#[test]
fn names_are_found_however_they_are_written() {
    let names = ["马建国".to_owned(), "买买提·艾力".to_owned(), "王".to_owned()];
    assert_eq!(found_in("马 建 国态度不好", &names), ["马建国"]);
    assert_eq!(found_in("买买提艾力没来", &names), ["买买提·艾力"]);
    assert!(found_in("王大爷说路坏了", &names).is_empty());
}

#[test]
fn a_number_is_kept_as_long_as_there_may_be_news() {
    let at = |text: &str| -> Timestamp { text.parse().unwrap() };
    let came = at("2026-06-27T12:00:00+08:00");
    let after = |days: i64| came + SignedDuration::from_hours(24 * days);
    assert!(keeps_phone((came, None), after(364)) && !keeps_phone((came, None), after(365)));
    let ended = Some(after(10));
    assert!(keeps_phone((came, ended), after(69)) && !keeps_phone((came, ended), after(70)));
    assert!(may_speak(ended, after(69)) && !may_speak(ended, after(70)));
    assert!(may_speak(None, after(1000)), "what is open may be spoken of");
}

#[test]
fn batches_wait_for_company_and_not_for_ever() {
    let zone = TimeZone::get("Asia/Shanghai").unwrap();
    let at = |text: &str| -> Timestamp { text.parse().unwrap() };
    let saturday = at("2026-06-27T12:00:00+08:00");
    let (monday, moment) = last_release(saturday, &zone).unwrap();
    assert_eq!((monday, moment), (date(2026, 6, 22), at("2026-06-22T09:00:00+08:00")));
    assert_eq!(next_release(saturday, &zone), Some(date(2026, 6, 29)));
    let early = at("2026-06-29T08:59:00+08:00");
    assert_eq!(last_release(early, &zone).unwrap().0, date(2026, 6, 22));
    assert_eq!(next_release(early, &zone), Some(date(2026, 6, 29)));
    let nine = at("2026-06-29T09:00:00+08:00");
    assert_eq!(last_release(nine, &zone).unwrap().0, date(2026, 6, 29));
    assert_eq!(next_release(nine, &zone), Some(date(2026, 7, 6)));
    let ago = |days: i64| nine - SignedDuration::from_hours(24 * days);
    assert!(!goes_now(&[], nine));
    assert!(!goes_now(&[ago(1), ago(27)], nine));
    assert!(goes_now(&[ago(28)], nine));
    assert!(goes_now(&[ago(1), ago(1), ago(2)], nine));
    assert_eq!(week_of(date(2026, 6, 28)), date(2026, 6, 22));
}

#[test]
fn a_stamp_costs_work() {
    let nonce = (0_u32..).map(|n| n.to_string()).find(|n| is_worked("c", n, 8)).unwrap();
    assert!(is_worked("c", &nonce, 8) && is_worked("c", &nonce, 0));
    assert!(!is_worked("c", &nonce, 200));
    // SHA-256 of "c:0" begins with a bit that is not 0, or it does not: the count is of the hash itself.
    let hash = <sha2::Sha256 as sha2::Digest>::digest("c:0");
    let zeros: u32 = if hash[0] == 0 { 8 + hash[1].leading_zeros() } else { hash[0].leading_zeros() };
    assert!(is_worked("c", "0", zeros) && !is_worked("c", "0", zeros + 1));
}

#[test]
fn shares_count_only_those_of_whom_something_is_known() {
    let fact = |state, answered, in_time, reached, satisfied| Fact {
        state,
        answered,
        in_time,
        overdue: !answered,
        reached,
        satisfied,
    };
    let all = [
        fact(State::Solved, true, true, true, Some(Satisfied::Very)),
        fact(State::Solved, true, false, true, None),
        fact(State::Unconfirmed, true, true, false, None),
        fact(State::Answered, true, true, true, Some(Satisfied::Little)),
        fact(State::Working, false, false, false, None),
        Fact { overdue: false, ..fact(State::Received, false, false, false, None) },
        fact(State::Withdrawn, false, false, false, None),
        fact(State::Merged, false, false, false, None),
        fact(State::OutOfScope, false, false, false, None),
    ];
    let figures = add_up(&all);
    assert_eq!((figures.received, figures.withdrawn, figures.merged, figures.out_of_scope), (9, 1, 1, 1));
    assert_eq!(figures.answered, Share::new(4, 5));
    assert_eq!(figures.in_time, Share::new(3, 5));
    assert_eq!(figures.reached, Share::new(3, 4));
    assert_eq!(figures.solved, Share::new(2, 3));
    assert_eq!(figures.satisfied, Share::new(1, 2));
    assert_eq!(figures.solved.published(), None, "nothing of fewer than ten");
}
