//! Stories from the station, told through the real router, on both engines, with a clock that stands still.
//!
//! ```ignore
//! town::each(async |town| {
//!     let luo = town.resident("罗生贵").await;
//!     luo.get("/s/sanhe").await.ok().says("乒乓球台");
//! }).await;
//! ```
//! PostgreSQL takes part when `YIZHAN_TEST_PG` names one: `postgres://user@host/name`.
mod ground;
mod terminal;
mod town;
mod page;
mod form;
mod person;

mod import_order;
mod words;
mod the_station;
mod people;
mod booking;
mod games;
mod desk;
mod series;
mod near;
mod clubs;
mod seasons;
mod programs;
mod promises;
mod moving;
mod forgetting;
mod privacy;
mod households;
mod waiting;
mod door;
mod paper;
mod errands;
mod fair;
mod appointments;
mod hall;
mod villages;
mod activities;
mod opinions;
mod bulletin;
mod library;
mod wishes;
mod wellbeing;
mod duty;
mod ratings;
mod damage;
mod damaged_errands;
mod damaged_fair;
mod damaged_opinions;
mod damaged_library;
mod damaged_wishes;
mod damaged_wellbeing;
mod commands;
mod gateway;
