//! The rules of lending: managers only.
use std::collections::BTreeMap;

use axum::extract::Form;
use axum::response::{IntoResponse, Redirect};
use kernel::api::Ask;
use kernel::form::Problems;
use stations::{Here, HereAsManager};

use super::{Drawn, ctx, path};
use crate::desk::forms::{Did, SettingsForm};
use crate::desk::{pages, reads};
use crate::frame::TAB;
use crate::lending::acts;

fn page(here: &Here, (form, problems): (&SettingsForm, &Problems), was_done: bool) -> Drawn {
    let body = pages::settings(ctx(here, ""), (form, problems), was_done);
    let page = here.page(TAB, &here.v.t("library-desk-settings")).back(here.v.t("library-desk-title"), path(here, ""));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn show(HereAsManager(here): HereAsManager, Ask(did): Ask<Did>) -> Drawn {
    let form = SettingsForm::filled(here.fresh_once(), &reads::settings(&here).await?);
    page(&here, (&form, &Problems::default()), !did.done.is_empty())
}

pub async fn keep(HereAsManager(here): HereAsManager, Form(sent): Form<BTreeMap<String, String>>) -> Drawn {
    let form = SettingsForm::of(sent);
    let rules = form.read();
    let path = path(&here, "/settings");
    match rules.checked() {
        Err(problems) => page(&here.read_at(path), (&form, &problems), false),
        Ok(settings) => {
            let once = here.once(form.get("once"), &rules);
            acts::set_settings(&here.house, &here.desk.station, settings, (&here.desk.staff, once)).await?;
            Ok(Redirect::to(&format!("{path}?done=1")).into_response())
        }
    }
}
