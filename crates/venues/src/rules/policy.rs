//! What an offering allows: lengths, notice, quotas. All lengths are minutes.
use super::span::CELL_MINUTES;
use super::window::Window;

/// The rules of one offering, as the manager set them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Starts lie on multiples of this after local midnight; itself a multiple of 5.
    #[schema(minimum = 5, maximum = 240, multiple_of = 5)]
    pub grid: i32,
    #[schema(minimum = 5, maximum = 1440, multiple_of = 5)]
    pub shortest: i32,
    #[schema(minimum = 5, maximum = 1440, multiple_of = 5)]
    pub longest: i32,
    /// What is proposed.
    #[schema(minimum = 5, maximum = 1440, multiple_of = 5)]
    pub usual: i32,
    /// How long before the start one must book at the latest; 0 = up to the start and into a running slot.
    #[schema(minimum = 0, maximum = 527040)]
    pub notice: i32,
    /// How many days ahead one may book; 0 = today only.
    #[schema(minimum = 0, maximum = 366)]
    pub days_ahead: i32,
    /// Kept free before and after each use. Between two uses the larger of the earlier one's `after` and the later one's
    /// `before` counts, not their sum.
    #[schema(minimum = 0, maximum = 240, multiple_of = 5)]
    pub before: i32,
    #[schema(minimum = 0, maximum = 240, multiple_of = 5)]
    pub after: i32,
    /// Until how long before the start one may cancel oneself; 0 = until the start.
    #[schema(minimum = 0, maximum = 527040)]
    pub cancel_until: i32,
    /// How late one may be before the slot is released; none = nobody checks in here.
    #[schema(minimum = 5, maximum = 120)]
    pub grace: Option<i32>,
    /// How long a slot waits for its code.
    #[schema(minimum = 2, maximum = 60)]
    pub hold: i32,
    /// How many reservations one person may have here on one day, and in one week from Monday on.
    #[schema(minimum = 1, maximum = 50)]
    pub per_day: Option<i32>,
    #[schema(minimum = 1, maximum = 200)]
    pub per_week: Option<i32>,
    #[schema(minimum = 1, maximum = 1000)]
    pub smallest_group: i32,
    #[schema(minimum = 1, maximum = 1000)]
    pub largest_group: i32,
    /// Whether a manager looks at each request first.
    pub approval: bool,
    pub who: Who,
    /// How many dates a series that a person makes may have; none = only staff make series.
    #[schema(minimum = 2, maximum = 60)]
    pub series_own: Option<i32>,
    /// How many weeks ahead the dates of a series are booked; later ones follow as time goes on.
    #[schema(minimum = 1, maximum = 104)]
    pub series_weeks: i32,
    /// Hours that are somebody's first.
    #[schema(max_items = 3)]
    pub windows: Vec<Window>,
    /// So many tables, halves or places are kept from booking by oneself until the start, for whoever just comes. What is
    /// taken as a whole has nothing to keep.
    #[schema(minimum = 0, maximum = 1000)]
    pub walk_ins: i32,
}

/// Who may book by themselves. Walk-ins and bookings by the clerk are always possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    Anyone,
    StaffOnly,
    /// Nobody books: just come.
    WalkInOnly,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            grid: 30,
            shortest: 30,
            longest: 120,
            usual: 60,
            notice: 0,
            days_ahead: 7,
            before: 0,
            after: 0,
            cancel_until: 0,
            grace: Some(15),
            hold: 10,
            per_day: Some(2),
            per_week: Some(6),
            smallest_group: 1,
            largest_group: 4,
            approval: false,
            who: Who::Anyone,
            series_own: None,
            series_weeks: 26,
            windows: vec![],
            walk_ins: 0,
        }
    }
}

/// The longest use that can be booked at all: a day and a night.
pub const LONGEST: i32 = 24 * 60;
/// So many priority windows fit on a page where one understands them.
pub const MOST_WINDOWS: usize = 3;
const A_YEAR: i32 = 366;

