//! Where the files come from: a folder, or the demo township inside the program.
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::Wrong;

/// The files of one township by name.
#[derive(Debug, Clone, Default)]
pub struct Files {
    texts: BTreeMap<String, String>,
    photos: BTreeMap<String, Vec<u8>>,
}

/// What a folder may hold; other names are left alone.
pub const NAMES: [&str; 31] = [
    "station.toml",
    "divisions.csv",
    "villages.csv",
    "staff.csv",
    "people.csv",
    "venues.toml",
    "openings.toml",
    "reservations.csv",
    "waits.csv",
    "games.csv",
    "series.csv",
    "clubs.csv",
    "errands.toml",
    "matters.toml",
    "tickets.csv",
    "appointments.csv",
    "village-days.toml",
    "drop-offs.toml",
    "duty.toml",
    "deputies.toml",
    "seasons.toml",
    "activities.toml",
    "signups.csv",
    "fair.toml",
    "notices.toml",
    "opinions.toml",
    "library.toml",
    "titles.csv",
    "wishes.toml",
    "months.toml",
    "surveys.toml",
];

/// Where photos lie beside them.
const PHOTOS: &str = "photos";

macro_rules! sanhe {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../fixtures/sanhe/", $name)))
    };
}

const SANHE: [(&str, &str); 31] = [
    sanhe!("station.toml"),
    sanhe!("divisions.csv"),
    sanhe!("villages.csv"),
    sanhe!("staff.csv"),
    sanhe!("people.csv"),
    sanhe!("venues.toml"),
    sanhe!("openings.toml"),
    sanhe!("reservations.csv"),
    sanhe!("waits.csv"),
    sanhe!("games.csv"),
    sanhe!("series.csv"),
    sanhe!("clubs.csv"),
    sanhe!("errands.toml"),
    sanhe!("matters.toml"),
    sanhe!("tickets.csv"),
    sanhe!("appointments.csv"),
    sanhe!("village-days.toml"),
    sanhe!("drop-offs.toml"),
    sanhe!("duty.toml"),
    sanhe!("deputies.toml"),
    sanhe!("seasons.toml"),
    sanhe!("activities.toml"),
    sanhe!("signups.csv"),
    sanhe!("fair.toml"),
    sanhe!("notices.toml"),
    sanhe!("opinions.toml"),
    sanhe!("library.toml"),
    sanhe!("titles.csv"),
    sanhe!("wishes.toml"),
    sanhe!("months.toml"),
    sanhe!("surveys.toml"),
];

macro_rules! photo {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../../fixtures/sanhe/photos/", $name)))
    };
}

const SANHE_PHOTOS: [(&str, &[u8]); 3] = [photo!("fair.jpg"), photo!("yard.jpg"), photo!("reading-room.jpg")];

impl Files {
    /// The demo township.
    pub fn sanhe() -> Files {
        let texts = SANHE.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let photos = SANHE_PHOTOS.into_iter().map(|(name, photo)| (name.to_owned(), photo.to_owned())).collect();
        Files { texts, photos }
    }

    /// The files of a folder. Those that are not there are simply not there.
    pub fn of_folder(folder: &Path) -> io::Result<Files> {
        let mut texts = BTreeMap::new();
        for name in NAMES {
            match std::fs::read_to_string(folder.join(name)) {
                Ok(text) => {
                    // Spreadsheet programs begin a file with a mark that is no part of it.
                    texts.insert(name.to_owned(), text.trim_start_matches('\u{feff}').to_owned());
                }
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => return Err(io::Error::new(e.kind(), format!("{name}: {e}"))),
            }
        }
        Ok(Files { texts, photos: photos(&folder.join(PHOTOS))? })
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// A file of the folder of photos.
    pub fn photo(&self, name: &str) -> Option<&[u8]> {
        self.photos.get(name).map(Vec::as_slice)
    }

    pub(super) fn must(&self, name: &str) -> Result<&str, Wrong> {
        let why = "the folder has no such file; fixtures/sanhe is a pattern";
        let missing = Wrong { file: name.to_owned(), line: None, about: String::new(), why: why.to_owned() };
        self.get(name).ok_or(missing)
    }

    /// The same with another text of one file.
    pub fn with(mut self, name: &str, text: &str) -> Files {
        self.texts.insert(name.to_owned(), text.to_owned());
        self
    }
}

fn photos(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let entries = match std::fs::read_dir(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(found),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Cameras write IMG_0001.JPG.
        let small = name.to_ascii_lowercase();
        if [".jpg", ".jpeg", ".png"].iter().any(|end| small.ends_with(end)) {
            found.insert(name, std::fs::read(entry.path())?);
        }
    }
    Ok(found)
}

impl FromIterator<(String, String)> for Files {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(files: I) -> Files {
        Files { texts: files.into_iter().collect(), photos: BTreeMap::new() }
    }
}
