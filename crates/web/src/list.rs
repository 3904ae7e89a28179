//! Pages of lists of the JSON API.

use kernel::Fault;
use serde::{Deserialize, Deserializer, de::Error as _};
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};
use uuid::Uuid;

use crate::Cursor;

/// How many items a page has: 1 to `MOST`, `USUAL` when not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit<const USUAL: u32, const MOST: u32>(u32);

impl<const USUAL: u32, const MOST: u32> Limit<USUAL, MOST> {
    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
    /// The number, as lists count.
    pub fn size(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

impl<const USUAL: u32, const MOST: u32> Default for Limit<USUAL, MOST> {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl<'de, const USUAL: u32, const MOST: u32> Deserialize<'de> for Limit<USUAL, MOST> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        match u32::deserialize(d)? {
            n if (1..=MOST).contains(&n) => Ok(Self(n)),
            _ => Err(D::Error::custom("out of range")),
        }
    }
}

impl<const USUAL: u32, const MOST: u32> PartialSchema for Limit<USUAL, MOST> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1u32))
            .maximum(Some(MOST))
            .default(Some(USUAL.into()))
            .into()
    }
}

impl<const USUAL: u32, const MOST: u32> ToSchema for Limit<USUAL, MOST> {}

/// The query of a list that belongs to one thing and is short as a rule: the documents of a case, its messages.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// How many items, 1 to 1,000.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<1000, 1000>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

impl Pages {
    /// Cuts the page asked for out of a whole list; see [`cut`].
    pub fn of<T>(self, all: Vec<T>, id: impl Fn(&T) -> Uuid) -> (Vec<T>, Option<String>) {
        cut(all, id, self.cursor, self.limit.size())
    }
}

/// Cuts a page out of a list that was read whole, and gives the cursor of the next one. The page goes on after the item the
/// cursor names; when that is gone, after as many items as there were before.
pub fn cut<T>(all: Vec<T>, id: impl Fn(&T) -> Uuid, after: Option<Cursor>, limit: usize) -> (Vec<T>, Option<String>) {
    let skip = after.map_or(0, |c| {
        let found = all.iter().position(|item| id(item) == c.id).filter(|_| !c.id.is_nil());
        found.map_or_else(|| usize::try_from(c.key).unwrap_or(0), |i| i + 1)
    });
    let end = skip.saturating_add(limit);
    let next = (all.len() > end).then(|| all.get(end.saturating_sub(1)).map(&id)).flatten();
    let next = next.map(|id| Cursor { key: i64::try_from(end).unwrap_or(i64::MAX), id }.encode());
    (all.into_iter().skip(skip).take(limit).collect(), next)
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        let read = Self::decode(&text).map_err(|f: Fault| D::Error::custom(f.key))?;
        read.ok_or_else(|| D::Error::custom("empty"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_one_another_without_gap_or_repeat_also_when_items_come_and_go() {
        let all: Vec<u128> = (1..=7).collect();
        let id = |n: &u128| Uuid::from_u128(*n);
        let next = |text: Option<String>| Cursor::decode(&text.unwrap()).unwrap();
        let (first, more) = cut(all.clone(), id, None, 3);
        assert_eq!(first, [1, 2, 3]);
        let (second, more) = cut([vec![100], all.clone()].concat(), id, next(more), 3);
        assert_eq!(second, [4, 5, 6], "one came before");
        let (third, more) = cut(all.iter().copied().filter(|n| *n != 6).collect(), id, next(more), 3);
        assert_eq!((third.len(), more), (0, None), "the last one seen is gone, and as many were seen as there are");
        let (whole, more) = cut(all, id, None, 7);
        assert_eq!((whole.len(), more), (7, None));
    }
}
