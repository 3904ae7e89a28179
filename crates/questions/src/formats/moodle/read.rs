//! From elements to questions.

use super::{
    answers, cloze,
    tree::{self, Element},
};
use crate::{
    finding::Finding,
    formats::{Format, Import, Limits, Reading, bare, base64_bytes, category_path, decoded, one_line},
    model::{Kind, OrderScoring, Question},
    msg, text,
};

pub(super) fn import(bytes: &[u8], limits: &Limits) -> Result<Import, Finding> {
    let text = decoded(bytes, limits)?;
    let mut import = Import::default();
    let mut category = String::new();
    let mut count = 0;
    tree::read(&text, limits, |element| {
        if element.name != "question" {
            import.findings.push(
                Finding::changed(msg::QUESTIONS_XML_UNKNOWN_ELEMENT).with("what", &element.name).at(element.line, ""),
            );
            return Ok(());
        }
        count += 1;
        if count > limits.questions {
            return Err(Finding::refused(msg::QUESTIONS_FILE_TOO_MANY)
                .with("limit", limits.questions)
                .at(element.line, ""));
        }
        if element.attribute("type") == Some("category") {
            category = category_path(element.value("category"));
        } else {
            take(&element, &category, &mut import);
        }
        Ok(())
    })?;
    Ok(import)
}

/// A text element as Markdown, with its files.
pub(super) fn markdown(parent: &Element, name: &str, reading: &mut Reading) -> String {
    parent.child(name).map(|e| own_markdown(e, reading)).unwrap_or_default()
}

/// The same for the element itself.
pub(super) fn own_markdown(element: &Element, reading: &mut Reading) -> String {
    let (text, format) = source(element, reading);
    reading.markdown(&text, format)
}

/// The raw text of an element and its format; its files are taken.
pub(super) fn source(element: &Element, reading: &mut Reading) -> (String, Format) {
    reading.files.begin();
    for file in element.all("file") {
        let name = file.attribute("name").unwrap_or_default();
        let usable = file.attribute("encoding") == Some("base64") && !name.is_empty() && !reading.files.is_full();
        match base64_bytes(&file.text).filter(|_| usable) {
            Some(bytes) => {
                reading.files.add(name, bytes);
            }
            None => {
                reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_FILE).with("what", crate::check::short(name)))
            }
        }
    }
    let named = element.attribute("format").unwrap_or("html");
    let format = Format::named(named).unwrap_or(Format::Html);
    (element.inner().to_owned(), format)
}

fn take(element: &Element, category: &str, import: &mut Import) {
    let mut reading = Reading::new();
    let kind_name = element.attribute("type").unwrap_or_default();
    let name = name(element, &mut reading);
    let refuse = |import: &mut Import, finding: Finding| {
        let name = if name.is_empty() { crate::check::short(element.value("questiontext")) } else { name.clone() };
        let line = if finding.line > 0 { finding.line } else { element.line };
        import.findings.push(finding.at(line, &name));
    };
    if let Some(text) = element.unescaped() {
        let finding = Finding::refused(msg::QUESTIONS_XML_UNESCAPED).at(text.line, "");
        return refuse(import, finding);
    }
    let built = kind(kind_name, element, &mut reading);
    let (text, kind) = match built {
        Ok(built) => built,
        Err(finding) => return refuse(import, finding),
    };
    let points = match element.child("defaultgrade") {
        Some(grade) => match grade.inner().replace(',', ".").parse::<f64>() {
            Ok(points) if points > 0.0 => points,
            Ok(0.0) => {
                reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_NO_POINTS));
                1.0
            }
            _ => {
                let found = crate::check::short(grade.inner());
                return refuse(import, Finding::refused(msg::QUESTIONS_IMPORT_NUMBER).with("what", found));
            }
        },
        None => 1.0,
    };
    let mut question = Question { category: category.to_owned(), points, ..bare(name.clone(), text, kind) };
    if let Kind::Gaps { gaps } = &question.kind
        && !gaps.is_empty()
    {
        question.points = gaps.iter().map(|g| f64::from(g.weight)).sum();
    }
    question.code = one_line(&text::clean(element.value("idnumber")));
    question.explanation = markdown(element, "generalfeedback", &mut reading);
    question.feedback.correct = markdown(element, "correctfeedback", &mut reading);
    question.feedback.partial = markdown(element, "partiallycorrectfeedback", &mut reading);
    question.feedback.incorrect = markdown(element, "incorrectfeedback", &mut reading);
    let hints: Vec<String> = element.all("hint").map(|h| own_markdown(h, &mut reading)).collect();
    let hints: Vec<String> = hints.into_iter().filter(|h| !h.is_empty()).collect();
    if hints.len() > 1 {
        reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_HINTS).with("count", hints.len()));
    }
    question.hint = hints.join("\n\n");
    if let Some(tags) = element.child("tags") {
        question.tags = tags.all("tag").map(|t| one_line(&text::clean(t.inner()))).filter(|t| !t.is_empty()).collect();
    }
    old_picture(element, &mut question, &mut reading);
    reading.finish(question, element.line, import);
}

