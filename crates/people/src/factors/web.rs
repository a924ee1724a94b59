//! Staff come in, and see to what they come in with.
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::{HtmlPage, Place};
use kernel::refusal::{Not, Refusal};
use kernel::session::{Kind, Token};
use kernel::view::{Peer, View};

use super::acts::{self, Entered, Proved};
use super::forms::{PasskeyForm, SecondForm, SignedForm};
use super::pages::{self, OWN, Own, SIGN_IN, Secret};
use super::store;
use crate::cookies::{let_in, with_cookie};
use crate::forms::{Onward, StaffForm};
use crate::ids::{PasskeyId, StaffId};
use crate::pages::SharedParts;
use crate::pages::sign_in::{Frame, link};
use crate::store::staff;
use crate::who::Staff;

pub fn routes() -> Router<House> {
    Router::new()
        .route(SIGN_IN, get(ask).post(password))
        .route("/staff/sign-in/{token}", get(door).post(second))
        .route("/staff/passkey-sessions", post(passkey))
        .route(OWN, get(own))
        .route("/staff/me/app", get(app).post(begin_app))
        .route("/staff/me/app/proof", post(prove_app))
        .route("/staff/me/app/removal", post(remove_app))
        .route("/staff/me/recovery-codes", post(new_codes))
        .route("/staff/me/passkeys", post(keep_passkey))
        .route("/staff/me/passkeys/{passkey}/removal", post(remove_passkey))
}

/// What every page here is drawn with.
struct Here {
    house: House,
    parts: SharedParts,
    v: View,
}

impl Here {
    async fn place(&self, onward: &Onward) -> Result<Option<Place>, Fault> {
        Ok(self.parts.place_of(&self.house, &self.v, onward).await?.1)
    }

    fn frame<'f>(&'f self, place: &'f Option<Place>, onward: &'f Onward) -> Frame<'f> {
        Frame { v: &self.v, place: place.as_ref(), onward }
    }

    async fn desk(&self, id: StaffId) -> Result<String, Fault> {
        (self.parts.desk)(self.house.clone(), id).await
    }

    async fn in_at(&self, (id, token): (StaffId, Token), onward: &Onward) -> Result<Response, Fault> {
        let desk = self.desk(id).await?;
        let_in(&self.house, Kind::Staff, &token, onward.then_or(&desk))
    }

    async fn password_page(&self, login: &str, onward: &Onward, problems: Problems) -> Result<HtmlPage, Fault> {
        let place = self.place(onward).await?;
        Ok(pages::password(self.frame(&place, onward), login, &problems))
    }
}

type Asked = (State<House>, Extension<SharedParts>, View);

fn here((State(house), Extension(parts), v): Asked) -> Here {
    Here { house, parts, v }
}

async fn ask(asked: Asked, Query(onward): Query<Onward>) -> Result<HtmlPage, Fault> {
    here(asked).password_page("", &onward, Problems::default()).await
}

async fn password(
    asked: Asked,
    peer: Peer,
    headers: HeaderMap,
    Form(form): Form<StaffForm>,
) -> Result<Response, Fault> {
    let mut here = here(asked);
    here.v.here = link(SIGN_IN, &form.onward);
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(typed) => match acts::sign_in_staff(&here.house, &peer, typed, None, Token::of(&headers)).await {
            Ok(Entered::In(id, token)) => return here.in_at((id, token), &form.onward).await,
            Ok(Entered::Second(token) | Entered::SetUp(token)) => {
                return Ok(Redirect::to(&pages::door_path(&token, &form.onward)).into_response());
            }
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
        },
    };
    Ok(here.password_page(&form.login, &form.onward, problems).await?.into_response())
}

async fn door(asked: Asked, At(token): At<String>, Query(onward): Query<Onward>) -> Result<HtmlPage, Fault> {
    door_page(&here(asked), &token, &onward, Problems::default()).await
}

