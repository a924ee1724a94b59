//! Hiding what a club says of itself: two of staff, a reason, and an answer of the leader.
use super::refusal::NoClub;
use people::StaffId;

/// A hiding that has not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hiding {
    pub asked_by: StaffId,
    /// Whether a second member of staff has agreed: only then anything is hidden.
    pub agreed: bool,
}

/// Whether a second one agrees by this. `false`: that was done already.
pub fn agree(hiding: Hiding, staff: StaffId) -> Result<bool, NoClub> {
    match hiding {
        Hiding { agreed: true, .. } => Ok(false),
        Hiding { asked_by, .. } if asked_by == staff => Err(NoClub::SameStaff),
        _ => Ok(true),
    }
}
