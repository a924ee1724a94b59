//! What the hall is served beside pages: the voice, the script that calls aloud, style sheets, and the numerals.
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response, Uri};
use axum::routing::get;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{Asset, assets};

use super::voice;
use crate::rules::{DeskId, Number};

/// MPEG-1/2 Audio Layer III (RFC 3003).
const MP3: &str = "audio/mpeg";

/// A piece that a station has recorded is not larger than this; a second at 128 kbit/s has 16 KB.
const MOST_BYTES: u64 = 256 * 1024;

/// The voice that comes with the program: (piece, address below `/assets/`, sound). `scripts/voice` makes it again.
macro_rules! ours {
    ($($piece:literal)*) => {
        [$((
            $piece,
            concat!("voice/", $piece, ".mp3"),
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/voice/", $piece, ".mp3")).as_slice(),
        )),*]
    };
}

static OURS: [(&str, &str, &[u8]); 42] = ours!(
    "chime" "qing" "hao" "dao" "haochuang" "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "10"
    "a" "b" "c" "d" "e" "f" "g" "h" "i" "j" "k" "l" "m" "n" "o" "p" "q" "r" "s" "t" "u" "v" "w" "x" "y" "z"
);

static FILES: LazyLock<[Asset; 5]> = LazyLock::new(|| {
    // Digits of screens and slips; phones have fonts of their own.
    let numerals = Asset::packed("num.woff2", "font/woff2", include_bytes!("../../assets/num.woff2").as_slice());
    let sheet = |name, text: &str| Asset::css(name, &text.replace("num.woff2", numerals.url()));
    [
        sheet("screen.css", include_str!("../../assets/screen.css")),
        sheet("kiosk.css", include_str!("../../assets/kiosk.css")),
        sheet("slip.css", include_str!("../../assets/slip.css")),
        Asset::js("hall.js", include_str!("../../assets/hall.js")),
        numerals,
    ]
});

/// Where a file of the hall is served. Unknown names lead to a 404, which the page tests would show.
pub fn url(name: &str) -> &'static str {
    FILES.iter().find(|a| a.name() == name).map_or("/assets/unknown", |a| a.url())
}

/// How many bytes it is as most browsers get it.
#[cfg(test)]
pub(super) fn sent(name: &str) -> usize {
    FILES.iter().find(|a| a.name() == name).map_or(usize::MAX, Asset::sent)
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES).route("/assets/voice/{piece}", get(piece))
}

/// The sounds of one house.
pub struct Voice(Vec<(&'static str, Asset)>);

/// A house's voice. Forty small files are read when the first screen asks; another voice needs a restart.
#[derive(Default)]
struct Spoken(OnceLock<Arc<Voice>>);

impl Voice {
    /// The voice of the settings: the station's own if there is one, ours where a piece of it cannot be had.
    pub fn of(house: &House) -> Arc<Voice> {
        let make = || Arc::new(Voice::read(house.settings.voice.as_deref()));
        house.shelf::<Spoken>().0.get_or_init(make).clone()
    }

    /// Reads a folder with a file to each piece of [`voice::names`]. What is missing or too large is said by our own voice,
    /// and the log says so: a call that nobody hears is worse than two voices.
    pub fn read(folder: Option<&Path>) -> Voice {
        let sound = |piece: &'static str, name: &'static str, ours: &[u8]| {
            let own = folder.and_then(|f| match own(&of(f, piece)) {
                Ok(bytes) => Some(bytes),
                Err(why) => {
                    tracing::warn!(piece, folder = %f.display(), why, "a piece of the recorded voice is not used");
                    None
                }
            });
            (piece, Asset::packed(name, MP3, own.unwrap_or_else(|| ours.to_vec())))
        };
        Voice(OURS.iter().map(|(piece, name, ours)| sound(piece, name, ours)).collect())
    }

    /// Where the sound of `piece` is served.
    pub fn url(&self, piece: &str) -> &str {
        self.0.iter().find(|(p, _)| *p == piece).map_or("/assets/voice/unknown", |(_, sound)| sound.url())
    }

    /// Where the sounds of a call are served, in the order in which they are played, with spaces between.
    pub fn call(&self, number: Number, desk: DeskId) -> String {
        voice::pieces(number, desk).into_iter().map(|p| self.url(p)).collect::<Vec<_>>().join(" ")
    }
}

/// The pieces that a folder with a recorded voice cannot say, each with the reason. They are said by our own voice.
pub fn lacking(folder: &Path) -> Vec<(&'static str, String)> {
    voice::names().filter_map(|piece| Some((piece, own(&of(folder, piece)).err()?))).collect()
}

fn of(folder: &Path, piece: &str) -> PathBuf {
    folder.join(format!("{piece}.mp3"))
}

/// A recorded piece, or why there is none.
fn own(file: &Path) -> Result<Vec<u8>, String> {
    let size = std::fs::metadata(file).map_err(|e| e.to_string())?.len();
    if size == 0 || size > MOST_BYTES {
        return Err(format!("it has {size} bytes; 1 to {MOST_BYTES} are allowed"));
    }
    std::fs::read(file).map_err(|e| e.to_string())
}

/// The address holds a hash of the sound, so whoever has it has it for good; an address of yesterday's voice is gone.
async fn piece(State(house): State<House>, uri: Uri, asked: HeaderMap) -> Result<Response<Body>, Fault> {
    let voice = Voice::of(&house);
    let sound = voice.0.iter().find(|(_, sound)| sound.url() == uri.path()).ok_or(Fault::NotFound)?;
    Ok(sound.1.answer(&asked))
}
