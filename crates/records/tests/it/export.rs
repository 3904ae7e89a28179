//! An export proves itself, and every tampering is named.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use db::q;
use kernel::{FaultKind, ids::CaseId};
use records::{
    canonical::canonical,
    cases::{self, Outcome, State},
    chain::{self, Link},
    documents::{self, Kind, NewDocument, Origin},
    export::{EntryData, Exported, FirstBreak, Verified, export, verify},
    notes,
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use web::{App, Authenticate, Parts, Req, Resume, Settings, SignedIn};

use crate::{
    act,
    chain::without_triggers,
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

/// A case with two documents of one name and a note.
struct Case {
    w: Arc<World>,
    app: App,
    id: CaseId,
    dir: tempfile::TempDir,
}

/// One that is open and one that is settled, so frozen.
async fn both(db: &db::Db) -> [Case; 2] {
    i18n::init(&[records::msg::SOURCE]);
    let w = Arc::new(World::new(db).await);
    let app = app(&w, blob::Store::open("memory:", &blob::Options::default()).unwrap());
    let open = Case::new(&w, &app).await;
    let settled = Case::new(&w, &app).await;
    let id = settled.id;
    act!(w, w.official, |c, ctx, desk| cases::settle(c, &ctx, &desk, id, Outcome::Granted, "")).unwrap();
    [open, settled]
}

impl Case {
    async fn new(w: &Arc<World>, app: &App) -> Case {
        let id = w.open("Wycinka <dębu> & \"lipy\"").await.id;
        for text in ["pierwsza wersja", "druga wersja"] {
            let stored = app.blobs.put_bytes(text.as_bytes().to_vec(), "../wniosek o wycinkę.txt").await.unwrap();
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
        Case { w: Arc::clone(w), app: app.clone(), id, dir: tempfile::tempdir().unwrap() }
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    async fn export(&self, name: &str) -> kernel::Result<Exported> {
        export(&self.app, self.w.official.scope, self.id, &self.folder(name)).await
    }

    async fn record(&self) -> Vec<chain::Entry> {
        let (id, scope) = (self.id, self.w.official.scope);
        self.w.db.read(move |c| Box::pin(async move { chain::entries(c, scope, id).await })).await.unwrap()
    }

    async fn row(&self) -> cases::CaseRow {
        let (id, scope) = (self.id, self.w.official.scope);
        self.w.db.read(move |c| Box::pin(async move { cases::get(c, scope, id).await })).await.unwrap()
    }

    /// What is first found wrong in a copy of an export after a change.
    fn tampered(&self, good: &str, change: impl FnOnce(&Path)) -> FirstBreak {
        let copied = tempfile::tempdir_in(self.dir.path()).unwrap();
        copy(&self.folder(good), copied.path());
        change(copied.path());
        verify(copied.path()).unwrap_err()
    }
}

fn edit(folder: &Path, file: &str, change: impl Fn(&str) -> String) {
    let path = folder.join(file);
    let before = fs::read_to_string(&path).unwrap();
    let after = change(&before);
    assert_ne!(before, after, "the tampering changes something");
    fs::write(path, after).unwrap();
}

/// All files below a folder, by their names within it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for inside in ["", "metryka", "dokumenty"] {
        for item in fs::read_dir(folder.join(inside)).unwrap().flatten().filter(|i| i.path().is_file()) {
            found.push(Path::new(inside).join(item.file_name()).display().to_string());
        }
    }
    found.sort();
    found
}

/// What somebody who knows the format would do: compute the list of hashes anew.
fn forge_manifest(folder: &Path) {
    let mut out = String::new();
    for name in files(folder).iter().filter(|name| *name != "manifest.sha256") {
        out.push_str(&format!("{}  {name}\n", hash(&fs::read(folder.join(name)).unwrap())));
    }
    fs::write(folder.join("manifest.sha256"), out).unwrap();
}

fn hash(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content))
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

/// Edits the list of entries, and computes the manifest anew.
fn entries(folder: &Path, change: impl Fn(&mut Vec<Value>)) {
    let path = folder.join("metryka.json");
    let mut list: Vec<Value> = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut list);
    let list: Vec<EntryData> = serde_json::from_value(list.into()).unwrap();
    fs::write(path, serde_json::to_string_pretty(&list).unwrap() + "\n").unwrap();
    forge_manifest(folder);
}

