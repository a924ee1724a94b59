//! What a station decides: what opinions are about and by when they are answered, words to answer with, whom to turn to instead.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::only_once;
use kernel::refusal::Not;
use people::{Role, StaffAt};
use stations::Station;

use super::doing::Doing;
use super::once::once;
use crate::answers::Setting;
use crate::rules::{Clocks, Refusal};
use crate::store::{self, KeptCategory};
use crate::{CategoryId, TemplateId};

/// What opinions may be about, as a manager says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryDraft {
    pub slug: String,
    pub name_zh: String,
    pub name_en: String,
    pub clocks: Clocks,
    pub elsewhere_zh: String,
    pub elsewhere_en: String,
    pub retired: bool,
}

/// One that most stations need: code, names, days to screen and to answer.
pub type Starter = (&'static str, &'static str, &'static str, u8, u8);

/// What most stations begin with.
pub const STARTERS: [Starter; 7] = [
    ("environment", "环境卫生", "Cleanliness", 2, 10),
    ("roads", "道路出行", "Roads", 2, 15),
    ("water-power", "水电供暖", "Water, power, heating", 1, 5),
    ("safety", "安全隐患", "Danger", 1, 5),
    ("service", "办事服务", "Service at the desks", 2, 10),
    ("conduct", "干部作风", "How officials behave", 2, 15),
    ("station", "驿站场地", "The station and its rooms", 2, 10),
];

fn only_managers(staff: &StaffAt) -> Result<(), Fault> {
    if staff.role == Role::Manager { Ok(()) } else { Err(Fault::NotFound) }
}

/// Makes a category, or changes the one with that key.
pub async fn set_category(
    doing: &Doing,
    staff: &StaffAt,
    (id, draft): (Option<CategoryId>, CategoryDraft),
    key: Option<&str>,
) -> Result<CategoryId, Not<Refusal>> {
    only_managers(staff)?;
    let once = once(&doing.house, key, &staff.id.to_string(), ("category", &format!("{id:?} {draft:?}")));
    let (h, station, now) = (doing.house.clone(), doing.station.clone(), doing.house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep_category(c, &h, station.id, (id, &draft)))
    };
    doing.house.db.write(work).await
}

fn keep_category(
    c: &mut Conn,
    house: &House,
    station: StationId,
    (id, draft): (Option<CategoryId>, &CategoryDraft),
) -> Result<CategoryId, Not<Refusal>> {
    let all = store::categories(c, station)?;
    if all.iter().any(|k| k.slug == draft.slug && Some(k.id) != id) {
        return Err(Refusal::SlugTaken.into());
    }
    let last = all.iter().map(|k| k.place).max().unwrap_or(0);
    let place = match id {
        Some(id) => all.iter().find(|k| k.id == id).ok_or(Fault::NotFound)?.place,
        None => last.saturating_add(1),
    };
    let kept = KeptCategory {
        id: id.unwrap_or_else(|| CategoryId(house.new_id())),
        slug: draft.slug.clone(),
        place,
        names: (draft.name_zh.clone(), draft.name_en.clone()),
        clocks: draft.clocks,
        elsewhere: (draft.elsewhere_zh.clone(), draft.elsewhere_en.clone()),
        retired: draft.retired,
    };
    match id {
        Some(_) => changed(store::change_category(c, station, &kept).map(|_| ()))?,
        None => changed(store::add_category(c, station, &kept))?,
    }
    Ok(kept.id)
}

/// Two set the same code at once: the later one runs again and is refused.
fn changed(done: Result<(), Fault>) -> Result<(), Fault> {
    done.map_err(|fault| match fault {
        Fault::AlreadyThere(what) => Fault::Clash(what),
        fault => fault,
    })
}

/// Makes the categories that most stations begin with, those that are not there.
pub async fn starter(doing: &Doing, staff: &StaffAt) -> Result<(), Fault> {
    only_managers(staff)?;
    let (h, station) = (doing.house.clone(), doing.station.clone());
    doing.house.db.write(move |c| start(c, &h, &station)).await
}

pub(crate) fn start(c: &mut Conn, house: &House, station: &Station) -> Result<(), Fault> {
    for (slug, zh, en, screen_days, answer_days) in STARTERS {
        let draft = CategoryDraft {
            slug: slug.into(),
            name_zh: zh.into(),
            name_en: en.into(),
            clocks: Clocks { screen_days, answer_days },
            elsewhere_zh: String::new(),
            elsewhere_en: String::new(),
            retired: false,
        };
        match keep_category(c, house, station.id, (None, &draft)) {
            Ok(_) | Err(Not::Refused(_)) => {}
            Err(Not::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}

/// Keeps words to answer with, new ones or in place of others.
pub async fn set_template(
    doing: &Doing,
    staff: &StaffAt,
    (id, title, text): (Option<TemplateId>, String, String),
    key: Option<&str>,
) -> Result<TemplateId, Fault> {
    only_managers(staff)?;
    let once = once(&doing.house, key, &staff.id.to_string(), ("template", &format!("{id:?} {title} {text}")));
    let (h, at, now) = (doing.house.clone(), doing.station.id, doing.house.now());
    let work = move |c: &mut Conn| {
        only_once(c, at, once.as_ref(), now, |c| match id {
            Some(id) if store::change_template(c, at, id, (&title, &text))? => Ok(id),
            Some(_) => Err(Fault::NotFound),
            None => {
                let id = TemplateId(h.new_id());
                store::add_template(c, at, id, (&title, &text)).map(|()| id)
            }
        })
    };
    doing.house.db.write(work).await
}

pub async fn drop_template(doing: &Doing, staff: &StaffAt, id: TemplateId) -> Result<(), Fault> {
    only_managers(staff)?;
    let at = doing.station.id;
    doing.house.db.write(move |c| store::drop_template(c, at, id)).await
}

/// Whom to turn to instead, and for how long texts are kept.
pub async fn set_setting(doing: &Doing, staff: &StaffAt, setting: Setting) -> Result<(), Fault> {
    only_managers(staff)?;
    let at = doing.station.id;
    let work = move |c: &mut Conn| {
        store::set_setting(c, at, (&setting.oversight_zh, &setting.oversight_en, setting.keep_days))
    };
    doing.house.db.write(work).await
}
