//! What is odd about a copy that stands on a shelf.
use jiff::civil::Date;

use crate::rules::Stands;

/// What is known of a copy when it is scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScanFacts {
    /// Where it belongs.
    pub shelf: i32,
    pub stands: Stands,
    /// Somebody has it, as far as we know, until then.
    pub due_on: Option<Date>,
    /// It was put aside for somebody.
    pub aside: bool,
    /// It was scanned in this walk before.
    pub before: bool,
}

/// One thing that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    Already,
    /// Lent, as far as we know.
    Lent {
        due_on: Date,
    },
    /// It belongs to another shelf.
    OtherShelf {
        shelf: i32,
    },
    /// It had not been found before: at the end it is here again.
    WasMissing,
    WasInRepair,
    /// It should be on its way to another station.
    OnTheWay,
    /// It was written off.
    Gone,
    /// It should wait at the counter for whoever asked for it.
    PutAside,
}

impl Odd {
    /// As programs read it.
    pub fn word(self) -> &'static str {
        match self {
            Odd::Already => "already",
            Odd::Lent { .. } => "lent",
            Odd::OtherShelf { .. } => "other-shelf",
            Odd::WasMissing => "was-missing",
            Odd::WasInRepair => "was-in-repair",
            Odd::OnTheWay => "on-the-way",
            Odd::Gone => "gone",
            Odd::PutAside => "put-aside",
        }
    }
}

/// Nothing for a copy that is where it should be and seen for the first time.
pub fn odd(copy: &ScanFacts, at: i32) -> Vec<Odd> {
    let stands = match copy.stands {
        Stands::Here => None,
        Stands::Missing => Some(Odd::WasMissing),
        Stands::Repair => Some(Odd::WasInRepair),
        Stands::OnTheWay => Some(Odd::OnTheWay),
        Stands::Gone => Some(Odd::Gone),
    };
    let all = [
        stands,
        copy.due_on.map(|due_on| Odd::Lent { due_on }),
        copy.aside.then_some(Odd::PutAside),
        (copy.shelf != at).then_some(Odd::OtherShelf { shelf: copy.shelf }),
        copy.before.then_some(Odd::Already),
    ];
    all.into_iter().flatten().collect()
}
