//! How calls fail: with a problem document (RFC 9457).

kernel::failures! {
    /// What every look may answer.
    pub Looking {
        404: "There is no such station, or nothing of that name that you may see",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What every change may answer beside [`Looking`].
    pub Changing {
        400: "The request cannot be read",
        409: "A rule says no as things stand",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "A value cannot be so, or the key was used for another request",
    }

    /// What calls of the desk may answer beside the others.
    pub SignedIn { 401: "Nobody is signed in" }

    /// What rating may answer beside the others.
    pub NotStaff { 403: "Staff rate for nobody" }
}
