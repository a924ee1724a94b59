//! How the characters of a file are written: UTF-8 with or without a mark at its beginning, UTF-16 with one (what spreadsheets call
//! Unicode text), else GB 18030, which has GBK and GB 2312 in it.
use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// A byte that stands for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadByte {
    /// From 0.
    pub offset: usize,
    /// From 1.
    pub line: usize,
}

/// So many characters beyond ASCII before the first byte that is not UTF-8 show that the file means to be UTF-8.
const MEANT: usize = 8;

/// What `bytes` are written in, and what is left of them without a mark.
pub fn guess(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    let after = |mark: usize| bytes.get(mark..).unwrap_or_default();
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (UTF_8, after(3)),
        [0xFF, 0xFE, ..] => (UTF_16LE, after(2)),
        [0xFE, 0xFF, ..] => (UTF_16BE, after(2)),
        _ => match str::from_utf8(bytes) {
            Ok(_) => (UTF_8, bytes),
            Err(e) => {
                let valid =
                    bytes.get(..e.valid_up_to()).and_then(|begin| str::from_utf8(begin).ok()).unwrap_or_default();
                let meant = valid.chars().filter(|c| !c.is_ascii()).take(MEANT).count() == MEANT;
                (if meant { UTF_8 } else { GB18030 }, bytes)
            }
        },
    }
}

/// The text of `bytes`.
///
/// # Errors
/// The first byte that stands for nothing.
pub fn decode(bytes: &[u8]) -> Result<String, BadByte> {
    let (encoding, rest) = guess(bytes);
    decode_as(encoding, rest)
}

/// The same where it is known how they are written.
///
/// # Errors
/// The first byte that stands for nothing.
pub fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, BadByte> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
    let mut text = String::with_capacity(room);
    let mut from = 0;
    loop {
        let rest = bytes.get(from..).unwrap_or_default();
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        from += read;
        match result {
            DecoderResult::InputEmpty => return Ok(text),
            DecoderResult::OutputFull => text.reserve(rest.len() + 16),
            DecoderResult::Malformed(length, after) => {
                let offset = from.saturating_sub(usize::from(length) + usize::from(after));
                let before = bytes.get(..offset).unwrap_or_default();
                return Err(BadByte { offset, line: before.iter().filter(|b| **b == b'\n').count() + 1 });
            }
        }
    }
}
