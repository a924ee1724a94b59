//! What is always true of a draw, and that no change of a sheet goes unseen.
use jiff::Timestamp;
use kernel::db::types::Id;
use kernel::lottery::Seed;
use proptest::prelude::*;

use super::*;

fn seed(n: u8) -> Seed {
    Seed::of(&format!("{n:02x}").repeat(32)).expect("a seed")
}

fn entries(seats: &[i16]) -> Vec<Entry> {
    seats.iter().zip(1..).map(|(seats, number)| Entry { number, seats: *seats }).collect()
}

/// Twelve families for ten places.
fn sheet() -> Sheet {
    let (entries, seed) = (entries(&[1, 2, 1, 3, 1, 1, 2, 1, 1, 4, 1, 2]), seed(7));
    Sheet {
        format: FORMAT.into(),
        station: "sanhe".into(),
        occurrence: Id("00000000-0000-7000-8000-000000000001".parse().expect("an id")),
        title: "亲子阅读".into(),
        starts_at: Timestamp::UNIX_EPOCH,
        closes_at: Timestamp::UNIX_EPOCH,
        commitment: seed.commitment(),
        seats: Some(10),
        locked: Some(Sheet::digest_of(&entries)),
        results: draw(10, &entries, &seed),
        seed: Some(seed.text().into()),
        entries,
        drawn_at: Some(Timestamp::UNIX_EPOCH),
        sum: String::new(),
    }
    .signed()
}

#[test]
fn a_shell_finds_who_is_drawn_first() {
    let drawn = draw(1, &entries(&[1, 1, 1]), &seed(7));
    // for n in 1 2 3; do printf %s $n | openssl dgst -sha256 -hmac 0707…; done | sort
    assert_eq!(
        drawn.iter().map(|d| (d.number, &d.position[..8])).collect::<Vec<_>>(),
        [(3, "10c3274f"), (2, "5e62bdf0"), (1, "e5053f19")]
    );
    assert_eq!(
        drawn.iter().map(|d| (d.got, d.place)).collect::<Vec<_>>(),
        [(true, None), (false, Some(1)), (false, Some(2))]
    );
}

#[test]
fn a_family_for_whom_too_few_are_left_waits_and_the_next_is_looked_at() {
    let drawn = draw(2, &entries(&[3, 1, 1]), &seed(7));
    assert!(drawn.iter().all(|d| d.got == (d.number != 1)), "{drawn:?}");
}

#[test]
fn a_published_sheet_agrees() {
    let found = verify(&(sheet().text() + "\n")).unwrap();
    assert_eq!((found.differs, found.not_yet), (vec![], vec![]));
    assert_eq!(found.agrees.len(), 5);
}

#[test]
fn before_the_draw_there_is_nothing_to_draw_again() {
    let before =
        Sheet { seats: None, entries: vec![], locked: None, seed: None, results: vec![], drawn_at: None, ..sheet() };
    let found = verify(&before.signed().text()).unwrap();
    assert_eq!((found.differs.len(), found.not_yet.len()), (0, 1));
}

#[test]
fn what_somebody_changes_and_sums_up_again_is_found() {
    let changed = |change: fn(&mut Sheet)| {
        let mut sheet = sheet();
        change(&mut sheet);
        verify(&sheet.signed().text()).unwrap().differs.len()
    };
    assert_eq!(changed(|_| {}), 0);
    assert!(changed(|s| s.results.swap(0, 5)) > 0);
    assert!(changed(|s| s.results[11].got = true) > 0);
    assert!(changed(|s| s.seats = Some(11)) > 0);
    assert!(changed(|s| s.seed = Some(seed(8).text().into())) > 0);
    assert!(changed(|s| s.commitment = seed(8).commitment()) > 0);
    assert!(changed(|s| s.locked = None) > 0);
    assert!(changed(|s| _ = s.entries.pop()) > 0);
    assert!(changed(|s| _ = s.results.pop()) > 0);
}

#[test]
fn what_is_no_sheet_is_named_as_such() {
    for text in ["", "{}", "[1]", &sheet().text().replace(FORMAT, "yizhan-draw-2")] {
        assert!(verify(text).is_err(), "{text}");
    }
    let odd = Sheet { entries: entries(&[9]), ..sheet() };
    assert!(verify(&odd.text()).is_err());
}

fn wish(number: i32, goods: &str, metres: i16) -> Wish {
    Wish { number, goods: goods.into(), metres, power: false }
}

fn site(code: &str, goods: Option<&str>, metres: i16) -> Site {
    Site { code: code.into(), goods: goods.map(str::to_owned), metres, power: false }
}

/// Four who want a stall, and four places, of which nobody fits on the last.
fn stalls() -> StallSheet {
    let (wishes, seed) = ((1..=4).map(|n| wish(n, if n == 4 { "food" } else { "clothes" }, 3)).collect(), seed(7));
    let sites = vec![site("A1", None, 3), site("A2", None, 4), site("B1", Some("food"), 6), site("C1", None, 2)];
    let draw = StallDraw::drawn(wishes, sites, &seed);
    StallSheet {
        format: STALLS.into(),
        station: "sanhe".into(),
        fair: Id("00000000-0000-7000-8000-000000000001".parse().expect("an id")),
        title: "交流会".into(),
        starts_at: Timestamp::UNIX_EPOCH,
        closes_at: Timestamp::UNIX_EPOCH,
        commitment: seed.commitment(),
        wishes: vec![],
        sites: vec![],
        locked: None,
        seed: None,
        results: vec![],
        drawn_at: None,
        sum: String::new(),
    }
    .with(draw, (seed.text().into(), Timestamp::UNIX_EPOCH))
    .signed()
}

