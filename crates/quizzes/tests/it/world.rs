//! The two offices of `testlearning` with their people, a citizen, and a course with a quiz.

use std::{ops::Deref, sync::Arc};

use courses::{ItemFacts, ItemKind};
use db::{BoxFuture, Conn, Db, Migration};
use enrolments::Enrolment;
use jiff::civil::{Date, date};
use kernel::{
    Ctx, Fault,
    ids::{AttemptId, CourseId, ItemId, PersonId},
};
use offices::Role;
use questions::{Choice, GapKind, GapResponse, Kind, NumberAnswer, Question, Response, matching_options};
use quizzes::{Attempt, PoolRule, Quiz, Saved, Settings};
use testkit::Browser;
use testlearning::Serves;
pub(crate) use testlearning::{hidden, words};

pub(crate) const ALL: &[&[Migration]] = testlearning::tables![quizzes::MIGRATIONS];

/// The day of the change to winter time in Poland comes two days later.
pub(crate) const START: Date = date(2026, 10, 23);

pub(crate) struct World {
    shared: testlearning::World,
    pub(crate) author: PersonId,
    pub(crate) trainer: PersonId,
    pub(crate) official: PersonId,
    pub(crate) foreign: PersonId,
    pub(crate) citizen: PersonId,
    pub(crate) coordinator: PersonId,
    pub(crate) superior: PersonId,
}

/// A course with a quiz, published.
pub(crate) struct Course {
    pub(crate) id: CourseId,
    pub(crate) slug: String,
    pub(crate) lesson: ItemId,
    pub(crate) quiz: ItemId,
}

/// A single question in a category; the first option is right.
pub(crate) fn single(name: &str, category: &str) -> Question {
    let choice = |text: &str, fraction| Choice { text: text.into(), fraction, feedback: String::new() };
    let answers = vec![choice("dobra", 1.0), choice("zła", 0.0), choice("inna zła", 0.0)];
    Question {
        name: name.into(),
        code: name.into(),
        category: category.into(),
        text: format!("Pytanie {name}?"),
        explanation: format!("Wyjaśnienie {name}: art. 35 k.p.a."),
        ..Question { kind: Kind::Single { answers, shuffle: true }, ..questions::sample() }
    }
}

