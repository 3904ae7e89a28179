//! Files that are broken, huge or meant to do harm.

use proptest::{collection::vec, prelude::*};
use questions::{
    Finding, Limits, aiken, check, gift, moodle, own,
    text::{Files, html, markdown},
};

fn refusal(file: &str) -> Finding {
    moodle::import(file.as_bytes(), &Limits::default()).unwrap_err()
}

const ONE: &str = "<quiz><question type=\"shortanswer\"><name><text>Stolica</text></name>\n<questiontext format=\"html\">\
<text>Stolica?</text></questiontext>\n<answer fraction=\"100\"><text>Warszawa</text></answer></question>\n</quiz>";

#[test]
fn a_file_cut_anywhere_is_refused_whole_with_the_line() {
    assert_eq!(moodle::import(ONE.as_bytes(), &Limits::default()).unwrap().entries.len(), 1);
    for end in 1..ONE.len() - 1 {
        let fault = refusal(&ONE[..end]);
        assert!(fault.line >= 1 && fault.line <= 4, "{end}: {fault:?}");
    }
    let fault = refusal(&ONE[..ONE.find("Warszawa").unwrap()]);
    assert_eq!((fault.key, fault.line, fault.question.as_str()), ("questions-file-truncated", 3, "Stolica"));
}

#[test]
fn document_types_and_entities_are_refused() {
    let bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<quiz>&b;</quiz>";
    assert_eq!((refusal(bomb).key, refusal(bomb).line), ("questions-xml-doctype", 2));
    let file = "<!DOCTYPE q [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>";
    assert_eq!(refusal(file).key, "questions-xml-doctype");
    let entity = ONE.replace("Stolica?", "\n&nbsp;");
    assert_eq!((refusal(&entity).key, refusal(&entity).line), ("questions-xml-entity", 3));
}

#[test]
fn depth_size_and_number_are_limited() {
    let deep = format!("<quiz>{}", "<a>".repeat(100_000));
    assert_eq!(refusal(&deep).key, "questions-xml-too-deep");
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert_eq!(moodle::import(ONE.as_bytes(), &limits).unwrap_err().key, "questions-file-too-large");
    let limits = Limits { questions: 1, ..Limits::default() };
    let two = ONE.replace("<quiz>", "<quiz><question type=\"description\"/>");
    assert_eq!(moodle::import(two.as_bytes(), &limits).unwrap_err().key, "questions-file-too-many");
    let limits = Limits { elements: 3, ..Limits::default() };
    assert_eq!(moodle::import(ONE.as_bytes(), &limits).unwrap_err().key, "questions-xml-too-deep");
    let wide = format!("<quiz><question {}/></quiz>", (0..50_000).map(|i| format!("a{i}='' ")).collect::<String>());
    assert_eq!(refusal(&wide).key, "questions-xml-broken");
    assert_eq!(refusal("<html><body>Zaloguj</body></html>").key, "questions-xml-not-quiz");
    assert_eq!(refusal("").key, "questions-xml-not-quiz");
}

