//! The addresses. Each answers in the format that it ends in.
use axum::Router;
use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{any, get};
use kernel::house::House;
use kernel::once::Once;
use opinions::Ports;
use opinions::acts::Doing;

use super::call::Call;
use super::errors::Failed;
use super::reads;
use super::shapes::{self, BASE};
use super::tree::Document;
use crate::acts;
use crate::rules::{Given, No, query, report};

pub fn routes(ports: Ports) -> Router<House> {
    let v2 = Router::new()
        .route("/services.xml", get(services))
        .route("/services.json", get(services))
        .route("/services/{file}", get(definition))
        .route("/requests.xml", get(requests).post(hand_in))
        .route("/requests.json", get(requests).post(hand_in))
        .route("/requests/{file}", get(request))
        .route("/tokens/{file}", get(token));
    Router::new()
        .route("/open311/discovery.xml", get(discovery))
        .route("/open311/discovery.json", get(discovery))
        .nest(BASE, v2)
        .route("/open311/{*rest}", any(nothing))
        .layer(Extension(ports))
}

async fn discovery(call: Call) -> Response {
    let document = shapes::discovery(&call.v, &call.house);
    call.answer(Ok(document))
}

async fn services(call: Call) -> Response {
    let done = async {
        let station = call.station(&call.given).await?;
        let all = reads::services(&call.house, &station).await?;
        Ok(shapes::services(&call.v, &all))
    };
    call.answer(done.await)
}

async fn definition(call: Call) -> Response {
    let done = async {
        let station = call.station(&call.given).await?;
        let category = reads::service(&call.house, &station, &call.named).await?;
        Ok(shapes::definition(&call.v, &category))
    };
    call.answer(done.await)
}

async fn requests(call: Call) -> Response {
    let done = async {
        let station = call.station(&call.given).await?;
        let asked = query(&call.given, call.house.now(), &station.zone)?;
        let all = reads::posts(&call.house, &station, asked).await?;
        Ok(shapes::requests(&call.v, &station, &all))
    };
    call.answer(done.await)
}

async fn request(call: Call) -> Response {
    let done = async {
        let station = call.station(&call.given).await?;
        let post = reads::post(&call.house, &station, &call.named).await?;
        Ok(shapes::requests(&call.v, &station, &[post]))
    };
    call.answer(done.await)
}

async fn token(call: Call) -> Response {
    let done = async {
        let station = call.station(&call.given).await?;
        let post = reads::of_token(&call.house, &station, &call.named).await?;
        Ok(shapes::token(&call.named, post))
    };
    call.answer(done.await)
}

/// What came as the body of a report.
type Sent = Result<Form<Vec<(String, String)>>, FormRejection>;

async fn hand_in(call: Call, headers: HeaderMap, Extension(ports): Extension<Ports>, sent: Sent) -> Response {
    call.answer(handed_in(&call, &headers, ports, sent).await)
}

fn form(sent: Sent) -> Result<Given, No> {
    match sent {
        Ok(Form(pairs)) => Ok(Given::new(pairs)),
        Err(refused) if refused.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(No::BodyTooLarge),
        Err(_) => Err(No::NotAForm),
    }
}

async fn handed_in(call: &Call, headers: &HeaderMap, ports: Ports, sent: Sent) -> Result<Document, Failed> {
    let sent = form(sent)?;
    // A key in an address would end in the logs of others, so it is read in the body only; a station may stand in either.
    let station = call.station(&sent.clone().or(&call.given)).await?;
    let key = sent.one("api_key").ok_or(No::NoKey)?;
    let partner = reads::bearer(&call.house, &station, key).await?.ok_or(No::WrongKey)?;
    acts::count(&call.house, &partner)?;
    let report = report(&sent)?;
    let service = reads::service(&call.house, &station, &report.service).await?;
    let doing = Doing::new(call.house.clone(), station.clone(), ports);
    let left = acts::leave(&doing, (&partner, report, service.id), Once::header(headers)).await;
    let handed = left.map_err(|not| Failed::of(&call.v, not))?;
    let url = format!("{}{}", call.house.settings.public_url, station.path("/opinions/follow"));
    let notice = call.v.ta("open-receipt", &[("receipt", handed.receipt.into()), ("url", url.into())]);
    Ok(shapes::handed_in(&handed.token, &notice))
}

async fn nothing(call: Call) -> Response {
    call.answer(Err(No::NoSuchPath.into()))
}
