//! As what somebody of the staff acts on one visit.
use super::refusal::Refusal;

/// What is known of whoever presses, with regard to the deputy of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hat {
    /// They sign in as the deputy.
    pub deputy: bool,
    /// The deputy signs in: nobody speaks for them.
    pub deputy_signs_in: bool,
    /// The office that they belong to.
    pub office: Option<i32>,
    pub manager: bool,
}

impl Hat {
    /// Whether they answer for `office` and close what it has: who belongs to it, or a manager who writes down what it said.
    /// Never the deputy, whatever else they are here.
    pub fn answers_for(self, office: Option<i32>) -> Result<(), Refusal> {
        if self.deputy {
            return Err(Refusal::DeputyCannot);
        }
        let belongs = office.is_some() && self.office == office;
        if belongs || self.manager { Ok(()) } else { Err(Refusal::NotYourOffice) }
    }

    /// Whether they say what the deputy says about something that `office` has: the deputy, or, if the deputy does not sign in,
    /// whoever does not belong to that office.
    pub fn speaks_for_the_deputy(self, office: Option<i32>) -> Result<(), Refusal> {
        let belongs = office.is_some() && self.office == office;
        if self.deputy || (!self.deputy_signs_in && !belongs) { Ok(()) } else { Err(Refusal::NotTheDeputy) }
    }
}
