//! How much of the desks' time is booked and may be.
//!
//! Never more people at one time than desks are manned; and in each hour at most the policy's share of the desks' time, so that
//! whoever just comes is served too. But one appointment always fits into an hour that has none: else a single desk could never
//! take what lasts longer than its share.
use jiff::{SignedDuration, Timestamp};

use crate::forecast::Span;

/// So many desks are manned from then until then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manned {
    pub span: Span,
    pub desks: usize,
}

/// One line or one official on one day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// In their order, without overlaps.
    pub manned: Vec<Manned>,
    pub booked: Vec<Span>,
}

const HOUR: i64 = 3600;

fn overlap(a: &Span, b: &Span) -> SignedDuration {
    a.until.min(b.until).duration_since(a.from.max(b.from)).max(SignedDuration::ZERO)
}

/// How many desks are manned when, if each is manned in its own spans.
pub fn manned(desks: &[Vec<Span>]) -> Vec<Manned> {
    let mut edges: Vec<Timestamp> = desks.iter().flatten().flat_map(|s| [s.from, s.until]).collect();
    edges.sort_unstable();
    edges.dedup();
    let between = |two: &[Timestamp]| {
        let span = Span { from: two[0], until: two[1] };
        let here = |spans: &&Vec<Span>| spans.iter().any(|s| s.from <= span.from && span.until <= s.until);
        Manned { span, desks: desks.iter().filter(here).count() }
    };
    edges.windows(2).map(between).filter(|m| m.desks > 0).collect()
}

impl Plan {
    fn desks_at(&self, at: Timestamp) -> usize {
        self.manned.iter().find(|m| m.span.from <= at && at < m.span.until).map_or(0, |m| m.desks)
    }

    fn booked_at(&self, at: Timestamp) -> usize {
        self.booked.iter().filter(|b| b.from <= at && at < b.until).count()
    }

    /// Whether one more appointment has room in `span`, with at most `share` percent booked.
    pub fn has_room(&self, span: &Span, share: i16) -> bool {
        // Between two edges nothing changes.
        let edges =
            self.manned.iter().map(|m| m.span).chain(self.booked.iter().copied()).flat_map(|s| [s.from, s.until]);
        let inside = edges.filter(|at| span.from < *at && *at < span.until);
        let mut moments = std::iter::once(span.from).chain(inside);
        moments.all(|at| self.booked_at(at) < self.desks_at(at))
            && hours(span).all(|hour| self.fits(span, &hour, share))
    }

    fn fits(&self, span: &Span, hour: &Span, share: i16) -> bool {
        let booked: i64 = self.booked.iter().map(|b| overlap(b, hour).as_secs()).sum();
        let there: i64 = self.manned.iter().map(|m| overlap(&m.span, hour).as_secs() * m.desks as i64).sum();
        booked == 0 || (booked + overlap(span, hour).as_secs()) * 100 <= there * i64::from(share)
    }

    /// How many more have room there.
    pub fn free(&self, span: &Span, share: i16) -> usize {
        let (mut plan, mut n) = (self.clone(), 0);
        while plan.has_room(span, share) {
            plan.booked.push(*span);
            n += 1;
        }
        n
    }
}

