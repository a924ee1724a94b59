//! Passkeys: what a browser brings is checked step by step as Web Authentication Level 3 says (W3C, 7.1 and 7.2). No
//! attestation is asked for: which maker's key somebody has is nobody's business.
use ring::digest::{SHA256, digest};
use serde::Deserialize;

use super::cbor::{self, Value};
use super::cose::Key;

/// Where passkeys of this deployment are good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The host of the public address: the relying party's id.
    pub id: String,
    /// The public address without a path.
    pub origin: String,
}

impl Party {
    /// Of a public address such as `https://sanhe.example:8600`.
    pub fn of(public_url: &str) -> Party {
        let (scheme, rest) = public_url.split_once("://").unwrap_or(("https", public_url));
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let default = if scheme == "https" { ":443" } else { ":80" };
        let authority = authority.strip_suffix(default).unwrap_or(&authority);
        let id = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => authority,
        };
        Party { id: id.to_owned(), origin: format!("{scheme}://{authority}") }
    }
}

/// Why what a browser brought proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproved {
    /// It cannot be read, or has more or less in it than it may.
    Malformed,
    /// It was made for another act, site, challenge or frame.
    NotForThis,
    /// Nobody touched the key, or the key did not ask who they are.
    NobodyThere,
    /// Of an algorithm that was not asked for.
    Algorithm,
    /// The signature is not the key's.
    Signature,
    /// The key has counted fewer uses than the last time: there may be two of it.
    Copied,
}

/// What is to be proved.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub party: &'a Party,
    pub challenge: &'a [u8],
    /// Whether the key must have asked who they are: a PIN, a finger, a face.
    pub verified: bool,
}

/// A passkey that was just made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub id: Vec<u8>,
    /// The key as the authenticator wrote it.
    pub key: Vec<u8>,
    pub count: u32,
}

#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
    #[serde(rename = "topOrigin")]
    top_origin: Option<String>,
}

fn client_data(json: &[u8], kind: &str, wanted: &Wanted<'_>) -> Result<(), Unproved> {
    let said: ClientData = serde_json::from_slice(json).map_err(|_| Unproved::Malformed)?;
    let challenge = data_encoding::BASE64URL_NOPAD.encode(wanted.challenge);
    let ours = said.kind == kind && said.challenge == challenge && said.origin == wanted.party.origin;
    let inside_another = said.cross_origin || said.top_origin.is_some();
    if ours && !inside_another { Ok(()) } else { Err(Unproved::NotForThis) }
}

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const MAY_BE_BACKED_UP: u8 = 1 << 3;
const BACKED_UP: u8 = 1 << 4;
const HAS_KEY: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;
const LONGEST_ID: usize = 1023;

/// The authenticator's part (6.1).
#[derive(Debug)]
struct AuthenticatorData {
    made: Option<Made>,
    count: u32,
}

fn authenticator_data(bytes: &[u8], wanted: &Wanted<'_>) -> Result<AuthenticatorData, Unproved> {
    let (party, rest) = bytes.split_first_chunk::<32>().ok_or(Unproved::Malformed)?;
    let (&flags, rest) = rest.split_first().ok_or(Unproved::Malformed)?;
    let (count, mut rest) = rest.split_first_chunk::<4>().ok_or(Unproved::Malformed)?;
    let count = u32::from_be_bytes(*count);
    if digest(&SHA256, wanted.party.id.as_bytes()).as_ref() != party {
        return Err(Unproved::NotForThis);
    }
    if flags & PRESENT == 0 || wanted.verified && flags & VERIFIED == 0 {
        return Err(Unproved::NobodyThere);
    }
    if flags & BACKED_UP != 0 && flags & MAY_BE_BACKED_UP == 0 {
        return Err(Unproved::Malformed);
    }
    let made = if flags & HAS_KEY == 0 { None } else { Some(attested(&mut rest, count)?) };
    if flags & HAS_EXTENSIONS != 0 {
        // Of no concern here, but they have to be readable so that nothing else hides behind them.
        let (extensions, after) = cbor::read(rest).map_err(|_| Unproved::Malformed)?;
        rest = after;
        if !matches!(extensions, Value::Map(_)) {
            return Err(Unproved::Malformed);
        }
    }
    if rest.is_empty() { Ok(AuthenticatorData { made, count }) } else { Err(Unproved::Malformed) }
}

