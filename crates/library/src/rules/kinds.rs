//! What is lent, and where a piece of it is.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a title is. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryKind)]
pub enum Kind {
    #[default]
    Book = 0,
    /// 绘本
    PictureBook = 1,
    /// 期刊
    Magazine = 2,
    /// 光盘、有声书
    Media = 3,
    /// 棋牌、玩具、农具: things that a reading room lends as well.
    Thing = 4,
}

impl Kind {
    pub const ALL: [Kind; 5] = [Kind::Book, Kind::PictureBook, Kind::Magazine, Kind::Media, Kind::Thing];

    pub fn of(number: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as i16 == number)
    }

    /// As forms, files and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Book => "book",
            Kind::PictureBook => "picture-book",
            Kind::Magazine => "magazine",
            Kind::Media => "media",
            Kind::Thing => "thing",
        }
    }

    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A set of kinds: those that a station lends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(pub i16);

impl Kinds {
    pub fn all() -> Kinds {
        Kinds::of(Kind::ALL)
    }

    pub fn of(kinds: impl IntoIterator<Item = Kind>) -> Kinds {
        Kinds(kinds.into_iter().fold(0, |bits, kind| bits | 1 << kind as i16))
    }

    pub fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as i16) != 0
    }
}

/// Where a piece is, apart from who has it: that is a loan. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CopyStands)]
pub enum Stands {
    /// In the room, lent, or put aside for somebody.
    #[default]
    Here = 0,
    /// Not found in a stocktake.
    Missing = 1,
    Repair = 2,
    /// To another station.
    OnTheWay = 3,
    /// Given away, worn out, or of another station by now.
    Gone = 4,
}

impl Stands {
    pub const ALL: [Stands; 5] = [Stands::Here, Stands::Missing, Stands::Repair, Stands::OnTheWay, Stands::Gone];

    pub fn of(number: i16) -> Option<Stands> {
        Stands::ALL.into_iter().find(|stands| *stands as i16 == number)
    }

    /// As programs read it.
    pub fn word(self) -> &'static str {
        match self {
            Stands::Here => "here",
            Stands::Missing => "missing",
            Stands::Repair => "repair",
            Stands::OnTheWay => "on-the-way",
            Stands::Gone => "gone",
        }
    }
}
