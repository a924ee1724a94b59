//! Telling a resident all that is known of them, and forgetting it: each in one transaction over all slices.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use serde_json::{Map, Value};

use super::own::OWN;
use crate::acts;
use crate::holding::Holdings;
use crate::ids::{CodeId, PersonId};
use crate::rules::CodeRefusal;
use crate::store::{codes, persons};

/// Being forgotten concerns the whole deployment: a resident is one person in a county.
const DEPLOYMENT: StationId = StationId(0);
/// How many are forgotten in one round of the periodic work.
const BATCH: i64 = 100;

/// All that is known of a resident, slice by slice, read as of one moment.
pub async fn all_about(house: &House, holdings: &Holdings, person: PersonId) -> Result<Value, Fault> {
    let (h, holdings) = (house.clone(), holdings.clone());
    let read = house.db.snapshot(move |c| {
        let mut all = Map::new();
        all.insert("written_at".into(), Value::String(h.now().to_string()));
        for holding in OWN.iter().rev().chain(holdings.iter()) {
            all.insert(holding.name.into(), (holding.export)(c, &h, person)?);
        }
        Ok::<_, Fault>(Value::Object(all))
    });
    read.await
}

/// Forgets `me` everywhere, if the digits of a fresh code prove that it is them. Sent again with the same `once` it is
/// answered again, although by then nobody is signed in any more.
pub async fn forget_me(
    house: &House,
    holdings: &Holdings,
    me: Option<PersonId>,
    (code, digits): (CodeId, String),
    once: Option<Once>,
) -> Result<(), Not<CodeRefusal>> {
    let (h, holdings, now) = (house.clone(), holdings.clone(), house.now());
    let work = move |c: &mut Conn| {
        let forgotten = only_once(c, DEPLOYMENT, once.as_ref(), now, |c| {
            let me = me.ok_or(Fault::SignInFirst)?;
            prove_it_is(c, &h, me, (code, &digits))?;
            Ok(forget(c, &h, &holdings, me, now)?)
        });
        match forgotten {
            // The try was counted, and that must be kept: the change succeeds and carries the refusal out.
            Err(Not::Refused(refusal)) => Ok(Err(refusal)),
            Err(Not::Fault(fault)) => Err(fault),
            Ok(()) => Ok(Ok(())),
        }
    };
    house.db.write(work).await?.map_err(Not::Refused)
}

fn prove_it_is(
    c: &mut Conn,
    house: &House,
    me: PersonId,
    (id, digits): (CodeId, &str),
) -> Result<(), Not<CodeRefusal>> {
    // Somebody else's code is not tried at all.
    let whose = codes::code_by_id(c, id)?.map(|code| code.person);
    if whose != Some(me) {
        return Err(Not::Refused(CodeRefusal::Gone));
    }
    acts::prove(c, house, id, digits).map(|_| ())
}

/// Forgets a person in all slices. Their row is held first: whoever adds something of theirs holds it too, and finds it gone.
fn forget(c: &mut Conn, house: &House, holdings: &Holdings, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    persons::hold(c, person)?;
    for holding in holdings.iter().chain(OWN) {
        (holding.erase)(c, house, person, now)?;
    }
    Ok(())
}

/// Forgets everybody whose time is over: whom nobody proved, and who has not been here for years. One transaction each.
pub async fn forget_whose_time_is_over(house: &House, holdings: &Holdings) -> Result<(), Fault> {
    loop {
        let now = house.now();
        let due = house.db.read(move |c| persons::to_be_forgotten(c, now, BATCH)).await?;
        for person in &due {
            let (h, holdings, person) = (house.clone(), holdings.clone(), *person);
            house.db.write(move |c| forget_if_still_due(c, &h, &holdings, person, now)).await?;
        }
        if due.is_empty() {
            return Ok(());
        }
    }
}

fn forget_if_still_due(
    c: &mut Conn,
    house: &House,
    holdings: &Holdings,
    person: PersonId,
    now: Timestamp,
) -> Result<(), Fault> {
    match persons::hold(c, person) {
        Err(Fault::NotFound) => return Ok(()),
        held => held?,
    }
    if persons::times_of(c, person)?.forget_at.is_some_and(|at| at <= now) {
        forget(c, house, holdings, person, now)?;
    }
    Ok(())
}
