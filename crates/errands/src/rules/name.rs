//! What people read, in both languages.

/// A name in both languages; English may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = MatterName)]
pub struct Name {
    pub zh: String,
    #[serde(default)]
    pub en: String,
}

/// A village as people say it: 张其寨村, not the office of its committee.
pub fn village(division: &str) -> &str {
    ["民委员会", "委会"].iter().find_map(|end| division.strip_suffix(end)).unwrap_or(division)
}