/// The hours of the clock that `span` touches. (Of a zone that is off by half an hour they begin at half past.)
fn hours(span: &Span) -> impl Iterator<Item = Span> {
    let first = span.from.as_second().div_euclid(HOUR);
    let last = (span.until.as_second() - 1).div_euclid(HOUR).max(first);
    let at = |hour: i64| Timestamp::from_second(hour * HOUR).unwrap_or(Timestamp::MAX);
    (first..=last).map(move |hour| Span { from: at(hour), until: at(hour + 1) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    fn span(from: i64, until: i64) -> Span {
        Span { from: at(from), until: at(until) }
    }

    /// Open from the third hour to the sixth.
    fn plan(desks: usize) -> Plan {
        Plan { manned: manned(&vec![vec![span(180, 360)]; desks]), booked: vec![] }
    }

    /// Which quarters of an hour are still free.
    fn quarters(plan: &Plan, share: i16) -> Vec<usize> {
        (12..24).map(|n| plan.free(&span(n * 15, n * 15 + 15), share)).collect()
    }

    #[test]
    fn half_of_an_hour_of_one_desk_is_two_quarters() {
        let mut one = plan(1);
        assert_eq!(quarters(&one, 50), [1; 12]);
        one.booked = vec![span(180, 195), span(210, 225)];
        assert_eq!(quarters(&one, 50)[..5], [0, 0, 0, 0, 1], "the next hour is whole");
        one.booked.pop();
        assert_eq!(quarters(&one, 50)[..4], [0, 1, 1, 1]);
    }

    #[test]
    fn never_more_at_one_time_than_desks_are_manned() {
        let mut two = plan(2);
        assert_eq!(two.free(&span(180, 195), 100), 2);
        two.booked = vec![span(180, 210), span(195, 210)];
        assert_eq!(quarters(&two, 100)[..3], [1, 0, 2]);
        two.manned = manned(&[vec![span(180, 240)], vec![span(180, 200)]]);
        assert!(!two.has_room(&span(185, 200), 100), "the second desk is taken from 195 on");
        assert!(two.has_room(&span(210, 240), 100) && !two.has_room(&span(210, 241), 100));
    }

    #[test]
    fn what_lasts_longer_than_the_share_fits_once() {
        let mut one = plan(1);
        assert_eq!(one.free(&span(180, 240), 50), 1);
        one.booked = vec![span(180, 195)];
        assert!(!one.has_room(&span(195, 240), 50));
    }

    #[test]
    fn an_absence_is_a_gap() {
        let spans = vec![vec![span(180, 200), span(300, 360)]];
        assert_eq!(manned(&spans).len(), 2);
        let away = Plan { manned: manned(&spans), booked: vec![] };
        assert_eq!(away.free(&span(210, 225), 50), 0);
        assert_eq!(away.free(&span(195, 210), 50), 0, "they are gone in the middle of it");
    }

    fn some_spans() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::vec((0_i64..40, 1_i64..20), 0..4).prop_map(|all| {
            let mut from = 0;
            let one = |(gap, length): (i64, i64)| {
                let span = span(from + gap * 5, from + (gap + length) * 5);
                from += (gap + length) * 5;
                span
            };
            all.into_iter().map(one).collect()
        })
    }

    proptest! {
        #[test]
        fn whatever_is_booked_in_whatever_order_the_bounds_hold(
            desks in prop::collection::vec(some_spans(), 1..4), share in 0_i16..=100,
            asked in prop::collection::vec((0_i64..100, 1_i64..8), 1..60),
        ) {
            let mut plan = Plan { manned: manned(&desks), booked: vec![] };
            for (from, length) in asked {
                let wanted = span(from * 5, (from + length) * 5);
                let others: Vec<usize> = (0..100).map(|n| plan.free(&span(n * 5, n * 5 + 15), share)).collect();
                if plan.has_room(&wanted, share) {
                    plan.booked.push(wanted);
                    let after: Vec<usize> = (0..100).map(|n| plan.free(&span(n * 5, n * 5 + 15), share)).collect();
                    prop_assert!(after.iter().zip(&others).all(|(now, before)| now <= before), "booking frees nothing");
                }
            }
            for minute in 0..700 {
                prop_assert!(plan.booked_at(at(minute)) <= plan.desks_at(at(minute)));
            }
            for hour in 0..12 {
                let hour = span(hour * 60, hour * 60 + 60);
                let inside: Vec<i64> = plan.booked.iter().map(|b| overlap(b, &hour).as_secs()).filter(|s| *s > 0).collect();
                let there: i64 = plan.manned.iter().map(|m| overlap(&m.span, &hour).as_secs() * m.desks as i64).sum();
                let booked: i64 = inside.iter().sum();
                prop_assert!(inside.len() <= 1 || booked * 100 <= there * i64::from(share), "a share is left for others");
            }
        }
    }
}
