//! What the API says of opinions: to whoever has the receipt, and to everybody.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::share::{Share, Sure};
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::answers::{Byline, Category, Post, PublicState, Seen, SeenStep, Viewed};
use crate::public::paths::post_path;
use crate::rules::{Clocks, Due, Figures, Look, State, Step};
use crate::{CategoryId, PostId, says};

/// What an opinion may be about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionCategory)]
pub struct CategoryShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: CategoryId,
    /// Its code; stable.
    pub slug: String,
    pub name: String,
    /// In working days, from the day on which the opinion comes.
    pub clocks: Clocks,
}

impl CategoryShape {
    pub fn of(v: &View, category: &Category) -> CategoryShape {
        CategoryShape {
            id: category.id,
            slug: category.slug.clone(),
            name: says::category(v, category),
            clocks: category.clocks,
        }
    }
}

/// What was handed in. The receipt is told once, to nobody else, and cannot be looked up.
#[derive(Serialize, ToSchema)]
#[schema(as = OpinionLeft)]
pub struct LeftShape {
    /// 16 digits.
    pub receipt: String,
    pub opinion: SeenShape,
}

/// One line of a history.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionSeenStep)]
pub struct StepShape {
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub step: Step,
    /// `reporter`, `station` or `time`.
    pub by: &'static str,
    /// Where whoever did it sits.
    pub desk: Option<String>,
    pub text: Option<String>,
}

impl StepShape {
    fn of(step: &SeenStep) -> StepShape {
        let (by, desk) = match &step.by {
            Byline::Reporter => ("reporter", None),
            Byline::Station { desk, .. } => ("station", desk.clone()),
            Byline::Time => ("time", None),
        };
        StepShape { at: step.at, step: step.step, by, desk, text: step.text.clone() }
    }
}

/// Somebody of staff looked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionViewer)]
pub struct ViewerShape {
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub name: String,
    pub desk: Option<String>,
    pub look: Look,
}

impl ViewerShape {
    fn of(viewed: &Viewed) -> ViewerShape {
        ViewerShape { at: viewed.at, name: viewed.name.clone(), desk: viewed.desk.clone(), look: viewed.look }
    }
}

/// An opinion, as whoever has the receipt sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionSeen)]
pub struct SeenShape {
    pub state: State,
    #[schema(value_type = String, format = DateTime)]
    pub received_at: Timestamp,
    pub category: Option<CategoryShape>,
    pub text: String,
    pub place: Option<String>,
    /// Paths of the photos, good for some minutes.
    pub photos: Vec<String>,
    pub due: Due,
    /// An answer stands until the end of this day before it counts as unconfirmed.
    #[schema(value_type = Option<String>, format = Date)]
    pub speak_until: Option<Date>,
    pub steps: Vec<StepShape>,
    pub question_open: bool,
    pub may_solve: bool,
    pub may_dispute: bool,
    pub may_appeal: bool,
    pub viewers: Vec<ViewerShape>,
    pub may_publish: bool,
    /// `waiting`, `masked`, `released` or `hidden`.
    pub public: Option<&'static str>,
    /// Where everybody reads it.
    pub post: Option<String>,
    /// Where to go with what is not for the station.
    pub out_of_scope: Option<String>,
    /// The answer to the one that it was joined with.
    pub merged_answer: Option<String>,
    /// Nobody at the station can see it; `turn_to` says who can help.
    pub sealed_for_station: bool,
    pub turn_to: Option<String>,
    /// From this day on nothing of it is there any more.
    #[schema(value_type = Option<String>, format = Date)]
    pub kept_until: Option<Date>,
    pub has_phone: bool,
    pub may_set_phone: bool,
}

