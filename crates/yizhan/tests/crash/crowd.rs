//! What a busy day has promised: places and the turn of whoever waits for one, and what was counted at a car park.
use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::bustle::Round;
use crate::desk::Desk;
use crate::ground::{PLACES, READING, SLUG};

/// Where it happens: the times of an activity, one for each round, and a car park.
pub struct Stage {
    times: Vec<String>,
    lot: String,
}

impl Stage {
    pub fn of(desk: &Desk) -> Stage {
        let all = desk.get("/activities");
        let times = all["times"].as_array().expect("a list").iter().filter(|time| time["title"] == READING);
        let times: Vec<String> = times.map(|time| text(&time["id"])).collect();
        assert!(!times.is_empty(), "{all}");
        Stage { times, lot: text(&desk.get("/parking")["lots"][0]["id"]) }
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// A change, asked for in words that make it one however often they are sent.
#[derive(Debug, Clone)]
pub enum Press {
    /// A place at a time, for somebody of this name.
    Join(String, String),
    /// The signup of somebody of this name is given back.
    Leave(String, String),
    /// What a device has to tell: the nonce of each tap, and which way the car drove.
    Tap(Vec<(String, &'static str)>),
}

/// What came back; `None` if no answer came.
pub fn press(desk: &Desk, stage: &Stage, press: &Press) -> Option<Value> {
    let at = format!("/stations/{SLUG}");
    let (path, key, body) = match press {
        Press::Join(time, name) => {
            (format!("{at}/desk/occurrences/{time}/signups"), name.clone(), json!({ "name": name }))
        }
        Press::Leave(id, _) => {
            (format!("{at}/desk/signups/{id}/answer"), format!("leave-{id}"), json!({ "answer": "give-back" }))
        }
        Press::Tap(taps) => {
            let taps: Vec<Value> = taps.iter().map(|(nonce, step)| json!({ "nonce": nonce, "step": step })).collect();
            (format!("{at}/parking/taps"), String::new(), json!({ "lot": stage.lot, "taps": taps }))
        }
    };
    let (status, said) = desk.post(&path, &key, &body)?;
    match status {
        200 | 201 => Some(said),
        // Overloaded: nothing was changed.
        503 => None,
        _ => panic!("{press:?}: {status} {said}"),
    }
}

/// The id of the signup of somebody of this name, who is on the list once.
pub fn found(list: &Value, name: &str) -> String {
    let mut theirs = list["signups"].as_array().expect("a list").iter().filter(|one| one["called"] == name);
    let id = text(&theirs.next().unwrap_or_else(|| panic!("{name} is lost: {list}"))["id"]);
    assert!(theirs.next().is_none(), "{name} is signed up twice");
    id
}

/// By how much taps change the count.
pub fn sum(taps: &[(String, &'static str)]) -> i64 {
    taps.iter().map(|(_, step)| if *step == "in" { 1 } else { -1 }).sum()
}

/// Somebody whose signup was acknowledged.
pub struct Guest {
    pub time: String,
    pub id: String,
    pub left: bool,
}

pub struct Crowd {
    pub stage: Stage,
    /// By name.
    guests: BTreeMap<String, Guest>,
    parked: i64,
    taps: usize,
    unanswered: Vec<Press>,
    rounds: usize,
    filled: bool,
    pub asked: u64,
    pub sent_again: usize,
}

impl Crowd {
    pub fn at(stage: Stage) -> Crowd {
        let (guests, unanswered) = (BTreeMap::new(), vec![]);
        let (parked, taps, rounds, filled, asked, sent_again) = (0, 0, 0, false, 0, 0);
        Crowd { stage, guests, parked, taps, unanswered, rounds, filled, asked, sent_again }
    }

    /// The time for which people sign up in this round.
    pub fn time(&self) -> &str {
        &self.stage.times[self.rounds % self.stage.times.len()]
    }

    pub fn signed_up(&self) -> usize {
        self.guests.len()
    }

    pub fn tapped(&self) -> usize {
        self.taps
    }

    pub fn has_filled_a_time(&self) -> bool {
        self.filled
    }

    pub fn add(&mut self, round: Round) {
        assert!(!round.unanswered.is_empty(), "no request was under way when the program was killed");
        for (name, guest) in round.guests {
            assert!(self.guests.insert(name, guest).is_none(), "a name was used twice");
        }
        self.count(&round.taps);
        (self.unanswered, self.asked) = (round.unanswered, round.asked);
    }

    fn count(&mut self, taps: &[(String, &'static str)]) {
        self.parked += sum(taps);
        self.taps += taps.len();
    }

    /// After a kill: what was not answered is done once when it is sent again; then everything is as it was acknowledged.
    pub fn settle(&mut self, desk: &Desk) {
        for unanswered in std::mem::take(&mut self.unanswered) {
            press(desk, &self.stage, &unanswered).expect("a calm station answers");
            let again = press(desk, &self.stage, &unanswered).expect("a calm station answers");
            self.sent_again += 1;
            match unanswered {
                Press::Join(time, name) => {
                    let id = found(&again, &name);
                    self.guests.insert(name, Guest { time, id, left: false });
                }
                Press::Leave(_, name) => self.guests.get_mut(&name).expect("somebody who came").left = true,
                Press::Tap(taps) => {
                    assert_eq!(again["kept"], 0, "a tap was taken twice");
                    self.count(&taps);
                }
            }
        }
        let time = self.time().to_owned();
        self.compare(desk, &time);
        self.looked(desk);
        self.rounds += 1;
        self.fill_but_one(desk);
    }

    /// In calm, before a round: however slow the machine is, the last place goes and somebody waits while the kill comes.
    fn fill_but_one(&mut self, desk: &Desk) {
        let time = self.time().to_owned();
        let there = self.guests.values().filter(|guest| guest.time == time && !guest.left).count();
        for n in there..PLACES - 1 {
            let name = format!("早到{}-{n}", self.rounds);
            let join = Press::Join(time.clone(), name.clone());
            let list = press(desk, &self.stage, &join).expect("a calm station answers");
            let guest = Guest { time: time.clone(), id: found(&list, &name), left: false };
            assert!(self.guests.insert(name, guest).is_none(), "a name was used twice");
        }
    }

    pub fn compare_all(&mut self, desk: &Desk) {
        for time in self.stage.times.clone() {
            self.compare(desk, &time);
        }
    }

    /// Everybody is on the list of a time, once and as they were left; its places are full before anybody waits, and never
    /// over; whoever waits came after everybody who has one.
    fn compare(&mut self, desk: &Desk, time: &str) {
        let list = desk.get(&format!("/occurrences/{time}/signups"));
        let all = list["signups"].as_array().expect("a list");
        let theirs: Vec<(&String, &Guest)> = self.guests.iter().filter(|(_, guest)| guest.time == time).collect();
        for (name, guest) in &theirs {
            assert_eq!(found(&list, name), guest.id);
        }
        assert_eq!(all.len(), theirs.len(), "somebody is signed up who never was");
        let (mut last_in, mut first_waiting, mut taken) = (0, i64::MAX, 0);
        for one in all {
            let (name, place) = (text(&one["called"]), one["place"].as_i64().expect("a number"));
            match one["state"].as_str().unwrap_or_default() {
                "in" | "offered" => (last_in, taken) = (place.max(last_in), taken + 1),
                "waiting" => first_waiting = place.min(first_waiting),
                "given-back" => assert!(self.guests[&name].left, "{name} never left"),
                state => panic!("{name} is {state}"),
            }
            assert_eq!(one["state"] == "given-back", self.guests[&name].left, "{name} is {}", one["state"]);
        }
        assert_eq!(list["taken"], taken, "{list}");
        assert!(taken <= PLACES, "{taken} have a place");
        let somebody_waits = first_waiting < i64::MAX;
        assert!(!somebody_waits || taken == PLACES, "somebody waits, and a place is free");
        assert!(last_in < first_waiting, "number {first_waiting} waits, and number {last_in} has a place");
        self.filled |= somebody_waits;
    }

    /// Somebody looks at the car park: the count is what was tapped.
    fn looked(&self, desk: &Desk) {
        let look = Press::Tap(vec![(format!("look-{}", self.rounds), "same")]);
        let said = press(desk, &self.stage, &look).expect("a calm station answers");
        assert_eq!(said["parked"], json!([{ "class": "car", "count": self.parked }]));
    }
}
