//! What this crate itself holds about a resident.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::session::{self, Kind};
use serde_json::{Value, json};

use crate::holding::Holding;
use crate::ids::PersonId;
use crate::store::persons;
use crate::{cards, children, consents};

/// In the order in which they are forgotten: the person's own row goes last, because others find things by it.
pub const OWN: &[Holding] = &[
    Holding { name: "children", export: children, erase: forget_children },
    Holding { name: "cards", export: cards, erase: forget_cards },
    Holding { name: "consents", export: consents, erase: forget_consents },
    Holding { name: "messages", export: messages, erase: forget_messages },
    Holding { name: "sessions", export: sessions, erase: forget_sessions },
    Holding { name: "person", export: person, erase: forget_person },
];

fn children(c: &mut Conn, house: &House, id: PersonId) -> Result<Value, Fault> {
    let all = children::load(c, house, id)?;
    let told = |c: &children::Child| json!({ "nickname": c.nickname, "band": c.band, "forgotten_at": c.forget_at });
    Ok(all.iter().map(told).collect())
}

fn forget_children(c: &mut Conn, _: &House, id: PersonId, _: Timestamp) -> Result<(), Fault> {
    children::remove_all(c, id)
}

fn cards(c: &mut Conn, _: &House, id: PersonId) -> Result<Value, Fault> {
    let all = cards::cards_of(c, id)?;
    let told =
        |c: &cards::Card| json!({ "issued_at": c.issued_at, "good_until": c.expires_at, "revoked_at": c.revoked_at });
    Ok(all.iter().map(told).collect())
}

fn forget_cards(c: &mut Conn, _: &House, id: PersonId, _: Timestamp) -> Result<(), Fault> {
    cards::remove_all(c, id)
}

fn consents(c: &mut Conn, _: &House, id: PersonId) -> Result<Value, Fault> {
    let all = consents::all_of(c, id)?;
    let told = |c: &consents::Consent| json!({ "kind": c.kind, "text": c.text_version, "given_at": c.given_at, "withdrawn_at": c.withdrawn_at });
    Ok(all.iter().map(told).collect())
}

fn forget_consents(c: &mut Conn, _: &House, id: PersonId, _: Timestamp) -> Result<(), Fault> {
    consents::remove_all(c, id)
}

fn messages(c: &mut Conn, house: &House, id: PersonId) -> Result<Value, Fault> {
    let Some(phone) = persons::phone_of(c, house, id)? else { return Ok(json!([])) };
    let sent = outbox::sent_to(c, house, phone.full())?;
    // A code lets somebody in; a copy of it in a file would do so too.
    let told = |m: &outbox::Message| match m.kind.as_str() {
        "code" => json!({ "kind": m.kind, "made_at": m.made_at }),
        _ => json!({ "kind": m.kind, "made_at": m.made_at, "text": m.text }),
    };
    Ok(sent.iter().map(told).collect())
}

fn forget_messages(c: &mut Conn, house: &House, id: PersonId, _: Timestamp) -> Result<(), Fault> {
    match persons::phone_of(c, house, id)? {
        Some(phone) => outbox::forget_sent_to(c, house, phone.full()),
        None => Ok(()),
    }
}

fn sessions(c: &mut Conn, house: &House, id: PersonId) -> Result<Value, Fault> {
    let open = session::times_of(c, Kind::Resident, id.0, house.now())?;
    Ok(open.iter().map(|(from, until)| json!({ "signed_in_at": from, "ends_at": until })).collect())
}

fn forget_sessions(c: &mut Conn, _: &House, id: PersonId, _: Timestamp) -> Result<(), Fault> {
    session::close_all(c, Kind::Resident, id.0).map(|_| ())
}

fn person(c: &mut Conn, house: &House, id: PersonId) -> Result<Value, Fault> {
    let times = persons::times_of(c, id)?;
    Ok(json!({
        "id": id,
        "name": persons::name_of(c, house, id)?,
        "phone": persons::phone_of(c, house, id)?.map(|p| p.full().to_owned()),
        "known_since": times.created_at,
        "number_proved_at": times.verified_at,
        "forgotten_at_the_latest": times.forget_at,
    }))
}

fn forget_person(c: &mut Conn, _: &House, id: PersonId, _: Timestamp) -> Result<(), Fault> {
    persons::remove(c, id)
}
