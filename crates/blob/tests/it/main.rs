//! What the store promises, on a folder, in memory and over the S3 protocol.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod full_disk;
mod recognise;
mod s3;
mod store;
