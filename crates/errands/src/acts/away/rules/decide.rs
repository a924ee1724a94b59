//! What can become of somebody who waits for an official who leaves. Pure.
use jiff::Timestamp;

use crate::rules::OfficialId;

/// What is decided for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LeavingDecision)]
pub enum Decision {
    /// The stand-in does it, at the same time.
    StandIn,
    /// The official does it when they are back.
    Later,
    /// The papers are left at the desk.
    DropOff,
    /// They choose themselves what to do; the ticket is kept meanwhile.
    Choose,
    /// They are met in their village on a coming day; the ticket is given back.
    VillageDay,
}

impl Decision {
    pub const ALL: [Decision; 5] =
        [Decision::StandIn, Decision::Later, Decision::DropOff, Decision::Choose, Decision::VillageDay];

    pub fn name(self) -> &'static str {
        match self {
            Decision::StandIn => "stand-in",
            Decision::Later => "later",
            Decision::DropOff => "drop-off",
            Decision::Choose => "choose",
            Decision::VillageDay => "village-day",
        }
    }
}

/// What whoever holds a ticket chooses instead of waiting on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = InsteadOfWaiting)]
pub enum Instead {
    /// The stand-in, who is in now.
    StandIn,
    /// To leave the papers at the desk.
    DropOff,
}

impl Instead {
    pub fn name(self) -> &'static str {
        match self {
            Instead::StandIn => "stand-in",
            Instead::DropOff => "drop-off",
        }
    }
}

/// How things stand for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Case {
    /// Who is in and does all that they come for.
    pub stand_in: Option<OfficialId>,
    /// When the official is back, if that is on the ticket's day and before its line's last hours end.
    pub back: Option<Timestamp>,
    /// All their papers can be left at the desk.
    pub drop_off: bool,
    /// There is a place for them on a coming day in their village.
    pub village_day: bool,
    /// They have chosen already to wait for this official in particular.
    pub waits_on: bool,
}

impl Case {
    /// What can be decided; the first is what is done if nobody decides. Who has chosen to wait for the official is told the
    /// new return; everybody else need not wait while somebody else can do it now. A day in the village is never that first:
    /// nobody's number is given back unless somebody decides so.
    pub fn decisions(&self) -> Vec<Decision> {
        let stand_in = self.stand_in.map(|_| Decision::StandIn);
        let later = self.back.map(|_| Decision::Later);
        let first = if self.waits_on { [later, stand_in] } else { [stand_in, later] };
        let drop_off = self.drop_off.then_some(Decision::DropOff);
        let village_day = self.village_day.then_some(Decision::VillageDay);
        first.into_iter().chain([drop_off, Some(Decision::Choose), village_day]).flatten().collect()
    }

    /// What was wanted, if it is possible; else what is done if nobody decides.
    pub fn decide(&self, wanted: Option<Decision>) -> Decision {
        let all = self.decisions();
        wanted.filter(|d| all.contains(d)).or_else(|| all.first().copied()).unwrap_or(Decision::Choose)
    }

    /// What they can choose themselves.
    pub fn instead(&self) -> Vec<Instead> {
        let stand_in = self.stand_in.map(|_| Instead::StandIn);
        stand_in.into_iter().chain(self.drop_off.then_some(Instead::DropOff)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BACK: Option<Timestamp> = Some(Timestamp::UNIX_EPOCH);

    #[test]
    fn the_stand_in_comes_first_then_the_return_then_the_papers_then_their_own_choice() {
        let all = Case { stand_in: Some(2), back: BACK, drop_off: true, village_day: true, waits_on: false };
        assert_eq!(all.decisions(), Decision::ALL);
        assert_eq!(Case { stand_in: None, ..all }.decide(None), Decision::Later);
        assert_eq!(Case { stand_in: None, back: None, ..all }.decide(None), Decision::DropOff);
        assert_eq!(Case::default().decide(None), Decision::Choose);
    }

    #[test]
    fn whoever_chose_to_wait_for_this_official_waits_on() {
        let case = Case { stand_in: Some(2), back: BACK, waits_on: true, ..Case::default() };
        assert_eq!(case.decide(None), Decision::Later);
        assert_eq!(Case { back: None, ..case }.decide(None), Decision::StandIn);
    }

    #[test]
    fn what_is_not_possible_is_not_done() {
        assert_eq!(Case { back: BACK, ..Case::default() }.decide(Some(Decision::StandIn)), Decision::Later);
        let case = Case { stand_in: Some(2), back: BACK, ..Case::default() };
        assert_eq!(case.decide(Some(Decision::Later)), Decision::Later);
    }

    #[test]
    fn nobody_is_met_in_a_village_unless_that_is_decided_and_possible() {
        let case = Case { village_day: true, ..Case::default() };
        assert_eq!(case.decide(None), Decision::Choose);
        assert_eq!(case.decide(Some(Decision::VillageDay)), Decision::VillageDay);
        assert_eq!(Case { back: BACK, ..Case::default() }.decide(Some(Decision::VillageDay)), Decision::Later);
    }

    #[test]
    fn they_choose_only_what_is_there() {
        assert_eq!(Case::default().instead(), []);
        let case = Case { stand_in: Some(2), drop_off: true, ..Case::default() };
        assert_eq!(case.instead(), [Instead::StandIn, Instead::DropOff]);
    }
}
