use super::*;
use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;

const VILLAGES: [(i64, &str); 4] = [
    (630_203_102_001, "三合镇居委会"),
    (630_203_102_200, "三合村委会"),
    (630_203_102_206, "张其寨村委会"),
    (630_203_102_210, "新安村委会"),
];

/// 2026-06-24 is a Wednesday.
fn at(hour: i8, minute: i8) -> DateTime {
    on(24, hour, minute)
}

fn on(day: i8, hour: i8, minute: i8) -> DateTime {
    date(2026, 6, day).at(hour, minute, 0, 0)
}

fn read(text: &str) -> Result<Declared, Unread> {
    read_text(at(9, 0), text, &VILLAGES)
}

fn says(text: &str) -> (Presence, Option<DateTime>) {
    let said = read(text).unwrap_or_else(|unread| panic!("{text}: {unread:?}"));
    (said.presence, said.back)
}

#[test]
fn officials_say_it_in_their_own_words() {
    use Presence::*;
    for (text, presence, back) in [
        ("下村 15点回", Field, Some(at(15, 0))),
        ("下村，三点半回", Field, Some(at(15, 30))),
        ("下乡入户 十五点回来", Field, Some(at(15, 0))),
        ("在岗", Desk, None),
        ("我在", Desk, None),
        ("回来了", Desk, None),
        ("到了", Desk, None),
        ("开完会了", Desk, None),
        ("今天上班了", Desk, None),
        ("今天到岗", Desk, None),
        ("9点半到岗", Field, Some(at(9, 30))),
        ("请假，周一上班", Leave, Some(on(29, 8, 30))),
        ("开会，11点结束", Meeting, Some(at(11, 0))),
        ("在3号窗口", Desk, None),
        ("在岗到11点", Desk, Some(at(11, 0))),
        ("在办公室", Office, None),
        ("已经回来了，在办公室", Office, None),
        ("开会 10点半回", Meeting, Some(at(10, 30))),
        ("开会到11点", Meeting, Some(at(11, 0))),
        ("开会到11", Meeting, Some(at(11, 0))),
        ("我在开会，大概十点一刻回来", Meeting, Some(at(10, 15))),
        ("请假", Leave, None),
        ("今天请假", Leave, None),
        ("请假 到周五", Leave, Some(on(29, 8, 30))),
        ("请假 明天下午回", Leave, Some(on(25, 14, 0))),
        ("请假三天", Leave, Some(on(29, 8, 30))),
        ("病假在家", Leave, None),
        ("请假半天", Leave, Some(at(14, 0))),
        ("请假，7月1日回", Leave, Some(date(2026, 7, 1).at(8, 30, 0, 0))),
        ("请假，下周二上午10点回", Leave, Some(on(30, 10, 0))),
        ("下午3点回", Field, Some(at(15, 0))),
        ("外出 一小时", Field, Some(at(10, 0))),
        ("外出一个半小时", Field, Some(at(10, 30))),
        ("出去 1.5小时", Field, Some(at(10, 30))),
        ("半小时后回", Field, Some(at(9, 30))),
        ("两小时后回来", Field, Some(at(11, 0))),
        ("不在，3点回", Field, Some(at(15, 0))),
        ("不在岗", Unknown, None),
        ("下班", Off, None),
        ("下班，明早8点半来", Off, Some(on(25, 8, 30))),
        ("取消", Unknown, None),
        ("１５：３０回　下村", Field, Some(at(15, 30))),
        ("開會 11點回", Meeting, Some(at(11, 0))),
    ] {
        assert_eq!(says(text), (presence, back), "{text}");
    }
}

#[test]
fn english_is_read_too() {
    use Presence::*;
    for (text, presence, back) in [
        ("field back 15:00", Field, Some(at(15, 0))),
        ("In", Desk, None),
        ("back", Desk, None),
        ("I am in the office", Office, None),
        ("meeting until 10:30", Meeting, Some(at(10, 30))),
        ("in a meeting, back in half an hour", Meeting, Some(at(9, 30))),
        ("off", Off, None),
        ("out, back at 3pm", Field, Some(at(15, 0))),
        ("leave until Friday", Leave, Some(on(26, 8, 30))),
        ("leave through Friday", Leave, Some(on(29, 8, 30))),
        ("off until next monday", Off, Some(on(29, 8, 30))),
    ] {
        assert_eq!(says(text), (presence, back), "{text}");
    }
}

