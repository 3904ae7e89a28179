//! What other subjects add to the pages of an office. The arrows between subjects point at this one, so it cannot
//! call them: `app` registers their functions once.

use std::sync::OnceLock;

use db::{BoxFuture, Conn};
use i18n::T;
use kernel::{Micros, OfficeScope, Result, ids::OfficeId};
use maud::Markup;

use crate::OfficeRow;

/// Gives a part of an office's home page, such as its most used services.
pub type HomeSection = for<'c> fn(&'c mut Conn, &'c OfficeRow, T) -> BoxFuture<'c, Result<Markup>>;

/// How far an office is with what other subjects hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SetUp {
    /// Services published.
    pub services: u64,
    /// Whether a file plan is in force.
    pub file_plan: bool,
}

/// Tells how far an office is.
pub type SetUpProgress = for<'c> fn(&'c mut Conn, OfficeScope) -> BoxFuture<'c, Result<SetUp>>;

/// Tells how many applications each office received since a moment; offices without any are left out.
pub type Applications = for<'c> fn(&'c mut Conn, Micros) -> BoxFuture<'c, Result<Vec<(OfficeId, u64)>>>;

static APPLICATIONS: OnceLock<Applications> = OnceLock::new();
/// Gives the matters people often look for in an office, as words for its search: only what the office settles.
pub type Asked = for<'c> fn(&'c mut Conn, &'c OfficeRow, T) -> BoxFuture<'c, Result<Vec<String>>>;

static ASKED: OnceLock<Asked> = OnceLock::new();
static HOME: OnceLock<HomeSection> = OnceLock::new();
static PROGRESS: OnceLock<SetUpProgress> = OnceLock::new();

/// Registers the part of an office's home page that the services give. A second call changes nothing.
pub fn home_section(give: HomeSection) {
    let _ = HOME.set(give);
}

/// Registers who tells how far an office is with services and file plan. A second call changes nothing.
pub fn set_up_progress(tell: SetUpProgress) {
    let _ = PROGRESS.set(tell);
}

/// Registers who counts the applications sent to offices. A second call changes nothing.
pub fn applications(count: Applications) {
    let _ = APPLICATIONS.set(count);
}

pub(crate) async fn sent_since(c: &mut Conn, since: Micros) -> Result<Vec<(OfficeId, u64)>> {
    match APPLICATIONS.get() {
        Some(count) => count(c, since).await,
        None => Ok(Vec::new()),
    }
}

/// Registers who names the matters people often look for. A second call changes nothing.
pub fn often_asked(tell: Asked) {
    let _ = ASKED.set(tell);
}

pub(crate) async fn asked(c: &mut Conn, office: &OfficeRow, t: T) -> Result<Vec<String>> {
    match ASKED.get() {
        Some(tell) => tell(c, office, t).await,
        None => Ok(Vec::new()),
    }
}

pub(crate) async fn home(c: &mut Conn, office: &OfficeRow, t: T) -> Result<Markup> {
    match HOME.get() {
        Some(give) => give(c, office, t).await,
        None => Ok(Markup::default()),
    }
}

pub(crate) async fn progress(c: &mut Conn, scope: OfficeScope) -> Result<SetUp> {
    match PROGRESS.get() {
        Some(tell) => tell(c, scope).await,
        None => Ok(SetUp::default()),
    }
}
