//! What is typed finds what was told.
use super::*;
use kernel::markdown;

const TEXT: &str = "## 六月十三的交流会\n\n今年的**物资交流会**照旧办在镇政府大院，从早上八点到下午六点。外地来的摊位请先到三号窗口登记；\
    停车改在学校操场，[看路线](/s/sanhe/parking)。\n\n- 唱戏在戏台\n- 小吃在东门\n\n| 摊位 | 费用 |\n| --- | --- |\n| 一米 | 免费 |";

fn han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

#[tokio::test]
async fn every_word_of_two_characters_finds_its_notice() {
    for town in towns().await {
        let id = town.tells(text("交流会怎么停车", TEXT)).await;
        town.tells(text("Gym", "Nothing in Chinese here.")).await;
        let plain = markdown::plain(TEXT);
        let mut tried = 0;
        for run in plain.split(|c| !han(c)).chain(["交流会怎么停车"]) {
            for pair in run.chars().collect::<Vec<_>>().windows(2) {
                let typed: String = pair.iter().collect();
                assert_eq!(town.found(&typed).await, [id], "{typed}");
                tried += 1;
            }
        }
        assert!(tried > 70, "{tried}");
        for c in plain.chars().filter(|c| han(*c)) {
            assert_eq!(town.found(&c.to_string()).await, [id], "{c}");
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn letters_find_words_begun_and_titles_by_pinyin() {
    for town in towns().await {
        let wifi = town.tells(text("驿站有 WiFi 了", "密码在门口。")).await;
        let fee = town.tells(text("高龄补贴在哪办", "三号窗口。")).await;
        assert_eq!(town.found("wifi").await, [wifi]);
        assert_eq!(town.found("ＷＩ").await, [wifi]);
        assert_eq!(town.found("glbt").await, [fee]);
        assert_eq!(town.found("BT").await, [fee]);
        assert!(town.found("fi").await.is_empty());
        assert!(town.found("……").await.is_empty(), "marks are no words");
        assert!(town.found("' OR 1=1 --%_").await.is_empty());
    }
}

#[tokio::test]
async fn what_fits_most_comes_first_then_the_newest() {
    for town in towns().await {
        let both = town.tells(text("老人体检", "老年大学也在这天。")).await;
        let one = town.tells(text("老年活动", "下棋。")).await;
        let newer = town.tells(text("老年大学", "报名了。")).await;
        assert_eq!(town.found("老年大学 体检").await, [both, newer]);
        assert_eq!(town.found("老年").await, [newer, one, both]);
        let page = town.get("/s/sanhe/notices?q=%E4%BD%93%E6%A3%80").await.text();
        assert!(page.contains("老人体检") && !page.contains("老年活动"), "{page}");
        let page = town.get("/s/sanhe/notices?q=%E6%B8%B8%E6%B3%B3").await.text();
        assert!(page.contains("没找到“游泳”"), "{page}");
    }
}
