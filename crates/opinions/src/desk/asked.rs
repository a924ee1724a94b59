//! What staff ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use kernel::form::Problems;
use people::{Phone, PhoneProblem, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::acts::{CategoryDraft, New, PublicText};
use crate::answers::Setting;
use crate::rules::{Choice, Clocks, MOST_IN_NAME, MOST_IN_PLACE, MOST_IN_TEXT, Source, text_of};
use crate::{CategoryId, NamedId, OpinionId};

/// So many characters go into a line: a title, an address, whom to turn to.
pub const MOST_IN_LINE: u32 = 200;
/// For so many days after the end texts and photos may be kept.
pub const LEAST_KEPT: i16 = 90;
pub const MOST_KEPT: i16 = 1095;

/// What it is about, and who looks after it. Its clock is the category's.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionScreening {
    /// Left out it stays what it is.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub category: Option<CategoryId>,
    /// Left out nobody looks after it yet.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub to: Option<StaffId>,
}

/// Who handles it from now on. The clock does not start again.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionAssignment {
    #[schema(value_type = String, format = Uuid)]
    pub to: StaffId,
}

/// A question, an answer or a note.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionWords {
    #[schema(max_length = 2000)]
    pub text: String,
}

/// Where whoever said it should turn instead.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionElsewhere {
    #[schema(max_length = 2000)]
    pub elsewhere: String,
}

/// The opinion that it becomes a part of.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionMerge {
    #[schema(value_type = String, format = Uuid)]
    pub into: OpinionId,
}

/// Somebody whom it is about: from then on it is not there for them.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionNaming {
    pub about: Choice,
}

/// Somebody whom it is not about after all. Whom the reporter named stays.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionLifting {
    #[schema(value_type = String, format = Uuid)]
    pub named: NamedId,
}

/// What everybody may read, without whoever it could name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionPublicVersion {
    #[schema(max_length = 200)]
    pub title: String,
    #[schema(max_length = 2000)]
    pub text: String,
    /// Empty for none.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub answer: String,
    /// Where, in words; empty for nowhere.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub address: String,
    /// Shows the place on the map to a hundred metres.
    #[serde(default)]
    pub with_point: bool,
}

/// Why a public opinion should be hidden. Whoever wrote it reads this.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionHiding {
    #[schema(max_length = 2000)]
    pub reason: String,
}

/// What the second hand says to hiding, or somebody else to an appeal.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionDecision {
    /// It is hidden, or stays so.
    pub hidden: bool,
}

/// How a paper came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionPaperSource)]
pub enum PaperSource {
    /// From the box.
    #[default]
    Paper,
    /// Somebody said it at the desk.
    Desk,
}

/// An opinion that came on paper, or was said at the desk, as a clerk types it in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPaperOpinion {
    #[schema(max_length = 2000)]
    pub text: String,
    #[serde(default)]
    pub source: PaperSource,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub category: Option<CategoryId>,
    #[serde(default)]
    #[schema(max_length = 100)]
    pub place: Option<String>,
    /// About whom: to them the opinion is not there.
    #[serde(default)]
    pub about: Vec<Choice>,
    /// For messages that say that there is news. Once it is sent nobody reads it again.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub phone: Option<String>,
    #[serde(default)]
    pub may_publish: bool,
}

/// What opinions may be about, with its clocks in working days, both from the day on which one came.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionCategoryDraft {
    /// Its code for programs: small letters, digits and dashes.
    #[schema(max_length = 40, example = "roads")]
    pub slug: String,
    #[schema(max_length = 30)]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 60)]
    pub name_en: String,
    #[schema(minimum = 1, maximum = 30)]
    pub screen_days: u8,
    #[schema(minimum = 1, maximum = 90)]
    pub answer_days: u8,
    /// Where to go with what is not for the station; may be empty.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub elsewhere_zh: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub elsewhere_en: String,
    #[serde(default)]
    pub retired: bool,
}

/// Words to answer with.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionTemplateDraft {
    /// At most 40 characters, without what cannot be read.
    pub title: String,
    #[schema(max_length = 2000)]
    pub text: String,
}

/// Whom people turn to where all who run the station are named, and how long texts and photos are kept.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionSetting {
    /// Empty for the usual office.
    #[schema(max_length = 200)]
    pub oversight_zh: String,
    #[schema(max_length = 200)]
    pub oversight_en: String,
    /// Days after the end.
    #[schema(minimum = 90, maximum = 1095)]
    pub keep_days: i16,
}

