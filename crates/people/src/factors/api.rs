//! The same for programs, and for the script of the pages.
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::routes;
use kernel::session::Kind;
use kernel::view::{Peer, View};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::acts::{self, Entered};
use super::forms::{PasskeyForm, SignedForm, encoded};
use super::pages::door_path;
use super::rules::webauthn::Party;
use super::rules::{cose, totp};
use super::said::FactorRefusal;
use super::store;
use crate::acts::count_guess;
use crate::fails::{Always, Limited, Reading, SignedIn};
use crate::forms;
use crate::forms::Onward;
use crate::ids::{ChallengeId, PasskeyId};
use crate::shapes::Session;
use crate::store::staff;
use crate::who::Staff;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(open_staff_session))
        .routes(routes!(ask_for_passkey))
        .routes(routes!(open_passkey_session))
        .routes(routes!(staff_me))
        .routes(routes!(begin_app, remove_app))
        .routes(routes!(prove_app))
        .routes(routes!(new_recovery_codes))
        .routes(routes!(begin_passkey))
        .routes(routes!(keep_passkey))
        .routes(routes!(remove_passkey))
}

/// How staff sign in.
#[derive(Deserialize, ToSchema)]
struct Login {
    #[schema(min_length = 1, max_length = 60, example = "qihaiyan")]
    login: String,
    #[schema(format = "password", min_length = 1)]
    password: String,
    /// The second factor of those who have one: six digits of the app, or a recovery code.
    #[schema(max_length = 60, example = "012345")]
    second: Option<String>,
}

/// Signs a member of staff in.
///
/// Whoever has a second factor shows it with the password; without it the answer is `second-factor-needed`.
#[utoipa::path(post, path = "/staff/sessions", tag = "people", operation_id = "openStaffSession", security(()),
    request_body = Login,
    responses(
        (status = 201, body = Session, description = "Signed in"),
        (status = 403, body = Problem, content_type = "application/problem+json",
            description = "Login, password or second factor is wrong, or a second factor is needed"),
        Reading, Limited, Always))]
async fn open_staff_session(
    State(house): State<House>,
    v: View,
    peer: Peer,
    Body(ask): Body<Login>,
) -> Result<(StatusCode, Json<Session>), Wrong> {
    let typed = forms::staff(&ask.login, &ask.password).map_err(|p| Problem::fields(&v, &p))?;
    let second = ask.second.filter(|s| !s.trim().is_empty());
    match acts::sign_in_staff(&house, &peer, typed, second, None).await.map_err(|not| Wrong::of(&v, not))? {
        Entered::In(id, token) => Ok(Session::opened(&house, Kind::Staff, id.0, &token)),
        Entered::Second(_) => Err(Problem::refused(&v, &FactorRefusal::SecondNeeded).into()),
        Entered::SetUp(token) => {
            let page = door_path(&token, &Onward::default());
            Err(Problem::refused(&v, &FactorRefusal::SetUpFirst { page }).into())
        }
    }
}

/// A challenge and what the browser's `navigator.credentials` is asked for with it.
#[derive(Serialize, ToSchema)]
struct Asked {
    /// What the answer is sent back with; good once, for five minutes.
    #[schema(value_type = String, format = "uuid")]
    id: ChallengeId,
    /// `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON` (Web Authentication Level 3, 5.1.10).
    #[serde(rename = "publicKey")]
    #[schema(value_type = Object)]
    public_key: Value,
}

/// Five minutes, as the challenge lasts.
const TIMEOUT: u32 = 300_000;

/// Asks for a challenge to sign in with a passkey.
#[utoipa::path(post, path = "/staff/passkey-challenges", tag = "people", operation_id = "askForPasskey", security(()),
    responses((status = 201, body = Asked, description = "What the passkey signs"), Limited, Always))]
