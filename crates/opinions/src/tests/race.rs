//! Two at once, and many.
use super::*;

fn spawned<F: Future<Output = Result<(), Not<Refusal>>> + Send + 'static>(
    all: Vec<F>,
) -> Vec<tokio::task::JoinHandle<Result<(), Not<Refusal>>>> {
    all.into_iter().map(|f| tokio::spawn(f)).collect()
}

async fn ends(all: Vec<tokio::task::JoinHandle<Result<(), Not<Refusal>>>>) -> (usize, Vec<Refusal>) {
    let (mut well, mut refusals) = (0, vec![]);
    for one in all {
        match one.await.unwrap() {
            Ok(()) => well += 1,
            other => refusals.push(refused(other)),
        }
    }
    (well, refusals)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_answer_at_once_one_does() {
    for town in towns().await {
        let (id, _) = town.says("路灯坏了").await;
        town.given(id, ZHAO).await;
        let both = [ZHAO, WANG].map(|who| {
            let (doing, staff) = (town.doing.clone(), town.staff[who].clone());
            async move { acts::answer(&doing, &staff, (id, "好了".into()), None).await }
        });
        let (well, refusals) = ends(spawned(both.into())).await;
        assert_eq!((well, refusals), (1, vec![Refusal::NotYet(State::Answered)]));
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_would_hide_at_once_one_asks_and_of_two_who_decide_one_does() {
    for town in towns().await {
        let left = town.leaves(New { may_publish: true, ..said("路灯坏了") }).await;
        town.given(left.id, ZHAO).await;
        let post = town.masks(left.id).await.unwrap();
        town.later(40).await;
        let asks = [WANG, LI].map(|who| {
            let (doing, staff) = (town.doing.clone(), town.staff[who].clone());
            async move { acts::ask_hide(&doing, &staff, (post, "含有人名".into()), None).await }
        });
        let (well, refusals) = ends(spawned(asks.into())).await;
        assert_eq!((well, refusals), (1, vec![Refusal::HideAsked]));
        let decide = [WANG, LI, ZHAO, SUN].map(|who| {
            let (doing, staff) = (town.doing.clone(), town.staff[who].clone());
            async move { acts::decide_hide(&doing, &staff, (post, true), None).await }
        });
        let (well, refusals) = ends(spawned(decide.into())).await;
        assert_eq!((well, refusals.len()), (1, 3));
        assert!(refusals.iter().all(|r| matches!(r, Refusal::SameHand | Refusal::NothingToDecide)), "{refusals:?}");
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn while_sixteen_dispute_and_take_back_at_once_nothing_is_left_half() {
    for town in towns().await {
        let (_, holder) = town.done("路灯坏了").await;
        let all: Vec<_> = (0..16)
            .map(|n| {
                let doing = town.doing.clone();
                async move {
                    match n % 2 {
                        0 => acts::dispute(&doing, &holder, (format!("没修好 {n}"), vec![]), None).await,
                        _ => acts::withdraw(&doing, &holder).await,
                    }
                }
            })
            .collect();
        let (well, refusals) = ends(spawned(all)).await;
        assert!((8..=9).contains(&well), "{well} {refusals:?}");
        assert_eq!(town.seen(holder).await.state, State::Withdrawn);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_taken_back_while_another_is_merged_or_taken_back_stays_so() {
    for town in towns().await {
        for n in 0..8 {
            let (child, holder) = town.says(&format!("路灯 {n}")).await;
            let (parent, holder_of_parent) = town.says(&format!("村口路灯 {n}")).await;
            let (other, _) = town.says(&format!("东头路灯 {n}")).await;
            acts::merge(&town.doing, &town.staff[WANG], (child, parent), None).await.unwrap();
            let doing = town.doing.clone();
            let first = tokio::spawn(async move { acts::withdraw(&doing, &holder).await });
            let (doing, staff) = (town.doing.clone(), town.staff[WANG].clone());
            let second = tokio::spawn(async move {
                match n % 2 {
                    0 => acts::withdraw(&doing, &holder_of_parent).await,
                    _ => acts::merge(&doing, &staff, (parent, other), None).await,
                }
            });
            first.await.unwrap().unwrap();
            second.await.unwrap().unwrap();
            assert_eq!(town.seen(holder).await.state, State::Withdrawn);
            town.sound().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixteen_opinions_at_once_have_sixteen_numbers() {
    for town in towns().await {
        let all: Vec<_> = (0..16)
            .map(|n| {
                let doing = town.doing.clone();
                tokio::spawn(async move { acts::leave(&doing, said(&format!("意见 {n}")), None, None).await.unwrap() })
            })
            .collect();
        for one in all {
            one.await.unwrap();
        }
        let mut numbers: Vec<String> = town.inbox(WANG).await.into_iter().map(|l| l.number).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), 16);
        town.sound().await;
    }
}
