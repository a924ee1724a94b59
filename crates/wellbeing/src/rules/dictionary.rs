//! The data dictionary: what each member of a sheet and each column of a file means, where it comes from and what it does not see.
mod words;
mod county;

use words::{BASIS, FIGURES, GAPS, Key, RESULTS, SHEET, SOURCES, SURVEY, WEEKS};

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum In {
    /// A member of a sheet, by its place; `[]` stands for any number of a list.
    Sheet,
    /// A column of the figures' file.
    Figures,
    /// A column of the file of what was counted.
    Basis,
    /// A value of `source`.
    Source,
    /// A value of `gaps`.
    Gap,
}

/// What one name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub of: In,
    pub name: &'static str,
    /// Of JSON, with what narrows it down.
    pub kind: &'static str,
    /// Empty where it has none.
    pub unit: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// A name [`In::Source`]; empty where it is of the sheet itself.
    pub source: &'static str,
    /// Names [`In::Gap`].
    pub gaps: &'static [&'static str],
}

/// All rows, in the order of the sheet.
pub fn rows() -> impl Iterator<Item = Row> {
    let plain = |of, all: &'static [Key]| {
        all.iter().map(move |&(name, kind, unit, zh, en)| {
            let (source, gaps) = origin(of, name);
            Row { of, name, kind, unit, zh, en, source, gaps }
        })
    };
    let key = |of, all: &'static [(&'static str, &'static str, &'static str)]| {
        all.iter().map(move |&(name, zh, en)| Row { of, name, kind: "key", unit: "", zh, en, source: "", gaps: &[] })
    };
    plain(In::Sheet, SHEET)
        .chain(plain(In::Sheet, WEEKS))
        .chain(plain(In::Sheet, SURVEY))
        .chain(plain(In::Sheet, RESULTS))
        .chain(plain(In::Figures, FIGURES))
        .chain(plain(In::Basis, BASIS))
        .chain(key(In::Source, SOURCES))
        .chain(key(In::Gap, GAPS))
}

/// The same of an area's month, of many stations together ([`super::county`]): of its sheet, and of the columns of its file. Sources
/// and gaps are those of [`rows`].
pub fn county_rows() -> impl Iterator<Item = Row> {
    let plain = |of, all: &'static [Key]| {
        all.iter().map(move |&(name, kind, unit, zh, en)| {
            let (source, gaps) = origin(of, name);
            Row { of, name, kind, unit, zh, en, source, gaps }
        })
    };
    plain(In::Sheet, county::SHEET)
        .chain(plain(In::Sheet, county::WEEKS))
        .chain(plain(In::Sheet, county::RESULTS))
        .chain(plain(In::Figures, county::COLUMNS))
}

/// A row by its name.
pub fn find(of: In, name: &str) -> Option<Row> {
    rows().find(|row| row.of == of && row.name == name)
}

