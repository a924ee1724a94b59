//! Hours texts that were parsed. They repeat from request to request and from station to station; parsing is pure, so what
//! was parsed is kept.
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use almanac::hours::{Hours, HoursProblem};

/// Texts come from managers; this many different ones are hardly ever in use at once. Beyond that, all are parsed anew.
const MOST: usize = 4096;

static PARSED: LazyLock<RwLock<HashMap<String, Arc<Hours>>>> = LazyLock::new(RwLock::default);

/// The hours that `text` means.
pub fn parsed(text: &str) -> Result<Arc<Hours>, HoursProblem> {
    if let Some(hours) = PARSED.read().unwrap_or_else(PoisonError::into_inner).get(text) {
        return Ok(hours.clone());
    }
    let hours = Arc::new(Hours::parse(text)?);
    let mut parsed = PARSED.write().unwrap_or_else(PoisonError::into_inner);
    if parsed.len() >= MOST {
        parsed.clear();
    }
    parsed.insert(text.to_owned(), hours.clone());
    Ok(hours)
}