async fn ask_for_passkey(State(house): State<House>, peer: Peer) -> Result<(StatusCode, Json<Asked>), Wrong> {
    let challenge = acts::ask_for_passkey(&house, &peer).await?;
    let party = Party::of(&house.settings.public_url);
    let public_key = json!({
        "challenge": encoded(&challenge.bytes),
        "rpId": party.id,
        "timeout": TIMEOUT,
        "userVerification": "required",
    });
    Ok((StatusCode::CREATED, Json(Asked { id: challenge.id, public_key })))
}

/// What a passkey has signed; all but the challenge's id in base64url without padding.
#[derive(Deserialize, ToSchema)]
struct SignedBody {
    #[schema(format = "uuid")]
    challenge: String,
    /// The credential's id.
    #[schema(max_length = 1400)]
    credential: String,
    /// `clientDataJSON`.
    #[schema(max_length = 8000)]
    client: String,
    /// `authenticatorData`.
    #[schema(max_length = 8000)]
    data: String,
    #[schema(max_length = 2000)]
    signature: String,
    /// `userHandle`, if there is one.
    #[schema(max_length = 100)]
    user: Option<String>,
}

/// Signs a member of staff in with a passkey, which is password and second factor at once.
#[utoipa::path(post, path = "/staff/passkey-sessions", tag = "people", operation_id = "openPasskeySession", security(()),
    request_body = SignedBody,
    responses(
        (status = 201, body = Session, description = "Signed in"),
        (status = 403, body = Problem, content_type = "application/problem+json", description = "The passkey is nobody's here"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The challenge is over"),
        Reading, Limited, Always))]
async fn open_passkey_session(
    State(house): State<House>,
    v: View,
    peer: Peer,
    Body(b): Body<SignedBody>,
) -> Result<(StatusCode, Json<Session>), Wrong> {
    count_guess(&house, &peer)?;
    let SignedBody { challenge, credential, client, data, signature, user } = b;
    let user = user.unwrap_or_default();
    let form = SignedForm { challenge, credential, client, data, signature, user, onward: Onward::default() };
    let signed = form.read().ok_or_else(|| malformed(&v))?;
    let (id, token) = acts::sign_in_with_passkey(&house, signed, None).await.map_err(|not| Wrong::of(&v, not))?;
    Ok(Session::opened(&house, Kind::Staff, id.0, &token))
}

fn malformed(v: &View) -> Problem {
    Problem::refused(v, &FactorRefusal::NotProved(super::rules::webauthn::Unproved::Malformed))
}

/// A member of staff, and what they sign in with.
#[derive(Serialize, ToSchema)]
struct StaffMe {
    #[schema(value_type = String, format = "uuid")]
    id: crate::ids::StaffId,
    name: String,
    /// Whether digits of an app are asked for.
    app: bool,
    recovery_codes_left: usize,
    passkeys: Vec<PasskeyBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Passkey)]
struct PasskeyBody {
    #[schema(value_type = String, format = "uuid")]
    id: PasskeyId,
    /// What its owner calls it.
    called: String,
    #[schema(value_type = String, format = "date-time")]
    made_at: jiff::Timestamp,
    #[schema(value_type = Option<String>, format = "date-time")]
    used_at: Option<jiff::Timestamp>,
}

/// The signed-in member of staff.
#[utoipa::path(get, path = "/staff/me", tag = "people", operation_id = "staffMe",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = StaffMe, description = "Who, and what they sign in with"), SignedIn, Always))]
async fn staff_me(State(house): State<House>, me: Staff) -> Result<Json<StaffMe>, Wrong> {
    let id = me.id;
    let read = house.db.snapshot(move |c| Ok::<_, Fault>((store::has(c, id)?, store::passkeys_of(c, id)?)));
    let (has, passkeys) = read.await?;
    let body = |p: store::Passkey| PasskeyBody { id: p.id, called: p.called, made_at: p.made_at, used_at: p.used_at };
    let passkeys = passkeys.into_iter().map(body).collect();
    Ok(Json(StaffMe { id, name: me.name, app: has.totp, recovery_codes_left: has.codes, passkeys }))
}

