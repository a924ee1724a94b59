//! Residents in the tables, on each engine.
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::session::{self, Kind};
use kernel::testing::TestHouse;
use kernel::view::View;
use kernel::words::Lang;

use super::towns;
use crate::acts;
use crate::holding::Holdings;
use crate::ids::{CodeId, PersonId};
use crate::phone::Phone;
use crate::rules::{CODE_LASTS, CodeRefusal, KEPT_PROVED, KEPT_UNPROVED};
use crate::store::{codes, persons};

const SANHE: StationId = StationId(63020310201);

fn phone() -> Phone {
    "138 0000 5521".parse().unwrap()
}

async fn send(town: &TestHouse, phone: Phone) -> Result<(PersonId, CodeId), Not<CodeRefusal>> {
    let (house, v) = (town.house(), View::plain(town, Lang::Zh));
    let sent = town.db.write(move |c| {
        let person = persons::person_by_phone(c, &house, &phone)?;
        Ok((person, codes::send_code(c, &house, &v, SANHE, person, &phone)?))
    });
    sent.await
}

/// The digits in the newest message.
async fn digits_in_message(house: &House) -> String {
    let reading = house.clone();
    let messages = house.db.read(move |c| outbox::newest(c, &reading, SANHE, 9)).await.unwrap();
    let text = &messages[0].text;
    text.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 6).unwrap().to_owned()
}

async fn try_digits(town: &TestHouse, code: CodeId, digits: &str) -> Result<PersonId, Not<CodeRefusal>> {
    acts::sign_in_with(town, code, digits.to_owned(), None, None).await.map(|(person, _)| person)
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<CodeRefusal>>) -> CodeRefusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn wrong(digits: &str) -> String {
    let first = if digits.starts_with('0') { '1' } else { '0' };
    format!("{first}{}", &digits[1..])
}

#[tokio::test]
async fn a_number_belongs_to_one_person() {
    for town in towns() {
        let (first, _) = send(&town, phone()).await.unwrap();
        let (second, _) = send(&town, "+86 13800005521".parse().unwrap()).await.unwrap();
        let (other, _) = send(&town, "13900005521".parse().unwrap()).await.unwrap();
        assert_eq!(first, second);
        assert_ne!(first, other);
    }
}

#[tokio::test]
async fn the_digits_from_the_message_sign_in_once() {
    for town in towns() {
        let (person, code) = send(&town, phone()).await.unwrap();
        let digits = digits_in_message(&town).await;
        let (who, token) = acts::sign_in_with(&town, code, digits.clone(), None, None).await.unwrap();
        assert_eq!(who, person);
        let now = town.now();
        let found = town.db.read(move |c| session::find(c, Kind::Resident, &token, now)).await;
        assert_eq!(found, Ok(Some(person.0)));
        assert_eq!(refused(try_digits(&town, code, &digits).await), CodeRefusal::Used);
    }
}

#[tokio::test]
async fn a_double_tap_signs_in_twice_with_one_code() {
    for town in towns() {
        let (_, code) = send(&town, phone()).await.unwrap();
        let digits = digits_in_message(&town).await;
        let tap = |once: &str| acts::sign_in_with(&town, code, digits.clone(), Some(once.to_owned()), None);
        assert!(tap("one form").await.is_ok());
        assert!(tap("one form").await.is_ok());
        assert_eq!(refused(tap("another").await.map(|_| ())), CodeRefusal::Used);
    }
}

