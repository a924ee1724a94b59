//! What stands in the history of an opinion.

/// One thing that happened. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionStep)]
pub enum Step {
    Received = 0,
    Screened = 1,
    Assigned = 2,
    Working = 3,
    Question = 4,
    Reply = 5,
    Answered = 6,
    Solved = 7,
    Disputed = 8,
    Unconfirmed = 9,
    Merged = 10,
    OutOfScope = 11,
    NamedAdded = 13,
    /// Whoever left it allows that a masked version is published, or takes that back.
    PublicAsked = 14,
    Masked = 15,
    Released = 16,
    HideAsked = 17,
    Hidden = 18,
    HideRefused = 19,
    Appealed = 20,
    AppealGranted = 21,
    AppealRefused = 22,
    /// Between colleagues.
    Note = 23,
    /// The permission to publish was taken back.
    PublicRefused = 24,
    /// It was found that it is not about somebody after all.
    NamedLifted = 25,
}

impl Step {
    pub const ALL: [Step; 25] = [
        Step::Received,
        Step::Screened,
        Step::Assigned,
        Step::Working,
        Step::Question,
        Step::Reply,
        Step::Answered,
        Step::Solved,
        Step::Disputed,
        Step::Unconfirmed,
        Step::Merged,
        Step::OutOfScope,
        Step::NamedAdded,
        Step::PublicAsked,
        Step::Masked,
        Step::Released,
        Step::HideAsked,
        Step::Hidden,
        Step::HideRefused,
        Step::Appealed,
        Step::AppealGranted,
        Step::AppealRefused,
        Step::Note,
        Step::PublicRefused,
        Step::NamedLifted,
    ];

    pub fn of(number: i16) -> Option<Step> {
        Step::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Step::Received => "received",
            Step::Screened => "screened",
            Step::Assigned => "assigned",
            Step::Working => "working",
            Step::Question => "question",
            Step::Reply => "reply",
            Step::Answered => "answered",
            Step::Solved => "solved",
            Step::Disputed => "disputed",
            Step::Unconfirmed => "unconfirmed",
            Step::Merged => "merged",
            Step::OutOfScope => "out-of-scope",
            Step::NamedAdded => "named-added",
            Step::PublicAsked => "public-asked",
            Step::Masked => "masked",
            Step::Released => "released",
            Step::HideAsked => "hide-asked",
            Step::Hidden => "hidden",
            Step::HideRefused => "hide-refused",
            Step::Appealed => "appealed",
            Step::AppealGranted => "appeal-granted",
            Step::AppealRefused => "appeal-refused",
            Step::Note => "note",
            Step::PublicRefused => "public-refused",
            Step::NamedLifted => "named-lifted",
        }
    }

    /// Whether whoever left the opinion reads it. Notes between colleagues, and whom the station adds, stay at the desk; that
    /// somebody asked to hide and another refused changed nothing for them.
    pub fn is_for_reporter(self) -> bool {
        !matches!(self, Step::Note | Step::NamedAdded | Step::NamedLifted | Step::HideAsked | Step::HideRefused)
    }
}

/// How an opinion came. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionSource)]
pub enum Source {
    Web = 0,
    Kiosk = 1,
    /// On paper, from the box.
    Paper = 2,
    /// Told to a clerk, who typed it in.
    Desk = 3,
    /// Through another program.
    Partner = 4,
}

impl Source {
    pub const ALL: [Source; 5] = [Source::Web, Source::Kiosk, Source::Paper, Source::Desk, Source::Partner];

    pub fn of(number: i16) -> Option<Source> {
        Source::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Source::Web => "web",
            Source::Kiosk => "kiosk",
            Source::Paper => "paper",
            Source::Desk => "desk",
            Source::Partner => "partner",
        }
    }

    /// Somebody of staff types it in: nobody could flood the station that way.
    pub fn is_typed_by_staff(self) -> bool {
        matches!(self, Source::Paper | Source::Desk)
    }
}

/// How satisfied somebody is, if they want to say it: the five levels of GB/T 39734. The numbers are kept in rows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionSatisfied)]
pub enum Satisfied {
    /// 非常不满意
    Not = 1,
    /// 不满意
    Little = 2,
    /// 基本满意
    Mostly = 3,
    /// 满意
    Yes = 4,
    /// 非常满意
    Very = 5,
}

impl Satisfied {
    /// In the order in which they are asked.
    pub const ALL: [Satisfied; 5] =
        [Satisfied::Very, Satisfied::Yes, Satisfied::Mostly, Satisfied::Little, Satisfied::Not];

    pub fn of(number: i16) -> Option<Satisfied> {
        Satisfied::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Satisfied::Not => "not",
            Satisfied::Little => "little",
            Satisfied::Mostly => "mostly",
            Satisfied::Yes => "yes",
            Satisfied::Very => "very",
        }
    }

    pub fn named(name: &str) -> Option<Satisfied> {
        Satisfied::ALL.into_iter().find(|s| s.name() == name)
    }

    /// The three upper levels.
    pub fn is_satisfied(self) -> bool {
        self >= Satisfied::Mostly
    }
}

/// How somebody of staff looked at an opinion. The numbers are kept in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionLook)]
pub enum Look {
    Opened = 0,
    Printed = 1,
}

impl Look {
    pub fn of(number: i16) -> Option<Look> {
        [Look::Opened, Look::Printed].into_iter().find(|l| *l as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Look::Opened => "opened",
            Look::Printed => "printed",
        }
    }
}
