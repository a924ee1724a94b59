//! What a press means.
use kernel::db::types::Id;

use crate::desk::steps::{Step, Then, What, step};
use crate::{HoldId, LoanId, TitleId};

#[test]
fn with_somebody_there_a_copy_is_lent_and_without_it_comes_back() {
    assert_eq!(step(Then::Auto, true, What::Copy), Step::Lend { despite: false });
    assert_eq!(step(Then::Auto, false, What::Copy), Step::GiveBack);
    assert_eq!(step(Then::Back, true, What::Copy), Step::GiveBack);
    assert_eq!(step(Then::Despite, true, What::Copy), Step::Lend { despite: true });
    // Chosen from a list it is not in anybody's hand.
    for then in [Then::Lend, Then::Despite] {
        assert_eq!(step(then, false, What::Copy), Step::AskWho);
    }
}

#[test]
fn what_is_no_copy_changes_nothing() {
    for then in [Then::Auto, Then::Lend, Then::Despite, Then::Back] {
        for somebody in [true, false] {
            assert_eq!(step(then, somebody, What::Nothing), Step::Show);
            assert_eq!(step(then, somebody, What::Words), Step::Search);
        }
    }
}

#[test]
fn a_button_of_a_thing_is_about_that_thing() {
    let id = Id(uuid::Uuid::nil());
    for what in [What::Nothing, What::Copy, What::Words] {
        assert_eq!(step(Then::Renew(LoanId(id)), false, what), Step::Renew(LoanId(id)));
        assert_eq!(step(Then::Cancel(HoldId(id)), true, what), Step::Cancel(HoldId(id)));
        assert_eq!(step(Then::Hold(TitleId(id)), true, what), Step::Hold(TitleId(id)));
        assert_eq!(step(Then::Hold(TitleId(id)), false, what), Step::AskWho);
    }
}