#[test]
fn a_village_makes_it_a_trip_and_is_no_place() {
    for text in ["下村 三合村 15:30回", "去三合村，15:30回", "三合 15:30 回", "在三合村委会开会 15:30回"]
    {
        let said = read(text).unwrap_or_else(|unread| panic!("{text}: {unread:?}"));
        assert_eq!((said.presence, said.village), (Presence::Field, Some(630_203_102_200)), "{text}");
        assert_eq!((said.place.as_str(), said.back), ("", Some(at(15, 30))), "{text}");
    }
    assert_eq!(
        read("下村 张其寨 三合村 4点回").map(|said| said.village),
        Ok(Some(630_203_102_206)),
        "the first of two"
    );
    assert_eq!(read("请假 三合村"), Err(Unread::Two(Presence::Field, Presence::Leave)));
}

#[test]
fn a_place_follows_the_word_for_being_or_going_there() {
    let place = |text: &str| read(text).map(|said| (said.presence, said.place));
    assert_eq!(place("去县医院，3点回"), Ok((Presence::Field, "县医院".into())));
    assert_eq!(place("在三楼会议室开会到11点"), Ok((Presence::Meeting, "三楼会议室".into())));
    assert_eq!(place("去2号楼开会 11点回"), Ok((Presence::Meeting, "2号楼".into())));
    assert_eq!(place("去回族乡了 下午回"), Ok((Presence::Field, "回族乡".into())));
    assert_eq!(place("去县医院看病 3点回"), Ok((Presence::Field, "县医院".into())), "nobody is told why");
    assert_eq!(place("请假去西宁"), Ok((Presence::Leave, String::new())), "nobody is told where");
    assert_eq!(place("在路上"), Err(Unread::NoPresence));
}

#[test]
fn three_o_clock_is_in_the_afternoon_and_what_is_over_is_on_the_next_workday() {
    let back = |now, text| read_text(now, text, &[]).expect(text).back;
    assert_eq!(back(at(2, 0), "下村 3点回"), Some(at(15, 0)));
    assert_eq!(back(at(2, 0), "下村 03:00回"), Some(at(3, 0)));
    assert_eq!(back(at(9, 0), "下村 凌晨3点回"), Some(on(25, 3, 0)));
    assert_eq!(back(at(16, 0), "下村 3点回"), Some(on(25, 15, 0)));
    assert_eq!(back(at(16, 0), "下村 9点回"), Some(on(25, 9, 0)));
    assert_eq!(back(at(16, 0), "开会 晚上8点回"), Some(at(20, 0)));
    assert_eq!(back(on(26, 16, 0), "下村 3点回"), Some(on(29, 15, 0)), "after Friday comes Monday");
    assert_eq!(back(on(27, 9, 0), "下村 3点回"), Some(on(27, 15, 0)), "whoever works on a Saturday is back on it");
    assert_eq!(back(at(9, 0), "开会 12点回"), Some(at(12, 0)));
    assert_eq!(back(at(9, 0), "下村 晚上12点回"), Some(on(25, 0, 0)));
}

#[test]
fn a_part_of_the_day_is_its_beginning_or_once_begun_its_end() {
    let back = |now, text| read_text(now, text, &[]).expect(text).back;
    assert_eq!(back(at(9, 0), "下村 下午回"), Some(at(14, 0)));
    assert_eq!(back(at(15, 0), "下村 下午回"), Some(at(18, 0)));
    assert_eq!(back(at(19, 0), "下村 下午回"), Some(on(25, 14, 0)));
    assert_eq!(back(at(9, 0), "开会到中午"), Some(at(12, 0)));
    assert_eq!(back(at(9, 0), "开会到下午"), Some(at(18, 0)));
    assert_eq!(back(at(9, 0), "下村 今天回"), Some(at(18, 0)));
    assert_eq!(back(at(9, 0), "请假 周三回"), Some(at(18, 0)), "today is a Wednesday, and it has begun");
    assert_eq!(back(at(19, 0), "请假 周三回"), Some(date(2026, 7, 1).at(8, 30, 0, 0)));
    assert_eq!(back(at(9, 0), "请假 3号回"), Some(date(2026, 7, 3).at(8, 30, 0, 0)));
}

