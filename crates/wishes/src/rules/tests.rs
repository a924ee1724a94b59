//! What is decided about wishes.
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use kernel::db::types::Id;
use people::{PersonId, StaffId};
use proptest::prelude::*;

use super::*;
use crate::{AppealId, WishId};

const FAIR: Date = date(2026, 6, 27);

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn staff(n: u128) -> StaffId {
    StaffId(id(n))
}

fn noon() -> Timestamp {
    kernel::testing::NOON.parse().unwrap()
}

fn wish(state: State) -> Wish {
    Wish {
        id: WishId(id(1)),
        draft: Draft { kind: Kind::Warm, item: item("保暖鞋，42 码").unwrap(), band: Band::To100, village: None },
        state,
        version: 1,
        coordinator: staff(1),
        made_at: noon(),
        changed_at: noon(),
        public_at: Some(noon()),
        ends_on: Some(ends_on(FAIR)),
        referred_to: String::new(),
    }
}

fn looked(version: i32, by: u128, yes: bool) -> Review {
    Review { version, staff: staff(by), yes, why: if yes { "" } else { "不合适" }.into(), at: noon() }
}

#[test]
fn what_names_nobody_is_taken_as_it_is() {
    for typed in [
        "保暖鞋，42 码",
        "保暖鞋 42号",
        "棉被一床",
        "老人鞋",
        "小马扎",
        "小白鞋 36 码",
        "一组餐具",
        "两组灯泡",
        "5号电池 8节",
        "电饭锅 3L",
        "玉米种子 10 斤",
        "农药喷雾器",
        "治病虫的粘板",
        "象棋一副",
        "毛笔和字帖",
        "《西游记》一套",
        "陪着下一盘棋",
        "修一修收音机",
        "钱包",
        "元宵灯笼",
        "Kindle",
        "雨伞",
        "哑铃一对",
        "A4 纸 500 张",
        "１５００ 片拼图",
        "两块毛巾",
        "七月上旬的戏票",
        "《孙子兵法》",
        "电热水壶，1.8 升",
    ] {
        assert_eq!(item(typed).map(|item| item.as_str().to_owned()), Ok(typed.to_owned()));
    }
    assert_eq!(item("  棉被   一床 ").unwrap().as_str(), "棉被 一床");
}

#[test]
fn what_tells_something_is_refused_by_its_word() {
    let told = |typed: &str| match item(typed) {
        Err(ItemProblem::Tells { what, word }) => (what, word),
        other => panic!("{typed}: {other:?}"),
    };
    use Reveals::*;
    for (typed, what, word) in [
        ("70岁老人的棉鞋", Age, "70岁"),
        ("七十三岁用的拐棍", Age, "七十三岁"),
        ("三年级课本", School, "年级"),
        ("三班的校服", School, "三班"),
        ("三合中学的校服", School, "中学"),
        ("小学生字典", School, "小学"),
        ("幼儿园书包", School, "幼儿园"),
        ("治病的药", Health, "病"),
        ("轮椅一辆", Health, "轮椅"),
        ("残 疾 人 三轮车", Health, "残"),
        ("低保户的棉被", Hardship, "低保"),
        ("给孤儿的书包", Hardship, "孤"),
        ("马奶奶的棉鞋", Name, "马奶奶"),
        ("李老师的字帖", Name, "李老师"),
        ("给王叔的茶杯", Name, "王叔"),
        ("老马家的水桶", Name, "老马"),
        ("骆驼堡村送来的", Place, "村"),
        ("三社的水管", Place, "三社"),
        ("12号院的门锁", Place, "12号"),
        ("现金", Money, "现金"),
        ("微 信 红包", Money, "红包"),
        ("500元", Money, "元"),
        ("还钱", Money, "钱"),
        ("138.0000.1234", Number, "13800001234"),
        ("马.奶.奶 的鞋", Name, "马奶奶"),
        ("低.保户 棉被", Hardship, "低保"),
        ("奶奶的棉鞋", Name, "奶奶"),
        ("双胞胎的书包", Name, "双胞"),
        ("七旬老人的棉鞋", Age, "七旬"),
        ("高龄老人鞋", Age, "高龄"),
        ("制氧机", Health, "制氧"),
        ("阳光社区的灯", Place, "社区"),
        ("一百块", Money, "一百块"),
        ("要500块", Money, "500块"),
        ("三千多元", Money, "元"),
        ("13800001234", Number, "13800001234"),
        ("电话 138-0000-1234", Number, "13800001234"),
        ("打 一三八零零零零", Number, "一三八零零零零"),
        ("１３８００００１２３４ 找我", Number, "13800001234"),
        ("看 WWW.某某.cn", Link, "www."),
    ] {
        assert_eq!(told(typed), (what, word.to_owned()), "{typed}");
    }
    assert_eq!(item("鞋"), Err(ItemProblem::TooShort));
    assert_eq!(item("……！！"), Err(ItemProblem::TooShort));
    assert_eq!(item(&"鞋".repeat(41)), Err(ItemProblem::TooLong));
    for hidden in ["棉\u{200b}鞋", "棉鞋\u{202e}", "棉鞋\0", "<b>棉鞋</b>"] {
        assert_eq!(item(hidden), Err(ItemProblem::Unreadable), "{hidden:?}");
    }
}