/// The second step: digits if there is an app or a passkey, otherwise setting one up; or that the wait is over.
async fn door_page(here: &Here, token: &str, onward: &Onward, problems: Problems) -> Result<HtmlPage, Fault> {
    let place = here.place(onward).await?;
    let frame = here.frame(&place, onward);
    let Some((id, has)) = acts::person_at_door(&here.house, token.to_owned()).await? else {
        let over = || Problems::about_the_whole(super::said::FactorRefusal::Gone.say(&here.v));
        return Ok(pages::gone(frame, &if problems.none() { over() } else { problems }));
    };
    let once = here.house.new_id().to_string();
    if has.totp || has.passkeys > 0 {
        return Ok(pages::second(frame, token, (has.totp, &once), &problems));
    }
    let action = format!("{SIGN_IN}/{token}");
    set_up_page(here, id, (frame, &action), (true, &problems)).await
}

async fn set_up_page(
    here: &Here,
    id: StaffId,
    (frame, action): (Frame<'_>, &str),
    (at_door, problems): (bool, &Problems),
) -> Result<HtmlPage, Fault> {
    let secret = acts::pending(&here.house, id).await?.ok_or(Fault::NotFound)?;
    let login = here.house.db.read(move |c| staff::login_of(c, id)).await?;
    let issuer = frame.place.map_or_else(|| here.v.t("page-product"), |p| p.name.clone());
    let once = here.house.new_id().to_string();
    let secret = Secret { secret: &secret, login: &login, issuer: &issuer };
    pages::set_up(frame, action, (secret, &once), (at_door, problems))
}

async fn second(
    asked: Asked,
    peer: Peer,
    At(token): At<String>,
    Form(form): Form<SecondForm>,
) -> Result<Response, Fault> {
    let mut here = here(asked);
    here.v.here = pages::door_path(&token, &form.onward);
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(typed) => match shown(&here, &peer, &token, (typed, &form)).await {
            Ok(response) => return Ok(response),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
        },
    };
    Ok(door_page(&here, &token, &form.onward, problems).await?.into_response())
}

async fn shown(
    here: &Here,
    peer: &Peer,
    token: &str,
    (typed, form): (String, &SecondForm),
) -> Result<Response, Not<super::said::FactorRefusal>> {
    let at_door = acts::person_at_door(&here.house, token.to_owned()).await?;
    let sets_up = at_door.is_some_and(|(_, has)| !has.totp && has.passkeys == 0);
    if sets_up {
        let proved = acts::prove_at_door(&here.house, token.to_owned(), (typed, form.once.clone())).await?;
        return Ok(codes_page(here, proved, &form.onward).await?);
    }
    let signed_in = acts::show_second(&here.house, peer, token.to_owned(), (typed, form.once.clone())).await?;
    Ok(here.in_at(signed_in, &form.onward).await?)
}

/// The codes, shown once; whoever stood at the door is in with the same answer.
async fn codes_page(here: &Here, proved: Proved, onward: &Onward) -> Result<Response, Fault> {
    let (place, desk) = (here.place(onward).await?, here.desk(proved.staff).await?);
    let to = if proved.token.is_some() { onward.then_or(&desk) } else { OWN };
    let page = pages::codes(here.frame(&place, onward), &proved.codes, to).into_response();
    match proved.token {
        Some(token) => with_cookie(page, &token.set_cookie(Kind::Staff, &here.house.settings)),
        None => Ok(page),
    }
}

async fn passkey(asked: Asked, headers: HeaderMap, Form(form): Form<SignedForm>) -> Result<Response, Fault> {
    let mut here = here(asked);
    here.v.here = link(SIGN_IN, &form.onward);
    let Some(signed) = form.read() else { return Ok(Redirect::to(&here.v.here).into_response()) };
    let problems = match acts::sign_in_with_passkey(&here.house, signed, Token::of(&headers)).await {
        Ok(signed_in) => return here.in_at(signed_in, &form.onward).await,
        Err(Not::Fault(fault)) => return Err(fault),
        Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
    };
    Ok(here.password_page("", &form.onward, problems).await?.into_response())
}

