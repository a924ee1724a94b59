//! All queries of the group.
mod places;
mod signups;
mod changes;
mod due;

pub use changes::{
    forget, leave_draw, set_came, set_code, set_knows, set_mood_said, set_place, set_proved, set_reminded, set_state,
};
pub use due::{
    called_off, for_whom_places_are_free, forget_before, lapsing, moved, no_longer_drawn, reminding, to_count,
};
pub use places::{empty, give_back, line_up, reserve, take};
pub use signups::{
    Kept, ahead, all_theirs, by_id, by_place, insert, lapsed, line, of_occurrence, offered, standing, theirs,
};
