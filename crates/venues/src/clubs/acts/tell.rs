//! What people are told about clubs, not before seven in the morning and not after ten in the evening. Messages are in
//! Chinese: nobody has said otherwise. Whoever has no phone reads it on the club's page.
use crate::clubs::rules::awake;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::PersonId;
use stations::Station;

/// What there is to tell.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// To the leader: somebody asks to be in.
    Asked,
    Admitted,
    /// They are not in, or not any more.
    NotIn,
    /// They are asked to lead.
    Lead,
    /// To the one who led: somebody else does now.
    Led,
    /// To the leader: whoever was asked does not want to.
    NotLed,
    /// What the leader has to say.
    Notice(&'a str),
    Closed(&'a str),
    /// To the leader: what the club says is hidden, for this reason.
    Hidden(&'a str),
    Shown,
}

impl<'a> News<'a> {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            News::Asked => ("club-asked", "clubs-message-asked"),
            News::Admitted => ("club-admitted", "clubs-message-admitted"),
            News::NotIn => ("club-not-in", "clubs-message-not-in"),
            News::Lead => ("club-lead", "clubs-message-lead"),
            News::Led => ("club-led", "clubs-message-led"),
            News::NotLed => ("club-not-led", "clubs-message-not-led"),
            News::Notice(_) => ("club-notice", "clubs-message-notice"),
            News::Closed("") => ("club-closed", "clubs-message-closed"),
            News::Closed(_) => ("club-closed", "clubs-message-closed-for"),
            News::Hidden(_) => ("club-hidden", "clubs-message-hidden"),
            News::Shown => ("club-shown", "clubs-message-shown"),
        }
    }

    fn words(self) -> &'a str {
        match self {
            News::Notice(words) | News::Closed(words) | News::Hidden(words) => words,
            _ => "",
        }
    }
}

/// Tells each of `people` about the club called `club`.
pub fn people(
    c: &mut Conn,
    house: &House,
    station: &Station,
    people: &[PersonId],
    (club, news): (&str, News<'_>),
) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    let (kind, key) = news.keys();
    let said = [("station", station.name(&v).into()), ("club", club.into()), ("words", news.words().into())];
    let text = v.ta(key, &said);
    let due_at = awake(house.now(), &station.zone);
    for person in people {
        if let Some(phone) = people::phone_of(c, house, *person)? {
            outbox::post(c, house, station.id, kind, (phone.full(), &text), due_at)?;
        }
    }
    Ok(())
}
