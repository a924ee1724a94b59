//! Recovery codes: for when the phone is lost.

/// How many somebody gets.
pub const CODES: usize = 10;
/// 80 random bits each, in base32.
pub const BYTES: usize = 10;

/// As it is shown and printed: `abcd-efgh-ijkl-mnop`.
pub fn shown(bytes: [u8; BYTES]) -> String {
    let letters = data_encoding::BASE32_NOPAD.encode(&bytes).to_ascii_lowercase();
    letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}

/// As it is compared: without what people put between the letters. `None` if it cannot be one.
pub fn plain(typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    (letters.len() == BYTES * 8 / 5).then_some(letters)
}
