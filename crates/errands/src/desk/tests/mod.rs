//! The desk through the router of the slice.
