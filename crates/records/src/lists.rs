//! Lists of cases for the desk. Every list is a merge of a few short walks along an index, one for each person or unit
//! whose cases are seen, so a page costs the same however many cases the office has.

use db::{ColumnError, Conn, FromRow, Q, RowRef};
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Ctx, Micros, Result,
    ids::{CaseId, PersonId, UnitId},
};
use offices::{Day, Desk};
use web::Cursor;

use crate::{
    cases::{NO_TERM, State},
    incoming, index,
    policy::{self, Sight},
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
    let sight = policy::sight(c, desk).await?;
    let found = match filter.text.trim() {
        "" => None,
        text => Some(candidates(c, desk, text).await?),
    };
    let walk =
        Walk { desk, filter, sight: &sight, found: found.as_deref(), after, limit, today: ctx.now.warsaw_date() };
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

/// Cases a text may mean: the one with that reference, else what the search index finds.
async fn candidates(c: &mut Conn, desk: &Desk, text: &str) -> Result<Vec<CaseId>> {
    if let Some(row) = crate::cases::by_reference(c, desk, text).await? {
        return Ok(vec![row.id]);
    }
    index::case_ids(c, desk, text).await
}

/// Along what a list walks.
enum Along {
    Handlers(Vec<PersonId>),
    Units(Vec<UnitId>),
}

struct Walk<'a> {
    desk: &'a Desk,
    filter: &'a ListFilter,
    sight: &'a Sight,
    found: Option<&'a [CaseId]>,
    after: Option<Cursor>,
    limit: u32,
    today: Date,
}

impl Walk<'_> {
    /// The query for keys, or `None` when there can be none.
    fn query(&self) -> Option<Q> {
        let by_due = self.filter.view.by_due();
        // Sorted by opening, the day due is not asked for, so that the index alone answers.
        let start = if by_due {
            "SELECT * FROM (SELECT cf.id, cf.due FROM case_file cf WHERE"
        } else {
            "SELECT * FROM (SELECT cf.id, '9999-12-31' AS due FROM case_file cf WHERE"
        };
        if let Some(found) = self.found {
            let q = Q::new("SELECT cf.id, cf.due FROM case_file cf WHERE")
                .push(" cf.office_id = ", self.desk.scope.office());
            let q = policy::visible(self.narrowed(q.push_in(" AND cf.id IN ", found.iter().copied())), self.sight);
            let mut q = q;
            if self.filter.view == View::Followed {
                q = self.followed(q);
            }
            if matches!(self.filter.view, View::Waiting | View::Mine) {
                q = q.push_in(" AND cf.handler_id IN ", self.sight.persons.iter().copied());
            }
            return Some(self.ordered(q, by_due, "cf.due", "cf.id"));
        }
        if self.filter.view == View::Followed {
            let q = Q::new("SELECT cf.id, cf.due FROM follow f JOIN case_file cf ON cf.id = f.case_id WHERE")
                .push(" f.person_id = ", self.desk.member.person)
                .push(" AND cf.office_id = ", self.desk.scope.office());
            let q = policy::visible(self.narrowed(q), self.sight);
            return Some(self.ordered(q, by_due, "cf.due", "f.case_id"));
        }
        let handlers = Along::Handlers(self.sight.persons.clone());
        let units = Along::Units(match self.filter.unit {
            Some(unit) => self.sight.units.iter().copied().filter(|u| *u == unit).collect(),
            None => self.sight.units.clone(),
        });
        let mut branches = Vec::new();
        match self.filter.view {
            View::Waiting | View::Mine => branches.push(handlers),
            View::Unassigned => branches.push(units),
            _ => branches.extend([units, handlers]),
        }
        let mut q = Q::new("");
        let mut before = "SELECT id, due FROM (";
        for along in &branches {
            match along {
                Along::Handlers(persons) => {
                    for person in persons {
                        q = q.text(before).text(start);
                        q = q.push(" cf.handler_id = ", *person);
                        q = q.push(" AND cf.office_id = ", self.desk.scope.office());
                        q = self.ordered(self.narrowed(q), by_due, "cf.due", "cf.id").text(") b");
                        before = " UNION ";
                    }
                }
                Along::Units(ids) => {
                    for unit in ids {
                        q = q.text(before).text(start);
                        q = q.push(" cf.unit_id = ", *unit);
                        q = self.ordered(self.narrowed(q), by_due, "cf.due", "cf.id").text(") b");
                        before = " UNION ";
                    }
                }
            }
        }
        if before != " UNION " {
            return None;
        }
        q = q.text(") w ORDER BY ").text(if by_due { "due, id" } else { "id DESC" });
        Some(q.push(" LIMIT ", i64::from(self.limit) + 1))
    }

    fn followed(&self, q: Q) -> Q {
        q.push(
            " AND EXISTS (SELECT 1 FROM follow f WHERE f.case_id = cf.id AND f.person_id = ",
            self.desk.member.person,
        )
        .text(")")
    }

    /// The conditions of the view and the filter.
    fn narrowed(&self, mut q: Q) -> Q {
        let view = self.filter.view;
        if view.by_due() {
            q = q.text(" AND cf.state <> 'settled'");
        }
        if matches!(view, View::Waiting | View::DueSoon | View::Overdue) {
            q = q.text(" AND cf.state = 'open'");
        }
        match view {
            View::DueSoon => {
                let until = self.today.checked_add(SOON.days()).unwrap_or(self.today);
                q = q.push(" AND cf.due >= ", Day(self.today)).push(" AND cf.due <= ", Day(until));
            }
            View::Overdue => q = q.push(" AND cf.due < ", Day(self.today)),
            View::Unassigned => q = q.text(" AND cf.handler_id IS NULL"),
            _ => {}
        }
        if let Some(state) = self.filter.state {
            q = q.push(" AND cf.state = ", state);
        }
        if let Some(unit) = self.filter.unit {
            q = q.push(" AND cf.unit_id = ", unit);
        }
        if let Some(symbol) = self.filter.class.as_deref().filter(|s| !s.is_empty()) {
            // Symbols are digits; a colon follows the digit nine in every collation of ASCII.
            q = q.push(" AND cf.symbol >= ", symbol).push(" AND cf.symbol < ", format!("{symbol}:"));
        }
        q
    }

    /// The place to go on from, the order and the limit.
    fn ordered(&self, mut q: Q, by_due: bool, due: &'static str, id: &'static str) -> Q {
        if let Some(after) = self.after {
            let case = CaseId(after.id);
            if by_due {
                q = q
                    .text(" AND (")
                    .text(due)
                    .text(", ")
                    .text(id)
                    .push(") > (", day_of(after.key))
                    .push(", ", case)
                    .text(")");
            } else {
                q = q.text(" AND ").text(id).push(" < ", case);
            }
        }
        q = q.text(" ORDER BY ");
        q = if by_due { q.text(due).text(", ").text(id) } else { q.text(id).text(" DESC") };
        q.push(" LIMIT ", i64::from(self.limit) + 1)
    }
}

