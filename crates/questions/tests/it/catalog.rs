//! The questions of the courses that come with the product are read whole.

use std::{fs, path::Path};

use questions::{Limits, Response, Rules, State, grade, own};

#[test]
fn every_question_of_the_catalog_is_taken() {
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("../courses/catalog");
    let Ok(courses) = fs::read_dir(catalog) else { return };
    for course in courses {
        let path = course.unwrap().path().join("questions.toml");
        let Ok(bytes) = fs::read(&path) else { continue };
        let import = own::import(&bytes, &Limits::default()).unwrap();
        assert!(import.findings.is_empty(), "{}: {:#?}", path.display(), import.findings);
        assert!(import.entries.len() >= 20, "{}", path.display());
        for entry in &import.entries {
            let blank = grade(&entry.question, &Response::Blank, &Rules::default());
            assert_eq!(blank.state, State::Blank);
        }
    }
}
