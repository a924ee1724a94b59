//! Lines and desks through the acts, the pages and the API, on every engine.
mod acts;
mod pages;
