//! What changed between two versions, in words for learners.

use i18n::T;
use kernel::ids::ItemId;

use crate::{
    content::{ItemSnapshot, Snapshot},
    msg,
};

/// What happened to an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its text or definition is another.
    Changed,
    /// It has another title; the rest is the same.
    Renamed,
    /// It is required now, or no more.
    Required,
}

/// A change between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The activity.
    pub item: ItemId,
    /// What happened to it.
    pub kind: ChangeKind,
    /// Its title, the new one if it has two.
    pub title: String,
    /// The title of its module.
    pub module: String,
}

fn all(snapshot: &Snapshot) -> impl Iterator<Item = (&str, &ItemSnapshot)> {
    snapshot.modules.iter().flat_map(|m| m.items.iter().map(|i| (m.title.as_str(), i)))
}

/// What changed from one version to the next: in the order of the new one, then what is gone.
pub(crate) fn changes(old: &Snapshot, new: &Snapshot) -> Vec<Change> {
    let change = |module: &str, item: &ItemSnapshot, kind| Change {
        item: item.id,
        kind,
        title: item.title.clone(),
        module: module.to_owned(),
    };
    let mut found = Vec::new();
    for (module, item) in all(new) {
        let Some((_, before)) = all(old).find(|(_, i)| i.id == item.id) else {
            found.push(change(module, item, ChangeKind::Added));
            continue;
        };
        let same = before.lesson == item.lesson && before.part == item.part && before.settings == item.settings;
        if !same {
            found.push(change(module, item, ChangeKind::Changed));
        } else if before.title != item.title {
            found.push(change(module, item, ChangeKind::Renamed));
        } else if before.required != item.required {
            found.push(change(module, item, ChangeKind::Required));
        }
    }
    for (module, item) in all(old) {
        if !all(new).any(|(_, i)| i.id == item.id) {
            found.push(change(module, item, ChangeKind::Removed));
        }
    }
    found
}

/// The key of a kind's name, before a list of titles.
pub(crate) fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => msg::COURSES_CHANGE_ADDED,
        ChangeKind::Removed => msg::COURSES_CHANGE_REMOVED,
        ChangeKind::Changed => msg::COURSES_CHANGE_CHANGED,
        ChangeKind::Renamed => msg::COURSES_CHANGE_RENAMED,
        ChangeKind::Required => msg::COURSES_CHANGE_REQUIRED,
    }
}

/// The changes as a text of a few lines, one for each kind of change.
pub fn summary_of(t: T, changes: &[Change]) -> String {
    let kinds =
        [ChangeKind::Added, ChangeKind::Changed, ChangeKind::Renamed, ChangeKind::Required, ChangeKind::Removed];
    let lines = kinds.into_iter().filter_map(|kind| {
        let titles: Vec<&str> = changes.iter().filter(|c| c.kind == kind).map(|c| c.title.as_str()).collect();
        (!titles.is_empty()).then(|| format!("{}: {}.", t.s(kind_name(kind)), titles.join("; ")))
    });
    lines.collect::<Vec<_>>().join("\n")
}
