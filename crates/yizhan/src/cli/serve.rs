//! `yizhan serve`: the station, until somebody stops it.
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use kernel::house::House;
use kernel::live;
use tokio::net::TcpListener;
use tokio::sync::watch;
use toml::Value;

use super::common::{house, logs, migrate, runtime};
use super::out::say;
use super::stop::{Done, Stop};
use super::{Code, Common};
use crate::{app, jobs, settings::Layers};

/// After a signal, requests that run may take this long to end.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Address and port to listen at
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// The address that people type
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// The slug of the station whose home page is /
    #[arg(long, value_name = "SLUG")]
    root_station: Option<String>,
}

impl Serve {
    pub fn run(self, common: &Common) -> Done {
        let settings = self.over(common.layers()?)?.settle().map_err(Stop::usage)?.settings;
        logs(&settings, tracing::Level::INFO);
        migrate(&settings)?;
        let house = house(settings)?;
        runtime()?.block_on(async {
            let web = app::router(house.clone(), None)?;
            stations::load_calendar(&house).await?;
            let door = listen(house.settings.listen).await?;
            say(format!("Yizhan answers at {}", house.settings.public_url));
            serve(door, web, house).await
        })
    }

    fn over(self, layers: Layers) -> Result<Layers, Stop> {
        let listen = self.listen.map(|a| Value::String(a.to_string()));
        layers
            .flag("--listen", "listen", listen)
            .and_then(|l| l.flag("--public-url", "public_url", self.public_url.map(Value::String)))
            .and_then(|l| l.flag("--root-station", "root_station", self.root_station.map(Value::String)))
            .map_err(Stop::usage)
    }
}

pub async fn listen(at: SocketAddr) -> Result<TcpListener, Stop> {
    TcpListener::bind(at).await.map_err(|e| {
        let then = "another program has the port, perhaps another yizhan; choose one with --listen";
        Stop::new(Code::No, format!("cannot listen at {at}: {e}; {then}"))
    })
}

/// Answers until SIGTERM or SIGINT; then takes no new connections and lets what runs come to its end.
pub async fn serve(door: TcpListener, web: Router, house: House) -> Done {
    let (tell, stop) = watch::channel(false);
    let working = tokio::spawn(jobs::run(house.clone(), stop.clone()));
    let mut stopping = stop;
    let answering = axum::serve(door, web.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move { while !*stopping.borrow() && stopping.changed().await.is_ok() {} });
    let mut answering = tokio::spawn(async move { answering.await });
    tokio::select! {
        ended = &mut answering => return ended.map_err(Stop::no)?.map_err(Stop::no),
        () = told_to_stop() => {}
    }
    tracing::info!("stopping: no new requests");
    live::close(&house);
    let _ = tell.send(true);
    if tokio::time::timeout(LAST_REQUESTS, &mut answering).await.is_err() {
        tracing::warn!("some requests did not end in time");
        answering.abort();
    }
    // Periodic work notes what it has done in transactions: it can stop between two of them.
    let _ = tokio::time::timeout(LAST_REQUESTS, working).await;
    Ok(())
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    if let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
        return;
    }
    let _ = interrupted.await;
}
