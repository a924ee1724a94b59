//! The page of calls, and every press on it.
use std::collections::HashMap;

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::refusal::Said;
use serde::Deserialize;

use crate::TicketId;
use crate::acts::Press;
use crate::desk::asked::{NewStep, PressKind, Wanted, WhatBecame};
use crate::desk::here::Here;
use crate::desk::pages::calls::{self, Page};
use crate::desk::{CALLS, act};
use crate::rules::{DeskId, Outcome};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    desk: String,
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&here, asked.desk.parse().ok(), None).await
}

async fn page(here: &Here, desk: Option<DeskId>, refused: Option<&Said>) -> Result<Response, Fault> {
    let calls = act::calls(here, desk).await?;
    let once = here.fresh_once();
    let body = calls::body(here.ctx(), &Page { calls: &calls, once: &once, refused });
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(here.list(CALLS, &here.v.t("errands-desk-calls-title"), status).body(body).into_response())
}

/// What a form of the page sends.
struct Sent(HashMap<String, String>);

impl Sent {
    fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn number(&self, name: &str) -> Option<i32> {
        self.text(name).parse().ok()
    }

    /// The key of this press: several buttons share a form, and each is a request of its own.
    fn once(&self) -> String {
        let once = self.text("once");
        if once.is_empty() { String::new() } else { format!("{once} {}", self.text("press")) }
    }

    /// What became of each matter, as far as something was chosen.
    fn outcomes(&self) -> Vec<WhatBecame> {
        let mut all: Vec<WhatBecame> = (self.0.iter())
            .filter_map(|(name, value)| {
                let matter = name.strip_prefix("outcome-")?.parse().ok()?;
                let outcome = Outcome::of(value.parse().ok()?)?;
                Some(WhatBecame { matter, outcome })
            })
            .collect();
        // The same press is the same request, in whatever order a form is read.
        all.sort_by_key(|o| o.matter);
        all
    }

    fn step(&self, press: PressKind) -> NewStep {
        let to = |kind: &str| self.text("to").strip_prefix(kind)?.parse().ok();
        NewStep {
            version: self.number("version"),
            desk: self.number("desk"),
            line: to("line:"),
            official: to("official:").or_else(|| self.text("for").strip_prefix("official:")?.parse().ok()),
            outcomes: self.outcomes(),
            reason: self.text("reason").to_owned(),
            ..NewStep::of(press)
        }
    }
}

pub async fn press(here: Here, Form(form): Form<HashMap<String, String>>) -> Result<Response, Fault> {
    let sent = Sent(form);
    let desk = sent.number("desk");
    let path = here.ctx().calls(desk);
    let done = match sent.text("press") {
        "next" => next(&here, &sent).await?,
        "undo" => undo(&here, &sent).await?,
        word => step(&here, &sent, PressKind::read(word).ok_or(Fault::NotFound)?).await?,
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(said) => page(&here.read_at(path), desk, Some(&said)).await,
    }
}

fn ticket(sent: &Sent) -> Result<TicketId, Fault> {
    sent.text("ticket").parse().map_err(|_| Fault::NotFound)
}

/// Calls the next. What was chosen of the present one's matters holds: it is finished with that first.
async fn next(here: &Here, sent: &Sent) -> Result<Result<(), Said>, Fault> {
    let desk = sent.number("desk").ok_or(Fault::NotFound)?;
    let outcomes: Vec<_> = sent.outcomes().iter().map(|o| (o.matter, o.outcome)).collect();
    let mut finished = false;
    if outcomes.iter().any(|(_, outcome)| *outcome != Outcome::Done) {
        let finish = Wanted::Press(Press::Finish(outcomes));
        let seen = (ticket(sent)?, sent.number("version"));
        if let Err(said) = here.or_said(act::step(here, seen, finish, &format!("{} first", sent.once())).await)? {
            return Ok(Err(said));
        }
        finished = true;
    }
    let called = act::call_next(here, desk, &sent.once()).await;
    match called {
        // Somebody was done, and nobody waits: that is no failure.
        Err(kernel::refusal::Not::Refused(crate::rules::Refusal::NobodyWaits)) if finished => Ok(Ok(())),
        called => Ok(here.or_said(called)?.map(|_| ())),
    }
}

/// A transfer to an official is one to the line in which the ticket waits.
async fn step(here: &Here, sent: &Sent, kind: PressKind) -> Result<Result<(), Said>, Fault> {
    let id = ticket(sent)?;
    let mut asked = sent.step(kind);
    if kind == PressKind::Transfer && asked.line.is_none() {
        let (at, station) = (id, here.desk.station.id);
        let kept = here.house.db.read(move |c| crate::store::by_id(c, station, at)).await?;
        asked.line = Some(kept.ticket.waits_in);
    }
    match asked.checked() {
        Ok(wanted) => {
            let done = act::step(here, (id, asked.version), wanted, &sent.once()).await;
            Ok(here.or_said(done)?.map(|_| ()))
        }
        Err(problems) => {
            let words = problems.fields(&here.v).map(|(_, words)| words).next();
            Ok(Err(Said::only(words.unwrap_or_else(|| here.v.t("errands-desk-choose")))))
        }
    }
}

/// Takes back what one press did to each ticket, in the order in which that is possible.
async fn undo(here: &Here, sent: &Sent) -> Result<Result<(), Said>, Fault> {
    for id in sent.text("tickets").split(' ') {
        let id: TicketId = id.parse().map_err(|_| Fault::NotFound)?;
        if let Err(said) = here.or_said(act::undo(here, id, &format!("{} {id}", sent.once())).await)? {
            return Ok(Err(said));
        }
    }
    Ok(Ok(()))
}