/// Edits the last entry and computes everything that follows from it anew: the most somebody can do.
fn forge_last(folder: &Path, change: impl Fn(&mut Value)) {
    entries(folder, |list| {
        let last = list.last_mut().unwrap();
        change(&mut last["entry"]);
        let text = canonical(&last["entry"]);
        let link = Link::parse(last["prev"].as_str().unwrap()).unwrap().next(&text);
        last["hash"] = link.hex().into();
        fs::write(folder.join(format!("metryka/{:04}.json", last["ordinal"].as_i64().unwrap())), text).unwrap();
    });
}

/// The file a break names.
fn file(b: FirstBreak) -> String {
    match b {
        FirstBreak::Changed { file, .. }
        | FirstBreak::Missing { file }
        | FirstBreak::Foreign { file }
        | FirstBreak::EntryFile { file, .. }
        | FirstBreak::Malformed { file, .. }
        | FirstBreak::Unrecorded { file } => file,
        FirstBreak::Line { .. } | FirstBreak::Duplicate { .. } | FirstBreak::Unlisted { .. } => {
            "manifest.sha256".into()
        }
        other => panic!("{other}"),
    }
}

const FIRST: &str = "dokumenty/001_wniosek_o_wycinke.txt";

db::both! { ALL;

async fn an_export_is_whole_and_stands_in_both_logs(db) {
    for case in both(&db).await {
        let before = case.row().await;
        let done = case.export("akta").await.unwrap();
        let n = if before.state == State::Settled { 7 } else { 6 };
        assert_eq!((done.entries, &done.reference, done.files), (n, &before.reference, n + 10));
        assert_eq!(verify(&case.folder("akta")).unwrap(), Verified {
            reference: before.reference, title: "Wycinka dębu".into(), entries: n, documents: 2, files: n + 10, head: done.head.clone(),
        });
        let record = case.record().await;
        assert_eq!(chain::verify(&record).unwrap().hex(), done.head);
        assert_eq!((record.len(), record[n - 1].action.as_str()), (n, "case.exported"));
        let entry: Value = serde_json::from_str(&record[n - 1].payload).unwrap();
        let named: BTreeMap<String, String> = serde_json::from_value(entry["details"]["files"].clone()).unwrap();
        let left_out = ["manifest.sha256".to_owned(), "metryka.json".into(), format!("metryka/{n:04}.json")];
        let all: Vec<String> = files(&case.folder("akta")).into_iter().filter(|f| !left_out.contains(f)).collect();
        assert_eq!(named.keys().cloned().collect::<Vec<_>>(), all);
        // The case itself is as it was.
        let after = case.row().await;
        assert_eq!((after.state, after.acted, &after.last_action, after.entries), (before.state, before.acted, &before.last_action, before.entries + 1));
        let (id, scope) = (case.id, case.w.official.scope);
        let log = case.w.db.read(move |c| {
            Box::pin(async move { audit::list(c, audit::Reach::Office(scope), &audit::Filter::default(), 50).await })
        });
        let log = log.await.unwrap();
        let told: Vec<_> = log.iter().filter(|e| e.action == "case.exported" && e.object_id == id.to_string()).collect();
        assert_eq!(told.len(), 1, "the log of access tells of the export: {log:?}");
        let readme = fs::read_to_string(case.folder("akta/README.txt")).unwrap();
        assert!(readme.contains(&format!("Wpisów jest {n}.")) && readme.contains("sha256sum -c manifest.sha256"), "{readme}");
        assert!(!readme.contains(&done.head));
        let xml = fs::read_to_string(case.folder("akta/metryka.xml")).unwrap();
        assert!(xml.contains("<czynnosc>Wszczęto sprawę</czynnosc>") && xml.contains("Wycinka &lt;dębu&gt; &amp; &quot;lipy&quot;"), "{xml}");
    }
}

async fn no_file_can_be_changed_or_taken_out_though_the_manifest_is_computed_anew(db) {
    for case in both(&db).await {
        case.export("akta").await.unwrap();
        let all = files(&case.folder("akta"));
        for name in &all {
            for forge in [false, true] {
                let b = case.tampered("akta", |f| {
                    edit(f, name, |t| t.to_owned() + " ");
                    if forge && name != "manifest.sha256" { forge_manifest(f) }
                });
                assert_eq!(&file(b), name, "one byte more");
                let b = case.tampered("akta", |f| {
                    fs::remove_file(f.join(name)).unwrap();
                    if forge && name != "manifest.sha256" { forge_manifest(f) }
                });
                assert_eq!(b, FirstBreak::Missing { file: name.clone() });
            }
        }
        // Where the change is one that matters, and the file still is what it seems.
        for (name, from, to) in [
            ("sprawa.json", "Wycinka dębu", "Wycinka lipy"),
            ("sprawa.xml", "Wycinka dębu", "Wycinka lipy"),
            ("sprawa.json", "wizja lokalna", "wizji nie było"),
            ("metryka.xml", "Olga", "Alga"),
            ("README.txt", "64 zera", "63 zera"),
            (FIRST, "wersja", "treść"),
            ("dokumenty/001_wniosek_o_wycinke.txt.xml", "submission", "letter"),
        ] {
            let b = case.tampered("akta", |f| { edit(f, name, |t| t.replace(from, to)); forge_manifest(f); });
            assert!(matches!(b, FirstBreak::Changed { .. }), "{b}");
            assert_eq!(file(b), name);
        }
        // A document together with its hash in the metadata.
        let b = case.tampered("akta", |f| {
            let old = hash(&fs::read(f.join(FIRST)).unwrap());
            edit(f, FIRST, |t| t.replace("wersja", "treść"));
            let new = hash(&fs::read(f.join(FIRST)).unwrap());
            for name in ["sprawa.json", "sprawa.xml", "dokumenty/001_wniosek_o_wycinke.txt.xml"] {
                edit(f, name, |t| t.replace(&old, &new));
            }
            forge_manifest(f);
        });
        assert_eq!(file(b), FIRST);
        // The list of entries with a key twice, or spelt otherwise: the same to a program, another text to a reader.
        let b = case.tampered("akta", |f| { edit(f, "metryka.json", |t| t.replacen("\"ordinal\": 1,", "\"ordinal\": 1, \"note\": 1,", 1)); forge_manifest(f); });
        assert_eq!(file(b), "metryka.json");
        let b = case.tampered("akta", |f| { edit(f, "metryka.json", |t| t.replace("Olga", "\\u004flga")); forge_manifest(f); });
        assert_eq!(file(b), "metryka.json");
    }
}

async fn nothing_can_be_added_and_the_manifest_is_exactly_what_an_export_writes(db) {
    let [case, _] = both(&db).await;
    case.export("akta").await.unwrap();
    for name in ["dopisek.txt", "dokumenty/004_x.pdf", "metryka/0007.json", "dokumenty/.ukryty"] {
        for forge in [false, true] {
            let b = case.tampered("akta", |f| { fs::write(f.join(name), "x").unwrap(); if forge { forge_manifest(f) } });
            assert_eq!(b, FirstBreak::Foreign { file: name.into() });
        }
    }
    for name in ["inne", "dokumenty/inne", "metryka/inne"] {
        let b = case.tampered("akta", |f| fs::create_dir(f.join(name)).unwrap());
        assert_eq!(b, FirstBreak::Foreign { file: name.into() });
    }
    let b = case.tampered("akta", |f| fs::rename(f.join(FIRST), f.join("dokumenty/001_inny.txt")).unwrap());
    assert_eq!(b, FirstBreak::Missing { file: FIRST.into() });
    let b = case.tampered("akta", |f| {
        fs::rename(f.join(FIRST), f.join("../obok.txt")).unwrap();
        std::os::unix::fs::symlink(f.join("../obok.txt"), f.join(FIRST)).unwrap();
    });
    assert_eq!(b, FirstBreak::Foreign { file: FIRST.into() }, "a link is no file");
    let manifest = |change: &dyn Fn(&str) -> String| case.tampered("akta", |f| edit(f, "manifest.sha256", change));
    let readme = |t: &str| t.lines().find(|l| l.ends_with("README.txt")).unwrap().to_owned() + "\n";
    assert_eq!(manifest(&|t| format!("{t}{}", readme(t))), FirstBreak::Duplicate { file: "README.txt".into() });
    assert_eq!(manifest(&|t| t.replace(&readme(t), "")), FirstBreak::Unlisted { file: "README.txt".into() });
    assert_eq!(manifest(&|t| t.replace(&readme(t), "\n")), FirstBreak::Line { line: 1 });
    assert_eq!(manifest(&|t| t.replace('\n', "\r\n")), FirstBreak::Line { line: 1 });
    assert_eq!(manifest(&|t| format!("{}{}", t.replace(&readme(t), ""), readme(t))), FirstBreak::Line { line: 16 - 1 });
    assert_eq!(manifest(&|t| format!("{t}# uwaga\n")), FirstBreak::Line { line: 16 });
    assert_eq!(manifest(&|t| format!("{t}{}  manifest.sha256\n", "0".repeat(64))), FirstBreak::Line { line: 16 });
    assert_eq!(manifest(&|t| t.replacen(t.chars().next().unwrap(), "g", 1)), FirstBreak::Line { line: 1 });
    assert_eq!(manifest(&|t| t.trim_end().to_owned()), FirstBreak::Line { line: 15 });
    assert!(matches!(verify(&case.folder("nigdzie")).unwrap_err(), FirstBreak::Missing { .. }));
}

async fn no_entry_can_be_changed_moved_or_cut_off(db) {
    for case in both(&db).await {
        let done = case.export("akta").await.unwrap();
        let n = done.entries;
        let changed = |change: &dyn Fn(&mut Vec<Value>)| case.tampered("akta", |f| entries(f, change));
        assert_eq!(changed(&|e| e[3]["entry"]["by"]["name"] = "Kto Inny".into()), FirstBreak::Content { ordinal: 4 });
        assert_eq!(changed(&|e| { e.remove(1); }), FirstBreak::Ordinal { expected: 2, found: 3 });
        assert_eq!(changed(&|e| e.swap(2, 3)), FirstBreak::Ordinal { expected: 3, found: 4 });
        let b = changed(&|e| { e.remove(3); e[3]["ordinal"] = 4.into(); e[3]["entry"]["ordinal"] = 4.into(); e.truncate(4); });
        assert_eq!(b, FirstBreak::Previous { ordinal: 4 });
        assert!(matches!(changed(&|e| e.clear()), FirstBreak::Length { found: 0, .. }));
        // The end cut off, with the metadata as it was, and made to fit.
        let cut = |f: &Path| {
            fs::remove_file(f.join(format!("metryka/{n:04}.json"))).unwrap();
            entries(f, |e| { e.pop(); });
        };
        let (expected, found) = (n as i64, n as i64 - 1);
        assert_eq!(case.tampered("akta", cut), FirstBreak::Length { expected, found });
        let b = case.tampered("akta", |f| {
            edit(f, "sprawa.json", |t| t.replace(&format!("\"record_entries\": {expected}"), &format!("\"record_entries\": {found}")));
            cut(f);
        });
        assert_eq!(b, FirstBreak::NoExport { ordinal: found });
        // What the export says of the files, changed with all that follows: names that lead out of the folder, files left out.
        let named = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
            case.tampered("akta", |f| forge_last(f, |e| change(e["details"]["files"].as_object_mut().unwrap())))
        };
        for name in ["../../etc/passwd", "/etc/passwd", "dokumenty/../../x", "C:x"] {
            let b = named(&|files| { files.insert(name.into(), "0".repeat(64).into()); });
            assert_eq!(b, FirstBreak::Foreign { file: name.into() });
        }
        assert_eq!(named(&|files| { files.remove("sprawa.xml"); }), FirstBreak::Foreign { file: "sprawa.xml".into() });
        assert!(matches!(named(&|files| files.clear()), FirstBreak::NoExport { .. }));
        assert!(matches!(named(&|files| { files.insert("README.txt".into(), "zero".into()); }), FirstBreak::NoExport { .. }));
        // Whoever computes the last link anew as well is found out by that link alone.
        let forged = case.folder("podrobione");
        copy(&case.folder("akta"), &forged);
        edit(&forged, "README.txt", |t| t.replace("64 zera", "63 zera"));
        let readme = hash(&fs::read(forged.join("README.txt")).unwrap());
        forge_last(&forged, |e| e["details"]["files"]["README.txt"] = readme.as_str().into());
        assert_ne!(verify(&forged).unwrap().head, done.head);
    }
}

