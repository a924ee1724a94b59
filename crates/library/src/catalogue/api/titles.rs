//! Titles are looked up, taken in and changed.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use data_encoding::BASE64;
use kernel::api::{Ask, At as Values, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use kernel::photo::{self, Photo};
use serde::Deserialize;
use stations::{Here, Named};
use utoipa::IntoParams;

use super::shapes::{CardShape, KnownShape, ListShape, TakenInShape, TitleShape, WholeShape};
use crate::TitleId;
use crate::catalogue::acts;
use crate::catalogue::asked::{NewCover, NewLibraryTitle, TitleToTakeIn, not_a_photo};
use crate::catalogue::reads::{self, Known};
use crate::catalogue::rules::{NewTitle, Of, isbn};
use crate::failures::{AtDesk, Changing, Looking};

pub(super) async fn whole(here: &Here, id: TitleId) -> Result<Json<WholeShape>, Wrong> {
    let read = reads::whole(here, id).await?;
    Ok(Json(WholeShape::of(&here.desk.station, &read)))
}

/// Which titles.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Words, parts of words, first letters of pinyin, an ISBN or a barcode. What fits best comes first.
    q: Option<String>,
    /// Those after this one in the list of all, the newest first.
    #[param(value_type = Option<String>, format = Uuid)]
    before: Option<TitleId>,
}

/// Titles that fit some words, or the newest; twenty at once.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/titles", tag = "library", operation_id = "titlesAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), Asked),
    responses((status = 200, body = ListShape, description = "Titles"), Looking, AtDesk))]
pub async fn list(here: Here, Ask(asked): Ask<Asked>) -> Result<Json<ListShape>, Wrong> {
    let (found, more) = reads::list(&here, asked.q.as_deref().unwrap_or_default(), asked.before).await?;
    let more_before = found.last().filter(|_| more).map(|one| one.title.id);
    let titles = found.iter().map(|one| TitleShape::of(&here.desk.station, one)).collect();
    Ok(Json(ListShape { titles, more_before }))
}

#[derive(Debug, Deserialize)]
pub struct OfIsbn {
    isbn: String,
}

/// What is known of a book: of this station's, else of the pack that all stations share.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/isbns/{isbn}", tag = "library", operation_id = "isbnAtDesk",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("isbn" = String, Path, description = "Ten or thirteen digits, with or without hyphens")),
    responses((status = 200, body = KnownShape, description = "What is known"), Looking, AtDesk))]
pub async fn known(here: Here, Values(OfIsbn { isbn }): Values<OfIsbn>) -> Result<Json<KnownShape>, Wrong> {
    // What is no ISBN is not there.
    let isbn = isbn::read(&isbn).map_err(|_| Fault::NotFound)?;
    Ok(Json(match reads::known(&here, &isbn).await? {
        Known::Here(title) => {
            let card = reads::whole(&here, title.id).await?;
            let card = TitleShape::of(&here.desk.station, &card.found).card;
            KnownShape { title: Some(title.id), card: Some(card) }
        }
        Known::Pack(new) => KnownShape { title: None, card: Some(CardShape::of_new(&new)) },
        Known::Nowhere => KnownShape { title: None, card: None },
    }))
}

/// The photo in these bytes; `field` is wrong if there is none.
async fn read_photo(here: &Here, field: &'static str, file: Vec<u8>) -> Result<Photo, Wrong> {
    let wrong = |why| {
        let mut problems = Problems::default();
        problems.add(field, not_a_photo(why));
        Problem::fields(&here.v, &problems)
    };
    let read = photo::read_all(&here.house, vec![file]).await?.map_err(|(_, why)| wrong(why))?;
    Ok(read.into_iter().next().ok_or_else(|| wrong(photo::NotAPhoto::NotReadable))?)
}

/// Takes in copies of a title, which is kept as well if it is new here.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/titles", tag = "library", operation_id = "takeInTitle",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = TitleToTakeIn, responses((status = 201, body = TakenInShape, description = "What has come in"), Looking, AtDesk, Changing))]
pub async fn take_in(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<TitleToTakeIn>,
) -> Result<(StatusCode, Json<TakenInShape>), Wrong> {
    let shelves = reads::shelves(&here).await?;
    let (title, copies) = new.checked(&shelves).map_err(|p| Problem::fields(&here.v, &p))?;
    let cover = match &new.cover {
        Some(file) => {
            let mut problems = Problems::default();
            let bytes = problems.take("cover", BASE64.decode(file.trim().as_bytes()), "catalogue-not-base64");
            let bytes = problems.or_else_all(bytes).map_err(|p| Problem::fields(&here.v, &p))?;
            Some(read_photo(&here, "cover", bytes).await?)
        }
        None => None,
    };
    // A large body would be kept with its answer's key: its hash is enough.
    let hash = new.cover.as_ref().map(|file| here.house.keys.lookup("library-cover", file).to_vec());
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("take-in", &title, &copies, hash));
    let (station, of) = (&here.desk.station, Of::New(title));
    let done = acts::take_in(&here.house, station, of, copies, cover, (&here.desk.staff, once)).await;
    let taken = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(TakenInShape::of(taken))))
}

/// A title with each of its copies.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/titles/{id}", tag = "library", operation_id = "titleAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = WholeShape, description = "The title"), Looking, AtDesk))]
pub async fn show(here: Here, Values(Named { id }): Values<Named<TitleId>>) -> Result<Json<WholeShape>, Wrong> {
    whole(&here, id).await
}

/// Writes what is known of a title anew.
#[utoipa::path(put, path = "/stations/{slug}/desk/library/titles/{id}", tag = "library", operation_id = "changeTitle",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewLibraryTitle, responses((status = 200, body = WholeShape, description = "The title"), Looking, AtDesk, Changing))]
pub async fn change(
    here: Here,
    Values(Named { id }): Values<Named<TitleId>>,
    headers: HeaderMap,
    Body(new): Body<NewLibraryTitle>,
) -> Result<Json<WholeShape>, Wrong> {
    let title: NewTitle = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("change-title", id, &title));
    let done = acts::change_title(&here.house, &here.desk.station, (id, title), (&here.desk.staff, once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    whole(&here, id).await
}

/// The photo of a title's cover; the last one is kept.
#[utoipa::path(put, path = "/stations/{slug}/desk/library/titles/{id}/cover", tag = "library", operation_id = "setTitleCover",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewCover, responses((status = 200, body = WholeShape, description = "The title"), Looking, AtDesk, Changing))]
pub async fn set_cover(
    here: Here,
    Values(Named { id }): Values<Named<TitleId>>,
    headers: HeaderMap,
    Body(new): Body<NewCover>,
) -> Result<Json<WholeShape>, Wrong> {
    let file = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let photo = read_photo(&here, "file", file).await?;
    let hash = here.house.keys.lookup("library-cover", &new.file).to_vec();
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("cover", id, hash));
    acts::set_cover(&here.house, &here.desk.station, (id, photo), (&here.desk.staff, once)).await?;
    whole(&here, id).await
}
