//! What must always be true of appointments, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "an appointment is a ticket and a booking", run: both },
    Check { name: "a ticket that stands booked waits for its time", run: waits },
    Check { name: "an appointment keeps a desk for a while", run: spans },
    Check { name: "a ticket that moved to another day does not stand", run: moved },
];

fn both(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'ticket ' || t.number || ' of line ' || t.line_id || ' on ' || t.on_day || \
         ' has an appointment and no booking' AS said FROM tickets t LEFT JOIN bookings b ON b.station_id = t.station_id \
         AND b.ticket_id = t.id WHERE t.booked_at IS NOT NULL AND b.ticket_id IS NULL \
         UNION ALL SELECT b.station_id, 'a booking is of no appointment' FROM bookings b LEFT JOIN tickets t \
         ON t.station_id = b.station_id AND t.id = b.ticket_id WHERE t.booked_at IS NULL",
    )
}

fn waits(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'ticket ' || number || ' of line ' || line_id || ' on ' || on_day || ' is booked for no time' AS said \
         FROM tickets WHERE state = 0 AND (booked_at IS NULL OR booked_at <> order_at OR until_at IS NULL)",
    )
}

fn spans(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'the appointment of ticket ' || t.number || ' on ' || t.on_day || ' keeps no desk' AS said \
         FROM tickets t JOIN bookings b ON b.station_id = t.station_id AND b.ticket_id = t.id WHERE b.minutes < 1",
    )
}

fn moved(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'ticket ' || t.number || ' on ' || t.on_day || ' stands and has moved' AS said FROM tickets t \
         JOIN bookings b ON b.station_id = t.station_id AND b.ticket_id = t.id WHERE b.next_id IS NOT NULL AND t.state < 8",
    )
}
