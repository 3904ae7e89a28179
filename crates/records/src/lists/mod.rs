//! Lists of cases for the desk. Every list is a merge of a few short walks along an index, one for each person or unit
//! whose cases are seen, so a page costs the same however many cases the office has.

mod counts;
mod walk;

use db::{ColumnError, Conn, FromRow, Q, RowRef};
use jiff::civil::Date;
use kernel::{
    Ctx, Micros, Result,
    ids::{CaseId, PersonId, UnitId},
};
use offices::{Day, Desk};
use web::Cursor;

pub use self::counts::{DeskCounts, desk_counts};
use self::walk::Walk;
use crate::{
    cases::{NO_TERM, State},
    index, policy,
};

/// How many days ahead a case counts as due soon.
pub const SOON: i64 = 7;
/// The most rows of a page.
pub const PAGE: u32 = 50;

/// Which cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Assigned to me (or to somebody I stand in for) and in progress, first due first.
    #[default]
    Waiting,
    /// Of all cases I see: in progress and due within [`SOON`] days, today included.
    DueSoon,
    /// Of all cases I see: in progress and past the day due.
    Overdue,
    /// Those I follow, as last opened first.
    Followed,
    /// Assigned to me, not settled, paused ones too.
    Mine,
    /// Not settled, of all I see, first due first.
    Open,
    /// Of the units I see, not settled and handled by nobody.
    Unassigned,
    /// All I see, settled ones too, last opened first.
    All,
}

impl View {
    /// Every view with its word in addresses.
    pub const ALL: &'static [(View, &'static str)] = &[
        (View::Waiting, "waiting"),
        (View::DueSoon, "due"),
        (View::Overdue, "overdue"),
        (View::Followed, "followed"),
        (View::Mine, "mine"),
        (View::Open, "open"),
        (View::Unassigned, "unassigned"),
        (View::All, "all"),
    ];
    /// The word in addresses.
    pub fn word(self) -> &'static str {
        View::ALL.iter().find(|(v, _)| *v == self).map_or("", |(_, w)| w)
    }
    /// Reads the word; anything else is the first view.
    pub fn parse(word: &str) -> View {
        View::ALL.iter().find(|(_, w)| *w == word).map_or(View::Waiting, |(v, _)| *v)
    }
    /// Whether it is sorted by the day due rather than by opening.
    pub fn by_due(self) -> bool {
        !matches!(self, View::Followed | View::All)
    }
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListFilter {
    /// Which cases.
    pub view: View,
    /// Only of this unit.
    pub unit: Option<UnitId>,
    /// Only in this state.
    pub state: Option<State>,
    /// Only of classes whose symbol begins so.
    pub class: Option<String>,
    /// Words of title or party, or a reference; as typed.
    pub text: String,
}

db::row! {
    /// A row of the list.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ListRow {
        /// The case.
        pub id: CaseId,
        /// Its reference.
        pub reference: String,
        /// Its title.
        pub title: String,
        /// From whom; empty when on the office's own initiative.
        pub party: String,
        /// The symbol of its class.
        pub symbol: String,
        /// The title of its class.
        pub class_title: String,
        /// The code of the unit that has it.
        pub unit_code: String,
        /// The name of the unit that has it.
        pub unit_name: String,
        /// Who handles it.
        pub handler: Option<PersonId>,
        /// Their name; empty when nobody does.
        pub handler_name: String,
        /// Where it stands.
        pub state: State,
        /// The day due as stored; see [`ListRow::due`].
        pub due_stored: Day,
        /// When it was opened.
        pub opened: Micros,
        /// When it was settled.
        pub settled: Option<Micros>,
        /// When something last happened.
        pub acted: Micros,
        /// What last happened; words under `records-action-…`.
        pub last_action: String,
    }
}

impl ListRow {
    /// The last day of the term; `None` without one.
    pub fn due(&self) -> Option<Date> {
        Some(self.due_stored.0).filter(|d| *d != NO_TERM)
    }
    /// Calendar days to the day due, negative when it is over; `None` without a term, while paused and when settled.
    pub fn days_left(&self, today: Date) -> Option<i64> {
        let due = self.due().filter(|_| self.state == State::Open)?;
        today.until(due).ok().map(|s| i64::from(s.get_days()))
    }
}

/// A page of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The rows.
    pub rows: Vec<ListRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

/// A row found by a walk, and what it is sorted by.
struct Key(CaseId, Day);

impl FromRow for Key {
    fn from_row(row: &RowRef<'_>) -> Result<Self, ColumnError> {
        Ok(Key(row.get(0)?, row.get(1)?))
    }
}

/// The day as a number for a cursor: days since 1970.
fn day_number(day: Date) -> i64 {
    Date::new(1970, 1, 1).ok().and_then(|start| start.until(day).ok()).map_or(0, |s| i64::from(s.get_days()))
}

fn day_of(number: i64) -> Day {
    let start = jiff::civil::date(1970, 1, 1);
    let span = jiff::Span::new().try_days(number).unwrap_or_default();
    Day(start.checked_add(span).unwrap_or(NO_TERM))
}

/// One page of the cases the person at the desk may see.
///
/// # Errors
/// Those of the database.
pub async fn list(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    filter: &ListFilter,
    after: Option<Cursor>,
    limit: u32,
) -> Result<Page> {
    let sight = policy::sight(desk);
    let mut walk = Walk { desk, filter, sight: &sight, found: None, after, limit, today: ctx.now.warsaw_date() };
    let text = filter.text.trim();
    if !text.is_empty() {
        walk.found = Some(match crate::cases::by_reference(c, desk, text).await? {
            Some(row) => vec![row.id],
            None => index::case_ids(c, desk, text, |q| walk.viewed(q)).await?,
        });
    }
    let mut keys: Vec<Key> = match walk.query() {
        Some(q) => c.all(q).await?,
        None => Vec::new(),
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = keys.len() > limit;
    keys.truncate(limit);
    let next = keys.last().filter(|_| more).map(|k| Cursor { key: day_number(k.1.0), id: k.0.0 });
    let mut rows: Vec<ListRow> = Vec::new();
    if !keys.is_empty() {
        let q = Q::new(
            "SELECT cf.id, cf.reference, cf.title, cf.party_name, cf.symbol, k.title, u.code, u.name, cf.handler_id, \
             cf.handler_name, cf.state, cf.due, cf.opened, cf.settled, cf.acted, cf.last_action
             FROM case_file cf JOIN file_class k ON k.id = cf.class_id JOIN unit u ON u.id = cf.unit_id
             WHERE cf.office_id = $1",
        )
        .bind(desk.scope.office());
        rows = c.all(q.push_in(" AND cf.id IN ", keys.iter().map(|k| k.0))).await?;
        rows.sort_by_key(|r| keys.iter().position(|k| k.0 == r.id));
    }
    Ok(Page { rows, next })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_comes_back_from_its_number() {
        for day in [date(1969, 12, 31), date(2026, 2, 28), NO_TERM] {
            assert_eq!(day_of(day_number(day)).0, day);
        }
    }

    #[test]
    fn views_have_their_own_words() {
        for (view, word) in View::ALL {
            assert_eq!(View::parse(word), *view);
            assert_eq!(view.word(), *word);
        }
    }
}
