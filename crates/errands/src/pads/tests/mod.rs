//! Sheets become numbers: the act, the form, and the same for programs, on every engine.
mod sheets;
mod rows;
mod pages;
