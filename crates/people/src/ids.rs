//! The keys of people. A resident and a member of staff are never the same row, even if they are the same person.

kernel::id_type!(
    /// Somebody who lives here or comes by: known by a phone number, or only by a name that a clerk typed.
    pub PersonId
);
kernel::id_type!(
    /// Somebody who works at a station.
    pub StaffId
);
kernel::id_type!(
    /// One message with six digits.
    pub CodeId
);
kernel::id_type!(
    /// One passkey of a member of staff.
    pub PasskeyId
);
kernel::id_type!(
    /// Random bytes that a passkey signs.
    pub ChallengeId
);
kernel::id_type!(
    /// One consent of a resident.
    pub ConsentId
);
kernel::id_type!(
    /// A child whom a guardian lets the station remember.
    pub ChildId
);
kernel::id_type!(
    /// A household's card.
    pub CardId
);
