//! Values that go into a statement and come out of a row, the same for both databases.

use kernel::{Micros, ids::*};
use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use uuid::Uuid;

use crate::row::{ColumnError, RowRef};

/// A value bound to a statement. `NULL` takes the type the database expects at its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Val {
    /// SQL NULL.
    Null,
    /// BIGINT, INTEGER, SMALLINT.
    Int(i64),
    /// DOUBLE PRECISION.
    Float(f64),
    /// BOOLEAN.
    Bool(bool),
    /// TEXT.
    Text(String),
    /// BYTEA.
    Bytes(Vec<u8>),
    /// UUID (16 bytes in SQLite).
    Uuid(Uuid),
}

impl ToSql for Val {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Val::Null => Ok(IsNull::Yes),
            Val::Int(n) if *ty == Type::INT4 => i32::try_from(*n)?.to_sql(ty, out),
            Val::Int(n) if *ty == Type::INT2 => i16::try_from(*n)?.to_sql(ty, out),
            Val::Int(n) if *ty == Type::INT8 => n.to_sql(ty, out),
            Val::Float(x) if *ty == Type::FLOAT8 => x.to_sql(ty, out),
            Val::Bool(b) if *ty == Type::BOOL => b.to_sql(ty, out),
            Val::Text(s) if <&str as ToSql>::accepts(ty) => s.as_str().to_sql(ty, out),
            Val::Bytes(b) if *ty == Type::BYTEA => b.as_slice().to_sql(ty, out),
            Val::Uuid(u) if *ty == Type::UUID => u.to_sql(ty, out),
            other => Err(format!("{other:?} bound where {ty} is expected").into()),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

impl rusqlite::ToSql for Val {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Val::Null => ValueRef::Null,
            Val::Int(n) => ValueRef::Integer(*n),
            Val::Float(x) => ValueRef::Real(*x),
            Val::Bool(b) => ValueRef::Integer(i64::from(*b)),
            Val::Text(s) => ValueRef::Text(s.as_bytes()),
            Val::Bytes(b) => ValueRef::Blob(b),
            Val::Uuid(u) => ValueRef::Blob(u.as_bytes()),
        }))
    }
}

macro_rules! into_val {
    ($($from:ty => |$v:ident| $make:expr),* $(,)?) => {$(
        impl From<$from> for Val { fn from($v: $from) -> Val { $make } }
    )*};
}

into_val! {
    i64 => |v| Val::Int(v), i32 => |v| Val::Int(v.into()), i16 => |v| Val::Int(v.into()), u32 => |v| Val::Int(v.into()),
    u16 => |v| Val::Int(v.into()), usize => |v| Val::Int(i64::try_from(v).unwrap_or(i64::MAX)),
    f64 => |v| Val::Float(v), bool => |v| Val::Bool(v), String => |v| Val::Text(v), &str => |v| Val::Text(v.to_owned()),
    &String => |v| Val::Text(v.clone()), Vec<u8> => |v| Val::Bytes(v), &[u8] => |v| Val::Bytes(v.to_vec()),
    [u8; 32] => |v| Val::Bytes(v.to_vec()), Uuid => |v| Val::Uuid(v), Micros => |v| Val::Int(v.0),
}

impl<T: Into<Val>> From<Option<T>> for Val {
    fn from(v: Option<T>) -> Val {
        v.map_or(Val::Null, Into::into)
    }
}

/// A type that can be read from a column.
pub trait Col: Sized {
    /// Reads column `i` (from 0).
    ///
    /// # Errors
    /// When the column holds another type, or NULL where the type has no place for it.
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError>;
}

fn integer(row: &RowRef<'_>, i: usize) -> Result<i64, ColumnError> {
    match row {
        RowRef::Sqlite(r) => Ok(r.get(i)?),
        RowRef::Pg(r) => Ok(match r.columns().get(i).map(|c| c.type_()) {
            Some(&Type::INT4) => r.try_get::<_, i32>(i)?.into(),
            Some(&Type::INT2) => r.try_get::<_, i16>(i)?.into(),
            _ => r.try_get(i)?,
        }),
    }
}

impl Col for i64 {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        integer(row, i)
    }
}

macro_rules! narrow {
    ($($t:ty),*) => {$(
        impl Col for $t {
            fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
                <$t>::try_from(integer(row, i)?).map_err(|_| ColumnError::Range(i))
            }
        }
    )*};
}
narrow!(i32, i16, u32, u16, u64, usize);

macro_rules! direct {
    ($($t:ty),*) => {$(
        impl Col for $t {
            fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
                match row {
                    RowRef::Sqlite(r) => Ok(r.get(i)?),
                    RowRef::Pg(r) => Ok(r.try_get(i)?),
                }
            }
        }
    )*};
}
direct!(f64, bool, String, Vec<u8>);

impl Col for Uuid {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        match row {
            RowRef::Sqlite(r) => {
                let bytes: [u8; 16] = r.get(i)?;
                Ok(Uuid::from_bytes(bytes))
            }
            RowRef::Pg(r) => Ok(r.try_get(i)?),
        }
    }
}

impl Col for Micros {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        integer(row, i).map(Micros)
    }
}

impl<T: Col> Col for Option<T> {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        if row.is_null(i)? { Ok(None) } else { T::read(row, i).map(Some) }
    }
}

macro_rules! ids {
    ($($doc:literal $name:ident),* $(,)?) => {$(
        impl From<$name> for Val { fn from(v: $name) -> Val { Val::Uuid(v.0) } }
        impl Col for $name {
            fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> { Uuid::read(row, i).map($name) }
        }
    )*};
}
kernel::each_id!(ids);

/// An enumeration stored as text: `text_enum! { /// doc  pub enum Role { /// doc Citizen = "citizen" } }` gives
/// `as_str`, `parse`, `ALL`, serde by the same words, and use as a column and as a bound value.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$vmeta])* $variant),* }
        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The word under which it is stored and exchanged.
            pub fn as_str(self) -> &'static str { match self { $($name::$variant => $text),* } }
            /// The value of a stored word.
            pub fn parse(text: &str) -> Option<Self> { match text { $($text => Some($name::$variant),)* _ => None } }
        }
        impl From<$name> for $crate::Val { fn from(v: $name) -> $crate::Val { $crate::Val::Text(v.as_str().to_owned()) } }
        impl $crate::Col for $name {
            fn read(row: &$crate::RowRef<'_>, i: usize) -> Result<Self, $crate::ColumnError> {
                let text = <String as $crate::Col>::read(row, i)?;
                $name::parse(&text).ok_or_else(|| $crate::ColumnError::Word(i, text))
            }
        }
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.as_str()) }
        }
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'de, str> as ::serde::Deserialize>::deserialize(d)?;
                $name::parse(&text).ok_or_else(|| ::serde::de::Error::unknown_variant(&text, &[$($text),*]))
            }
        }
    };
}
