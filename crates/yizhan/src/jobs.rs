//! Work that nobody asks for: what time has decided is written down, what is due is sent, what is over is forgotten.
use std::sync::Arc;
use std::time::Duration;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::{once, outbox, session};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior};

use crate::lock::LockWebhook;
use crate::slices;
use crate::webhook::Webhook;

const EVERY: Duration = Duration::from_secs(30);
const SEND_EVERY: Duration = Duration::from_secs(2);

/// How many messages are forgotten in one transaction.
const BATCH: i64 = 200;

/// All periodic work, once.
pub async fn once(house: &House) -> Result<(), Fault> {
    // First, for it needs no database: while that is away, addresses are counted all the same.
    house.limits.forget_the_quiet();
    slices::jobs(house).await?;
    let now = house.now();
    house.db.write(move |c| session::forget_ended(c, now)).await?;
    house.db.write(move |c| once::forget_old(c, now)).await?;
    while house.db.write(move |c| outbox::forget_old(c, now, BATCH)).await? > 0 {}
    Ok(())
}

/// Runs until `stop` says so. A gateway that is slow holds up messages and nothing else, a lock nothing but locks.
pub async fn run(house: House, stop: watch::Receiver<bool>) {
    let channel = Webhook::of(&house.settings).map(Arc::new);
    tokio::join!(settle(&house, stop.clone()), send(&house, channel, stop.clone()), tell_locks(&house, stop));
}

async fn settle(house: &House, mut stop: watch::Receiver<bool>) {
    let mut rounds = rounds(EVERY);
    while another(&mut rounds, &mut stop).await {
        later(once(house).await);
    }
}

async fn send(house: &House, channel: Option<Arc<Webhook>>, mut stop: watch::Receiver<bool>) {
    let (Some(channel), mut rounds) = (channel, rounds(SEND_EVERY)) else { return };
    while another(&mut rounds, &mut stop).await {
        later(outbox::deliver(house, channel.clone()).await);
    }
}

async fn tell_locks(house: &House, mut stop: watch::Receiver<bool>) {
    let (lock, mut rounds) = (Arc::new(LockWebhook::default()), rounds(SEND_EVERY));
    while another(&mut rounds, &mut stop).await {
        later(venues::door::deliver(house, lock.clone()).await);
    }
}

fn rounds(every: Duration) -> Interval {
    let mut rounds = tokio::time::interval(every);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    rounds
}

/// Waits for the next round; `false` when it is time to stop.
async fn another(rounds: &mut Interval, stop: &mut watch::Receiver<bool>) -> bool {
    tokio::select! {
        _ = rounds.tick() => true,
        _ = stop.changed() => false,
    }
}

/// A failure is logged and the next round tries again.
fn later<T>(done: Result<T, Fault>) {
    if let Err(fault) = done {
        tracing::warn!(%fault, "periodic work will be tried again");
    }
}
