//! Leaving, and all that one does with the receipt.
use kernel::photo::Photo;
use kernel::view::Peer;

use super::*;
use crate::rules::{Look, Receipt, Satisfied, Step};

fn steps(seen: &Seen) -> Vec<Step> {
    seen.steps.iter().map(|s| s.step).collect()
}

#[tokio::test]
async fn an_opinion_goes_its_way_and_its_writer_follows() {
    for town in towns().await {
        let (id, holder) = town.says("村口的路灯坏了").await;
        assert_eq!(town.seen(holder).await.state, State::Received);
        town.given(id, ZHAO).await;
        acts::take_up(&town.doing, &town.staff[ZHAO], id, None).await.unwrap();
        acts::ask(&town.doing, &town.staff[ZHAO], (id, "哪一盏？".into()), None).await.unwrap();
        assert!(town.seen(holder).await.question_open);
        acts::reply(&town.doing, &holder, "最东边那盏".into(), None).await.unwrap();
        assert_eq!(refused(acts::reply(&town.doing, &holder, "再说".into(), None).await), Refusal::NotAsked);
        town.answered(id, ZHAO).await.unwrap();
        acts::note(&town.doing, &town.staff[ZHAO], (id, "电工是老马".into()), None).await.unwrap();
        let seen = town.seen(holder).await;
        use Step::{Answered, Assigned, Question, Received, Reply, Screened, Working};
        assert_eq!(steps(&seen), [Received, Screened, Assigned, Working, Question, Reply, Answered]);
        assert!(seen.steps.iter().all(|s| s.to.is_none()), "no name of staff: {seen:?}");
        acts::solved(&town.doing, &holder, None).await.unwrap();
        acts::solved(&town.doing, &holder, Some(Satisfied::Very)).await.unwrap();
        let seen = town.seen(holder).await;
        assert_eq!((seen.state, steps(&seen).last().copied()), (State::Solved, Some(Step::Solved)));
        assert_eq!(steps(&seen).len(), 8, "twice is once");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_dispute_opens_it_again_with_its_first_date() {
    for town in towns().await {
        let (id, holder) = town.done("路灯又坏了").await;
        let first = town.seen(holder).await.due;
        town.house.wait(SignedDuration::from_hours(24 * 30));
        let photo = Photo { bytes: vec![0xff, 0xd8, 1], width: 4, height: 3 };
        let words = ("还是黑的".to_owned(), vec![photo]);
        acts::dispute(&town.doing, &holder, words.clone(), Some("k")).await.unwrap();
        acts::dispute(&town.doing, &holder, words.clone(), Some("k")).await.unwrap();
        let bare = acts::dispute(&town.doing, &holder, (words.0, vec![]), Some("k")).await;
        assert!(matches!(bare, Err(Not::Fault(Fault::KeyReused))), "without the photo it is another request");
        let seen = town.seen(holder).await;
        assert_eq!((seen.state, seen.due.on, seen.due.late), (State::Disputed, first.on, true));
        assert_eq!(seen.photos.len(), 1);
        let line = town.inbox(WANG).await.remove(0);
        assert!(line.reopened && line.due.late);
        acts::assign(&town.doing, &town.staff[WANG], (id, town.staff[SUN].id), None).await.unwrap();
        assert_eq!(town.seen(holder).await.due.on, first.on, "another handler does not stop the clock");
        town.answered(id, SUN).await.unwrap();
        assert_eq!(town.seen(holder).await.state, State::Answered);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_receipt_opens_its_own_opinion_and_no_other() {
    for town in towns().await {
        let left = town.leaves(said("水压太低")).await;
        let h = town.house.house();
        let holder = answers::open(&h, &town.station, &left.receipt, None).await.unwrap();
        assert_eq!(holder.id, left.id);
        let other = Receipt::fresh(&h.chance);
        assert_eq!(refused(answers::open(&h, &town.station, &other, None).await), Refusal::WrongReceipt);
        // Whoever tries many is stopped; whoever has one is not.
        let peer = Peer("10.0.0.9".parse().unwrap());
        let mut stopped = false;
        for _ in 0..70 {
            let tried = answers::open(&h, &town.station, &other, Some(&peer)).await;
            stopped |= matches!(tried, Err(Not::Fault(Fault::TooMany { .. })));
        }
        assert!(stopped);
        answers::open(&h, &town.station, &left.receipt, Some(&peer)).await.unwrap();
        let dump = town.dump().await;
        assert!(!dump.contains(left.receipt.digits()) && !dump.contains("水压"));
    }
}

#[tokio::test]
async fn the_same_request_gives_the_same_receipt_and_one_opinion() {
    for town in towns().await {
        let twice = |text: &'static str| acts::leave(&town.doing, said(text), None, Some("once"));
        let (one, two) = tokio::join!(twice("井盖没了"), twice("井盖没了"));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!(one, two);
        assert!(matches!(twice("别的").await, Err(Not::Fault(Fault::KeyReused))));
        assert_eq!(town.inbox(WANG).await.len(), 1);
        answers::open(&town.house, &town.station, &one.receipt, None).await.unwrap();
        assert!(!town.dump().await.contains(one.receipt.digits()), "the answer is kept sealed");
    }
}

#[tokio::test]
async fn what_is_taken_back_is_gone() {
    for town in towns().await {
        let photo = Photo { bytes: vec![0xff, 0xd8, 2], width: 4, height: 3 };
        let new = New {
            photos: vec![photo],
            phone: Some("13800001234".parse().unwrap()),
            place: Some("东头".into()),
            may_publish: true,
            ..said("赵德强态度不好")
        };
        let left = town.leaves(new).await;
        let holder = Holder { id: left.id };
        town.given(left.id, SUN).await;
        acts::looked(&town.doing, &town.staff[SUN], left.id, Look::Opened).await.unwrap();
        town.masks(left.id).await.unwrap();
        acts::withdraw(&town.doing, &holder).await.unwrap();
        acts::withdraw(&town.doing, &holder).await.unwrap();
        let seen = town.seen(holder).await;
        assert_eq!((seen.state, seen.text.as_str(), seen.has_contact), (State::Withdrawn, "", false));
        assert!(seen.steps.is_empty() && seen.viewers.is_empty() && seen.photos.is_empty() && seen.public.is_none());
        assert!(town.inbox(WANG).await.is_empty());
        assert_eq!(town.case(WANG, left.id).await, Err(Fault::NotFound));
        assert_eq!(
            refused(acts::dispute(&town.doing, &holder, ("x".into(), vec![]), None).await),
            Refusal::Ended(State::Withdrawn)
        );
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_looks_is_written_down_once_in_a_quarter_of_an_hour() {
    for town in towns().await {
        let (id, holder) = town.says("路灯坏了").await;
        town.given(id, ZHAO).await;
        for _ in 0..3 {
            acts::looked(&town.doing, &town.staff[ZHAO], id, Look::Opened).await.unwrap();
        }
        acts::looked(&town.doing, &town.staff[ZHAO], id, Look::Printed).await.unwrap();
        town.house.wait(SignedDuration::from_mins(15));
        acts::looked(&town.doing, &town.staff[WANG], id, Look::Opened).await.unwrap();
        let viewers = town.seen(holder).await.viewers;
        let said: Vec<_> = viewers.iter().map(|v| (v.name.as_str(), v.desk.as_deref(), v.look)).collect();
        assert_eq!(
            said,
            [
                ("赵德强", Some("民政窗口"), Look::Opened),
                ("赵德强", Some("民政窗口"), Look::Printed),
                ("王长青", None, Look::Opened)
            ]
        );
        assert_eq!(acts::looked(&town.doing, &town.staff[SUN], id, Look::Opened).await, Err(Fault::NotFound));
    }
}