/// What is wrong with a policy: the field, and the key of the text that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyProblem {
    pub field: &'static str,
    pub key: &'static str,
}

impl Policy {
    /// Everything that does not fit together. Empty = fine.
    pub fn problems(&self) -> Vec<PolicyProblem> {
        let steps = |n: i32| n > 0 && n % CELL_MINUTES == 0;
        let gap = |n: i32| (0..=240).contains(&n) && n % CELL_MINUTES == 0;
        let checks = [
            (steps(self.grid) && self.grid <= 240, "grid", "venues-policy-grid"),
            (steps(self.shortest) && self.shortest % self.grid.max(1) == 0, "shortest", "venues-policy-shortest"),
            (
                steps(self.longest) && self.longest >= self.shortest && self.longest <= LONGEST,
                "longest",
                "venues-policy-longest",
            ),
            (
                steps(self.usual)
                    && (self.shortest..=self.longest).contains(&self.usual)
                    && self.usual % self.grid.max(1) == 0,
                "usual",
                "venues-policy-usual",
            ),
            ((0..=A_YEAR * 24 * 60).contains(&self.notice), "notice", "venues-policy-range"),
            ((0..=A_YEAR).contains(&self.days_ahead), "days_ahead", "venues-policy-days-ahead"),
            (gap(self.before), "before", "venues-policy-gap"),
            (gap(self.after), "after", "venues-policy-gap"),
            ((0..=A_YEAR * 24 * 60).contains(&self.cancel_until), "cancel_until", "venues-policy-range"),
            (self.grace.is_none_or(|g| (5..=120).contains(&g)), "grace", "venues-policy-grace"),
            ((2..=60).contains(&self.hold), "hold", "venues-policy-hold"),
            (self.per_day.is_none_or(|n| (1..=50).contains(&n)), "per_day", "venues-policy-quota"),
            (self.per_week.is_none_or(|n| (1..=200).contains(&n)), "per_week", "venues-policy-quota"),
            ((1..=1000).contains(&self.smallest_group), "smallest_group", "venues-policy-group"),
            (
                self.largest_group >= self.smallest_group && self.largest_group <= 1000,
                "largest_group",
                "venues-policy-group",
            ),
            // A manager cannot look at every date of a series before it is booked.
            (
                self.series_own.is_none_or(|n| (2..=60).contains(&n) && !self.approval),
                "series_own",
                "venues-policy-series-own",
            ),
            ((1..=104).contains(&self.series_weeks), "series_weeks", "venues-policy-series-weeks"),
            (
                self.windows.len() <= MOST_WINDOWS && self.windows.iter().all(Window::is_sound),
                "windows",
                "venues-policy-windows",
            ),
            ((0..=1000).contains(&self.walk_ins), "walk_ins", "venues-policy-walk-ins"),
        ];
        checks.into_iter().filter(|(fine, ..)| !fine).map(|(_, field, key)| PolicyProblem { field, key }).collect()
    }

    /// The length nearest to `minutes` that a use may have.
    pub fn nearest_length(&self, minutes: i32) -> i32 {
        let grid = self.grid.max(1);
        let nearest = minutes.saturating_add(grid / 2) / grid * grid;
        nearest.max(self.shortest).min(self.longest)
    }

    /// The lengths that a person may choose from, in steps of the grid, at most six of them.
    pub fn lengths(&self) -> Vec<i32> {
        let step = self.grid.max(CELL_MINUTES);
        let all: Vec<i32> =
            (1..).map(|k| k * step).skip_while(|n| *n < self.shortest).take_while(|n| *n <= self.longest).collect();
        // Long ranges are thinned to what people ask for: the shortest, then doubling steps, the longest last.
        let every = all.len().div_ceil(6).max(1);
        let mut few: Vec<i32> = all.iter().copied().step_by(every).collect();
        for must in [self.usual, self.longest] {
            if !few.contains(&must) && all.contains(&must) {
                few.push(must);
            }
        }
        few.sort_unstable();
        few
    }
}
