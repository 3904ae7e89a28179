//! Files as other programs write them.

use questions::{
    Forgive, GapKind, Import, Kind, Limits, NumberAnswer, OrderScoring, Question, Tolerance, UnitRule, gift, moodle,
    own,
    text::{Files, html},
};

fn markdown(page: &str) -> String {
    html::to_markdown(page, &mut Files::default(), &mut html::Notes::default())
}

#[test]
fn html_becomes_the_markdown_a_person_would_write() {
    for (page, text) in [
        ("<p>Raz <b>dwa</b>, <i>trzy</i>.</p><p>Cztery<br>pięć</p>", "Raz **dwa**, *trzy*.\n\nCztery\\\npięć"),
        ("<ul><li>raz</li><li>dwa<ol><li>a</li><li>b</li></ol></li></ul>", "- raz\n- dwa\n  1. a\n  2. b"),
        ("H<sub>2</sub>O i m<sup>2</sup>, x<sup>n</sup>", "H₂O i m², xn"),
        ("<h3>Tytuł</h3>tekst", "### Tytuł\n\ntekst"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><b>x</b></td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1\\|2 | **x** |",
        ),
        ("<pre>a &lt; b\n  c</pre>", "```\na < b\n  c\n```"),
        ("<code>a*b</code>", "`a*b`"),
        ("<blockquote><p>cytat</p></blockquote>po", "> cytat\n\npo"),
        ("<a href='https://e.org/a b'>tu</a>", "[tu](https://e.org/a%20b)"),
        ("1 &lt; 2 &amp; *gwiazdka*", "1 \\< 2 & \\*gwiazdka\\*"),
        ("<p># nie tytuł</p><p>1. nie lista</p>", "\\# nie tytuł\n\n1\\. nie lista"),
        ("<span style='color:red'>czerwony</span>&nbsp;tekst", "czerwony\u{a0}tekst"),
    ] {
        assert_eq!(markdown(page), text, "{page}");
    }
}

fn xml(kind: &str, inner: &str) -> Import {
    let file = format!(
        "<quiz><question type=\"category\"><category><text>$course$/top/Prawo/KPA</text></category></question>\
         <question type=\"{kind}\"><name><text>Nazwa</text></name>{inner}</question></quiz>"
    );
    moodle::import(file.as_bytes(), &Limits::default()).unwrap()
}

fn only(import: Import) -> Question {
    assert_eq!(import.entries.len(), 1, "{:#?}", import.findings);
    import.entries.into_iter().next().unwrap().question
}

const TEXT: &str = "<questiontext format=\"html\"><text>Treść</text></questiontext>";

#[test]
fn moodle_kinds_are_read() {
    let numeric = only(xml(
        "numerical",
        &format!(
            "{TEXT}<answer fraction=\"100\"><text>3.5</text><tolerance>0.1</tolerance></answer>\
             <units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>\
             <unitgradingtype>1</unitgradingtype><unitpenalty>0.2</unitpenalty>\
             <tags><tag><text>liczby</text></tag></tags><hint><text>Pomyśl</text></hint><defaultgrade>2</defaultgrade>"
        ),
    ));
    assert_eq!((numeric.category.as_str(), numeric.points, numeric.hint.as_str()), ("Prawo/KPA", 2.0, "Pomyśl"));
    assert_eq!(numeric.tags, ["liczby"]);
    let Kind::Numeric { accepted, units, unit_rule } = numeric.kind else { panic!("numeric") };
    assert_eq!(accepted[0].answer, NumberAnswer::Near { value: 3.5, tolerance: Tolerance::Absolute(0.1) });
    assert_eq!((units[0].name.as_str(), unit_rule), ("km", UnitRule::Required(0.2)));

    let ordering = only(xml(
        "ordering",
        &format!(
            "{TEXT}<gradingtype>ABSOLUTE_POSITION</gradingtype><answer fraction=\"1\" format=\"html\"><text>a</text></answer>\
             <answer fraction=\"2\"><text>b</text></answer>"
        ),
    ));
    assert_eq!(
        ordering.kind,
        Kind::Ordering { items: vec!["a".into(), "b".into()], scoring: OrderScoring::AbsolutePosition }
    );

    let select = only(xml(
        "gapselect",
        "<questiontext format=\"html\"><text>&lt;p&gt;Wójt [[2]] decyzję [[3]].&lt;/p&gt;</text></questiontext>\
         <selectoption><text>bierze</text><group>1</group></selectoption>\
         <selectoption><text>wydaje</text><group>1</group></selectoption>\
         <selectoption><text>szybko</text><group>2</group></selectoption>\
         <selectoption><text>wolno</text><group>2</group></selectoption>",
    ));
    assert_eq!(select.text, "Wójt [[1]] decyzję [[2]].");
    let Kind::Gaps { gaps } = select.kind else { panic!("gaps") };
    let GapKind::Choice { answers } = &gaps[0].kind else { panic!("choice") };
    assert_eq!(
        answers.iter().map(|a| (a.text.as_str(), a.fraction)).collect::<Vec<_>>(),
        [("bierze", 0.0), ("wydaje", 1.0)]
    );
}

