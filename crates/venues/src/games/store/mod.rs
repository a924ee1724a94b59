//! The group's tables, read and written. Every function takes the caller's connection.
mod games;
mod players;
mod cells;
mod blocks;
mod spare;
mod forget;

pub use blocks::{Block, are_apart, block, blocks_of, kept_from, unblock};
pub use cells::{free, free_one, games_at, take};
pub use forget::{forget, games_with};
pub use games::{
    Game, NewGame, announced, between, by_id, due, find, insert, reservation_states, set_row, set_wanted, tidy,
    to_announce,
};
pub use players::{NewPlayer, Seat, games_of, insert_player, leave, of_game, of_games};
pub use spare::{Spare, end, insert as insert_spare, of_person, others, renew, spare_of, tell_once};
