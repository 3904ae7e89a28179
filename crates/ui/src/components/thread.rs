//! Messages between a citizen and an office.

use maud::{Markup, Render, html};

use super::{Avatar, FileList};

/// One message.
#[derive(Clone, Debug)]
pub struct Message {
    who: String,
    role: Option<String>,
    when: Markup,
    text: Markup,
    mine: bool,
    internal: Option<String>,
    files: Option<FileList>,
    status: Option<String>,
    id: Option<String>,
}

impl Message {
    /// A message: who, when (see [`super::date_time`]), what. Line breaks of plain text are kept.
    pub fn new(who: impl Into<String>, when: impl Render, text: impl Render) -> Self {
        Self {
            who: who.into(),
            role: None,
            when: when.render(),
            text: text.render(),
            mine: false,
            internal: None,
            files: None,
            status: None,
            id: None,
        }
    }

    /// Whom they speak for: a unit, "applicant".
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Written by the reader's own side.
    #[must_use]
    pub fn mine(mut self, mine: bool) -> Self {
        self.mine = mine;
        self
    }

    /// A note only the office sees; the words say so.
    #[must_use]
    pub fn internal(mut self, words: impl Into<String>) -> Self {
        self.internal = Some(words.into());
        self
    }

    /// What came with it.
    #[must_use]
    pub fn files(mut self, files: FileList) -> Self {
        self.files = Some(files);
        self
    }

    /// "Read on 3 March", "waiting to be sent".
    #[must_use]
    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// An id to link to.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// Messages, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    messages: Vec<Message>,
}

impl Thread {
    /// The given messages.
    pub fn new(messages: impl IntoIterator<Item = Message>) -> Self {
        Self { messages: messages.into_iter().collect() }
    }
}

impl Render for Thread {
    fn render(&self) -> Markup {
        html! {
            ol.thread role="list" {
                @for message in &self.messages {
                    li.message id=[message.id.as_ref()] .message-mine[message.mine]
                        .message-internal[message.internal.is_some()] {
                        (Avatar::of(&message.who))
                        div.message-box {
                            p.message-head {
                                strong { (message.who) }
                                @if let Some(role) = &message.role { span { (role) } }
                                span.message-when { (message.when) }
                            }
                            @if let Some(words) = &message.internal {
                                p.message-note { (super::Icon::Lock) (words) }
                            }
                            div.message-text { (message.text) }
                            @if let Some(files) = &message.files { (files) }
                            @if let Some(status) = &message.status { p.message-status { (status) } }
                        }
                    }
                }
            }
        }
    }
}