impl SeenShape {
    pub fn of(v: &View, station: &Station, seen: &Seen, photos: Vec<String>) -> SeenShape {
        let (public, post) = match &seen.public {
            None => (None, None),
            Some(PublicState::Waiting) => (Some("waiting"), None),
            Some(PublicState::Masked { .. }) => (Some("masked"), None),
            Some(PublicState::Released { post, .. }) => (Some("released"), Some(post_path(station, *post))),
            Some(PublicState::Hidden { post, .. }) => (Some("hidden"), Some(post_path(station, *post))),
        };
        SeenShape {
            state: seen.state,
            received_at: seen.received_at,
            category: seen.category.as_ref().map(|c| CategoryShape::of(v, c)),
            text: seen.text.clone(),
            place: seen.place.clone(),
            photos,
            due: seen.due,
            speak_until: seen.speak_until,
            steps: seen.steps.iter().map(StepShape::of).collect(),
            question_open: seen.question_open,
            may_solve: seen.may_solve,
            may_dispute: seen.may_dispute,
            may_appeal: seen.may_appeal,
            viewers: seen.viewers.iter().map(ViewerShape::of).collect(),
            may_publish: seen.may_publish,
            public,
            post,
            out_of_scope: seen.out_of_scope.clone(),
            merged_answer: seen.merged_into.as_ref().and_then(|m| m.answer.clone()),
            sealed_for_station: seen.sealed_for_station,
            turn_to: seen.sealed_for_station.then(|| says::oversight(v, &seen.oversight)),
            kept_until: seen.kept_until,
            has_phone: seen.has_contact,
            may_set_phone: seen.may_set_phone,
        }
    }
}

/// Said by somebody whom nobody knows, and answered. Days are Mondays of their weeks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionPost)]
pub struct PostShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: PostId,
    pub category: Option<CategoryShape>,
    pub title: String,
    pub text: String,
    pub answer: Option<String>,
    /// In words.
    pub address: String,
    /// Degrees, to a hundred metres, if whoever said it allowed that.
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    #[schema(value_type = String, format = Date)]
    pub released_on: Date,
    #[schema(value_type = Option<String>, format = Date)]
    pub answered_week: Option<Date>,
    #[schema(value_type = String, format = Date)]
    pub updated_on: Date,
    pub closed: bool,
    /// Two people have hidden it, for this reason; its texts are empty.
    pub hidden: bool,
    pub hidden_reason: Option<String>,
    pub page: String,
}

impl PostShape {
    pub fn of(v: &View, station: &Station, post: &Post) -> PostShape {
        PostShape {
            id: post.id,
            category: post.category.as_ref().map(|c| CategoryShape::of(v, c)),
            title: post.title.clone(),
            text: post.text.clone(),
            answer: post.answer.clone(),
            address: post.address.clone(),
            lat: post.place.map(|p| p.lat),
            lon: post.place.map(|p| p.lon),
            released_on: post.released_on,
            answered_week: post.answered_week,
            updated_on: post.updated_on,
            closed: post.closed,
            hidden: post.hidden,
            hidden_reason: post.hidden_reason.clone(),
            page: post_path(station, post.id),
        }
    }
}

/// A page of posts, the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionPosts)]
pub struct PostsShape {
    pub posts: Vec<PostShape>,
    /// There are older ones: ask for the next page.
    pub more: bool,
}

/// A share of so many with Wilson's interval of 95 %.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionShare)]
pub struct ShareShape {
    pub n: usize,
    pub count: usize,
    /// Each between 0 and 1.
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// How it goes. A share of fewer than ten is not told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionFigures)]
pub struct FiguresShape {
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    /// Nothing while fewer than ten came.
    pub received: Option<usize>,
    pub answered: Option<ShareShape>,
    pub in_time: Option<ShareShape>,
    /// Of those who got an answer, who said whether it solved anything; the two below know nothing of the others.
    pub reached: Option<ShareShape>,
    pub solved: Option<ShareShape>,
    pub satisfied: Option<ShareShape>,
}

impl FiguresShape {
    pub fn of((from, until): (Date, Date), figures: &Figures) -> FiguresShape {
        let share = |share: Share| {
            let Sure { value, low, high } = share.published()?;
            Some(ShareShape { n: share.n, count: share.count, value, low, high })
        };
        FiguresShape {
            from,
            until,
            received: (figures.received >= kernel::share::FEWEST).then_some(figures.received),
            answered: share(figures.answered),
            in_time: share(figures.in_time),
            reached: share(figures.reached),
            solved: share(figures.solved),
            satisfied: share(figures.satisfied),
        }
    }
}