/// An app's secret, which counts once digits have proved it.
#[derive(Serialize, ToSchema)]
struct AppSecret {
    /// In base32, as it is typed.
    secret: String,
    /// As it is scanned: `otpauth://totp/…`.
    uri: String,
}

/// Makes a secret for an app (RFC 6238: SHA-1, six digits, 30 seconds). Asked again within half an hour it is the same one.
#[utoipa::path(post, path = "/staff/me/app", tag = "people", operation_id = "beginApp",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 201, body = AppSecret, description = "To be proved"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "There is an app already"),
        SignedIn, Always))]
async fn begin_app(State(house): State<House>, v: View, me: Staff) -> Result<(StatusCode, Json<AppSecret>), Wrong> {
    let id = me.id;
    let secret = acts::begin_totp(&house, id).await.map_err(|not| Wrong::of(&v, not))?;
    let login = house.db.read(move |c| staff::login_of(c, id)).await?;
    let uri = totp::uri(&secret, &v.t("page-product"), &login);
    Ok((StatusCode::CREATED, Json(AppSecret { secret: totp::spelled(&secret), uri })))
}

#[derive(Deserialize, ToSchema)]
struct AppDigits {
    #[schema(example = "012345", pattern = "^[0-9]{6}$")]
    digits: String,
}

/// Recovery codes: each lets in once in place of the app. They are told once.
#[derive(Serialize, ToSchema)]
struct RecoveryCodes {
    #[schema(min_items = 10, max_items = 10)]
    codes: Vec<String>,
}

/// Shows that the app works: from now on its digits are asked for.
#[utoipa::path(post, path = "/staff/me/app/proof", tag = "people", operation_id = "proveApp",
    security(("bearer" = []), ("cookie" = [])),
    request_body = AppDigits,
    responses(
        (status = 201, body = RecoveryCodes, description = "The app counts; these are for when it is lost"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "There is nothing to prove"),
        SignedIn, Reading, Limited, Always))]
async fn prove_app(
    State(house): State<House>,
    v: View,
    peer: Peer,
    me: Staff,
    Body(typed): Body<AppDigits>,
) -> Result<(StatusCode, Json<RecoveryCodes>), Wrong> {
    let digits = forms::digits(&typed.digits).map_err(|p| Problem::fields(&v, &p))?;
    count_guess(&house, &peer)?;
    let proved = acts::prove_totp(&house, me.id, digits).await.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, Json(RecoveryCodes { codes: proved.codes })))
}

/// Takes the app and its recovery codes away.
#[utoipa::path(delete, path = "/staff/me/app", tag = "people", operation_id = "removeApp",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 204, description = "Gone"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "A manager needs a passkey first"),
        SignedIn, Always))]
async fn remove_app(State(house): State<House>, v: View, me: Staff) -> Result<StatusCode, Wrong> {
    no_content(&v, acts::remove_totp(&house, me.id).await)
}

fn no_content(v: &View, done: Result<(), Not<FactorRefusal>>) -> Result<StatusCode, Wrong> {
    done.map(|()| StatusCode::NO_CONTENT).map_err(|not| Wrong::of(v, not))
}

/// Makes ten new recovery codes; those from before are no longer good.
#[utoipa::path(post, path = "/staff/me/recovery-codes", tag = "people", operation_id = "newRecoveryCodes",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 201, body = RecoveryCodes, description = "The new ones"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "There is no app that could be lost"),
        SignedIn, Always))]
async fn new_recovery_codes(
    State(house): State<House>,
    v: View,
    me: Staff,
) -> Result<(StatusCode, Json<RecoveryCodes>), Wrong> {
    let codes = acts::new_codes(&house, me.id).await.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, Json(RecoveryCodes { codes })))
}

