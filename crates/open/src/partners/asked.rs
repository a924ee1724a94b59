//! What managers ask for, well-typed: the body of the API, and what the form of the page becomes.
use kernel::form::Problems;
use people::{NameProblem, plain_line};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The longest name, in characters.
pub const MOST_IN_A_NAME: usize = 40;

/// A partner who is to get a key.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPartner {
    /// An office or a system, not a person.
    #[schema(min_length = 1, max_length = 40, example = "平安区12345热线")]
    pub name: String,
}

impl NewPartner {
    /// The name as it is kept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let read = match plain_line(&self.name, MOST_IN_A_NAME) {
            Ok(name) if name.is_empty() => Err(NameProblem::Empty),
            read => read,
        };
        if let Err(problem) = &read {
            match problem {
                NameProblem::TooLong => {
                    problems.add_with("name", "open-desk-too-long", vec![("most", MOST_IN_A_NAME.to_string())]);
                }
                NameProblem::HasNumber => problems.add("name", "open-desk-number"),
                NameProblem::Empty => problems.add("name", "open-desk-empty"),
                _ => problems.add("name", "open-desk-unreadable"),
            }
        }
        problems.or_else_all(read.ok())
    }
}
