//! The valley with the lamp, as a PNG: chats show no SVG. 1200 by 630 pixels, as they cut them.
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

pub const WIDTH: usize = 1200;
pub const HEIGHT: usize = 630;

/// Sky from top to bottom, the lamp, its glow, and three hills, the farthest first.
const COLOURS: [[u8; 3]; 9] = [
    [0x0A, 0x30, 0x39],
    [0x10, 0x3A, 0x41],
    [0x16, 0x45, 0x4B],
    [0x1D, 0x50, 0x54],
    [0xFF, 0xC8, 0x6B],
    [0x4A, 0x66, 0x58],
    [0x20, 0x55, 0x58],
    [0x17, 0x46, 0x49],
    [0x0C, 0x34, 0x37],
];
const LAMP: u8 = 4;
const GLOW: u8 = 5;
const HILLS: u8 = 6;

/// Where the ridge of a hill is, from the top.
fn ridge(hill: usize, x: f64) -> f64 {
    let (height, wide, shift) = [(300.0, 0.0056, 0.4), (390.0, 0.0081, 2.3), (480.0, 0.0063, 4.0)][hill % 3];
    height + 48.0 * (x * wide + shift).sin() + 14.0 * (x * wide * 2.7 + shift).sin()
}

/// The number of a pixel's colour.
fn pixel(x: usize, y: usize) -> u8 {
    let whole = |n: usize| f64::from(u32::try_from(n).unwrap_or(0));
    let (x, y) = (whole(x), whole(y));
    if let Some(hill) = (0..3).rev().find(|hill| y > ridge(*hill, x)) {
        return HILLS + u8::try_from(hill).unwrap_or(0);
    }
    let away = (x - 880.0).hypot(y - 180.0);
    match () {
        () if away < 62.0 => LAMP,
        () if away < 96.0 => GLOW,
        () => [0, 1, 2, 3].into_iter().rfind(|band| y >= f64::from(*band) * 95.0).unwrap_or(0),
    }
}

/// CRC-32 as PNG has it (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

fn chunk(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let checked = [name.as_slice(), data].concat();
    out.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    out.extend(&checked);
    out.extend(crc(&checked).to_be_bytes());
}

/// The whole file, with a palette: one byte a pixel.
pub fn valley() -> Vec<u8> {
    let mut rows = ZlibEncoder::new(Vec::new(), Compression::best());
    for y in 0..HEIGHT {
        // Each row begins with how it was filtered: not at all.
        let row: Vec<u8> = std::iter::once(0).chain((0..WIDTH).map(|x| pixel(x, y))).collect();
        // The sink is memory: there is nothing that could fail.
        let _ = rows.write_all(&row);
    }
    let side = |n: usize| u32::try_from(n).unwrap_or(0).to_be_bytes();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, b"IHDR", &[side(WIDTH).as_slice(), &side(HEIGHT), &[8, 3, 0, 0, 0]].concat());
    chunk(&mut out, b"PLTE", &COLOURS.concat());
    chunk(&mut out, b"IDAT", &rows.finish().unwrap_or_default());
    chunk(&mut out, b"IEND", &[]);
    out
}
