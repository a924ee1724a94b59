//! The fields of the pages' forms, as they were typed.
use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{NewParkingBays, NewParkingLot};
use super::rules::{Class, Held, Lot, Name, Why};
use crate::fairday::text::typed_time;

/// A lot, with a number for each class and for each reason to hold bays of it back.
#[derive(Debug, Clone, Default)]
pub struct LotForm(BTreeMap<String, String>);

pub fn capacity_field(class: Class) -> &'static str {
    match class {
        Class::Car => "capacity-car",
        Class::Cycle => "capacity-cycle",
        Class::Disabled => "capacity-disabled",
        Class::Bus => "capacity-bus",
    }
}

pub fn held_field(class: Class, why: Why) -> &'static str {
    match (class, why) {
        (Class::Car, Why::Disabled) => "held-disabled",
        (Class::Car, Why::Emergency) => "held-emergency",
        (Class::Car, Why::Staff) => "held-staff",
        (Class::Car, Why::Other) => "held-other",
        (Class::Cycle, Why::Disabled) => "held-cycle-disabled",
        (Class::Cycle, Why::Emergency) => "held-cycle-emergency",
        (Class::Cycle, Why::Staff) => "held-cycle-staff",
        (Class::Cycle, Why::Other) => "held-cycle-other",
        (Class::Disabled, Why::Disabled) => "held-disabled-disabled",
        (Class::Disabled, Why::Emergency) => "held-disabled-emergency",
        (Class::Disabled, Why::Staff) => "held-disabled-staff",
        (Class::Disabled, Why::Other) => "held-disabled-other",
        (Class::Bus, Why::Disabled) => "held-bus-disabled",
        (Class::Bus, Why::Emergency) => "held-bus-emergency",
        (Class::Bus, Why::Staff) => "held-bus-staff",
        (Class::Bus, Why::Other) => "held-bus-other",
    }
}

impl LotForm {
    pub fn of(sent: BTreeMap<String, String>) -> LotForm {
        LotForm(sent)
    }

    /// What a new lot begins with.
    pub fn fresh(once: String, place: usize) -> LotForm {
        let fields = [("opens", "07:00"), ("closes", "19:00"), ("leave_by", "18:30"), ("threshold", "90")];
        let mut form: BTreeMap<String, String> = fields.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
        form.insert("place".into(), place.to_string());
        form.insert("once".into(), once);
        LotForm(form)
    }

    /// A lot as it is.
    pub fn filled(once: String, lot: &Lot, zone: &TimeZone) -> LotForm {
        let mut form = BTreeMap::from([("once".to_owned(), once)]);
        let mut put = |name: &str, value: String| form.insert(name.to_owned(), value);
        put("slug", lot.slug.clone());
        put("name_zh", lot.name.zh.clone());
        put("name_en", lot.name.en.clone());
        put("address", lot.address.clone());
        put("at", lot.at.map(|(lat, lon)| format!("{lat},{lon}")).unwrap_or_default());
        put("place", lot.place.to_string());
        put("threshold", lot.threshold.to_string());
        put("opens", typed_time(lot.opens, zone));
        put("closes", typed_time(lot.closes, zone));
        put("leave_by", lot.leave_by.map(|at| typed_time(at, zone)).unwrap_or_default());
        for bays in &lot.bays {
            put(capacity_field(bays.class), bays.capacity.to_string());
            for why in Why::ALL {
                let held: i32 = bays.held.iter().filter(|h| h.why == why).map(|h| h.bays).sum();
                if held > 0 {
                    put(held_field(bays.class, why), held.to_string());
                }
            }
        }
        LotForm(form)
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn read(&self) -> Result<NewParkingLot, Problems> {
        let mut problems = Problems::default();
        let mut number = |field: &'static str| match self.get(field).trim() {
            "" => Some(0),
            typed => problems.take(field, typed.parse::<i32>(), "fairday-not-a-number"),
        };
        let mut bays = vec![];
        for class in Class::ALL {
            let mut held = vec![];
            for why in Why::ALL {
                if let Some(bays) = number(held_field(class, why)).filter(|n| *n != 0) {
                    held.push(Held { why, bays });
                }
            }
            if let Some(capacity) = number(capacity_field(class)).filter(|n| *n != 0) {
                bays.push(NewParkingBays { class, capacity, held });
            }
        }
        let place = problems.take("place", self.get("place").trim().parse(), "parking-bad-place");
        let threshold = problems.take("threshold", self.get("threshold").trim().parse(), "parking-bad-threshold");
        let at = match self.get("at").trim() {
            "" => None,
            typed => {
                let both = typed
                    .split_once([',', '，'])
                    .and_then(|(a, b)| Some((a.trim().parse().ok()?, b.trim().parse().ok()?)));
                problems.take("at", both.ok_or(()), "parking-bad-at")
            }
        };
        let leave_by = Some(self.get("leave_by").to_owned()).filter(|t| !t.trim().is_empty());
        let read = place.zip(threshold).map(|(place, threshold)| NewParkingLot {
            slug: self.get("slug").trim().to_owned(),
            name: Name { zh: self.get("name_zh").to_owned(), en: self.get("name_en").to_owned() },
            address: self.get("address").to_owned(),
            lat: at.map(|p: (f64, f64)| p.0),
            lon: at.map(|p| p.1),
            place,
            threshold,
            opens: self.get("opens").to_owned(),
            closes: self.get("closes").to_owned(),
            leave_by,
            bays,
        });
        problems.or_else_all(read)
    }
}

/// One tap without a script.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TapForm {
    pub once: String,
    pub class: String,
    pub step: String,
}

/// Which class of bays, and what was done.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub class: String,
    pub fair: String,
    pub done: String,
}

impl Chosen {
    pub fn class(&self) -> Class {
        Class::named(&self.class).unwrap_or(Class::Car)
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RecountForm {
    pub once: String,
    pub class: String,
    pub to: String,
    pub reason: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LineForm {
    pub label: String,
    pub why: String,
    pub fair: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    pub once: String,
    pub lot: String,
    pub plate: String,
    pub spot: String,
    pub asker: String,
    pub phone: String,
    /// Of a button: the car that was moved.
    pub id: String,
}
