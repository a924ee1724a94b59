//! The plain choices of the form.
use jiff::civil::Weekday;

/// The plain choices that the form offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Once,
    Weekly,
    Fortnightly,
    /// On the first Monday, on the last Friday: of the weekday of the day.
    MonthlyWeekday,
    MonthlyDay,
    Yearly,
    LunarMonthly,
    LunarYearly,
}

impl Pattern {
    pub const ALL: [Pattern; 8] = [
        Pattern::Once,
        Pattern::Weekly,
        Pattern::Fortnightly,
        Pattern::MonthlyWeekday,
        Pattern::MonthlyDay,
        Pattern::Yearly,
        Pattern::LunarMonthly,
        Pattern::LunarYearly,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Pattern::Once => "once",
            Pattern::Weekly => "weekly",
            Pattern::Fortnightly => "fortnightly",
            Pattern::MonthlyWeekday => "monthly-weekday",
            Pattern::MonthlyDay => "monthly-day",
            Pattern::Yearly => "yearly",
            Pattern::LunarMonthly => "lunar-monthly",
            Pattern::LunarYearly => "lunar-yearly",
        }
    }
}

/// Monday to Sunday with their names in the form.
pub const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mo"),
    (Weekday::Tuesday, "tu"),
    (Weekday::Wednesday, "we"),
    (Weekday::Thursday, "th"),
    (Weekday::Friday, "fr"),
    (Weekday::Saturday, "sa"),
    (Weekday::Sunday, "su"),
];
