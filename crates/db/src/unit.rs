//! Units of work without their types: what runs them is compiled once, not for each of the thousand places that ask.

use std::{
    any::Any,
    marker::PhantomData,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::Result;

use crate::{BoxFuture, Conn, error::DbError};

/// A unit of work that runs at most once and leaves its result in a [`Slot`].
pub(crate) type Once = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<()>> + Send>;

/// A unit of work that may be begun again; its last result stays in a [`Slot`].
pub(crate) trait Again: Send {
    /// Does the work.
    fn run<'c>(&mut self, c: &'c mut Conn) -> BoxFuture<'c, Result<()>>;
}

/// Where a unit of work leaves its result for whoever waits.
#[derive(Clone, Default)]
pub(crate) struct Slot(Arc<Mutex<Option<Box<dyn Any + Send>>>>);

impl Slot {
    fn put(&self, value: Box<dyn Any + Send>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }
    fn value(&self) -> Result<Box<dyn Any + Send>> {
        let value = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        value.ok_or_else(|| DbError::Stopped.into())
    }
    /// The result, once the unit of work is done.
    pub(crate) fn take<T: 'static>(&self) -> Result<T> {
        self.value()?.downcast().map(|value| *value).map_err(|_| DbError::Stopped.into())
    }
}

/// Takes the type off work to be done once.
pub(crate) fn once<T, F>(work: F) -> (Once, Slot)
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
{
    let slot = Slot::default();
    let put = slot.clone();
    let unit: Once = Box::new(move |c| {
        let work = work(c);
        Box::pin(async move {
            put.put(Box::new(work.await?));
            Ok(())
        })
    });
    (unit, slot)
}

/// Takes the type off work that may be begun again.
pub(crate) fn again<T, F>(work: F) -> (Box<dyn Again>, Slot)
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
{
    let slot = Slot::default();
    (Box::new(Repeated { work, slot: slot.clone(), result: PhantomData }), slot)
}

struct Repeated<F, T> {
    work: F,
    slot: Slot,
    result: PhantomData<fn() -> T>,
}

impl<F, T> Again for Repeated<F, T>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
{
    fn run<'c>(&mut self, c: &'c mut Conn) -> BoxFuture<'c, Result<()>> {
        let (work, put) = ((self.work.clone())(c), self.slot.clone());
        Box::pin(async move {
            put.put(Box::new(work.await?));
            Ok(())
        })
    }
}
