//! What must always be true of consents, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] =
    &[Check { name: "nobody carries a ticket without a consent for its matter", run: carried }];

fn carried(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT k.station_id, 'a ticket of ' || k.on_day || ' is carried without a consent for its matter' AS said \
         FROM ticket_carriers k LEFT JOIN proxy_consents p ON p.station_id = k.station_id AND p.id = k.consent_id \
         LEFT JOIN ticket_matters m ON m.station_id = k.station_id AND m.ticket_id = k.ticket_id AND m.matter_id = p.matter_id \
         WHERE p.id IS NULL OR m.matter_id IS NULL",
    )
}
