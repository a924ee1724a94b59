//! What can be wished for: kinds of things, never of hardship, and what they cost at most.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishKind)]
pub enum Kind {
    /// 生活用品
    Daily = 0,
    /// 御寒衣物、被褥
    Warm = 1,
    /// 文具、书包
    Learning = 2,
    /// 图书、订阅
    Reading = 3,
    /// 小家电
    Appliance = 4,
    /// 农具、种子
    Farming = 5,
    /// 棋、笔墨、球
    Hobby = 6,
    /// 陪伴、修理、代写: an hour of somebody's time. It costs nothing.
    Time = 7,
}

impl Kind {
    /// In the order in which they are offered.
    pub const ALL: [Kind; 8] = [
        Kind::Daily,
        Kind::Warm,
        Kind::Learning,
        Kind::Reading,
        Kind::Appliance,
        Kind::Farming,
        Kind::Hobby,
        Kind::Time,
    ];

    pub fn of(number: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as i16 == number)
    }

    /// As addresses and programs say it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Daily => "daily",
            Kind::Warm => "warm",
            Kind::Learning => "learning",
            Kind::Reading => "reading",
            Kind::Appliance => "appliance",
            Kind::Farming => "farming",
            Kind::Hobby => "hobby",
            Kind::Time => "time",
        }
    }

    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What a thing costs, in yuan, at most. Nothing costs more than 500. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishBand)]
pub enum Band {
    /// It costs nothing.
    Free = 0,
    #[serde(rename = "to-50")]
    To50 = 1,
    #[serde(rename = "to-100")]
    To100 = 2,
    #[serde(rename = "to-200")]
    To200 = 3,
    #[serde(rename = "to-500")]
    To500 = 4,
}

impl Band {
    pub const ALL: [Band; 5] = [Band::Free, Band::To50, Band::To100, Band::To200, Band::To500];

    pub fn of(number: i16) -> Option<Band> {
        Band::ALL.into_iter().find(|band| *band as i16 == number)
    }

    /// As addresses and programs say it.
    pub fn word(self) -> &'static str {
        match self {
            Band::Free => "free",
            Band::To50 => "to-50",
            Band::To100 => "to-100",
            Band::To200 => "to-200",
            Band::To500 => "to-500",
        }
    }

    pub fn of_word(word: &str) -> Option<Band> {
        Band::ALL.into_iter().find(|band| band.word() == word)
    }

    /// In yuan.
    pub fn most(self) -> i32 {
        match self {
            Band::Free => 0,
            Band::To50 => 50,
            Band::To100 => 100,
            Band::To200 => 200,
            Band::To500 => 500,
        }
    }
}
