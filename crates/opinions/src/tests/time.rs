//! What time decides.
use super::*;

#[tokio::test]
async fn an_answer_without_an_echo_counts_as_unconfirmed_after_ten_working_days() {
    for town in towns().await {
        let (_, holder) = town.done("路灯坏了").await;
        let until = town.seen(holder).await.speak_until.unwrap();
        // From Saturday 27 June: the tenth working day is Friday 10 July.
        assert_eq!(until, jiff::civil::date(2026, 7, 10));
        town.later(13).await;
        assert_eq!(town.seen(holder).await.state, State::Answered);
        town.later(1).await;
        assert_eq!(town.seen(holder).await.state, State::Unconfirmed);
        // Who was silent may still speak.
        acts::dispute(&town.doing, &holder, ("没好".into(), vec![]), None).await.unwrap();
        assert_eq!(town.seen(holder).await.state, State::Disputed);
        town.sound().await;
    }
}

#[tokio::test]
async fn sixty_days_after_the_end_it_is_too_late_to_dispute() {
    for town in towns().await {
        let (_, holder) = town.done("路灯坏了").await;
        town.later(14).await;
        assert!(town.seen(holder).await.may_dispute);
        town.later(60).await;
        assert!(!town.seen(holder).await.may_dispute, "what is refused is not offered");
        let late = acts::dispute(&town.doing, &holder, ("没好".into(), vec![]), None).await;
        assert_eq!(refused(late), Refusal::Ended(State::Unconfirmed));
    }
}

#[tokio::test]
async fn a_year_after_the_end_a_fact_is_left_that_names_nobody() {
    for town in towns().await {
        let left = town.leaves(New { may_publish: true, ..said("赵德强不在岗") }).await;
        let holder = Holder { id: left.id };
        town.given(left.id, SUN).await;
        town.answered(left.id, SUN).await.unwrap();
        town.masks(left.id).await.unwrap();
        acts::solved(&town.doing, &holder, Some(crate::rules::Satisfied::Mostly)).await.unwrap();
        let (open, open_holder) = town.says("还没办的").await;
        let figures = || {
            let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
            let months = (jiff::civil::date(2026, 6, 1), jiff::civil::date(2026, 6, 1));
            town.house.db.read(move |c| answers::figures(c, &h, &station, months, now))
        };
        town.later(364).await;
        assert_eq!(town.seen(holder).await.text, "赵德强不在岗");
        let before = figures().await.unwrap();
        town.later(1).await;
        let h = town.house.house();
        assert_eq!(refused(answers::open(&h, &town.station, &left.receipt, None).await), Refusal::WrongReceipt);
        assert_eq!(figures().await.unwrap(), before, "figures live on");
        assert_eq!(before.all.received, 2);
        let dump = town.dump().await;
        let key = left.id.to_string();
        let facts = town.house.db.read(|c| dumped(c, "opinion_facts")).await.unwrap();
        assert_eq!(facts.lines().count(), 1);
        for odd in [key.clone(), key.replace('-', "").to_uppercase()] {
            let kept: Vec<&str> = dump.lines().filter(|line| line.contains(&odd)).collect();
            assert!(kept.is_empty(), "{kept:?}");
        }
        assert_eq!(town.seen(open_holder).await.state, State::Received, "what is open stays");
        assert_eq!(state_of(&town.inbox(WANG).await, open), Some(State::Received));
        // What was released stays public, and leads nowhere.
        let at = town.station.id;
        let posts = town.house.db.read(move |c| answers::posts(c, at, &answers::PostFilter::default())).await.unwrap();
        assert_eq!(posts.total, 1);
        town.sound().await;
    }
}
