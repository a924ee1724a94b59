//! How often staff and residents had to do with each other in a week, by how. Counted per station, never per person on either side.
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};

/// A kind of contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Somebody was served at a desk.
    Desk = 0,
    /// Staff were in a village for a day.
    Village = 1,
    /// Staff called somebody back.
    CallBack = 2,
    /// A deputy's reception came to its end.
    Reception = 3,
    /// Whoever was asked first saw a question through.
    FirstAsked = 4,
    /// An activity took place.
    Activity = 5,
    /// An opinion was answered.
    Opinion = 6,
    /// A small wish was made to come true.
    Wish = 7,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Desk,
        Kind::Village,
        Kind::CallBack,
        Kind::Reception,
        Kind::FirstAsked,
        Kind::Activity,
        Kind::Opinion,
        Kind::Wish,
    ];

    /// As files and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Desk => "desk",
            Kind::Village => "village",
            Kind::CallBack => "call-back",
            Kind::Reception => "reception",
            Kind::FirstAsked => "first-asked",
            Kind::Activity => "activity",
            Kind::Opinion => "opinion",
            Kind::Wish => "wish",
        }
    }

    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A week as it is published. No sum stands beside the counts, so one that is hidden cannot be had by taking away the others; for
/// the same reason none may be put there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekContact {
    /// `2026-W23`.
    pub week: String,
    /// Each kind once, in the order of [`Kind::ALL`]; nothing of fewer than ten. A kind of which nothing is known is not there.
    pub counts: Vec<(Kind, Option<u64>)>,
}

/// What is counted several times of one kind is added up before it is judged whether it is enough.
pub fn week(name: &str, counted: &[(Kind, u64)]) -> WeekContact {
    let of = |kind: Kind| {
        let mut all = counted.iter().filter(|(of, _)| *of == kind).map(|(_, n)| *n).peekable();
        all.peek()?;
        let sum = all.fold(0, u64::saturating_add);
        Some((kind, (sum >= FEWEST as u64).then_some(sum)))
    };
    WeekContact { week: name.to_owned(), counts: Kind::ALL.into_iter().filter_map(of).collect() }
}

/// What a correction shows of a week that was published in the revisions `before`, the oldest first: where its number would differ by
/// one to nine from one that was ever shown, what was last shown stays, or the difference would tell of the few who were added or
/// taken out. So any two numbers that were shown of a kind are the same or ten or more apart. A kind that was there stays there.
#[must_use]
pub fn after(before: &[WeekContact], now: &WeekContact) -> WeekContact {
    let of = |week: &WeekContact, kind| week.counts.iter().find(|(of, _)| *of == kind).map(|(_, n)| *n);
    let shown = |kind: Kind| {
        let was: Vec<u64> = before.iter().filter_map(|week| of(week, kind).flatten()).collect();
        let tells = |is: u64| was.iter().any(|was| (1..FEWEST as u64).contains(&was.abs_diff(is)));
        let last = before.last().and_then(|week| of(week, kind));
        let is = match (of(now, kind).or(last.map(|_| None))?, last) {
            // That it fell under ten would tell how many there are, nearly.
            (None, _) => was.last().copied(),
            (Some(is), _) if tells(is) => was.last().copied(),
            // Nine were hidden, perhaps: ten more are needed.
            (Some(is), Some(None)) if was.is_empty() && is < 2 * FEWEST as u64 - 1 => None,
            (Some(is), _) => Some(is),
        };
        Some((kind, is))
    };
    WeekContact { week: now.week.clone(), counts: Kind::ALL.into_iter().filter_map(shown).collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn of_fewer_than_ten_only_the_kind_is_said() {
        let counted = [(Kind::Wish, 9), (Kind::Desk, 0), (Kind::Activity, 10), (Kind::Opinion, 6), (Kind::Opinion, 5)];
        let said = week("2026-W23", &counted);
        let kinds = [(Kind::Desk, None), (Kind::Activity, Some(10)), (Kind::Opinion, Some(11)), (Kind::Wish, None)];
        assert_eq!((said.week.as_str(), said.counts.as_slice()), ("2026-W23", kinds.as_slice()));
        assert_eq!(week("2026-W23", &[]).counts, [], "a kind of which nothing is known is not hidden, it is not there");
    }

    #[test]
    fn kinds_have_words_of_their_own() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(kind));
            assert_eq!(serde_json::to_value(kind).expect("written"), kind.word());
        }
        assert_eq!(Kind::of_word("total"), None);
    }

    #[test]
    fn a_correction_by_a_few_shows_what_was_shown_before() {
        let was = week("2026-W23", &[(Kind::Desk, 57), (Kind::Village, 12), (Kind::Wish, 3)]);
        let now = |desk, village, wish| {
            let now = week("2026-W23", &[(Kind::Desk, desk), (Kind::Village, village), (Kind::Wish, wish)]);
            after(std::slice::from_ref(&was), &now).counts
        };
        let of = |desk, village, wish| vec![(Kind::Desk, desk), (Kind::Village, village), (Kind::Wish, wish)];
        assert_eq!(now(57, 12, 3), of(Some(57), Some(12), None));
        assert_eq!(now(66, 11, 9), of(Some(57), Some(12), None), "nine more, one less");
        assert_eq!(
            now(67, 9, 13),
            of(Some(67), Some(12), None),
            "ten more; what fell under ten, or came over it, stays"
        );
        assert_eq!(now(67, 12, 19), of(Some(67), Some(12), Some(19)), "ten more than nine");
        let added = week("2026-W23", &[(Kind::Opinion, 14)]);
        let later = [was.clone(), week("2026-W23", &[(Kind::Desk, 70)])];
        let back = after(&later, &week("2026-W23", &[(Kind::Desk, 59)]));
        assert_eq!(back.counts, [(Kind::Desk, Some(70))], "two more than what was shown first");
        let kinds = [(Kind::Desk, Some(57)), (Kind::Village, Some(12)), (Kind::Opinion, Some(14)), (Kind::Wish, None)];
        assert_eq!(
            after(&[was], &added).counts,
            kinds,
            "another kind was not counted before, and what was counted stays"
        );
    }

    proptest! {
        #[test]
        fn no_two_numbers_that_were_ever_shown_differ_by_a_few(counts in proptest::collection::vec(0..60u64, 1..8)) {
            let mut published: Vec<WeekContact> = vec![];
            for n in counts {
                published.push(after(&published, &week("2026-W23", &[(Kind::Desk, n)])));
            }
            let shown: Vec<u64> = published.iter().filter_map(|of| of.counts.first()?.1).collect();
            for (was, is) in shown.iter().flat_map(|was| shown.iter().map(move |is| (*was, *is))) {
                prop_assert!(was == is || was.abs_diff(is) >= 10, "{shown:?}");
            }
        }

        #[test]
        fn weeks_of_the_same_few_look_the_same_whatever_they_were(a in 0..10u64, b in 0..10u64, others in 0..99u64) {
            let of = |few| week("2026-W23", &[(Kind::Wish, few), (Kind::Desk, others)]);
            prop_assert_eq!(of(a), of(b));
        }

        #[test]
        fn a_week_survives_being_written_and_read(counts in proptest::collection::vec((0..8usize, 0..40u64), 0..12)) {
            let counted: Vec<_> = counts.iter().map(|(n, count)| (Kind::ALL[*n], *count)).collect();
            let said = week("2026-W23", &counted);
            let text = serde_json::to_string(&said).expect("written");
            prop_assert_eq!(serde_json::from_str::<WeekContact>(&text).expect("read"), said);
        }
    }
}
