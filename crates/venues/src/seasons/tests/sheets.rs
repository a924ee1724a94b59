//! What is published, done again, and what was changed in it, found.
use super::*;
use crate::seasons::rules::{Change, FORMAT, Published as _, Sheet, Stands, allocate, awarded, verify};

fn published() -> Sheet {
    let terms = terms(vec![slot(1, 19), slot(2, 20)]);
    let all =
        vec![group(1, Kind::Elderly, 40, &[1, 2]), group(2, Kind::Other, 10, &[1, 2]), group(3, Kind::Youth, 20, &[2])];
    let allocation = allocate(&terms, &all, &seed(3));
    let loser = allocation.answers.iter().find(|a| a.application == id(1) && a.slot == 1).expect("the choir's first");
    assert!(matches!(loser.outcome, crate::seasons::rules::Outcome::Got { .. }));
    let change = Change {
        application: id(1),
        slot: 1,
        gives: false,
        reason: "合唱队自己退出".into(),
        at: "2026-08-21T10:00:00Z".parse().expect("an instant"),
    };
    let changes = vec![change];
    Sheet {
        format: FORMAT.into(),
        station: "sanhe".into(),
        round: id(99),
        state: Stands::Confirmed,
        commitment: seed(3).commitment(),
        previous: None,
        locked: Some(Sheet::digest_of(&all)),
        seed: Some(seed(3).text().to_owned()),
        awards: awarded(&allocation, &changes),
        allocation: Some(allocation),
        changes,
        applications: all,
        terms,
        confirmed_at: Some("2026-08-22T10:00:00Z".parse().expect("an instant")),
        sum: String::new(),
    }
    .signed()
}

#[test]
fn a_published_sheet_agrees_with_itself() {
    let done = verify(&published().text()).expect("a sheet");
    assert_eq!(done.differs, Vec::<String>::new());
    assert_eq!(done.agrees.len(), 7, "{:?}", done.agrees);
}

#[test]
fn any_changed_byte_is_found() {
    let text = published().text();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        // Another letter, digit or sign of one byte; of longer ones the last byte.
        bytes[at] = if bytes[at] == b'1' {
            b'2'
        } else if bytes[at] < 0x80 {
            b'1'
        } else {
            bytes[at] ^ 1
        };
        let Ok(changed) = String::from_utf8(bytes) else { continue };
        if let Ok(found) = verify(&changed) {
            assert!(!found.differs.is_empty(), "byte {at} can be changed: {}", &changed[at.saturating_sub(20)..at]);
        }
    }
}

#[test]
fn whoever_sums_up_again_after_a_change_is_found_by_the_rule() {
    let found = |change: &dyn Fn(&mut Sheet)| {
        let mut sheet = published();
        change(&mut sheet);
        verify(&sheet.signed().text()).expect("a sheet").differs
    };
    assert!(found(&|s| s.seed = Some(seed(4).text().to_owned())).iter().any(|d| d.contains("published before")));
    assert!(found(&|s| s.applications[1].size = 40).iter().any(|d| d.contains("when they were locked")));
    assert!(found(&|s| s.terms.weights.other = 90).iter().any(|d| d.contains("the rule gives")));
    assert!(found(&|s| s.changes[0].reason = String::new()).iter().any(|d| d.contains("no reason")));
    assert!(found(&|s| s.awards.truncate(0)).iter().any(|d| d.contains("result and changes")));
    assert!(found(&|s| s.allocation = None).iter().any(|d| d.contains("without a result")));
    assert!(found(&|s| s.locked = None).iter().any(|d| d.contains("no hash of what was locked")));
    let given = found(&|s| (s.allocation, s.seed) = (None, None));
    assert!(given.iter().any(|d| d.contains("an award without a result")), "{given:?}");
    let moved = found(&|s| {
        let all = s.allocation.as_mut().expect("a result");
        all.awards.swap(0, 1);
    });
    assert!(moved.iter().any(|d| d.contains("awards are others")), "{moved:?}");
}

#[test]
fn a_round_without_a_result_says_what_is_not_known_yet() {
    let sheet = published();
    let open = Sheet {
        locked: None,
        seed: None,
        allocation: None,
        changes: vec![],
        awards: vec![],
        applications: vec![],
        state: Stands::Open,
        confirmed_at: None,
        ..sheet
    };
    let found = verify(&open.signed().text()).expect("a sheet");
    assert_eq!((found.differs.len(), found.not_yet.len()), (0, 2));
    let endless = published().text().replace("\"limit\":2", "\"limit\":2000000000");
    assert!(verify(&endless).is_err(), "nobody computes for ever");
    assert!(verify("{}").is_err());
    assert!(verify(&published().text().replace(FORMAT, "yizhan-season-9")).is_err());
}
