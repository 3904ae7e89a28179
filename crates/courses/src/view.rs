//! A lesson as its learners see it.

use i18n::T;
use maud::{Markup, PreEscaped, html};
use ui::{Icon, Reveal, Section};

use crate::{Lesson, msg};

/// From how many headings on a lesson gets a table of contents.
const CONTENTS_FROM: usize = 3;

/// A lesson: what it teaches, its contents, its text, words explained, sources. The title is the page's own heading.
pub fn lesson_view(t: T, lesson: &Lesson) -> Markup {
    // What the author wrote may be in another language than the page (WCAG 3.1.2).
    let other = (lesson.language != t.lang().code()).then_some(lesson.language.as_str());
    let toc: Vec<_> = lesson.toc.iter().filter(|h| h.level == 2).collect();
    html! {
        div.lesson {
            @if !lesson.objectives.is_empty() {
                div.lesson-goals {
                    p.lesson-goals-title { (Icon::CheckCircle) (t.s(msg::COURSES_LESSON_GOALS)) }
                    ul lang=[other] { @for goal in &lesson.objectives { li { (goal) } } }
                }
            }
            @if toc.len() >= CONTENTS_FROM {
                nav.lesson-toc aria-label=(t.s(msg::COURSES_LESSON_CONTENTS)) {
                    p.lesson-toc-title { (t.s(msg::COURSES_LESSON_CONTENTS)) }
                    ol lang=[other] { @for heading in toc { li { a href={ "#" (heading.id) } { (heading.text) } } } }
                }
            }
            div.prose.lesson-text lang=[other] { (PreEscaped(&lesson.html)) }
            @if !lesson.transcript.trim().is_empty() {
                (Reveal::new(t.s(msg::COURSES_LESSON_TRANSCRIPT), html! {
                    @for paragraph in lesson.transcript.split("\n\n").filter(|p| !p.trim().is_empty()) { p lang=[other] { (paragraph) } }
                }))
            }
            @if !lesson.glossary.is_empty() {
                (Section::new(t.s(msg::COURSES_LESSON_GLOSSARY)).body(html! {
                    dl.lesson-glossary lang=[other] {
                        @for entry in &lesson.glossary { div { dt { (entry.term) } dd { (entry.meaning) } } }
                    }
                }))
            }
            @if !lesson.sources.is_empty() {
                (Section::new(t.s(msg::COURSES_LESSON_SOURCES)).body(html! {
                    ul.lesson-sources lang=[other] { @for source in &lesson.sources { li { (source) } } }
                }))
            }
        }
    }
}
