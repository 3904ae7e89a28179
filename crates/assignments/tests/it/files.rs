//! Files of works.

use assignments::{Definition, State};

use crate::world::{ALL, QUEUE, World, definition, hidden, words};

const TEXT: &str = "To jest moja praca z pięcioma słowami.";

db::both! { ALL;

async fn a_hostile_file_is_refused_and_the_text_and_the_good_file_stay(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let browser = w.browser(w.citizen);
    for (name, content) in [
        ("zle.html", &b"<html><script>alert(1)</script></html>"[..]),
        ("pismo.pdf", b"<html><script>alert(1)</script></html>"),
        ("rysunek.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        ("program.exe", b"MZ\x90\0\x03"),
        ("pusty.txt", b""),
    ] {
        let version = hidden(&browser.get(&course.page()).await, "version");
        let sent = [("text", TEXT), ("version", version.as_str()), ("go", "hand-in")];
        let refused = browser.upload(&course.page(), &sent, &[("files", name, content), ("files", "dobry.txt", b"Tekst")]).await;
        assert_eq!(refused.status, 422, "{name}: {}", words(&refused));
        assert!(refused.text.contains(&format!("{TEXT}</textarea>")), "{name}");
        assert!(words(&refused).contains("dobry.txt"), "{name}: {}", words(&refused));
    }
    let (work, history) = w.work(&mine, &course).await;
    assert_eq!((work.state, work.draft.as_str()), (State::Draft, TEXT));
    let names: Vec<_> = history.files.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(names, ["dobry.txt"], "the same file sent again is one");
}

async fn a_file_is_served_so_that_it_cannot_run(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let browser = w.browser(w.citizen);
    let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
    let sent = [("text", TEXT), ("version", "0"), ("go", "hand-in")];
    let done = browser.upload(&course.page(), &sent, &[("files", "pismo.pdf", pdf)]).await;
    assert_eq!(done.status, 303, "{}", words(&done));
    let work = w.work(&mine, &course).await.0.id;
    for (browser, path) in [
        (browser, format!("{}/files/1", course.page())),
        (w.browser(w.trainer), format!("{QUEUE}/{work}/files/1")),
    ] {
        let file = browser.get(&path).await;
        assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, &pdf[..]));
        assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        assert_eq!(file.headers["content-security-policy"], "sandbox; default-src 'none'");
    }
}

async fn a_file_can_be_taken_out_of_the_draft_and_editions_keep_theirs(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let browser = w.browser(w.citizen);
    let files = [("files", "a.txt", &b"jeden"[..]), ("files", "b.txt", b"dwa")];
    browser.upload(&course.page(), &[("text", TEXT), ("version", "0"), ("go", "save")], &files).await;
    let version = hidden(&browser.get(&course.page()).await, "version");
    browser.post(&course.page(), &[("text", TEXT), ("version", &version), ("remove", "1")]).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let trainer = w.browser(w.trainer);
    let marking = format!("{QUEUE}/{work}");
    let form = [("edition", "1"), ("markings", "0"), ("remark", "Popraw."), ("outcome", "returned")];
    assert_eq!(trainer.post(&marking, &form).await.status, 303);
    let (_, history) = w.work(&mine, &course).await;
    let kept = |edition| history.files_of(edition).map(|f| f.name.clone()).collect::<Vec<_>>();
    assert_eq!((kept(Some(1)), kept(None)), (vec!["b.txt".to_owned()], vec!["b.txt".to_owned()]));
    let number = history.files_of(None).next().unwrap().number.to_string();
    let version = hidden(&browser.get(&course.page()).await, "version");
    browser.post(&course.page(), &[("text", TEXT), ("version", &version), ("remove", &number)]).await;
    // Nobody takes a file out of what was handed in.
    browser.post(&course.page(), &[("text", TEXT), ("version", &version), ("remove", "2")]).await;
    let (_, history) = w.work(&mine, &course).await;
    assert_eq!((history.files_of(Some(1)).count(), history.files_of(None).count()), (1, 0));
}

async fn an_assignment_without_files_takes_none(db) {
    let w = World::new(&db).await;
    let course = w.course(Definition { files: false, ..definition() }).await;
    let mine = w.enrol(w.citizen, &course).await;
    let browser = w.browser(w.citizen);
    assert!(!browser.get(&course.page()).await.text.contains("type=\"file\""));
    browser.upload(&course.page(), &[("text", TEXT), ("version", "0"), ("go", "save")], &[("files", "a.txt", b"x")]).await;
    assert!(w.work(&mine, &course).await.1.files.is_empty());
}
}
