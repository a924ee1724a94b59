//! The page with an invented month, for the test that renders all pages and for people who look at them.
use jiff::civil::date;
use kernel::fault::Fault;
use kernel::page::{Page as Shell, StaffBar};
use kernel::share::Share;
use kernel::view::View;

use super::{Page, body};
use crate::measure::answers::Measured;
use crate::measure::rules::{CallBacks, Counts, Period, PresenceDay, Promises, Ratings, Week, rows};
use crate::ratings::pages::samples::station;

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<(&'static str, String)>, Fault> {
    let station = station()?;
    let june = Period::month(date(2026, 6, 1));
    let months = [Period::month(date(2026, 7, 1)), june, Period::month(date(2026, 5, 1))];
    let draw = |counts: Counts, band, desk: bool| {
        let rows = rows(&counts, band);
        let measured = Measured { period: june, rows, weeks: counts.weeks, rated_until: date(2026, 6, 24) };
        let path = if desk { "/desk/measure" } else { "/measure" };
        let body = body(v, &station, &Page { measured: &measured, months: &months, path });
        let page = Shell::new(v, v.t("measure-title")).place(station.place(v));
        let bar = StaffBar { name: "祁海燕".into(), place: station.name(v).to_owned(), ..StaffBar::default() };
        if desk { page.staff(bar).body(body).into_string() } else { page.body(body).into_string() }
    };
    Ok(vec![
        ("measure", draw(busy(june), Share::new(181, 200), false)),
        ("measure-desk", draw(busy(june), Share::new(181, 200), true)),
        ("measure-few", draw(few(june), Share::new(3, 4), false)),
        ("measure-none", draw(Counts::default(), Share::new(0, 0), false)),
    ])
}

fn busy(period: Period) -> Counts {
    let week = |(n, days): (usize, Period)| Week { days, wasted: Share::new(n, 30 + 12 * n) };
    let mut counts = Counts {
        visits: 212,
        wasted: [3, 5, 0, 1],
        unknown: 2,
        left: 6,
        from_afar: 57,
        waits: (0..190).map(|n| n * 17).collect(),
        services: (0..190).map(|n| 120 + n * 11).collect(),
        weeks: (0..).zip(period.weeks()).map(week).collect(),
        promises: Promises { kept: 41, revised_told: 5, revised_untold: 1, broken: 2 },
        ratings: Ratings { done: 112, levels: [14, 12, 8, 2, 1] },
        call_backs: CallBacks { settled: 1, not_settled: 1, not_reached: 0, nobody_called: 1 },
        ..Counts::default()
    };
    counts.present(PresenceDay { officials: 6, hours_min: 2_880, present_min: 1_990, away_min: 560 });
    counts
}

fn few(period: Period) -> Counts {
    let week = |days| Week { days, wasted: Share::new(0, 1) };
    Counts {
        visits: 4,
        waits: [60, 120, 300].into_iter().collect(),
        services: [300].into_iter().collect(),
        weeks: period.weeks().into_iter().map(week).collect(),
        ratings: Ratings { done: 3, levels: [1, 0, 0, 0, 0] },
        ..Counts::default()
    }
}
