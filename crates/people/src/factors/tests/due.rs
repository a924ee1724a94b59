use jiff::{SignedDuration, Timestamp};

use crate::factors::rules::due::{Next, Standing, after_password};
use crate::factors::rules::recovery;
use crate::rules::Role;

fn days(n: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * n)
}

#[test]
fn managers_have_two_weeks_and_clerks_decide_themselves() {
    let plain = Standing { role: Some(Role::Manager), since: days(0), has_totp: false, has_passkey: false };
    assert_eq!(after_password(days(13), plain, 14), Next::In);
    assert_eq!(after_password(days(14), plain, 14), Next::SetUp);
    assert_eq!(after_password(days(0), plain, 0), Next::SetUp);
    for role in [None, Some(Role::Clerk)] {
        assert_eq!(after_password(days(99), Standing { role, ..plain }, 14), Next::In);
    }
    for with in [Standing { has_totp: true, ..plain }, Standing { has_passkey: true, role: Some(Role::Clerk), ..plain }]
    {
        assert_eq!(after_password(days(0), with, 14), Next::Second, "whoever has one shows it");
    }
}

#[test]
fn a_recovery_code_may_be_typed_as_people_type() {
    let shown = recovery::shown([0x5a; recovery::BYTES]);
    assert_eq!(shown.len(), 19);
    let plain = recovery::plain(&shown).unwrap();
    assert_eq!(recovery::plain(&shown.to_uppercase().replace('-', "  ")), Some(plain));
    assert_eq!(recovery::plain("012345"), None);
}
