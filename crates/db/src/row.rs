//! Rows of either database, read by position.

use crate::value::Col;

/// A row of either database.
pub enum RowRef<'a> {
    /// A row of SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// A row of PostgreSQL.
    Pg(&'a tokio_postgres::Row),
}

/// Why a column could not be read. Always a mistake in the program or a damaged database.
#[derive(Debug, thiserror::Error)]
pub enum ColumnError {
    /// SQLite's reason.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL's reason.
    #[error(transparent)]
    Pg(#[from] tokio_postgres::Error),
    /// The number does not fit the type.
    #[error("number in column {0} is out of range")]
    Range(usize),
    /// The stored word is not one of the enumeration.
    #[error("unknown word {1:?} in column {0}")]
    Word(usize, String),
    /// Stored JSON does not have the expected shape.
    #[error("JSON in column {0}: {1}")]
    Json(usize, serde_json::Error),
}

impl RowRef<'_> {
    /// Reads column `i`, counted from 0.
    ///
    /// # Errors
    /// When the column does not hold the type.
    pub fn get<T: Col>(&self, i: usize) -> Result<T, ColumnError> {
        T::read(self, i)
    }
    pub(crate) fn is_null(&self, i: usize) -> Result<bool, ColumnError> {
        struct Anything(bool);
        impl<'a> tokio_postgres::types::FromSql<'a> for Anything {
            fn from_sql(
                _: &tokio_postgres::types::Type,
                _: &'a [u8],
            ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
                Ok(Anything(false))
            }
            fn from_sql_null(
                _: &tokio_postgres::types::Type,
            ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
                Ok(Anything(true))
            }
            fn accepts(_: &tokio_postgres::types::Type) -> bool {
                true
            }
        }
        match self {
            RowRef::Sqlite(r) => Ok(matches!(r.get_ref(i)?, rusqlite::types::ValueRef::Null)),
            RowRef::Pg(r) => Ok(r.try_get::<_, Anything>(i)?.0),
        }
    }
}

/// JSON kept in a TEXT column, read into a type.
#[derive(Debug, Clone, PartialEq)]
pub struct Json<T>(pub T);

impl<T: serde::de::DeserializeOwned> Col for Json<T> {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        let text = String::read(row, i)?;
        serde_json::from_str(&text).map(Json).map_err(|e| ColumnError::Json(i, e))
    }
}

impl<T: serde::Serialize> From<Json<T>> for crate::Val {
    fn from(v: Json<T>) -> Self {
        // A type whose JSON cannot be written is a mistake in the program; the database refuses the NULL.
        serde_json::to_string(&v.0).map_or(crate::Val::Null, crate::Val::Text)
    }
}

/// A type read from a whole row, columns by position. Made by [`row!`](crate::row!) or a tuple.
pub trait FromRow: Sized + Send {
    /// Reads the row.
    ///
    /// # Errors
    /// When a column does not hold its type.
    fn from_row(row: &RowRef<'_>) -> Result<Self, ColumnError>;
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Col + Send),*> FromRow for ($($t,)*) {
            fn from_row(row: &RowRef<'_>) -> Result<Self, ColumnError> { Ok(($($t::read(row, $i)?,)*)) }
        }
    };
}
tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);

/// Declares a struct that is read from a row, its fields in the order of the selected columns:
/// `row! { /// doc  pub struct Unit { pub id: UnitId, pub name: String } }`. `Unit::COLUMNS` lists the field names,
/// separated by commas, for a SELECT.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $t:ty),* $(,)? }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $t),* }
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::RowRef<'_>) -> Result<Self, $crate::ColumnError> {
                let mut i = 0usize..;
                Ok(Self { $($field: <$t as $crate::Col>::read(row, i.next().unwrap_or_default())?),* })
            }
        }
    };
}
