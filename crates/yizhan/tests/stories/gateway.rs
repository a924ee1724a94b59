//! Messages on their way to a real gateway on this machine: taken, refused, slow, elsewhere, away.
use std::collections::VecDeque;
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::SignedDuration;
use kernel::clock::{Clock, Rehearsal};
use kernel::db::types::StationId;
use kernel::house::House;
use kernel::outbox::{self, Message};
use kernel::signed::signature;
use serde_json::Value;
use tokio::net::TcpListener;
use yizhan::opening;
use yizhan::webhook::Webhook;

use crate::ground::{self, EVENING, Ground, settings};

const STATION: StationId = StationId(63_020_310_201);
const PHONE: &str = "13800000007";
const TEXT: &str = "乒乓球台今晚 20:00，验证码 604213";
const SECRET: &str = "shared with the gateway";
/// Longer than a gateway on this machine needs, also when the machine is busy.
const PATIENCE: Duration = Duration::from_secs(5);
/// After this many tries a message is given up.
const TRIES: usize = 8;
/// Longer than any wait between two tries.
const A_WHILE: SignedDuration = SignedDuration::from_hours(3);

/// What the gateway does with one request; without orders it takes it.
enum Order {
    Answer(u16),
    Redirect(StatusCode),
    Wait(Duration),
}

/// What the gateway saw.
#[derive(Default)]
struct Desk {
    orders: VecDeque<Order>,
    bodies: Vec<Bytes>,
    signatures: Vec<Option<String>>,
    /// Requests that came where a redirect leads.
    elsewhere: usize,
}

type Gateway = Arc<Mutex<Desk>>;

async fn receive(State(gateway): State<Gateway>, headers: HeaderMap, body: Bytes) -> Response {
    let order = {
        let mut desk = gateway.lock().expect("nobody panicked");
        let signed = headers.get("yizhan-signature").and_then(|h| h.to_str().ok()).map(str::to_owned);
        assert_eq!(headers[header::CONTENT_TYPE], "application/json");
        desk.signatures.push(signed);
        desk.bodies.push(body.clone());
        desk.orders.pop_front()
    };
    match order {
        // A gateway may repeat what it was sent: nothing of it is kept.
        Some(Order::Answer(code)) => (StatusCode::from_u16(code).expect("a status"), body).into_response(),
        Some(Order::Redirect(code)) => (code, [(header::LOCATION, "/elsewhere")], body).into_response(),
        Some(Order::Wait(time)) => {
            tokio::time::sleep(time).await;
            StatusCode::OK.into_response()
        }
        None => StatusCode::ACCEPTED.into_response(),
    }
}

async fn elsewhere(State(gateway): State<Gateway>) -> StatusCode {
    gateway.lock().expect("nobody panicked").elsewhere += 1;
    StatusCode::OK
}

/// A station with one message to send, and the gateway that it goes to.
struct Post {
    house: House,
    hand: Rehearsal,
    gateway: Gateway,
    address: String,
    channel: Arc<Webhook>,
    _ground: Ground,
}

impl Post {
    async fn on(ground: Ground) -> Post {
        let door = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
        let address = format!("http://{}/sms?token=in-the-address", door.local_addr().expect("it has an address"));
        let gateway = Gateway::default();
        let paths = Router::new().route("/sms", post(receive)).route("/elsewhere", get(elsewhere).post(elsewhere));
        let paths = paths.with_state(gateway.clone());
        tokio::spawn(async move { axum::serve(door, paths).await });
        opening::migrate(&settings(&ground.url()), |_| {}).expect("the migrations apply");
        let (clock, hand) = Clock::by_hand(EVENING.parse().expect("an instant"));
        let house = ground::house(&ground.url(), clock);
        let channel = Arc::new(Webhook::to(address.clone(), Some(SECRET.into()), PATIENCE));
        let made = Post { house, hand, gateway, address, channel, _ground: ground };
        made.write().await;
        made
    }

    async fn write(&self) {
        let h = self.house.clone();
        let write = move |c: &mut _| outbox::post(c, &h, STATION, "code", (PHONE, TEXT), h.now());
        self.house.db.write(write).await.expect("a message can be written");
    }

    fn orders(&self, orders: impl IntoIterator<Item = Order>) {
        self.gateway.lock().expect("nobody panicked").orders.extend(orders);
    }

    /// One round of sending: how many were taken.
    async fn round(&self) -> usize {
        outbox::deliver(&self.house, self.channel.clone()).await.expect("the outbox is readable")
    }

    /// The same after every wait between two tries is over.
    async fn round_later(&self) -> usize {
        self.hand.move_to(self.house.now() + A_WHILE);
        self.round().await
    }

    async fn message(&self) -> Message {
        let h = self.house.clone();
        let newest = self.house.db.read(move |c| outbox::newest(c, &h, STATION, 1)).await;
        newest.expect("the outbox is readable").remove(0)
    }

