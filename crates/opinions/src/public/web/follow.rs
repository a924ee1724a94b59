//! What whoever has the receipt presses. The receipt is in the body of each request, and the page is its answer: it has no address
//! of its own that a browser could keep.
use axum::extract::{Form, FromRequestParts};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::photo::Photo;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::upload::Upload;
use kernel::view::{Peer, View};
use stations::At;

use super::private;
use crate::acts::Doing;
use crate::answers::Holder;
use crate::frame::Frame;
use crate::ports::Ports;
use crate::public::forms::FollowForm;
use crate::public::made::{Made, make};
use crate::public::pages::{self, Shown, Stands};
use crate::public::paths::follow_path;
use crate::public::reads::{self, Opened};
use crate::rules::{Receipt, Satisfied};

/// One request.
pub struct Here {
    doing: Doing,
    v: View,
    peer: Peer,
}

impl FromRequestParts<House> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Here, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let Ok(peer) = Peer::from_request_parts(parts, house).await;
        let v = View::of(house, &parts.headers, follow_path(&station));
        Ok(Here { doing: Doing::new(house.clone(), station, Ports::of(parts)?), v, peer })
    }
}

pub async fn form(here: Here) -> HtmlPage {
    pages::follow(here.frame(), "", &Problems::default())
}

pub async fn look(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    match here.open(&form).await? {
        Ok((receipt, holder)) => here.shown(&FollowForm::default(), (&receipt, holder), After::default()).await,
        Err(page) => Ok(page),
    }
}

/// The slip on paper.
pub async fn slip(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    let (receipt, holder) = match here.open(&form).await? {
        Ok(opened) => opened,
        Err(page) => return Ok(page),
    };
    let seen = reads::seen(&here.doing.house, &here.doing.station, holder).await?;
    let address = format!("{}{}", here.doing.house.settings.public_url, follow_path(&here.doing.station));
    let kiosk = form.at == "kiosk";
    let shown = pages::Left { receipt: &receipt, stands: Stands::of(&seen), kiosk, address: &address };
    Ok(private(pages::slip(here.frame(), &shown)?))
}

/// What a request has led to, beside how the opinion stands now.
#[derive(Default)]
struct After {
    done: Option<&'static str>,
    refused: Option<(StatusCode, Said)>,
    problems: Problems,
}

impl Here {
    fn frame(&self) -> Frame<'_> {
        Frame { v: &self.v, station: &self.doing.station }
    }

    /// Whoever has no receipt is asked for it again.
    async fn open(&self, form: &FollowForm) -> Result<Result<(Receipt, Holder), Response>, Fault> {
        Ok(match reads::opened(&self.doing.house, &self.doing.station, &form.receipt, &self.peer).await? {
            Opened::With(receipt, holder) => Ok((receipt, holder)),
            Opened::Not(problems) => Err(private(pages::follow(self.frame(), &form.receipt, &problems))),
        })
    }

    async fn shown(
        &self,
        form: &FollowForm,
        (receipt, holder): (&Receipt, Holder),
        after: After,
    ) -> Result<Response, Fault> {
        let seen = reads::seen(&self.doing.house, &self.doing.station, holder).await?;
        let photos = reads::photo_paths(&self.doing.house, &self.doing.station, &seen);
        let once = self.doing.house.new_id().to_string();
        let shown = Shown {
            seen: &seen,
            receipt,
            photos: &photos,
            once: &once,
            done: after.done,
            refused: after.refused.as_ref(),
            form,
            problems: &after.problems,
        };
        Ok(private(pages::seen(self.frame(), &shown)))
    }

    /// Opens, does one thing, and shows how it stands afterwards.
    async fn change(&self, mut form: FollowForm, files: Vec<Vec<u8>>, read: Read) -> Result<Response, Fault> {
        let opened = match self.open(&form).await? {
            Ok(opened) => opened,
            Err(page) => return Ok(page),
        };
        form.photos = !files.is_empty();
        let mut problems = Problems::default();
        let photos = reads::photos(&self.doing.house, files, (&mut problems, "photo")).await?;
        let made = match read(&form, photos, problems) {
            Ok(made) => made,
            Err(problems) => {
                return self.shown(&form, (&opened.0, opened.1), After { problems, ..After::default() }).await;
            }
        };
        let done = made.done();
        let key = Some(form.once.as_str());
        let (form, after) = match make(&self.doing, (opened.1, made), key).await {
            Ok(()) => (FollowForm::default(), After { done, ..After::default() }),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => {
                let refused = Some((refusal.status(), refusal.say(&self.v)));
                (form, After { refused, ..After::default() })
            }
        };
        self.shown(&form, (&opened.0, opened.1), after).await
    }
}

/// What a form asks for.
type Read = fn(&FollowForm, Vec<Photo>, Problems) -> Result<Made, Problems>;

pub async fn reply(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    here.change(form, vec![], |form, _, _| Made::reply(&form.text)).await
}

pub async fn solved(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    here.change(form, vec![], |form, _, _| Ok(Made::Solved(Satisfied::named(&form.satisfied)))).await
}

pub async fn dispute(here: Here, Upload { form, files }: Upload<FollowForm>) -> Result<Response, Fault> {
    let files = files.into_iter().filter(|file| file.field == "photo").map(|file| file.bytes).collect();
    here.change(form, files, |form, photos, problems| Made::dispute(&form.text, photos, problems)).await
}

pub async fn appeal(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    here.change(form, vec![], |form, _, _| Made::appeal((&form.appeal, "appeal"))).await
}

pub async fn publication(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    here.change(form, vec![], |form, _, _| Ok(Made::Publication(!form.allow.is_empty()))).await
}

pub async fn phone(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    here.change(form, vec![], |form, _, _| Made::phone((form.allow != "none").then_some(form.phone.as_str()))).await
}

pub async fn withdrawal(here: Here, Form(form): Form<FollowForm>) -> Result<Response, Fault> {
    here.change(form, vec![], |_, _, _| Ok(Made::Withdrawal)).await
}