#[test]
fn scripts_do_not_come_through_and_are_reported() {
    let evil = "<p onclick=\"steal()\">Stolica <script>alert(1)</script><a href=\"javascript:alert(1)\">tu</a>\
                <iframe src=\"https://evil.example\">x</iframe><img src=\"x\" onerror=\"alert(1)\" alt=\"mapa\">\
                <svg><script>alert(2)</script></svg>?</p>";
    let file = ONE.replace("<text>Stolica?</text>", &format!("<text><![CDATA[{evil}]]></text>"));
    let import = moodle::import(file.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(import.entries[0].question.text, "Stolica tumapa?");
    let removed: Vec<&str> =
        import.findings.iter().filter(|f| f.key == "questions-import-removed").map(|f| f.args[0].1.as_str()).collect();
    assert_eq!(removed, ["iframe", "javascript:", "onclick", "onerror", "script", "svg"]);
}

#[test]
fn one_bad_question_does_not_take_the_others_along() {
    let bad = "<question type=\"calculated\"><name><text>Pole koła</text></name><questiontext><text>?</text></questiontext>\
               </question>";
    let file = ONE.replace("</quiz>", &format!("{bad}</quiz>"));
    let import = moodle::import(file.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(import.entries.len(), 1);
    let finding = &import.findings[0];
    assert_eq!((finding.key, finding.line, finding.question.as_str()), ("questions-import-kind", 4, "Pole koła"));
    assert_eq!(finding.args, [("kind", "calculated".to_owned())]);
}

#[test]
fn html_outside_cdata_is_refused_rather_than_lost() {
    let file = ONE.replace("<text>Stolica?</text>", "\n<text>Stolica <b>Polski</b>?</text>");
    let import = moodle::import(file.as_bytes(), &Limits::default()).unwrap();
    assert!(import.entries.is_empty());
    let finding = &import.findings[0];
    assert_eq!((finding.key, finding.line, finding.question.as_str()), ("questions-xml-unescaped", 3, "Stolica"));
}

#[test]
fn polish_files_in_old_encodings_are_read() {
    // „Gęś żółta” in Windows-1250, without a word about it.
    let aiken_1250 = b"G\xea\x9c \xbf\xf3\xb3ta?\r\nA) tak\r\nB) nie\r\nANSWER: A\r\n";
    let import = aiken::import(aiken_1250, &Limits::default()).unwrap();
    assert_eq!(import.entries[0].question.text, "Gęś żółta?");
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("::Ł::Ile?{#5}".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(gift::import(&wide, &Limits::default()).unwrap().entries[0].question.name, "Ł");
}

/// Pieces of which fuzzers and enemies make files.
fn soup(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(prop_oneof![9 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => "\\PC{0,4}"], 0..60)
        .prop_map(|v| v.concat())
}

const HTML: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol start=7>",
    "</ol>",
    "<blockquote>",
    "</blockquote>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<br>",
    "<hr>",
    "<a href=\"https://e.org/a(b)\">",
    "<a href=javascript:x>",
    "</a>",
    "<img src='data:image/png;base64,AAAA' alt='*x'>",
    "<script>",
    "</script>",
    "<sup>",
    "2",
    "</sup>",
    "<h2>",
    "</h2>",
    "*",
    "_",
    "`",
    "# ",
    "- ",
    "1. ",
    "> ",
    "&lt;b&gt;",
    "&lt;script&gt;",
    "[x](javascript:y)",
    "&amp;lt;",
    "\n",
    " ",
    "a",
    "żó",
    "![",
    "](",
    "|",
    "\\",
    "<!--",
    "-->",
    "<![CDATA[",
];

const GIFT: &[&str] = &[
    "::",
    "a",
    "{",
    "}",
    "=",
    "~",
    "%50%",
    "#",
    "####",
    "->",
    "\\",
    "\n",
    "\n\n",
    "//",
    "[html]",
    "<b>",
    "T",
    "..",
    ":",
    "3",
    "$CATEGORY: ",
    "[id:",
    "]",
    " ",
    "ż",
];

const CLOZE: &[&str] = &[
    "{1:",
    "{",
    "SHORTANSWER",
    "NUMERICAL",
    "MC",
    ":",
    "=",
    "~",
    "%50%",
    "%",
    "#",
    "}",
    "\\",
    "5",
    "*",
    "a",
    "&amp;",
    "<br>",
    "&",
    " ",
    "[[1]]",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(400), ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        let limits = Limits::default();
        let _ = (moodle::import(&bytes, &limits), gift::import(&bytes, &limits), aiken::import(&bytes, &limits));
        let _ = own::import(&bytes, &limits);
    }

    #[test]
    fn html_leaves_only_markdown(page in soup(HTML)) {
        let text = html::to_markdown(&page, &mut Files::default(), &mut html::Notes::default());
        prop_assert!(markdown::is_clean(&text), "{text}");
    }

    #[test]
    fn a_damaged_moodle_file_is_read_or_refused(at in 0usize..ONE.len(), cut in 0usize..20, with in soup(HTML)) {
        let mut file = ONE.as_bytes().to_vec();
        let end = (at + cut).min(file.len());
        file.splice(at..end, with.into_bytes());
        if let Ok(import) = moodle::import(&file, &Limits::default()) {
            for entry in import.entries {
                let bad = check(&entry.question).into_iter().any(|f| f.severity == questions::Severity::Refused);
                prop_assert!(!bad);
            }
        }
    }

    #[test]
    fn gift_is_taken_whole_or_refused(file in soup(GIFT)) {
        let import = gift::import(file.as_bytes(), &Limits::default()).unwrap();
        for entry in import.entries {
            prop_assert!(check(&entry.question).iter().all(|f| f.severity != questions::Severity::Refused));
        }
    }

    #[test]
    fn gap_texts_are_taken_whole_or_refused(text in soup(CLOZE)) {
        let text = text.replace("]]>", "]] >");
        let file = format!(
            "<quiz><question type=\"cloze\"><name><text>x</text></name><questiontext format=\"html\"><text><![CDATA[a {text}]]>\
             </text></questiontext></question></quiz>"
        );
        let import = moodle::import(file.as_bytes(), &Limits::default()).unwrap();
        prop_assert!(!import.entries.is_empty() || !import.findings.is_empty());
    }

    #[test]
    fn aiken_never_fails(file in soup(&["A) a\n", "B. b\n", "ANSWER: ", "B", "\n", "x\n", "ANSWER:A,B\n"])) {
        let _ = aiken::import(file.as_bytes(), &Limits::default());
    }
}
