//! Trees: units of an office, classes of a file plan.

use maud::{Markup, Render, html};

/// One thing in a tree with what is under it.
#[derive(Clone, Debug)]
pub struct TreeNode {
    label: Markup,
    href: Option<String>,
    meta: Option<Markup>,
    open: bool,
    current: bool,
    children: Vec<TreeNode>,
}

impl TreeNode {
    /// A leaf.
    pub fn new(label: impl Render) -> Self {
        Self { label: label.render(), href: None, meta: None, open: true, current: false, children: Vec::new() }
    }

    /// Where it leads.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// A remark at the end: the number of people, the retention category.
    #[must_use]
    pub fn meta(mut self, meta: impl Render) -> Self {
        self.meta = Some(meta.render());
        self
    }

    /// Folded from the start.
    #[must_use]
    pub fn folded(mut self) -> Self {
        self.open = false;
        self
    }

    /// The one shown now.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    /// What is under it.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = TreeNode>) -> Self {
        self.children = children.into_iter().collect();
        self
    }

    fn line(&self) -> Markup {
        html! {
            span.tree-line {
                @if let Some(href) = &self.href {
                    a href=(href) aria-current=[self.current.then_some("true")] { (self.label) }
                } @else { span { (self.label) } }
                @if let Some(meta) = &self.meta { span.tree-meta { (meta) } }
            }
        }
    }

    fn item(&self) -> Markup {
        html! {
            li {
                @if self.children.is_empty() { div.tree-leaf { (self.line()) } }
                @else if self.href.is_some() {
                    // A link inside a summary cannot be reached by a screen reader: it stands before the fold.
                    div.tree-leaf { (self.line()) }
                    details.tree-fold open[self.open] {
                        summary { (super::Icon::ChevronRight) span.visually-hidden { (self.label) } }
                        ul role="list" { @for child in &self.children { (child.item()) } }
                    }
                } @else {
                    details open[self.open] {
                        summary { (super::Icon::ChevronRight) (self.line()) }
                        ul role="list" { @for child in &self.children { (child.item()) } }
                    }
                }
            }
        }
    }
}

/// A tree that folds without scripts.
#[derive(Clone, Debug)]
pub struct Tree {
    label: String,
    nodes: Vec<TreeNode>,
}

impl Tree {
    /// A tree with its name for screen readers.
    pub fn new(label: impl Into<String>, nodes: impl IntoIterator<Item = TreeNode>) -> Self {
        Self { label: label.into(), nodes: nodes.into_iter().collect() }
    }
}

impl Render for Tree {
    fn render(&self) -> Markup {
        html! { ul.tree role="list" aria-label=(self.label) { @for node in &self.nodes { (node.item()) } } }
    }
}
