//! Each page with invented votes, drawn by the tests in both languages.
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::page::Page;
use kernel::view::View;
use maud::html;
use stations::Station;

use super::{Ranking, Shown, alone, board, ranking};
use crate::NoticeId;
use crate::moods::Headline;
use crate::moods::answers::Board;
use crate::moods::rules::{Month, Mood, NoVote, Tally, rank};

type Sample = (String, String);

fn headline(n: u32, zh: &str, en: &str) -> Headline {
    let id = Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default());
    Headline { id: NoticeId(id), zh: zh.into(), en: en.into() }
}

/// The moods of `headline`, which closes in so many days.
fn stands(v: &View, headline: &Headline, votes: [usize; 4], (chose, days): (Option<Mood>, i64)) -> Board {
    let tally = Tally::of(Mood::ALL.into_iter().zip(votes));
    let closes = v.now() + SignedDuration::from_hours(24 * days);
    Board { notice: headline.id, tally, chose, open: days > 0, closes }
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let one = headline(1, "书法班来了三十个孩子", "Thirty children came to write");
    let boards = [
        ("moods-first", [0; 4], None, 30),
        ("moods-few", [4, 0, 2, 1], Some(Mood::Like), 20),
        ("moods-many", [24, 1, 31, 6], None, 12),
        ("moods-chosen", [25, 1, 31, 6], Some(Mood::Happy), 12),
        ("moods-over", [120, 4, 96, 40], None, 0),
        ("moods-over-few", [3, 0, 1, 0], None, 0),
    ];
    let mut all: Vec<Sample> = vec![];
    for (name, votes, chose, days) in boards {
        let board_of = stands(v, &one, votes, (chose, days));
        let part = board(v, &station, Shown { board: &board_of, once: "0", refused: None });
        let page = Page::new(v, name.to_owned()).place(station.place(v)).body(html! { div { (part) } });
        all.push((name.to_owned(), page.into_string()));
    }
    for (name, refused, days) in
        [("moods-crowded", NoVote::Crowded { seconds: 120 }, 12), ("moods-closed", NoVote::Closed, 0)]
    {
        let board_of = stands(v, &one, [24, 1, 31, 6], (None, days));
        let shown = Shown { board: &board_of, once: "0", refused: Some(refused) };
        all.push((name.to_owned(), alone(v, &station, &one, shown).into_string()));
    }
    all.extend(rankings(v, &station));
    Ok(all)
}

fn rankings(v: &View, station: &Station) -> Vec<Sample> {
    let told = [
        headline(1, "书法班来了三十个孩子", "Thirty children came to write"),
        headline(2, "农历五月十三交流会，院子免费停车", "The fair: park in the compound for free"),
        headline(3, "停水通知", ""),
    ];
    let votes = [[24, 1, 31, 6], [120, 4, 96, 40], [0, 9, 1, 4]];
    let tallies: Vec<(NoticeId, Tally)> =
        (told.iter().zip(votes)).map(|(h, v)| (h.id, Tally::of(Mood::ALL.into_iter().zip(v)))).collect();
    let today = Month::with(v.when(&station.zone).today());
    let of = |name: &str, month, mood, tallies: &[(NoticeId, Tally)]| {
        let ranked = rank(tallies, mood).into_iter();
        let ranked: Vec<_> = ranked.filter_map(|r| Some((told.iter().find(|h| h.id == r.id)?.clone(), r))).collect();
        let page = ranking(v, station, Ranking { month, today, mood, ranked: &ranked });
        (name.to_owned(), page.into_string())
    };
    vec![
        of("moods-ranking", today, Mood::Happy, &tallies),
        of("moods-ranking-sad", today.before(), Mood::Sad, &tallies),
        of("moods-ranking-none", today, Mood::Like, &[]),
    ]
}
