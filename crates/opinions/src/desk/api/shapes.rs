//! What the desk's calls answer. Who said something is in none of them: no number, no receipt.
use jiff::Timestamp;
use jiff::civil::Date;
use people::StaffId;
use serde::Serialize;
use stations::Point;
use utoipa::ToSchema;

use crate::answers::{Byline, Case, Category, DeskPost, Hiding, Line, NamedOne, SeenStep, Template};
use crate::rules::{Choice, Clocks, Due, NamedBy, Source, State, Step};
use crate::{CategoryId, NamedId, OpinionId, PhotoId, PostId, TemplateId};

/// Somebody of staff.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionHandler)]
pub struct HandlerShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: StaffId,
    pub name: String,
}

impl HandlerShape {
    fn of((id, name): &(StaffId, String)) -> HandlerShape {
        HandlerShape { id: *id, name: name.clone() }
    }
}

/// One opinion in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionLine)]
pub struct LineShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: OpinionId,
    #[schema(example = "2026-4827")]
    pub number: String,
    pub state: State,
    pub source: Source,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub category: Option<CategoryId>,
    #[schema(value_type = String, format = Date)]
    pub received_on: Date,
    /// Until when the next thing is owed.
    pub due: Due,
    pub assigned: Option<HandlerShape>,
    pub first_words: String,
    pub photos: usize,
    /// It was answered before, and whoever said it says that it is not solved. The clock never stopped.
    pub reopened: bool,
    /// Something was asked and not replied to.
    pub question_open: bool,
    pub may_publish: bool,
    /// A hiding or an appeal waits for whoever asks this.
    pub to_decide: bool,
}

impl LineShape {
    pub fn of(line: &Line) -> LineShape {
        LineShape {
            id: line.id,
            number: line.number.clone(),
            state: line.state,
            source: line.source,
            category: line.category.as_ref().map(|c| c.id),
            received_on: line.received_on,
            due: line.due,
            assigned: line.assigned.as_ref().map(HandlerShape::of),
            first_words: line.first_words.clone(),
            photos: line.photos,
            reopened: line.reopened,
            question_open: line.question_open,
            may_publish: line.may_publish,
            to_decide: line.to_decide,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionInbox)]
pub struct InboxShape {
    /// How many are given to whoever asks, and have not ended.
    pub mine: usize,
    /// How many have not ended, of those that they may see.
    pub open: usize,
    /// How many of these are late.
    pub late: usize,
    /// Late ones first, then by the day on which they are due.
    pub opinions: Vec<LineShape>,
}

/// Who did a step: `reporter`, `station` or `time`.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionDeskBy)]
pub enum ByShape {
    Reporter,
    Station,
    Time,
}

/// One line of the history.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionDeskStep)]
pub struct StepShape {
    /// Of what whoever said it did: the beginning of its day.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub step: Step,
    pub by: ByShape,
    pub name: Option<String>,
    pub desk: Option<String>,
    pub text: Option<String>,
    /// To whom it was given.
    pub to: Option<String>,
}

impl StepShape {
    fn of(s: &SeenStep) -> StepShape {
        let (by, name, desk) = match &s.by {
            Byline::Reporter => (ByShape::Reporter, None, None),
            Byline::Time => (ByShape::Time, None, None),
            Byline::Station { desk, name } => (ByShape::Station, name.clone(), desk.clone()),
        };
        StepShape { at: s.at, step: s.step, by, name, desk, text: s.text.clone(), to: s.to.clone() }
    }
}

/// Whom it is about.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionNamed)]
pub struct NamedShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: NamedId,
    pub name: String,
    pub by: NamedBy,
    /// It was found that it is not about them.
    pub lifted: bool,
}

impl NamedShape {
    fn of(n: &NamedOne) -> NamedShape {
        NamedShape { id: n.id, name: n.name.clone(), by: n.by, lifted: n.lifted }
    }
}

/// The last request to hide what is public.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionHidingAsked)]
pub struct HidingShape {
    pub asked_by: HandlerShape,
    pub reason: String,
    /// Null: it waits for a second hand.
    pub hidden: Option<bool>,
    pub decided_by: Option<String>,
    pub appeal: Option<String>,
    /// Null: the appeal, if there is one, waits for somebody who was not the first.
    pub shown_again: Option<bool>,
    /// Whether whoever asks this may decide what is to be decided now.
    pub may_decide: bool,
}

impl HidingShape {
    fn of(h: &Hiding) -> HidingShape {
        HidingShape {
            asked_by: HandlerShape::of(&h.asked_by),
            reason: h.reason.clone(),
            hidden: h.hide,
            decided_by: h.decided_by.clone(),
            appeal: h.appeal.clone(),
            shown_again: h.shown_again,
            may_decide: h.may_decide,
        }
    }
}

