//! What people are told whom an official's coming and going concerns: a message, or what a clerk says to them.
use jiff::Timestamp;

use super::facts::Scene;
use super::whom::whom;
use crate::answers::Kept;
use crate::reach::{self, About, Reached};
use crate::rules::{Matter, Number};
use crate::village_days::{Meeting, VillageVisitId, visit_path};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::view::View;
use kernel::words::{Lang, When};

/// What there is to say.
#[derive(Debug, Clone, Copy)]
pub(super) enum News<'a> {
    /// The official is back then; the place in the order stays.
    Later(Timestamp),
    /// The appointment is then.
    Moved(Timestamp),
    /// Somebody else does it: at the same time, or from now on.
    StandIn(&'a str, Option<Timestamp>),
    DropOff,
    Choose,
    /// They are met in their village: then, there, by this official.
    Village(&'a Meeting, &'a str),
    /// The official is back: to be here then.
    ComeAt(Timestamp),
    /// The official is back, and the day is too short.
    Full,
    /// The official should have been back then, and nobody knows more.
    Late(Timestamp),
}

impl News<'_> {
    fn name(self) -> &'static str {
        match self {
            News::Later(_) => "later",
            News::Moved(_) => "moved",
            News::StandIn(_, None) => "stand-in",
            News::StandIn(_, Some(_)) => "stand-in-at",
            News::DropOff => "drop-off",
            News::Choose => "choose",
            News::Village(..) => "village-day",
            News::ComeAt(_) => "come-at",
            News::Full => "full",
            News::Late(_) => "late",
        }
    }

    /// Why a message is sent, for those who count messages.
    fn kind(self) -> &'static str {
        match self {
            News::ComeAt(_) => "promise-made",
            News::Late(_) => "promise-broken",
            _ => "promise-revised",
        }
    }

    fn at(self) -> Option<Timestamp> {
        match self {
            News::Later(at) | News::Moved(at) | News::ComeAt(at) | News::Late(at) => Some(at),
            News::StandIn(_, at) => at,
            News::Village(meeting, _) => Some(meeting.from),
            News::DropOff | News::Choose | News::Full => None,
        }
    }
}

/// Tells whoever holds the ticket. What was still to be told about it before is of no use any more.
pub(super) fn tell(
    c: &mut Conn,
    scene: &Scene<'_>,
    (kept, matters): (&Kept, &[Matter]),
    news: News<'_>,
) -> Result<Reached, Fault> {
    let page = scene.station.path(&format!("/tickets/{}", kept.id));
    tell_about(c, scene, (kept, matters), (About::Ticket(kept.id), &page), news)
}

/// Tells whoever holds the ticket that they are met in their village, which is what the message is about from now on: the ticket
/// is given back, and what is to be told about it with it.
pub(super) fn tell_of_visit(
    c: &mut Conn,
    scene: &Scene<'_>,
    (kept, matters): (&Kept, &[Matter]),
    visit: VillageVisitId,
    news: News<'_>,
) -> Result<Reached, Fault> {
    let page = visit_path(scene.station, visit);
    tell_about(c, scene, (kept, matters), (About::Visit(visit.0), &page), news)
}

fn tell_about(
    c: &mut Conn,
    scene: &Scene<'_>,
    (kept, matters): (&Kept, &[Matter]),
    (about, page): (About, &str),
    news: News<'_>,
) -> Result<Reached, Fault> {
    let (house, station) = (scene.house, scene.station);
    let letter = scene.lines.iter().find(|l| l.id == kept.line).map_or('?', |l| l.letter);
    let number = Number { letter, number: kept.number }.to_string();
    let mut whom = whom(c, (house, station), kept)?;
    if matches!(about, About::Visit(_)) && whom.on_site {
        // The list shows numbers of tickets only, and this one is given back: whoever has no name is called by it.
        whom.name = whom.name.or_else(|| Some(number.clone()));
    }
    let said = said(scene, news);
    let v = View::plain(house, Lang::Zh);
    let text = if reach::has_phone(c, house, &whom)? {
        let names: Vec<&str> = matters.iter().map(|m| m.draft.name.zh.as_str()).collect();
        v.ta(
            "promises-message",
            &[
                ("station", station.name(&v).into()),
                ("number", number.into()),
                ("what", names.join(&v.t("promises-and")).into()),
                ("said", said.into()),
                ("link", format!("{}{page}", house.settings.public_url).into()),
            ],
        )
    } else {
        said
    };
    let until = news.at().filter(|at| *at > scene.now).map_or_else(|| scene.midnight(), Ok)?;
    reach::overtake(c, station.id, about, scene.now)?;
    reach::tell(c, house, station, (about, &whom), reach::News { kind: news.kind(), text: &text, until })
}

/// As a clerk says it, and as it stands in a message.
fn said(scene: &Scene<'_>, news: News<'_>) -> String {
    let v = View::plain(scene.house, Lang::Zh);
    let when = v.when(&scene.station.zone);
    let at = news.at().map(|at| moment(&when, at)).unwrap_or_default();
    let (other, village) = match news {
        News::StandIn(name, _) => (name, ""),
        News::Village(meeting, name) => (name, meeting.village.as_str()),
        _ => ("", ""),
    };
    let key = format!("promises-message-{}", news.name());
    v.ta(
        &key,
        &[
            ("who", scene.official.name.as_str().into()),
            ("at", at.into()),
            ("other", other.into()),
            ("village", village.into()),
        ],
    )
}

/// 15:00 today, 明天 8:30 on another day.
fn moment(when: &When, at: Timestamp) -> String {
    let day = when.date(at);
    if day == when.today() { when.time(at) } else { format!("{} {}", when.day(day), when.time(at)) }
}