fn name(element: &Element, reading: &mut Reading) -> String {
    let name = element.value("name");
    let looks_like_html = name.contains("</") || name.contains("/>");
    let mut name = reading.plain(name, if looks_like_html { Format::Html } else { Format::Plain });
    if name.len() > 255 {
        name = name.chars().take(200).collect();
    }
    name
}

/// The picture of a question as Moodle 1.9 wrote it.
fn old_picture(element: &Element, question: &mut Question, reading: &mut Reading) {
    let (name, content) = (element.value("image"), element.value("image_base64"));
    if name.is_empty() {
        return;
    }
    match base64_bytes(content).filter(|bytes| !bytes.is_empty()) {
        Some(bytes) => {
            reading.files.begin();
            let name = reading.files.add(name, bytes);
            question.text.push_str(&format!("\n\n![](files/{name})"));
        }
        None => reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_FILE).with("what", crate::check::short(name))),
    }
}

type Built = Result<(String, Kind), Finding>;

fn kind(kind_name: &str, element: &Element, reading: &mut Reading) -> Built {
    let Some(text) = element.child("questiontext") else {
        return Err(Finding::refused(msg::QUESTIONS_CHECK_TEXT_EMPTY));
    };
    if matches!(kind_name, "cloze" | "multianswer") {
        return cloze::question(text, reading);
    }
    if matches!(kind_name, "gapselect" | "ddwtos") {
        return answers::selected_gaps(kind_name, element, text, reading);
    }
    let kind = match kind_name {
        "multichoice" | "multichoiceset" => answers::choices(element, kind_name == "multichoiceset", reading)?,
        "truefalse" => answers::true_false(element, reading)?,
        "shortanswer" => answers::short(element, reading)?,
        "numerical" => answers::numeric(element, reading)?,
        "matching" | "match" => answers::matching(element, reading),
        "ordering" => ordering(element, reading),
        "essay" => essay(element, reading),
        "description" => return Err(Finding::refused(msg::QUESTIONS_IMPORT_DESCRIPTION)),
        other => {
            return Err(Finding::refused(msg::QUESTIONS_IMPORT_KIND).with("kind", crate::check::short(other)));
        }
    };
    Ok((own_markdown(text, reading), kind))
}

fn ordering(element: &Element, reading: &mut Reading) -> Kind {
    let items = element.all("answer").map(|a| own_markdown(a, reading)).collect();
    let grading = element.value("gradingtype");
    let scoring = match grading {
        "ABSOLUTE_POSITION" | "0" => OrderScoring::AbsolutePosition,
        "ALL_OR_NOTHING" | "-1" => OrderScoring::AllOrNothing,
        "RELATIVE_NEXT_EXCLUDE_LAST" | "1" | "" => OrderScoring::AdjacentPairs,
        other => {
            reading.changed(
                Finding::changed(msg::QUESTIONS_IMPORT_ORDER_SCORING).with("what", crate::check::short(other)),
            );
            OrderScoring::AdjacentPairs
        }
    };
    if !matches!(element.value("selecttype"), "" | "ALL" | "0") {
        reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_SETTING).with("what", "selecttype"));
    }
    Kind::Ordering { items, scoring }
}

fn essay(element: &Element, reading: &mut Reading) -> Kind {
    let words = |name: &str| element.value(name).parse().unwrap_or(0);
    if !matches!(element.value("attachments"), "" | "0") {
        reading.changed(Finding::changed(msg::QUESTIONS_IMPORT_SETTING).with("what", "attachments"));
    }
    let template = element.child("responsetemplate").map(|e| {
        let (text, format) = source(e, reading);
        text::plain(&reading.markdown(&text, format))
    });
    Kind::Essay {
        guide: markdown(element, "graderinfo", reading),
        min_words: words("minwordlimit"),
        max_words: words("maxwordlimit"),
        template: template.unwrap_or_default(),
    }
}
