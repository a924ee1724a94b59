//! What every page is made of: the shell around it, its parts, its forms, and the files that dress it.
//!
//! The list below is the reading order and the import order.
mod local;
mod coding;
mod shrink;
pub mod assets;
mod icons;
mod buttons;
mod parts;
mod rows;
mod answers;
mod said;
mod fields;
mod choices;
mod slots;
mod tables;
mod agenda;
mod hero;
mod bars;
mod shell;
pub mod look;
pub mod headers;
pub mod dress;
pub mod samples;

pub use agenda::{Agenda, Block, Free};
pub use answers::{Answer, Receipt};
pub use assets::{Asset, asset_url};
pub use bars::{Dock, Place, StaffBar, Tab, tel};
pub use buttons::{Button, back_link, pill, pill_go};
pub use choices::{Choice, radio_cards, segmented};
pub use fields::{Field, Fields, once};
pub use hero::{Door, Hero, Sky};
pub use icons::icon;
pub use local::{local_path, query_value};
pub use parts::{Kind, Tone, actions, buy_bar, card, empty, facts, live, notice, read_aloud, section, status};
pub use rows::{Row, rows};
pub use said::refused;
pub use shell::{Card, HtmlPage, Page, SharePicture, Wordy};
pub use slots::{Day, Slot, day_links, day_radios, slots};
pub use tables::{table, tabs, week};

#[cfg(test)]
mod tests;
