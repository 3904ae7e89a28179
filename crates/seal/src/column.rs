//! The columns that hold sealed secrets, with their SQL.

/// A column whose texts are sealed. Made by [`column!`](crate::column!).
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The table; its rows are named by `id UUID`.
    pub table: &'static str,
    /// The column's name.
    pub name: &'static str,
    #[doc(hidden)]
    pub marks: &'static str,
    #[doc(hidden)]
    pub rows: &'static str,
    #[doc(hidden)]
    pub store: &'static str,
}

/// A column whose texts are sealed: `seal::column!("hook", "secret")`. The table has `id UUID PRIMARY KEY`.
#[macro_export]
macro_rules! column {
    ($table:literal, $name:literal) => {
        $crate::Column {
            table: $table,
            name: $name,
            // How its texts begin, with their number.
            marks: concat!(
                "SELECT substr(",
                $name,
                ", 1, 24), COUNT(*) FROM ",
                $table,
                " WHERE ",
                $name,
                " IS NOT NULL GROUP BY 1"
            ),
            // Texts that do not begin with $1, after the row $2.
            rows: concat!(
                "SELECT id, ",
                $name,
                " FROM ",
                $table,
                " WHERE ",
                $name,
                " IS NOT NULL AND substr(",
                $name,
                ", 1, 24) <> $1 AND id > $2 ORDER BY id LIMIT 200"
            ),
            store: concat!("UPDATE ", $table, " SET ", $name, " = $1 WHERE id = $2 AND ", $name, " = $3"),
        }
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sql_compares_up_to_the_end_of_the_fingerprint() {
        assert_eq!(crate::keyring::mark("0123456789abcdef").len(), 24);
    }
}
