use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{LessonText, content::lesson_of};

fn file(name: &str, kind: FileKind) -> FileRef {
    FileRef {
        id: CourseFileId(Uuid::from_u128(7)),
        name: name.into(),
        kind,
        alt: "opis".into(),
        captions: Vec::new(),
        transcript: String::new(),
        media_type: String::new(),
        size: 1,
    }
}

fn rules(body: &str) -> Vec<(Rule, Option<u32>)> {
    let files = [file("droga.svg", FileKind::Picture), file("film.mp4", FileKind::Video)];
    let lesson = lesson_of(LessonText { body: body.into(), ..LessonText::default() }, &files, "pl");
    let id = ItemId(Uuid::from_u128(1));
    let line = |f: &Finding| if let Place::Item(_, line) = f.place { line } else { None };
    check_lesson(id, "Lekcja", &lesson, &files, "pl").iter().map(|f| (f.rule, line(f))).collect()
}

#[test]
fn planted_faults_are_found_at_their_lines() {
    for (body, rule, line) in [
        ("", Rule::EmptyLesson, None),
        ("## A\n\n#### B\n\nTekst.", Rule::HeadingSkipped, Some(3)),
        ("## \n\nTekst.", Rule::HeadingEmpty, Some(1)),
        ("## A\n\nTekst.\n\n## A\n", Rule::HeadingTwice, Some(5)),
        ("Tekst.\n\n![](droga.svg)", Rule::NoAlt, Some(3)),
        ("![droga.svg](droga.svg)", Rule::PoorAlt, Some(1)),
        ("![Zdjęcie](droga.svg)", Rule::PoorAlt, Some(1)),
        ("![Droga pisma](nie-ma.svg)", Rule::FileMissing, Some(1)),
        ("![Rozmowa](film.mp4)", Rule::NoCaptions, Some(1)),
        ("![Rozmowa](film.mp4)", Rule::NoTranscript, Some(1)),
        ("Więcej [tutaj](https://gov.pl).", Rule::PoorLink, Some(1)),
        ("[https://gov.pl](https://gov.pl)", Rule::PoorLink, Some(1)),
        ("Zob. [ustawę](javascript:alert(1)).", Rule::BadLink, Some(1)),
        ("| A |  |\n|---|---|\n| 1 | 2 |", Rule::TableHeading, Some(1)),
        ("Niniejszy kurs jest krótki.", Rule::Jargon, Some(1)),
        ("UWAGA BARDZO WAŻNE rzeczy.", Rule::Capitals, Some(1)),
    ] {
        assert!(rules(body).contains(&(rule, line)), "{body:?}: {:?}", rules(body));
    }
    let long = format!("Krótko.\n\n{} koniec.", "słowo ".repeat(30));
    assert!(rules(&long).contains(&(Rule::LongSentence, Some(3))));
    assert!(rules(&"Krótkie zdanie o sprawie. ".repeat(90)).iter().any(|(r, _)| *r == Rule::NoHeadings));
}

#[test]
fn a_good_lesson_has_no_findings() {
    let body = "## Po co to\n\nTermin biegnie od dnia, w którym urząd dostał wniosek.\n\n### Kto liczy\n\n- system,\n- Ty.\n\n\
                ![Droga wniosku od okienka do decyzji](droga.svg)\n\nZobacz [tekst ustawy](https://isap.sejm.gov.pl).\n\n\
                | Sprawa | Termin |\n|---|---|\n| zwykła | miesiąc |\n";
    assert_eq!(rules(body), []);
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let text = "Zob. art. 35 § 3 k.p.a. i ust. 2. Termin mija 3 marca 2026 r. w południe. Czy na pewno? Tak!";
    assert_eq!(language::sentences(text).len(), 4, "{:?}", language::sentences(text));
    assert_eq!(language::sentences("Pismo z 12.01.2026. Koniec.").len(), 2);
}

#[test]
fn syllables_of_polish_are_counted_as_spoken() {
    for (word, n) in
        [("dom", 1), ("urząd", 2), ("wniosek", 2), ("administracja", 5), ("niebieski", 3), ("postępowanie", 5)]
    {
        assert_eq!(language::syllables(word), n, "{word}");
    }
}

#[test]
fn hard_text_has_a_higher_index() {
    let sentences = |text: &str| language::sentences(text);
    let easy = language::fog(&sentences("Złóż wniosek w urzędzie. Opłata wynosi 17 zł. Czekaj na list."), "pl");
    let hard = language::fog(
        &sentences(
            "Postępowanie administracyjne wszczynane jest na podstawie zindywidualizowanego żądania uprawnionego podmiotu zainteresowanego rozstrzygnięciem.",
        ),
        "pl",
    );
    assert!(easy < 8.0 && hard > 20.0, "{easy} {hard}");
}

#[test]
fn faint_text_of_a_drawing_is_found() {
    let svg = |fill: &str| {
        format!(
            "<svg viewBox=\"0 0 100 100\"><rect width=\"100\" height=\"100\" fill=\"#fff\"/><g fill=\"{fill}\"><text x=\"5\" y=\"20\" font-size=\"16\">Termin</text></g></svg>"
        )
    };
    assert!(contrast::look(&svg("#000")).is_empty());
    let faint = contrast::look(&svg("#bbb"));
    assert_eq!(faint.len(), 1);
    assert!(faint[0].text == "Termin" && faint[0].ratio < 2.0);
    let dark = "<svg><rect x='0' y='0' width='50' height='50' fill='#003366'/><text x='5' y='20' fill='white'>A</text>\
                <text x='5' y='30' style='fill: #224488'>B</text></svg>";
    assert_eq!(contrast::look(dark).iter().map(|f| f.text.as_str()).collect::<Vec<_>>(), ["B"]);
    assert!((contrast::contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.01);
}

#[test]
fn the_catalogue_is_accessible() {
    for course in crate::catalog::courses() {
        for (name, bytes) in &course.pictures {
            let svg = std::str::from_utf8(bytes).expect("text");
            assert_eq!(contrast::look(svg), [], "{}/{name}", course.slug);
        }
        let files: Vec<FileRef> = course.pictures.iter().map(|(name, _)| file(name, FileKind::Picture)).collect();
        for lesson in &course.lessons {
            let text = LessonText { body: lesson.body.clone(), ..LessonText::default() };
            let ready = lesson_of(text, &files, "pl");
            let found = check_lesson(ItemId(Uuid::from_u128(1)), &lesson.title, &ready, &files, "pl");
            let must: Vec<_> = found.iter().filter(|f| f.rule.severity() == Severity::Must).collect();
            assert!(must.is_empty(), "{}/{}: {must:?}", course.slug, lesson.slug);
        }
    }
}

proptest! {
    #[test]
    fn no_text_and_no_drawing_make_it_panic(text in "[\\PC\\n]{0,300}", svg in "(<(rect|text|g|circle|polygon|path)( (x|y|width|fill|points|style|font-size)=\"[ -~]{0,9}\"){0,3}/?>|[\\PC]{0,9}|<!--|-->|</g>){0,12}") {
        let _ = rules(&text);
        let _ = contrast::look(&svg);
    }
}
