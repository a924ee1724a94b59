//! Division codes: how many digits name what, and which codes lie inside one another.
use std::ops::RangeInclusive;

/// A township (9 digits) or a village (12 digits).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Division {
    /// 630203102
    #[schema(example = 630_203_102_i64)]
    pub code: i64,
    /// 三合镇
    pub name: String,
    /// 平安区
    pub county: String,
    /// 海东市
    pub city: String,
    /// 青海省
    pub province: String,
}

impl Division {
    /// 青海省 海东市 平安区, without the steps that only say "directly under the province" or say the same twice.
    pub fn within(&self) -> String {
        let mut steps: Vec<&str> = vec![];
        for step in [&self.province, &self.city, &self.county] {
            if !is_filler(step) && steps.last() != Some(&step.as_str()) {
                steps.push(step);
            }
        }
        steps.join(" ")
    }
}

/// A province (2 digits), a city (4) or a county (6), with what the directory counts in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    pub code: i64,
    pub name: String,
    pub townships: i64,
    pub stations: i64,
}

/// How deep an area lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    Province,
    City,
    County,
}

impl Depth {
    pub fn of(code: i64) -> Option<Depth> {
        match code {
            10..=99 => Some(Depth::Province),
            1_000..=9_999 => Some(Depth::City),
            100_000..=999_999 => Some(Depth::County),
            _ => None,
        }
    }
}

pub const TOWNSHIPS: RangeInclusive<i64> = 100_000_000..=999_999_999;
pub const VILLAGES: RangeInclusive<i64> = 100_000_000_000..=999_999_999_999;

/// Names in the list that stand for "no such step here": 北京市 has 市辖区 between itself and its districts.
pub fn is_filler(name: &str) -> bool {
    matches!(name, "市辖区" | "县" | "省直辖县级行政区划" | "自治区直辖县级行政区划")
}

/// All codes of `digits` digits that start with `prefix`; none when the prefix is longer than that.
pub fn inside(prefix: i64, digits: u32) -> Option<RangeInclusive<i64>> {
    let missing = digits.checked_sub(digits_of(prefix))?;
    let unit = 10_i64.pow(missing);
    Some(prefix * unit..=prefix * unit + (unit - 1))
}

/// What a mistyped code may have meant, as nine digits: one digit too few or too many leaves its beginning right.
pub fn as_township(code: i64) -> i64 {
    match digits_of(code) {
        digits @ ..9 => code * 10_i64.pow(9 - digits),
        digits => code / 10_i64.pow(digits - 9),
    }
}

pub fn digits_of(code: i64) -> u32 {
    code.checked_ilog10().map_or(1, |n| n + 1)
}

/// The key of the `place`th station (1 to 99) of a township or village (of a village: of its township).
pub fn station_key(code: i64, place: i64) -> i64 {
    let township = if VILLAGES.contains(&code) { code / 1000 } else { code };
    township * 100 + place
}

/// The keys of all stations in an area or a township.
pub fn station_keys(code: i64) -> Option<RangeInclusive<i64>> {
    inside(code, 11)
}
