//! What the hall has promised: numbers, and the order in which they are called.
use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::ground::{DESKS, SLUG};
use crate::rush::Round;

/// How many of those who wait a desk is shown.
const SHOWN: usize = 40;

/// A change at the hall, with the key under which it is asked for.
#[derive(Debug, Clone)]
pub enum Press {
    /// A number for somebody who stands there.
    Draw(String),
    /// The next, at this desk.
    Call(i32, String),
    /// Who was called has come.
    Serve(String),
}

/// What came back: a number and its ticket, who was called, or a no. `None` if no answer came.
pub fn press(desk: &Desk, press: &Press) -> Option<Value> {
    let at = format!("/stations/{SLUG}");
    let (path, key, body) = match press {
        Press::Draw(key) => (format!("{at}/desk/tickets"), key.clone(), json!({ "line": 1, "on_site": true })),
        Press::Call(desk, key) => (format!("{at}/desks/{desk}/calls"), key.clone(), json!({})),
        Press::Serve(id) => (format!("{at}/tickets/{id}/steps"), format!("serve-{id}"), json!({ "press": "serve" })),
    };
    let (status, said) = desk.post(&path, &key, &body)?;
    match status {
        200 | 201 => Some(said),
        // Nobody waits: an answer like any other.
        409 => Some(Value::Null),
        // Overloaded: nothing was changed.
        503 => None,
        _ => panic!("{press:?}: {status} {said}"),
    }
}

/// A ticket that was acknowledged.
#[derive(Debug, Clone)]
pub struct Ticket {
    pub id: String,
    /// Without its letter.
    pub number: usize,
}

impl Ticket {
    pub fn of(said: &Value) -> Ticket {
        let number = said["number"].as_str().and_then(|n| n.strip_prefix('A')?.parse().ok()).expect("a number");
        Ticket { id: said["id"].as_str().expect("an id").to_owned(), number }
    }
}

#[derive(Default)]
pub struct Queue {
    tickets: Vec<Ticket>,
    /// Tickets that were called.
    called: BTreeSet<String>,
    /// Whom each desk has called and not served.
    pub at_desks: Vec<Option<String>>,
    unanswered: Vec<Press>,
    pub asked: u64,
    pub acknowledged_calls: usize,
    pub sent_again: usize,
}

impl Queue {
    pub fn drawn(&self) -> usize {
        self.tickets.len()
    }

    pub fn add(&mut self, round: Round) {
        assert!(!round.unanswered.is_empty(), "no request was under way when the program was killed");
        self.tickets.extend(round.tickets);
        self.acknowledged_calls += round.called.len();
        self.called.extend(round.called);
        (self.at_desks, self.unanswered, self.asked) = (round.at_desks, round.unanswered, round.asked);
    }

    /// After a kill: what was not answered is done once when it is sent again; then everything is as it was acknowledged.
    pub fn settle(&mut self, desk: &Desk) {
        self.at_desks.resize(usize::try_from(DESKS).expect("a few"), None);
        for unanswered in std::mem::take(&mut self.unanswered) {
            let said = press(desk, &unanswered).expect("a calm station answers");
            let again = press(desk, &unanswered).expect("a calm station answers");
            self.sent_again += 1;
            match unanswered {
                Press::Draw(_) => {
                    assert_eq!(said, again, "sent again it became another ticket");
                    self.tickets.push(Ticket::of(&said));
                }
                Press::Call(at, _) => {
                    // A no is decided afresh, and may be another answer.
                    assert!(said.is_null() || said == again, "sent again it called another: {said} {again}");
                    self.is_called(at, &again);
                }
                Press::Serve(_) => {}
            }
        }
        self.compare(desk);
    }

    fn is_called(&mut self, at: i32, said: &Value) {
        let Some(id) = said["called"].as_str() else { return };
        self.called.insert(id.to_owned());
        let place = usize::try_from(at - 1).expect("a desk");
        self.at_desks[place] = Some(id.to_owned());
    }

    /// Each ticket has its number and stands as it was left; numbers have no gaps; whoever waits, waits in their order.
    fn compare(&self, desk: &Desk) {
        let mut waiting = vec![];
        for ticket in &self.tickets {
            let said = desk.get(&format!("/tickets/{}", ticket.id));
            let (number, state) = (format!("A{:03}", ticket.number), said["state"].as_str().unwrap_or_default());
            assert_eq!(said["number"], number.as_str(), "{said}");
            let called = ["called", "serving", "done"].contains(&state);
            assert_eq!(called, self.called.contains(&ticket.id), "{number} is {state}");
            if !called {
                waiting.push(ticket.number);
            }
        }
        let mut numbers: Vec<usize> = self.tickets.iter().map(|t| t.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=self.tickets.len()).collect::<Vec<_>>(), "numbers have gaps, or somebody's was lost");
        waiting.sort_unstable();
        let next = desk.get("/desk/board?desk=1");
        let next: Vec<usize> = next["next"].as_array().expect("a list").iter().map(|t| Ticket::of(t).number).collect();
        assert_eq!(next, waiting[..waiting.len().min(SHOWN)], "the order has changed");
    }

    /// At the end everybody who waits is called, one after the other in the order of their numbers.
    pub fn all_come_to_their_turn(&mut self, desk: &Desk) {
        let left: Vec<&Ticket> = self.tickets.iter().filter(|t| !self.called.contains(&t.id)).collect();
        let mut left: Vec<(usize, String)> = left.into_iter().map(|t| (t.number, t.id.clone())).collect();
        left.sort();
        if let Some(id) = self.at_desks[0].take() {
            press(desk, &Press::Serve(id)).expect("a calm station answers");
        }
        for (number, id) in left {
            let said = press(desk, &Press::Call(1, format!("last-{number}"))).expect("a calm station answers");
            assert_eq!(said["called"], id.as_str(), "A{number:03} was not next");
            press(desk, &Press::Serve(id)).expect("a calm station answers");
        }
    }
}