#[tokio::test]
async fn five_wrong_tries_spend_a_code_although_each_was_refused() {
    for town in towns() {
        let (_, code) = send(&town, phone()).await.unwrap();
        let digits = digits_in_message(&town).await;
        for left in (1..5).rev() {
            assert_eq!(refused(try_digits(&town, code, &wrong(&digits)).await), CodeRefusal::Wrong { left });
        }
        assert_eq!(refused(try_digits(&town, code, &wrong(&digits)).await), CodeRefusal::Spent);
        assert_eq!(refused(try_digits(&town, code, &digits).await), CodeRefusal::Spent, "too late for the right ones");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_guesses_at_once_are_five_guesses() {
    for town in towns() {
        let (_, code) = send(&town, phone()).await.unwrap();
        let digits = wrong(&digits_in_message(&town).await);
        let guesses: Vec<_> = (0..20)
            .map(|_| {
                let (house, digits) = (town.house(), digits.clone());
                tokio::spawn(async move { acts::sign_in_with(&house, code, digits, None, None).await.map(|_| ()) })
            })
            .collect();
        let mut compared = 0;
        for guess in guesses {
            compared += usize::from(matches!(refused(guess.await.unwrap()), CodeRefusal::Wrong { .. }));
        }
        assert_eq!(compared, 4, "and the fifth one spent it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_first_calls_at_once_make_one_person() {
    for town in towns() {
        let calls: Vec<_> = (0..8)
            .map(|_| {
                let house = town.house();
                tokio::spawn(async move {
                    let inside = house.clone();
                    house.db.write(move |c| persons::person_by_phone(c, &inside, &phone())).await
                })
            })
            .collect();
        let mut people = std::collections::BTreeSet::new();
        for call in calls {
            people.insert(call.await.unwrap().unwrap());
        }
        assert_eq!(people.len(), 1);
    }
}

#[tokio::test]
async fn the_newest_code_wins_and_a_fresh_one_is_not_sent_twice() {
    for town in towns() {
        let (_, first) = send(&town, phone()).await.unwrap();
        let old_digits = digits_in_message(&town).await;
        town.wait(SignedDuration::from_secs(59));
        assert_eq!(send(&town, phone()).await.unwrap().1, first);
        town.wait(SignedDuration::from_secs(1));
        let (_, second) = send(&town, phone()).await.unwrap();
        assert_ne!(first, second);
        assert_eq!(refused(try_digits(&town, first, &old_digits).await), CodeRefusal::Gone);
        let digits = digits_in_message(&town).await;
        assert!(try_digits(&town, second, &digits).await.is_ok());
    }
}

#[tokio::test]
async fn a_code_is_over_after_ten_minutes() {
    for town in towns() {
        let (_, code) = send(&town, phone()).await.unwrap();
        let digits = digits_in_message(&town).await;
        town.wait(CODE_LASTS);
        assert_eq!(refused(try_digits(&town, code, &digits).await), CodeRefusal::Expired);
    }
}

#[tokio::test]
async fn no_code_goes_to_a_landline() {
    for town in towns() {
        let sent = send(&town, "0972 861 2345".parse().unwrap()).await;
        assert_eq!(refused(sent), CodeRefusal::NotMobile);
    }
}

#[tokio::test]
async fn a_name_is_kept_sealed_and_can_be_taken_back() {
    for town in towns() {
        let (person, _) = send(&town, phone()).await.unwrap();
        let house = town.house();
        let told = town.db.write(move |c| {
            let (luo, other) = ("罗大爷".parse().unwrap(), "老罗".parse().unwrap());
            persons::set_name(c, &house, person, Some(&luo))?;
            persons::name_if_unnamed(c, &house, person, &other)?;
            let first = persons::name_of(c, &house, person)?;
            persons::set_name(c, &house, person, None)?;
            let none = persons::name_of(c, &house, person)?;
            persons::name_if_unnamed(c, &house, person, &other)?;
            Ok::<_, Fault>((first, none, persons::name_of(c, &house, person)?, persons::phone_of(c, &house, person)?))
        });
        let told = told.await.unwrap();
        assert_eq!(told, (Some("罗大爷".into()), None, Some("老罗".into()), Some(phone())));
    }
}

#[tokio::test]
async fn whom_nobody_proved_is_forgotten_in_time() {
    for town in towns() {
        let (proved, code) = send(&town, phone()).await.unwrap();
        let digits = digits_in_message(&town).await;
        try_digits(&town, code, &digits).await.unwrap();
        let (unproved, _) = send(&town, "13900005521".parse().unwrap()).await.unwrap();
        let house = town.house();
        let (at_desk, booked) = town
            .db
            .write(move |c| {
                let at_desk = persons::person_by_name(c, &house, &"才让".parse().unwrap())?;
                let booked = persons::person_by_name(c, &house, &"卓玛".parse().unwrap())?;
                persons::keep_until(c, booked, house.now() + KEPT_UNPROVED * 2)?;
                Ok::<_, Fault>((at_desk, booked))
            })
            .await
            .unwrap();

        forget(&town).await;
        assert_eq!(known(&town, &[proved, unproved, at_desk, booked]).await, [true, true, true, true]);
        town.wait(KEPT_UNPROVED);
        forget(&town).await;
        assert_eq!(known(&town, &[proved, unproved, at_desk, booked]).await, [true, false, false, true]);
        town.wait(KEPT_UNPROVED);
        forget(&town).await;
        assert_eq!(known(&town, &[proved, booked]).await, [true, false]);
        town.wait(KEPT_PROVED);
        forget(&town).await;
        assert_eq!(known(&town, &[proved]).await, [false], "two years after the number was last proved");
        assert_eq!(town.db.read(broken).await.unwrap(), [""; 0]);
    }
}

async fn forget(town: &TestHouse) {
    crate::jobs(town, &Holdings::from([])).await.unwrap();
}

/// Which persons the house still knows, by phone or by name.
async fn known(town: &TestHouse, all: &[PersonId]) -> Vec<bool> {
    let (house, all) = (town.house(), all.to_vec());
    let known = town.db.read(move |c| {
        all.iter()
            .map(|p| {
                let phone = persons::phone_of(c, &house, *p)?;
                Ok::<_, Fault>(phone.is_some() || persons::name_of(c, &house, *p)?.is_some())
            })
            .collect()
    });
    known.await.unwrap()
}

/// What the checks find.
fn broken(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let found: Result<Vec<_>, Fault> = crate::checks().iter().map(|check| (check.run)(c)).collect();
    Ok(found?.concat())
}

#[tokio::test]
async fn the_checks_name_each_broken_row() {
    for town in towns() {
        let (person, _) = send(&town, phone()).await.unwrap();
        let found = town.db.write(move |c| {
            assert_eq!(broken(c)?, [""; 0]);
            c.run("update persons set phone_sealed = null, forget_at = null")?;
            c.run("insert into roles (station_id, staff_id, role) select 1, id, 0 from persons")?;
            c.run("update codes set person_id = id")?;
            broken(c)
        });
        let found = found.await.unwrap();
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[0].contains(&person.to_string()));
    }
}
