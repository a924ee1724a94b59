//! How calls fail: with a problem document (RFC 9457).

kernel::failures! {
    /// What every look may answer.
    pub Looking {
        400: "The request cannot be read",
        404: "There is no such station, or no such notice that everybody reads",
        422: "A value cannot be read; `fields` say which and why",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What a vote may answer beside [`Looking`].
    pub Voting {
        409: "Thirty days are over: the numbers stand",
        413: "The body is too large",
        415: "The body is not JSON",
        429: "Too many first votes on this notice, from this address or from all; `Retry-After` says when to try again",
    }
}
