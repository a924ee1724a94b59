use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::*;

/// Red above left, green above right, blue below.
fn corners(width: usize, height: usize) -> Raw {
    let colour = |x: usize, y: usize| match (x * 2 < width, y * 2 < height) {
        (true, true) => [230, 20, 20],
        (false, true) => [20, 200, 20],
        _ => [20, 20, 230],
    };
    let rgb = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect();
    Raw { width, height, rgb }
}

fn with_exif(jpeg: &[u8], turn: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([turn, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"GPS 36.5N 102.1E");
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &tiff, &jpeg[2..]].concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

/// The colour of a corner, as the name of its strongest part.
fn strongest(raw: &Raw, x: usize, y: usize) -> char {
    let at = (y * raw.width + x) * 3;
    let pixel = &raw.rgb[at..at + 3];
    "rgb".chars().max_by_key(|c| pixel["rgb".find(*c).unwrap()]).unwrap()
}

fn corners_of(photo: &Photo) -> String {
    let (raw, _) = jpeg(&photo.bytes).unwrap();
    let (right, bottom) = (raw.width - 3, raw.height - 3);
    [(2, 2), (right, 2), (2, bottom), (right, bottom)].map(|(x, y)| strongest(&raw, x, y)).into_iter().collect()
}

#[test]
fn a_photo_is_upright_small_and_without_metadata() {
    let large = encode(&corners(2000, 1000)).unwrap();
    // Where red, green and blue are once a picture that was stored so is upright.
    for (turn, shown) in
        [(1, "rgbb"), (2, "grbb"), (3, "bbgr"), (4, "bbrg"), (5, "rbgb"), (6, "brbg"), (7, "bgbr"), (8, "gbrb")]
    {
        let sent = with_exif(&large.bytes, turn);
        assert!(holds(&sent, b"GPS"));
        let kept = read(&sent).unwrap();
        assert_eq!((corners_of(&kept).as_str(), turn), (shown, turn));
        let sides = if turn >= 5 { (800, 1600) } else { (1600, 800) };
        assert_eq!((kept.width, kept.height), sides);
        assert!(!holds(&kept.bytes, b"GPS") && !holds(&kept.bytes, b"Exif"));
    }
}

#[test]
fn what_is_appended_or_commented_is_gone() {
    let small = encode(&corners(64, 64)).unwrap();
    let comment =
        [&small.bytes[..2], &[0xff, 0xfe, 0, 10], b"by Zhang", &small.bytes[2..], b"PK\x03\x04 a whole archive"]
            .concat();
    let kept = read(&comment).unwrap();
    assert!(!holds(&kept.bytes, b"Zhang") && !holds(&kept.bytes, b"PK\x03\x04"));
    assert_eq!((kept.width, kept.height), (64, 64));
}

/// A PNG of 8 bits a sample (W3C PNG, 3rd edition, 5.3).
fn png_of(width: u32, height: u32, kind: u8, samples: &[u8]) -> Vec<u8> {
    let chunk = |name: &[u8; 4], body: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(body);
        [&u32::try_from(body.len()).unwrap().to_be_bytes()[..], name, body, &crc.sum().to_be_bytes()].concat()
    };
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, kind, 0, 0, 0]].concat();
    let row = (samples.len() / height as usize).max(1);
    let rows: Vec<u8> = samples.chunks(row).flat_map(|r| [&[0], r].concat()).collect();
    let mut packed = ZlibEncoder::new(vec![], Compression::fast());
    packed.write_all(&rows).unwrap();
    let body = packed.finish().unwrap();
    [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &chunk(b"IHDR", &head),
        &chunk(b"tEXt", b"Author\0Zhang"),
        &chunk(b"IDAT", &body),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

#[test]
fn a_png_becomes_a_photo_on_white_paper() {
    let clear = png_of(16, 16, 6, &[0; 16 * 16 * 4]);
    let (raw, _) = jpeg(&read(&clear).unwrap().bytes).unwrap();
    assert!(raw.rgb.iter().all(|c| *c > 250), "nothing on white is white");
    let grey = png_of(16, 16, 0, &[120; 16 * 16]);
    let kept = read(&grey).unwrap();
    let (raw, _) = jpeg(&kept.bytes).unwrap();
    assert!(raw.rgb.iter().all(|c| (110..130).contains(c)));
    assert!(!holds(&kept.bytes, b"Zhang"));
    let colours = png_of(16, 16, 2, &corners(16, 16).rgb);
    assert_eq!(corners_of(&read(&colours).unwrap()), "rgbb");
}

#[test]
fn what_is_no_photo_is_refused() {
    assert_eq!(read(b""), Err(NotAPhoto::NotReadable));
    assert_eq!(read(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(NotAPhoto::NotReadable));
    assert_eq!(read(&vec![0; MOST_BYTES + 1]), Err(NotAPhoto::TooLarge));
    let small = encode(&corners(64, 64)).unwrap().bytes;
    assert_eq!(read(&small[..20]), Err(NotAPhoto::NotReadable));
    // Files of a few bytes that say that they are large pictures: neither is unfolded.
    assert_eq!(read(&png_of(4_001, 4_000, 2, &[])), Err(NotAPhoto::TooManyPixels));
    let vast = png_of(100_000, 100_000, 2, &[]);
    assert!(matches!(read(&vast), Err(NotAPhoto::TooManyPixels | NotAPhoto::NotReadable)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Whatever is damaged: a photo or a refusal, never a panic.
    #[test]
    fn damage_does_no_harm(at in 0usize..2000, with: u8, cut in 0usize..4000, png: bool) {
        let whole = if png { png_of(16, 16, 2, &corners(16, 16).rgb) } else { encode(&corners(48, 32)).unwrap().bytes };
        let mut damaged = whole;
        let place = at % damaged.len();
        damaged[place] = with;
        damaged.truncate(cut.max(1));
        let _ = read(&damaged);
    }
}
