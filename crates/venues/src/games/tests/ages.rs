use super::at;
use crate::games::rules::*;
use crate::rules::{Policy, Span};
use kernel::db::types::Id;

fn table(band: Option<Band>, entries: &[Entry], wanted: i32) -> Table {
    let player = |entry: &Entry| Player { id: Id(Default::default()), person: None, entry: *entry };
    Table {
        stands: Stands::Open,
        span: Span::new(at(20, 0), at(21, 0)).expect("an hour"),
        wanted,
        band,
        poster: None,
        players: entries.iter().map(player).collect(),
        policy: Policy::default(),
    }
}

fn child(band: Band, along: bool) -> Entry {
    Entry::Child { band, along }
}

#[test]
fn children_play_with_children_of_about_their_age_and_with_their_guardians() {
    let game = table(Some(Band::From13), &[child(Band::From13, false)], 4);
    assert_eq!(join(&game, child(Band::From16, false), false, false), Ok(false));
    assert_eq!(join(&game, child(Band::Under13, true), false, false), Ok(false));
    assert_eq!(join(&game, child(Band::Under13, false), false, false), Err(NoGame::WithGuardian));
    assert_eq!(join(&game, Entry::Oneself, false, false), Err(NoGame::ForMinors { band: Band::From13 }));
    assert_eq!(join(&game, Entry::Guest, false, false), Err(NoGame::ForMinors { band: Band::From13 }));
    let mixed = table(Some(Band::From13), &[child(Band::From13, false), child(Band::From16, false)], 4);
    let far = join(&mixed, child(Band::Under13, true), false, false);
    assert_eq!(far, Err(NoGame::OtherAges { band: Band::From16 }), "a child of 12 and one of 17 do not meet here");
}

#[test]
fn a_child_joins_adults_only_with_the_guardian() {
    let game = table(None, &[Entry::Oneself], 3);
    assert_eq!(join(&game, child(Band::From16, false), false, false), Err(NoGame::ForAdults));
    assert_eq!(join(&game, child(Band::From16, true), false, false), Ok(true), "two places, and it is full");
    let nearly_full = table(None, &[Entry::Oneself], 2);
    assert_eq!(join(&nearly_full, child(Band::From13, true), false, false), Err(NoGame::FewerLeft { left: 1 }));
}

#[test]
fn whoever_is_kept_apart_hears_what_everybody_hears_of_a_full_game() {
    let open = table(None, &[Entry::Oneself], 2);
    let full = table(None, &[Entry::Oneself, Entry::Oneself], 2);
    let over = Table { stands: Stands::CalledOff, ..full.clone() };
    let kept_apart = join(&open, Entry::Oneself, true, false);
    assert_eq!(kept_apart, Err(NoGame::NotOpen));
    assert_eq!(join(&full, Entry::Oneself, false, false), kept_apart);
    assert_eq!(join(&over, Entry::Oneself, false, true), kept_apart);
    // Not even the child's age or a game elsewhere gives it away.
    assert_eq!(join(&open, child(Band::Under13, false), true, true), kept_apart);
}

#[test]
fn a_filled_game_may_be_left_until_an_hour_before_and_the_desk_may_always() {
    let filled = Table { stands: Stands::Filled, ..table(None, &[Entry::Oneself, Entry::Oneself], 2) };
    let one = filled.players[0];
    assert_eq!(leave(at(19, 0), &filled, &one, false), Ok(()));
    assert_eq!(leave(at(19, 1), &filled, &one, false), Err(NoGame::TooLateToLeave { until: at(19, 0) }));
    assert_eq!(leave(at(19, 30), &filled, &one, true), Ok(()));
    assert_eq!(leave(at(20, 0), &filled, &one, true), Err(NoGame::NotNow));
}

#[test]
fn a_game_follows_its_reservation_wherever_that_goes() {
    use crate::rules::State;
    for (row, reservation, now) in [
        (Row::Open, State::Held, Stands::Open),
        (Row::Open, State::Expired, Stands::Unfilled),
        (Row::Open, State::Cancelled, Stands::CalledOff),
        (Row::Filled, State::Confirmed, Stands::Filled),
        (Row::Filled, State::CheckedIn, Stands::Filled),
        (Row::Filled, State::Cancelled, Stands::CalledOff),
        (Row::Filled, State::Released, Stands::Over),
        (Row::Filled, State::Completed, Stands::Over),
        (Row::CalledOff, State::Cancelled, Stands::CalledOff),
        (Row::Unfilled, State::Expired, Stands::Unfilled),
    ] {
        assert_eq!(stands(row, reservation), now, "{row:?} {reservation:?}");
        assert_eq!(stands(now.row(), reservation), now, "written down, it reads the same: {row:?} {reservation:?}");
    }
}
