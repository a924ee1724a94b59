//! Stories of a reading room, and what they rest on.
mod damage;