/// What was counted comes from where its indicator does.
fn origin(of: In, name: &str) -> (&'static str, &'static [&'static str]) {
    use super::figure::Indicator as I;
    if of != In::Sheet {
        return ("", &[]);
    }
    let within =
        |head: &str| name.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    let indicator = match () {
        () if within("door") || within("weeks[].door") => I::Open,
        () if within("rooms") || within("weeks[].rooms") || within("fullest") => I::Used,
        () if within("held") || within("weeks[].held") => I::Held,
        () if within("weeks[].visits") => I::Visits,
        () if within("weeks[].hours") => I::VisitedHours,
        () if within("weeks[].contact") => I::Contact,
        () if within("survey.response") || within("survey.frame_size") => I::Response,
        () if within("survey") => I::Satisfaction,
        () if within("residents") => return ("statistics", &["old-statistics"]),
        () => return ("", &[]),
    };
    (indicator.source(), indicator.gaps())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::super::compare::corrections;
    use super::super::figure::{Ends, Indicator};
    use super::super::flags::{Flag, Mode};
    use super::super::fullest::{Fullest, Part};
    use super::super::sheet::tests::sheet;
    use super::super::sheet::{Changed, MonthSheet, Word};
    use super::super::{figure, file};
    use super::*;

    /// A sheet in which nothing is empty.
    fn full() -> MonthSheet {
        let before = sheet().finished(None);
        let mut all = sheet().finished(Some(&before));
        all.fullest = Some(Fullest {
            weekday: jiff::civil::Weekday::Friday,
            part: Part::Evening,
            offering: "乒乓球室".into(),
            offering_en: "Table tennis".into(),
            used_min: 500,
            open_min: 600,
            uses: 12,
        });
        let by = Some(Ends::new(0.1, Some(0.2), 0.3));
        all.changes.push(Changed { indicator: Indicator::Satisfaction, word: Word::Rose, by });
        let mut other = before.figures.clone();
        other[0].low = 0.1;
        all.corrections = corrections(&before, &other, 2, all.made_at, "late");
        let survey = all.survey.as_mut().expect("a survey");
        survey.flags.push(Flag::AllTens { mode: Some(Mode::Phone), n: Some(40), tens: Some(30) });
        all
    }

    fn members(at: &str, value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(all) => all.iter().for_each(|(name, value)| {
                let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                found.insert(path.clone());
                members(&path, value, found);
            }),
            Value::Array(all) => all.iter().for_each(|value| members(&format!("{at}[]"), value, found)),
            _ => {}
        }
    }

    fn names(of: In) -> BTreeSet<String> {
        rows().filter(|row| row.of == of).map(|row| row.name.to_owned()).collect()
    }

    #[test]
    fn each_member_of_a_sheet_has_a_row_and_no_row_is_of_nothing() {
        let mut found = BTreeSet::new();
        members("", &serde_json::to_value(full()).expect("json"), &mut found);
        let known = names(In::Sheet);
        assert_eq!(found.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "without a row");
        assert_eq!(known.difference(&found).collect::<Vec<_>>(), Vec::<&String>::new(), "without a member");
    }

    #[test]
    fn each_column_has_a_row() {
        assert_eq!(names(In::Figures), file::FIGURES.iter().map(|s| (*s).to_owned()).collect());
        assert_eq!(names(In::Basis), file::BASIS.iter().map(|s| (*s).to_owned()).collect());
    }

    #[test]
    fn each_member_and_column_of_an_area_has_a_row_once() {
        let made = super::super::county::county(63, "2026-06", 3, &[sheet(), sheet(), sheet()]).expect("a county");
        let mut found = BTreeSet::new();
        members("", &serde_json::to_value(made).expect("json"), &mut found);
        let of = |of: In| county_rows().filter(move |row| row.of == of).map(|row| row.name.to_owned());
        assert_eq!(of(In::Sheet).collect::<BTreeSet<_>>(), found);
        assert_eq!(of(In::Sheet).count(), found.len());
        assert_eq!(of(In::Figures).collect::<Vec<_>>(), super::super::county::COLUMNS.map(str::to_owned));
    }

    #[test]
    fn each_source_and_gap_is_explained() {
        for indicator in figure::Indicator::ALL {
            assert!(find(In::Source, indicator.source()).is_some(), "{}", indicator.source());
            for gap in indicator.gaps() {
                assert!(find(In::Gap, gap).is_some(), "{gap}");
            }
        }
        for row in rows() {
            assert!(row.source.is_empty() || find(In::Source, row.source).is_some(), "{}", row.name);
            assert!(row.gaps.iter().all(|gap| find(In::Gap, gap).is_some()), "{}", row.name);
            assert!(!row.zh.is_empty() && !row.en.is_empty() && !row.kind.is_empty(), "{}", row.name);
        }
    }

    #[test]
    fn each_name_is_there_once() {
        for of in [In::Sheet, In::Figures, In::Basis, In::Source, In::Gap] {
            assert_eq!(names(of).len(), rows().filter(|row| row.of == of).count(), "{of:?}");
        }
    }

    #[test]
    fn nothing_is_added_up_ordered_or_held_against_anything() {
        for row in rows().chain(county_rows()) {
            for word in ["rank", "score", "target", "total", "league", "排名", "得分", "总分", "目标", "达标"]
            {
                let all = [row.name, row.zh, row.en].join(" ").to_lowercase();
                assert!(!all.contains(word), "{} has {word}", row.name);
            }
        }
    }
}
