//! The kinds of consent and the texts that are in force.

/// What somebody agrees to: each separately (PIPL, articles 14, 29 and 31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ConsentKind)]
pub enum Kind {
    /// That the station remembers nicknames and age bands of one's children.
    Children = 0,
    /// That the station keeps a name to call for a household card.
    Card = 1,
}

impl Kind {
    pub fn from_number(n: i16) -> Option<Kind> {
        [Kind::Children, Kind::Card].into_iter().find(|k| *k as i16 == n)
    }

    /// The version of the text in force. A changed text gets a new one, and then it is asked again.
    pub fn text_version(self) -> &'static str {
        match self {
            Kind::Children => "children-2026-11",
            Kind::Card => "card-2026-11",
        }
    }
}
