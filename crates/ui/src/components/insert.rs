//! Words that can be put into a text at the cursor.

use i18n::Lang;
use maud::{Markup, Render, html};

use crate::words;

/// One of the words.
#[derive(Clone, Debug)]
struct Item {
    text: String,
    means: Markup,
    sample: Option<Markup>,
}

/// A list of words to be put into a form's text: pressing one puts it where the cursor was. Without scripts the
/// words are there to be read and copied.
#[derive(Clone, Debug)]
pub struct Inserts {
    lang: Lang,
    form: String,
    title: Markup,
    items: Vec<Item>,
}

impl Inserts {
    /// An empty list for the form of the id, with its heading.
    pub fn new(lang: Lang, form: impl Into<String>, title: impl Render) -> Self {
        Self { lang, form: form.into(), title: title.render(), items: Vec::new() }
    }

    /// Adds a word: what is put in, what it stands for, and an example of what will stand there.
    #[must_use]
    pub fn item(mut self, text: impl Into<String>, means: impl Render, sample: Option<impl Render>) -> Self {
        self.items.push(Item { text: text.into(), means: means.render(), sample: sample.map(|s| s.render()) });
        self
    }
}

impl Render for Inserts {
    fn render(&self) -> Markup {
        html! {
            div.inserts {
                h3.inserts-title { (self.title) }
                ul role="list" data-inserts=(self.form) data-word=(words::insert(self.lang)) {
                    @for item in &self.items {
                        li {
                            code.insert data-insert=(item.text) { (item.text) }
                            span.insert-means { (item.means) }
                            @if let Some(sample) = &item.sample { span.insert-sample { (sample) } }
                        }
                    }
                }
            }
        }
    }
}
