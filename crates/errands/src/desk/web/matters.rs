//! Writing matters down: managers only.
use std::collections::HashMap;

use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use crate::acts;
use crate::answers::Official;
use crate::desk::MATTERS;
use crate::desk::asked::MatterEdit;
use crate::desk::here::{Here, Manager, Named};
use crate::desk::pages::matters::{self, Edit, MORE_ROWS, MatterForm, PaperForm, WAYS};
use crate::rules::{Kind, Line, Matter, Name, Paper, Ways};
use crate::{says, store};

/// Everything that the pages of matters are about.
struct Known {
    matters: Vec<Matter>,
    officials: Vec<Official>,
    lines: Vec<Line>,
}

async fn known(here: &Here) -> Result<Known, Fault> {
    let at = here.desk.station.id;
    let read = move |c: &mut Conn| {
        let (matters, officials) = (store::matters(c, at)?, store::officials(c, at)?);
        Ok::<_, Fault>(Known { matters, officials, lines: store::lines(c, at)? })
    };
    here.house.db.snapshot(read).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
}

pub async fn list(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let k = known(&here).await?;
    let kept = k.matters.iter().find(|m| m.draft.slug == asked.kept).map(|m| says::name(&here.v, &m.draft.name));
    let body = matters::list(here.ctx(), (&k.matters, &k.officials, &k.lines), kept);
    Ok(here.page(MATTERS, &here.v.t("errands-desk-matters-title")).body(body).into_response())
}

fn page(here: &Here, k: &Known, of: Option<&Matter>, (form, problems): (&MatterForm, &Problems)) -> Response {
    let name = of.map(|m| says::name(&here.v, &m.draft.name).to_owned());
    let title = name.unwrap_or_else(|| here.v.t("errands-desk-new-matter"));
    let end = of.map_or("new", |m| m.draft.slug.as_str());
    let edit = Edit {
        action: here.ctx().path(&format!("/matters/{end}")),
        of: of.map(|m| (m.id, m.version)),
        form,
        problems,
        lines: &k.lines,
        officials: &k.officials,
    };
    let page = here.page(MATTERS, &title).back(here.v.t(MATTERS), here.ctx().path("/matters"));
    page.status(problems.status()).body(matters::edit(here.ctx(), &edit)).into_response()
}

pub async fn new(Manager(here): Manager) -> Result<Response, Fault> {
    let k = known(&here).await?;
    let line = k.lines.first().map(|l| l.id.to_string()).unwrap_or_default();
    let form = MatterForm { once: here.fresh_once(), line, minutes: "10".into(), ..MatterForm::default() };
    Ok(page(&here, &k, None, (&with_rows(form), &Problems::default())))
}

fn find<'k>(k: &'k Known, slug: &str) -> Result<&'k Matter, Fault> {
    k.matters.iter().find(|m| m.draft.slug == slug).ok_or(Fault::NotFound)
}

pub async fn show(Manager(here): Manager, At(Named { id }): At<Named<String>>) -> Result<Response, Fault> {
    let k = known(&here).await?;
    let m = find(&k, &id)?;
    let form = form_of(&MatterEdit::of(acts::seen(&here.house, &m.draft), &m.draft));
    Ok(page(&here, &k, Some(m), (&MatterForm { once: here.fresh_once(), ..form }, &Problems::default())))
}

pub async fn add(Manager(here): Manager, Form(sent): Form<HashMap<String, String>>) -> Result<Response, Fault> {
    let (k, form) = (known(&here).await?, typed(&sent));
    let problems = match read(&form).and_then(|edit| edit.checked()) {
        Err(problems) => problems,
        Ok(draft) => {
            let (slug, once) = (draft.slug.clone(), here.once(&form.once, &format!("{draft:?}")));
            let done = acts::add_matter(&here.house, &here.desk.station, draft, (here.staff(), once)).await;
            match here.or_problems(done)? {
                Ok(_) => return Ok(after(&here, &slug)),
                Err(problems) => problems,
            }
        }
    };
    let form = MatterForm { once: here.fresh_once(), ..form };
    Ok(page(&here, &k, None, (&with_rows(form), &problems)))
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<String>>,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let (k, form) = (known(&here).await?, typed(&sent));
    let m = find(&k, &id)?;
    let problems = match read(&form).and_then(|edit| edit.checked()) {
        Err(problems) => problems,
        Ok(draft) => {
            let (slug, seen) = (draft.slug.clone(), (m.id, form.seen.clone()));
            let done = acts::edit_matter(&here.house, &here.desk.station, seen, draft, here.staff()).await;
            match here.or_problems(done)? {
                Ok(()) => return Ok(after(&here, &slug)),
                Err(problems) => problems,
            }
        }
    };
    Ok(page(&here, &k, Some(m), (&with_rows(form), &problems)))
}

