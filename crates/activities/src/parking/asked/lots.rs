//! A lot as a manager writes it, closes it, and gives links for it.
use jiff::civil::Time;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fairday::text::{MOST_IN_A_NAME, MOST_IN_A_REASON, line, must};
use crate::parking::acts::{Draft, DraftBays};
use crate::parking::rules::{Class, Held, Name};

/// The bays of one class.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingBays {
    pub class: Class,
    #[schema(minimum = 1, maximum = 5000)]
    pub capacity: i32,
    /// Bays that nobody is sent to, and why.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub held: Vec<Held>,
}

/// A lot as a manager writes it. Times are of the fair's day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingLot {
    /// The same every year: advice compares by it.
    #[schema(min_length = 2, max_length = 20, pattern = "^[a-z0-9-]+$", example = "compound")]
    pub slug: String,
    pub name: Name,
    #[serde(default)]
    #[schema(max_length = 60)]
    pub address: String,
    #[serde(default)]
    #[schema(minimum = -90, maximum = 90)]
    pub lat: Option<f64>,
    #[serde(default)]
    #[schema(minimum = -180, maximum = 180)]
    pub lon: Option<f64>,
    /// Lots fill in this order.
    #[schema(minimum = 1, maximum = 20)]
    pub place: i16,
    /// Per cent taken from which people are sent to the next lot.
    #[schema(minimum = 10, maximum = 100)]
    pub threshold: i16,
    #[schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", max_length = 5, example = "07:00")]
    pub opens: String,
    #[schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", max_length = 5, example = "19:00")]
    pub closes: String,
    /// When every car must have left; empty as if it were left out.
    #[serde(default)]
    #[schema(pattern = "^([0-2][0-9]:[0-5][0-9])?$", max_length = 5, example = "18:30")]
    pub leave_by: Option<String>,
    #[schema(min_items = 1, max_items = 4)]
    pub bays: Vec<NewParkingBays>,
}

fn is_slug(text: &str) -> bool {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (2..=20).contains(&text.len()) && text.chars().all(fine)
}

impl NewParkingLot {
    pub fn checked(&self) -> Result<Draft, Problems> {
        let mut problems = Problems::default();
        let p = &mut problems;
        if !is_slug(&self.slug) {
            p.add("slug", "parking-bad-slug");
        }
        let zh = must(p, "name_zh", &self.name.zh, MOST_IN_A_NAME);
        let en = line(p, "name_en", &self.name.en, 60);
        let address = line(p, "address", &self.address, MOST_IN_A_REASON);
        let at = self.lat.zip(self.lon);
        if at.is_some_and(|(lat, lon)| !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon))
            || self.lat.is_some() != self.lon.is_some()
        {
            p.add("at", "parking-bad-at");
        }
        if !(1..=20).contains(&self.place) {
            p.add("place", "parking-bad-place");
        }
        if !(10..=100).contains(&self.threshold) {
            p.add("threshold", "parking-bad-threshold");
        }
        let opens: Option<Time> = p.take("opens", self.opens.trim().parse(), "fairday-not-a-time");
        let closes: Option<Time> = p.take("closes", self.closes.trim().parse(), "fairday-not-a-time");
        let leave_by = self.leave_by.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let leave_by: Option<Time> = leave_by.and_then(|t| p.take("leave_by", t.parse(), "fairday-not-a-time"));
        let (Some(opens), Some(closes)) = (opens, closes) else { return Err(problems) };
        if closes <= opens {
            p.add("closes", "parking-bad-times");
        }
        if leave_by.is_some_and(|by| by <= opens || by > closes) {
            p.add("leave_by", "parking-bad-leave");
        }
        let bays = self.bays(p);
        let name = Name { zh, en };
        let (slug, place, threshold) = (self.slug.clone(), self.place, self.threshold);
        problems.or_else_all(Some(Draft { slug, name, address, at, place, threshold, opens, closes, leave_by, bays }))
    }

    fn bays(&self, problems: &mut Problems) -> Vec<DraftBays> {
        let mut all: Vec<DraftBays> = vec![];
        for b in &self.bays {
            if !(1..=5000).contains(&b.capacity) || b.held.iter().any(|h| !(1..=5000).contains(&h.bays)) {
                problems.add("bays", "parking-bad-bays");
            }
            if b.held.iter().map(|h| i64::from(h.bays)).sum::<i64>() > i64::from(b.capacity) {
                problems.add("bays", "parking-bad-held");
            }
            if all.iter().any(|one| one.class == b.class) {
                problems.add("bays", "parking-bad-bays");
            }
            all.push(DraftBays { class: b.class, capacity: b.capacity, held: b.held.clone() });
        }
        if all.is_empty() {
            problems.add("bays", "parking-bad-none");
        }
        all
    }
}

/// A lot is closed by hand, or opened again.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParkingClosing {
    /// Everybody reads it. Left out: the lot opens again.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 60, example = "河水上来了")]
    pub why: Option<String>,
}

impl ParkingClosing {
    pub fn checked(&self) -> Result<Option<String>, Problems> {
        let mut problems = Problems::default();
        let why = self.why.as_deref().map(|why| must(&mut problems, "why", why, MOST_IN_A_REASON));
        problems.or_else_all(Some(why))
    }
}

/// A link for a marshal.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingPass {
    /// Where whoever has it stands.
    #[schema(min_length = 1, max_length = 40, example = "东门")]
    pub label: String,
}

impl NewParkingPass {
    pub fn checked(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let label = must(&mut problems, "label", &self.label, MOST_IN_A_NAME);
        problems.or_else_all(Some(label))
    }
}
