//! Every way in which a round can be refused.
use jiff::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSeason {
    /// The time for applications is over.
    Closed {
        since: Timestamp,
    },
    /// Not before the time for applications is over.
    StillOpen {
        until: Timestamp,
    },
    /// It is final, has no result yet, or is called off.
    NotNow,
    Wishes {
        most: usize,
    },
    Wants {
        most: i32,
    },
    NoSuchSlot {
        number: i32,
    },
    WishedTwice {
        number: i32,
    },
    /// The room of that slot takes groups of another size.
    Size {
        number: i32,
        from: i32,
        to: i32,
    },
    /// Nothing can be taken from those who do not have it.
    NotTheirs,
    TheirsAlready,
    Full {
        number: i32,
    },
    /// There is no such office here.
    NoSuchOwner,
    /// There is nothing of that name to give away.
    NoOffering {
        line: i32,
    },
    /// Groups share it, so that it cannot be given to one.
    Shared {
        line: i32,
    },
    /// The offering's own rules: start grid and lengths.
    OffGrid {
        line: i32,
        grid: i32,
        shortest: i32,
        longest: i32,
    },
    /// Not over midnight.
    OverMidnight {
        line: i32,
    },
    /// Two slots would need the same place at the same time.
    Overlap {
        line: i32,
        other: i32,
    },
    NoSlots {
        most: usize,
    },
    /// The season ends before it begins, lasts for more than a year, or begins before one knows who has what.
    Dates,
}
