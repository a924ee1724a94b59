//! Photos that people send: decoded and encoded anew, so that the picture remains and nothing else – no place, no device, no
//! thumbnail of what was cut away. Turned upright first, and made as small as a screen needs.
mod exif;

use std::sync::Arc;

use jpeg_encoder::{ColorType, Encoder};
use tokio::sync::Semaphore;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;
use zune_png::PngDecoder;

use crate::fault::Fault;
use crate::house::House;

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 15 * 1024 * 1024;
/// The most pixels: what telephones make, and no file that unfolds to all of the memory.
const MOST_PIXELS: usize = 64_000_000;
/// The same of files that are unfolded whole before they are read: a progressive JPEG (8 bytes of coefficients a pixel), a PNG (16
/// bytes a pixel at most). Cameras write neither; screens are smaller.
const MOST_PIXELS_UNFOLDED: usize = 16_000_000;
/// Neither side is longer afterwards.
pub const LONGEST: usize = 1600;
/// Of 100; below this, letters on a photographed sheet blur.
const QUALITY: u8 = 80;

/// A JPEG (ITU-T T.81) without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Why a file is no photo that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPhoto {
    #[error("the file is larger than 15 MB")]
    TooLarge,
    #[error("the picture has more pixels than can be read: 64 million as cameras write it, else 16 million")]
    TooManyPixels,
    #[error("the file is neither a JPEG nor a PNG, or it is damaged")]
    NotReadable,
}

/// Reads a JPEG or PNG. The largest that may be takes seconds and hundreds of megabytes: see [`read_all`].
///
/// # Errors
/// [`NotAPhoto`].
pub fn read(file: &[u8]) -> Result<Photo, NotAPhoto> {
    if file.len() > MOST_BYTES {
        return Err(NotAPhoto::TooLarge);
    }
    let (raw, turn) = match file {
        [0xff, 0xd8, ..] => jpeg(file)?,
        [0x89, b'P', b'N', b'G', ..] => (png(file)?, 1),
        _ => return Err(NotAPhoto::NotReadable),
    };
    encode(&raw.shrunk().turned(turn))
}

/// One is read at a time, so that a small machine does not run out of memory.
struct AtOnce(Arc<Semaphore>);

impl Default for AtOnce {
    fn default() -> AtOnce {
        AtOnce(Arc::new(Semaphore::new(1)))
    }
}

/// Reads several, beside whatever else the program does.
///
/// # Errors
/// The inner one says which of them is none and why.
pub async fn read_all(house: &House, files: Vec<Vec<u8>>) -> Result<Result<Vec<Photo>, (usize, NotAPhoto)>, Fault> {
    let turn = house.shelf::<AtOnce>().0.clone().acquire_owned().await.map_err(Fault::broken)?;
    let all = move || {
        // Whoever hangs up does not stop the work: the turn ends with it and not with the request.
        let _turn = turn;
        files.iter().enumerate().map(|(n, file)| read(file).map_err(|why| (n, why))).collect()
    };
    tokio::task::spawn_blocking(all).await.map_err(Fault::broken)
}

