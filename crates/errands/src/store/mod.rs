//! All queries of the slice.
mod carriers;
mod counters;
mod lines;
mod matters;
mod officials;
mod presences;
mod steps;
mod tickets;

pub use carriers::{carried_by, carried_under, carry, forget_carriers, forget_carriers_of};
pub use counters::{count, favoured, hold, set_favoured};
pub use lines::{Desk, add_desk, add_line, desk, desks, is_used, lines, serves, set_desk_lines};
pub use matters::{add_matter, edit_matter, last_matter, matters, matters_ever, papers_of};
pub use officials::{
    NewOfficial, Official, add_official, by_phone_hash, by_staff, has_phone, last_official, official, officials,
    set_official, set_phone,
};
#[cfg(test)]
pub use presences::minutes_of;
pub use presences::{
    Row as PresenceRow, add_minutes, after, all_declared, append, begin_counting, days_to_count, last, lasts, next_day,
    older_than, remove,
};
pub use steps::{Made, add as add_step, last as last_step, of_ticket as steps_of, undo};
pub use tickets::{
    Kept, NewTicket, all_theirs, at_desk, by_id, by_number, candidates, due, forget_names, forget_person, insert,
    mark_counted, matters_of, moved_since, orders_waiting, set, set_outcome, standing_on, theirs, uncounted,
};
