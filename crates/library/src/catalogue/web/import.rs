//! A file of titles: chosen, looked at, taken in.
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use data_encoding::BASE64URL_NOPAD;
use kernel::api::At as Values;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::upload::Upload;
use stations::{Here, Named};

use super::common::{frame, top};
use crate::catalogue::forms::ImportForm;
use crate::catalogue::imports::{self, NotAFile, Read};
use crate::catalogue::pages::{self, Looked, Running};
use crate::catalogue::{acts, reads};
use crate::frame::TAB;
use crate::rules::Shelf;

/// So many files are remembered that are being taken in, or were.
const MOST_KEPT: usize = 50;

/// How far each file is, in memory: what it has taken in is in the database.
#[derive(Default)]
struct Files(Mutex<BTreeMap<Id, (StationId, Running)>>);

impl Files {
    fn of(&self, id: Id, station: StationId) -> Option<Running> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&id).filter(|(of, _)| *of == station).map(|(_, running)| running.clone())
    }

    /// Whether it is the first that is heard of it.
    fn begin(&self, id: Id, station: StationId) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.contains_key(&id) {
            return false;
        }
        // Ids grow with time: the first are the oldest.
        while all.len() >= MOST_KEPT {
            all.pop_first();
        }
        all.insert(id, (station, Running::At(0, 1)));
        true
    }

    fn set(&self, id: Id, how: Running) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, running)) = all.get_mut(&id) {
            *running = how;
        }
    }
}

fn path(here: &Here) -> String {
    here.desk.station.path("/desk/library/import")
}

fn shell(here: &Here, problems: &Problems, body: maud::Markup) -> Response {
    let page = here.page(TAB, &here.v.t("catalogue-import")).back(here.v.t("catalogue-titles"), top(here));
    page.status(problems.status()).body(body).into_response()
}

async fn choose_page(here: &Here, problems: &Problems) -> Result<Response, Fault> {
    let shelves = reads::shelves(here).await?;
    Ok(shell(here, problems, pages::choose(frame(here), &shelves, problems)))
}

pub async fn choose(here: Here) -> Result<Response, Fault> {
    choose_page(&here, &Problems::default()).await
}

/// The shelf that was chosen, if one was; somebody else may have taken it away since.
fn number(shelves: &[Shelf], code: &str) -> Result<Option<i32>, Problems> {
    if code.is_empty() {
        return Ok(None);
    }
    let mut problems = Problems::default();
    let shelf = shelves.iter().find(|shelf| shelf.code == code).map(|shelf| shelf.id);
    let shelf = shelf.or_else(|| {
        problems.add("shelf", "catalogue-no-such-shelf-field");
        None
    });
    problems.or_else_all(shelf).map(Some)
}

/// What is wrong with the file, beside its field.
fn wrong(why: NotAFile) -> Problems {
    let mut problems = Problems::default();
    problems.add_with("file", why.key(), vec![("line", why.line().to_string())]);
    problems
}

/// Reading thousands of lines takes a moment, beside whatever else the program does.
async fn read(bytes: Vec<u8>) -> Result<Result<Read, NotAFile>, Fault> {
    tokio::task::spawn_blocking(move || imports::read(&bytes)).await.map_err(Fault::broken)
}

pub async fn look(here: Here, upload: Upload<ImportForm>) -> Result<Response, Fault> {
    let back = here.clone().read_at(path(&here));
    let Some(file) = upload.files.into_iter().find(|file| file.field == "file") else {
        let mut problems = Problems::default();
        problems.add("file", "catalogue-no-file");
        return choose_page(&back, &problems).await;
    };
    let found = match read(file.bytes.clone()).await? {
        Ok(found) => found,
        Err(why) => return choose_page(&back, &wrong(why)).await,
    };
    let shelves = reads::shelves(&here).await?;
    let shelf = match number(&shelves, &upload.form.shelf) {
        Ok(shelf) => shelf,
        Err(problems) => return choose_page(&back, &problems).await,
    };
    let (station, records) = (here.desk.station.id, found.records);
    let look = move |c: &mut Conn| acts::look(c, station, &records, shelf);
    let mut would = here.house.db.snapshot(look).await?;
    would.refused.extend(found.bad);
    would.refused.sort_by_key(|bad| bad.at);
    let looked = BASE64URL_NOPAD.encode(&file.bytes);
    let once = here.fresh_once();
    let shown = Looked { would: &would, looked: &looked, shelf: &upload.form.shelf, once: &once };
    Ok(shell(&back, &Problems::default(), pages::looked(frame(&back), &shown)))
}

/// Begins, and leads to the page that says how far it is. The form's own token is the number of the file, so that two presses are one.
pub async fn start(here: Here, Form(form): Form<ImportForm>) -> Result<Response, Fault> {
    let back = here.clone().read_at(path(&here));
    let bytes = BASE64URL_NOPAD.decode(form.looked.as_bytes()).map_err(|_| NotAFile::Empty);
    let found = match bytes {
        Ok(bytes) => read(bytes).await?,
        Err(why) => Err(why),
    };
    let found = match found {
        Ok(found) => found,
        Err(why) => return choose_page(&back, &wrong(why)).await,
    };
    let shelves = reads::shelves(&here).await?;
    let shelf = match number(&shelves, &form.shelf) {
        Ok(shelf) => shelf,
        Err(problems) => return choose_page(&back, &problems).await,
    };
    let id: Id = form.once.parse().unwrap_or_else(|_| here.house.new_id());
    let (files, station) = (here.house.shelf::<Files>(), here.desk.station.id);
    let next = format!("{}/{id}", path(&here));
    if files.begin(id, station) {
        tokio::spawn(go(here, files, id, (found, shelf)));
    }
    Ok(Redirect::to(&next).into_response())
}

/// Takes it in. Whoever started it may have gone to another page.
async fn go(here: Here, files: Arc<Files>, id: Id, (found, shelf): (Read, Option<i32>)) {
    let tell = |done, all| files.set(id, Running::At(done, all));
    let (station, staff) = (&here.desk.station, &here.desk.staff);
    let done = acts::import(&here.house, station, found.records, (staff, shelf), tell).await;
    let how = match done {
        Ok(mut imported) => {
            imported.refused.extend(found.bad);
            imported.refused.sort_by_key(|bad| bad.at);
            Running::Over(imported)
        }
        Err(fault) => {
            tracing::error!(%fault, "taking in a file of titles broke off");
            Running::Broken
        }
    };
    files.set(id, how);
}

/// How far it is. The page renews itself on each change of the station, and after the last piece there is none: the end of it is worth
/// a moment's wait.
async fn far(here: &Here, id: Id) -> Running {
    let (files, station) = (here.house.shelf::<Files>(), here.desk.station.id);
    let mut looks = 20;
    loop {
        match files.of(id, station) {
            Some(Running::At(done, all)) if done + acts::AT_ONCE >= all && looks > 0 => {
                looks -= 1;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            how => return how.unwrap_or(Running::Unknown),
        }
    }
}

pub async fn running(here: Here, Values(Named { id }): Values<Named<Id>>) -> Result<Response, Fault> {
    let how = far(&here, id).await;
    let body = pages::running(frame(&here), &how, &format!("{}/{id}", path(&here)));
    let page = here.page(TAB, &here.v.t("catalogue-import")).back(here.v.t("catalogue-titles"), top(&here));
    // Each piece that is kept is a change of the station, on which the page renews itself.
    let going = matches!(how, Running::At(..));
    let page = if going { here.renewed(page, axum::http::StatusCode::OK) } else { page };
    Ok(page.body(body).into_response())
}
