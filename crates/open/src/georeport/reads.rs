//! What the methods ask for. What is not public is not found, in the same way as what was never there.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use opinions::answers::{Category, Post, PostFilter};
use opinions::{CategoryId, PostId};
use stations::Station;

use super::errors::Failed;
use crate::answers::{self, Partner};
use crate::rules::{MOST_IDS, No, Query, Span};

/// What may be reported, in the order of the station.
pub async fn services(house: &House, station: &Arc<Station>) -> Result<Vec<Category>, Fault> {
    let id = station.id;
    let all = house.db.read(move |c: &mut Conn| opinions::answers::categories(c, id)).await?;
    Ok(all.into_iter().filter(|category| !category.retired).collect())
}

pub async fn service(house: &House, station: &Arc<Station>, code: &str) -> Result<Category, Failed> {
    let all = services(house, station).await?;
    all.into_iter().find(|category| category.slug == code).ok_or_else(|| No::Unknown("service_code").into())
}

/// Whose key it is.
pub async fn bearer(house: &House, station: &Arc<Station>, key: &str) -> Result<Option<Partner>, Fault> {
    let (h, station, key) = (house.clone(), station.clone(), key.to_owned());
    house.db.read(move |c: &mut Conn| answers::bearer(c, &h, &station, &key)).await
}

/// One that is public.
pub async fn post(house: &House, station: &Arc<Station>, id: &str) -> Result<Post, Failed> {
    const FIELD: &str = "service_request_id";
    // An id that cannot be one is looked for as well: nothing is quicker to answer than anything else.
    let (station, id) = (station.id, id.parse().unwrap_or(NONE));
    let found = house.db.read(move |c: &mut Conn| opinions::answers::post(c, station, id)).await;
    match found {
        Ok(post) if !post.hidden => Ok(post),
        Ok(_) | Err(Fault::NotFound) => Err(No::Unknown(FIELD).into()),
        Err(fault) => Err(fault.into()),
    }
}

/// The id of no post: all bits are 0.
const NONE: PostId = PostId(kernel::db::types::Id(uuid::Uuid::nil()));

/// Those that are public and fit, the newest first.
pub async fn posts(house: &House, station: &Arc<Station>, asked: Query) -> Result<Vec<Post>, Fault> {
    let station = station.clone();
    let read = move |c: &mut Conn| {
        let all = opinions::answers::categories(c, station.id)?;
        let Some(filter) = filter(&asked, &station, &all) else { return Ok(vec![]) };
        Ok(opinions::answers::posts(c, station.id, &filter)?.posts)
    };
    house.db.snapshot(read).await
}

/// Nothing when nothing can fit.
fn filter(asked: &Query, station: &Station, all: &[Category]) -> Option<PostFilter> {
    let shown = PostFilter { shown: true, page_size: MOST_IDS, ..PostFilter::default() };
    match asked {
        Query::ByIds(ids) => {
            let ids: Vec<PostId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
            match ids.is_empty() {
                true => None,
                false => Some(PostFilter { ids: Some(ids), ..shown }),
            }
        }
        Query::Filtered { services, requested, updated, open, page, page_size } => {
            let known = all.iter().filter(|category| services.contains(&category.slug)).map(|category| category.id);
            let categories: Option<Vec<CategoryId>> = (!services.is_empty()).then(|| known.collect());
            if categories.as_ref().is_some_and(Vec::is_empty) {
                return None;
            }
            let between = |span: &Option<Span>| span.map(|span| span.days(&station.zone)).unzip();
            let ((from, until), (updated_from, updated_until)) = (between(requested), between(updated));
            let (closed, page, page_size) = (open.map(|open| !open), page - 1, *page_size);
            let days = PostFilter { from, until, updated_from, updated_until, ..shown };
            Some(PostFilter { categories, closed, page, page_size, ..days })
        }
    }
}

/// The id of what a token was given for, once everybody may read it.
pub async fn of_token(house: &House, station: &Arc<Station>, token: &str) -> Result<Option<PostId>, Failed> {
    let (h, station, token) = (house.clone(), station.clone(), token.to_owned());
    let read = move |c: &mut Conn| answers::public_id(c, &h, &station, &token);
    match house.db.snapshot(read).await {
        Err(Fault::NotFound) => Err(No::Unknown("token").into()),
        found => Ok(found?),
    }
}
