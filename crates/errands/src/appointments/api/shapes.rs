//! What the API says of appointments. Times are RFC 3339 with the station's offset.
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use crate::TicketId;
use crate::appointments::reads::List;
use crate::booked::answers::OneDay;
use crate::booked::rules::{Policy, Slot};
use crate::desk::seen::Waits;
use crate::public::api::shapes::written;
use crate::rules::{LineId, MatterId, OfficialId};

/// A time that can be booked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AppointmentTime)]
pub struct TimeShape {
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    /// By whom; null = whoever sits at the line's desks.
    pub official: Option<OfficialId>,
    /// How many can still book it.
    pub free: usize,
}

impl TimeShape {
    pub fn of(station: &Station, slot: &Slot) -> TimeShape {
        TimeShape {
            from: written(station, slot.span.from),
            until: written(station, slot.span.until),
            official: slot.official,
            free: slot.free,
        }
    }
}

/// A day on which somebody works.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AppointmentDay)]
pub struct DayShape {
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// In their order, full ones too; none of those that are over or too soon.
    pub times: Vec<TimeShape>,
}

/// The free times of a matter.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AppointmentCalendar)]
pub struct CalendarShape {
    /// None if it takes no appointments.
    pub days: Vec<DayShape>,
}

impl CalendarShape {
    pub fn of(station: &Station, days: &[OneDay]) -> CalendarShape {
        let times = |d: &OneDay| d.slots.iter().map(|slot| TimeShape::of(station, slot)).collect();
        let open = days.iter().filter(|d| d.open);
        CalendarShape { days: open.map(|d| DayShape { on: d.on, times: times(d) }).collect() }
    }
}

/// An appointment as the desk sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskAppointment)]
pub struct AppointmentShape {
    #[schema(value_type = String, format = Uuid)]
    id: TicketId,
    #[schema(example = "A003")]
    number: String,
    line: LineId,
    #[schema(format = DateTime)]
    from: String,
    official: Option<OfficialId>,
    matters: Vec<MatterId>,
    name: Option<String>,
    /// Nobody can serve it as things stand: hours have changed, or the official will be away.
    hit: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskAppointments)]
pub struct ListShape {
    /// Who has not come yet, the first first.
    pub appointments: Vec<AppointmentShape>,
}

impl ListShape {
    pub fn of(station: &Station, list: &List) -> ListShape {
        let hit = |w: &Waits| list.hit.iter().any(|other| other.kept.id == w.kept.id);
        let one = |w: &Waits| AppointmentShape {
            id: w.kept.id,
            number: w.number.to_string(),
            line: w.kept.line,
            from: written(station, w.kept.ticket.order_at),
            official: w.kept.ticket.official,
            matters: w.matters.iter().map(|(id, ..)| *id).collect(),
            name: w.name.clone(),
            hit: hit(w),
        };
        ListShape { appointments: list.all.iter().map(one).collect() }
    }
}

/// What the appointments of a line are like.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BookingPolicy)]
pub struct PolicyShape {
    /// They begin every so many minutes from the line's opening on.
    #[schema(minimum = 5, maximum = 120)]
    pub minutes: i16,
    /// Percent of the desks' time that may be booked; 0 = no appointments.
    #[schema(minimum = 0, maximum = 100)]
    pub share: i16,
    /// So many days ahead.
    #[schema(minimum = 1, maximum = 60)]
    pub days: i16,
    /// At the latest so many minutes before.
    #[schema(minimum = 0, maximum = 10080)]
    pub notice: i32,
    /// How many one person may have on one day.
    #[schema(minimum = 1, maximum = 5)]
    pub each: i16,
}

impl From<Policy> for PolicyShape {
    fn from(p: Policy) -> PolicyShape {
        PolicyShape { minutes: p.minutes, share: p.share, days: p.days, notice: p.notice, each: p.each }
    }
}

impl From<PolicyShape> for Policy {
    fn from(p: PolicyShape) -> Policy {
        Policy { minutes: p.minutes, share: p.share, days: p.days, notice: p.notice, each: p.each }
    }
}
