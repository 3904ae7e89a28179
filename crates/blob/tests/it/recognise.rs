//! What a file is, whatever its name says.

use std::io::{Cursor, Write as _};

use blob::{Sniffed, check_for_citizens, sniff, sniff_ends};
use kernel::FaultKind;

/// A ZIP container without compression, made by hand: local headers, contents, central directory.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut directory = Vec::new();
    for (name, content) in entries {
        let at = out.position() as u32;
        let sizes = [(content.len() as u32).to_le_bytes(), (content.len() as u32).to_le_bytes()].concat();
        let tail = [(name.len() as u16).to_le_bytes(), 0u16.to_le_bytes()].concat();
        let fixed = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &[0; 4], &sizes, &tail].concat();
        out.write_all(b"PK\x03\x04").unwrap();
        out.write_all(&fixed).unwrap();
        out.write_all(name.as_bytes()).unwrap();
        out.write_all(content).unwrap();
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&fixed);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    out.write_all(&directory).unwrap();
    out.write_all(b"PK\x05\x06").unwrap();
    out.write_all(&[0; 18]).unwrap();
    out.into_inner()
}

fn kind(content: &[u8], name: &str) -> &'static str {
    sniff(content, name).media_type
}

#[test]
fn plain_formats() {
    let heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic";
    let cms = [&[0x30, 0x80][..], &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02], &[0xa0, 0x80]]
        .concat();
    for (content, name, expected) in [
        (&b"%PDF-1.7\n"[..], "a.pdf", "application/pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.JPG", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "image/png"),
        (heic, "IMG_1.HEIC", "image/heif"),
        (b"II*\0\x08\0\0\0", "skan.tif", "image/tiff"),
        (b"{\\rtf1\\ansi", "a.rtf", "application/rtf"),
        (b"AC1032\0\0", "plan.dwg", "image/vnd.dwg"),
        (b"  0\r\nSECTION\r\n  2\r\nHEADER", "plan.dxf", "image/vnd.dxf"),
        (&cms, "pismo.p7s", "application/pkcs7-signature"),
        ("Zażółć gęślą jaźń\n".as_bytes(), "a.txt", "text/plain"),
        (b"Za\xbf\xf3\xb3\xe6", "dawny.txt", "text/plain"),
        (b"\xff\xfea\0b\0", "szeroki.txt", "text/plain"),
        (b"a;b\n1;2\n", "a.csv", "text/csv"),
        (b"Received: from x\r\nFrom: a@b.pl\r\n\r\nhej", "list.eml", "message/rfc822"),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<wniosek/>", "a.xml", "application/xml"),
        (b"<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">", "a.xades", "application/xml"),
    ] {
        let sniffed = sniff(content, name);
        assert_eq!((sniffed.media_type, sniffed.matches_claim), (expected, true), "{name}");
        check_for_citizens(&sniffed, name).unwrap();
    }
}