/// Asks for a challenge to make a passkey.
#[utoipa::path(post, path = "/staff/me/passkey-challenges", tag = "people", operation_id = "beginPasskey",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 201, body = Asked, description = "What the browser makes a passkey with"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "There are ten already"),
        SignedIn, Always))]
async fn begin_passkey(State(house): State<House>, v: View, me: Staff) -> Result<(StatusCode, Json<Asked>), Wrong> {
    let id = me.id;
    let (challenge, there) = acts::begin_passkey(&house, id).await.map_err(|not| Wrong::of(&v, not))?;
    let login = house.db.read(move |c| staff::login_of(c, id)).await?;
    let party = Party::of(&house.settings.public_url);
    let credential = |id: &[u8]| json!({ "type": "public-key", "id": encoded(id) });
    let algorithm = |alg: &i64| json!({ "type": "public-key", "alg": alg });
    let public_key = json!({
        "challenge": encoded(&challenge.bytes),
        "rp": { "id": party.id, "name": v.t("page-product") },
        "user": { "id": encoded(&acts::user_of(id)), "name": login, "displayName": me.name },
        "pubKeyCredParams": cose::ALGORITHMS.iter().map(algorithm).collect::<Vec<_>>(),
        "excludeCredentials": there.iter().map(|p| credential(&p.credential)).collect::<Vec<_>>(),
        "authenticatorSelection": { "residentKey": "required", "requireResidentKey": true, "userVerification": "required" },
        "attestation": "none",
        "timeout": TIMEOUT,
    });
    Ok((StatusCode::CREATED, Json(Asked { id: challenge.id, public_key })))
}

/// A passkey that a browser has made; all but the challenge's id and the name in base64url without padding.
#[derive(Deserialize, ToSchema)]
struct MadeBody {
    #[schema(format = "uuid")]
    challenge: String,
    /// `clientDataJSON`.
    #[schema(max_length = 8000)]
    client: String,
    /// `attestationObject`.
    #[schema(max_length = 16000)]
    attestation: String,
    /// What its owner calls it.
    #[schema(max_length = 30)]
    called: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct KeptPasskey {
    #[schema(value_type = String, format = "uuid")]
    id: PasskeyId,
}

/// Keeps a passkey.
#[utoipa::path(post, path = "/staff/me/passkeys", tag = "people", operation_id = "keepPasskey",
    security(("bearer" = []), ("cookie" = [])),
    request_body = MadeBody,
    responses(
        (status = 201, body = KeptPasskey, description = "It lets in from now on"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The challenge is over"),
        SignedIn, Reading, Always))]
async fn keep_passkey(
    State(house): State<House>,
    v: View,
    me: Staff,
    Body(b): Body<MadeBody>,
) -> Result<(StatusCode, Json<KeptPasskey>), Wrong> {
    let MadeBody { challenge, client, attestation, called } = b;
    let form = PasskeyForm { challenge, client, attestation, called: called.unwrap_or_default() };
    let brought = form.read().ok_or_else(|| malformed(&v))?;
    let id = acts::keep_passkey(&house, me.id, brought).await.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, Json(KeptPasskey { id })))
}

/// Removes one of one's own passkeys. One that is not there is fine.
#[utoipa::path(delete, path = "/staff/me/passkeys/{passkey}", tag = "people", operation_id = "removePasskey",
    security(("bearer" = []), ("cookie" = [])),
    params(("passkey" = String, Path, description = "Its id", format = "uuid")),
    responses(
        (status = 204, description = "Gone"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "That is no id"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "A manager needs another factor first"),
        SignedIn, Always))]
async fn remove_passkey(
    State(house): State<House>,
    v: View,
    me: Staff,
    At(id): At<PasskeyId>,
) -> Result<StatusCode, Wrong> {
    no_content(&v, acts::remove_passkey(&house, me.id, id).await)
}
