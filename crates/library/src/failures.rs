//! How calls fail: with a problem document (RFC 9457).

kernel::failures! {
    /// What every look may answer.
    pub Looking {
        400: "The request cannot be read",
        404: "There is no such station, or nothing of that name there that you may see",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What every call of the desk may answer beside [`Looking`].
    pub AtDesk {
        401: "Nobody of staff is signed in",
        422: "A value cannot be read; `fields` or `detail` say which and why",
    }

    /// What every call of a resident may answer beside [`Looking`].
    pub SignedIn {
        401: "Nobody is signed in",
        422: "A value cannot be read; `fields` or `detail` say which and why",
    }

    /// What every change may answer beside [`Looking`].
    pub Changing {
        409: "A rule says no as things stand: somebody else has it, it is kept for somebody, the reader has as many as may be; `detail` says which",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "A value cannot be so; `fields` say which and why. Or the key was used for another request",
        429: "Too much from one address; `Retry-After` says when to try again",
    }
}