#[test]
fn containers_are_told_apart_by_what_is_inside() {
    let types = ("[Content_Types].xml", &b"<Types/>"[..]);
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    for (entries, name, expected) in [
        (vec![types, ("_rels/.rels", b""), ("word/document.xml", b"<w/>")], "a.docx", word),
        (
            vec![types, ("xl/workbook.xml", b"")],
            "a.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"")],
            "a.odt",
            "application/vnd.oasis.opendocument.text",
        ),
        (
            vec![("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")],
            "a.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
        (vec![("mimetype", b"application/vnd.etsi.asic-e+zip")], "a.asice", "application/vnd.etsi.asic-e+zip"),
        (vec![("a.pdf", b""), ("META-INF/signatures0.xml", b"")], "a.asice", "application/vnd.etsi.asic-e+zip"),
        (vec![("a.txt", b"x")], "a.zip", "application/zip"),
    ] {
        let sniffed = sniff(&zip(&entries), name);
        assert_eq!((sniffed.media_type, sniffed.matches_claim), (expected, true), "{name}");
        check_for_citizens(&sniffed, name).unwrap();
    }
}

#[test]
fn the_directory_at_the_end_tells_what_the_beginning_hides() {
    let padding = vec![b'x'; 200_000];
    let file = zip(&[("docProps/thumbnail.jpeg", &padding), ("[Content_Types].xml", b""), ("word/document.xml", b"")]);
    let (head, tail) = (&file[..65536], &file[file.len() - 65536..]);
    assert!(sniff_ends(head, tail, "a.docx").matches_claim);
    let file = zip(&[("[Content_Types].xml", &padding), ("word/document.xml", b""), ("word/vbaProject.bin", b"")]);
    let (head, tail) = (&file[..65536], &file[file.len() - 65536..]);
    let sniffed = sniff_ends(head, tail, "a.docx");
    assert_eq!(check_for_citizens(&sniffed, "a.docx").unwrap_err().key, blob::msg::FAULT_FILE_KIND);
}

#[test]
fn what_would_run_is_recognised_under_any_name() {
    for (content, name) in [
        (&b"<!DOCTYPE html><p>"[..], "a.txt"),
        (b"<!-- x -->\n<script>alert(1)</script>", "a.txt"),
        (b"hello <script src=x></script>", "a.txt"),
        (b"a;b;<iframe src=x>", "note.md"),
        (b"<?xml version='1.0'?><!-- --><svg xmlns='http://www.w3.org/2000/svg'/>", "a.xml"),
        (b"<?xml version='1.0'?><x:svg xmlns:x='http://www.w3.org/2000/svg'/>", "a.xml"),
        (b"<?xml version='1.0'?><a xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></a>", "a.xml"),
        (b"<!-- never closed", "a.xml"),
        (b"MZ\x90\0\x03", "a.pdf"),
        (b"\x7fELF\x02\x01\x01", "a.pdf"),
        (b"#!/bin/sh\n", "a.txt"),
        (b"GIF89a", "a.gif"),
        (b"\0\0\0", "a.txt"),
    ] {
        let fault = check_for_citizens(&sniff(content, name), name).unwrap_err();
        assert_eq!((fault.kind, fault.key), (FaultKind::Invalid, blob::msg::FAULT_FILE_KIND), "{name} {content:?}");
    }
}

#[test]
fn content_that_is_allowed_but_not_what_its_name_says_is_named_in_the_fault() {
    for (name, found) in [("umowa.docx", "pdf"), ("faktura.exe", "pdf"), ("x.unheard-of", "pdf")] {
        let sniffed = sniff(b"%PDF-1.4", name);
        assert_eq!(sniffed, Sniffed { media_type: "application/pdf", matches_claim: false, empty: false });
        let fault = check_for_citizens(&sniffed, name).unwrap_err();
        assert_eq!(fault.key, blob::msg::FAULT_FILE_MISMATCH);
        assert_eq!(fault.args, [("name", name.into()), ("found", found.into())]);
    }
    assert!(sniff(b"%PDF-1.4", "bez-koncowki").matches_claim);
}

#[test]
fn damaged_containers_are_only_containers() {
    let whole = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"x")]);
    for cut in 4..whole.len() {
        // Whatever is cut off, an answer comes.
        kind(&whole[..cut], "a.odt");
    }
    assert_eq!(kind(b"PK\x03\x04\xff\xff\xff\xff", "a.docx"), "application/zip");
}

#[test]
fn both_languages_explain_a_refusal() {
    i18n::init(&[blob::msg::SOURCE]);
    let fault = check_for_citizens(&sniff(b"%PDF-1.4", "umowa.docx"), "umowa.docx").unwrap_err();
    let pl = i18n::T(kernel::Lang::Pl).fault(&fault);
    assert!(pl.contains("umowa.docx") && pl.contains("pdf"), "{pl}");
    let en = i18n::T(kernel::Lang::En).fault(&fault);
    assert!(en.contains("umowa.docx") && en.contains("pdf"), "{en}");
    let empty = check_for_citizens(&sniff(b"", "mapa.pdf"), "mapa.pdf").unwrap_err();
    assert_eq!(
        i18n::T(kernel::Lang::Pl).fault(&empty).replace(['\u{2068}', '\u{2069}'], ""),
        "Plik mapa.pdf jest pusty. Wybierz inny plik."
    );
}