#[test]
fn a_village_of_the_township_is_found_with_and_without_its_last_character() {
    let villages = ["骆驼堡村", "新庄村村委会", "村", "祁家川社区居民委员会"];
    let names = |typed| names_a_village(&item(typed).unwrap(), &villages);
    assert_eq!(names("骆驼堡的水桶"), Some("骆驼堡".into()));
    assert_eq!(names("骆 驼 堡 水桶"), Some("骆驼堡".into()));
    assert_eq!(names("新庄的水桶"), Some("新庄".into()));
    assert_eq!(names("祁家川的水桶"), Some("祁家川".into()));
    assert_eq!(names("水桶"), None);
}

#[test]
fn the_name_of_whoever_wishes_is_found_whatever_stands_between() {
    let names = |typed, name| names_somebody(&item(typed).unwrap(), name);
    assert_eq!(names("罗 永.福 的水桶", "罗永福"), Some("罗永福".into()));
    assert_eq!(names("罗永福的水桶", "罗 永 福"), Some("罗永福".into()));
    assert_eq!((names("水桶", "罗永福"), names("福字一对", "福")), (None, None));
}

#[test]
fn an_hour_of_time_costs_nothing_and_a_child_has_a_guardian() {
    let draft = Draft { kind: Kind::Time, ..wish(State::Draft).draft };
    assert_eq!(draft.settled().band, Band::Free);
    let person = |minor, guardian| {
        let name = "罗大爷".parse().unwrap();
        NewPerson { name, phone: None, minor, guardian, consent: Consent::Paper }.checked()
    };
    assert_eq!(person(true, false), Err(NoWish::NeedsGuardian));
    assert!(person(true, true).is_ok_and(|one| one.guardian));
    assert!(person(false, true).is_ok_and(|one| !one.guardian), "a grown-up has none");
}

#[test]
fn what_is_kept_as_a_number_and_said_as_a_word_is_read_back() {
    for kind in Kind::ALL {
        assert_eq!((Kind::of(kind as i16), Kind::of_word(kind.word())), (Some(kind), Some(kind)));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
    }
    for band in Band::ALL {
        assert_eq!((Band::of(band as i16), Band::of_word(band.word())), (Some(band), Some(band)));
        assert_eq!(serde_json::to_value(band).unwrap(), band.word());
        assert!(band.most() <= 500);
    }
    for state in State::ALL {
        assert_eq!((State::of(state as i16), State::of_word(state.word())), (Some(state), Some(state)));
        assert_eq!(serde_json::to_value(state).unwrap(), state.word());
    }
    for how in Consent::ALL {
        assert_eq!((Consent::of(how as i16), Consent::of_word(how.word())), (Some(how), Some(how)));
        assert_eq!(serde_json::to_value(how).unwrap(), how.word());
    }
}

fn share(village: i64, kind: Kind, people: i32, counted_on: Date) -> Share {
    Share { village, kind, people, source: "2025 年报表".into(), counted_on }
}

#[test]
fn a_village_is_shown_from_twenty_on_while_the_count_is_believed() {
    let shares = |people, on| {
        vec![share(7, Kind::Learning, 900, FAIR), share(8, Kind::Warm, 900, FAIR), share(7, Kind::Warm, people, on)]
    };
    let villages = [7, 8, 9, 10];
    let shows = |people, on| shown(Some(7), Kind::Warm, &shares(people, on), (&villages, FAIR));
    assert_eq!(shows(20, FAIR), Some(7));
    assert_eq!(shows(19, FAIR), None);
    assert_eq!(shows(20, date(2024, 6, 27)), Some(7));
    assert_eq!(shows(20, date(2024, 6, 26)), None, "older than two years");
    assert_eq!(shows(20, date(2026, 6, 28)), None, "nobody has counted it yet");
    assert_eq!(shown(Some(7), Kind::Warm, &[], (&villages, FAIR)), None, "nothing is known");
    assert_eq!(shown(None, Kind::Warm, &shares(20, FAIR), (&villages, FAIR)), None);
}

