//! What a station has decided: categories with their clocks, words to answer with, whom to turn to instead.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::{Clocks, KEEP_DAYS};
use crate::schema::{opinion_categories as k, opinion_settings as s, opinion_templates as t};
use crate::{CategoryId, TemplateId};

/// A category as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCategory {
    pub id: CategoryId,
    pub slug: String,
    pub place: i16,
    pub names: (String, String),
    pub clocks: Clocks,
    pub elsewhere: (String, String),
    pub retired: bool,
}

type Row = (CategoryId, String, i16, String, String, i16, i16, String, String, bool);

/// All of a station, in their order, retired ones too.
pub fn categories(c: &mut Conn, station: StationId) -> Result<Vec<KeptCategory>, Fault> {
    let columns = (
        k::id,
        k::slug,
        k::place,
        k::name_zh,
        k::name_en,
        k::screen_days,
        k::answer_days,
        k::elsewhere_zh,
        k::elsewhere_en,
        k::retired,
    );
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station))
        .order((k::place, k::slug))
        .select(columns)
        .load(c))?;
    let days = |n: i16| u8::try_from(n).unwrap_or(1);
    let to = |(id, slug, place, zh, en, screen, answer, there_zh, there_en, retired): Row| KeptCategory {
        id,
        slug,
        place,
        names: (zh, en),
        clocks: Clocks { screen_days: days(screen), answer_days: days(answer) },
        elsewhere: (there_zh, there_en),
        retired,
    };
    Ok(rows.into_iter().map(to).collect())
}

macro_rules! values {
    ($kept:expr) => {
        (
            (k::slug.eq(&$kept.slug), k::place.eq($kept.place), k::name_zh.eq(&$kept.names.0)),
            (k::name_en.eq(&$kept.names.1), k::screen_days.eq(i16::from($kept.clocks.screen_days))),
            (k::answer_days.eq(i16::from($kept.clocks.answer_days)), k::elsewhere_zh.eq(&$kept.elsewhere.0)),
            (k::elsewhere_en.eq(&$kept.elsewhere.1), k::retired.eq($kept.retired)),
        )
    };
}

pub fn add_category(c: &mut Conn, station: StationId, new: &KeptCategory) -> Result<(), Fault> {
    let row = (k::station_id.eq(station), k::id.eq(new.id), values!(new));
    on!(c, c => diesel::insert_into(k::table).values(row).execute(c))?;
    Ok(())
}

pub fn change_category(c: &mut Conn, station: StationId, to: &KeptCategory) -> Result<bool, Fault> {
    let row = k::table.find((station, to.id));
    Ok(on!(c, c => diesel::update(row).set(values!(to)).execute(c))? == 1)
}

pub fn templates(c: &mut Conn, station: StationId) -> Result<Vec<(TemplateId, String, String)>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::station_id.eq(station))
        .order((t::title, t::id))
        .select((t::id, t::title, t::text))
        .load(c))?)
}

pub fn add_template(
    c: &mut Conn,
    station: StationId,
    id: TemplateId,
    (title, text): (&str, &str),
) -> Result<(), Fault> {
    let row = (t::station_id.eq(station), t::id.eq(id), t::title.eq(title), t::text.eq(text));
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    Ok(())
}

pub fn change_template(
    c: &mut Conn,
    station: StationId,
    id: TemplateId,
    (title, text): (&str, &str),
) -> Result<bool, Fault> {
    let to = (t::title.eq(title), t::text.eq(text));
    Ok(on!(c, c => diesel::update(t::table.find((station, id))).set(to).execute(c))? == 1)
}

pub fn drop_template(c: &mut Conn, station: StationId, id: TemplateId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(t::table.find((station, id))).execute(c))?;
    Ok(())
}

/// Whom to turn to, in both languages, and for how long texts are kept.
pub fn setting(c: &mut Conn, station: StationId) -> Result<(String, String, i16), Fault> {
    let set: Option<(String, String, i16)> = on!(c, c => s::table
        .find(station)
        .select((s::oversight_zh, s::oversight_en, s::keep_days))
        .first(c)
        .optional())?;
    Ok(set.unwrap_or_else(|| (String::new(), String::new(), KEEP_DAYS)))
}

pub fn set_setting(c: &mut Conn, station: StationId, (zh, en, days): (&str, &str, i16)) -> Result<(), Fault> {
    let to = (s::oversight_zh.eq(zh), s::oversight_en.eq(en), s::keep_days.eq(days));
    on!(c, c => diesel::insert_into(s::table)
        .values((s::station_id.eq(station), to))
        .on_conflict(s::station_id)
        .do_update()
        .set(to)
        .execute(c))?;
    Ok(())
}

/// For how many days after the end each station keeps texts, of all that have an opinion.
pub fn keep_days(c: &mut Conn) -> Result<Vec<(StationId, i16)>, Fault> {
    let with = |c: &mut Conn, station| setting(c, station).map(|(.., days)| (station, days));
    let stations: Vec<StationId> = on!(c, c => crate::schema::opinions::table
        .select(crate::schema::opinions::station_id)
        .distinct()
        .order(crate::schema::opinions::station_id)
        .load(c))?;
    stations.into_iter().map(|station| with(c, station)).collect()
}
