//! When a club meets: series that it holds, on both engines.
use jiff::civil::date;

use super::on;
use super::town::{is_not_there, meeting, oneself, refusal, towns};
use crate::acts::{self as rooms, Actor, Booker};
use crate::clubs::acts;
use crate::clubs::answers::as_told;
use crate::clubs::rules::NoClub;
use crate::rules::{Ask, Refusal, State};
use crate::series::acts::{Change, Placing};
use crate::series::answers::Stands;
use crate::series::rules::Why;
use kernel::view::View;
use kernel::words::Lang;

const SATURDAYS: &str = "FREQ=WEEKLY;BYDAY=SA;COUNT=3";

#[tokio::test]
async fn the_leader_makes_meetings_as_people_may_and_staff_as_they_like() {
    for town in towns().await {
        let (leader, member) = (town.person(1).await, town.person(2).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        town.join(id, oneself(member)).await.expect("in");
        let me = Actor::Person(leader);
        is_not_there(town.meet(id, Actor::Person(member), meeting("desk", SATURDAYS, 15)).await);
        let endless = town.meet(id, me, meeting("desk", "FREQ=WEEKLY;BYDAY=SA", 15)).await;
        assert_eq!(refusal(endless), NoClub::Room(Refusal::TooManyDates { most: 8 }));
        let hall = town.meet(id, me, meeting("hall", SATURDAYS, 15)).await;
        assert_eq!(refusal(hall), NoClub::Room(Refusal::SeriesNotOffered));
        town.meet(id, town.clerk(), meeting("hall", "FREQ=WEEKLY;BYDAY=SU", 15)).await.expect("staff may");
        let looked = acts::preview(&town.house, &town.station, (id, me), meeting("desk", SATURDAYS, 15)).await;
        assert_eq!(looked.expect("a look").len(), 3);
        town.meet(id, me, meeting("desk", SATURDAYS, 15)).await.expect("the leader may");
        // 农历六月十五 is Tuesday 28 July.
        let lunar = "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2";
        town.meet(id, me, meeting("desk", lunar, 19)).await.expect("and by the lunar calendar");
        let dates = town.dates(id).await;
        assert!(dates.contains(&("06-27".into(), Stands::Booked)) && dates.contains(&("06-29".into(), Stands::Booked)));
        assert!(dates.contains(&("07-28".into(), Stands::Booked)), "{dates:?}");
        for hour in [8, 9] {
            town.meet(id, me, meeting("desk", SATURDAYS, hour)).await.expect("four in all");
        }
        let fifth = town.meet(id, me, meeting("desk", SATURDAYS, 10)).await;
        assert_eq!(refusal(fifth), NoClub::EnoughMeetings { most: 4 });
        town.sound().await;
    }
}

#[tokio::test]
async fn each_date_has_its_outcome_and_the_leader_settles_a_clash() {
    for town in towns().await {
        let leader = town.person(1).await;
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        let v = View::plain(&town.house, Lang::Zh);
        for n in [3, 4] {
            let ask = ("desk".to_owned(), Ask { from: on(27, 15, 0), minutes: 60, group: 1, said: None });
            let other = Booker::Person(town.person(n).await);
            rooms::book(&town.house, &town.station, &v, ask, other, None).await.expect("booked");
        }
        let me = Actor::Person(leader);
        let series = town.meet(id, me, meeting("desk", SATURDAYS, 15)).await.expect("made");
        assert_eq!(town.dates(id).await[0], ("06-27".into(), Stands::Clash));
        let placing = Placing { on: date(2026, 6, 27), from: on(27, 16, 0), minutes: 60, by_holder: true };
        acts::place(&town.house, &town.station, (id, series, me), placing).await.expect("an hour later");
        assert_eq!(town.dates(id).await[0], ("06-27".into(), Stands::Booked));
        let july = date(2026, 7, 4);
        for _ in 0..2 {
            acts::give_up(&town.house, &town.station, (id, series, me), july).await.expect("not that one");
        }
        assert_eq!(town.dates(id).await[1], ("07-04".into(), Stands::Over(State::Cancelled)));
        let later = (date(2026, 7, 11), Change { at_minute: Some(9 * 60), ..Change::default() });
        let rest = acts::change(&town.house, &town.station, (id, series, me), later, None).await.expect("mornings");
        assert_ne!(rest, series);
        let other = town.found(leader, "棋友会", true).await.expect("another club");
        is_not_there(acts::end(&town.house, &town.station, (other, rest, me), None).await);
        acts::end(&town.house, &town.station, (id, rest, me), None).await.expect("ended");
        assert_eq!(town.dates(id).await.last().map(|(on, _)| on.as_str()), Some("07-04"), "and nothing after it");
        let seen = town.seen(id).await;
        let off = seen.series.iter().find(|look| look.series.id == rest).expect("calendars still read of it");
        assert!(off.lines.iter().any(|l| l.stands == Stands::Over(State::Cancelled)));
        town.sound().await;
    }
}

#[tokio::test]
async fn that_the_leader_does_without_a_date_is_not_told_to_others() {
    for town in towns().await {
        let leader = town.person(1).await;
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        let v = View::plain(&town.house, Lang::Zh);
        for n in [3, 4] {
            let ask = ("desk".to_owned(), Ask { from: on(27, 15, 0), minutes: 60, group: 1, said: None });
            let other = Booker::Person(town.person(n).await);
            rooms::book(&town.house, &town.station, &v, ask, other, None).await.expect("booked");
        }
        let me = Actor::Person(leader);
        let series = town.meet(id, me, meeting("desk", SATURDAYS, 15)).await.expect("made");
        acts::give_up(&town.house, &town.station, (id, series, me), date(2026, 6, 27)).await.expect("not that one");
        let seen = town.seen(id).await;
        let coming = seen.coming(town.house.now());
        let (_, line) = coming.first().expect("a date");
        assert_eq!((line.stands, &line.why), (Stands::Skipped, &Some(Why::GivenUp)));
        assert_eq!((as_told(line).stands, as_told(line).why), (Stands::Skipped, None));
        town.sound().await;
    }
}

#[tokio::test]
async fn closing_a_club_frees_its_dates_and_forgets_who_was_in_it() {
    for town in towns().await {
        let (leader, member) = (town.person(1).await, town.person(2).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        town.join(id, oneself(member)).await.expect("in");
        town.meet(id, town.clerk(), meeting("hall", "FREQ=WEEKLY;BYDAY=SA", 15)).await.expect("made");
        let v = View::plain(&town.house, Lang::Zh);
        let book = async || {
            let ask = ("hall".to_owned(), Ask { from: on(27, 15, 0), minutes: 60, group: 1, said: None });
            let me = Booker::Person(town.person(5).await);
            rooms::book(&town.house, &town.station, &v, ask, me, None).await
        };
        assert!(book().await.is_err(), "the hall is the club's");
        is_not_there(town.close(id, Actor::Person(member)).await);
        for _ in 0..2 {
            acts::close(&town.house, &town.station, (id, town.clerk(), "组长搬走了".into())).await.expect("closed");
        }
        assert_eq!(
            (town.told(1).await, town.told(2).await),
            (vec!["club-closed".into()], vec!["club-closed".to_owned()])
        );
        assert!(town.messages(2).await[0].text.contains("组长搬走了"));
        assert!(town.members(id).await.is_empty());
        assert_eq!(refusal(town.join(id, oneself(member)).await), NoClub::Closed);
        town.jobs().await;
        book().await.expect("the hall is free");
        let other = town.found(member, "临帖小组", false).await.expect("the name is free again");
        for _ in 0..2 {
            town.close(other, Actor::Person(member)).await.expect("closed by its leader, once or twice");
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn a_member_says_that_they_are_there_and_the_room_stays_theirs() {
    for town in towns().await {
        let (leader, member, stranger) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        town.join(id, oneself(member)).await.expect("in");
        town.meet(id, Actor::Person(leader), meeting("desk", SATURDAYS, 15)).await.expect("made");
        let seen = town.seen(id).await;
        let (_, line) = seen.next(town.house.now()).expect("a meeting");
        let meets = line.receipt.as_ref().expect("a reservation").reservation.id;
        let arrive = |person| acts::arrive(&town.house, &town.station, (id, meets), Actor::Person(person));
        assert!(matches!(refusal(arrive(member).await), NoClub::Room(Refusal::CheckInTooEarly { .. })));
        town.house.set_clock(on(27, 14, 50));
        is_not_there(arrive(stranger).await);
        for _ in 0..2 {
            assert_eq!(arrive(member).await.expect("here, once or twice"), State::CheckedIn);
        }
        town.house.set_clock(on(27, 15, 20));
        town.jobs().await;
        assert_eq!(town.dates(id).await[0], ("06-27".into(), Stands::Booked), "nobody took it for empty");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_club_of_another_name_has_meetings_of_that_name() {
    for town in towns().await {
        let leader = town.person(1).await;
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        let me = Actor::Person(leader);
        town.meet(id, me, meeting("desk", SATURDAYS, 15)).await.expect("made");
        let text = super::town::text("翰墨小组", true);
        for _ in 0..2 {
            acts::set_text(&town.house, &town.station, (id, me), text.clone()).await.expect("changed");
        }
        assert_eq!(town.seen(id).await.series[0].series.title, "翰墨小组");
        assert_eq!(town.events().await[0], "club.changed");
        assert_eq!(town.events().await.iter().filter(|kind| *kind == "club.changed").count(), 1);
        town.found(town.person(2).await, "临帖小组", true).await.expect("the old name is free");
        let back = acts::set_text(&town.house, &town.station, (id, me), super::town::text("临帖小组", true)).await;
        assert_eq!(refusal(back), NoClub::NameTaken);
        town.sound().await;
    }
}
