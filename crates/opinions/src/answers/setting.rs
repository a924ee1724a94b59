//! Categories, words to answer with, and whom to turn to instead.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use super::types::{Category, Template};
use crate::CategoryId;
use crate::rules::Clocks;
use crate::store::{self, KeptCategory};

/// What a station has decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Whom to turn to where all who run the station are named; empty for the usual office.
    pub oversight_zh: String,
    pub oversight_en: String,
    /// For how many days after the end texts and pictures are kept.
    pub keep_days: i16,
}

fn to_category(kept: KeptCategory) -> Category {
    let KeptCategory { id, slug, names: (name_zh, name_en), clocks, elsewhere: (zh, en), retired, .. } = kept;
    Category { id, slug, name_zh, name_en, clocks, elsewhere_zh: zh, elsewhere_en: en, retired }
}

/// All of a station, in their order; retired ones too.
pub fn categories(c: &mut Conn, station: StationId) -> Result<Vec<Category>, Fault> {
    Ok(store::categories(c, station)?.into_iter().map(to_category).collect())
}

pub(crate) fn category(c: &mut Conn, station: StationId, id: CategoryId) -> Result<Category, Fault> {
    categories(c, station)?.into_iter().find(|k| k.id == id).ok_or(Fault::NotFound)
}

pub(super) fn one_of(all: &[Category], id: Option<CategoryId>) -> Option<Category> {
    id.and_then(|id| all.iter().find(|k| k.id == id)).cloned()
}

/// How long the station has, by what an opinion is about.
pub(crate) fn clocks(all: &[Category], id: Option<CategoryId>) -> Clocks {
    one_of(all, id).map_or(Clocks::USUAL, |k| k.clocks)
}

pub fn templates(c: &mut Conn, station: StationId) -> Result<Vec<Template>, Fault> {
    let all = store::templates(c, station)?;
    Ok(all.into_iter().map(|(id, title, text)| Template { id, title, text }).collect())
}

pub fn setting(c: &mut Conn, station: StationId) -> Result<Setting, Fault> {
    let (oversight_zh, oversight_en, keep_days) = store::setting(c, station)?;
    Ok(Setting { oversight_zh, oversight_en, keep_days })
}
