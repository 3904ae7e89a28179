//! Forms of this part of life.

use super::Special;

pub(super) fn special(_id: &str) -> Option<Special> {
    None
}
