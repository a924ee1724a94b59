//! The whole station: every slice, joined, and the commands that run it.
pub mod settings;
pub mod slices;
pub mod opening;
pub mod dump;
pub mod township;
pub mod webhook;
pub mod lock;
pub mod jobs;
pub mod app;
pub mod cli;