/// The right answer to a question; none to an essay.
pub(crate) fn right(question: &Question) -> Response {
    let first = |answers: &[Choice]| answers.iter().position(|a| a.fraction >= 1.0).unwrap();
    match &question.kind {
        Kind::Single { answers, .. } => Response::Single { choice: first(answers) },
        Kind::Multiple { answers, .. } => Response::Multiple {
            choices: answers.iter().enumerate().filter(|(_, a)| a.fraction > 0.0).map(|(i, _)| i).collect(),
        },
        Kind::TrueFalse { correct, .. } => Response::TrueFalse { value: *correct },
        Kind::Numeric { accepted, .. } => match accepted[0].answer {
            NumberAnswer::Near { value, .. } => Response::Numeric { text: value.to_string() },
            NumberAnswer::Any => Response::Blank,
        },
        Kind::Short { accepted, .. } => Response::Short { text: accepted[0].answer.clone() },
        Kind::Matching { pairs, distractors, .. } => {
            let options = matching_options(pairs, distractors);
            Response::Matching { rights: pairs.iter().map(|p| options.iter().position(|o| *o == p.right)).collect() }
        }
        Kind::Ordering { items, .. } => Response::Ordering { order: (0..items.len()).collect() },
        Kind::Gaps { gaps } => Response::Gaps {
            values: gaps
                .iter()
                .map(|gap| match &gap.kind {
                    GapKind::Text { accepted, .. } => GapResponse::Text(accepted[0].answer.clone()),
                    GapKind::Choice { answers } => GapResponse::Choice(first(answers)),
                    GapKind::Number { accepted } => match accepted[0].answer {
                        NumberAnswer::Near { value, .. } => GapResponse::Text(value.to_string()),
                        NumberAnswer::Any => GapResponse::Blank,
                    },
                })
                .collect(),
        },
        Kind::Essay { .. } => Response::Blank,
    }
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        quizzes::connect();
        courses::register_adopters(vec![quizzes::adopt]);
        db.listen(vec![quizzes::listener()]);
        let people = [
            ("Anna", "Autorka", Serves::Top(&[Role::Author])),
            ("Tomasz", "Trener", Serves::Top(&[Role::Trainer])),
            ("Olga", "Urzędnik", Serves::Top(&[Role::Official])),
            ("Felicja", "Obca", Serves::Away(&[Role::Author, Role::Trainer])),
            ("Jan", "Kowalski", Serves::Nowhere),
            ("Kaja", "Koordynatorka", Serves::Top(&[Role::Coordinator])),
            ("Sabina", "Szefowa", Serves::Top(&[Role::Superior])),
        ];
        let texts = [questions::msg::SOURCE, quizzes::msg::SOURCE];
        let (shared, [author, trainer, official, foreign, citizen, coordinator, superior]) =
            testlearning::World::new(db, START, &texts, people).await;
        Self { shared, author, trainer, official, foreign, citizen, coordinator, superior }
    }

    /// Does a unit of work as the author.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        self.shared.act(self.author, work).await
    }

    /// A published course, open to everyone, with a lesson, and a quiz of the questions given by the rules given.
    pub(crate) async fn course(&self, bank: Vec<Question>, rules: Settings) -> Course {
        let scope = self.office;
        let (id, lesson, quiz) = self
            .act(move |c, ctx| {
                Box::pin(async move {
                    let items = [
                        (ItemKind::Lesson, ItemFacts::new("Wstęp", 5)),
                        (ItemKind::Quiz, ItemFacts::new("Sprawdź się", 5)),
                    ];
                    let facts = testlearning::open("Prosty język");
                    let (id, items) = testlearning::draft(c, ctx, scope, &facts, &items).await?;
                    for question in &bank {
                        quizzes::bank::add(c, ctx, scope, id, question).await?;
                    }
                    quizzes::save(c, ctx, scope, items[1], &rules, 0).await?;
                    courses::publish(c, ctx, scope, id, "").await?;
                    Ok((id, items[0], items[1]))
                })
            })
            .await
            .unwrap();
        let slug = self.read(move |c| Box::pin(courses::course(c, id))).await.slug;
        Course { id, slug, lesson, quiz }
    }

    /// Sixteen single questions, all drawn.
    pub(crate) async fn sixteen(&self, rules: Settings) -> Course {
        let bank = (1..=16).map(|n| single(&format!("p{n:02}"), "a")).collect();
        self.course(bank, Settings { pools: vec![pool("a", 16)], ..rules }).await
    }

    /// One essay of four points, ten minutes.
    pub(crate) async fn essay(&self) -> Course {
        let kind = Kind::Essay { guide: String::new(), min_words: 0, max_words: 0, template: String::new() };
        let essay = Question { points: 4.0, kind, ..single("esej", "a") };
        self.course(vec![essay], Settings { minutes: 10, pools: vec![pool("a", 1)], ..Settings::default() }).await
    }

    pub(crate) async fn enrol(&self, who: PersonId, course: CourseId) -> Enrolment {
        self.join(who, course).await
    }

    pub(crate) async fn quiz(&self, enrolment: &Enrolment, item: ItemId) -> Arc<Quiz> {
        quizzes::quiz(&self.kit.app.db, enrolment.course_version, item).await.unwrap()
    }

    pub(crate) async fn begin(&self, quiz: &Arc<Quiz>, enrolment: &Enrolment) -> Result<Attempt, Fault> {
        let (quiz, enrolment) = (Arc::clone(quiz), enrolment.clone());
        self.act(move |c, ctx| Box::pin(async move { quizzes::begin(c, ctx, &quiz, &enrolment).await })).await
    }

    pub(crate) async fn answer(&self, attempt: AttemptId, slot: usize, ordinal: i64, response: Response) -> Saved {
        self.act(move |c, ctx| {
            Box::pin(async move { quizzes::answer(c, ctx, attempt, slot, ordinal, &response).await })
        })
        .await
        .unwrap()
    }

    pub(crate) async fn submit(&self, quiz: &Arc<Quiz>, attempt: AttemptId) -> Attempt {
        let quiz = Arc::clone(quiz);
        self.act(move |c, ctx| Box::pin(async move { quizzes::submit(c, ctx, &quiz, attempt).await })).await.unwrap()
    }

    pub(crate) async fn row(&self, id: AttemptId) -> Attempt {
        self.read(move |c| Box::pin(quizzes::attempt(c, id))).await
    }

    /// Answers so many questions of an attempt well and hands it in.
    pub(crate) async fn take(&self, quiz: &Arc<Quiz>, enrolment: &Enrolment, well: usize) -> Attempt {
        let attempt = self.begin(quiz, enrolment).await.unwrap();
        for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate().take(well) {
            let response = right(&quiz.questions[place].question);
            assert_eq!(self.answer(attempt.id, slot, 1, response).await, Saved::Saved);
        }
        self.submit(quiz, attempt.id).await
    }

    pub(crate) fn browser(&self, who: Option<PersonId>) -> Browser {
        self.browser_of(quizzes::routes(), who)
    }

    /// Does what is due in the background.
    pub(crate) async fn jobs(&self) {
        self.run_jobs(quizzes::register).await;
    }
}

impl Deref for World {
    type Target = testlearning::World;
    fn deref(&self) -> &testlearning::World {
        &self.shared
    }
}

pub(crate) fn pool(category: &str, count: u32) -> PoolRule {
    PoolRule { category: category.into(), questions: Vec::new(), count }
}
