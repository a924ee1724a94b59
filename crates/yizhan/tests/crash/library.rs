//! A power cut at the counter of the reading room: what was acknowledged as lent or given back is so, each is done once however often
//! it is sent, and what a device had kept of an hour without a network is done once too.
use std::collections::BTreeSet;
use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use kernel::chance::Chance;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::ground::{Ground, PIECES, SLUG};
use crate::kills::{Use, kill_often};
use crate::program::Station;

#[test]
fn no_loan_is_lost_or_doubled_on_sqlite() {
    kill_often::<Room>(&Ground::file());
}

#[test]
fn no_loan_is_lost_or_doubled_on_postgresql() {
    if let Some(ground) = Ground::schema() {
        kill_often::<Room>(&ground);
    }
}

const CALLERS: usize = 6;
/// More than one caller gets done before the kill; a bound all the same.
const MOST: usize = 10_000;
/// The kill comes within so many milliseconds after the callers have begun.
const SOON: u32 = 500;

/// Who has a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum With {
    Nobody,
    /// Of the number that ends in this one.
    Phone(u64),
    Card,
}

/// A piece that only one caller asks for, and how it has to stand.
#[derive(Debug, Clone, Copy)]
struct Piece {
    nr: usize,
    with: With,
}

/// A change, asked for in words that make it one however often they are sent.
#[derive(Debug, Clone, Copy)]
struct Press {
    piece: usize,
    what: What,
    key: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// At the counter, to somebody who says their number.
    Lend,
    Back,
    /// A device sends that it took a piece back and lent it to a card.
    Replay,
}

impl Piece {
    fn barcode(nr: usize) -> String {
        format!("K-{nr}")
    }

    /// What its caller does next with it.
    fn next(self, key: u64) -> Press {
        let what = match self.with {
            With::Nobody => What::Lend,
            With::Phone(_) if key.is_multiple_of(3) => What::Replay,
            With::Phone(_) | With::Card => What::Back,
        };
        Press { piece: self.nr, what, key }
    }

    fn done(&mut self, press: Press) {
        self.with = match press.what {
            What::Lend => With::Phone(press.key),
            What::Back => With::Nobody,
            What::Replay => With::Card,
        };
    }
}

fn phone(key: u64) -> String {
    format!("139{key:08}")
}

fn path(below: &str) -> String {
    format!("/stations/{SLUG}/desk/library/{below}")
}

/// What came back; `None` if no answer came.
fn press(desk: &Desk, card: &str, press: Press) -> Option<Value> {
    let (barcode, key) = (Piece::barcode(press.piece), format!("press-{}", press.key));
    let entry = |n: u64, kind: &str, card: &str| {
        let id = format!("0197b2a4-7c00-7000-8000-{:012}", 2 * press.key + n);
        json!({ "id": id, "kind": kind, "barcode": barcode, "card": card, "ago": 0 })
    };
    let (below, body) = match press.what {
        What::Lend => ("loans", json!({ "reader": { "phone": phone(press.key) }, "barcode": barcode })),
        What::Back => ("returns", json!({ "barcode": barcode })),
        What::Replay => ("log", json!({ "entries": [entry(0, "back", ""), entry(1, "lent", card)] })),
    };
    let (status, said) = desk.post(&path(below), &key, &body)?;
    match (press.what, status) {
        // Overloaded: nothing was changed.
        (_, 503) => None,
        (What::Lend, 201) => Some(said),
        (What::Back, 200) => {
            assert_eq!(said["was_lent"], true, "{press:?}: {said}");
            Some(said)
        }
        (What::Replay, 200) => {
            let outcomes = said["entries"].as_array().expect("entries").iter().map(|one| one["outcome"].clone());
            assert_eq!(outcomes.collect::<Vec<_>>(), ["done", "done"], "{press:?}: {said}");
            Some(said)
        }
        _ => panic!("{press:?}: {status} {said}"),
    }
}

/// What the counter has promised.
struct Room {
    card: String,
    pieces: Vec<Piece>,
    next: u64,
    unanswered: Vec<Press>,
    lent: usize,
    back: usize,
    sent_again: usize,
}

impl Room {
    fn count(&mut self, what: What) {
        self.lent += usize::from(what != What::Back);
        self.back += usize::from(what != What::Lend);
    }

