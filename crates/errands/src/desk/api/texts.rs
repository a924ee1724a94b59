//! 短信报岗 as a gateway passes it on: `{"from", "text"}`, signed as the messages are that it takes from us.
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::signed::is_signed;
use kernel::view::View;
use kernel::words::Lang;
use people::Phone;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use crate::acts::{self, Declaration, OFFICIAL_PHONE};
use crate::answers::{self, Official};
use crate::rules::{self, OfficialId, Refusal, Source, Unread};
use crate::{says, store};

/// The kind of the answering message.
const ANSWER: &str = "presence-answer";

/// A text message of an official.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TextMessage {
    /// The sender's number.
    #[schema(example = "13800000000")]
    from: String,
    #[schema(example = "下村 15点回")]
    text: String,
}

/// What became of it, in both languages: the same is sent to the number.
#[derive(Debug, Serialize, ToSchema)]
pub struct TextAnswer {
    pub understood: bool,
    pub zh: String,
    pub en: String,
}

/// A text message by which an official says where they are. It answers only where `message_secret` is set, and only to whoever
/// signs with it.
#[utoipa::path(post, path = "/text-messages", tag = "desk", operation_id = "receiveText",
    params(("Yizhan-Signature" = Option<String>, Header, description = "HMAC-SHA-256 of the body with the shared secret, in hexadecimal digits")),
    request_body = TextMessage,
    responses((status = 200, body = TextAnswer, description = "What was understood, or an example"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The body cannot be read"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "The signature is not good"),
        (status = 404, body = Problem, content_type = "application/problem+json",
            description = "No secret is set, or the number is no official's")))]
pub async fn text(
    State(house): State<House>,
    v: View,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<TextAnswer>, Wrong> {
    let secret = house.settings.message_secret.clone().filter(|s| !s.is_empty()).ok_or(Fault::NotFound)?;
    heard(&house, &v, (&secret, &headers), &body).await.map(Json)
}

/// Takes one message that came with `headers`.
pub async fn heard(
    house: &House,
    v: &View,
    (secret, headers): (&str, &HeaderMap),
    body: &[u8],
) -> Result<TextAnswer, Wrong> {
    if !is_signed(secret, headers, body) {
        return Err(Problem::new(StatusCode::UNAUTHORIZED, "bad-signature", v.t("errands-desk-bad-signature")).into());
    }
    let unreadable = || Problem::new(StatusCode::BAD_REQUEST, "unreadable-request", v.t("fault-unreadable"));
    let message: TextMessage = serde_json::from_slice(body).map_err(|_| unreadable())?;
    // A number that is none belongs to nobody.
    let phone: Phone = message.from.parse().map_err(|_| Fault::NotFound)?;
    let hash = house.keys.lookup(OFFICIAL_PHONE, phone.full());
    let whose = move |c: &mut Conn| {
        let (station, official) = store::by_phone_hash(c, &hash)?.ok_or(Fault::NotFound)?;
        let station = stations::by_id(c, station)?;
        let villages = stations::villages(c, &station.division)?;
        Ok::<_, Fault>((Arc::new(station), official, villages))
    };
    let (station, official, villages) = house.db.snapshot(whose).await?;
    let names: Vec<(i64, &str)> = villages.iter().map(|d| (d.code, d.name.as_str())).collect();
    let answer = said(house, (&station, official), &message.text, &names).await?;
    let (h, at, now) = (house.clone(), station.id, house.now());
    let words = format!("{}\n{}", answer.zh, answer.en);
    house.db.write(move |c| outbox::post(c, &h, at, ANSWER, (phone.full(), &words), now)).await?;
    Ok(answer)
}

/// Declares what the text says, and tells it back.
async fn said(
    house: &House,
    (station, official): (&Arc<Station>, OfficialId),
    text: &str,
    villages: &[(i64, &str)],
) -> Result<TextAnswer, Fault> {
    let now = answers::wall(station, house.now());
    let declared = match rules::read_text(now, text, villages) {
        Ok(declared) => declared,
        Err(unread) => return Ok(not_read(house, &unread)),
    };
    let how = (Source::Text, None, vec![]);
    match acts::declare_with(house, station, (official, declared), how, None).await {
        Ok(done) => {
            let at = station.id;
            let all = house.db.read(move |c: &mut Conn| store::officials(c, at)).await?;
            Ok(read(house, station, &done, &all))
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => Ok(refused(house, station, &refusal)),
    }
}

fn both(house: &House, understood: bool, say: impl Fn(&View) -> String) -> TextAnswer {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| say(&View::plain(house, lang)));
    TextAnswer { understood, zh, en }
}

/// 已公布：下村 16:00 回。等你的 2 人已通知：1 人等到 16:00，1 人转给马学兰
fn read(house: &House, station: &Station, done: &Declaration, officials: &[Official]) -> TextAnswer {
    both(house, true, |v| {
        let when = v.when(&station.zone);
        let (_, words) = says::shown(v, &when, &done.shown);
        let told = v.ta("errands-desk-text-read", &[("is", words.into())]);
        let settled = says::settled(v, &when, &done.settled, officials);
        [Some(told), settled].into_iter().flatten().collect::<Vec<_>>().join(&v.t("promises-stop"))
    })
}

fn refused(house: &House, station: &Station, refusal: &Refusal) -> TextAnswer {
    both(house, false, |v| says::said(v, &station.zone, refusal).what)
}

fn not_read(house: &House, unread: &Unread) -> TextAnswer {
    both(house, false, |v| v.ta("errands-desk-text-not-read", &[("example", unread.example().into())]))
}
