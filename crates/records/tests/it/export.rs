//! An export proves itself, and every tampering is named.

use std::{fs, path::Path, sync::Arc};

use records::{
    cases,
    documents::{self, Kind, NewDocument, Origin},
    export::{FirstBreak, Verified, export, verify},
    notes,
};
use sha2::{Digest as _, Sha256};
use web::{App, Authenticate, Parts, Req, Resume, Settings, SignedIn};

use crate::{
    act,
    world::{ALL, World},
};

/// Nobody signs in here.
struct Nobody;

impl Authenticate for Nobody {
    fn session<'a>(
        &'a self,
        _: &'a App,
        _: &'a kernel::Ctx,
        _: &'a str,
    ) -> web::BoxFut<'a, kernel::Result<Option<SignedIn>>> {
        Box::pin(async { Ok(None) })
    }
    fn token<'a>(
        &'a self,
        _: &'a App,
        _: &'a kernel::Ctx,
        _: &'a str,
    ) -> web::BoxFut<'a, kernel::Result<Option<kernel::Actor>>> {
        Box::pin(async { Ok(None) })
    }
    fn sign_in_page(&self, _: &Req, _: &Resume) -> maud::Markup {
        maud::Markup::default()
    }
}

fn app(w: &World, blobs: blob::Store) -> App {
    App::new(Parts {
        db: w.db.clone(),
        blobs,
        pdf: pdf::Renderer::new(1),
        clock: w.clock.clone(),
        entropy: Arc::new(kernel::SeededEntropy::new(3)),
        settings: Settings {
            public_url: "http://localhost".into(),
            max_upload: 1 << 20,
            demo: false,
            trust_proxy: false,
        },
        auth: Box::new(Nobody),
    })
}

/// A case with two documents of one name and a note, exported; the folder and the last link.
async fn exported(w: &World, root: &Path) -> String {
    i18n::init(&[records::msg::SOURCE]);
    let id = w.open("Wycinka <dębu> & \"lipy\"").await.id;
    let blobs = blob::Store::open("memory:", &blob::Options::default()).unwrap();
    for text in ["pierwsza wersja", "druga wersja"] {
        let stored = blobs.put_bytes(text.as_bytes().to_vec(), "../wniosek o wycinkę.txt").await.unwrap();
        let new = NewDocument {
            stored,
            name: "../wniosek o wycinkę.txt".into(),
            kind: Kind::Submission,
            origin: Origin::Party,
        };
        act!(w, w.official, |c, ctx, desk| documents::add_at(c, &ctx, &desk, id, new)).unwrap();
    }
    act!(w, w.official, |c, ctx, desk| notes::add(c, &ctx, &desk, id, "wizja lokalna")).unwrap();
    act!(w, w.official, |c, ctx, desk| cases::rename(c, &ctx, &desk, id, "Wycinka dębu", 1)).unwrap();
    let done = export(&app(w, blobs), w.official.scope, id, &root.join("akta")).await.unwrap();
    assert_eq!((done.entries, done.reference.as_str()), (5, "GK.6131.1.2026"));
    let scope = w.official.scope;
    let log = w.db.read(move |c| {
        Box::pin(async move { audit::list(c, audit::Reach::Office(scope), &audit::Filter::default(), 50).await })
    });
    let log = log.await.unwrap();
    let told = log.iter().filter(|e| e.action == "case.exported" && e.object_id == id.to_string()).count();
    assert_eq!(told, 1, "the log of access tells of the export: {log:?}");
    done.head
}

fn edit(folder: &Path, file: &str, change: impl Fn(&str) -> String) {
    let path = folder.join(file);
    let before = fs::read_to_string(&path).unwrap();
    let after = change(&before);
    assert_ne!(before, after, "the tampering changes something");
    fs::write(path, after).unwrap();
}

