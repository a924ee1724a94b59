//! What stands on a card.
use jiff::SignedDuration;

/// Random bytes of a code: nobody guesses one.
pub const BYTES: usize = 15;
/// A card is good for two years; the desk makes a new one in a minute.
pub const CARD_LASTS: SignedDuration = SignedDuration::from_hours(24 * 730);
/// What a code's address begins with, below the public address.
pub const PATH: &str = "/card/";

/// The code in what a scanner typed: the address on the card, or the letters under it, with or without gaps. `None` if there
/// is none in it.
pub fn code_in(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let last = typed.rsplit_once(PATH).map_or(typed, |(_, code)| code);
    let code: String =
        last.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_ascii_lowercase();
    let letters =
        code.len() == BYTES * 8 / 5 && code.bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b));
    letters.then_some(code)
}

/// A code of these bytes, as it is printed and stored nowhere.
pub fn code_of(bytes: [u8; BYTES]) -> String {
    data_encoding::BASE32_NOPAD.encode(&bytes).to_ascii_lowercase()
}