#[test]
fn whoever_is_drawn_first_has_the_best_place_that_is_left() {
    // 3, 2, 1 as above; number 4 stands where food is sold, whenever it is drawn.
    let sheet = stalls();
    let given: Vec<(i32, Option<&str>)> = sheet.results.iter().map(|r| (r.number, r.code.as_deref())).collect();
    let of = |number: i32| given.iter().find(|(n, _)| *n == number).and_then(|(_, code)| *code);
    assert_eq!([of(3), of(2), of(1), of(4)], [Some("A1"), Some("A2"), None, Some("B1")]);
}

#[test]
fn a_published_draw_of_stalls_agrees_and_no_change_of_it_goes_unseen() {
    let found = verify_stalls(&(stalls().text() + "\n")).unwrap();
    assert_eq!((found.differs, found.not_yet, found.agrees.len()), (vec![], vec![], 5));
    let changed = |change: fn(&mut StallSheet)| {
        let mut sheet = stalls();
        change(&mut sheet);
        verify_stalls(&sheet.signed().text()).unwrap().differs.len()
    };
    assert_eq!(changed(|_| {}), 0);
    assert!(changed(|s| s.results.swap(0, 3)) > 0);
    assert!(changed(|s| s.results[0].code = Some("A2".into())) > 0);
    assert!(changed(|s| s.wishes[0].metres = 2) > 0);
    assert!(changed(|s| s.sites[0].metres = 9) > 0);
    assert!(changed(|s| _ = s.results.pop()) > 0);
    assert!(changed(|s| s.seed = Some(seed(8).text().into())) > 0);
    assert!(changed(|s| s.locked = None) > 0);
    assert!(
        verify_stalls(&sheet().text()).is_err() && verify(&stalls().text()).is_err(),
        "each rule has its own sheet"
    );
    for text in [sheet().text(), stalls().text()] {
        assert!(verify_any(&text).unwrap().differs.is_empty());
    }
}

proptest! {
    /// A byte that is changed is found, or the text is no sheet any more.
    #[test]
    fn no_changed_byte_goes_unseen(at in any::<prop::sample::Index>(), to in b' '..=b'~') {
        let text = sheet().text();
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        if let Ok(changed) = String::from_utf8(bytes)
            && let Ok(found) = verify(&changed)
        {
            prop_assert!(!found.differs.is_empty(), "{changed}");
        }
    }

    /// Everybody is drawn once; no more places are given than there are; whoever did not get theirs would not have fitted; the list
    /// is in the order of the draw; and the order of the entries makes no difference.
    #[test]
    fn a_draw_is_complete_and_fair(
        places in 0..40i32, families in proptest::collection::vec(1..=8i16, 0..40), n in any::<u8>(), turn in any::<prop::sample::Index>(),
    ) {
        let all = entries(&families);
        let drawn = draw(places, &all, &seed(n));
        let mut numbers: Vec<i32> = drawn.iter().map(|d| d.number).collect();
        numbers.sort_unstable();
        prop_assert_eq!(numbers, all.iter().map(|e| e.number).collect::<Vec<_>>());
        let mut left = places;
        for one in &drawn {
            prop_assert_eq!(one.got, i32::from(one.seats) <= left);
            left -= if one.got { one.seats.into() } else { 0 };
        }
        prop_assert!(left >= 0);
        let list: Vec<i32> = drawn.iter().filter_map(|d| d.place).collect();
        prop_assert!(list.iter().zip(1..).all(|(place, n)| *place == n));
        let mut turned = all.clone();
        if !turned.is_empty() {
            let by = turn.index(turned.len());
            turned.rotate_left(by);
        }
        prop_assert_eq!(draw(places, &turned, &seed(n)), drawn);
    }

    /// With enough seeds everybody comes first about as often.
    #[test]
    fn no_number_is_preferred(shift in 0..50u16) {
        let all = entries(&[1; 4]);
        let mut first = [0usize; 4];
        for n in 0..400u16 {
            let seed = Seed::of(&format!("{:04x}", n + shift * 401).repeat(16)).expect("a seed");
            let number = draw(1, &all, &seed)[0].number;
            first[usize::try_from(number - 1).unwrap_or(0)] += 1;
        }
        // A hundred each; five standard deviations are 43.
        prop_assert!(first.iter().all(|n| (57..=143).contains(n)), "{first:?}");
    }

    /// Whoever has the sheet finds the same, in whatever order it is read; nobody has two places, and no place is given twice.
    #[test]
    fn stalls_can_be_drawn_again(long in proptest::collection::vec(1i16..8, 1..30), turned in 0usize..30, n in 0u8..255) {
        let wishes: Vec<Wish> = long.iter().zip(1..).map(|(metres, number)| wish(number, "food", *metres)).collect();
        let sites: Vec<Site> = long.iter().rev().step_by(2).enumerate().map(|(k, m)| site(&format!("A{k:02}"), None, *m)).collect();
        let mut other = wishes.clone();
        other.rotate_left(turned % wishes.len());
        let drawn = allot(&wishes, &sites, &seed(n));
        prop_assert_eq!(&drawn, &allot(&other, &sites, &seed(n)));
        let mut codes: Vec<&String> = drawn.iter().filter_map(|one| one.code.as_ref()).collect();
        let all = codes.len();
        codes.sort();
        codes.dedup();
        prop_assert_eq!(codes.len(), all);
        let fits = |one: &Allotted| one.code.as_ref().is_none_or(|code| {
            let site = sites.iter().find(|s| s.code == *code);
            site.is_some_and(|site| site.takes(&wishes[usize::try_from(one.number - 1).expect("a number")]))
        });
        prop_assert!(drawn.iter().all(fits));
    }
}
