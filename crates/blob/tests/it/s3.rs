//! The S3 protocol, spoken with a server in this process (s3s-fs), with signed requests.

use blob::{Keys, Options, Store};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use kernel::FaultKind;
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};

/// Starts a server with one bucket, `akta`; gives its address and the folder it lies in.
async fn server() -> (String, tempfile::TempDir) {
    // As the program does it first of all.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("akta")).unwrap();
    let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(dir.path()).unwrap());
    service.set_auth(SimpleAuth::from_single("id", "secret"));
    let service = service.build();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("s3://akta?region=pl&endpoint=http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    (address, dir)
}

fn options(secret: &str) -> Options {
    Options { keys: Some(Keys { id: "id".into(), secret: secret.into() }), ..Options::default() }
}

#[tokio::test]
async fn an_s3_store_keeps_its_promises() {
    let (address, _dir) = server().await;
    crate::store::keeps_its_promises(&Store::open(&address, &options("secret")).unwrap()).await;
}

#[tokio::test]
async fn a_wrong_secret_is_refused_and_said_to_be_unavailable() {
    let (address, _dir) = server().await;
    let store = Store::open(&address, &options("wrong")).unwrap();
    assert_eq!(store.put_bytes("x", "x.txt").await.unwrap_err().kind, FaultKind::Unavailable);
}
