//! Whom no message tells that a place is kept for them: a clerk does, and answers for them.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Lang;
use people::Phone;
use stations::{Station, ToCall};

use super::answers::{self, Guest};
use super::rules::Answer;
use super::{says, store};

/// Everybody at the station who has been offered a place and has no phone that gets messages. Who has answered is not among them,
/// nor whose offer has lapsed.
pub fn to_call(c: &mut Conn, house: &House, v: &View, station: &Station) -> Result<Vec<ToCall>, Fault> {
    let mut all = vec![];
    for signup in store::offered(c, station.id, v.now())? {
        let guest = answers::guest(c, house, signup, v.now())?;
        if !guest.phone.as_ref().is_some_and(Phone::is_mobile) {
            all.extend(asked(c, house, (v, station), guest)?);
        }
    }
    Ok(all)
}

fn asked(c: &mut Conn, house: &House, (v, station): (&View, &Station), guest: Guest) -> Result<Option<ToCall>, Fault> {
    let Some(until) = guest.signup.lapses_at else { return Ok(None) };
    let known = answers::known(c, station, guest.signup.occurrence)?;
    let (from, to) = (known.occurrence.starts_at, known.occurrence.ends_at);
    // As whoever is called is told of all else: nobody has said in which language.
    let theirs = View::plain(house, Lang::Zh);
    let when = theirs.when(&station.zone);
    let text = theirs.ta(
        "signup-call-offered",
        &[
            ("title", known.title().into()),
            ("when", when.day_and_times(from, to).into()),
            ("n", i32::from(guest.signup.seats).into()),
            ("until", when.day_or_tonight(until).into()),
        ],
    );
    Ok(Some(ToCall {
        id: guest.signup.id.0,
        name: Some(says::who(v, &guest)),
        phone: guest.phone,
        text,
        since: guest.signup.made_at,
        until,
        answered_at: format!("/desk/signups/{}/answer", guest.signup.id),
        answers: vec![
            (v.t("signup-call-yes"), Answer::Accept.name()),
            (v.t("signup-call-no"), Answer::GiveBack.name()),
        ],
    }))
}
