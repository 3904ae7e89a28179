//! What the reader of the log looks for.

use jiff::civil::Date;
use kernel::{Fault, FieldFault, Result};
use web::{Cursor, Fields};

use crate::{Kind, msg};

/// What to show of the log. The default shows everything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// From the beginning of this day in Poland.
    pub from: Option<Date>,
    /// To the end of this day in Poland.
    pub to: Option<Date>,
    /// Part of the name of whoever acted; case and diacritics do not count.
    pub actor: String,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only actions that begin so: `membership` or `membership.granted`.
    pub action: String,
    /// Where the page before ended.
    pub cursor: Option<Cursor>,
}

impl Filter {
    /// Reads the fields `from`, `to` (ISO 8601), `actor`, `kind`, `action`, `cursor` of a query. What is left empty
    /// does not narrow.
    ///
    /// # Errors
    /// `Invalid` with the fields at fault.
    pub fn from_query(query: &Fields) -> Result<Self> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
        let mut day = |name: &str| {
            let text = query.some(name)?;
            let read = text.parse::<Date>().ok();
            if read.is_none() {
                fault(name, msg::FAULT_AUDIT_DATE);
            }
            read
        };
        let (from, to) = (day("from"), day("to"));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            fault("to", msg::FAULT_AUDIT_ORDER);
        }
        Fault::check(faults)?;
        Ok(Self {
            from,
            to,
            actor: query.get("actor").chars().take(100).collect(),
            kind: Kind::parse(query.get("kind")),
            action: query.get("action").chars().take(100).collect(),
            cursor: Cursor::decode(query.get("cursor"))?,
        })
    }

    /// The same as a query without its `?`, with another place to go on from.
    pub fn query(&self, cursor: Option<Cursor>) -> String {
        let mut fields = Fields::default();
        let mut add = |name: &str, value: String| {
            if !value.is_empty() {
                fields.0.push((name.to_owned(), value));
            }
        };
        add("from", self.from.map(|d| d.to_string()).unwrap_or_default());
        add("to", self.to.map(|d| d.to_string()).unwrap_or_default());
        add("actor", self.actor.clone());
        add("kind", self.kind.map(|k| k.as_str().to_owned()).unwrap_or_default());
        add("action", self.action.clone());
        add("cursor", cursor.map(Cursor::encode).unwrap_or_default());
        fields.encode()
    }

    /// Whether nothing narrows the log.
    pub fn is_empty(&self) -> bool {
        Self { cursor: None, ..self.clone() } == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_filter_comes_back_from_its_own_query() {
        let filter = Filter {
            from: Some(date(2026, 1, 2)),
            to: Some(date(2026, 1, 2)),
            actor: "Żak & syn".into(),
            kind: Some(Kind::Access),
            action: "case.read".into(),
            cursor: Some(Cursor { key: 5, id: uuid::Uuid::from_u128(7) }),
        };
        let again = Filter::from_query(&Fields::parse(filter.query(filter.cursor).as_bytes())).unwrap();
        assert_eq!(again, filter);
        assert!(Filter::from_query(&Fields::parse(b"from=&actor=+&kind=unknown")).unwrap().is_empty());
    }

    #[test]
    fn days_that_are_none_or_in_the_wrong_order_are_said_at_their_fields() {
        let said = |query: &str| {
            let fault = Filter::from_query(&Fields::parse(query.as_bytes())).unwrap_err();
            fault.fields.iter().map(|f| (f.field.clone(), f.key)).collect::<Vec<_>>()
        };
        assert_eq!(
            said("from=31.12.2025&to=x"),
            [("from".to_owned(), msg::FAULT_AUDIT_DATE), ("to".to_owned(), msg::FAULT_AUDIT_DATE)]
        );
        assert_eq!(said("from=2026-02-01&to=2026-01-31"), [("to".to_owned(), msg::FAULT_AUDIT_ORDER)]);
        assert_eq!(said("cursor=nonsense").len(), 1);
    }
}
