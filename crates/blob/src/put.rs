//! Writing: content in memory, a file, or a stream of unknown length.

use std::{
    io::{self, Read as _, Seek as _, Write as _},
    path::Path as FilePath,
};

use bytes::Bytes;
use futures::{Stream, TryStreamExt as _};
use kernel::{Fault, FaultKind, Result};
use object_store::{ObjectStoreExt as _, WriteMultipart};
use sha2::{Digest as _, Sha256};
use tokio::task::spawn_blocking;

use crate::{
    Store, Stored, fault, msg,
    sniff::sniff_ends,
    store::{Hash, place},
};

/// What is written in one piece; more goes in parts of this length. S3 wants at least 5 MiB a part.
const PART: usize = 8 << 20;
/// How much of each end is looked at to recognise a file.
const END: usize = 64 << 10;
/// How many parts may be on their way at once.
const PARTS_AT_ONCE: usize = 2;

impl Store {
    /// Stores content that is in memory. `name` is the file's name as claimed, or empty.
    ///
    /// # Errors
    /// `Unavailable` with `fault-disk-full` when there is no room, `Unavailable` when the store is away.
    pub async fn put_bytes(&self, bytes: impl Into<Bytes>, name: &str) -> Result<Stored> {
        let bytes = bytes.into();
        let hash: Hash = Sha256::digest(&bytes).into();
        let size = bytes.len();
        let head = bytes.get(..size.min(END)).unwrap_or_default();
        let tail = bytes.get(size.saturating_sub(END)..).unwrap_or_default();
        let sniffed = sniff_ends(head, tail, name);
        // Written even when it is there already: only then is it certain that this very content is on the disk.
        self.objects.put(&place(&hash), bytes.into()).await.map_err(fault::from_store)?;
        Ok(Stored {
            hash,
            size: size as u64,
            media_type: sniffed.media_type.to_owned(),
            matches_claim: sniffed.matches_claim,
        })
    }

    /// Stores a file, read twice and never whole in memory. `name` is the file's name as claimed.
    ///
    /// # Errors
    /// As [`put_bytes`](Store::put_bytes); `Unavailable` too when the file cannot be read or changes meanwhile.
    pub async fn put_file(&self, path: &FilePath, name: &str) -> Result<Stored> {
        let path = path.to_owned();
        let file = spawn_blocking(move || std::fs::File::open(path)).await.map_err(Fault::internal)?;
        self.put_open(file.map_err(fault::from_io)?, name).await
    }

    /// Stores a stream of at most `limit` bytes, such as a field of a form being uploaded. It is spooled to a
    /// temporary file that goes away whatever happens.
    ///
    /// # Errors
    /// `TooLarge` when there is more than `limit`; what the stream gives; else as [`put_bytes`](Store::put_bytes).
    pub async fn put_stream<S, E>(&self, stream: S, limit: u64, name: &str) -> Result<Stored>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: Into<Fault>,
    {
        let mut stream = std::pin::pin!(stream.map_err(Into::into));
        let mut held = Vec::new();
        let mut file: Option<std::fs::File> = None;
        let mut size: u64 = 0;
        while let Some(piece) = stream.try_next().await? {
            size = size.saturating_add(piece.len() as u64);
            if size > limit {
                return Err(Fault::new(FaultKind::TooLarge, msg::FAULT_FILE_TOO_LARGE).arg("limit", megabytes(limit)));
            }
            held.extend_from_slice(&piece);
            if held.len() > (1 << 20) {
                let open = match file.take() {
                    Some(open) => open,
                    None => self.spool_file().await?,
                };
                let chunk = std::mem::take(&mut held);
                file = Some(append(open, chunk).await?);
            }
        }
        match file {
            None => self.put_bytes(held, name).await,
            Some(open) => {
                let open = append(open, held).await?;
                self.put_open(open, name).await
            }
        }
    }

    async fn spool_file(&self) -> Result<std::fs::File> {
        let folder = self.spool.clone();
        let made = spawn_blocking(move || match folder {
            Some(folder) => tempfile::tempfile_in(folder),
            None => tempfile::tempfile(),
        });
        made.await.map_err(Fault::internal)?.map_err(fault::from_io)
    }

