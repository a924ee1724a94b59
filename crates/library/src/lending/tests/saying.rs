//! Every refusal says why and what to do, in both languages; those that lead somewhere lead there.
use kernel::refusal::Refusal;
use kernel::view::View;
use kernel::words::Lang;

use super::*;
use crate::lending::says;
use crate::rules::{Kind, Stands};

fn whole(said: &str) {
    assert!(!said.is_empty() && !said.contains("lending-") && !said.contains('{'), "{said}");
}

#[tokio::test]
async fn each_refusal_is_whole_sentences_with_a_way_on() {
    for room in all().await {
        let (title, day) = (room.has.hare.title, date(2026, 7, 27));
        let mut loans = vec![
            NoLoan::NoSuchCopy,
            NoLoan::LentToYou { due_on: day },
            NoLoan::Lent { due_on: day, title },
            NoLoan::KeptForAnother { title },
            NoLoan::TooMany { most: 5, have: 6 },
            NoLoan::Overdue { since: day, title },
        ];
        loans.extend(Kind::ALL.map(|kind| NoLoan::NotLent { kind }));
        loans.extend(Stands::ALL.map(|stands| NoLoan::NotHere { stands }));
        let renewals = [
            NoRenewal::NotYours,
            NoRenewal::TooOften { most: 1 },
            NoRenewal::OthersWait,
            NoRenewal::Overdue { since: day, title },
            NoRenewal::TooEarly,
        ];
        let holds = [
            NoHold::NotLent { kind: Kind::Thing },
            NoHold::Free { shelf: 1 },
            NoHold::HaveIt,
            NoHold::Already,
            NoHold::TooMany { most: 5 },
            NoHold::NoCopies,
        ];
        for lang in [Lang::Zh, Lang::En] {
            let v = View::plain(&room.house, lang);
            let said = [
                loans.iter().map(|no| says::no_loan(&v, &room.station, no)).collect::<Vec<_>>(),
                renewals.iter().map(|no| says::no_renewal(&v, no)).collect(),
                holds.iter().map(|no| says::no_hold(&v, &room.station, (no, title))).collect(),
            ];
            for said in said.concat() {
                whole(&said.what);
                assert!(!said.next.is_empty(), "{}", said.what);
                for next in &said.next {
                    whole(&next.label);
                    assert!(next.href == "/me" || next.href.starts_with("/s/sanhe/library"), "{}", next.href);
                }
            }
            for stands in Stands::ALL {
                whole(&says::stands(&v, stands));
            }
        }
        let v = View::plain(&room.house, Lang::Zh);
        assert!(NoLoan::Lent { due_on: day, title }.say(&v).what.contains("7月27日"));
        let codes: std::collections::BTreeSet<&str> = loans.iter().map(Refusal::code).collect();
        assert_eq!(codes.len(), 8);
    }
}