/// What everybody may read, or will.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionDeskPost)]
pub struct PostShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: PostId,
    pub title: String,
    pub text: String,
    pub answer: Option<String>,
    pub address: String,
    pub with_point: bool,
    #[schema(value_type = Option<String>, format = Date)]
    pub released_on: Option<Date>,
    /// It is released with others, not before this Monday.
    #[schema(value_type = Option<String>, format = Date)]
    pub not_before: Option<Date>,
    pub hidden: bool,
    pub hiding: Option<HidingShape>,
}

impl PostShape {
    pub fn of(p: &DeskPost) -> PostShape {
        PostShape {
            id: p.id,
            title: p.title.clone(),
            text: p.text.clone(),
            answer: p.answer.clone(),
            address: p.address.clone(),
            with_point: p.with_point,
            released_on: p.released_on,
            not_before: p.not_before,
            hidden: p.hidden,
            hiding: p.hiding.as_ref().map(HidingShape::of),
        }
    }
}

/// Proposed for everybody to read: names and numbers that can be known are covered.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpinionMasked)]
pub struct MaskedShape {
    pub text: String,
    pub answer: String,
    pub address: String,
}

/// Degrees north and east (WGS 84).
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpinionPoint)]
pub struct PointShape {
    pub lat: f64,
    pub lon: f64,
}

impl PointShape {
    fn of(p: &Point) -> PointShape {
        PointShape { lat: p.lat, lon: p.lon }
    }
}

/// One opinion, for whoever handles it. That they looked at it is written down, for whoever said it to read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionCase)]
pub struct CaseShape {
    #[serde(flatten)]
    pub line: LineShape,
    /// Empty once it was erased.
    pub text: String,
    pub place: Option<String>,
    pub point: Option<PointShape>,
    /// Of its photos; `photos` is how many.
    #[schema(value_type = Vec<String>)]
    pub photo_ids: Vec<PhotoId>,
    pub steps: Vec<StepShape>,
    pub named: Vec<NamedShape>,
    pub could_be_named: Vec<Choice>,
    /// Nobody whom it is about is among them.
    pub assignable: Vec<HandlerShape>,
    /// What could be the same, the likest first: only for managers.
    pub similar: Vec<LineShape>,
    pub post: Option<PostShape>,
    pub masked: MaskedShape,
    /// The last day on which they are waited for after an answer.
    #[schema(value_type = Option<String>, format = Date)]
    pub speak_until: Option<Date>,
}

impl CaseShape {
    pub fn of(case: &Case) -> CaseShape {
        let m = &case.masked;
        CaseShape {
            line: LineShape::of(&case.line),
            text: case.text.clone(),
            place: case.place.clone(),
            point: case.point.as_ref().map(PointShape::of),
            photo_ids: case.photos.clone(),
            steps: case.steps.iter().map(StepShape::of).collect(),
            named: case.named.iter().map(NamedShape::of).collect(),
            could_be_named: case.could_be_named.clone(),
            assignable: case.assignable.iter().map(HandlerShape::of).collect(),
            similar: case.similar.iter().map(LineShape::of).collect(),
            post: case.post.as_ref().map(PostShape::of),
            masked: MaskedShape { text: m.text.clone(), answer: m.answer.clone(), address: m.address.clone() },
            speak_until: case.speak_until,
        }
    }
}

/// What an opinion may be about, with its clocks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionDeskCategory)]
pub struct CategoryShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: CategoryId,
    pub slug: String,
    pub name_zh: String,
    pub name_en: String,
    pub clocks: Clocks,
    pub elsewhere_zh: String,
    pub elsewhere_en: String,
    pub retired: bool,
}

impl CategoryShape {
    pub fn of(c: &Category) -> CategoryShape {
        CategoryShape {
            id: c.id,
            slug: c.slug.clone(),
            name_zh: c.name_zh.clone(),
            name_en: c.name_en.clone(),
            clocks: c.clocks,
            elsewhere_zh: c.elsewhere_zh.clone(),
            elsewhere_en: c.elsewhere_en.clone(),
            retired: c.retired,
        }
    }
}

/// Words to answer with.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionTemplateKept)]
pub struct TemplateShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TemplateId,
    pub title: String,
    pub text: String,
}

impl TemplateShape {
    pub fn of(t: &Template) -> TemplateShape {
        TemplateShape { id: t.id, title: t.title.clone(), text: t.text.clone() }
    }
}

/// The receipt of a paper that was typed in: told once, to be handed over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionPaperReceipt)]
pub struct ReceiptShape {
    #[schema(example = "1234 5678 9012 3456")]
    pub receipt: String,
}
