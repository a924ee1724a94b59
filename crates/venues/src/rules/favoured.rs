//! Whose hours come first.

/// Whose hours they are. One knows by their own word, and nothing but that word is kept, with the reservation that needed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Favoured {
    /// Sixty or older.
    Elderly = 0,
    /// Children, and grown-ups who come with a child.
    Children = 1,
}

impl Favoured {
    pub const ALL: [Favoured; 2] = [Favoured::Elderly, Favoured::Children];

    pub fn from_column(n: i16) -> Option<Favoured> {
        Favoured::ALL.into_iter().find(|f| *f as i16 == n)
    }

    /// The stable name in the API, in forms and in texts.
    pub fn name(self) -> &'static str {
        match self {
            Favoured::Elderly => "elderly",
            Favoured::Children => "children",
        }
    }

    pub fn named(name: &str) -> Option<Favoured> {
        Favoured::ALL.into_iter().find(|f| f.name() == name)
    }
}
