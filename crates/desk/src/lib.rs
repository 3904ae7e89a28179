//! To be described by its first commit.