#[test]
fn no_village_is_shown_where_the_others_are_found_by_subtraction() {
    let count = |village, people| share(village, Kind::Warm, people, FAIR);
    let shows = |shares: &[Share]| shown(Some(7), Kind::Warm, shares, (&[7, 8, 9], FAIR));
    assert_eq!(shows(&[count(7, 40), count(8, 40), count(9, 40)]), Some(7), "none is hidden");
    assert_eq!(shows(&[count(7, 40), count(8, 40), count(9, 19)]), None, "one alone");
    assert_eq!(shows(&[count(7, 40), count(8, 40)]), None, "one alone, which nobody has counted");
    assert_eq!(shows(&[count(7, 40), count(8, 9), count(9, 10)]), None, "fewer than twenty together");
    assert_eq!(shows(&[count(7, 40), count(8, 10), count(9, 10)]), Some(7));
    assert_eq!(shows(&[count(7, 40), count(8, 1)]), Some(7), "nobody knows how many the third has");
    assert_eq!(shown(Some(6), Kind::Warm, &[count(6, 40)], (&[7, 8, 9], FAIR)), None, "of another township");
}

fn a_share() -> impl Strategy<Value = Share> {
    (1i64..5, 0..Kind::ALL.len(), 0..60i32, -1000..1000i64).prop_map(|(village, kind, people, days)| {
        share(village, Kind::ALL[kind], people, FAIR.saturating_add(days.days()))
    })
}

proptest! {
    #[test]
    fn no_card_ever_shows_a_village_of_fewer_than_twenty(
        village in proptest::option::of(1i64..6),
        kind in 0..Kind::ALL.len(),
        shares in proptest::collection::vec(a_share(), 0..40),
    ) {
        // One count of each village and kind, as their key in the table has it.
        let mut kept: Vec<Share> = vec![];
        for one in shares {
            if !kept.iter().any(|k| (k.village, k.kind) == (one.village, one.kind)) {
                kept.push(one);
            }
        }
        let kind = Kind::ALL[kind];
        let fits = |k: &&Share| Some(k.village) == village && k.kind == kind;
        let count = kept.iter().find(fits);
        let villages = [1i64, 2, 3, 4, 5];
        let known = |code: i64| kept.iter().find(|k| k.village == code && k.kind == kind && k.holds(FAIR)).map(|k| k.people);
        let hidden: Vec<_> = villages.iter().map(|code| known(*code)).filter(|n| n.is_none_or(|n| n < 20)).collect();
        let together: Option<i32> = hidden.iter().copied().sum();
        let few = hidden.len() == 1 || (!hidden.is_empty() && together.is_some_and(|n| n < 20));
        match shown(village, kind, &kept, (&villages, FAIR)) {
            Some(village_shown) => {
                prop_assert_eq!(Some(village_shown), village);
                prop_assert!(!few, "who is not shown is found by subtraction: {:?}", hidden);
                prop_assert!(count.is_some_and(|k| k.people >= 20 && k.counted_on <= FAIR));
            }
            None => prop_assert!(
                few || count.is_none_or(|k| k.people < 20 || !k.holds(FAIR)),
                "a village that could be shown"
            ),
        }
    }

    #[test]
    fn nothing_small_is_told_of_a_month_and_nothing_alone_is_withheld(
        published in 0usize..40, fulfilled in 0usize..40, back in 0usize..40, referred in 0usize..40,
    ) {
        let counts = [published, fulfilled, back, referred];
        let told = month(Counts { published, fulfilled, back, referred });
        let told = [told.published, told.fulfilled, told.back, told.referred];
        for (count, told) in counts.into_iter().zip(told) {
            prop_assert!(told.is_none_or(|n| n == count && n >= 10));
        }
        let withheld = told.iter().filter(|n| n.is_none()).count();
        prop_assert_ne!(withheld, 1);
        let small = counts.iter().filter(|n| **n < 10).count();
        prop_assert!(withheld <= small.max(if small == 1 { 2 } else { 0 }), "no more is withheld than must be");
    }

    #[test]
    fn whatever_is_typed_is_judged_and_what_passes_stays_what_it_is(typed in "\\PC{0,50}") {
        if let Ok(good) = item(&typed) {
            prop_assert!((2..=40).contains(&good.as_str().chars().count()));
            prop_assert_eq!(item(good.as_str()), Ok(good.clone()));
            let odd = good.as_str().contains(['<', '\0', '\u{202e}']);
            prop_assert!(!odd);
        }
    }
}

