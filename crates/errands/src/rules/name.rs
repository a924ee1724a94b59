//! What people read, in both languages.

/// A name in both languages; English may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = MatterName)]
pub struct Name {
    pub zh: String,
    #[serde(default)]
    pub en: String,
}
