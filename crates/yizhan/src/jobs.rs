//! Work that nobody asks for: what time has decided is written down, what is due is sent, what is over is forgotten.
use std::sync::Arc;
use std::time::Duration;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::{once, outbox, session};
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

use crate::slices;
use crate::webhook::Webhook;

const EVERY: Duration = Duration::from_secs(30);
const SEND_EVERY: Duration = Duration::from_secs(2);

/// All periodic work, once.
pub async fn once(house: &House) -> Result<(), Fault> {
    slices::jobs(house).await?;
    let now = house.now();
    house.db.write(move |c| session::forget_ended(c, now)).await?;
    house.db.write(move |c| once::forget_old(c, now)).await?;
    house.limits.forget_the_quiet();
    Ok(())
}

/// Runs until `stop` says so. A failure is logged and the next round tries again.
pub async fn run(house: House, mut stop: watch::Receiver<bool>) {
    let channel = Webhook::of(&house.settings).map(|w| Arc::new(w) as Arc<dyn outbox::Channel>);
    let (mut rounds, mut sending) = (tokio::time::interval(EVERY), tokio::time::interval(SEND_EVERY));
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    sending.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let done = tokio::select! {
            _ = rounds.tick() => once(&house).await,
            _ = sending.tick(), if channel.is_some() => send(&house, channel.clone()).await,
            _ = stop.changed() => return,
        };
        if let Err(fault) = done {
            tracing::warn!(%fault, "periodic work will be tried again");
        }
    }
}

async fn send(house: &House, channel: Option<Arc<dyn outbox::Channel>>) -> Result<(), Fault> {
    match channel {
        Some(channel) => outbox::deliver(house, channel).await.map(|_| ()),
        None => Ok(()),
    }
}
