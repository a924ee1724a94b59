//! The desk's pages, through the router.
use super::*;

fn form(title: &str) -> Vec<(&'static str, String)> {
    vec![
        ("section", "reminders".into()),
        ("title", title.into()),
        ("body", "带身份证。".into()),
        ("then", "ask".into()),
        ("once", format!("once-{title}")),
    ]
}

impl Town {
    async fn posts(&self, who: &Worker, path: &str, form: &[(&'static str, String)]) -> Answer {
        let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.send(who, path, &form).await
    }
}

#[tokio::test]
async fn a_clerk_writes_and_the_manager_publishes_from_the_list() {
    for town in towns().await {
        assert!(town.get_as(&town.li, "/s/sanhe/desk/notices/new").await.text().contains("办事提醒"));
        let made = town.posts(&town.li, "/s/sanhe/desk/notices/new", &form("高龄补贴")).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        let path = made.header("location").trim_end_matches("?done=1").to_owned();
        let mine = town.get_as(&town.li, "/s/sanhe/desk/notices").await.text();
        assert!(mine.contains("等别人看一遍") && !mine.contains("pill go"), "{mine}");
        let theirs = town.get_as(&town.qi, "/s/sanhe/desk/notices").await.text();
        assert!(theirs.contains("看一遍") && theirs.contains(&path), "{theirs}");
        let page = town.get_as(&town.li, &path).await.text();
        assert!(!page.contains("/publication"), "{page}");
        let refused = town.send(&town.li, &format!("{path}/publication"), &[("version", "1")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.text().contains("要请另一个人看过"), "{}", refused.text());
        let done = town.send(&town.qi, &format!("{path}/publication"), &[("version", "1"), ("once", "p")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let list = town.get("/s/sanhe/notices?section=reminders").await.text();
        assert!(list.contains("高龄补贴"), "{list}");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    for town in towns().await {
        let mut wrong = form("");
        wrong.push(("title_en", "Only a title".into()));
        let answer = town.posts(&town.li, "/s/sanhe/desk/notices/new", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text();
        assert!(page.contains("写个标题") && page.contains("带身份证。") && page.contains("Only a title"), "{page}");
        assert!(page.contains("英文的标题和内容要一起写"), "{page}");
        let long = town.posts(&town.li, "/s/sanhe/desk/notices/new", &form(&"长".repeat(41))).await;
        assert!(long.text().contains("太长了，最多 40 个字"));
        let hidden = town.posts(&town.li, "/s/sanhe/desk/notices/new", &form("反\u{202E}转")).await;
        assert_eq!(hidden.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(town.done().await.is_empty());
    }
}

#[tokio::test]
async fn a_correction_at_the_desk_asks_what_and_shows_the_history() {
    for town in towns().await {
        let id = town.tells(text("书屋开到九点", "从周六起。")).await;
        let path = format!("/s/sanhe/desk/notices/{id}");
        let page = town.get_as(&town.li, &format!("{path}/edit")).await.text();
        assert!(page.contains("更正了什么"), "{page}");
        let mut typed = form("书屋开到八点");
        typed.push(("version", "1".into()));
        let refused = town.posts(&town.li, &format!("{path}/edit"), &typed).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.text().contains("value=\"书屋开到八点\""), "{}", refused.text());
        typed.push(("what", "不是九点".into()));
        let done = town.posts(&town.li, &format!("{path}/edit"), &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let page = town.get_as(&town.qi, &path).await.text();
        assert!(page.contains("第 2 版") && page.contains("李建国") && page.contains("更正等人看一遍"), "{page}");
        let old = town.get_as(&town.qi, &format!("{path}/versions/1")).await.text();
        assert!(old.contains("书屋开到九点"), "{old}");
        assert_eq!(town.get_as(&town.qi, &format!("{path}/versions/9")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_desk_takes_down_with_two_and_a_stranger_sees_nothing_of_it() {
    for town in towns().await {
        let id = town.tells(text("集市", "很热闹。")).await;
        let path = format!("/s/sanhe/desk/notices/{id}");
        assert_eq!(town.get(&path).await.status, StatusCode::UNAUTHORIZED);
        let silent = town.send(&town.li, &format!("{path}/take-down"), &[("why", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.send(&town.li, &format!("{path}/take-down"), &[("why", "写错了")]).await;
        assert!(town.get_as(&town.qi, "/s/sanhe/desk/notices").await.text().contains("申请撤下的"));
        let mine = town.send(&town.li, &format!("{path}/take-down/confirmation"), &[("down", "1")]).await;
        assert_eq!(mine.status, StatusCode::CONFLICT);
        let done = town.send(&town.qi, &format!("{path}/take-down/confirmation"), &[("down", "1")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(town.get(&format!("/s/sanhe/notices/{id}")).await.status, StatusCode::GONE);
        let page = town.get_as(&town.qi, &path).await.text();
        assert!(page.contains("已撤下") && page.contains("写错了"), "{page}");
    }
}

#[tokio::test]
async fn a_manager_lays_out_sections_and_a_clerk_does_not() {
    for town in towns().await {
        let path = "/s/sanhe/desk/notices/sections";
        assert_eq!(town.get_as(&town.li, path).await.status, StatusCode::NOT_FOUND);
        let new = [("name_zh", "招工"), ("name_en", "Jobs"), ("slug", "jobs"), ("place", "9")];
        let done = town.send(&town.qi, path, &new).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(town.send(&town.qi, path, &new).await.status, StatusCode::CONFLICT);
        let renamed = town.send(&town.qi, &format!("{path}/4"), &[("name_zh", "招工用工"), ("place", "0")]).await;
        assert_eq!(renamed.status, StatusCode::SEE_OTHER, "{}", renamed.text());
        let list = town.get("/s/sanhe/notices").await.text();
        assert!(list.find("招工用工") < list.find("站里的事") && list.contains("section=jobs"), "{list}");
        let wrong = town.send(&town.qi, path, &[("name_zh", ""), ("slug", "招工")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = wrong.text();
        assert!(page.contains("写上栏目名") && page.contains("用小写字母、数字和连字符"), "all at once: {page}");
    }
}