fn attested(rest: &mut &[u8], count: u32) -> Result<Made, Unproved> {
    // The first 16 bytes say which maker's model it is; nobody asks.
    let (_model, after) = rest.split_first_chunk::<16>().ok_or(Unproved::Malformed)?;
    let (length, after) = after.split_first_chunk::<2>().ok_or(Unproved::Malformed)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > LONGEST_ID {
        return Err(Unproved::Malformed);
    }
    let (id, after) = after.split_at_checked(length).ok_or(Unproved::Malformed)?;
    let (value, left) = cbor::read(after).map_err(|_| Unproved::Malformed)?;
    let key = after[..after.len() - left.len()].to_vec();
    Key::of(value).ok_or(Unproved::Algorithm)?;
    *rest = left;
    Ok(Made { id: id.to_vec(), key, count })
}

/// The passkey that a browser has just made (7.1).
pub fn register(wanted: &Wanted<'_>, client_json: &[u8], attestation: &[u8]) -> Result<Made, Unproved> {
    client_data(client_json, "webauthn.create", wanted)?;
    let mut object = cbor::read_all(attestation).map_err(|_| Unproved::Malformed)?;
    let mut part = |name: &str| object.remove(&Value::Text(name.to_owned())).ok_or(Unproved::Malformed);
    let (format, statement) = (part("fmt")?, part("attStmt")?);
    let data = part("authData")?.bytes().ok_or(Unproved::Malformed)?;
    if !object.is_empty_map() {
        return Err(Unproved::Malformed);
    }
    let made = authenticator_data(&data, wanted)?.made.ok_or(Unproved::Malformed)?;
    match format {
        Value::Text(f) if f == "none" && statement.is_empty_map() => Ok(made),
        Value::Text(f) if f == "packed" => self_attested(statement, &data, client_json, &made).map(|()| made),
        _ => Err(Unproved::Malformed),
    }
}

/// Some authenticators sign with the new key itself although nobody asked (8.2): then it has to be right.
fn self_attested(mut statement: Value, data: &[u8], client_json: &[u8], made: &Made) -> Result<(), Unproved> {
    let mut part = |name: &str| statement.remove(&Value::Text(name.to_owned())).ok_or(Unproved::Malformed);
    let (alg, signature) = (part("alg")?, part("sig")?.bytes().ok_or(Unproved::Malformed)?);
    let key = Key::read(&made.key).ok_or(Unproved::Algorithm)?;
    if !statement.is_empty_map() || alg != Value::Int(key.algorithm()) {
        return Err(Unproved::Malformed);
    }
    signed(&key, data, client_json, &signature)
}

fn signed(key: &Key, data: &[u8], client_json: &[u8], signature: &[u8]) -> Result<(), Unproved> {
    let message = [data, digest(&SHA256, client_json).as_ref()].concat();
    if key.signed(&message, signature) { Ok(()) } else { Err(Unproved::Signature) }
}

/// What a passkey has signed to let its owner in.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    pub client_json: &'a [u8],
    pub data: &'a [u8],
    pub signature: &'a [u8],
}

/// Whether the passkey with this key lets its owner in (7.2). Gives how many uses it has counted; 0 counts none.
pub fn assert(wanted: &Wanted<'_>, shown: Shown<'_>, key: &[u8], counted: u32) -> Result<u32, Unproved> {
    client_data(shown.client_json, "webauthn.get", wanted)?;
    let data = authenticator_data(shown.data, wanted)?;
    let key = Key::read(key).ok_or(Unproved::Algorithm)?;
    signed(&key, shown.data, shown.client_json, shown.signature)?;
    match data.count {
        0 if counted == 0 => Ok(0),
        n if n > counted => Ok(n),
        _ => Err(Unproved::Copied),
    }
}