    /// Each piece stands as it was left, and no loan was counted twice or not at all.
    fn compare(&self, desk: &Desk) {
        for piece in &self.pieces {
            let said = desk.get(&format!("/library/copies/{}", Piece::barcode(piece.nr)));
            let state = if piece.with == With::Nobody { "free" } else { "lent" };
            assert_eq!(said["copy"]["state"], state, "piece {} was left with {:?}: {said}", piece.nr, piece.with);
        }
        let month = desk.get("/desk/library/month");
        let counted = (&month["issues"], &month["returns"]);
        assert_eq!(counted, (&json!(self.lent), &json!(self.back)), "{month}");
    }
}

/// The barcodes that somebody has, by what is known of them.
fn has(desk: &Desk, reader: &Value) -> BTreeSet<String> {
    let (status, said) = desk.post(&path("reader"), "", reader).expect("a calm station answers");
    assert_eq!(status, 200, "{said}");
    let all: Vec<String> = said["loans"].as_array().expect("loans").iter().map(barcode_of).collect();
    let once: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(once.len(), all.len(), "something is lent twice: {said}");
    once
}

fn barcode_of(loan: &Value) -> String {
    loan["barcode"].as_str().expect("a barcode").to_owned()
}

/// Presses until no answer comes; what was acknowledged, and what was not.
fn one_caller(desk: &Desk, card: &str, pieces: &mut [Piece], next: &AtomicU64) -> (Vec<What>, Option<Press>) {
    let mut acknowledged = vec![];
    for n in 0..MOST {
        let at = n % pieces.len();
        let asked = pieces[at].next(next.fetch_add(1, Ordering::Relaxed));
        if press(desk, card, asked).is_none() {
            return (acknowledged, Some(asked));
        }
        pieces[at].done(asked);
        acknowledged.push(asked.what);
    }
    (acknowledged, None)
}

impl Use for Room {
    fn begin(desk: &Desk) -> Room {
        let pieces = (0..PIECES).map(|nr| Piece { nr, with: With::Nobody }).collect();
        let (lent, back, sent_again) = (0, 0, 0);
        Room { card: desk.card("Luo"), pieces, next: 1, unanswered: vec![], lent, back, sent_again }
    }

    fn settle(&mut self, desk: &Desk) {
        for asked in std::mem::take(&mut self.unanswered) {
            let done = press(desk, &self.card, asked).expect("a calm station answers");
            let again = press(desk, &self.card, asked).expect("a calm station answers");
            assert_eq!(done, again, "{asked:?} sent again became something else");
            self.pieces[asked.piece].done(asked);
            self.count(asked.what);
            self.sent_again += 1;
        }
        self.compare(desk);
    }

    fn until_killed(&mut self, station: &mut Station, desk: &Desk, chance: &Chance) {
        let (next, begin) = (AtomicU64::new(self.next), Barrier::new(CALLERS + 1));
        let wait = Duration::from_millis(u64::from(5 + chance.below(SOON)));
        let card = self.card.clone();
        let rounds: Vec<_> = std::thread::scope(|scope| {
            let of_each = self.pieces.chunks_mut(PIECES / CALLERS);
            let call = |pieces| {
                let (begin, card, next) = (&begin, &card, &next);
                scope.spawn(move || {
                    begin.wait();
                    one_caller(desk, card, pieces, next)
                })
            };
            let callers: Vec<_> = of_each.map(call).collect();
            begin.wait();
            std::thread::sleep(wait);
            station.kill();
            callers.into_iter().map(|caller| caller.join().expect("a caller was told no")).collect()
        });
        self.next = next.into_inner();
        for (acknowledged, unanswered) in rounds {
            acknowledged.into_iter().for_each(|what| self.count(what));
            self.unanswered.extend(unanswered);
        }
        assert!(!self.unanswered.is_empty(), "no request was under way when the program was killed");
    }

    fn look_at_all(&mut self, desk: &Desk) {
        assert!(self.lent > 0 && self.back > 0, "nothing was acknowledged before a kill");
        let mut with_card = BTreeSet::new();
        for piece in &self.pieces {
            let barcode = Piece::barcode(piece.nr);
            match piece.with {
                With::Nobody => {}
                With::Card => _ = with_card.insert(barcode),
                With::Phone(key) => {
                    assert_eq!(has(desk, &json!({ "phone": phone(key) })), BTreeSet::from([barcode]));
                }
            }
        }
        assert_eq!(has(desk, &json!({ "card": self.card })), with_card);
        let tasks = desk.get("/desk/library/tasks");
        assert_eq!(tasks["tasks"], json!([]), "a device's hour does not fit with what is written down");
    }

    fn figures(&self) -> String {
        let (lent, back, again) = (self.lent, self.back, self.sent_again);
        format!("{lent} loans and {back} returns acknowledged, 0 lost or doubled, {again} unanswered and sent again")
    }
}
