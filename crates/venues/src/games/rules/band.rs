//! Age bands of minors, and as what somebody takes a place.

/// How old a child is, as closely as a game needs to know.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
pub enum Band {
    #[serde(rename = "under-13")]
    Under13 = 0,
    #[serde(rename = "13-15")]
    From13 = 1,
    #[serde(rename = "16-17")]
    From16 = 2,
}

impl Band {
    pub const ALL: [Band; 3] = [Band::Under13, Band::From13, Band::From16];

    pub fn from_column(n: i16) -> Option<Band> {
        Band::ALL.into_iter().find(|b| *b as i16 == n)
    }

    /// The stable name in forms, in the API and in texts.
    pub fn name(self) -> &'static str {
        match self {
            Band::Under13 => "under-13",
            Band::From13 => "13-15",
            Band::From16 => "16-17",
        }
    }

    pub fn of_name(name: &str) -> Option<Band> {
        Band::ALL.into_iter().find(|b| b.name() == name)
    }

    /// Whether children of these bands may play together.
    pub fn plays_with(self, other: Band) -> bool {
        (self as i16 - other as i16).abs() <= 1
    }
}

/// How well one plays: a word, no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Beginner = 0,
    ForFun = 1,
    Strong = 2,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Beginner, Level::ForFun, Level::Strong];

    pub fn from_column(n: i16) -> Option<Level> {
        Level::ALL.into_iter().find(|l| *l as i16 == n)
    }

    pub fn name(self) -> &'static str {
        match self {
            Level::Beginner => "beginner",
            Level::ForFun => "for-fun",
            Level::Strong => "strong",
        }
    }

    pub fn of_name(name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|l| l.name() == name)
    }
}

/// As what somebody takes a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Entry {
    Oneself,
    /// A child of somebody whose phone is proved; `along`: that somebody plays too.
    Child {
        band: Band,
        along: bool,
    },
    /// A name that a clerk typed.
    Guest,
}

impl Entry {
    /// How many places it takes.
    pub fn seats(self) -> i32 {
        match self {
            Entry::Child { along: true, .. } => 2,
            _ => 1,
        }
    }

    /// Whether the person behind it is there in person.
    pub fn takes_their_time(self) -> bool {
        matches!(self, Entry::Oneself | Entry::Child { along: true, .. })
    }

    pub fn band(self) -> Option<Band> {
        match self {
            Entry::Child { band, .. } => Some(band),
            Entry::Oneself | Entry::Guest => None,
        }
    }
}
