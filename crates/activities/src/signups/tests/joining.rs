//! Who is signed up, and as whom.
use kernel::once::Once;
use people::Band;

use super::*;
use crate::rules::Ages;
use crate::signups::reads;

#[tokio::test]
async fn whoever_comes_first_has_a_place_and_the_others_wait_in_their_order() {
    for town in towns(for_(2)).await {
        let all = [town.joins(1, 1).await, town.joins(2, 1).await, town.joins(3, 1).await, town.joins(4, 1).await];
        assert_eq!(town.states(&all).await, [State::In, State::In, State::Waiting, State::Waiting]);
        assert_eq!((town.at().await.taken, town.at().await.lined), (2, 4));
        let (station, now, last) = (town.station.clone(), town.house.now(), all[3]);
        let seen = town.house.db.read(move |c: &mut Conn| answers::seen(c, &station, last, now)).await.unwrap();
        assert_eq!(seen.ahead, Some(1));
        town.sound().await;
    }
}

#[tokio::test]
async fn the_same_person_is_signed_up_once_and_the_same_request_does_one_thing() {
    for town in towns(for_(5)).await {
        let v = View::plain(&town.house, Lang::Zh);
        let person = town.person(1).await;
        let once = || Some(Once::new("key", "1", &1));
        let new = || town.wish(Guest::Person(person), 1);
        let first = acts::join(&town.house, &town.station, &v, new(), once()).await.unwrap();
        assert_eq!(acts::join(&town.house, &town.station, &v, new(), once()).await.unwrap(), first);
        assert_eq!(refused(town.try_joins(new()).await), NoSignup::Already);
        assert_eq!(town.at().await.taken, 1);
        // Given back, they may come again.
        town.says(first.id, Answer::GiveBack).await.unwrap();
        town.try_joins(new()).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn a_clerk_signs_up_somebody_by_name_only_and_nobody_without_a_name() {
    for town in towns(for_(5)).await {
        let id = town.try_joins(town.wish(named("马大爷"), 2)).await.unwrap().id;
        let kept = town.signup(id).await;
        assert_eq!((kept.state, kept.person, kept.seats), (State::In, None, 2));
        let nobody = Guest::Desk { staff: staff(1), name: None, phone: None };
        assert_eq!(refused(town.try_joins(town.wish(nobody, 1)).await), NoSignup::Nobody);
    }
}

#[tokio::test]
async fn a_small_child_comes_with_whoever_holds_the_signup() {
    let ages = Ages { min: Some(4), max: Some(9), guardian_under: Some(7) };
    for town in towns(Plan { ages, ..for_(5) }).await {
        let child = |guest| NewSignup { band: Some(Band::To6), ..town.wish(guest, 1) };
        assert_eq!(refused(town.try_joins(child(named("小宝"))).await), NoSignup::GuardianFirst(7));
        let person = town.person(1).await;
        town.try_joins(child(Guest::Person(person))).await.unwrap();
        assert_eq!(refused(town.try_joins(child(Guest::Person(person))).await), NoSignup::Already);
        let older = NewSignup { band: Some(Band::To9), ..town.wish(Guest::Person(person), 1) };
        town.try_joins(older).await.unwrap();
        assert_eq!(refused(town.try_joins(town.wish(Guest::Person(person), 1)).await), NoSignup::Age(ages));
        let stranger = people::ChildId(town.house.new_id());
        let unknown = NewSignup { child: Some(stranger), ..town.wish(Guest::Person(person), 1) };
        assert_eq!(refused(town.try_joins(unknown).await), NoSignup::NoChild);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_strangers_place_is_kept_until_the_code_and_then_theirs() {
    for town in towns(for_(1)).await {
        let done = town.try_joins(town.wish(Guest::Stranger(phone(1)), 1)).await.unwrap();
        assert!(done.code.is_some() && done.state == State::In);
        let wrong = acts::confirm(&town.house, &town.station, done.id, "000000".into()).await;
        assert!(matches!(refused(wrong), NoSignup::Code(_)));
        let digits = town.digits().await;
        let person = acts::confirm(&town.house, &town.station, done.id, digits).await.unwrap().person;
        let kept = town.signup(done.id).await;
        assert_eq!((kept.person, kept.code, kept.lapses_at), (Some(person), None, None));
        town.house.wait(SignedDuration::from_hours(1));
        town.jobs().await;
        assert_eq!(town.state(done.id).await, State::In);
        let again = acts::confirm(&town.house, &town.station, done.id, "000000".into()).await;
        assert_eq!(refused(again), NoSignup::NotNow(State::In));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_phone_that_nobody_proves_gives_its_place_to_whoever_waits() {
    for town in towns(for_(1)).await {
        let stranger = town.try_joins(town.wish(Guest::Stranger(phone(1)), 1)).await.unwrap().id;
        let unproved = town.try_joins(town.wish(Guest::Stranger(phone(2)), 1)).await.unwrap().id;
        let waits = town.joins(3, 1).await;
        town.house.wait(SignedDuration::from_mins(11));
        assert_eq!(town.state(stranger).await, State::Lapsed, "before any job has run");
        town.jobs().await;
        assert_eq!(town.states(&[stranger, unproved, waits]).await, [State::Lapsed, State::Lapsed, State::Offered]);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_types_a_phone_learns_what_its_owner_has_only_with_the_code() {
    for town in towns(for_(2)).await {
        let theirs = town.joins(1, 1).await;
        // As for anybody else: a place that waits for its code.
        let typed = town.try_joins(town.wish(Guest::Stranger(phone(1)), 1)).await.unwrap();
        assert!(typed.id != theirs && typed.code.is_some() && typed.state == State::In);
        let digits = town.digits().await;
        let waits = town.joins(2, 1).await;
        let done = acts::confirm(&town.house, &town.station, typed.id, digits).await.unwrap();
        assert_eq!(done.id, theirs, "they had it already");
        assert_eq!(town.states(&[theirs, typed.id, waits]).await, [State::In, State::Lapsed, State::Offered]);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_a_stranger_typed_with_a_phone_is_not_shown_as_its_owners() {
    for town in towns(for_(2)).await {
        let typed = town.try_joins(town.wish(Guest::Stranger(phone(1)), 1)).await.unwrap();
        let owner = town.person(1).await;
        let shown = async || {
            let offer = reads::offer(&town.house, &town.station, town.occurrence, Some(owner)).await.unwrap();
            let open = reads::open_for(&town.house, &town.station, owner).await.unwrap();
            (offer.others.iter().map(|seen| seen.signup.id).collect::<Vec<_>>(), open.len())
        };
        assert_eq!(shown().await, (vec![], 1));
        let theirs = town.joins(1, 1).await;
        assert!(theirs != typed.id);
        assert_eq!(shown().await, (vec![theirs], 0));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_phone_that_is_typed_twice_keeps_its_first_place() {
    for town in towns(for_(1)).await {
        let first = town.try_joins(town.wish(Guest::Stranger(phone(1)), 1)).await.unwrap().id;
        town.house.wait(SignedDuration::from_mins(2));
        let second = town.try_joins(town.wish(Guest::Stranger(phone(1)), 1)).await.unwrap();
        assert_eq!(second.state, State::Waiting);
        let digits = town.digits().await;
        let done = acts::confirm(&town.house, &town.station, second.id, digits).await.unwrap();
        assert_eq!((done.id, town.states(&[first, second.id]).await), (first, vec![State::In, State::Lapsed]));
        town.sound().await;
    }
}