#[test]
fn what_is_not_understood_is_quoted_and_never_skipped() {
    assert_eq!(read("不下村"), Err(Unread::Words("不".into())));
    assert_eq!(read("下村 李家庄 15点回"), Err(Unread::Words("李家庄".into())));
    assert_eq!(read("please call 13800000000"), Err(Unread::Words("call".into())));
    assert_eq!(read(" 。👍 "), Err(Unread::Empty));
    assert_eq!(read("15点"), Err(Unread::NoPresence));
    assert_eq!(read("你好"), Err(Unread::NoPresence));
    assert_eq!(read("开会 15点"), Err(Unread::Unclear("15点".into())), "it may begin then");
    assert_eq!(read("15点回来了"), Err(Unread::Unclear("15点".into())), "it is nine");
    assert_eq!(read("明天请假"), Err(Unread::Unclear("明天".into())), "only what is so now can be declared");
    assert_eq!(read("下村 回"), Err(Unread::Unclear("回".into())));
    assert_eq!(read("下村 马上回来"), Err(Unread::Vague("马上".into())));
    assert_eq!(read("下村 25点回"), Err(Unread::NoTime("25点".into())));
    assert_eq!(read("下村 2月30日回"), Err(Unread::NoTime("2月30日".into())));
    assert_eq!(read("下村 3点回 4点回"), Err(Unread::TwoTimes));
    assert_eq!(read("开会 请假"), Err(Unread::Two(Presence::Meeting, Presence::Leave)));
    assert_eq!(read("下村 昨天回"), Err(Unread::Words("昨天".into())));
    assert_eq!(read("开会 本周一回"), Err(Unread::Undeclarable(Undeclarable::BackBefore)));
    assert_eq!(read("请假 5月1日回"), Err(Unread::Undeclarable(Undeclarable::BackTooFar)));
    assert_eq!(read(&"在岗 ".repeat(50)), Err(Unread::TooLong));
}

#[test]
fn every_example_can_be_read() {
    let all = [
        Unread::Empty,
        Unread::Words(String::new()),
        Unread::Two(Presence::Desk, Presence::Off),
        Unread::TwoTimes,
        Unread::Unclear(String::new()),
    ];
    for unread in all {
        assert!(read(unread.example()).is_ok(), "{}", unread.example());
    }
}

/// Pieces of such messages, and pieces of others.
fn pieces() -> impl Strategy<Value = String> {
    let known = "下村 在岗 回 回来了 到 在 去 开会 请假 半 小时 点 分 周 号 月 日 十 二十三 99 15:30 :5 0 24点 晚上 12 明天 下 until back in 3pm 三合村 天 9999 个 . / 周日 村委会 不 Ａ 點";
    let known: Vec<&str> = known.split(' ').collect();
    let piece =
        prop_oneof![4 => proptest::sample::select(known).prop_map(str::to_owned), 1 => ".{0,3}".prop_map(String::from)];
    proptest::collection::vec(piece, 0..12).prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_said_to_be_unread(text in prop_oneof![pieces(), any::<String>()], minutes in 0i64..4_000_000) {
        let now = date(2026, 1, 1).at(0, 0, 59, 0).saturating_add(minutes.minutes());
        if let Ok(said) = read_text(now, &text, &VILLAGES) {
            prop_assert_eq!(declare(now, said.clone()), Ok(said));
        }
    }

    #[test]
    fn at_the_ends_of_the_calendar_nothing_breaks(text in pieces(), last in any::<bool>()) {
        let now = if last { DateTime::MAX } else { DateTime::MIN };
        if let Ok(said) = read_text(now, &text, &VILLAGES) {
            prop_assert!(said.back.is_none_or(|back| back > now));
        }
    }

    #[test]
    fn what_is_written_reads_back(
        number in 0i16..7,
        start in 0i64..2_000_000,
        away in proptest::option::of(1i64..60 * 24 * 119),
    ) {
        let presence = Presence::of(number).expect("one of seven");
        let now = date(2026, 1, 1).at(0, 0, 0, 0).saturating_add(start.minutes());
        let back = away.map(|minutes| now.saturating_add(minutes.minutes()));
        let text = write_text(now, presence, back);
        let said = read_text(now, &text, &VILLAGES);
        let back = back.filter(|_| presence != Presence::Unknown);
        prop_assert_eq!(said.map(|d| (d.presence, d.back)), Ok((presence, back)), "{}", text);
    }
}
