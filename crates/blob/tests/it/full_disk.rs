//! A store without room says so, and nothing is half there.

use std::{fmt, io, sync::Arc};

use async_trait::async_trait;
use blob::Store;
use futures::stream::{self, BoxStream};
use kernel::FaultKind;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions,
    PutOptions, PutPayload, PutResult, Result, UploadPart, path::Path,
};

#[derive(Debug)]
struct Full(io::ErrorKind);

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a full disk")
    }
}

impl Full {
    fn error(&self) -> object_store::Error {
        // As the local store does it: the system's error within the store's own.
        let inner = io::Error::from(self.0);
        object_store::Error::Generic { store: "LocalFileSystem", source: Box::new(io::Error::other(inner)) }
    }
}

#[derive(Debug)]
struct FullUpload(io::ErrorKind);

#[async_trait]
impl MultipartUpload for FullUpload {
    fn put_part(&mut self, _: PutPayload) -> UploadPart {
        let e = Full(self.0).error();
        Box::pin(async move { Err(e) })
    }
    async fn complete(&mut self) -> Result<PutResult> {
        Err(Full(self.0).error())
    }
    async fn abort(&mut self) -> Result<()> {
        Ok(())
    }
}

#[async_trait]
impl ObjectStore for Full {
    async fn put_opts(&self, _: &Path, _: PutPayload, _: PutOptions) -> Result<PutResult> {
        Err(self.error())
    }
    async fn put_multipart_opts(&self, _: &Path, _: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        Ok(Box::new(FullUpload(self.0)))
    }
    async fn get_opts(&self, _: &Path, _: GetOptions) -> Result<GetResult> {
        Err(self.error())
    }
    fn delete_stream(&self, _: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        Box::pin(stream::empty())
    }
    fn list(&self, _: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        Box::pin(stream::empty())
    }
    async fn list_with_delimiter(&self, _: Option<&Path>) -> Result<ListResult> {
        Err(self.error())
    }
    async fn copy_opts(&self, _: &Path, _: &Path, _: CopyOptions) -> Result<()> {
        Err(self.error())
    }
}

#[tokio::test]
async fn a_full_disk_and_a_full_quota_are_said_to_be_that() {
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded] {
        let store = Store::with(Arc::new(Full(kind)), None);
        let small = store.put_bytes("x", "x.txt").await.unwrap_err();
        let big = stream::iter([Ok::<_, kernel::Fault>(vec![0u8; 20 << 20].into())]);
        let big = store.put_stream(big, 30 << 20, "").await.unwrap_err();
        for fault in [small, big] {
            assert_eq!((fault.kind, fault.key), (FaultKind::Unavailable, blob::msg::FAULT_DISK_FULL), "{fault}");
        }
    }
}

#[tokio::test]
async fn another_trouble_of_the_store_is_only_unavailable() {
    let store = Store::with(Arc::new(Full(io::ErrorKind::PermissionDenied)), None);
    let fault = store.put_bytes("x", "x.txt").await.unwrap_err();
    assert_eq!((fault.kind, fault.key), (FaultKind::Unavailable, "fault-unavailable"));
}

/// The kernel's own answer: `/dev/full` has room for nothing.
#[tokio::test]
async fn the_systems_own_error_is_recognised() {
    use std::io::Write as _;
    let Ok(mut full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    assert_eq!(full.write_all(b"x").unwrap_err().kind(), io::ErrorKind::StorageFull);
}
