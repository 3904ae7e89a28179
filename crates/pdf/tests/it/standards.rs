//! PDF/A-2a and PDF/UA-1 as far as a file can show them by itself.

use lopdf::{Dictionary, Object};
use pdf::{Block, Document, Language, Renderer, Run, samples};

use crate::{DATE, render};

fn open(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).unwrap()
}

/// Follows references.
fn follow<'a>(file: &'a lopdf::Document, object: &'a Object) -> &'a Object {
    file.dereference(object).unwrap().1
}

fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        bytes => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn xmp(file: &lopdf::Document) -> String {
    let metadata = follow(file, file.catalog().unwrap().get(b"Metadata").unwrap()).as_stream().unwrap();
    let content = metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone());
    String::from_utf8(content).unwrap()
}

/// All structure elements, as (tag, dictionary).
fn structure(file: &lopdf::Document) -> Vec<(String, Dictionary)> {
    file.objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"StructElem"))
        .map(|dict| (String::from_utf8_lossy(dict.get(b"S").unwrap().as_name().unwrap()).into_owned(), dict.clone()))
        .collect()
}

fn tags(file: &lopdf::Document) -> Vec<String> {
    structure(file).into_iter().map(|(tag, _)| tag).collect()
}

fn count(tags: &[String], tag: &str) -> usize {
    tags.iter().filter(|found| found.as_str() == tag).count()
}

#[test]
fn every_document_claims_and_carries_what_the_standards_ask() {
    for (name, document) in samples::all() {
        let rendered = render(document);
        assert!(rendered.replaced.is_empty(), "{name}");
        let file = open(&rendered.bytes);
        let catalog = file.catalog().unwrap();
        assert_eq!(text(catalog.get(b"Lang").unwrap()), "pl-PL", "{name}");
        let marked = follow(&file, catalog.get(b"MarkInfo").unwrap()).as_dict().unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap(), "{name}");
        assert!(follow(&file, catalog.get(b"StructTreeRoot").unwrap()).as_dict().is_ok(), "{name}");
        let view = follow(&file, catalog.get(b"ViewerPreferences").unwrap()).as_dict().unwrap();
        assert!(view.get(b"DisplayDocTitle").unwrap().as_bool().unwrap(), "{name}");
        assert_eq!(follow(&file, catalog.get(b"OutputIntents").unwrap()).as_array().unwrap().len(), 1, "{name}");

        let xmp = xmp(&file);
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<dc:title>",
        ] {
            assert!(xmp.contains(claim), "{name}: {claim} in {xmp}");
        }
        assert_eq!(file.get_pages().len(), rendered.pages, "{name}");
        let tags = tags(&file);
        assert_eq!(count(&tags, "H1"), 1, "{name}: {tags:?}");
        assert!(count(&tags, "P") > 0 && count(&tags, "Table") > 0 && count(&tags, "TH") > 0, "{name}: {tags:?}");
    }
}

#[test]
fn all_fonts_are_embedded_and_nothing_runs() {
    for (name, document) in samples::all() {
        let file = open(&render(document).bytes);
        assert!(!file.is_encrypted(), "{name}");
        let mut fonts = 0;
        for dict in file.objects.values().filter_map(|object| object.as_dict().ok()) {
            for forbidden in [b"JS".as_slice(), b"JavaScript", b"Launch", b"AA", b"EmbeddedFile"] {
                assert!(!dict.has(forbidden), "{name}");
            }
            if dict.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"FontDescriptor") {
                assert!([b"FontFile2".as_slice(), b"FontFile3"].iter().any(|key| dict.has(key)), "{name}");
                fonts += 1;
            }
        }
        assert!(fonts > 0, "{name}");
    }
}

#[test]
fn the_letter_is_structured_for_screen_readers() {
    let file = open(&render(samples::letter()).bytes);
    let tags = tags(&file);
    assert_eq!(count(&tags, "H2"), 4, "reasons, instruction, attachments, distribution: {tags:?}");
    assert_eq!(count(&tags, "TH"), 4, "{tags:?}");
    assert_eq!(count(&tags, "TR"), 4, "{tags:?}");
    assert_eq!(count(&tags, "L"), 4, "{tags:?}");
    assert!(count(&tags, "Strong") > 0 && count(&tags, "Em") > 0, "{tags:?}");
}

