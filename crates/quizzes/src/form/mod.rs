//! A question as the fields of a form, and back: what an author writes.

pub(crate) mod lines;
mod read;
pub(crate) mod view;
mod write;

pub(crate) use read::question_of;
pub(crate) use write::fields_of;

/// The kinds in the order in which they are offered.
pub(crate) const KINDS: [&str; 9] =
    ["single", "multiple", "true_false", "short", "numeric", "matching", "ordering", "gaps", "essay"];

/// The most options of a form.
pub(crate) const MOST_OPTIONS: usize = 60;

/// What options are worth when their author says only which are right: right ones share the whole evenly, wrong ones take
/// away as much as makes choosing everything worth nothing.
#[expect(clippy::cast_precision_loss, reason = "a handful of options")]
pub(crate) fn shares(several: bool, right: usize, wrong: usize) -> (f64, f64) {
    if several { (1.0 / right.max(1) as f64, -1.0 / wrong.max(1) as f64) } else { (1.0, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use questions::{Limits, own};
    use web::Fields;

    fn again(question: &questions::Question) -> questions::Question {
        question_of(&fields_of(question)).expect("the form of a whole question reads")
    }

    #[test]
    fn every_question_of_the_catalogue_survives_its_form() {
        let mut kinds = std::collections::BTreeSet::new();
        for course in courses::catalog::courses() {
            for entry in own::import(course.questions.as_bytes(), &Limits::default()).expect("whole").entries {
                kinds.insert(entry.question.kind.name());
                assert_eq!(again(&entry.question), entry.question, "{}", entry.question.code);
            }
        }
        assert_eq!(kinds.len(), KINDS.len());
    }

    #[test]
    fn what_only_imports_make_survives_too() {
        let xml = r#"<quiz>
          <question type="multichoice"><name><text>a</text></name><questiontext format="markdown"><text>Ile?</text></questiontext>
            <single>false</single>
            <answer fraction="33.33333"><text>x</text><feedback><text>tak</text></feedback></answer>
            <answer fraction="66.66667"><text>y</text></answer><answer fraction="-50"><text>z</text></answer></question>
          <question type="numerical"><name><text>b</text></name><questiontext format="markdown"><text>Ile?</text></questiontext>
            <answer fraction="100"><text>12.5</text><tolerance>0.5</tolerance></answer>
            <answer fraction="50"><text>12</text><tolerance>1</tolerance><feedback><text>Prawie</text></feedback></answer>
            <answer fraction="0"><text>*</text><feedback><text>Nie | wcale</text></feedback></answer>
            <units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit><unit><multiplier>1000</multiplier><unit_name>m</unit_name></unit></units>
            <unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty></question>
          <question type="cloze"><name><text>c</text></name><questiontext format="markdown"><text>A {1:SHORTANSWER:=b~%50%c#prawie} i {2:MULTICHOICE:=d~e} i {1:NUMERICAL:=3:0.1}</text></questiontext></question>
        </quiz>"#;
        let import = questions::moodle::import(xml.as_bytes(), &Limits::default()).expect("whole");
        assert_eq!(import.entries.len(), 3, "{:?}", import.findings);
        for entry in import.entries {
            assert_eq!(again(&entry.question), entry.question);
        }
    }

    #[test]
    fn numbers_that_are_none_are_named() {
        let fields = |pairs: &[(&str, &str)]| Fields(pairs.iter().map(|(n, v)| ((*n).into(), (*v).into())).collect());
        let fault =
            question_of(&fields(&[("kind", "numeric"), ("text", "Ile?"), ("points", "dużo"), ("accepted", "pięć")]))
                .expect_err("refused");
        assert_eq!(fault.fields.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["points", "accepted"]);
        assert!(question_of(&fields(&[("kind", "other")])).is_err());
    }
}