fn after(here: &Here, slug: &str) -> Response {
    Redirect::to(&here.ctx().path(&format!("/matters?kept={slug}"))).into_response()
}

fn form_of(edit: &MatterEdit) -> MatterForm {
    let id = |id: Option<i32>| id.map(|id| id.to_string()).unwrap_or_default();
    let kind = |kind| match kind {
        Kind::Required => "required",
        Kind::MayFollow => "may-follow",
        Kind::LookedUp => "looked-up",
    };
    let paper = |p: &Paper| PaperForm {
        kind: kind(p.kind).into(),
        zh: p.name.zh.clone(),
        en: p.name.en.clone(),
        note: p.note.zh.clone(),
        note_en: p.note.en.clone(),
    };
    with_rows(MatterForm {
        once: String::new(),
        seen: edit.seen.clone(),
        slug: edit.slug.clone(),
        name_zh: edit.name.zh.clone(),
        name_en: edit.name.en.clone(),
        words: edit.words.join(" "),
        line: edit.line.to_string(),
        official: id(edit.official),
        stand_in: id(edit.stand_in),
        minutes: edit.minutes.to_string(),
        ways: [edit.ways.drop_off, edit.ways.proxy, edit.ways.home, edit.ways.village],
        note_zh: edit.note.zh.clone(),
        note_en: edit.note.en.clone(),
        papers: edit.papers.iter().map(paper).collect(),
    })
}

/// Some empty rows for more papers.
fn with_rows(mut form: MatterForm) -> MatterForm {
    form.papers.extend(std::iter::repeat_n(PaperForm::default(), MORE_ROWS));
    form
}

fn typed(sent: &HashMap<String, String>) -> MatterForm {
    let text = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let row = |n: usize| {
        sent.contains_key(&format!("zh{n}")).then(|| PaperForm {
            kind: text(&format!("kind{n}")),
            zh: text(&format!("zh{n}")),
            en: text(&format!("en{n}")),
            note: text(&format!("note{n}")),
            note_en: text(&format!("note_en{n}")),
        })
    };
    // A row that is wholly empty is none; one that has only a note lacks its name.
    let empty = |p: &PaperForm| [&p.zh, &p.en, &p.note, &p.note_en].iter().all(|t| t.trim().is_empty());
    MatterForm {
        once: text("once"),
        seen: text("seen"),
        slug: text("slug"),
        name_zh: text("name_zh"),
        name_en: text("name_en"),
        words: text("words"),
        line: text("line"),
        official: text("official"),
        stand_in: text("stand_in"),
        minutes: text("minutes"),
        ways: WAYS.map(|way| sent.contains_key(way)),
        note_zh: text("note_zh"),
        note_en: text("note_en"),
        papers: (1..=sent.len()).map_while(row).filter(|p| !empty(p)).collect(),
    }
}

fn read(form: &MatterForm) -> Result<MatterEdit, Problems> {
    let mut problems = Problems::default();
    let minutes = problems.take("minutes", form.minutes.trim().parse(), "errands-desk-minutes-wrong");
    let line = problems.take("line", form.line.parse(), "errands-desk-choose");
    let kind = |word: &str| match word {
        "may-follow" => Kind::MayFollow,
        "looked-up" => Kind::LookedUp,
        _ => Kind::Required,
    };
    let name = |zh: &str, en: &str| Name { zh: zh.to_owned(), en: en.to_owned() };
    let paper =
        |p: &PaperForm| Paper { kind: kind(&p.kind), name: name(&p.zh, &p.en), note: name(&p.note, &p.note_en) };
    let [drop_off, proxy, home, village] = form.ways;
    let edit = minutes.zip(line).map(|(minutes, line)| MatterEdit {
        seen: form.seen.clone(),
        slug: form.slug.clone(),
        name: name(&form.name_zh, &form.name_en),
        words: form
            .words
            .split(|c: char| c.is_whitespace() || "、，,".contains(c))
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect(),
        line,
        official: form.official.parse().ok(),
        stand_in: form.stand_in.parse().ok(),
        minutes,
        ways: Ways { drop_off, proxy, home, village },
        note: name(&form.note_zh, &form.note_en),
        papers: form.papers.iter().map(paper).collect(),
    });
    problems.or_else_all(edit)
}
