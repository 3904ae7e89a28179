//! What other subjects put into a course. The arrows between subjects point at this one, so it cannot call them: the
//! program registers their functions once.

use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use db::{BoxFuture, Conn};
use i18n::T;
use kernel::{
    Ctx, OfficeScope, Result,
    ids::{CourseId, ItemId},
};
use maud::Markup;
use offices::Role;
use serde_json::Value;

use crate::{Content, ItemKind, ItemRow, Workshop, catalog};

/// What was registered, by kind of activity or another key, in the order it came.
struct Registry<K, V>(RwLock<Vec<(K, V)>>);

impl<K: Copy + PartialEq, V: Copy> Registry<K, V> {
    const fn new() -> Self {
        Self(RwLock::new(Vec::new()))
    }
    /// Registers a value; a second one for the same key changes nothing.
    fn add(&self, key: K, value: V) {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if !all.iter().any(|(k, _)| *k == key) {
            all.push((key, value));
        }
    }
    /// The value of a key.
    fn get(&self, key: K) -> Option<V> {
        self.first(|k| k == key)
    }
    /// The value registered first of those whose key will do.
    fn first(&self, fits: impl Fn(K) -> bool) -> Option<V> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|(k, _)| fits(*k)).map(|(_, value)| *value)
    }
    fn values(&self) -> Vec<V> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).iter().map(|(_, value)| *value).collect()
    }
}

/// Gives the definition of an activity (a quiz with its questions, an assignment with its rubric) as it is at the moment
/// of publishing; it becomes a part of the version and is never changed. It only reads: previews and checks ask for it too.
pub type Part = for<'c> fn(&'c mut Conn, &'c Ctx, &'c ItemRow) -> BoxFuture<'c, Result<Value>>;

static PARTS: Registry<ItemKind, Part> = Registry::new();

/// Registers who gives the definition of activities of a kind. A second call for the same kind changes nothing.
pub fn register_part(kind: ItemKind, give: Part) {
    PARTS.add(kind, give);
}

/// The definition of an activity now; `null` when nobody registered for its kind.
pub(crate) async fn part(c: &mut Conn, ctx: &Ctx, item: &ItemRow) -> Result<Value> {
    match PARTS.get(item.kind) {
        Some(give) => give(c, ctx, item).await,
        None => Ok(Value::Null),
    }
}

/// What is wrong with the definition of an activity: the key of a sentence that says what is missing; none when it will do.
pub type Check = fn(&Value) -> Option<&'static str>;

static CHECKS: Registry<ItemKind, Check> = Registry::new();

/// Registers who says whether activities of a kind can be taken as they are: a course with one that cannot is not
/// published. A second call for the same kind changes nothing.
pub fn register_check(kind: ItemKind, check: Check) {
    CHECKS.add(kind, check);
}

/// What is wrong with the definition of an activity.
pub(crate) fn unready(kind: ItemKind, part: &Value) -> Option<&'static str> {
    CHECKS.get(kind).and_then(|check| check(part))
}

/// A text of an activity that its author wrote and learners read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Which part of the activity it is of, as its author calls it (the name of a question); empty for the activity itself.
    pub of: String,
    /// Which of that part's texts it is, as the form where it is written calls it: the key of its name; empty when there is one
    /// text only.
    pub part: &'static str,
    /// The page where it is written: what follows `/desk/{office}/courses/{course}` in its address; none for the editor of the
    /// activity ([`register_editor`]).
    pub page: Option<String>,
    /// The text, in Markdown.
    pub markdown: String,
}

/// Gives the texts of an activity from its definition, so that the accessibility check looks at them.
pub type Texts = fn(&Value) -> Vec<Written>;

static TEXTS: Registry<ItemKind, Texts> = Registry::new();

/// Registers who gives the texts of activities of a kind. A second call for the same kind changes nothing.
pub fn register_texts(kind: ItemKind, give: Texts) {
    TEXTS.add(kind, give);
}

/// The texts of an activity; none when nobody registered for its kind.
pub(crate) fn texts(kind: ItemKind, part: &Value) -> Vec<Written> {
    TEXTS.get(kind).map(|give| give(part)).unwrap_or_default()
}

/// A course of the catalogue that an office has just taken over.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// The new course.
    pub course: CourseId,
    /// What it was made from: its questions, quizzes and assignment.
    pub from: &'static catalog::Course,
    /// The activities made for its quizzes, by the quiz's id in the catalogue (`final`, `pretest`, `quiz-1`).
    pub quizzes: Vec<(String, ItemId)>,
    /// The activity made for its assignment.
    pub assignment: Option<ItemId>,
}

