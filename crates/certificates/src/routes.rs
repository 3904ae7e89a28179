//! The routes of this subject.

use web::Routes;

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
}
