//! 栏目: what notices are about.

/// One section of a station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub id: i32,
    /// In addresses.
    pub slug: String,
    pub name_zh: String,
    /// May be empty.
    pub name_en: String,
    pub place: i16,
}

/// What a station begins with; it is kept when the first notice is written or the first section changed.
pub fn usual() -> Vec<Section> {
    let all = [
        ("station", "站里的事", "At the station"),
        ("reminders", "办事提醒", "Reminders"),
        ("reviews", "活动回顾", "Looking back"),
    ];
    let one = |((slug, zh, en), n): ((&str, &str, &str), i16)| Section {
        id: n.into(),
        slug: slug.into(),
        name_zh: zh.into(),
        name_en: en.into(),
        place: n,
    };
    all.into_iter().zip(1..).map(one).collect()
}
