//! Opening a store by its address.

use std::{path::PathBuf, sync::Arc};

use kernel::{Fault, Result};
use object_store::{ObjectStore, aws::AmazonS3Builder, local::LocalFileSystem};
use url::Url;

use crate::Store;

/// Credentials of an S3-compatible store.
#[derive(Clone)]
pub struct Keys {
    /// Access key id.
    pub id: String,
    /// Secret access key.
    pub secret: String,
}

/// How a store is opened.
#[derive(Clone, Default)]
pub struct Options {
    /// Credentials for S3. Without them the environment is asked (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
    /// `AWS_SESSION_TOKEN`, a role of the machine).
    pub keys: Option<Keys>,
    /// Folder for uploads that are not whole yet. By default a folder inside the local store, or the system's
    /// temporary folder for S3.
    pub spool: Option<PathBuf>,
    /// Whether a file counts as kept before it is on the disk: only for what can be made again.
    pub volatile: bool,
}

/// Why an address of a store cannot be used.
#[derive(Debug, thiserror::Error)]
enum OpenError {
    #[error("the address of the object store is neither a folder nor s3://bucket")]
    Scheme,
    #[error("the address of the object store names no bucket")]
    Bucket,
    #[error("unknown setting {0:?} in the address of the object store")]
    Setting(String),
}

impl Store {
    /// Opens `file:PATH` or a plain path (the folder is made), or
    /// `s3://BUCKET?region=…&endpoint=https://…&style=path|virtual`. `endpoint` names a store other than Amazon's;
    /// with it the bucket stands in the path unless `style=virtual`. `memory:` keeps everything in memory, for
    /// tests. TLS uses the provider the process installed (aws-lc-rs).
    ///
    /// # Errors
    /// `Internal` when the address cannot be read, `Unavailable` when the folder cannot be made.
    pub fn open(url: &str, options: &Options) -> Result<Self> {
        if url == "memory:" {
            return Ok(Self::with(Arc::new(object_store::memory::InMemory::new()), options.spool.clone()));
        }
        if url.starts_with("s3://") {
            return Ok(Self::with(Arc::new(s3(url, options)?), options.spool.clone()));
        }
        let path = match url.strip_prefix("file:") {
            Some(path) => path.strip_prefix("//").unwrap_or(path),
            None if url.contains("://") || url.is_empty() => return Err(Fault::internal(OpenError::Scheme)),
            None => url,
        };
        let spool = options.spool.clone().unwrap_or_else(|| PathBuf::from(path).join(".spool"));
        std::fs::create_dir_all(&spool).and_then(|()| std::fs::create_dir_all(path)).map_err(crate::fault::from_io)?;
        let folder =
            LocalFileSystem::new_with_prefix(path).map_err(crate::fault::from_store)?.with_fsync(!options.volatile);
        Ok(Self::with(Arc::new(folder), Some(spool)))
    }
}

fn s3(address: &str, options: &Options) -> Result<impl ObjectStore> {
    let url = Url::parse(address).map_err(Fault::internal)?;
    let bucket = url.host_str().filter(|b| !b.is_empty()).ok_or_else(|| Fault::internal(OpenError::Bucket))?;
    let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket);
    let mut path_style = false;
    for (name, value) in url.query_pairs() {
        builder = match &*name {
            "region" => builder.with_region(value),
            "endpoint" => {
                path_style = true;
                builder.with_allow_http(value.starts_with("http://")).with_endpoint(value)
            }
            "style" => {
                path_style = value == "path";
                builder
            }
            other => return Err(Fault::internal(OpenError::Setting(other.to_owned()))),
        };
    }
    builder = builder.with_virtual_hosted_style_request(!path_style);
    if let Some(keys) = &options.keys {
        builder = builder.with_access_key_id(&keys.id).with_secret_access_key(&keys.secret);
    }
    builder.build().map_err(Fault::internal)
}
