//! Texts meant to break a document, or that merely do.

use jiff::civil::{DateTime, date};
use pdf::{
    Block, CaseRecord, Certificate, Item, Language, Letter, LetterClerk, Office, PdfError, Receipt, Received,
    RecordEntry, Run, Signature, Submission, SubmissionField, SubmissionStep, markdown,
};
use proptest::prelude::*;

use crate::{DATE, render, try_render};

const TEXTS: [&str; 24] = [
    "",
    " ",
    "\n\n",
    "\0",
    "a\0b\u{1}\u{7f}\u{85}\u{9f}",
    "#eval(\"1\") #panic() #import \"x\"",
    "$x$ @ref <label> *b* _i_ `raw` = heading // comment /* */ \\ ~ -- ---",
    "\"}],\"x\":{\"",
    "Żaneta Łąk-Święcicka",
    "😀👨‍👩‍👧🇵🇱 emoji",
    "漢字かな한글",
    "مرحبا بالعالم שלום",
    "\u{202e}odwrócone\u{202c}\u{feff}\u{200d}\u{2066}",
    "Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}algo \u{301}",
    "\u{e000}\u{f8ff}\u{fdd0}\u{fffe}\u{ffff}\u{fffd}\u{10ffff}",
    "Привет Ελλάδα Việt Nam ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ",
    "ไทย हिन्दी ქართული Հայերեն",
    "ﬁﬂ ½ № § € ≤ → □ „”",
    "\u{300}",
    "\u{ad}\u{ad}",
    "{{case.reference}}",
    "C:\\temp\\x.pdf https://example.test/?a=b&c=d#e",
    "-",
    "\u{3000}\u{2003}\u{a0}\u{1680}",
];

/// A letter with one text in every field.
fn letter(s: &str) -> Letter {
    let lines = vec![s.to_owned(); 2];
    let runs = vec![Run::plain(s), Run::bold(s), Run { text: s.into(), bold: true, italic: true }];
    let blocks = vec![
        Block::heading(3, s),
        Block::Paragraph { runs: runs.clone() },
        Block::List {
            ordered: true,
            items: vec![Item { runs: runs.clone(), ordered: false, items: vec![Item::new(runs.clone())] }],
        },
        Block::Table {
            caption: s.into(),
            headers: vec![s.into(); 3],
            rows: vec![vec![runs.clone(); 2], vec![], vec![runs; 4]],
        },
        Block::PageBreak,
        Block::heading(1, s),
    ];
    Letter {
        language: Language::Pl,
        office: office(s),
        unit: s.into(),
        place: s.into(),
        date: DATE,
        reference: s.into(),
        your_reference: s.into(),
        addressee: lines.clone(),
        kind: s.into(),
        subject: s.into(),
        legal_basis: s.into(),
        body: blocks.clone(),
        reasons: blocks.get(..2).unwrap_or_default().to_vec(),
        appeal: blocks.get(..2).unwrap_or_default().to_vec(),
        signature: Some(Signature { name: s.into(), position: s.into(), signed: Some(moment()), system: s.into() }),
        attachments: lines.clone(),
        distribution: lines,
        clerk: Some(LetterClerk { name: s.into(), phone: s.into(), email: s.into() }),
        privacy: s.into(),
        draft: true,
    }
}

fn moment() -> DateTime {
    DATE.at(12, 0, 0, 0)
}

fn office(s: &str) -> Office {
    Office {
        name: s.into(),
        address: vec![s.into(); 2],
        phone: s.into(),
        email: s.into(),
        website: s.into(),
        e_delivery: s.into(),
    }
}

fn files(s: &str) -> Vec<Received> {
    vec![Received { name: s.into(), size: u64::MAX, sha256: s.into() }]
}

fn receipt(s: &str) -> Receipt {
    Receipt {
        language: Language::En,
        office: office(s),
        number: s.into(),
        received_at: moment(),
        sender: vec![s.into()],
        service: s.into(),
        items: files(s),
        note: s.into(),
    }
}

fn record(s: &str) -> CaseRecord {
    let entry = RecordEntry {
        ordinal: u64::MAX,
        at: moment(),
        person: s.into(),
        position: s.into(),
        action: s.into(),
        document: s.into(),
        hash: s.into(),
    };
    CaseRecord {
        language: Language::Pl,
        office: office(s),
        reference: s.into(),
        title: s.into(),
        entries: vec![entry; 2],
        head: s.into(),
        printed_at: moment(),
    }
}

fn submission(s: &str) -> Submission {
    let field = SubmissionField { label: s.into(), value: s.into() };
    Submission {
        language: Language::Pl,
        office: office(s),
        service: s.into(),
        number: s.into(),
        sent_at: None,
        sender: vec![s.into()],
        steps: vec![SubmissionStep { title: s.into(), fields: vec![field; 2] }, SubmissionStep::default()],
        attachments: files(s),
        declarations: vec![s.into()],
    }
}