async fn two_exports_in_a_row_both_verify_and_cannot_be_mixed(db) {
    for case in both(&db).await {
        let (first, second) = (case.export("pierwszy").await.unwrap(), case.export("drugi").await.unwrap());
        assert_eq!(second.entries, first.entries + 1);
        let (a, b) = (verify(&case.folder("pierwszy")).unwrap(), verify(&case.folder("drugi")).unwrap());
        assert_eq!((&a.head, &b.head), (&first.head, &second.head));
        assert_eq!(case.record().await[first.entries - 1].hash.hex(), first.head, "the office shows the first link too");
        // The second cut off where the first ended.
        let b = case.tampered("drugi", |f| {
            fs::remove_file(f.join(format!("metryka/{:04}.json", second.entries))).unwrap();
            entries(f, |e| { e.pop(); });
        });
        assert!(matches!(b, FirstBreak::Length { .. }), "{b}");
        let b = case.tampered("drugi", |f| {
            fs::remove_file(f.join(format!("metryka/{:04}.json", second.entries))).unwrap();
            edit(f, "sprawa.json", |t| t.replace(&format!("\"record_entries\": {}", second.entries), &format!("\"record_entries\": {}", first.entries)));
            entries(f, |e| { e.pop(); });
        });
        assert!(matches!(b, FirstBreak::Changed { .. }), "{b}");
        // The first with the record of the second.
        let b = case.tampered("pierwszy", |f| {
            let newer = case.folder("drugi");
            fs::copy(newer.join("metryka.json"), f.join("metryka.json")).unwrap();
            copy(&newer.join("metryka"), &f.join("metryka"));
            forge_manifest(f);
        });
        assert!(matches!(b, FirstBreak::Length { .. }), "{b}");
    }
}