#[test]
fn labels_of_a_form_head_their_rows() {
    let file = open(&render(samples::submission()).bytes);
    let scopes: Vec<String> = structure(&file)
        .iter()
        .filter(|(tag, _)| tag == "TH")
        .map(|(_, dict)| format!("{:?}", dict.get(b"A").map(|attributes| follow(&file, attributes))))
        .collect();
    assert_eq!(scopes.iter().filter(|scope| scope.contains("Row")).count(), 4 + 6);
    assert_eq!(scopes.iter().filter(|scope| scope.contains("Column")).count(), 4);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (name, document) in samples::all() {
        let first = render(document.clone());
        assert!(first == render(document.clone()), "{name}");
        let fresh = Renderer::new(1).render_blocking(&document, DATE).unwrap();
        assert!(first == fresh, "{name}");
    }
    let mut other = samples::letter();
    other.draft = true;
    assert!(render(samples::letter()).bytes != render(other).bytes);
}

/// What a scanner reads from the first page, where the program `pdftoppm` (poppler) is there to draw it.
fn scanned(bytes: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("page.pdf"), folder.path().join("page"));
    std::fs::write(&file, bytes).unwrap();
    let drawn = std::process::Command::new("pdftoppm")
        .args(["-gray", "-r", "150", "-singlefile"])
        .arg(&file)
        .arg(&out)
        .status();
    if !drawn.is_ok_and(|status| status.success()) {
        return None;
    }
    // P5, width and height, 255, then a byte a dot.
    let grey = std::fs::read(out.with_extension("pgm")).unwrap();
    let head: Vec<&[u8]> = grey.splitn(4, |b| b.is_ascii_whitespace()).collect();
    let number = |at: usize| std::str::from_utf8(head[at]).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(1), number(2));
    let dots = &grey[grey.len() - width * height..];
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    Some(picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect())
}

#[test]
fn the_code_of_a_certificate_leads_to_its_address_and_is_described() {
    let certificate = samples::certificate();
    let address = certificate.address.clone();
    let rendered = render(certificate);
    assert_eq!(rendered.pages, 1);
    let file = open(&rendered.bytes);
    assert!(xmp(&file).contains("Zaświadczenie o\u{a0}ukończeniu kursu SZ/2026/000123"));
    let pictures: Vec<String> = structure(&file)
        .iter()
        .filter(|(tag, _)| tag == "Figure")
        .map(|(_, dict)| text(dict.get(b"Alt").unwrap()))
        .collect();
    assert_eq!(pictures, [format!("Kod QR z adresem do sprawdzenia zaświadczenia: {address}")]);
    assert_eq!(count(&tags(&file), "Link"), 1);
    let images = file
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image"));
    assert_eq!(images.count(), 0, "the code is drawn by lines, so that it prints sharp");
    if let Some(found) = scanned(&rendered.bytes) {
        assert_eq!(found, [address]);
    }
}

#[test]
fn english_documents_say_so() {
    let mut letter = samples::letter();
    letter.language = Language::En;
    let file = open(&render(letter).bytes);
    assert_eq!(text(file.catalog().unwrap().get(b"Lang").unwrap()), "en-GB");
}

#[test]
fn a_draft_is_marked_in_the_text_too() {
    let mut letter = samples::letter();
    let plain = tags(&open(&render(letter.clone()).bytes));
    letter.draft = true;
    let draft = tags(&open(&render(letter).bytes));
    assert_eq!(count(&draft, "P"), count(&plain, "P") + 1, "one notice more that is read aloud");
}

#[test]
fn the_title_names_kind_subject_and_reference() {
    let file = open(&render(samples::letter()).bytes);
    assert!(xmp(&file).contains("Decyzja w\u{a0}sprawie zezwolenia na usunięcie drzew OŚ.6131.42.2026"));
}

#[test]
fn a_long_letter_with_a_long_table_runs_over_pages() {
    let mut letter = samples::letter();
    let rows = (1..=90).map(|n| {
        let cells = [format!("{n}"), format!("działka nr {n}/2"), "Żaneta Łąk-Święcicka".into(), "wezwana".into()];
        cells.map(|cell| vec![Run::plain(cell)]).to_vec()
    });
    letter.body.push(Block::Table {
        caption: "Działki objęte postępowaniem".into(),
        headers: ["Lp.", "Działka", "Strona", "Uwagi"].map(String::from).to_vec(),
        rows: rows.collect(),
    });
    let rendered = render(letter);
    assert_eq!(rendered.pages, 4);
    let tags = tags(&open(&rendered.bytes));
    assert_eq!(count(&tags, "TR"), 4 + 91, "the repeated header is read once");
    assert_eq!(count(&tags, "Caption"), 1);
}

#[tokio::test]
async fn many_at_once_are_bounded_and_alike() {
    let renderer = Renderer::new(1);
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let renderer = renderer.clone();
            tokio::spawn(async move { renderer.render(Document::from(samples::receipt()), DATE).await })
        })
        .collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap().unwrap());
    }
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(results[0] == render(samples::receipt()));
}
