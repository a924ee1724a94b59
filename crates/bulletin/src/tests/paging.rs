//! Ten at a time, without gaps and doubles, whatever happens in between.
use super::*;

/// The address that leads on.
fn more(page: &str) -> Option<String> {
    let at = page.find("再看十条")?;
    let link = &page[page[..at].rfind("<a ")?..at];
    let href = link.split("href=\"").nth(1)?;
    Some(href.split('"').next()?.replace("&amp;", "&"))
}

fn ids(page: &str) -> Vec<NoticeId> {
    let links = page.split("href=\"/s/sanhe/notices/").skip(1);
    links.filter_map(|link| link.split('"').next()?.parse().ok()).collect()
}

impl Town {
    /// All pages from `path` on, by their own links.
    async fn walk(&self, path: &str) -> Vec<Vec<NoticeId>> {
        let (mut all, mut next) = (vec![], Some(path.to_owned()));
        while let Some(path) = next {
            let page = self.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            all.push(ids(&page.text()));
            next = more(&page.text());
        }
        all
    }
}

#[tokio::test]
async fn pages_have_every_notice_once_also_those_of_one_instant() {
    for town in towns().await {
        let mut told = vec![];
        for n in 0..23 {
            let draft = Draft { section: 1 + n % 2, ..text(&format!("第{n}条"), "集市。") };
            // Some are published in the same instant.
            let id = town.drafts(&town.li, draft).await;
            if n % 4 == 0 {
                town.house.wait(SignedDuration::from_mins(1));
            }
            town.publishes(&town.qi, id, 1).await.unwrap();
            told.push(id);
        }
        told.reverse();
        let pages = town.walk("/s/sanhe/notices").await;
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 3]);
        let seen = pages.concat();
        let (mut a, mut b) = (seen.clone(), told.clone());
        a.sort();
        b.sort();
        assert_eq!(a, b);
        let found = town.walk("/s/sanhe/notices?q=%E9%9B%86%E5%B8%82").await.concat();
        assert_eq!(found, seen, "what fits alike comes in the same order");
        let of_section = town.walk("/s/sanhe/notices?section=reminders").await.concat();
        let expected: Vec<NoticeId> =
            seen.iter().copied().filter(|id| told.iter().rev().position(|t| t == id).unwrap() % 2 == 1).collect();
        assert_eq!(of_section, expected);
        assert_eq!(town.get("/s/sanhe/notices?section=nothing").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_new_notice_or_one_taken_down_shifts_no_page() {
    for town in towns().await {
        let mut told = vec![];
        for n in 0..15 {
            told.push(town.tells(text(&format!("第{n}条"), "集市。")).await);
        }
        told.reverse();
        let first = town.get("/s/sanhe/notices").await.text();
        assert_eq!(ids(&first), told[..10]);
        town.tells(text("新的", "刚刚。")).await;
        // The one that the link names is gone.
        town.takes_down(told[9], "写错了").await;
        let second = town.get(&more(&first).unwrap()).await.text();
        assert_eq!(ids(&second), told[10..]);
        let nobody = town.get("/s/sanhe/notices?before=00000000-0000-7000-8000-000000000000").await.text();
        assert_eq!(ids(&nobody).len(), 10, "a place that is nobody's begins at the top");
    }
}