#[test]
fn two_others_say_yes_and_one_no_is_enough() {
    let (asked, hands) = (wish(State::Asked), [staff(1), staff(9)]);
    let judge = |by, yes, why, all: &[Review]| review(&asked, (1, &hands), (staff(by), yes, why), all);
    assert_eq!(judge(2, true, "", &[]), Ok(Reviewed::Waits));
    assert_eq!(judge(3, true, "", &[looked(1, 2, true)]), Ok(Reviewed::Open));
    assert_eq!(judge(2, true, "", &[looked(1, 2, true)]), Err(NoReview::Twice));
    assert_eq!(judge(1, true, "", &[]), Err(NoReview::OwnDraft));
    assert_eq!(judge(9, true, "", &[]), Err(NoReview::OwnDraft), "who recorded the consent");
    assert_eq!(judge(3, false, "不合适", &[looked(1, 2, true)]), Ok(Reviewed::Refused));
    assert_eq!(judge(3, false, " ", &[]), Err(NoReview::NoWhy));
    let anew = Wish { version: 2, ..wish(State::Asked) };
    let again = |read, all: &[Review]| review(&anew, (read, &hands), (staff(2), true, ""), all);
    assert_eq!(again(1, &[]), Err(NoReview::Moved));
    assert_eq!(
        again(2, &[looked(1, 2, true), looked(1, 3, true)]),
        Ok(Reviewed::Waits),
        "an earlier yes is not of this text"
    );
    for state in State::ALL.into_iter().filter(|state| *state != State::Asked) {
        assert_eq!(review(&wish(state), (1, &hands), (staff(2), true, ""), &[]), Err(NoReview::NotAsked));
    }
}

#[test]
fn whoever_said_no_or_wrote_it_does_not_judge_the_no() {
    let (refused, hands) = (wish(State::Refused), [staff(1)]);
    let appeal = |decided| Appeal { id: AppealId(id(5)), version: 1, made_at: noon(), taken_by: staff(1), decided };
    let open = appeal(None);
    let by_another = Appeal { taken_by: staff(7), ..appeal(None) };
    assert_eq!(
        decide_appeal(&refused, &by_another, (staff(7), &hands), &[]),
        Err(NoWish::SameHand),
        "who took it down"
    );
    let judge = |by| decide_appeal(&refused, &open, (staff(by), &hands), &[looked(1, 2, false), looked(1, 3, true)]);
    assert_eq!(judge(1), Err(NoWish::SameHand));
    assert_eq!(judge(2), Err(NoWish::SameHand));
    assert_eq!((judge(3), judge(4)), (Ok(()), Ok(())));
    let done = appeal(Some(Decided { at: noon(), by: staff(4), upheld: true, words: "".into() }));
    assert_eq!(decide_appeal(&refused, &done, (staff(4), &hands), &[]), Err(NoWish::Decided));
    let anew = Wish { version: 2, ..wish(State::Refused) };
    assert_eq!(decide_appeal(&anew, &open, (staff(4), &hands), &[]), Err(NoWish::Decided), "it was written anew");
    assert_eq!(may_appeal(&refused, &[]), Ok(()));
    assert_eq!(may_appeal(&refused, std::slice::from_ref(&done)), Err(NoWish::Appealed));
    assert_eq!(may_appeal(&anew, &[done]), Ok(()));
    assert_eq!(may_appeal(&wish(State::Open), &[]), Err(NoWish::NotNow(State::Open)));
}

#[test]
fn whoever_is_first_gets_it_and_nobody_has_more_than_two() {
    let (me, other) = (PersonId(id(1)), PersonId(id(2)));
    let ask = |state, holder, mine| claim(&ClaimFacts { state, holder, me, mine }, noon());
    assert_eq!(ask(State::Open, None, 1), Ok(noon() + LEASE));
    assert_eq!(ask(State::Open, None, 2), Err(NoClaim::TooMany { most: 2 }));
    for taken in [State::Claimed, State::Contacted, State::Delivered] {
        assert_eq!(ask(taken, Some(other), 0), Err(NoClaim::Gone));
        assert_eq!(ask(taken, Some(me), 2), Err(NoClaim::Yours));
    }
    for over in [State::Fulfilled, State::Overdue, State::Referred] {
        assert_eq!(ask(over, None, 0), Err(NoClaim::Gone));
    }
    for hidden in [State::Draft, State::Asked, State::Refused] {
        assert_eq!(ask(hidden, None, 0), Err(NoClaim::NotOpen));
    }
}

