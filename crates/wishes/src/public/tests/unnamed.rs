//! Nothing that everybody reads could name the person: every combination of kinds, bands and pages, for a stranger, for somebody who is
//! signed in and for whoever has a wish.
use std::collections::BTreeSet;

use axum::http::StatusCode;
use jiff::civil::date;

use super::{Answer, CALLS, Known, Town, VILLAGES, path, towns};
use crate::acts;
use crate::rules::{Band, Draft, Kind, Share, item};

/// What nobody may find anywhere: names, numbers in whatever form, and villages that few share.
const SECRET: [&str; 12] = [
    "冶秀英",
    "秀英",
    "13912345678",
    "139****5678",
    "139 1234 5678",
    "12345678",
    "祁海燕",
    "李建国",
    "马学兰",
    "窑洞",
    "索尔干",
    "630203102202",
];

const THINGS: [&str; 8] =
    ["肥皂毛巾", "保暖鞋，42 码", "书包和文具盒", "字大的书", "收音机", "小铁锹", "一副象棋", "帮写一封信"];

#[track_caller]
fn names_nobody(asked: &str, answer: &Answer) {
    for secret in SECRET {
        assert!(!answer.body.contains(secret), "“{secret}” at {asked}: {}", answer.body);
    }
}

/// Two wishes of every kind and band, of villages in turn: in one of them enough people share warm things, in the second too few were
/// counted, of the third nothing is known.
async fn full(town: &Town) -> usize {
    let shares = [(VILLAGES[1].0, 20), (VILLAGES[0].0, 19)];
    for (village, people) in shares {
        let source = "村级统计表".to_owned();
        let share = Share { village, kind: Kind::Warm, people, source, counted_on: date(2026, 1, 1) };
        acts::set_share(&town.house, &town.station, share, (&town.manager.staff, None)).await.unwrap();
    }
    let mut n = 0;
    for (kind, thing) in Kind::ALL.into_iter().zip(THINGS) {
        for band in Band::ALL {
            for village in [n, n + 1] {
                let village = Some(VILLAGES[village % 3].0);
                let draft = Draft { kind, item: item(thing).unwrap(), band, village }.settled();
                let phone = (n == 0).then_some("13912345678");
                town.open(draft, ("冶秀英", phone)).await;
                n += 1;
            }
        }
    }
    n
}

impl Town {
    /// All pages from `first` on, by their own links; how many wishes they show.
    async fn walk(&self, who: Option<&Known>, first: String) -> BTreeSet<String> {
        let (mut next, mut seen) = (Some(first), BTreeSet::new());
        while let Some(asked) = next {
            let page = self.get(who, &asked).await;
            page.is(StatusCode::OK);
            names_nobody(&asked, &page);
            let link = |at: usize| page.body[..at].rfind("<a ").map(|from| &page.body[from..at]);
            let more = page.body.find("再看十个").and_then(link).and_then(|link| link.split("href=\"").nth(1));
            let more = more.and_then(|rest| rest.split('"').next());
            next = more.map(|href| href.replace("&amp;", "&"));
            let ids = page.body.split("/s/sanhe/wishes/").skip(1);
            let ids = ids.filter_map(|rest| rest.get(..36)).filter(|id| id.parse::<crate::WishId>().is_ok());
            seen.extend(ids.map(str::to_owned));
        }
        seen
    }

    /// The same for a program, `most` at once.
    async fn walk_calls(&self, query: String, most: usize) -> BTreeSet<String> {
        let (mut before, mut seen) = (String::new(), BTreeSet::new());
        loop {
            let asked = format!("{CALLS}?most={most}{query}{before}");
            let answer = self.get(None, &asked).await;
            answer.is(StatusCode::OK);
            names_nobody(&asked, &answer);
            let list = answer.json();
            let wishes = list["wishes"].as_array().expect("a list");
            assert!(wishes.len() <= most);
            for wish in wishes {
                let enough = wish["kind"] == "warm" && wish["village"] == VILLAGES[1].1;
                assert!(wish["village"].is_null() || enough, "{wish}");
                seen.insert(wish["id"].as_str().expect("an id").to_owned());
            }
            match list["more_before"].as_str() {
                Some(id) => before = format!("&before={id}"),
                None => return seen,
            }
        }
    }
}