/// Takes over its part of a course of the catalogue, in the same unit of work.
pub type Adopter = for<'c> fn(&'c mut Conn, &'c Ctx, OfficeScope, &'c Adopted) -> BoxFuture<'c, Result<()>>;

static ADOPTERS: OnceLock<Vec<Adopter>> = OnceLock::new();

/// Registers, once, who takes over questions, quizzes and assignments. A second call changes nothing.
pub fn register_adopters(adopters: Vec<Adopter>) {
    let _ = ADOPTERS.set(adopters);
}

pub(crate) async fn adopted(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, what: &Adopted) -> Result<()> {
    for adopt in ADOPTERS.get().into_iter().flatten() {
        adopt(c, ctx, scope, what).await?;
    }
    Ok(())
}

static EDITORS: Registry<ItemKind, &'static str> = Registry::new();

/// Registers the page where activities of a kind are made: what follows `/desk/{office}/courses/{course}/items/{item}` in
/// its address, for example `/quiz`. Only kinds with such a page can be added to a course, beside lessons and files. A
/// second call for the same kind changes nothing.
pub fn register_editor(kind: ItemKind, rest: &'static str) {
    EDITORS.add(kind, rest);
}

/// Where activities of a kind are made, after the address of the activity; `None` when nobody makes them.
pub(crate) fn editor(kind: ItemKind) -> Option<&'static str> {
    match kind {
        ItemKind::Lesson | ItemKind::File => Some(""),
        _ => EDITORS.get(kind),
    }
}

/// An activity of a course as it is being written, for its author's eyes.
#[derive(Debug, Clone)]
pub struct Previewed {
    /// The reader's language.
    pub t: T,
    /// The course as it is being written.
    pub content: Arc<Content>,
    /// The activity.
    pub item: ItemId,
    /// The address of its preview; pages of the subject may follow below it.
    pub here: String,
}

/// Shows what a learner would see of an activity. It only reads, and nothing it leads to counts.
pub type Preview = for<'c> fn(&'c mut Conn, &'c Previewed) -> BoxFuture<'c, Result<Markup>>;

static PREVIEWS: Registry<ItemKind, Preview> = Registry::new();

/// Registers who shows activities of a kind in the preview of a course. A second call for the same kind changes nothing.
pub fn register_preview(kind: ItemKind, show: Preview) {
    PREVIEWS.add(kind, show);
}

/// What a learner would see of an activity; none when nobody shows its kind.
pub(crate) async fn preview(c: &mut Conn, kind: ItemKind, what: &Previewed) -> Result<Option<Markup>> {
    match PREVIEWS.get(kind) {
        Some(show) => show(c, what).await.map(Some),
        None => Ok(None),
    }
}

/// A page of a course that another subject gives.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tab {
    pub rest: &'static str,
    pub label: &'static str,
    pub roles: &'static [Role],
    /// Whether it names learners.
    pub people: bool,
}

impl Tab {
    /// Whether somebody may open the page.
    pub fn opens(&self, workshop: &Workshop) -> bool {
        self.roles.iter().any(|r| if self.people { workshop.may_people(*r) } else { workshop.may(*r) })
    }
}

static TABS: Registry<&'static str, Tab> = Registry::new();

/// Registers a page of a course: what follows `/desk/{office}/courses/{course}` in its address, the key of its name, and
/// the roles that may open it. A second call for the same address changes nothing.
pub fn register_tab(rest: &'static str, label: &'static str, roles: &'static [Role]) {
    add_tab(Tab { rest, label, roles, people: false });
}

/// As [`register_tab`], for a page that names learners and asks [`crate::enter_course_people`]: the operator does not see
/// it among the pages of a course.
pub fn register_people_tab(rest: &'static str, label: &'static str, roles: &'static [Role]) {
    add_tab(Tab { rest, label, roles, people: true });
}

fn add_tab(tab: Tab) {
    TABS.add(tab.rest, tab);
}

static FIRST: Registry<Role, &'static str> = Registry::new();

/// Registers the page of a course with which people of a role begin, as [`register_tab`] knows it. Authors begin with the
/// structure; who has several of the roles begins with the page registered first. A second call for the same role changes
/// nothing.
pub fn register_first(role: Role, rest: &'static str) {
    FIRST.add(role, rest);
}

/// The page of a course with which somebody begins: what follows the course in its address; none without a role there.
pub(crate) fn first(workshop: &Workshop) -> Option<&'static str> {
    if workshop.may(Role::Author) {
        return Some("");
    }
    let first = FIRST.first(|role| workshop.may(role));
    first.or_else(|| tabs().into_iter().find(|tab| tab.opens(workshop)).map(|tab| tab.rest))
}

pub(crate) fn tabs() -> Vec<Tab> {
    TABS.values()
}