async fn own(asked: Asked, me: Staff) -> Result<HtmlPage, Fault> {
    own_page(&here(asked), &me, Problems::default()).await
}

async fn own_page(here: &Here, me: &Staff, problems: Problems) -> Result<HtmlPage, Fault> {
    let id = me.id;
    let read = here.house.db.snapshot(move |c| Ok::<_, Fault>((store::has(c, id)?, store::passkeys_of(c, id)?)));
    let ((has, passkeys), desk) = (read.await?, here.desk(id).await?);
    let onward = Onward { then: desk.clone(), ..Onward::default() };
    let place = here.place(&onward).await?;
    let own = Own { has_app: has.totp, codes_left: has.codes, passkeys: &passkeys, desk: &desk };
    Ok(pages::own(here.frame(&place, &Onward::default()), &own, &problems))
}

/// Back on one's own page, with what a rule said if it said no.
async fn done<T>(here: &Here, me: &Staff, what: Result<T, Not<super::said::FactorRefusal>>) -> Result<Response, Fault> {
    match what {
        Ok(_) => Ok(Redirect::to(OWN).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            Ok(own_page(here, me, Problems::about_the_whole(refusal.say(&here.v))).await?.into_response())
        }
    }
}

async fn begin_app(asked: Asked, me: Staff) -> Result<Response, Fault> {
    let here = here(asked);
    match acts::begin_totp(&here.house, me.id).await {
        Ok(_) => Ok(Redirect::to("/staff/me/app").into_response()),
        refused => done(&here, &me, refused).await,
    }
}

async fn app(asked: Asked, me: Staff) -> Result<HtmlPage, Fault> {
    app_page(&here(asked), &me, &Problems::default()).await
}

async fn app_page(here: &Here, me: &Staff, problems: &Problems) -> Result<HtmlPage, Fault> {
    let desk = here.desk(me.id).await?;
    let (place, onward) = (here.place(&Onward { then: desk, ..Onward::default() }).await?, Onward::default());
    set_up_page(here, me.id, (here.frame(&place, &onward), "/staff/me/app/proof"), (false, problems)).await
}

async fn prove_app(asked: Asked, peer: Peer, me: Staff, Form(form): Form<SecondForm>) -> Result<Response, Fault> {
    let here = here(asked);
    crate::acts::count_guess(&here.house, &peer)?;
    let problems = match crate::forms::digits(&form.digits) {
        Err(problems) => problems,
        Ok(digits) => match acts::prove_totp(&here.house, me.id, digits).await {
            Ok(proved) => return codes_page(&here, proved, &Onward::default()).await,
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(super::said::FactorRefusal::NotTheDigits)) => {
                Problems::about_the_whole(super::said::FactorRefusal::NotTheDigits.say(&here.v))
            }
            refused => return done(&here, &me, refused).await,
        },
    };
    Ok(app_page(&here, &me, &problems).await?.into_response())
}

async fn remove_app(asked: Asked, me: Staff) -> Result<Response, Fault> {
    let here = here(asked);
    let removed = acts::remove_totp(&here.house, me.id).await;
    done(&here, &me, removed).await
}

async fn new_codes(asked: Asked, me: Staff) -> Result<Response, Fault> {
    let here = here(asked);
    match acts::new_codes(&here.house, me.id).await {
        Ok(codes) => codes_page(&here, Proved { staff: me.id, codes, token: None }, &Onward::default()).await,
        refused => done(&here, &me, refused).await,
    }
}

async fn keep_passkey(asked: Asked, me: Staff, Form(form): Form<PasskeyForm>) -> Result<Response, Fault> {
    let here = here(asked);
    let Some(brought) = form.read() else { return Ok(Redirect::to(OWN).into_response()) };
    let kept = acts::keep_passkey(&here.house, me.id, brought).await;
    done(&here, &me, kept).await
}

async fn remove_passkey(asked: Asked, me: Staff, At(id): At<PasskeyId>) -> Result<Response, Fault> {
    let here = here(asked);
    let removed = acts::remove_passkey(&here.house, me.id, id).await;
    done(&here, &me, removed).await
}
