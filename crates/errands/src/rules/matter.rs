//! 事项: what one comes for, and what to bring.
use super::Name;
use super::number::{LineId, OfficialId};

/// One matter of a station.
pub type MatterId = i32;

/// One paper of a checklist. A matter's checklist has versions: whoever came with last week's list can show what it said.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = MatterPaper)]
pub struct Paper {
    pub kind: Kind,
    pub name: Name,
    /// What it must be: 正反面复印件
    #[serde(default)]
    pub note: Name,
}

/// Whether somebody without the paper has come for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PaperKind)]
pub enum Kind {
    /// 必需
    Required,
    /// 容缺: it may follow.
    MayFollow,
    /// 可核验: the desk can look it up.
    LookedUp,
}

/// Other ways than coming oneself and waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default)]
#[schema(as = MatterWays)]
pub struct Ways {
    /// Papers can be left at the desk.
    pub drop_off: bool,
    /// Somebody else can come: 代办
    pub proxy: bool,
    /// The official comes home: 上门
    pub home: bool,
    /// Done in the village on a village day.
    pub village: bool,
}

impl Ways {
    /// As a row keeps them: bits 1, 2, 4, 8 in the order of the fields.
    pub fn bits(self) -> i16 {
        let all = [self.drop_off, self.proxy, self.home, self.village];
        all.into_iter().zip([1, 2, 4, 8]).filter(|(is, _)| *is).map(|(_, bit)| bit).sum()
    }

    pub fn of_bits(bits: i16) -> Ways {
        let has = |bit: i16| bits & bit != 0;
        Ways { drop_off: has(1), proxy: has(2), home: has(4), village: has(8) }
    }
}

/// One matter, with the newest version of its checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    pub id: MatterId,
    pub version: i32,
    pub draft: Draft,
}

/// What a manager writes of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The end of its address.
    pub slug: String,
    pub name: Name,
    /// What else people call it.
    pub words: Vec<String>,
    pub line: LineId,
    /// A 岗; nobody = whoever sits at the line's desks.
    pub official: Option<OfficialId>,
    /// B 岗
    pub stand_in: Option<OfficialId>,
    /// How long it takes at the desk, usually: 1 to 240.
    pub minutes: i16,
    pub ways: Ways,
    pub note: Name,
    pub papers: Vec<Paper>,
}

/// Why a matter cannot be written so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAMatter {
    NoName,
    /// Not 1 to 240 minutes.
    Minutes,
    /// A stand-in who is the official, or one for nobody.
    StandIn,
    /// A paper without a name.
    Paper,
}

impl Draft {
    /// # Errors
    /// The first thing that cannot be so.
    pub fn judged(self) -> Result<Draft, NotAMatter> {
        if self.name.zh.trim().is_empty() {
            return Err(NotAMatter::NoName);
        }
        if !(1..=240).contains(&self.minutes) {
            return Err(NotAMatter::Minutes);
        }
        if self.stand_in.is_some() && (self.official.is_none() || self.stand_in == self.official) {
            return Err(NotAMatter::StandIn);
        }
        if self.papers.iter().any(|p| p.name.zh.trim().is_empty()) {
            return Err(NotAMatter::Paper);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            slug: "old-age-allowance".into(),
            name: Name { zh: "高龄补贴".into(), en: String::new() },
            words: vec![],
            line: 1,
            official: Some(1),
            stand_in: Some(2),
            minutes: 12,
            ways: Ways::default(),
            note: Name::default(),
            papers: vec![],
        }
    }

    #[test]
    fn ways_are_kept_as_bits() {
        for bits in 0..16 {
            assert_eq!(Ways::of_bits(bits).bits(), bits);
        }
    }

    #[test]
    fn a_stand_in_stands_in_for_somebody_else() {
        assert!(draft().judged().is_ok());
        assert_eq!(Draft { stand_in: Some(1), ..draft() }.judged(), Err(NotAMatter::StandIn));
        assert_eq!(Draft { official: None, ..draft() }.judged(), Err(NotAMatter::StandIn));
        assert_eq!(Draft { minutes: 0, ..draft() }.judged(), Err(NotAMatter::Minutes));
    }
}
