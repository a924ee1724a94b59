//! What the appointments of a line are like.
use jiff::SignedDuration;

/// Without a row of its own a line has [`Policy::default`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Appointments begin every so many minutes from the line's opening on: 5 to 120.
    pub minutes: i16,
    /// Percent of the desks' time that may be booked, so that whoever just comes is served too: 0 (no appointments) to 100.
    pub share: i16,
    /// How many days ahead: 1 to 60.
    pub days: i16,
    /// How many minutes before at the latest: 0 to 10,080, a week.
    pub notice: i32,
    /// How many one person may have on one day: 1 to 5.
    pub each: i16,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy { minutes: 15, share: 50, days: 14, notice: 60, each: 1 }
    }
}

/// Why a policy cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAPolicy {
    Minutes,
    Share,
    Days,
    Notice,
    Each,
}

impl Policy {
    /// # Errors
    /// The first thing that cannot be so.
    pub fn judged(self) -> Result<Policy, NotAPolicy> {
        let bounds = [
            ((5..=120).contains(&self.minutes), NotAPolicy::Minutes),
            ((0..=100).contains(&self.share), NotAPolicy::Share),
            ((1..=60).contains(&self.days), NotAPolicy::Days),
            ((0..=10_080).contains(&self.notice), NotAPolicy::Notice),
            ((1..=5).contains(&self.each), NotAPolicy::Each),
        ];
        bounds.into_iter().find(|(is, _)| !is).map_or(Ok(self), |(_, wrong)| Err(wrong))
    }

    /// Whether the line takes appointments at all.
    pub fn takes(&self) -> bool {
        self.share > 0
    }

    pub fn grid(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.minutes.max(1)))
    }

    /// How long a desk is kept for what usually takes so many minutes: as many whole steps of the grid as it needs.
    pub fn length(&self, usually: i64) -> SignedDuration {
        let grid = i64::from(self.minutes.max(1));
        SignedDuration::from_mins((usually.max(1) - 1) / grid * grid + grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matter_fills_whole_steps() {
        let policy = Policy::default();
        for (usually, kept) in [(1, 15), (12, 15), (15, 15), (16, 30), (240, 240)] {
            assert_eq!(policy.length(usually), SignedDuration::from_mins(kept), "{usually}");
        }
    }

    #[test]
    fn a_policy_has_bounds() {
        let policy = Policy::default();
        assert_eq!(policy.judged(), Ok(policy));
        assert_eq!(Policy { minutes: 4, ..policy }.judged(), Err(NotAPolicy::Minutes));
        assert_eq!(Policy { share: 101, ..policy }.judged(), Err(NotAPolicy::Share));
        assert_eq!(Policy { days: 0, ..policy }.judged(), Err(NotAPolicy::Days));
        assert_eq!(Policy { notice: -1, ..policy }.judged(), Err(NotAPolicy::Notice));
        assert_eq!(Policy { each: 6, ..policy }.judged(), Err(NotAPolicy::Each));
        assert!(Policy { share: 0, ..policy }.judged().is_ok_and(|p| !p.takes()));
    }
}
