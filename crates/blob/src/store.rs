//! The store: reading, listing, deleting. Writing is in `put.rs`.

use std::{path::PathBuf, sync::Arc};

use bytes::Bytes;
use futures::{StreamExt as _, TryStreamExt as _, stream::BoxStream};
use kernel::{Fault, Result};
use object_store::{ObjectStore, ObjectStoreExt as _, path::Path};
use sha2::{Digest as _, Sha256};

use crate::fault;

/// SHA-256 of an object's content (FIPS 180-4): its name in the store.
pub type Hash = [u8; 32];

/// An object's content, piece by piece. Ends with a fault when the content does not match its fingerprint, so a
/// download that was damaged never looks complete.
pub type ByteStream = BoxStream<'static, Result<Bytes>>;

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the content.
    pub hash: Hash,
    /// Length in bytes.
    pub size: u64,
    /// Media type recognised from the content and, among kinds of text, the name.
    pub media_type: String,
    /// Whether the content agrees with the name's ending.
    pub matches_claim: bool,
}

impl Stored {
    /// The fingerprint in hexadecimal, 64 digits.
    pub fn hex(&self) -> String {
        hex::encode(self.hash)
    }
}

/// An object found in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// SHA-256 of the content.
    pub hash: Hash,
    /// Length in bytes.
    pub size: u64,
}

/// A store of objects. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) objects: Arc<dyn ObjectStore>,
    pub(crate) spool: Option<PathBuf>,
}

/// Reads a fingerprint from 64 hexadecimal digits.
pub fn parse_hash(text: &str) -> Option<Hash> {
    let mut hash = [0u8; 32];
    hex::decode_to_slice(text, &mut hash).ok().map(|()| hash)
}

/// Where an object lies: two levels of folders, so that no folder grows too long.
pub(crate) fn place(hash: &Hash) -> Path {
    let hex = hex::encode(hash);
    let (a, b) = (hex.get(..2).unwrap_or_default(), hex.get(2..4).unwrap_or_default());
    Path::from_iter([a, b, &hex])
}

impl Store {
    /// A store over any implementation, with the folder for uploads that are not whole yet.
    pub fn with(objects: Arc<dyn ObjectStore>, spool: Option<PathBuf>) -> Self {
        Self { objects, spool }
    }

    /// The whole content, checked against its fingerprint. For what is known to be small; else
    /// [`stream`](Store::stream).
    ///
    /// # Errors
    /// `NotFound` when there is no such object, `Internal` when it is damaged, `Unavailable` when the store is away.
    pub async fn get_bytes(&self, hash: &Hash) -> Result<Bytes> {
        let bytes = self.objects.get(&place(hash)).await.map_err(fault::from_store)?.bytes().await;
        let bytes = bytes.map_err(fault::from_store)?;
        if Sha256::digest(&bytes).as_slice() == hash { Ok(bytes) } else { Err(fault::damaged()) }
    }

    /// The content piece by piece, and its length in bytes.
    ///
    /// # Errors
    /// As [`get_bytes`](Store::get_bytes); damage shows as a fault at the end of the stream.
    pub async fn stream(&self, hash: &Hash) -> Result<(u64, ByteStream)> {
        let got = self.objects.get(&place(hash)).await.map_err(fault::from_store)?;
        let size = got.meta.size;
        let pieces = got.into_stream().map_err(fault::from_store);
        Ok((size, checked(pieces.boxed(), *hash)))
    }

    /// Whether there is such an object.
    ///
    /// # Errors
    /// `Unavailable` when the store is away.
    pub async fn exists(&self, hash: &Hash) -> Result<bool> {
        match self.objects.head(&place(hash)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(e) => Err(fault::from_store(e)),
        }
    }

    /// Removes an object; one that is not there is no fault. Only for an object no row names any more.
    ///
    /// # Errors
    /// `Unavailable` when the store is away.
    pub async fn delete(&self, hash: &Hash) -> Result<()> {
        match self.objects.delete(&place(hash)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(e) => Err(fault::from_store(e)),
        }
    }

    /// All objects, in no order. Anything else that lies in the folder is passed over.
    pub fn list(&self) -> BoxStream<'static, Result<Found>> {
        let read = |meta: object_store::ObjectMeta| {
            let hash = parse_hash(meta.location.filename()?)?;
            (meta.location == place(&hash)).then_some(Found { hash, size: meta.size })
        };
        self.objects
            .list(None)
            .map_err(fault::from_store)
            .try_filter_map(move |meta| futures::future::ready(Ok(read(meta))))
            .boxed()
    }

    /// Whether the store answers, for the readiness check.
    ///
    /// # Errors
    /// `Unavailable` when it does not.
    pub async fn ping(&self) -> Result<()> {
        self.exists(&[0u8; 32]).await.map(|_| ())
    }
}

fn checked(pieces: ByteStream, hash: Hash) -> ByteStream {
    let state = Some((pieces, Sha256::new()));
    futures::stream::try_unfold(state, move |state| async move {
        let Some((mut pieces, mut digest)) = state else { return Ok(None) };
        match pieces.try_next().await? {
            Some(piece) => {
                digest.update(&piece);
                Ok(Some((piece, Some((pieces, digest)))))
            }
            None if digest.finalize().as_slice() == hash => Ok::<_, Fault>(None),
            None => Err(fault::damaged()),
        }
    })
    .boxed()
}