    async fn put_open(&self, file: std::fs::File, name: &str) -> Result<Stored> {
        let (file, seen) =
            spawn_blocking(move || look(file)).await.map_err(Fault::internal)?.map_err(fault::from_io)?;
        let sniffed = sniff_ends(&seen.head, &seen.tail, name);
        let stored = Stored {
            hash: seen.hash,
            size: seen.size,
            media_type: sniffed.media_type.to_owned(),
            matches_claim: sniffed.matches_claim,
        };
        let place = place(&seen.hash);
        let (mut file, first) = read_part(file).await?;
        if seen.size <= PART as u64 {
            self.agree(&Sha256::digest(&first).into(), &seen.hash)?;
            self.objects.put(&place, first.into()).await.map_err(fault::from_store)?;
            return Ok(stored);
        }
        let upload = self.objects.put_multipart(&place).await.map_err(fault::from_store)?;
        let mut upload = WriteMultipart::new_with_chunk_size(upload, PART);
        let mut digest = Sha256::new();
        let mut part = first;
        while !part.is_empty() {
            digest.update(&part);
            upload.put(part);
            if let Err(e) = upload.wait_for_capacity(PARTS_AT_ONCE).await {
                // The upload already failed; whether its parts could be taken back does not change the answer.
                let _ = upload.abort().await;
                return Err(fault::from_store(e));
            }
            (file, part) = match read_part(file).await {
                Ok(next) => next,
                Err(e) => {
                    let _ = upload.abort().await;
                    return Err(e);
                }
            };
        }
        if let Err(e) = self.agree(&digest.finalize().into(), &seen.hash) {
            let _ = upload.abort().await;
            return Err(e);
        }
        upload.finish().await.map_err(fault::from_store)?;
        Ok(stored)
    }

    fn agree(&self, written: &Hash, expected: &Hash) -> Result<()> {
        if written == expected {
            return Ok(());
        }
        Err(Fault::unavailable(io::Error::other("the file changed while it was being stored")))
    }
}

/// Whole megabytes (of 1,048,576 bytes) of a limit, at least 1.
fn megabytes(limit: u64) -> i64 {
    i64::try_from((limit >> 20).max(1)).unwrap_or(i64::MAX)
}

struct Seen {
    hash: Hash,
    size: u64,
    head: Vec<u8>,
    tail: Vec<u8>,
}

/// Reads a file once: its fingerprint, length and both ends; leaves it at its beginning.
fn look(mut file: std::fs::File) -> io::Result<(std::fs::File, Seen)> {
    file.rewind()?;
    let mut digest = Sha256::new();
    let mut size = 0u64;
    let mut head = Vec::new();
    let mut buffer = vec![0u8; 256 << 10];
    loop {
        let n = file.read(&mut buffer)?;
        let Some(piece) = buffer.get(..n).filter(|p| !p.is_empty()) else { break };
        digest.update(piece);
        size += n as u64;
        let wanted = END.saturating_sub(head.len()).min(n);
        head.extend_from_slice(piece.get(..wanted).unwrap_or_default());
    }
    let mut tail = Vec::new();
    file.seek(io::SeekFrom::Start(size.saturating_sub(END as u64)))?;
    (&mut file).take(END as u64).read_to_end(&mut tail)?;
    file.rewind()?;
    Ok((file, Seen { hash: digest.finalize().into(), size, head, tail }))
}

async fn read_part(mut file: std::fs::File) -> Result<(std::fs::File, Bytes)> {
    spawn_blocking(move || {
        let mut part = Vec::new();
        (&mut file).take(PART as u64).read_to_end(&mut part)?;
        Ok((file, Bytes::from(part)))
    })
    .await
    .map_err(Fault::internal)?
    .map_err(fault::from_io)
}

async fn append(mut file: std::fs::File, piece: Vec<u8>) -> Result<std::fs::File> {
    spawn_blocking(move || file.write_all(&piece).map(|()| file))
        .await
        .map_err(Fault::internal)?
        .map_err(fault::from_io)
}
