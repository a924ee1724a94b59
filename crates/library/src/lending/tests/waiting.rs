//! Who waits, in which order, and what is put aside for whom.
use super::*;
use crate::catalogue::acts::take_in_within;
use crate::catalogue::rules::{NewCopies, Of};
use crate::rules::{Copy, Stands};

#[tokio::test]
async fn what_comes_back_is_put_aside_for_whoever_asked_first() {
    for room in all().await {
        let (title, copy) = (room.has.hare.title, room.has.hare.copies[0]);
        let (luo, ma, man) = (room.luo.person, room.ma.person, room.man.person);
        assert_eq!(refused(room.waits(title, ma).await), NoHold::Free { shelf: room.has.shelf });
        room.lends(copy, luo).await.unwrap();
        assert_eq!(refused(room.waits(title, luo).await), NoHold::HaveIt);
        room.waits(title, man).await.unwrap();
        room.house.wait(SignedDuration::from_secs(1));
        room.waits(title, ma).await.unwrap();
        assert_eq!(refused(room.waits(title, ma).await), NoHold::Already);
        let second = &room.reader(ma).await.holds[0];
        assert_eq!((second.place_in_line, second.ready.is_some()), (2, false));
        assert_eq!(room.sees(move |c, _, at| answers::line_of(c, at.id, title)).await, Ok(2));

        let back = room.takes_back(copy).await.unwrap();
        assert!(back.was_lent && back.kept_for_somebody);
        assert_eq!(room.state(copy).await, CopyState::KeptForSomebody);
        let first = &room.reader(man).await.holds[0];
        // Three open days after today.
        assert_eq!(first.ready.as_ref().map(|(kept, until)| (kept.id, *until)), Some((copy, date(2026, 6, 30))));
        assert!(first.told);
        assert_eq!(refused(room.lends(copy, ma).await), NoLoan::KeptForAnother { title });
        room.sound().await;

        // Whoever it was kept for takes it, and does not wait any more.
        room.lends(copy, man).await.unwrap();
        assert_eq!(room.reader(man).await.holds, vec![]);
        assert_eq!(room.reader(ma).await.holds[0].place_in_line, 1);
        room.sound().await;
    }
}

#[tokio::test]
async fn what_nobody_comes_for_goes_to_the_next_and_then_to_its_shelf() {
    for room in all().await {
        let (title, copy) = (room.has.hare.title, room.has.hare.copies[0]);
        let (luo, ma, man) = (room.luo.person, room.ma.person, room.man.person);
        room.lends(copy, luo).await.unwrap();
        for person in [man, ma] {
            room.waits(title, person).await.unwrap();
            room.house.wait(SignedDuration::from_secs(1));
        }
        room.takes_back(copy).await.unwrap();
        room.later(3).await;
        assert!(room.reader(man).await.holds[0].ready.is_some(), "the last day is a day");
        room.later(1).await;
        assert_eq!(room.reader(man).await.holds, vec![]);
        let ready = room.sees(|c, _, at| answers::ready_holds(c, at.id)).await.unwrap();
        assert_eq!(ready.iter().map(|(_, who)| *who).collect::<Vec<_>>(), [ma]);
        room.later(4).await;
        assert_eq!(room.state(copy).await, CopyState::Free);
        let lapsed = room.events().await.into_iter().filter(|kind| kind == "hold.lapsed").count();
        assert_eq!(lapsed, 2);
        room.sound().await;
    }
}

#[tokio::test]
async fn who_does_not_want_it_any_more_lets_the_next_have_it() {
    for room in all().await {
        let (title, copy) = (room.has.hare.title, room.has.hare.copies[0]);
        let (luo, ma, man) = (room.luo.person, room.ma.person, room.man.person);
        room.lends(copy, luo).await.unwrap();
        let first = room.waits(title, man).await.unwrap();
        room.house.wait(SignedDuration::from_secs(1));
        let second = room.waits(title, ma).await.unwrap();
        room.takes_back(copy).await.unwrap();
        assert_eq!(room.cancels(first, ma).await, Err(Fault::NotFound));
        room.cancels(first, man).await.unwrap();
        assert!(room.reader(ma).await.holds[0].ready.is_some());
        let by = By::Staff(room.clerk.id);
        acts::cancel_hold(&room.house, &room.station, second, by, None).await.unwrap();
        assert_eq!(room.state(copy).await, CopyState::Free);
        assert_eq!(room.cancels(second, ma).await, Err(Fault::NotFound));
        room.sound().await;
    }
}

#[tokio::test]
async fn lines_are_mended_when_copies_come_or_go_by_themselves() {
    for room in all().await {
        let (title, copy) = (room.has.hare.title, room.has.hare.copies[0]);
        let (luo, ma) = (room.luo.person, room.ma.person);
        room.lends(copy, luo).await.unwrap();
        room.waits(title, ma).await.unwrap();
        let (h, station, shelf) = (room.house.house(), room.station.clone(), room.has.shelf);
        let more = move |c: &mut Conn| {
            let new = NewCopies { shelf, source: String::new(), count: 1 };
            let how = (kernel::event::By::Program, h.now());
            let taken = take_in_within(c, &h, &station, &Of::There(title), &new, None, how);
            taken.map_err(|not| Fault::broken(format!("{not:?}")))
        };
        let new = room.house.db.write(more).await.unwrap().copies[0];
        acts::jobs(&room.house).await.unwrap();
        assert_eq!(room.state(new).await, CopyState::KeptForSomebody);
        // It is found to be missing: they wait again, in their place.
        let at = room.station.id;
        let lost = move |c: &mut Conn| {
            let copy = crate::catalogue::answers::copy(c, at, new)?;
            crate::catalogue::answers::set_copy(c, at, &Copy { stands: Stands::Missing, ..copy })
        };
        room.house.db.write(lost).await.unwrap();
        acts::jobs(&room.house).await.unwrap();
        let waits = &room.reader(ma).await.holds[0];
        assert_eq!((waits.place_in_line, waits.ready.is_some(), waits.told), (1, false, false));
        room.sound().await;
    }
}

#[tokio::test]
async fn nobody_waits_for_what_never_comes_or_for_longer_than_a_year() {
    for room in all().await {
        let (title, copy, at) = (room.has.hare.title, room.has.hare.copies[0], room.station.id);
        let lost = move |c: &mut Conn| {
            let copy = crate::catalogue::answers::copy(c, at, copy)?;
            crate::catalogue::answers::set_copy(c, at, &Copy { stands: Stands::Gone, ..copy })
        };
        room.lends(room.has.chess.copies[0], room.luo.person).await.unwrap();
        room.waits(room.has.chess.title, room.ma.person).await.unwrap();
        room.house.db.write(lost).await.unwrap();
        assert_eq!(refused(room.waits(title, room.ma.person).await), NoHold::NoCopies);
        room.house.wait(SignedDuration::from_hours(24 * 365));
        acts::jobs(&room.house).await.unwrap();
        assert_eq!(room.reader(room.ma.person).await.holds.len(), 1);
        room.later(1).await;
        assert_eq!(room.reader(room.ma.person).await.holds, vec![]);
        let no = room.waits(TitleId(room.house.new_id()), room.ma.person).await;
        assert!(matches!(no, Err(Not::Fault(Fault::NotFound))), "{no:?}");
    }
}
