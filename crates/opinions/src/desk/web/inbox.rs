//! What waits.
use axum::response::{IntoResponse, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use serde::Deserialize;

use super::private;
use crate::answers::{Filter, Scope};
use crate::desk::here::Here;
use crate::desk::pages::{self, Show};
use crate::desk::reads;
use crate::rules::State;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    show: String,
    state: String,
    kept: String,
}

pub async fn show(here: Here, Ask(asked): Ask<Asked>) -> Result<Response, Fault> {
    // To a clerk, all that they may see is what was given to them.
    let state = State::named(&asked.state);
    let show = if asked.show == Show::All.name() && here.is_manager() { Show::All } else { Show::Mine };
    let all = show == Show::All || state.is_some() || !here.is_manager();
    let scope = match (all, state) {
        (false, _) => Scope::Mine,
        (true, None) => Scope::Running,
        (true, Some(_)) => Scope::All,
    };
    let filter = Filter { scope, state, category: None };
    let mut read = reads::inbox(&here, filter).await?;
    // What has ended and waits for a second hand stands in a list of its own.
    if scope == Scope::Mine {
        read.lines.retain(|l| !l.state.has_ended());
    }
    let shown = pages::Inbox {
        decide: &read.decide,
        lines: &read.lines,
        counts: read.counts,
        show,
        state,
        kept: !asked.kept.is_empty(),
    };
    let page = here.sheet(&here.v.t("opinions-desk-title"));
    Ok(private(page.body(pages::inbox(here.ctx(), &shown)).into_response()))
}
