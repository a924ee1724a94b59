use jiff::Timestamp;

use crate::factors::rules::totp::{hotp, spelled, step_of, uri};

/// The secret of RFC 6238, appendix B, and of RFC 4226, appendix D.
const SECRET: &[u8] = b"12345678901234567890";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

#[test]
fn the_vectors_of_rfc_4226() {
    let digits = [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489];
    for (counter, wanted) in (0u64..).zip(digits) {
        assert_eq!(hotp(SECRET, counter, 6), wanted);
    }
}

#[test]
fn the_vectors_of_rfc_6238_for_sha_1() {
    let times = [
        (59, 94_287_082),
        (1_111_111_109, 7_081_804),
        (1_111_111_111, 14_050_471),
        (1_234_567_890, 89_005_924),
        (2_000_000_000, 69_279_037),
        (20_000_000_000u64, 65_353_130),
    ];
    for (second, wanted) in times {
        assert_eq!(hotp(SECRET, second / 30, 8), wanted, "{second}");
    }
}

#[test]
fn digits_are_good_one_step_around_now_and_once() {
    // At second 59 the step is 1 and its six digits are 287082.
    let right = |second: i64, used: Option<i64>| step_of(SECRET, "287082", at(second), used);
    assert_eq!(right(59, None), Some(1));
    assert_eq!(right(29, None), Some(1), "the phone's clock is ahead");
    assert_eq!(right(89, None), Some(1), "or behind");
    assert_eq!(right(90, None), None);
    assert_eq!(right(59, Some(1)), None, "used");
    assert_eq!(right(59, Some(2)), None, "a later one was used");
    assert_eq!(right(59, Some(0)), Some(1));
}

#[test]
fn what_is_scanned_names_station_and_login() {
    let uri = uri(SECRET, "三合镇", "qi.haiyan");
    assert!(uri.starts_with("otpauth://totp/%E4%B8%89%E5%90%88%E9%95%87:qi.haiyan?secret=GEZDGNBV"), "{uri}");
    assert_eq!(spelled(SECRET).len(), 32);
}
