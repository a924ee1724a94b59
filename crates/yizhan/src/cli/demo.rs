//! `yizhan demo`: Sanhe's shared station with invented people, on a clock that can be moved.
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::chance::Chance;
use kernel::clock::Clock;
use kernel::house::House;
use kernel::secret::Keys;
use kernel::settings::Settings;
use tokio::net::TcpListener;

use super::Common;
use super::common::{logs, runtime};
use super::out::{bar, say};
use super::serve::{listen, serve};
use super::stop::{Done, Stop};
use crate::app;
use crate::opening;
use crate::township::sanhe::{self, KEY, KIOSK, MANAGER, PASSWORD, SLUG, ZONE};
use crate::township::{self, Files, NotLoaded, Passwords};

const USUAL_PORT: u16 = 8600;

#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The time at which it begins, in Sanhe [default: now]
    #[arg(long, value_name = "2026-06-27T10:00")]
    at: Option<String>,
    /// The port to listen at [default: 8600, or a free one]
    #[arg(long)]
    port: Option<u16>,
}

impl Demo {
    pub fn run(self, common: &Common) -> Done {
        let at = self.begin()?;
        let ground = Ground::of(common.database.as_deref())?;
        let settings = Settings {
            database: ground.database(),
            rehearsal: true,
            root_station: Some(SLUG.into()),
            // Whoever tries the demo signs in with the password that it prints.
            second_factor_grace_days: u16::MAX,
            ..Settings::default()
        };
        logs(&settings, tracing::Level::WARN);
        opening::migrate(&settings, |_| {})?;
        runtime()?.block_on(async {
            let door = self.door().await?;
            let address = door.local_addr().map_err(Stop::no)?;
            // A name and not a number: passkeys belong to names only.
            let public_url = format!("http://localhost:{}", address.port());
            let settings = Settings { listen: address, public_url, ..settings };
            let (clock, hand) = Clock::rehearsal(at);
            let house = opening::house(settings, Keys::from_bytes(KEY), clock, Chance::system())?;
            load(&house).await?;
            let web = app::router(house.clone(), Some(hand))?;
            greet(&house);
            serve(door, web, house).await
        })
    }

    fn begin(&self) -> Result<Timestamp, Stop> {
        let Some(text) = &self.at else { return Ok(Clock::system().now()) };
        let zone = TimeZone::get(ZONE).map_err(Stop::no)?;
        let at = app::instant(text, &zone);
        at.ok_or_else(|| Stop::usage(format!("--at {text} is no time; write --at 2026-06-27T10:00")))
    }

    async fn door(&self) -> Result<TcpListener, Stop> {
        let at = |port| SocketAddr::from(([127, 0, 0, 1], port));
        match self.port {
            Some(port) => listen(at(port)).await,
            None => match TcpListener::bind(at(USUAL_PORT)).await {
                Ok(door) => Ok(door),
                Err(_) => listen(at(0)).await,
            },
        }
    }
}

/// Loads the township unless the given database has it from an earlier demo.
pub async fn load(house: &House) -> Result<(), Stop> {
    if house.db.read(|c| stations::by_slug(c, SLUG)).await.is_ok() {
        return Ok(());
    }
    let sanhe = township::read(&Files::sanhe()).map_err(|wrong| Stop::bad_file(NotLoaded::Wrong(wrong)))?;
    let bar = bar("living through two weeks", 1);
    let mut progress = |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let loaded = township::load(house, sanhe, Passwords::Same(PASSWORD.into()), &mut progress).await;
    bar.finish_and_clear();
    loaded.map_err(|not| match not {
        NotLoaded::Fault(fault) => Stop::from(fault),
        other => Stop::no(other),
    })?;
    Ok(sanhe::open_kiosk(house).await?)
}

fn greet(house: &House) {
    let url = &house.settings.public_url;
    say(format!(
        "\n  三合镇共享驿站 · Sanhe's shared station, with invented people\n\n  \
         open        {url}/\n  \
         messages    {url}/messages   (one-time codes and other SMS appear here)\n  \
         kiosk       {url}/s/{SLUG}/kiosk/open/{KIOSK}   (makes this browser the machine in the hall)\n  \
         desk        {url}/staff/sign-in   login {MANAGER}, password {PASSWORD}\n  \
         the clock   curl -X POST {url}/api/v1/rehearsal/clock -H 'content-type: application/json' \
         -d '{{\"at\":\"2026-06-27T19:20\"}}'\n\n  \
         Ctrl-C ends it. 按 Ctrl-C 结束。"
    ));
}

/// What the demo's database stands on.
enum Ground {
    Given(String),
    /// A folder of its own that goes with the demo.
    Passing(PathBuf),
}

impl Ground {
    fn of(given: Option<&str>) -> Result<Ground, Stop> {
        if let Some(database) = given {
            return Ok(Ground::Given(database.to_owned()));
        }
        let name = data_encoding::HEXLOWER.encode(&Chance::system().bytes::<6>());
        let folder = std::env::temp_dir().join(format!("yizhan-demo-{name}"));
        std::fs::create_dir(&folder).map_err(|e| Stop::no(format!("{} cannot be made: {e}", folder.display())))?;
        Ok(Ground::Passing(folder))
    }

    fn database(&self) -> String {
        match self {
            Ground::Given(database) => database.clone(),
            Ground::Passing(folder) => folder.join("demo.db").display().to_string(),
        }
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        if let Ground::Passing(folder) = self {
            remove(folder);
        }
    }
}

fn remove(folder: &Path) {
    // What is left over lies among the temporary files, and the system clears those.
    let _ = std::fs::remove_dir_all(folder);
}
