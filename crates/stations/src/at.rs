//! The station that an address names, and one thing of it.
use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::house::House;

use crate::memory;
use crate::station::Station;

/// The station whose slug stands in the path as `{slug}`. Without such a station there is no such page.
#[derive(Clone)]
pub struct At {
    pub station: Arc<Station>,
}

impl FromRequestParts<House> for At {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<At, Fault> {
        let path = Path::<HashMap<String, String>>::from_request_parts(parts, house).await;
        let Path(values) = path.map_err(|_| Fault::NotFound)?;
        let slug = values.get("slug").ok_or_else(|| Fault::broken("a route that names At has {slug} in its path"))?;
        Ok(At { station: memory::station(house, slug).await? })
    }
}

/// The same with one thing of it that the path names as `{id}`, before anybody knows who asks.
#[derive(Clone)]
pub struct One<I> {
    pub station: Arc<Station>,
    pub id: I,
}

impl<I: FromStr + Send> FromRequestParts<House> for One<I> {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<One<I>, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let path = Path::<HashMap<String, String>>::from_request_parts(parts, house).await;
        let Path(values) = path.map_err(|_| Fault::NotFound)?;
        let id = values.get("id").and_then(|id| id.parse().ok()).ok_or(Fault::NotFound)?;
        Ok(One { station, id })
    }
}
