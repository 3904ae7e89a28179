//! A statement and its values.

use std::borrow::Cow;

use crate::{Dialect, Val};

/// A statement with its values. Its text is made of pieces known at compile time only, so nothing a person typed
/// can become SQL. Values are `$1`, `$2`… in the text, in the order of binding.
#[derive(Debug, Clone)]
pub struct Q {
    pub(crate) sql: Cow<'static, str>,
    pub(crate) args: Vec<Val>,
    pub(crate) noted: bool,
}

impl Q {
    /// A statement without values yet.
    pub fn new(sql: &'static str) -> Self {
        Self { sql: Cow::Borrowed(sql), args: Vec::new(), noted: true }
    }
    /// One of two texts, for the few statements in which the databases differ.
    pub fn by(dialect: Dialect, sqlite: &'static str, postgres: &'static str) -> Self {
        Self::new(match dialect {
            Dialect::Sqlite => sqlite,
            Dialect::Postgres => postgres,
        })
    }
    /// Binds the next value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Val>) -> Self {
        self.args.push(value.into());
        self
    }
    /// Appends a piece of SQL.
    #[must_use]
    pub fn text(mut self, sql: &'static str) -> Self {
        self.sql.to_mut().push_str(sql);
        self
    }
    /// Appends a piece of SQL followed by a value: `q.push(" AND opened < ", moment)`.
    #[must_use]
    pub fn push(mut self, sql: &'static str, value: impl Into<Val>) -> Self {
        self.args.push(value.into());
        let number = self.args.len();
        let text = self.sql.to_mut();
        text.push_str(sql);
        text.push('$');
        text.push_str(&number.to_string());
        self
    }
    /// Appends a piece of SQL followed by a list in parentheses: `q.push_in(" AND state IN ", states)`. An empty
    /// list becomes one that nothing is in.
    #[must_use]
    pub fn push_in<V: Into<Val>>(mut self, sql: &'static str, values: impl IntoIterator<Item = V>) -> Self {
        self = self.text(sql);
        let mut before = "(";
        let mut any = false;
        for value in values {
            self = self.push(before, value);
            before = ", ";
            any = true;
        }
        self.text(if any { ")" } else { "(NULL)" })
    }
    /// Appends a condition that a text stands somewhere in a column: `q.contains(" AND folded", word)`. The signs of LIKE in it
    /// (`%`, `_` and on PostgreSQL `\`) mean themselves, on both databases. SQLite looks past the case of ASCII letters; give
    /// folded columns and words.
    #[must_use]
    pub fn contains(self, column: &'static str, text: &str) -> Self {
        self.like(column, format!("%{}%", literal(text)))
    }
    /// Appends a condition that a column begins with a text, which is taken as in [`Q::contains`].
    #[must_use]
    pub fn begins(self, column: &'static str, text: &str) -> Self {
        self.like(column, format!("{}%", literal(text)))
    }
    // Without ESCAPE PostgreSQL takes the backslash for one and SQLite takes none.
    fn like(self, column: &'static str, pattern: String) -> Self {
        self.text(column).push(" LIKE ", pattern).text(" ESCAPE '!'")
    }
    /// A change of nothing that [`Recent`](crate::Recent) keeps: a new row, the moment of last use.
    #[must_use]
    pub fn unnoted(mut self) -> Self {
        self.noted = false;
        self
    }
    /// The statement's text.
    pub fn sql(&self) -> &str {
        &self.sql
    }
}

/// A text as a pattern of `LIKE … ESCAPE '!'` that finds just it.
fn literal(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

/// A statement with its values at once: `q!("SELECT name FROM unit WHERE id = $1", id)`.
#[macro_export]
macro_rules! q {
    ($sql:expr $(, $value:expr)* $(,)?) => { $crate::Q::new($sql)$(.bind($value))* };
}