#[test]
fn five_wrong_codes_and_a_new_one_is_needed() {
    assert_eq!(hand_over(State::Delivered, 0, false), Err(NoHandover::WrongCode { left: 4 }));
    assert_eq!(hand_over(State::Delivered, 4, false), Err(NoHandover::WrongCode { left: 0 }));
    assert_eq!(hand_over(State::Delivered, 4, true), Ok(()));
    assert_eq!(hand_over(State::Delivered, 5, true), Err(NoHandover::TooManyTries), "also with the right one");
    assert_eq!(hand_over(State::Claimed, 0, true), Err(NoHandover::NotThere));
    let chance = kernel::chance::Chance::seeded(7);
    for _ in 0..200 {
        let code = code(&chance);
        assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
    }
}

#[test]
fn each_step_leads_on_from_where_it_may() {
    use State::*;
    let from = |step| State::ALL.into_iter().filter(|state| next(*state, step).is_ok()).collect::<Vec<_>>();
    assert_eq!(from(Move::Redraft), [Draft, Asked, Refused, Open]);
    assert_eq!(from(Move::Ask), [Draft]);
    assert_eq!(from(Move::Contact), [Claimed]);
    assert_eq!(from(Move::Deliver), [Claimed, Contacted]);
    assert_eq!(from(Move::GiveUp { by_staff: false }), [Claimed, Contacted]);
    assert_eq!(from(Move::GiveUp { by_staff: true }), [Claimed, Contacted, Delivered]);
    assert_eq!(from(Move::Refer), [Overdue]);
    assert_eq!(next(Open, Move::Redraft), Ok(Asked), "it leaves the pool");
    assert_eq!(next(Contacted, Move::Contact), Err(NoWish::Contacted), "time is added once");
    assert_eq!(next(Delivered, Move::Redraft), Err(NoWish::Taken));
    assert_eq!(next(Fulfilled, Move::Redraft), Err(NoWish::NotNow(Fulfilled)));
}

#[test]
fn the_ninetieth_day_is_the_last() {
    let open = wish(State::Open);
    let last = date(2026, 9, 25);
    assert_eq!(open.ends_on, Some(last));
    assert_eq!((days_left(open.ends_on, FAIR), days_left(open.ends_on, last)), (90, 0));
    let after = last.tomorrow().unwrap();
    assert_eq!((stands(&open, last), stands(&open, after)), (State::Open, State::Overdue));
    let claimed = wish(State::Claimed);
    assert_eq!((back(&claimed, last), back(&claimed, after)), (State::Open, State::Overdue));
    assert_eq!(stands(&claimed, after), State::Claimed, "whoever has it brings it");
}

#[test]
fn nobody_is_told_anything_at_night_that_nobody_has_just_done() {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    for (now, then) in [
        ("2026-06-27T12:00:00+08:00", "2026-06-27T12:00:00+08:00"),
        ("2026-06-27T08:00:00+08:00", "2026-06-27T08:00:00+08:00"),
        ("2026-06-27T07:59:00+08:00", "2026-06-27T08:00:00+08:00"),
        ("2026-06-27T21:00:00+08:00", "2026-06-28T08:00:00+08:00"),
        ("2026-06-27T23:30:00+08:00", "2026-06-28T08:00:00+08:00"),
    ] {
        assert_eq!(daytime(at(now), &zone), at(then), "{now}");
    }
}

#[test]
fn what_is_offered_is_what_is_allowed() {
    let hands = [staff(1)];
    let facts = |wish: Wish, me, manager| {
        may(&Facts {
            wish: &wish,
            me: staff(me),
            manager,
            hands: &hands,
            reviews: &[],
            appeals: &[],
            known: true,
            told: Some(false),
        })
    };
    let acts = |state, me, manager| facts(wish(state), me, manager);
    assert_eq!(acts(State::Draft, 1, false), [May::Ask, May::NewCode, May::Redraft, May::Withdraw]);
    assert_eq!(acts(State::Draft, 2, false), [May::Withdraw], "whoever does not look after it");
    assert_eq!(acts(State::Asked, 2, false), [May::Review, May::Withdraw]);
    assert_eq!(acts(State::Asked, 1, false), [May::NewCode, May::Redraft, May::Withdraw]);
    assert_eq!(acts(State::Refused, 2, false), [May::Appeal, May::Withdraw]);
    assert_eq!(acts(State::Delivered, 2, false), [May::Tell, May::HandOver, May::GiveUp, May::Withdraw]);
    assert_eq!(acts(State::Overdue, 3, true), [May::Refer, May::NewCode, May::Withdraw]);
    for state in State::ALL {
        assert!(acts(state, 5, false).contains(&May::Withdraw), "taken back from {state:?}");
    }
}
