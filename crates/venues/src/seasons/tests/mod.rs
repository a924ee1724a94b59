//! What must be true of every allocation, and of rounds as people live through them.
mod town;
mod properties;
mod examples;
mod sheets;
mod rounds;
mod races;
mod pages;

use jiff::civil::date;
use kernel::db::types::Id;

use crate::rules::Name;
use crate::seasons::rules::{Applicant, Application, Kind, Seed, Slot, Terms, Weights};

fn id(n: u32) -> Id {
    format!("01900000-0000-7000-8000-{n:012}").parse().expect("an id")
}

fn seed(n: u8) -> Seed {
    Seed::of(&format!("{n:02x}").repeat(32)).expect("a seed")
}

/// A slot of one place on Tuesdays, which a group of at most 40 has.
fn slot(number: i32, from: i32) -> Slot {
    Slot {
        number,
        offering: "hall".into(),
        name: Name { zh: "礼堂".into(), en: "Hall".into() },
        weekday: 1,
        from_minute: from * 60,
        minutes: 60,
        places: 1,
        smallest: 1,
        largest: 40,
    }
}

fn terms(slots: Vec<Slot>) -> Terms {
    Terms {
        title: "秋季".into(),
        starts_on: date(2026, 9, 1),
        ends_on: date(2026, 12, 31),
        apply_until: "2026-08-20T10:00:00Z".parse().expect("an instant"),
        limit: 2,
        weights: Weights {
            youth: 20,
            elderly: 20,
            beginners: 15,
            other: 10,
            office: 5,
            fit: 20,
            continuity: 10,
            turn: 10,
        },
        slots,
    }
}

fn group(n: u32, kind: Kind, size: i32, wishes: &[i32]) -> Application {
    Application {
        id: id(n),
        applicant: Applicant::Group { name: format!("第{n}队") },
        kind,
        size,
        wants: 2,
        wishes: wishes.to_vec(),
        before: None,
        held: vec![],
        got_first: false,
    }
}
