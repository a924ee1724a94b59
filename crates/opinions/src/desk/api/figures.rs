//! The month in numbers, as programs read them.
use jiff::civil::Date;
use kernel::share::ShareShape;
use serde::Serialize;
use utoipa::ToSchema;

use super::shapes::LineShape;
use crate::CategoryId;
use crate::answers::Month;
use crate::rules::Figures;

/// Figures of some opinions.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpinionDeskFigures)]
pub struct FiguresShape {
    pub received: usize,
    pub withdrawn: usize,
    pub merged: usize,
    pub out_of_scope: usize,
    /// Answered, of those that were, or should have been by now.
    pub answered: ShareShape,
    /// By their day, of the same.
    pub in_time: ShareShape,
    /// Of those who got an answer, those who said whether it is solved.
    pub reached: ShareShape,
    /// Solved, of those.
    pub solved: ShareShape,
    /// Satisfied, of those who said how much.
    pub satisfied: ShareShape,
}

impl FiguresShape {
    fn of(f: &Figures) -> FiguresShape {
        let [answered, in_time, reached, solved, satisfied] =
            [f.answered, f.in_time, f.reached, f.solved, f.satisfied].map(ShareShape::of);
        let Figures { received, withdrawn, merged, out_of_scope, .. } = *f;
        FiguresShape { received, withdrawn, merged, out_of_scope, answered, in_time, reached, solved, satisfied }
    }
}

/// The figures of one category; null for what belongs nowhere yet.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpinionDeskFiguresOf)]
pub struct CategoryFigures {
    #[schema(value_type = Option<String>, format = Uuid)]
    pub category: Option<CategoryId>,
    pub figures: FiguresShape,
}

/// A month, without what whoever asks must not see.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionDeskMonth)]
pub struct MonthShape {
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub month: Date,
    pub figures: FiguresShape,
    pub by_category: Vec<CategoryFigures>,
    /// How many are open now.
    pub open: usize,
    /// What is late now.
    pub late: Vec<LineShape>,
}

impl MonthShape {
    pub fn of(month: Date, read: &Month) -> MonthShape {
        let by = |(category, f): &(Option<crate::answers::Category>, Figures)| CategoryFigures {
            category: category.as_ref().map(|c| c.id),
            figures: FiguresShape::of(f),
        };
        MonthShape {
            month,
            figures: FiguresShape::of(&read.figures.all),
            by_category: read.figures.by_category.iter().map(by).collect(),
            open: read.open,
            late: read.late.iter().map(LineShape::of).collect(),
        }
    }
}
