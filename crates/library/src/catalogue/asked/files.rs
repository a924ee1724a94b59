//! Files: photos of covers, and lists of titles.
use data_encoding::BASE64;
use kernel::form::Problems;
use kernel::photo::NotAPhoto;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is wrong with a photo, as the key of its text.
pub fn not_a_photo(why: NotAPhoto) -> &'static str {
    match why {
        NotAPhoto::TooLarge => "catalogue-photo-too-large",
        NotAPhoto::TooManyPixels => "catalogue-photo-too-many-pixels",
        NotAPhoto::NotReadable => "catalogue-photo-not-readable",
    }
}

/// A photo of a cover.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCover {
    /// A JPEG or PNG of at most 15 MB, in base64. It is kept encoded anew, without what the camera wrote into it.
    #[schema(format = Byte)]
    pub file: String,
}

impl NewCover {
    /// # Errors
    /// What is no base64.
    pub fn checked(&self) -> Result<Vec<u8>, Problems> {
        bytes("file", &self.file)
    }
}

/// A list of titles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileToTakeIn {
    /// A table (CSV with headings, UTF-8 or GB 18030) or CNMARC records (ISO 2709) of at most 4 MB, in base64.
    #[schema(format = Byte)]
    pub file: String,
    /// The code of the shelf for lines that name none; left out = the first shelf.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 12, example = "a1")]
    pub shelf: Option<String>,
    /// Only says what would come in.
    #[serde(default)]
    pub look: bool,
}

impl FileToTakeIn {
    /// # Errors
    /// What is no base64.
    pub fn checked(&self) -> Result<Vec<u8>, Problems> {
        bytes("file", &self.file)
    }
}

/// What base64 stands for.
pub(super) fn bytes(field: &'static str, typed: &str) -> Result<Vec<u8>, Problems> {
    let mut p = Problems::default();
    let read = p.take(field, BASE64.decode(typed.trim().as_bytes()), "catalogue-not-base64");
    p.or_else_all(read)
}
