//! What somebody is told about, and whether it came to them.
use kernel::db::types::Id;

use crate::TicketId;

/// The thing that a promise or a piece of news is about. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    Ticket(TicketId),
    /// Papers that were left to be worked on.
    DropOff(Id),
    /// A question that somebody was asked first.
    Question(Id),
    /// A place on a village day.
    Visit(Id),
    /// A slot at a deputy's reception, or what was said there.
    Reception(Id),
}

impl About {
    pub fn of(kind: i16, id: Id) -> Option<About> {
        match kind {
            0 => Some(About::Ticket(TicketId(id))),
            1 => Some(About::DropOff(id)),
            2 => Some(About::Question(id)),
            3 => Some(About::Visit(id)),
            4 => Some(About::Reception(id)),
            _ => None,
        }
    }

    pub fn kind(self) -> i16 {
        match self {
            About::Ticket(_) => 0,
            About::DropOff(_) => 1,
            About::Question(_) => 2,
            About::Visit(_) => 3,
            About::Reception(_) => 4,
        }
    }

    pub fn id(self) -> Id {
        match self {
            About::Ticket(TicketId(id))
            | About::DropOff(id)
            | About::Question(id)
            | About::Visit(id)
            | About::Reception(id) => id,
        }
    }
}

/// How somebody comes to know. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// Only by looking at their page.
    Page = 0,
    /// A message goes to their phone.
    Message = 1,
    /// They are on the call list.
    CallList = 2,
}

impl Reached {
    pub fn of(number: i16) -> Option<Reached> {
        [Reached::Page, Reached::Message, Reached::CallList].into_iter().find(|r| *r as i16 == number)
    }

    /// Whether somebody or something takes it to them.
    pub fn is_delivered(self) -> bool {
        self != Reached::Page
    }
}

/// What became of a call. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CallOutcome)]
pub enum Called {
    Open = 0,
    Told = 1,
    /// Tried, and nobody was there.
    NotReached = 2,
    /// It was of no use any more before anybody had time.
    TooLate = 3,
}

impl Called {
    pub fn of(number: i16) -> Option<Called> {
        [Called::Open, Called::Told, Called::NotReached, Called::TooLate].into_iter().find(|s| *s as i16 == number)
    }
}

/// A message as somebody can say it on the telephone: without the sentences that end in an address, which nobody can write down.
pub fn for_ears(text: &str) -> String {
    let sentences = text.split_inclusive(['。', '！', '？', '\n']).flat_map(|part| part.split_inclusive(". "));
    let said: String = sentences.filter(|sentence| !sentence.contains("://")).collect();
    let said = said.trim();
    if said.is_empty() { text.to_owned() } else { said.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_on_the_telephone_has_no_address() {
        let sent = "【三合】您的号 A07：张老师回来了，请您 15:10 到大厅。看号：http://s.example/s/sanhe/tickets/1";
        assert_eq!(for_ears(sent), "【三合】您的号 A07：张老师回来了，请您 15:10 到大厅。");
        assert_eq!(for_ears("Come at 15:10. See: https://s.example/1"), "Come at 15:10.");
    }

    #[test]
    fn a_message_that_is_one_sentence_is_kept_whole() {
        assert_eq!(for_ears("点开就能订下：http://s.example/1"), "点开就能订下：http://s.example/1");
    }
}