/// The figures on top of a desk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DeskCounts {
    /// Assigned to me and in progress.
    pub waiting: i64,
    /// Of all I see: due within [`SOON`] days.
    pub due_soon: i64,
    /// Of all I see: overdue.
    pub overdue: i64,
    /// Followed.
    pub followed: i64,
    /// Of my units, handled by nobody.
    pub unassigned: i64,
    /// Mail that waits.
    pub incoming: incoming::Counts,
}

/// Counts what waits at a desk. Cases in progress only, so the cost follows the work in hand, not the archive.
///
/// # Errors
/// Those of the database.
pub async fn desk_counts(c: &mut Conn, ctx: &Ctx, desk: &Desk) -> Result<DeskCounts> {
    let sight = policy::sight(c, desk).await?;
    let today = ctx.now.warsaw_date();
    let soon = today.checked_add(SOON.days()).unwrap_or(today);
    // Each case once: by its handler, or by its unit when somebody else handles it.
    let figures = |q: Q| {
        q.text("SELECT CAST(COALESCE(SUM(CASE WHEN due < ").push("", Day(today)).text(
            " THEN 1 ELSE 0 END), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN due >= ",
        )
        .push("", Day(today))
        .push(" AND due <= ", Day(soon))
        .text(
            " THEN 1 ELSE 0 END), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN handler_id IS NULL THEN 1 ELSE 0 END), 0) \
             AS BIGINT), COUNT(*) FROM case_file WHERE state <> 'settled' AND state = 'open'",
        )
    };
    let mine = figures(Q::new("")).push_in(" AND handler_id IN ", sight.persons.iter().copied());
    let mine: (i64, i64, i64, i64) = c.one(mine.push(" AND office_id = ", desk.scope.office())).await?;
    let mut counts = DeskCounts { waiting: mine.3, overdue: mine.0, due_soon: mine.1, ..DeskCounts::default() };
    if !sight.units.is_empty() {
        let units = figures(Q::new(""))
            .push_in(" AND unit_id IN ", sight.units.iter().copied())
            .push_in(" AND (handler_id IS NULL OR handler_id NOT IN ", sight.persons.iter().copied());
        let units: (i64, i64, i64, i64) = c.one(units.text(")")).await?;
        counts.overdue += units.0;
        counts.due_soon += units.1;
        counts.unassigned = units.2;
    }
    let followed = Q::new("SELECT COUNT(*) FROM follow f JOIN case_file cf ON cf.id = f.case_id WHERE")
        .push(" f.person_id = ", desk.member.person)
        .push(" AND f.office_id = ", desk.scope.office());
    (counts.followed,) = c.one(policy::visible(followed, &sight)).await?;
    counts.incoming = incoming::counts(c, desk).await?;
    Ok(counts)
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
