//! The two offices of `testlearning` with an author and trainers, two citizens, and a course with a lesson and an assignment.

use std::ops::Deref;

use assignments::{Criterion, Definition, History, Level, Work};
use courses::{ItemFacts, ItemKind};
use db::{Db, Migration};
use enrolments::Enrolment;
use jiff::civil::{Date, date};
use kernel::ids::{CourseId, ItemId, PersonId, WorkId};
use offices::Role;
use testkit::Browser;
use testlearning::Serves;
pub(crate) use testlearning::{hidden, words};

pub(crate) const ALL: &[&[Migration]] = testlearning::tables![assignments::MIGRATIONS];

pub(crate) const START: Date = date(2026, 11, 2);

pub(crate) struct World {
    shared: testlearning::World,
    pub(crate) author: PersonId,
    pub(crate) trainer: PersonId,
    pub(crate) second: PersonId,
    pub(crate) foreign: PersonId,
    pub(crate) citizen: PersonId,
    pub(crate) other: PersonId,
}

/// A published course.
pub(crate) struct Course {
    pub(crate) id: CourseId,
    pub(crate) lesson: ItemId,
    pub(crate) item: ItemId,
}

impl Course {
    /// The learner's page.
    pub(crate) fn page(&self) -> String {
        format!("/learn/prosty-jezyk/work/{}", self.item)
    }
}

pub(crate) const QUEUE: &str = "/desk/lipowa/courses/prosty-jezyk/work";

fn criterion(name: &str) -> Criterion {
    let level = |points, label: &str| Level { label: label.into(), points, text: format!("{name}: {label}.") };
    Criterion { name: name.into(), levels: vec![level(0, "brak"), level(2, "częściowo"), level(4, "w pełni")] }
}

/// What the assignment asks for: two criteria of four points, five words, files.
pub(crate) fn definition() -> Definition {
    Definition {
        instructions: "Napisz **krótkie** pismo.".into(),
        rubric: vec![criterion("Język"), criterion("Prawo")],
        min_words: 5,
        files: true,
        blind: false,
    }
}

/// Does something in one unit of work as a person.
macro_rules! act {
    ($w:expr, $who:expr, |$c:ident, $ctx:ident| $work:expr) => {
        $w.act($who, move |$c, $ctx| Box::pin(async move { $work })).await
    };
}
pub(crate) use act;

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        assignments::connect();
        courses::register_adopters(vec![assignments::adopt]);
        db.listen(vec![assignments::listener()]);
        let people = [
            ("Anna", "Autorka", Serves::Top(&[Role::Author])),
            ("Tomasz", "Trener", Serves::Top(&[Role::Trainer])),
            ("Teresa", "Druga", Serves::Top(&[Role::Trainer])),
            ("Felicja", "Obca", Serves::Away(&[Role::Trainer])),
            ("Jan", "Kowalski", Serves::Nowhere),
            ("Zofia", "Inna", Serves::Nowhere),
        ];
        let (shared, [author, trainer, second, foreign, citizen, other]) =
            testlearning::World::new(db, START, &[assignments::msg::SOURCE], people).await;
        Self { shared, author, trainer, second, foreign, citizen, other }
    }

    /// A published course, open to everyone, with a lesson and the assignment given.
    pub(crate) async fn course(&self, definition: Definition) -> Course {
        let scope = self.office;
        act!(self, self.author, |c, ctx| {
            let items = [
                (ItemKind::Lesson, ItemFacts::new("Wstęp", 5)),
                (ItemKind::Assignment, ItemFacts::new("Trzy pisma", 5)),
            ];
            let (id, items) = testlearning::draft(c, ctx, scope, &testlearning::open("Prosty język"), &items).await?;
            assignments::save(c, ctx, scope, items[1], &definition, 0).await?;
            courses::publish(c, ctx, scope, id, "").await?;
            Ok(Course { id, lesson: items[0], item: items[1] })
        })
        .unwrap()
    }

    pub(crate) async fn enrol(&self, who: PersonId, course: &Course) -> Enrolment {
        self.join(who, course.id).await
    }

    pub(crate) async fn work(&self, enrolment: &Enrolment, course: &Course) -> (Work, History) {
        let (id, item) = (enrolment.id, course.item);
        act!(self, self.author, |c, _ctx| {
            let work = assignments::work_of(c, id, item).await?.unwrap();
            let history = assignments::history(c, work.id).await?;
            Ok((work, history))
        })
        .unwrap()
    }

    /// Writes and hands in as a learner; gives the work's identifier.
    pub(crate) async fn hand_in(&self, who: PersonId, course: &Course, enrolment: &Enrolment, text: &str) -> WorkId {
        let browser = self.browser(who);
        let page = browser.get(&course.page()).await;
        let version = hidden(&page, "version");
        let sent = browser.post(&course.page(), &[("text", text), ("version", &version), ("go", "hand-in")]).await;
        assert_eq!(sent.status, 303, "{}", words(&sent));
        self.work(enrolment, course).await.0.id
    }

    pub(crate) fn browser(&self, who: PersonId) -> Browser {
        self.browser_of(assignments::routes(), Some(who))
    }
}

impl Deref for World {
    type Target = testlearning::World;
    fn deref(&self) -> &testlearning::World {
        &self.shared
    }
}
