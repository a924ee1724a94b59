//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use data_encoding::BASE64;
use kernel::form::Problems;
use kernel::photo::Photo;
use people::{Phone, PhoneProblem};
use serde::{Deserialize, Serialize};
use stations::Point;
use utoipa::ToSchema;

use crate::acts::New;
use crate::rules::{Choice, MOST_IN_NAME, MOST_IN_PLACE, MOST_IN_TEXT, Receipt, Satisfied, Source, Stamp, text_of};

/// Something that is wrong, or in the way. No name of whoever says it is asked for.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOpinion {
    #[schema(max_length = 2000, example = "骆驼堡村文化广场的路灯坏了三天")]
    pub text: String,
    /// The id of a category; without one a manager decides.
    #[serde(default)]
    #[schema(format = Uuid)]
    pub category: Option<String>,
    /// Where, in words.
    #[serde(default)]
    #[schema(max_length = 100, example = "骆驼堡村文化广场")]
    pub place: Option<String>,
    /// Degrees north (WGS 84), together with `lon`.
    #[serde(default)]
    #[schema(minimum = -90, maximum = 90)]
    pub lat: Option<f64>,
    #[serde(default)]
    #[schema(minimum = -180, maximum = 180)]
    pub lon: Option<f64>,
    /// About whom: to them the opinion is not there.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub about: Vec<Choice>,
    /// Each a JPEG or PNG in base64. Where and when it was taken is removed.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub photos: Vec<String>,
    /// For messages that say that there is news, and nothing else. Kept apart; nobody who handles the opinion can read it.
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// A masked version and the answer may be published.
    #[serde(default)]
    pub may_publish: bool,
    /// Asked for only while far more opinions come than people can write.
    #[serde(default)]
    pub stamp: Option<Stamp>,
}

/// More than anybody ticks.
const MOST_ABOUT: usize = 20;

impl NewOpinion {
    /// `photos` have been read already, and what was wrong with them is among the problems.
    ///
    /// # Errors
    /// Field by field, what cannot be read.
    pub fn checked(&self, mut problems: Problems, photos: Vec<Photo>, source: Source) -> Result<New, Problems> {
        let text = text(&mut problems, (&self.text, "text"));
        let category = match self.category.as_deref() {
            None => None,
            Some(id) => problems.take("category", id.parse(), "opinions-category-unknown"),
        };
        let place = self.place.as_deref().map(text_of).filter(|p| !p.is_empty());
        if place.as_ref().is_some_and(|p| p.chars().count() > MOST_IN_PLACE) {
            problems.add_with("place", "opinions-place-too-long", vec![("most", MOST_IN_PLACE.to_string())]);
        }
        let point = self.point(&mut problems);
        let about = self.about.iter().filter(|c| !c.name().trim().is_empty()).cloned().collect::<Vec<_>>();
        if about.len() > MOST_ABOUT {
            problems.add("about", "opinions-about-too-many");
        }
        if about.iter().any(|c| c.name().chars().count() > MOST_IN_NAME) {
            problems.add_with("about", "opinions-about-too-long", vec![("most", MOST_IN_NAME.to_string())]);
        }
        let phone = self.phone.as_deref().filter(|p| !p.trim().is_empty());
        let phone = phone.and_then(|typed| phone_of(&mut problems, typed));
        let may_publish = self.may_publish;
        problems.or_else_all(text.map(|text| New {
            text,
            category,
            place,
            point,
            about,
            photos,
            phone,
            may_publish,
            source,
            partner: None,
        }))
    }

    fn point(&self, problems: &mut Problems) -> Option<Point> {
        let point = match (self.lat, self.lon) {
            (None, None) => return None,
            (Some(lat), Some(lon)) => Point::new(lat, lon),
            _ => None,
        };
        if point.is_none() {
            problems.add("lat", "opinions-point-odd");
        }
        point
    }

    /// The files behind the texts of the body. What is no base64 is no photo, and is refused as such.
    pub fn files(&self) -> Vec<Vec<u8>> {
        decoded(&self.photos)
    }
}

/// Photos as the JSON API takes them.
pub fn decoded(photos: &[String]) -> Vec<Vec<u8>> {
    photos.iter().map(|text| BASE64.decode(text.trim().as_bytes()).unwrap_or_default()).collect()
}

/// What somebody writes, as it is kept.
pub fn text(problems: &mut Problems, (typed, field): (&str, &'static str)) -> Option<String> {
    let text = text_of(typed);
    match text.chars().count() {
        0 => problems.add(field, "opinions-text-empty"),
        n if n > MOST_IN_TEXT => {
            problems.add_with(field, "opinions-text-too-long", vec![("most", MOST_IN_TEXT.to_string())]);
        }
        _ => return Some(text),
    }
    None
}

pub fn phone_of(problems: &mut Problems, typed: &str) -> Option<Phone> {
    let read: Result<Phone, PhoneProblem> = typed.trim().parse();
    read.map_err(|p| problems.add("phone", p.key())).ok()
}

/// The receipt that somebody typed.
///
/// # Errors
/// It is missing, or a digit is wrong.
pub fn receipt(typed: &str) -> Result<Receipt, Problems> {
    let mut problems = Problems::default();
    let key = if typed.trim().is_empty() { "opinions-receipt-empty" } else { "opinions-receipt-odd" };
    let read = problems.take("receipt", Receipt::parse(typed).ok_or(()), key);
    problems.or_else_all(read)
}

/// Who asks: whoever has the receipt. It stands in the body, never in an address.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionReceipt {
    /// 16 digits; blanks and dashes between them are passed over.
    #[schema(max_length = 40)]
    pub receipt: String,
}

/// Words with a receipt: a reply, why it is not solved, why it should not be hidden.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionReply {
    #[schema(max_length = 40)]
    pub receipt: String,
    #[schema(max_length = 2000)]
    pub text: String,
}

/// Why it is not solved, with photos that show it.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionDispute {
    #[schema(max_length = 40)]
    pub receipt: String,
    #[schema(max_length = 2000)]
    pub text: String,
    /// Each a JPEG or PNG in base64.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub photos: Vec<String>,
}

#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionSolved {
    #[schema(max_length = 40)]
    pub receipt: String,
    /// Voluntary.
    #[serde(default)]
    pub satisfied: Option<Satisfied>,
}

#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionPublication {
    #[schema(max_length = 40)]
    pub receipt: String,
    pub allow: bool,
}

#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionPhone {
    #[schema(max_length = 40)]
    pub receipt: String,
    /// Without one, the number that is kept is erased.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub phone: Option<String>,
}
