//! The rows of transfers: each is of the station that has the copy, and read by the other one too.
pub mod transfers;
pub mod rooms;
