//! Saying something, and the receipt that comes back.
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::upload::{File, Upload};
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::At;

use super::private;
use crate::acts::{self, Doing, Left};
use crate::answers::Holder;
use crate::frame::Frame;
use crate::ports::Ports;
use crate::public::forms::NewForm;
use crate::public::pages::{self, Saying, Stands};
use crate::public::paths::{follow_path, new_path};
use crate::public::reads;
use crate::rules::Refusal;

/// How the form was opened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Opened {
    at: String,
}

/// One request.
struct Here {
    doing: Doing,
    v: View,
}

pub async fn form(
    State(house): State<House>,
    Extension(ports): Extension<Ports>,
    v: View,
    At { station }: At,
    Query(opened): Query<Opened>,
) -> Result<Response, Fault> {
    let form = NewForm { at: opened.at, ..NewForm::default() };
    let here = Here { doing: Doing::new(house, station, ports), v };
    form_page(&here, &form, (&Problems::default(), None)).await
}

/// `challenge` is what a refusal asks for.
async fn form_page(
    here: &Here,
    form: &NewForm,
    (problems, challenge): (&Problems, Option<String>),
) -> Result<Response, Fault> {
    let Doing { house, station, ports } = &here.doing;
    let offer = reads::offer(house, *ports, station).await?;
    let challenge = challenge.or(offer.challenge.map(|c| c.challenge));
    let once = house.new_id().to_string();
    let mut v = here.v.at(new_path(station));
    if form.at_kiosk() {
        // Whoever stands at a machine reads large letters, whatever its last user chose.
        v.care = true;
    }
    let saying = Saying {
        categories: &offer.categories,
        officials: &offer.officials,
        form,
        problems,
        once: &once,
        challenge: challenge.as_deref(),
    };
    Ok(private(pages::new(Frame { v: &v, station }, &saying)))
}

fn chosen(files: Vec<File>) -> Vec<Vec<u8>> {
    files.into_iter().filter(|file| file.field == "photo").map(|file| file.bytes).collect()
}

pub async fn leave(
    State(house): State<House>,
    Extension(ports): Extension<Ports>,
    v: View,
    (At { station }, peer): (At, Peer),
    Upload { mut form, files }: Upload<NewForm>,
) -> Result<Response, Fault> {
    let here = Here { doing: Doing::new(house, station, ports), v };
    let mut problems = Problems::default();
    let files = chosen(files);
    form.photos = !files.is_empty();
    // Before anything is read that costs the machine something.
    reads::counted(&here.doing.house, &peer)?;
    let photos = reads::photos(&here.doing.house, files, (&mut problems, "photo")).await?;
    let body = form.read();
    let (problems, challenge) = match body.checked(problems, photos, form.source()) {
        Err(problems) => (problems, None),
        Ok(new) => match acts::leave(&here.doing, new, body.stamp, Some(&form.once)).await {
            Ok(left) => return left_page(&here, &form, &left).await,
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => {
                let problems = Problems::about_the_whole(refusal.say(&here.v));
                let Refusal::Busy { challenge, .. } = refusal else {
                    return form_page(&here, &form, (&problems, None)).await;
                };
                (problems, Some(challenge))
            }
        },
    };
    form_page(&here, &form, (&problems, challenge)).await
}

async fn left_page(here: &Here, form: &NewForm, left: &Left) -> Result<Response, Fault> {
    let Doing { house, station, .. } = &here.doing;
    let seen = reads::seen(house, station, Holder { id: left.id }).await?;
    let address = format!("{}{}", house.settings.public_url, follow_path(station));
    let mut v = here.v.at(follow_path(station));
    v.care |= form.at_kiosk();
    let shown =
        pages::Left { receipt: &left.receipt, stands: Stands::of(&seen), kiosk: form.at_kiosk(), address: &address };
    Ok(private(pages::left(Frame { v: &v, station }, &shown)?))
}