#[tokio::test]
async fn no_combination_of_filters_and_pages_names_anybody() {
    for town in towns().await {
        let all = full(&town).await;
        let (_, me) = town.resident("13800000001").await;
        let kinds: Vec<Option<Kind>> = Kind::ALL.into_iter().map(Some).chain([None]).collect();
        let bands: Vec<Option<Band>> = Band::ALL.into_iter().map(Some).chain([None]).collect();
        let mut whole = 0;
        for kind in &kinds {
            for band in &bands {
                let of_kind = kind.map(|kind| format!("&kind={}", kind.word())).unwrap_or_default();
                let of_band = band.map(|band| format!("&band={}", band.word())).unwrap_or_default();
                let query = format!("{of_kind}{of_band}");
                let page = format!("/s/sanhe/wishes?{}", query.trim_start_matches('&'));
                let shown = town.walk(None, page.clone()).await;
                assert_eq!(town.walk(Some(&me), page).await, shown, "{query}");
                for most in [1, 7, 50] {
                    assert_eq!(town.walk_calls(query.clone(), most).await, shown, "{query} by {most}");
                }
                if kind.is_some() && band.is_some() {
                    whole += shown.len();
                } else if kind.is_none() && band.is_none() {
                    assert_eq!(shown.len(), all);
                }
            }
        }
        assert_eq!(whole, all, "each is of one kind and one band");
    }
}

#[tokio::test]
async fn no_card_names_anybody_open_taken_or_fulfilled() {
    for town in towns().await {
        full(&town).await;
        let (person, me) = town.resident("13800000001").await;
        let ids = town.walk_calls(String::new(), 50).await;
        let mut villages = 0;
        for id in &ids {
            for asked in [format!("/s/sanhe/wishes/{id}"), format!("{CALLS}/{id}")] {
                let answer = town.get(Some(&me), &asked).await;
                answer.is(StatusCode::OK);
                names_nobody(&asked, &answer);
                villages += usize::from(answer.body.contains(VILLAGES[1].1));
            }
        }
        assert!(villages > 0, "where 20 share it, a card says the village");
        let wish = *ids.iter().next().map(|id| id.parse::<crate::WishId>().unwrap()).as_ref().unwrap();
        acts::claim(&town.house, &town.station, wish, person, None).await.unwrap();
        let place = (wish, "2 号柜".to_owned());
        acts::deliver(&town.house, &town.station, place, (&town.coordinator.staff, None)).await.unwrap();
        let code = acts::new_code(&town.house, &town.station, wish, (&town.coordinator.staff, None)).await.unwrap();
        let looks = async || {
            for asked in [path(wish), format!("{CALLS}/{wish}"), "/api/v1/me/wishes".to_owned()] {
                for who in [Some(&me), None] {
                    let answer = town.get(who, &asked).await;
                    names_nobody(&asked, &answer);
                    answer.hushes(VILLAGES[1].1).hushes(&code);
                }
            }
        };
        looks().await;
        acts::hand_over(&town.house, &town.station, (wish, code.clone()), (&town.li.staff, None)).await.unwrap();
        looks().await;
        town.get(None, &path(wish)).await.says("圆梦了");
    }
}

/// A filter by whose it is is not there: what is asked for beside kind and price changes nothing.
#[tokio::test]
async fn nobody_browses_by_village_or_hardship() {
    let town = towns().await.swap_remove(0);
    full(&town).await;
    let every = town.walk_calls(String::new(), 50).await;
    for more in ["&village=630203102201", "&minor=true", "&name=x", "&township=1", "&q=x"] {
        assert_eq!(town.walk_calls(more.to_owned(), 50).await, every, "{more}");
    }
}