/// One line without what cannot be read.
fn line(problems: &mut Problems, field: &'static str, typed: &str, (most, needed): (u32, bool)) -> String {
    let text = text_of(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    bounded(problems, field, text, (usize::try_from(most).unwrap_or(usize::MAX), needed))
}

/// Words of several lines, without what cannot be read.
pub fn words(problems: &mut Problems, field: &'static str, typed: &str, needed: bool) -> String {
    bounded(problems, field, text_of(typed), (MOST_IN_TEXT, needed))
}

fn bounded(problems: &mut Problems, field: &'static str, text: String, (most, needed): (usize, bool)) -> String {
    match text.chars().count() {
        0 if needed => problems.add(field, "opinions-desk-wrong-empty"),
        n if n > most => problems.add_with(field, "opinions-desk-wrong-long", vec![("most", most.to_string())]),
        _ => {}
    }
    text
}

/// One text that must be there; `field` is what the form calls it.
///
/// # Errors
/// It is empty, or too long.
pub fn text(field: &'static str, typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    let text = words(&mut problems, field, typed, true);
    problems.or_else_all(Some(text))
}

impl OpinionPublicVersion {
    /// `fields` are what the form calls title, text, answer and address.
    ///
    /// # Errors
    /// Something is empty, or too long.
    pub fn checked(&self, [title, text, answer, address]: [&'static str; 4]) -> Result<PublicText, Problems> {
        let mut problems = Problems::default();
        let title = line(&mut problems, title, &self.title, (MOST_IN_LINE, true));
        let text = words(&mut problems, text, &self.text, true);
        let answer = words(&mut problems, answer, &self.answer, false);
        let address = line(&mut problems, address, &self.address, (MOST_IN_LINE, false));
        let answer = Some(answer).filter(|a| !a.is_empty());
        problems.or_else_all(Some(PublicText { title, text, answer, address, with_point: self.with_point }))
    }
}

impl NewPaperOpinion {
    /// # Errors
    /// Field by field, what cannot be read.
    pub fn checked(&self) -> Result<New, Problems> {
        let mut problems = Problems::default();
        let text = words(&mut problems, "text", &self.text, true);
        let place = line(&mut problems, "place", self.place.as_deref().unwrap_or_default(), (place_most(), false));
        if self.about.iter().any(|c| c.name().trim().is_empty() || c.name().chars().count() > MOST_IN_NAME) {
            problems.add("other", "opinions-desk-wrong-name");
        }
        let phone = self.phone.as_deref().filter(|p| !p.trim().is_empty());
        let phone = phone.and_then(|typed| {
            let read: Result<Phone, PhoneProblem> = typed.trim().parse();
            read.map_err(|p| problems.add("phone", p.key())).ok()
        });
        let source = if self.source == PaperSource::Desk { Source::Desk } else { Source::Paper };
        problems.or_else_all(Some(New {
            text,
            category: self.category,
            place: Some(place).filter(|p| !p.is_empty()),
            point: None,
            about: self.about.clone(),
            photos: vec![],
            phone,
            may_publish: self.may_publish,
            source,
            partner: None,
        }))
    }
}

fn place_most() -> u32 {
    u32::try_from(MOST_IN_PLACE).unwrap_or(u32::MAX)
}

impl OpinionCategoryDraft {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self) -> Result<CategoryDraft, Problems> {
        let mut problems = Problems::default();
        let (most_screen, most_answer) = (Clocks::MOST_SCREEN_DAYS, Clocks::MOST_ANSWER_DAYS);
        let mut days = |field, n: u8, most: u8| {
            if !(1..=most).contains(&n) {
                problems.add_with(field, "opinions-desk-wrong-days", vec![("most", most.to_string())]);
            }
        };
        days("screen_days", self.screen_days, most_screen);
        days("answer_days", self.answer_days, most_answer);
        if self.answer_days < self.screen_days {
            problems.add("answer_days", "opinions-desk-wrong-answer-days");
        }
        let slug = self.slug.trim().to_ascii_lowercase();
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if slug.is_empty() || slug.len() > 40 || !slug.chars().all(fits) {
            problems.add("slug", "opinions-desk-wrong-slug");
        }
        let draft = CategoryDraft {
            slug,
            name_zh: line(&mut problems, "name_zh", &self.name_zh, (30, true)),
            name_en: line(&mut problems, "name_en", &self.name_en, (60, false)),
            clocks: Clocks { screen_days: self.screen_days, answer_days: self.answer_days },
            elsewhere_zh: words(&mut problems, "elsewhere_zh", &self.elsewhere_zh, false),
            elsewhere_en: words(&mut problems, "elsewhere_en", &self.elsewhere_en, false),
            retired: self.retired,
        };
        problems.or_else_all(Some(draft))
    }
}

impl OpinionTemplateDraft {
    /// # Errors
    /// Something is empty, or too long.
    pub fn checked(&self) -> Result<(String, String), Problems> {
        let mut problems = Problems::default();
        let title = line(&mut problems, "title", &self.title, (40, true));
        let text = words(&mut problems, "text", &self.text, true);
        problems.or_else_all(Some((title, text)))
    }
}

impl OpinionSetting {
    pub fn of(s: &Setting) -> OpinionSetting {
        let Setting { oversight_zh, oversight_en, keep_days } = s.clone();
        OpinionSetting { oversight_zh, oversight_en, keep_days }
    }

    /// # Errors
    /// Something is too long, or the days are too few or too many.
    pub fn checked(&self) -> Result<Setting, Problems> {
        let mut problems = Problems::default();
        if !(LEAST_KEPT..=MOST_KEPT).contains(&self.keep_days) {
            let shown = vec![("least", LEAST_KEPT.to_string()), ("most", MOST_KEPT.to_string())];
            problems.add_with("keep_days", "opinions-desk-wrong-keep-days", shown);
        }
        let oversight_zh = line(&mut problems, "oversight_zh", &self.oversight_zh, (MOST_IN_LINE, false));
        let oversight_en = line(&mut problems, "oversight_en", &self.oversight_en, (MOST_IN_LINE, false));
        problems.or_else_all(Some(Setting { oversight_zh, oversight_en, keep_days: self.keep_days }))
    }
}
