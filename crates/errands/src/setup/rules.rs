//! What may be retired and brought back. Data in, decision out.
use crate::rules::Name;

/// What a station writes down of its hall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = HallPart)]
pub enum What {
    Line,
    Desk,
    Matter,
    Official,
}

impl What {
    pub const ALL: [What; 4] = [What::Line, What::Desk, What::Matter, What::Official];

    pub fn name(self) -> &'static str {
        match self {
            What::Line => "line",
            What::Desk => "desk",
            What::Matter => "matter",
            What::Official => "official",
        }
    }
}

/// What hangs on it now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hangs {
    /// Tickets that stand: waiting in the line, at the desk, for the matter, for the official.
    pub tickets: i64,
    /// Matters of the line, or which the official does.
    pub matters: Vec<Name>,
    /// Who usually sits at the desk.
    pub officials: Vec<String>,
}

/// Why it stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stays {
    Tickets(i64),
    Matters(Vec<Name>),
    Officials(Vec<String>),
    /// A matter whose line or official is retired.
    Lacks,
}

/// Whoever still waits is served first, and what names it is written anew first.
pub fn retire(hangs: &Hangs) -> Result<(), Stays> {
    if hangs.tickets > 0 {
        return Err(Stays::Tickets(hangs.tickets));
    }
    if !hangs.matters.is_empty() {
        return Err(Stays::Matters(hangs.matters.clone()));
    }
    if !hangs.officials.is_empty() {
        return Err(Stays::Officials(hangs.officials.clone()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_retired_that_somebody_waits_for_or_that_something_names() {
        let matters = vec![Name { zh: "高龄补贴".into(), en: String::new() }];
        let hangs = Hangs { tickets: 2, matters: matters.clone(), officials: vec!["祁海燕".into()] };
        assert_eq!(retire(&hangs), Err(Stays::Tickets(2)));
        let hangs = Hangs { tickets: 0, ..hangs };
        assert_eq!(retire(&hangs), Err(Stays::Matters(matters)));
        let hangs = Hangs { matters: vec![], ..hangs };
        assert_eq!(retire(&hangs), Err(Stays::Officials(vec!["祁海燕".into()])));
        assert_eq!(retire(&Hangs::default()), Ok(()));
    }
}
