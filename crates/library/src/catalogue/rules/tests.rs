//! The rules of titles and copies, a sentence each.
use jiff::civil::date;
use kernel::db::types::Id;
use proptest::prelude::*;

use super::*;
use crate::rules::{Copy, Kind, Stands, Title};
use crate::{CopyId, TitleId};

#[test]
fn an_isbn_is_read_however_it_is_written() {
    for typed in [
        "9787572608582",
        "978-7-5726-0858-2",
        " 978 7 5726 0858 2 ",
        "ISBN 978-7-5726-0858-2",
        "isbn:9787572608582",
        "９７８７５７２６０８５８２",
        "978–7–5726–0858–2",
    ] {
        assert_eq!(isbn::read(typed).map(|isbn| isbn.to_string()), Ok("9787572608582".into()), "{typed}");
    }
    // Ten signs of before 2007, the last of which may be X.
    for (ten, thirteen) in
        [("7-02-002475-0", "9787020024759"), ("080442957X", "9780804429573"), ("0 8044 2957 x", "9780804429573")]
    {
        assert_eq!(isbn::read(ten).map(|isbn| isbn.to_string()), Ok(thirteen.into()), "{ten}");
    }
}

#[test]
fn what_is_no_isbn_is_told_apart() {
    for (typed, why) in [
        ("", NotAnIsbn::Length),
        ("97875726085", NotAnIsbn::Length),
        ("97875726085822", NotAnIsbn::Length),
        ("978757260858X", NotAnIsbn::Letters),
        ("长安的荔枝", NotAnIsbn::Letters),
        ("7X20024759", NotAnIsbn::Letters),
        ("6901234567892", NotAnIsbn::Prefix),
        ("9787572608583", NotAnIsbn::Check { right: '2' }),
        ("7020024758", NotAnIsbn::Check { right: '0' }),
        // Two neighbours swapped.
        ("9787576208582", NotAnIsbn::Check { right: '0' }),
    ] {
        assert_eq!(isbn::read(typed), Err(why), "{typed}");
    }
}

proptest! {
    #[test]
    fn a_digit_that_is_mistyped_is_always_noticed(nine in "[0-9]{9}", at in 0usize..13, more in 1u32..10) {
        let twelve: Vec<u32> = format!("978{nine}").chars().filter_map(|c| c.to_digit(10)).collect();
        let right = isbn::written(&twelve);
        prop_assert_eq!(isbn::read(&right).map(|isbn| isbn.to_string()), Ok(right.clone()));
        let mut signs: Vec<char> = right.chars().collect();
        let other = (signs[at].to_digit(10).unwrap() + more) % 10;
        signs[at] = char::from_digit(other, 10).unwrap();
        prop_assert!(isbn::read(&signs.iter().collect::<String>()).is_err());
    }

    #[test]
    fn nothing_that_is_typed_breaks_the_readers(typed in ".*") {
        let _ = (isbn::read(&typed), barcode::read(&typed), barcode::bars(&typed), barcode::number(&typed));
    }

    #[test]
    fn every_number_of_a_copy_has_a_barcode_that_is_read_back(n in 1..=barcode::MOST) {
        let code = barcode::of_number(n);
        prop_assert_eq!(code.len(), 13);
        prop_assert_eq!(barcode::number(&code), Some(n));
        prop_assert_eq!(barcode::read(&code), Some(code.clone()));
        let scanned = format!("https://example.org/s/sanhe/library/copies/{code}?x=1");
        prop_assert_eq!(barcode::read(&scanned), Some(code.clone()));
        prop_assert_eq!(read_bars(&barcode::bars(&code).unwrap()), code);
    }
}

