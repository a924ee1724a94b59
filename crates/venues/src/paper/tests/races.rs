//! Many clerks type the same hour at one moment, while others book it: one winner.
use super::lines::{Town, at, line, towns};
use crate::acts::{self, Booker};
use crate::paper::acts::{Line, enter};
use crate::rules::{Ask, OnPaper, Refusal};
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;

const CALLERS: i32 = 64;

type Outcome = Result<(), Not<Refusal>>;

fn typed(town: &Town, n: i32, line: Line) -> impl Future<Output = Outcome> + Send + use<> {
    let (house, station, clerk): (House, _, _) = (town.house.house(), town.station.clone(), town.clerk);
    let line = Line { name: Some(format!("张{n}")), ..line };
    async move { enter(&house, &station, line, clerk, None).await.map(|_| ()) }
}

fn booked(town: &Town, slug: &'static str) -> impl Future<Output = Outcome> + Send + use<> {
    let (house, station, staff): (House, _, _) = (town.house.house(), town.station.clone(), town.clerk);
    async move {
        let v = View::plain(&house, Lang::Zh);
        let booker = Booker::Desk { staff, name: Some("李四".into()), phone: None };
        let ask = Ask { from: at(19, 0), minutes: 60, group: 1, said: None };
        acts::book(&house, &station, &v, (slug.into(), ask), booker, None).await.map(|_| ())
    }
}

async fn winners(calls: Vec<tokio::task::JoinHandle<Outcome>>) -> usize {
    let mut won = 0;
    for call in calls {
        match call.await.unwrap() {
            Ok(()) => won += 1,
            Err(Not::Refused(Refusal::Taken)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    won
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_lines_for_one_table_and_one_past_hour_one_is_entered() {
    for town in towns().await {
        let calls = (0..CALLERS).map(|n| tokio::spawn(typed(&town, n, line(Some(1), at(14, 0), 60, "")))).collect();
        assert_eq!(winners(calls).await, 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn paper_and_the_desk_never_have_one_half_of_the_hall_both() {
    for town in towns().await {
        let half = |n| {
            let paper = OnPaper { came: false, ..line(Some(3), at(19, 0), 60, "").paper };
            typed(&town, n, Line { offering: "half".into(), paper, ..line(None, at(19, 0), 60, "") })
        };
        let mut calls = vec![];
        for n in 0..CALLERS {
            calls.push(if n % 2 == 0 { tokio::spawn(half(n)) } else { tokio::spawn(booked(&town, "whole")) });
        }
        assert_eq!(winners(calls).await, 1);
        town.sound().await;
    }
}
