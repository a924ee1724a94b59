//! Related notices.
use super::*;

#[tokio::test]
async fn what_is_alike_is_shown_on_both_as_long_as_it_is_public() {
    for town in towns().await {
        let fee = town.tells(text("高龄补贴在三号窗口", "高龄补贴下月起在三号窗口办，带身份证和银行卡。")).await;
        town.tells(text("亲子阅读", "来了二十三个孩子，围着长桌读书。")).await;
        town.tells(text("乒乓球台修好了", "下班来打球。")).await;
        let card = town.tells(text("高龄补贴换银行卡", "领高龄补贴的，银行卡换了请到三号窗口登记。")).await;
        let near = |public: Public| public.related.iter().map(|l| l.notice.id).collect::<Vec<_>>();
        assert_eq!(near(town.public(card).await), [fee]);
        assert_eq!(near(town.public(fee).await), [card], "the older one knows the newer");
        assert!(town.get(&format!("/s/sanhe/notices/{fee}")).await.text().contains("相关动态"));
        town.takes_down(card, "写错了").await;
        assert!(near(town.public(fee).await).is_empty());
        town.sound().await;
    }
}