/// Reads the bars of an EAN-13 as a scanner does: by the widths of each digit (GS1 General Specifications, figure 5.2.1.2-1).
fn read_bars(bars: &[bool]) -> String {
    const WIDTHS: [[usize; 4]; 10] = [
        [3, 2, 1, 1],
        [2, 2, 2, 1],
        [2, 1, 2, 2],
        [1, 4, 1, 1],
        [1, 1, 3, 2],
        [1, 2, 3, 1],
        [1, 1, 1, 4],
        [1, 3, 1, 2],
        [1, 2, 1, 3],
        [3, 1, 1, 2],
    ];
    const FIRST: [&str; 10] =
        ["OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"];
    assert_eq!(bars.len(), 95);
    assert_eq!(&bars[..3], [true, false, true]);
    assert_eq!(&bars[45..50], [false, true, false, true, false]);
    assert_eq!(&bars[92..], [true, false, true]);
    let digit = |seven: &[bool]| {
        let widths: Vec<usize> = seven.chunk_by(|a, b| a == b).map(<[bool]>::len).collect();
        let odd = WIDTHS.iter().position(|w| *w == widths[..]);
        let even = WIDTHS.iter().position(|w| w.iter().rev().eq(widths.iter()));
        // Odd parity has an odd number of dark modules.
        match seven.iter().filter(|dark| **dark).count() % 2 {
            1 => (odd.expect("a digit"), 'O'),
            _ => (even.expect("a digit"), 'E'),
        }
    };
    let left: Vec<(usize, char)> = bars[3..45].chunks(7).map(digit).collect();
    let right: Vec<usize> = bars[50..92]
        .chunks(7)
        .map(|seven| {
            let widths: Vec<usize> = seven.chunk_by(|a, b| a == b).map(<[bool]>::len).collect();
            WIDTHS.iter().position(|w| *w == widths[..]).expect("a digit")
        })
        .collect();
    let parity: String = left.iter().map(|(_, parity)| *parity).collect();
    let first = FIRST.iter().position(|p| *p == parity).expect("a first digit");
    [first].into_iter().chain(left.into_iter().map(|(digit, _)| digit)).chain(right).map(|d| d.to_string()).collect()
}

#[test]
fn barcodes_of_other_systems_are_kept_and_mistyped_ones_of_ours_are_not() {
    for (typed, read) in [
        ("B0000101", Some("B0000101")),
        (" qh-0002 ", Some("QH-0002")),
        ("Ｂ００１", Some("B001")),
        ("2000000000015", Some("2000000000015")),
        ("2000000000016", None),
        ("", None),
        ("一二三", None),
        ("A B", None),
        ("123456789012345678901", None),
    ] {
        assert_eq!(barcode::read(typed).as_deref(), read, "{typed}");
    }
    assert_eq!(barcode::of_number(1), "2000000000015");
    assert_eq!(barcode::number("2099999999998"), None, "more than any station has");
    assert_eq!(barcode::bars("B0000101"), None);
}

fn copy(stands: Stands) -> Copy {
    Copy {
        id: CopyId(Id(uuid::Uuid::from_u128(1))),
        title: TitleId(Id(uuid::Uuid::from_u128(2))),
        barcode: barcode::of_number(1),
        shelf: 1,
        stands,
        source: String::new(),
        added_on: date(2026, 6, 27),
        last_lent_on: None,
        seen_on: None,
    }
}

#[test]
fn what_somebody_has_or_waits_for_stays_as_it_is() {
    let change = |from, to, taken| {
        change_copy(&copy(from), CopyChange { shelf: 2, stands: to }, taken).map(|c| (c.shelf, c.stands))
    };
    let (free, lent, kept) = ((false, false), (true, false), (false, true));
    for to in [Stands::Missing, Stands::Repair, Stands::Gone] {
        assert_eq!(change(Stands::Here, to, free), Ok((2, to)));
        assert_eq!(change(Stands::Here, to, lent), Err(NoIntake::Lent));
        assert_eq!(change(Stands::Here, to, kept), Err(NoIntake::KeptForSomebody));
        assert_eq!(change(to, Stands::Here, free), Ok((2, Stands::Here)));
        assert_eq!(change(Stands::OnTheWay, to, free), Err(NoIntake::OnTheWay));
    }
    // Another shelf is no other state.
    assert_eq!(change(Stands::Here, Stands::Here, lent), Ok((2, Stands::Here)));
    assert_eq!(change(Stands::OnTheWay, Stands::OnTheWay, free), Err(NoIntake::OnTheWay));
    assert_eq!(change(Stands::Here, Stands::OnTheWay, free), Err(NoIntake::OnTheWay));
}

#[test]
fn the_title_that_is_meant_comes_first_then_the_newest() {
    let title = |n: u128, title: &str| Title {
        id: TitleId(Id(uuid::Uuid::from_u128(n))),
        isbn: None,
        title: title.into(),
        subtitle: String::new(),
        authors: String::new(),
        publisher: String::new(),
        year: None,
        class: String::new(),
        kind: Kind::Book,
        for_children: false,
        note: String::new(),
        added_on: date(2026, 6, 27),
    };
    let all = vec![
        title(1, "家"),
        title(2, "家常菜谱"),
        title(3, "我的家"),
        title(4, "书"),
        title(5, "家书"),
        title(6, "《家》"),
    ];
    let order: Vec<String> = best_first(all, "家").into_iter().map(|one| one.title).collect();
    assert_eq!(order, ["《家》", "家", "家书", "家常菜谱", "我的家", "书"]);
}