/// Rows of three bytes a pixel.
struct Raw {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

fn fits(width: usize, height: usize, most: usize) -> Result<(usize, usize), NotAPhoto> {
    match width.checked_mul(height) {
        Some(0) => Err(NotAPhoto::NotReadable),
        Some(pixels) if pixels <= most => Ok((width, height)),
        _ => Err(NotAPhoto::TooManyPixels),
    }
}

fn not_readable<E>(_: E) -> NotAPhoto {
    NotAPhoto::NotReadable
}

/// The picture, and which way up it is (EXIF's orientation, 1 to 8).
fn jpeg(file: &[u8]) -> Result<(Raw, u16), NotAPhoto> {
    let options = DecoderOptions::new_safe().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(not_readable)?;
    let info = decoder.info().ok_or(NotAPhoto::NotReadable)?;
    let most = if info.sof.is_sequential_dct() { MOST_PIXELS } else { MOST_PIXELS_UNFOLDED };
    let (width, height) = fits(usize::from(info.width), usize::from(info.height), most)?;
    let turn = decoder.exif().and_then(|exif| exif::orientation(exif)).unwrap_or(1);
    let rgb = decoder.decode().map_err(not_readable)?;
    if rgb.len() != width * height * 3 {
        return Err(NotAPhoto::NotReadable);
    }
    Ok((Raw { width, height, rgb }, turn))
}

fn png(file: &[u8]) -> Result<Raw, NotAPhoto> {
    let options = DecoderOptions::new_safe().png_set_strip_to_8bit(true).inflate_set_limit(MOST_PIXELS_UNFOLDED * 9);
    let mut decoder = PngDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(not_readable)?;
    let (width, height) = decoder.dimensions().ok_or(NotAPhoto::NotReadable)?;
    let (width, height) = fits(width, height, MOST_PIXELS_UNFOLDED)?;
    let raw = decoder.decode_raw().map_err(not_readable)?;
    let channels = raw.len() / (width * height);
    if channels * width * height != raw.len() {
        return Err(NotAPhoto::NotReadable);
    }
    let rgb = match channels {
        1 => raw.iter().flat_map(|&grey| [grey; 3]).collect(),
        2 => raw.chunks_exact(2).flat_map(|p| [on_white(p[0], p[1]); 3]).collect(),
        3 => raw,
        4 => raw.chunks_exact(4).flat_map(|p| [0, 1, 2].map(|c| on_white(p[c], p[3]))).collect(),
        _ => return Err(NotAPhoto::NotReadable),
    };
    Ok(Raw { width, height, rgb })
}

/// What shows of a colour that lets some of the white paper through.
fn on_white(colour: u8, opacity: u8) -> u8 {
    let (colour, opacity) = (u16::from(colour), u16::from(opacity));
    u8::try_from((colour * opacity + 255 * (255 - opacity)) / 255).unwrap_or(u8::MAX)
}

impl Raw {
    /// Neither side longer than [`LONGEST`]: each new pixel is the mean of those that it stands for.
    fn shrunk(self) -> Raw {
        let longest = self.width.max(self.height);
        if longest <= LONGEST {
            return self;
        }
        let side = |n: usize| (n * LONGEST / longest).max(1);
        let (width, height) = (side(self.width), side(self.height));
        let part = |n: usize, of: usize, whole: usize| (n * whole / of, ((n + 1) * whole / of).max(n * whole / of + 1));
        let columns: Vec<_> = (0..width).map(|x| part(x, width, self.width)).collect();
        let mut rgb = Vec::with_capacity(width * height * 3);
        for y in 0..height {
            let (top, bottom) = part(y, height, self.height);
            rgb.extend(columns.iter().flat_map(|&across| self.mean(across, (top, bottom))));
        }
        Raw { width, height, rgb }
    }

    fn mean(&self, (left, right): (usize, usize), (top, bottom): (usize, usize)) -> [u8; 3] {
        let mut sum = [0_usize; 3];
        for y in top..bottom {
            let row = &self.rgb[(y * self.width + left) * 3..(y * self.width + right) * 3];
            for pixel in row.chunks_exact(3) {
                sum = [sum[0] + usize::from(pixel[0]), sum[1] + usize::from(pixel[1]), sum[2] + usize::from(pixel[2])];
            }
        }
        let n = (right - left) * (bottom - top);
        sum.map(|s| u8::try_from((s + n / 2) / n).unwrap_or(u8::MAX))
    }

    /// Upright (EXIF 2.32, 4.6.5: where the first row and the first column of what was stored belong).
    fn turned(self, turn: u16) -> Raw {
        if !(2..=8).contains(&turn) {
            return self;
        }
        let (w, h) = (self.width, self.height);
        let (width, height) = if turn >= 5 { (h, w) } else { (w, h) };
        let mut rgb = Vec::with_capacity(self.rgb.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match turn {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                let at = (from_y * w + from_x) * 3;
                rgb.extend_from_slice(&self.rgb[at..at + 3]);
            }
        }
        Raw { width, height, rgb }
    }
}

fn encode(raw: &Raw) -> Result<Photo, NotAPhoto> {
    let short = |n: usize| u16::try_from(n).map_err(not_readable);
    let (width, height) = (short(raw.width)?, short(raw.height)?);
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    // The whole picture is seen early on a slow line, coarse at first.
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&raw.rgb, width, height, ColorType::Rgb).map_err(not_readable)?;
    Ok(Photo { bytes, width: width.into(), height: height.into() })
}

#[cfg(test)]
mod tests;
