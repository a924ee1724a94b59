//! What is sealed, opened; and the keyed hashes by which a ballot is found.
use std::collections::BTreeMap;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Seed;

use crate::SurveyId;
use crate::rules::ballot::Code;
use crate::rules::flags::Mode;
use crate::rules::households::Household;
use crate::rules::waves::{Counted, Given};
use crate::store::{answers, surveys};

/// The purposes under which things are sealed and looked up.
pub(crate) const SEED: &str = "survey-seed";
pub(crate) const HOUSEHOLD: &str = "survey-household";
const CODE: &str = "survey-code";
const TAP: &str = "survey-tap";
const ANSWER: &str = "survey-answer";
const BOOTSTRAP: &str = "survey-bootstrap";
pub(crate) const ONCE: &str = "survey-once";

/// Of a ballot of one survey.
pub(crate) fn code_hash(house: &House, id: SurveyId, code: &Code) -> Vec<u8> {
    house.keys.lookup(CODE, &format!("{id} {}", code.text())).to_vec()
}

/// Of a ballot and of the press that sent it; what it says is not in it.
pub(crate) fn tap_hash(house: &House, station: StationId, code: &Code, press: &str) -> [u8; 32] {
    house.keys.lookup(TAP, &format!("{station} {} {press}", code.text()))
}

/// What a ballot says, in three bytes, sealed: two that say the same do not look alike, and all are of one length.
pub(crate) fn sealed_answer(house: &House, given: Given) -> Vec<u8> {
    house.keys.seal_bytes(ANSWER, &[given.score, given.band, given.mode as u8], &house.chance)
}

pub(crate) fn opened_answer(house: &House, sealed: &[u8]) -> Result<Given, Fault> {
    let odd = || Fault::broken("an answer has a value that there is not");
    let plain = house.keys.open_bytes(ANSWER, sealed).map_err(Fault::broken)?;
    let [score, band, mode] = plain.as_slice() else { return Err(odd()) };
    let mode = Mode::of_column(i16::from(*mode)).ok_or_else(odd)?;
    Ok(Given { score: *score, band: *band, mode })
}

/// The answers of a survey, as they count. Nobody but the program can open them, and they lead to nobody.
pub(crate) fn counted(c: &mut Conn, house: &House, station: StationId, id: SurveyId) -> Result<Vec<Counted>, Fault> {
    let mut all: BTreeMap<(u8, u8, Mode), u64> = BTreeMap::new();
    for (_, sealed) in answers::all(c, station, id)? {
        let given = opened_answer(house, &sealed)?;
        *all.entry((given.band, given.score, given.mode)).or_default() += 1;
    }
    let one = |((band, score, mode), n)| Counted { given: Given { score, band, mode }, n };
    Ok(all.into_iter().map(one).collect())
}

/// The seed that was fixed when the survey was made.
pub(crate) fn opened_seed(c: &mut Conn, house: &House, station: StationId, id: SurveyId) -> Result<Seed, Fault> {
    let text = house.keys.open(SEED, &surveys::seed_sealed(c, station, id)?).map_err(Fault::broken)?;
    Seed::of(&text).ok_or_else(|| Fault::broken("a sealed seed is none"))
}

pub(crate) fn opened_household(house: &House, sealed: &[u8]) -> Result<Household, Fault> {
    let text = house.keys.open(HOUSEHOLD, sealed).map_err(Fault::broken)?;
    let (village, address) = serde_json::from_str(&text).map_err(Fault::broken)?;
    Ok(Household { village, address })
}

/// From which the bootstrap of a survey is drawn: fixed, and nobody's to know. With it, everybody could try tables of answers until one
/// gives the published interval.
pub(crate) fn bootstrap_seed(house: &House, id: SurveyId) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = house.keys.lookup(BOOTSTRAP, &id.to_string());
    u64::from_be_bytes([a, b, c, d, e, f, g, h])
}