    /// The ids of what came, in order.
    fn ids(&self) -> Vec<String> {
        let desk = self.gateway.lock().expect("nobody panicked");
        let id = |body: &Bytes| serde_json::from_slice::<Value>(body).expect("JSON")["id"].as_str().map(str::to_owned);
        desk.bodies.iter().map(|body| id(body).expect("an id")).collect()
    }
}

async fn each(story: impl AsyncFn(Post)) {
    for ground in [Some(Ground::file()), Ground::schema()].into_iter().flatten() {
        story(Post::on(ground).await).await;
    }
}

/// Everything that is logged on this thread while it lives.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panicked").write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn listen(&self) -> tracing::subscriber::DefaultGuard {
        let log = self.clone();
        let lines = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
        tracing::subscriber::set_default(lines.with_writer(move || log.clone()).finish())
    }

    /// What was logged names nobody and nothing secret.
    fn says(&self, words: &str) {
        let said = String::from_utf8(self.0.lock().expect("nobody panicked").clone()).expect("UTF-8");
        assert!(said.contains(words), "“{words}” was not logged, but: {said}");
        for secret in [PHONE, "604213", SECRET, "in-the-address"] {
            assert!(!said.contains(secret), "“{secret}” was logged: {said}");
        }
    }
}

#[tokio::test]
async fn the_gateway_gets_a_signed_message_once() {
    each(async |post| {
        let log = Log::default();
        let _listening = log.listen();
        assert_eq!((post.round().await, post.round_later().await), (1, 0));
        {
            let desk = post.gateway.lock().expect("nobody panicked");
            let body: Value = serde_json::from_slice(&desk.bodies[0]).expect("JSON");
            let expected = serde_json::json!({
                "id": body["id"], "kind": "code", "to": PHONE, "text": TEXT, "made_at": "2026-06-24T11:20:00Z",
            });
            assert_eq!(body, expected);
            assert_eq!(desk.signatures, [Some(signature(SECRET, &desk.bodies[0]))]);
        }
        assert_eq!(post.message().await.state, outbox::State::Sent);
        assert_eq!(post.ids(), [post.message().await.id.to_string()]);
        log.says("");
    })
    .await;
}

#[tokio::test]
async fn a_gateway_that_fails_is_tried_again_with_the_same_id() {
    each(async |post| {
        let log = Log::default();
        let _listening = log.listen();
        post.orders([Order::Answer(500), Order::Answer(429)]);
        assert_eq!(post.round().await, 0);
        assert_eq!(post.round().await, 0, "not again at once");
        assert_eq!((post.round_later().await, post.round_later().await), (0, 1));
        let id = post.message().await.id.to_string();
        assert_eq!(post.ids(), [id.clone(), id.clone(), id]);
        log.says("the gateway answered 500");
    })
    .await;
}

#[tokio::test]
async fn a_message_that_nobody_takes_is_given_up_for_the_call_list() {
    each(async |post| {
        post.orders((0..TRIES).map(|_| Order::Answer(503)));
        for _ in 0..TRIES + 2 {
            assert_eq!(post.round_later().await, 0);
        }
        assert_eq!(post.ids().len(), TRIES, "it was tried again after it was given up");
        let message = post.message().await;
        assert_eq!((message.state, message.to.as_str()), (outbox::State::GivenUp, PHONE));
    })
    .await;
}

#[tokio::test]
async fn a_slow_gateway_is_not_waited_for_and_the_others_get_their_turn() {
    each(async |mut post| {
        let log = Log::default();
        let _listening = log.listen();
        post.channel = Arc::new(Webhook::to(post.address.clone(), None, Duration::from_millis(300)));
        post.write().await;
        post.orders([Order::Wait(Duration::from_secs(20))]);
        assert_eq!(post.round().await, 1, "the second is taken");
        assert_eq!(post.round_later().await, 1, "then the first");
        let ids = post.ids();
        assert_eq!((ids.len(), &ids[0]), (3, &ids[2]));
        log.says("a message was not sent");
    })
    .await;
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_means_not_taken() {
    each(async |post| {
        let log = Log::default();
        let _listening = log.listen();
        post.orders([Order::Redirect(StatusCode::FOUND), Order::Redirect(StatusCode::TEMPORARY_REDIRECT)]);
        assert_eq!((post.round().await, post.round_later().await, post.round_later().await), (0, 0, 1));
        assert_eq!(post.gateway.lock().expect("nobody panicked").elsewhere, 0);
        log.says("the gateway answered 302");
        log.says("the gateway answered 307");
    })
    .await;
}

#[tokio::test]
async fn a_gateway_that_is_away_is_tried_again_when_it_is_back() {
    each(async |mut post| {
        let log = Log::default();
        let _listening = log.listen();
        let back = post.channel.clone();
        // Nobody listens at a port that was given back.
        let closed = TcpListener::bind("127.0.0.1:0").await.and_then(|door| door.local_addr()).expect("a port");
        post.channel = Arc::new(Webhook::to(format!("http://{closed}/sms"), Some(SECRET.into()), PATIENCE));
        assert_eq!(post.round().await, 0);
        post.channel = back;
        assert_eq!(post.round_later().await, 1);
        log.says("refused");
    })
    .await;
}
