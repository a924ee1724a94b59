//! When more come than people can write.
use super::*;
use crate::rules::{BITS, Source, Stamp, is_worked};

async fn crowd(town: &Town) {
    for n in 0..31 {
        acts::leave(&town.doing, said(&format!("意见 {n}")), None, None).await.unwrap();
    }
}

async fn with(town: &Town, stamp: Option<Stamp>) -> Result<Left, Not<Refusal>> {
    acts::leave(&town.doing, said("路灯坏了"), stamp, None).await
}

fn challenge(result: Result<Left, Not<Refusal>>) -> String {
    match refused(result) {
        Refusal::Busy { challenge, bits: BITS, seconds: 60 } => challenge,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_stamp_or_patience_is_asked_for_and_is_good_once() {
    for town in towns().await {
        crowd(&town).await;
        let asked = challenge(with(&town, None).await);
        let bare = Stamp { challenge: asked.clone(), nonce: None };
        challenge(with(&town, Some(bare.clone())).await);
        let nonce = (0_u64..).map(|n| n.to_string()).find(|n| is_worked(&asked, n, BITS)).unwrap();
        let worked = Stamp { nonce: Some(nonce), ..bare };
        with(&town, Some(worked.clone())).await.unwrap();
        challenge(with(&town, Some(worked)).await);
        // Without a script one waits a minute.
        let patient = Stamp { challenge: challenge(with(&town, None).await), nonce: None };
        town.house.wait(SignedDuration::from_secs(59));
        challenge(with(&town, Some(patient.clone())).await);
        town.house.wait(SignedDuration::from_secs(1));
        let mut forged = patient.clone();
        forged.challenge.replace_range(0..1, "9");
        challenge(with(&town, Some(forged)).await);
        with(&town, Some(patient.clone())).await.unwrap();
        challenge(with(&town, Some(patient)).await);
        // What staff type in, nobody floods a station with.
        let paper = New { source: Source::Paper, ..said("纸上写的") };
        acts::leave(&town.doing, paper, None, None).await.unwrap();
        town.house.wait(SignedDuration::from_mins(11));
        with(&town, None).await.unwrap();
    }
}

#[tokio::test]
async fn an_old_challenge_is_good_no_more() {
    for town in towns().await {
        let old = answers::challenge(&town.house, town.station.id, town.house.now()).challenge;
        town.house.wait(SignedDuration::from_hours(3));
        crowd(&town).await;
        challenge(with(&town, Some(Stamp { challenge: old, nonce: None })).await);
    }
}
