//! All queries of the slice.
mod opinions;
mod due;
mod named;
mod contacts;
mod events;
mod photos;
mod posts;
mod hides;
mod settings;
mod facts;
mod stamps;

pub use contacts::{add as add_contact, drop as drop_contact, is_there as has_contact, of_link, of_phone};
pub use due::{answered_before, ended_before, old_with_contact, open_before, received_since};
pub use events::{Event, Viewer, add as add_event, events, forget_texts, looked, viewers};
pub use facts::{FactRow, add as add_fact, facts};
pub use hides::{Hide, add as add_hide, appeal, decide, forget_appeals, judge, last as last_hide, to_decide};
pub use named::{Named, add as add_named, forget as forget_named, lift, named, of_staff, opinions_of};
pub use opinions::{
    Kept, Which, by_id, by_receipt, hold, in_figures, insert, is_counted, merged_into, number_taken, numbers_given,
    remove, set, some, withdraw,
};
pub use photos::{
    Kept as KeptPhoto, add as add_photo, count as count_photos, ids as photo_ids, opened as photo,
    remove_all as drop_photos,
};
pub use posts::{
    KeptPost, Wanted, add as add_post, drop as drop_post, hold as hold_post, of_opinion as post_of, post, posts,
    set as set_post, stale, stations_that_wait, waiting,
};
pub use settings::{
    KeptCategory, add_category, add_template, categories, change_category, change_template, drop_template, keep_days,
    set_setting, setting, templates,
};
pub use stamps::{forget as forget_stamps, take as take_stamp};
