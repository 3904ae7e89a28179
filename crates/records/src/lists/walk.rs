//! The statement behind a list: short walks along indexes, merged.

use db::Q;
use jiff::{ToSpan as _, civil::Date};
use kernel::ids::{CaseId, PersonId, UnitId};
use offices::{Day, Desk};
use web::Cursor;

use super::{ListFilter, SOON, View, day_of};
use crate::policy::{self, Sight};

/// Along what a list walks.
enum Along {
    Handlers(Vec<PersonId>),
    Units(Vec<UnitId>),
}

/// What a list asks for.
pub(super) struct Walk<'a> {
    pub desk: &'a Desk,
    pub filter: &'a ListFilter,
    pub sight: &'a Sight,
    /// The cases that fit the text, when there is one.
    pub found: Option<Vec<CaseId>>,
    pub after: Option<Cursor>,
    pub limit: u32,
    pub today: Date,
}

impl Walk<'_> {
    /// The query for keys, or `None` when there can be none.
    pub fn query(&self) -> Option<Q> {
        let by_due = self.filter.view.by_due();
        // Sorted by opening, the day due is not asked for, so that the index alone answers.
        let start = if by_due {
            "SELECT * FROM (SELECT cf.id, cf.due FROM case_file cf WHERE"
        } else {
            "SELECT * FROM (SELECT cf.id, '9999-12-31' AS due FROM case_file cf WHERE"
        };
        if let Some(found) = &self.found {
            let q = Q::new("SELECT cf.id, cf.due FROM case_file cf WHERE")
                .push(" cf.office_id = ", self.desk.scope.office());
            let q = self.viewed(q.push_in(" AND cf.id IN ", found.iter().copied()));
            return Some(self.ordered(policy::visible(q, self.sight), by_due, "cf.due", "cf.id"));
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

    /// All conditions of the view and the filter, for a query that does not walk along persons or follows.
    pub fn viewed(&self, q: Q) -> Q {
        let q = self.narrowed(q);
        match self.filter.view {
            View::Waiting | View::Mine => q.push_in(" AND cf.handler_id IN ", self.sight.persons.iter().copied()),
            View::Followed => q
                .push(
                    " AND EXISTS (SELECT 1 FROM follow f WHERE f.case_id = cf.id AND f.person_id = ",
                    self.desk.member.person,
                )
                .text(")"),
            _ => q,
        }
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
