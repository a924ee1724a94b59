//! Who is said to have told somebody what to answer. Only how often that was said is kept, never who said it.
use serde::{Deserialize, Serialize};

/// By whom. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByWhom {
    /// Somebody of the station or the township's government.
    Official = 0,
    /// Somebody of the village.
    Village = 1,
    /// Whoever came to ask.
    Interviewer = 2,
    /// Somebody else, or they would rather not say.
    Other = 3,
}

impl ByWhom {
    pub const ALL: [ByWhom; 4] = [ByWhom::Official, ByWhom::Village, ByWhom::Interviewer, ByWhom::Other];

    /// As addresses and programs say it.
    pub fn word(self) -> &'static str {
        match self {
            ByWhom::Official => "official",
            ByWhom::Village => "village",
            ByWhom::Interviewer => "interviewer",
            ByWhom::Other => "other",
        }
    }

    pub fn of_word(word: &str) -> Option<ByWhom> {
        ByWhom::ALL.into_iter().find(|by| by.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back() {
        for by in ByWhom::ALL {
            assert_eq!(ByWhom::of_word(by.word()), Some(by));
            assert_eq!(serde_json::to_value(by).ok(), Some(by.word().into()));
        }
        assert_eq!(ByWhom::of_word("neighbour"), None);
    }
}