async fn a_folder_in_use_and_a_failure_half_way_leave_nothing_that_looks_whole(db) {
    let [case, _] = both(&db).await;
    fs::create_dir(case.folder("zajety")).unwrap();
    fs::write(case.folder("zajety/plik"), "x").unwrap();
    for name in ["zajety", "zajety/plik"] {
        let full = case.export(name).await.unwrap_err();
        assert_eq!((full.kind, full.key), (FaultKind::Conflict, records::msg::RECORDS_EXPORT_NOT_EMPTY));
    }
    fs::create_dir(case.folder("akta.partial")).unwrap();
    let left = case.export("akta").await.unwrap_err();
    assert_eq!((left.kind, left.key), (FaultKind::Conflict, records::msg::RECORDS_EXPORT_PARTIAL));
    fs::remove_dir(case.folder("akta.partial")).unwrap();
    assert_eq!(case.record().await.len(), 5, "nothing was begun");
    // A document is away: the folder is not there, and the record tells of what was tried.
    let (id, scope) = (case.id, case.w.official.scope);
    let docs = case.w.db.read(move |c| Box::pin(async move { documents::list(c, scope, id).await })).await.unwrap();
    case.app.blobs.delete(&docs[1].hash.0).await.unwrap();
    let half = case.export("akta").await.unwrap_err();
    assert_eq!(half.key, records::msg::RECORDS_EXPORT_HALF);
    assert!(i18n::T(i18n::Lang::Pl).fault(&half).contains("wpis 6"), "{half}");
    assert!(!case.folder("akta").exists() && !case.folder("akta.partial").exists());
    assert_eq!(case.record().await.len(), 6);
    // With the cause away it goes well, into an empty folder too.
    for text in ["pierwsza wersja", "druga wersja"] {
        case.app.blobs.put_bytes(text.as_bytes().to_vec(), "x.txt").await.unwrap();
    }
    fs::create_dir(case.folder("akta")).unwrap();
    assert_eq!(case.export("akta").await.unwrap().entries, 7);
    assert_eq!(verify(&case.folder("akta")).unwrap().entries, 7);
    // A record cut in the database is not exported as if it were whole.
    without_triggers(&case.w.db).await;
    case.w.db.write(move |c| Box::pin(async move { c.exec(q!("DELETE FROM record_entry WHERE case_id = $1 AND ordinal = 7", id)).await })).await.unwrap();
    let cut = case.export("inne").await.unwrap_err();
    assert_eq!((cut.kind, cut.key), (FaultKind::Conflict, records::msg::RECORDS_EXPORT_CUT));
    assert!(!case.folder("inne").exists());
}

