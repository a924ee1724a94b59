use crate::phone::{Phone, PhoneProblem};

fn read(typed: &str) -> Result<String, PhoneProblem> {
    typed.parse().map(|p: Phone| p.full().to_owned())
}

#[test]
fn a_mobile_number_may_be_written_in_many_ways() {
    let ways = [
        "13800005521",
        "138 0000 5521",
        "138-0000-5521",
        " +86 138 0000 5521 ",
        "008613800005521",
        "8613800005521",
        "13800005521",
        "+86 (138) 0000-5521",
    ];
    for way in ways {
        assert_eq!(read(way).as_deref(), Ok("13800005521"), "{way}");
    }
}

#[test]
fn a_landline_has_its_area_code() {
    assert_eq!(read("0972-861 2345").as_deref(), Ok("09728612345"));
    assert_eq!(read("(010) 6512 3456").as_deref(), Ok("01065123456"));
    assert_eq!(read("+86 972 861 2345").as_deref(), Ok("09728612345"));
    assert_eq!(read("021 5123 4567").as_deref(), Ok("02151234567"));
    assert_eq!(read("861 2345"), Err(PhoneProblem::TooShort));
}

#[test]
fn what_is_no_number_is_told_why() {
    assert_eq!(read("  "), Err(PhoneProblem::Empty));
    assert_eq!(read("罗大爷"), Err(PhoneProblem::NotDigits));
    assert_eq!(read("1380000552"), Err(PhoneProblem::TooShort));
    assert_eq!(read("138000055211"), Err(PhoneProblem::TooLong));
    assert_eq!(read("12800005521"), Err(PhoneProblem::NoSuchNumber));
    assert_eq!(read("+1 212 555 0100"), Err(PhoneProblem::NoSuchNumber));
    assert_eq!(read("630203195605134321"), Err(PhoneProblem::TooLong), "an identity number is no phone");
}

#[test]
fn one_number_has_one_key_however_it_is_written() {
    let e164 = |typed: &str| typed.parse::<Phone>().map(|p| p.e164());
    assert_eq!(e164("138 0000 5521"), e164("+8613800005521"));
    assert_eq!(e164("0972-8612345").as_deref(), Ok("+869728612345"));
}

#[test]
fn a_number_is_shown_and_logged_masked() {
    let phone: Phone = "13800005521".parse().unwrap();
    assert_eq!(phone.to_string(), "138****5521");
    assert_eq!(format!("{phone:?}"), "Phone(138****5521)");
    assert_eq!("0972 861 2345".parse::<Phone>().unwrap().to_string(), "0972****345");
}

#[test]
fn no_text_however_odd_breaks_the_reader() {
    for typed in
        ["+", "00", "+86", "86", "0", "01", "1", "①②③", "٣٤٥", "+86+86", "—", "🙂🙂🙂", "\u{ff0b}86", "0\u{301}"]
    {
        assert!(typed.parse::<Phone>().is_err(), "{typed:?}");
    }
}
