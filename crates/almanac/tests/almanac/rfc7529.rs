//! The examples of RFC 7529 in the Gregorian and Chinese calendars, and what else its section 4.1 says of SKIP.
use crate::{gives, gives_only};

#[test]
fn chinese_new_year() {
    gives("20130210", "RSCALE=CHINESE;FREQ=YEARLY", "20130210 20140131 20150219 20160208 20170128");
}

#[test]
fn the_thirty_first_of_every_month() {
    let rule = "RSCALE=GREGORIAN;FREQ=MONTHLY;COUNT=4";
    gives_only("20140131", rule, "20140131 20140331 20140531 20140731");
    gives_only("20140131", &format!("{rule};SKIP=OMIT"), "20140131 20140331 20140531 20140731");
    gives_only("20140131", &format!("{rule};SKIP=BACKWARD"), "20140131 20140228 20140331 20140430");
    gives_only("20140131", &format!("{rule};SKIP=FORWARD"), "20140131 20140301 20140331 20140501");
}

#[test]
fn a_birthday_on_the_leap_day() {
    gives("20160229", "RSCALE=GREGORIAN;FREQ=YEARLY", "20160229 20200229 20240229");
    gives("20160229", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", "20160229 20170301 20180301 20190301 20200229");
    gives("20160229", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD", "20160229 20170228 20180228 20190228 20200229");
}

#[test]
fn a_leap_month_alone_waits_for_it_or_is_skipped_to_a_neighbour() {
    let rule = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=13";
    gives("20260101", rule, "20280705 20390704");
    gives("20260101", &format!("{rule};SKIP=BACKWARD"), "20260627 20270617 20280705 20290624");
    // The sixth month instead: 六月十三.
    gives("20260101", &format!("{rule};SKIP=FORWARD"), "20260726 20270716 20280705 20290723");
}

#[test]
fn a_missing_thirtieth_is_the_twenty_ninth_or_the_first() {
    let rule = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30";
    gives("20240301", rule, "20300202");
    gives("20240301", &format!("{rule};SKIP=BACKWARD"), "20250128 20260216 20270205 20280125 20290212 20300202");
    gives("20240301", &format!("{rule};SKIP=FORWARD"), "20250129 20260217 20270206 20280126 20290213 20300202");
}

#[test]
fn a_day_skipped_forward_may_come_from_the_month_before_the_start() {
    gives("20140301", "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD", "20140301 20140331 20140501");
    gives("20150101", "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=FORWARD", "20150130 20150301 20150330");
    gives("20250129", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;SKIP=FORWARD", "20250129 20260217");
}

#[test]
fn a_skipped_day_that_falls_on_another_date_counts_once() {
    let rule = "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD";
    gives("20140131", rule, "20140131 20140201 20140301 20140331 20140401 20140501 20140531");
    let rule = "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-31,-1;SKIP=BACKWARD";
    gives("20140101", rule, "20140101 20140131 20140228 20140301 20140331 20140430");
}

#[test]
fn a_lunar_month_is_a_month_whether_regular_or_leap() {
    gives("20250611", "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1;COUNT=4", "20250625 20250725 20250823 20250922");
}

#[test]
fn daily_lunar_rules_look_at_the_lunar_day() {
    gives("20260101", "RSCALE=CHINESE;FREQ=DAILY;BYMONTH=4;BYMONTHDAY=8", "20260524 20270513");
}