async fn another_format_is_named(db) {
    let [case, _] = both(&db).await;
    case.export("akta").await.unwrap();
    let b = case.tampered("akta", |f| { edit(f, "sprawa.json", |t| t.replace("\"format\": 2", "\"format\": 1")); forge_manifest(f); });
    assert_eq!(b, FirstBreak::Format { found: 1 });
    for lang in [i18n::Lang::Pl, i18n::Lang::En] {
        assert!(b.said(i18n::T(lang)).contains("format"), "{}", b.said(i18n::T(lang)));
    }
    // One of the first format has no such entry; it is its format that is named.
    let b = case.tampered("akta", |f| fs::write(f.join("sprawa.json"), "{\"format\": 1}").unwrap());
    assert_eq!(b, FirstBreak::Format { found: 1 });
}

}

#[tokio::test]
async fn everything_can_be_checked_with_sha256sum_as_the_readme_says() {
    let db = db::testing::sqlite(ALL).await;
    let [_, case] = both(&db).await;
    let head = case.export("akta").await.unwrap().head;
    let readme = fs::read_to_string(case.folder("akta/README.txt")).unwrap();
    let commands: Vec<&str> =
        readme.lines().filter_map(|l| l.strip_prefix("     ")).filter(|l| l.contains("sha256")).collect();
    let says = |command: &str| {
        let said = std::process::Command::new("bash")
            .arg("-c")
            .arg(command)
            .current_dir(case.folder("akta"))
            .output()
            .unwrap();
        (said.status.success(), String::from_utf8(said.stdout).unwrap())
    };
    let [manifest, foreign, links, bound] = commands.as_slice() else { panic!("{commands:?}") };
    let (good, said) = says(manifest);
    assert!(good && said.lines().count() == 16, "{said}");
    assert_eq!(says(foreign), (true, String::new()));
    let (good, said) = says(links);
    assert!(good && said.lines().last() == Some(&format!("{head}  metryka/0007.json")), "{said}");
    let (good, said) = says(bound);
    assert!(good && said.lines().count() == 14 && said.contains(FIRST), "{said}");
    // A forged file is found by the entry of the export, though not by the manifest.
    edit(&case.folder("akta"), "sprawa.json", |t| t.replace("Wycinka dębu", "Wycinka lipy"));
    forge_manifest(&case.folder("akta"));
    assert!(says(manifest).0);
    assert!(!says(bound).0);
}