fn certificate(s: &str) -> Certificate {
    Certificate {
        language: Language::En,
        office: office(s),
        monogram: s.into(),
        heading: s.into(),
        number: s.into(),
        opening: s.into(),
        person: s.into(),
        between: s.into(),
        course: s.into(),
        completed: DATE,
        issued: DATE,
        minutes: u32::MAX,
        expires: None,
        outcomes: vec![s.into(); 2],
        body: vec![Block::heading(4, s), Block::paragraph(s), Block::PageBreak],
        signer: s.into(),
        position: s.into(),
        code: s.into(),
        address: s.into(),
    }
}

#[test]
fn no_text_breaks_a_letter() {
    for text in TEXTS {
        render(letter(text));
    }
}

#[test]
fn no_text_breaks_the_other_documents() {
    for text in TEXTS {
        render(receipt(text));
        render(record(text));
        render(submission(text));
        render(certificate(text));
    }
}

#[test]
fn what_the_fonts_lack_is_reported() {
    let mut letter = Letter::new("Urząd", "Łódź", DATE);
    letter.body = markdown::blocks("Pan 山田 😀 i Pani Żaneta 山");
    assert_eq!(render(letter).replaced, ['山', '田', '😀']);
}

#[test]
fn markup_of_the_typesetter_is_only_text() {
    let plain = render(letter("#panic(1)"));
    assert!(plain.replaced.is_empty());
    assert!(plain.pages >= 2);
}

#[test]
fn very_long_words_and_texts_stay_on_the_page_and_break_pages() {
    let word = "x".repeat(1_200);
    render(letter(&word));
    render(record(&word));
    render(submission(&"Wj ".repeat(500)));
    render(receipt(&word));
    render(certificate(&word));
    render(certificate(&"a".repeat(10_000)));
}

#[test]
fn an_empty_letter_is_a_page() {
    assert_eq!(render(Letter::new("", "", DATE)).pages, 1);
}

#[test]
fn documents_come_back_from_json() {
    let others = [receipt("x").into(), record("x").into(), submission("x").into(), certificate("x").into()];
    for document in [pdf::Document::from(letter("x"))].into_iter().chain(others) {
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<pdf::Document>(&json).unwrap(), document);
    }
}

#[test]
fn dates_outside_the_usual_do_no_harm() {
    for date in [date(-9999, 1, 1), date(0, 2, 29), date(9999, 12, 31)] {
        let mut letter = Letter::new("Urząd", "Łódź", date);
        letter.signature = Some(Signature { signed: Some(date.at(23, 59, 59, 0)), ..Signature::default() });
        let renderer = pdf::Renderer::new(1);
        renderer.render_blocking(&letter.into(), date).unwrap();
    }
}

#[test]
fn too_much_is_refused() {
    let mut huge = Letter::new("Urząd", "Łódź", DATE);
    huge.body = vec![Block::paragraph("x".repeat(pdf::MAX_DATA))];
    assert!(matches!(try_render(huge), Err(PdfError::TooLarge)));
    let mut wide = Letter::new("Urząd", "Łódź", DATE);
    wide.body = vec![Block::Table { caption: String::new(), headers: vec!["x".into(); 200], rows: vec![] }];
    assert!(matches!(try_render(wide), Err(PdfError::TooLarge)));
    let mut widest = Letter::new("Urząd", "Łódź", DATE);
    let row = vec![vec![Run::plain("Konstantynopolitańczykowianeczka")]; pdf::MAX_COLUMNS];
    widest.body = vec![Block::Table { caption: String::new(), headers: vec![], rows: vec![row] }];
    render(widest);
}

/// Any text, with a preference for what is odd.
fn odd() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        "[\\x00-\\x7f]{0,60}",
        proptest::sample::select(TEXTS.to_vec()).prop_map(String::from),
        proptest::collection::vec(0x80_u32..0x3000, 0..40)
            .prop_map(|codes| codes.into_iter().filter_map(char::from_u32).collect()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_text_anywhere_gives_a_letter(text in odd()) {
        prop_assert!(try_render(letter(&text)).is_ok(), "{:?}", try_render(letter(&text)));
    }

    #[test]
    fn any_text_anywhere_gives_the_other_documents(text in odd()) {
        prop_assert!(try_render(receipt(&text)).is_ok(), "{:?}", try_render(receipt(&text)));
        prop_assert!(try_render(record(&text)).is_ok(), "{:?}", try_render(record(&text)));
        prop_assert!(try_render(submission(&text)).is_ok(), "{:?}", try_render(submission(&text)));
        prop_assert!(try_render(certificate(&text)).is_ok(), "{:?}", try_render(certificate(&text)));
    }

    #[test]
    fn any_markdown_gives_a_letter(text in "[-#*_|>`1. a\\n\\[\\]()<&~\\\\]{0,120}") {
        let mut letter = Letter::new("Urząd", "Łódź", DATE);
        letter.body = markdown::blocks(&text);
        let rendered = try_render(letter);
        prop_assert!(rendered.is_ok(), "{:?}", rendered);
    }
}