#[test]
fn gaps_of_moodle_are_read_with_weights_feedback_and_escapes() {
    let question = only(xml(
        "cloze",
        "<questiontext format=\"html\"><text>&lt;p&gt;Stolicą jest {2:SHORTANSWER_C:=Warszawa#Tak!~%50%Kraków#\
         Kiedyś \\} \\~}, a Wisła ma {:NUMERICAL:=1047:10} km. Zbiór {1, 2} i {x}.&lt;/p&gt;</text></questiontext>",
    ));
    assert_eq!(question.text, "Stolicą jest [[1]], a Wisła ma [[2]] km. Zbiór {1, 2} i {x}.");
    assert_eq!(question.points, 3.0);
    let Kind::Gaps { gaps } = question.kind else { panic!("gaps") };
    let GapKind::Text { accepted, forgive } = &gaps[0].kind else { panic!("text") };
    assert_eq!(*forgive, Forgive { case: false, ..Forgive::default() });
    assert_eq!((accepted[1].answer.as_str(), accepted[1].fraction), ("Kraków", 0.5));
    assert_eq!(accepted[1].feedback, "Kiedyś } \\~");
    let GapKind::Number { accepted } = &gaps[1].kind else { panic!("number") };
    assert_eq!(accepted[0].answer, NumberAnswer::Near { value: 1047.0, tolerance: Tolerance::Absolute(10.0) });
}

#[test]
fn pictures_come_out_with_their_text_alternative() {
    let import = xml(
        "shortanswer",
        "<questiontext format=\"html\"><text><![CDATA[<p><img src=\"@@PLUGINFILE@@/m%C3%B3j%20plan.png\" alt=\"Plan\"> Co?\
         <img src=\"https://evil.example/p.gif\" alt=\"śledzik\"></p>]]></text>\
         <file name=\"mój plan.png\" encoding=\"base64\">AQID\n BA==</file></questiontext>\
         <answer fraction=\"100\"><text>plan</text></answer>",
    );
    let entry = &import.entries[0];
    assert_eq!(entry.question.text, "![Plan](files/moj-plan.png) Co?śledzik");
    assert_eq!(entry.files[0].bytes, [1, 2, 3, 4]);
    assert_eq!((entry.files[0].name.as_str(), entry.files[0].alt.as_str()), ("moj-plan.png", "Plan"));
    assert_eq!(import.findings[0].key, "questions-import-picture");
}

fn gift_one(text: &str) -> Question {
    only(gift::import(text.as_bytes(), &Limits::default()).unwrap())
}

#[test]
fn gift_says_much_with_little() {
    let question = gift_one(
        "$CATEGORY: $course$/top/Terminy\n\n// [id:t-1] [tag:kpa] uwaga\n::Termin\\: 1::[html]Ile <b>dni</b>? {\n  ~%50%prawie#[markdown]*hm* \
         \\= nie\n  =trzydzieści\n  ~ \\{sto\\}\n####Art. 35.\n}",
    );
    assert_eq!((question.name.as_str(), question.code.as_str()), ("Termin: 1", "t-1"));
    assert_eq!((question.category.as_str(), question.tags.as_slice()), ("Terminy", ["kpa".to_owned()].as_slice()));
    assert_eq!((question.text.as_str(), question.explanation.as_str()), ("Ile **dni**?", "Art. 35."));
    let Kind::Single { answers, .. } = question.kind else { panic!("single") };
    let said: Vec<_> = answers.iter().map(|a| (a.text.as_str(), a.fraction, a.feedback.as_str())).collect();
    assert_eq!(said, [("prawie", 0.5, "*hm* = nie"), ("trzydzieści", 1.0, ""), ("{sto}", 0.0, "")]);

    let range = gift_one("Ile? {#2.241..2.243}");
    let Kind::Numeric { accepted, .. } = range.kind else { panic!("numeric") };
    let NumberAnswer::Near { value, tolerance: Tolerance::Absolute(far) } = accepted[0].answer else { panic!("near") };
    assert!((value - 2.242).abs() < 1e-9 && (far - 0.001).abs() < 1e-9);

    let missing = gift_one("Organ {=wydaje ~bierze} decyzję.");
    assert_eq!(missing.text, "Organ \\_\\_\\_\\_\\_ decyzję.");
}

#[test]
fn a_broken_gift_question_is_named_with_its_line() {
    let file = "Dobre?{T}\n\n::Złe::Bez końca {=a\n\nDrugie dobre?{F}\n\nsam opis";
    let import = gift::import(file.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(import.entries.len(), 2);
    let said: Vec<_> = import.findings.iter().map(|f| (f.key, f.line, f.question.as_str())).collect();
    assert_eq!(said, [("questions-gift-open", 3, "Złe"), ("questions-import-description", 7, "sam opis")]);
}

#[test]
fn our_own_file_says_what_is_wrong_where() {
    let file = "[[question]]\nid = \"a\"\nkind = \"single\"\ntext = \"?\"\nanswers = [{ text = \"x\" }, { text = \"y\" }]\n\n\
                [[question]]\nid = \"b\"\nkind = \"multiple\"\ntext = \"Które?\"\nanswers = [{ text = \"x\", correct = true }, \
                { text = \"y\", correct = true }, { text = \"z\" }]\n";
    let import = own::import(file.as_bytes(), &Limits::default()).unwrap();
    let Kind::Multiple { answers, .. } = &import.entries[0].question.kind else { panic!("multiple") };
    assert_eq!(answers.iter().map(|a| a.fraction).collect::<Vec<_>>(), [0.5, 0.5, -1.0]);
    let finding = &import.findings[0];
    assert_eq!((finding.key, finding.line, finding.question.as_str()), ("questions-toml-one-right", 1, "a"));
    let fault = own::import(b"[[question]]\nid = \"a\nkind = 3", &Limits::default()).unwrap_err();
    assert_eq!((fault.key, fault.line), ("questions-toml-broken", 2));
}
