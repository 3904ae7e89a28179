//! What is written and read back is the same, or the writer said what it would lose.

use proptest::{collection::vec, prelude::*};
use questions::{Entry, Export, Finding, Import, Limits, Question, Severity, aiken, gift, moodle};

use crate::generate::question;

type Read = fn(&[u8], &Limits) -> Result<Import, Finding>;
type Write = fn(&[Entry]) -> Export;

fn holds(questions: Vec<Question>, write: Write, read: Read) -> Result<usize, TestCaseError> {
    let entries: Vec<Entry> = questions.into_iter().map(Entry::from).collect();
    let mut same = 0;
    for entry in &entries {
        let export = write(std::slice::from_ref(entry));
        let import = read(export.text.as_bytes(), &Limits::default())
            .map_err(|f| TestCaseError::fail(format!("{f:?}\n{}", export.text)))?;
        let refused = export.findings.iter().any(|f| f.severity == Severity::Refused);
        let lost = !export.findings.is_empty();
        let back = import.entries.first();
        prop_assert_eq!(import.entries.len(), usize::from(!refused), "{:?}\n{}", import.findings, export.text);
        if let Some(back) = back.filter(|_| !lost) {
            same += 1;
            prop_assert_eq!(&entry.question, &back.question, "\n{}", export.text);
        }
    }
    // All together give as many, in their order and categories.
    let export = write(&entries);
    let refused = export.findings.iter().filter(|f| f.severity == Severity::Refused).map(|f| &f.question);
    let refused: std::collections::BTreeSet<_> = refused.collect();
    let import = read(export.text.as_bytes(), &Limits::default()).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
    let expected = entries.iter().filter(|e| !refused.contains(&e.question.name)).count();
    prop_assert!(import.entries.len() >= expected);
    Ok(same)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(300), ..ProptestConfig::default() })]

    #[test]
    fn moodle_xml(questions in vec(question(), 1..4)) {
        holds(questions, moodle::export, moodle::import)?;
    }

    #[test]
    fn gift_text(questions in vec(question(), 1..4)) {
        holds(questions, gift::export, gift::import)?;
    }

    #[test]
    fn aiken_text(questions in vec(question(), 1..4)) {
        holds(questions, aiken::export, aiken::import)?;
    }

    #[test]
    fn json(question in question()) {
        let text = serde_json::to_string(&question).unwrap();
        prop_assert_eq!(serde_json::from_str::<Question>(&text).unwrap(), question);
    }
}

#[test]
fn files_travel_with_their_question() {
    let mut question = questions::sample();
    question.text = "Co to jest?\n\n![Wykres](files/wykres.png)".into();
    let file = questions::Attachment { name: "wykres.png".into(), alt: "Wykres".into(), bytes: vec![1, 2, 3, 255] };
    let entry = Entry { question, files: vec![file] };
    let export = moodle::export(std::slice::from_ref(&entry));
    assert!(export.findings.is_empty());
    assert!(export.text.contains("@@PLUGINFILE@@/wykres.png"));
    let import = moodle::import(export.text.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(import.entries, [entry]);
}

#[test]
fn a_format_says_what_it_cannot_hold() {
    let keys = |export: &Export| export.findings.iter().map(|f| f.key).collect::<Vec<_>>();
    let entry = Entry::from(questions::sample());
    assert!(moodle::export(std::slice::from_ref(&entry)).findings.is_empty());
    assert!(gift::export(std::slice::from_ref(&entry)).findings.is_empty());
    let aiken = aiken::export(std::slice::from_ref(&entry));
    assert_eq!(keys(&aiken), ["questions-export-formatting", "questions-export-feedback", "questions-export-category"]);
    assert_eq!(
        aiken.text,
        "Do organu wpływa podanie, w którym jest on niewłaściwy. Co robi?\nA) Zwrócić je wnoszącemu.\nB) Przekazać je \
         organowi właściwemu i zawiadomić wnoszącego.\nC) Wydać decyzję o odmowie.\nANSWER: B\n\n"
    );
}
