//! Who stands where, who answers for what was asked, and what a deputy hears.
use jiff::SignedDuration;

use crate::town::{self, Town};

/// Thursday morning.
async fn morning(town: &Town) {
    town.set_clock("2026-06-25T09:30");
    town.wait(SignedDuration::ZERO).await;
}

/// Whether some message says so.
async fn told(town: &Town, words: &str) -> bool {
    town.messages().await.iter().any(|m| m.text.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_stands_at_the_post_and_it_is_said_when_nobody_does() {
    town::each(async |town| {
        morning(town).await;
        let visitor = town.visitor();
        let posts = visitor.get("/s/sanhe/duty").await;
        posts.ok().says("马同志在岗，到 12:00").says("志愿者王在岗，到 11:30").says_not("马春兰");
        visitor.get("/s/sanhe").await.ok().says("先锋岗").says("马同志在岗");
        // On Wednesday nobody stood there after noon: the roster says so, and who has gone home hands over.
        let clerk = town.staff("lijianguo").await;
        let roster = clerk.get("/s/sanhe/desk/duty").await;
        roster.ok().says("周三 6月24日 14:00–15:30 没有人").says("马春兰 08:30–12:00");
        let over = clerk.submit(&roster, "/handover", &[("volunteer", "韩阿姨")]).await;
        clerk.visit(&over.leads_to()).await.ok().says("记好了");
        visitor.get("/s/sanhe/duty").await.ok().says("志愿者韩在岗，到 12:00");
        town.set_clock("2026-06-25T12:30");
        visitor.get("/s/sanhe/duty").await.ok().says("现在不是值守时间，14:00 有人");
        // Somebody falls ill: the gap has a time, and one press sends somebody else.
        let shift = clerk.get("/s/sanhe/desk/duty").await;
        let theirs = shift.links().into_iter().filter(|href| href.contains("/duty/shifts/")).collect::<Vec<_>>();
        let edit = clerk.get(&theirs[0]).await;
        let removed = clerk.submit(&edit, "/removal", &[]).await;
        let gap = clerk.visit(&removed.leads_to()).await;
        gap.ok().says("周四 6月25日 14:00–18:00 没有人");
        town.set_clock("2026-06-25T14:05");
        visitor.get("/s/sanhe/duty").await.ok().says("现在没有人值守");
        let page = clerk.get(&gap.link("from=14%3A00")).await;
        let me = page.text.split("<option value=\"").skip(1).find(|o| o.contains("李建国")).expect("he works here");
        let me = me.split('"').next().expect("an id").to_owned();
        clerk.submit(&page, "/duty/shifts", &[("staff", &me)]).await.leads_to();
        visitor.get("/s/sanhe/duty").await.ok().says("李同志在岗，到 18:00");
        // The next night the day becomes minutes.
        town.set_clock("2026-06-26T02:00");
        town.wait(SignedDuration::ZERO).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_asked_first_answers_and_a_broken_promise_stands_first() {
    town::each(async |town| {
        morning(town).await;
        let clerk = town.staff("machunlan").await;
        let list = clerk.get("/s/sanhe/desk/first-asked").await;
        list.ok().says("村里的高龄补贴这个月怎么还没到？").says("过期了");
        let asked = clerk.submit(&list, "/first-asked", &[("what", "水费在哪儿交？"), ("phone", "13800000001")]).await;
        let list = clerk.visit(&asked.leads_to()).await;
        list.ok().says("记好了，周一前要答复。");
        assert!(told(town, "您问的事由马春兰负责").await);
        let id = asked.leads_to().split("written=").nth(1).expect("an id").to_owned();
        let one = format!("/s/sanhe/desk/first-asked/{id}");
        // Nobody else can end it, and "come another day" is no end.
        town.staff("lijianguo").await.get(&one).await.ok().says("别人只能看");
        let page = clerk.get(&one).await;
        let fields = [("press", "another-day"), ("once", "a"), ("on", ""), ("at", ""), ("staff", "")];
        clerk.post(&one, &fields).await.is(409).says("要写清哪天几点、谁在");
        let me = page.text.split("<option value=\"").skip(1).find(|o| o.contains("马春兰")).expect("she works here");
        let me = me.split('"').next().expect("an id").to_owned();
        let fields =
            [("press", "another-day"), ("once", "b"), ("on", "2026-06-25"), ("at", "15:00"), ("staff", me.as_str())];
        clerk.post(&one, &fields).await.leads_to();
        clerk.get(&one).await.ok().says("约好 15:00 来，马春兰在");
        town.set_clock("2026-06-25T16:00");
        clerk.get("/s/sanhe/desk/first-asked").await.ok().says("说好的时间没有做到");
        town.wait(SignedDuration::ZERO).await;
        assert!(told(town, "没有做到，对不起").await, "the asker hears it first");
        clerk.post(&one, &[("press", "answer"), ("once", "c"), ("words", "在邮政所交。")]).await.leads_to();
        clerk.get(&one).await.ok().says("答复了").says("说好的时间没有做到");
        assert!(told(town, "在邮政所交。").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_receives_an_office_answers_and_the_deputy_cannot_close() {
    town::each(async |town| {
        let resident = town.visitor();
        resident.get("/s/sanhe").await.ok().says("代表接待日");
        resident.get("/s/sanhe/deputies").await.ok().says("李桂芳");
        let days = resident.get("/s/sanhe/deputies").await;
        days.ok().says("李桂芳 · 镇人大代表").says("还空 4 个时段");
        let day = resident.get(&days.link("/deputies/")).await;
        let taken = resident.submit(&day, "/slots", &[]).await;
        let mine = taken.leads_to();
        resident.visit(&mine).await.ok().says("09:20").says("约好了");
        // Three days ahead or not at all.
        let clerk = town.staff("machunlan").await;
        let desk = clerk.get("/s/sanhe/desk/deputies").await;
        desk.ok().says("进村的路上有三盏路灯不亮").says("想在书屋给孩子们办个暑假自习室");
        let new = [("on", "2026-06-26"), ("from", "09:00"), ("until", "11:00"), ("place_zh", "联络室")];
        clerk.submit(&desk, "/desk/deputies", &new).await.is(409).says("最早能公布 6月27日");
        // The day: received, routed, answered by the office; whoever writes for the deputy does not close.
        town.set_clock("2026-06-30T09:20");
        let clerk = town.staff("machunlan").await;
        let id = mine.rsplit('/').next().expect("an id");
        let item = format!("/s/sanhe/desk/receptions/{id}");
        let page = clerk.get(&item).await;
        clerk.submit(&page, &item, &[("press", "register"), ("words", "学校门口要画斑马线。")]).await.leads_to();
        let page = clerk.get(&item).await;
        clerk.submit(&page, &item, &[("press", "route"), ("office", "3")]).await.leads_to();
        clerk.post(&item, &[("press", "close"), ("once", "x")]).await.is(409).says("这件事归别的单位");
        let office = town.staff("maxuelan").await;
        let page = office.get(&item).await;
        office.submit(&page, &item, &[("press", "answer"), ("words", "七月画好。")]).await.leads_to();
        resident.visit(&mine).await.ok().says("新时代文明实践所答复了").says("七月画好。").says_not("马学兰");
        let not = [("press", "not-settled"), ("words", "暑假没有用，九月再看。"), ("once", "y")];
        office.post(&item, &not).await.is(409).says("代表的话由代表自己写");
        clerk.post(&item, &not).await.leads_to();
        resident.visit(&mine).await.ok().says("代表说还没解决");
    })
    .await;
}
