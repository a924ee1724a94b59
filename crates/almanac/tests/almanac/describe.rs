use almanac::{lang::Lang, recur::Rule};

use crate::on;

#[track_caller]
fn says(rule: &str, zh: &str, en: &str) {
    let parsed: Rule = rule.parse().unwrap();
    let start = on("20260627");
    assert_eq!(parsed.describe(start, Lang::Zh).unwrap(), zh, "{rule}");
    assert_eq!(parsed.describe(start, Lang::En).unwrap(), en, "{rule}");
}

#[test]
fn lunar_rules_are_said_as_people_say_them() {
    says("RSCALE=CHINESE;FREQ=YEARLY", "每年农历五月十三", "every year on the 13th of the 5th lunar month");
    says(
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=5",
        "每年农历闰五月初五",
        "every year on the 5th of the leap 5th lunar month",
    );
    says(
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
        "每年农历除夕（腊月最后一天）",
        "every year on Lunar New Year's Eve",
    );
    says(
        "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1,15",
        "每农历月初一、十五",
        "every lunar month on the 1st and the 15th",
    );
}

#[test]
fn everyday_rules_are_said_plainly() {
    says("FREQ=DAILY", "每天", "every day");
    says("FREQ=DAILY;INTERVAL=2;COUNT=10", "每2天，共10次", "every 2 days, 10 times");
    says("FREQ=WEEKLY;BYDAY=MO,WE", "每周星期一、星期三", "every week on Monday and Wednesday");
    says("FREQ=WEEKLY;INTERVAL=2", "每2周的星期六", "every 2 weeks on Saturday");
    says("FREQ=MONTHLY;BYMONTHDAY=31", "每月31日", "every month on the 31st");
    says("FREQ=MONTHLY;BYDAY=-1MO", "每月最后一个星期一", "every month on the last Monday");
    says("FREQ=MONTHLY;BYDAY=5MO", "每月第5个星期一", "every month on the 5th Monday");
    says("FREQ=YEARLY", "每年6月27日", "every year on the 27th of June");
    says("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "每年5月的第2个星期日", "every year on the 2nd Sunday of May");
    says("FREQ=YEARLY;BYDAY=20MO", "每年的第20个星期一", "every year on the 20th Monday");
}

#[test]
fn limits_and_ends_are_said_too() {
    says(
        "FREQ=WEEKLY;BYMONTH=7,8;BYDAY=SA;UNTIL=20261231",
        "每周星期六（仅限7月、8月），到2026年12月31日为止",
        "every week on Saturday (only July and August), until 2026-12-31",
    );
    says("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "每月13日（仅限星期五）", "every month on the 13th (only Friday)");
    says(
        "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
        "每月31日，没有这一天时提前",
        "every month on the 31st, moved earlier where there is no such day",
    );
}
