//! The same promises on every store.

use std::path::Path;

use blob::{Options, Store, parse_hash};
use bytes::Bytes;
use futures::{TryStreamExt as _, stream};
use kernel::{Fault, FaultKind};

const HELLO: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

fn big() -> Vec<u8> {
    (0..(20u32 << 20) / 4).flat_map(u32::to_le_bytes).collect()
}

fn pieces(bytes: &[u8]) -> impl futures::Stream<Item = Result<Bytes, Fault>> + Send + use<> {
    let all: Vec<_> = bytes.chunks(100_000).map(|c| Ok(Bytes::copy_from_slice(c))).collect();
    stream::iter(all)
}

/// What holds on every store.
pub async fn keeps_its_promises(store: &Store) {
    let stored = store.put_bytes("hello", "hello.txt").await.unwrap();
    assert_eq!((stored.hex().as_str(), stored.size, stored.media_type.as_str()), (HELLO, 5, "text/plain"));
    assert_eq!(store.put_bytes("hello", "other.txt").await.unwrap().hash, stored.hash);
    assert_eq!(store.get_bytes(&stored.hash).await.unwrap(), "hello");
    assert!(store.exists(&stored.hash).await.unwrap());

    let big = big();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("big");
    std::fs::write(&path, &big).unwrap();
    let from_file = store.put_file(&path, "big.bin").await.unwrap();
    let from_stream = store.put_stream(pieces(&big), 30 << 20, "").await.unwrap();
    assert_eq!((from_file.hash, from_file.size), (from_stream.hash, big.len() as u64));
    let (size, body) = store.stream(&from_file.hash).await.unwrap();
    let read: Vec<Bytes> = body.try_collect().await.unwrap();
    assert_eq!(size, big.len() as u64);
    assert!(read.concat() == big, "the content comes back whole");

    let mut listed: Vec<_> = store.list().map_ok(|f| (f.size, f.hash)).try_collect().await.unwrap();
    listed.sort_unstable();
    assert_eq!(listed, [(5, stored.hash), (big.len() as u64, from_file.hash)]);

    store.delete(&stored.hash).await.unwrap();
    store.delete(&stored.hash).await.unwrap();
    assert!(!store.exists(&stored.hash).await.unwrap());
    let gone = store.get_bytes(&stored.hash).await.unwrap_err();
    assert_eq!((gone.kind, gone.key), (FaultKind::NotFound, blob::msg::FAULT_OBJECT_MISSING));
    store.ping().await.unwrap();
}

pub fn folder(path: &Path) -> Store {
    Store::open(&format!("file:{}", path.display()), &Options::default()).unwrap()
}

#[tokio::test]
async fn a_folder_keeps_its_promises() {
    let dir = tempfile::tempdir().unwrap();
    keeps_its_promises(&folder(dir.path())).await;
}

#[tokio::test]
async fn memory_keeps_its_promises() {
    keeps_its_promises(&Store::open("memory:", &Options::default()).unwrap()).await;
}

#[tokio::test]
async fn an_object_lies_two_folders_deep_under_its_fingerprint_and_nothing_else_is_left() {
    let dir = tempfile::tempdir().unwrap();
    folder(dir.path()).put_bytes("hello", "").await.unwrap();
    assert_eq!(std::fs::read(dir.path().join("2c").join("f2").join(HELLO)).unwrap(), b"hello");
    assert_eq!(std::fs::read_dir(dir.path().join("2c").join("f2")).unwrap().count(), 1);
    assert_eq!(std::fs::read_dir(dir.path().join(".spool")).unwrap().count(), 0);
}

#[tokio::test]
async fn too_long_a_stream_is_refused_and_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = folder(dir.path());
    let fault = store.put_stream(pieces(&big()), 2 << 20, "a.pdf").await.unwrap_err();
    assert_eq!((fault.kind, fault.key), (FaultKind::TooLarge, blob::msg::FAULT_FILE_TOO_LARGE));
    assert_eq!(fault.args, [("limit", 2i64.into())]);
    assert!(store.list().try_collect::<Vec<_>>().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_broken_upload_gives_its_own_fault_and_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = folder(dir.path());
    let broken = stream::iter([Ok(Bytes::from(vec![1; 3 << 20])), Err(Fault::invalid("cut-off"))]);
    assert_eq!(store.put_stream(broken, 9 << 20, "").await.unwrap_err().key, "cut-off");
    assert!(store.list().try_collect::<Vec<_>>().await.unwrap().is_empty());
    assert_eq!(std::fs::read_dir(dir.path().join(".spool")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_damaged_object_is_never_given_out_as_whole() {
    let dir = tempfile::tempdir().unwrap();
    let store = folder(dir.path());
    let stored = store.put_bytes("hello", "").await.unwrap();
    std::fs::write(dir.path().join("2c").join("f2").join(HELLO), "hellO").unwrap();
    assert_eq!(store.get_bytes(&stored.hash).await.unwrap_err().key, blob::msg::FAULT_OBJECT_DAMAGED);
    let (_, body) = store.stream(&stored.hash).await.unwrap();
    assert_eq!(body.try_collect::<Vec<_>>().await.unwrap_err().key, blob::msg::FAULT_OBJECT_DAMAGED);
    // Storing the content again heals it.
    store.put_bytes("hello", "").await.unwrap();
    assert_eq!(store.get_bytes(&stored.hash).await.unwrap(), "hello");
}

#[test]
fn an_address_that_cannot_be_used_is_refused() {
    for bad in ["", "ftp://x", "s3://", "s3://bucket?colour=red"] {
        assert!(Store::open(bad, &Options::default()).is_err(), "{bad}");
    }
}

#[test]
fn a_fingerprint_is_64_hexadecimal_digits() {
    assert!(parse_hash(HELLO).is_some());
    assert!(parse_hash(&HELLO[1..]).is_none());
    assert!(parse_hash(&HELLO.replace('2', "x")).is_none());
}
