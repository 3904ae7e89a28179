//! Faults of the object store, with keys of this crate's messages.

use std::{error::Error, io, sync::Arc};

use kernel::{Fault, FaultKind};

use crate::msg;

/// Turns an error of the store into a fault: a full disk is said to be one, anything else of the machine is
/// "unavailable", and a missing object is not found.
pub(crate) fn from_store(e: object_store::Error) -> Fault {
    match e {
        object_store::Error::NotFound { .. } => caused(FaultKind::NotFound, msg::FAULT_OBJECT_MISSING, e),
        e if is_full(&e) => caused(FaultKind::Unavailable, msg::FAULT_DISK_FULL, e),
        e => Fault::unavailable(e),
    }
}

pub(crate) fn from_io(e: io::Error) -> Fault {
    if is_full(&e) { caused(FaultKind::Unavailable, msg::FAULT_DISK_FULL, e) } else { Fault::unavailable(e) }
}

pub(crate) fn damaged() -> Fault {
    Fault::new(FaultKind::Internal, msg::FAULT_OBJECT_DAMAGED)
}

fn caused(kind: FaultKind, key: &'static str, cause: impl Error + Send + Sync + 'static) -> Fault {
    let mut fault = Fault::new(kind, key);
    fault.cause = Some(Arc::new(cause));
    fault
}

/// Whether somewhere among the causes stands a full disk or quota. An `io::Error` hides the error it carries from
/// `source`, so it is opened as well; S3-compatible stores say it with code 507 in their text.
fn is_full(e: &(dyn Error + 'static)) -> bool {
    let mut next = Some(e);
    while let Some(e) = next {
        if let Some(io) = e.downcast_ref::<io::Error>() {
            if matches!(io.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
                return true;
            }
            if io.get_ref().is_some_and(|inner| is_full(inner)) {
                return true;
            }
        }
        next = e.source();
    }
    let text = e.to_string();
    text.contains("507 Insufficient Storage") || text.contains("XMinioStorageFull")
}