/// What somebody who knows the format would do: bring the list of hashes up to date.
fn forge_manifest(folder: &Path) {
    let listed = fs::read_to_string(folder.join("manifest.sha256")).unwrap();
    let mut out = String::new();
    for line in listed.lines() {
        let name = &line[66..];
        if let Ok(bytes) = fs::read(folder.join(name)) {
            out.push_str(&format!("{}  {name}\n", hex::encode(Sha256::digest(&bytes))));
        }
    }
    fs::write(folder.join("manifest.sha256"), out).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy(&item.path(), &target)
        } else {
            assert!(fs::copy(item.path(), target).is_ok())
        }
    }
}

/// Edits the list of entries.
fn entries(folder: &Path, change: impl Fn(&mut Vec<serde_json::Value>)) {
    let path = folder.join("metryka.json");
    let mut list: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut list);
    fs::write(path, serde_json::to_vec_pretty(&list).unwrap()).unwrap();
}

const FIRST: &str = "dokumenty/001_wniosek_o_wycinke.txt";

db::both! { ALL;

async fn a_whole_export_is_proved_and_every_tampering_is_named(db) {
    let w = World::new(&db).await;
    let dir = tempfile::tempdir().unwrap();
    let head = exported(&w, dir.path()).await;
    let good = dir.path().join("akta");
    let proved = verify(&good).unwrap();
    assert_eq!(proved, Verified {
        reference: "GK.6131.1.2026".into(), title: "Wycinka dębu".into(), entries: 5, documents: 2, files: 15, head: head.clone(),
    });
    let readme = fs::read_to_string(good.join("README.txt")).unwrap();
    assert!(readme.contains(&head) && readme.contains("sha256sum -c manifest.sha256"));
    let xml = fs::read_to_string(good.join("metryka.xml")).unwrap();
    assert!(xml.contains("<czynnosc>Wszczęto sprawę</czynnosc>") && xml.contains("Wycinka &lt;dębu&gt; &amp; &quot;lipy&quot;"), "{xml}");

    let tampered = |name: &str, change: &dyn Fn(&Path)| {
        let folder = dir.path().join(name);
        copy(&good, &folder);
        change(&folder);
        verify(&folder).unwrap_err()
    };
    let file = |b: FirstBreak| match b {
        FirstBreak::Changed { file, .. } | FirstBreak::Missing { file } | FirstBreak::Foreign { file }
        | FirstBreak::EntryFile { file, .. } | FirstBreak::Malformed { file, .. } | FirstBreak::Unrecorded { file } => file,
        other => panic!("{other}"),
    };
    // One byte of a document, with the manifest brought up to date or not.
    for forge in [false, true] {
        let b = tampered(&format!("byte{forge}"), &|f| {
            edit(f, FIRST, |t| t.replace('p', "q"));
            if forge { forge_manifest(f) }
        });
        assert!(matches!(b, FirstBreak::Changed { .. }), "{b}");
        assert_eq!(file(b), FIRST);
    }
    // The document and its hash in the metadata: the record still knows the right one.
    let b = tampered("hash", &|f| {
        edit(f, FIRST, |t| t.replace('p', "q"));
        let (old, new) = (hex::encode(Sha256::digest("pierwsza wersja")), hex::encode(Sha256::digest("qierwsza wersja")));
        edit(f, "sprawa.json", |t| t.replace(&old, &new));
        forge_manifest(f);
    });
    assert!(matches!(b, FirstBreak::Document { ordinal: 2, .. }), "{b}");
    // The text of an entry.
    let b = tampered("text", &|f| {
        entries(f, |e| e[3]["entry"]["by"]["name"] = "Kto Inny".into());
        forge_manifest(f);
    });
    assert_eq!(b, FirstBreak::Content { ordinal: 4 });
    let b = tampered("payload", &|f| { edit(f, "metryka/0004.json", |t| t.replace("Olga", "Alga")); forge_manifest(f); });
    assert_eq!(file(b), "metryka/0004.json");
    // An entry taken out, two swapped, the end cut off.
    let b = tampered("deleted", &|f| { entries(f, |e| { e.remove(1); }); forge_manifest(f); });
    assert_eq!(b, FirstBreak::Ordinal { expected: 2, found: 3 });
    let b = tampered("swapped", &|f| { entries(f, |e| e.swap(2, 3)); forge_manifest(f); });
    assert_eq!(b, FirstBreak::Ordinal { expected: 3, found: 4 });
    let b = tampered("renumbered", &|f| {
        entries(f, |e| { e.remove(3); e[3]["ordinal"] = 4.into(); e[3]["entry"]["ordinal"] = 4.into(); });
        forge_manifest(f);
    });
    assert_eq!(b, FirstBreak::Previous { ordinal: 4 });
    let b = tampered("cut", &|f| {
        entries(f, |e| { e.pop(); });
        fs::remove_file(f.join("metryka/0005.json")).unwrap();
        forge_manifest(f);
    });
    assert_eq!(b, FirstBreak::Length { expected: 5, found: 4 });
    // Cut off with the metadata made to fit: whole in itself, but the last link is another than the office shows.
    let folder = dir.path().join("cut-well");
    copy(&good, &folder);
    let shorter: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(good.join("metryka.json")).unwrap()).unwrap();
    edit(&folder, "sprawa.json", |t| t.replace("\"record_entries\": 5", "\"record_entries\": 4"));
    entries(&folder, |e| { e.pop(); });
    fs::remove_file(folder.join("metryka/0005.json")).unwrap();
    forge_manifest(&folder);
    assert!(matches!(verify(&folder).unwrap_err(), FirstBreak::Head { .. }));
    edit(&folder, "sprawa.json", |t| t.replace(&head, shorter[3]["hash"].as_str().unwrap()));
    forge_manifest(&folder);
    assert_ne!(verify(&folder).unwrap().head, head);
    // A foreign file, a file renamed, one missing, a link in place of a file.
    let b = tampered("foreign", &|f| fs::write(f.join("dokumenty/dopisek.txt"), "x").unwrap());
    assert_eq!(b, FirstBreak::Foreign { file: "dokumenty/dopisek.txt".into() });
    let b = tampered("renamed", &|f| fs::rename(f.join(FIRST), f.join("dokumenty/001_inny.txt")).unwrap());
    assert_eq!(b, FirstBreak::Missing { file: FIRST.into() });
    let b = tampered("missing", &|f| fs::remove_file(f.join("sprawa.xml")).unwrap());
    assert_eq!(b, FirstBreak::Missing { file: "sprawa.xml".into() });
    let b = tampered("no-manifest", &|f| fs::remove_file(f.join("manifest.sha256")).unwrap());
    assert_eq!(b, FirstBreak::Missing { file: "manifest.sha256".into() });
    let b = tampered("xml", &|f| edit(f, "metryka.xml", |t| t.replace("Olga", "Alga")));
    assert_eq!(file(b), "metryka.xml");
    // Names that would lead out of the folder, and nonsense.
    let b = tampered("escape", &|f| edit(f, "sprawa.json", |t| t.replace(FIRST, "../../etc/passwd")));
    assert_eq!(b, FirstBreak::Foreign { file: "../../etc/passwd".into() });
    let b = tampered("nonsense", &|f| fs::write(f.join("metryka.json"), "{").unwrap());
    assert_eq!(file(b), "metryka.json");
    assert!(matches!(verify(&dir.path().join("nowhere")).unwrap_err(), FirstBreak::Missing { .. }));
}

}

#[tokio::test]
async fn the_links_can_be_checked_with_sha256sum_alone() {
    let db = db::testing::sqlite(ALL).await;
    let w = World::new(&db).await;
    let dir = tempfile::tempdir().unwrap();
    let head = exported(&w, dir.path()).await;
    let script = "p=$(printf '%064d' 0); for f in metryka/*.json; do \
                  p=$( (printf '%s' \"$p\"; cat \"$f\") | sha256sum | cut -c1-64 ); done; echo $p; \
                  sha256sum --quiet -c manifest.sha256 && find . -type f ! -name manifest.sha256 | sed 's|^./||' | sort | \
                  comm -23 - <(cut -c67- manifest.sha256 | sort)";
    let said =
        std::process::Command::new("bash").arg("-c").arg(script).current_dir(dir.path().join("akta")).output().unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap(), format!("{head}\n"));
    assert!(said.status.success());
}
