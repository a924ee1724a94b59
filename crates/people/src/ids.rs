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
