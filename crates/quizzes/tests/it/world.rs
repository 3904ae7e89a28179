//! An office with an author, a trainer and an official; another office; a citizen; a course with a quiz.

use std::sync::Arc;

use courses::{Audience, ItemFacts, ItemKind};
use db::{BoxFuture, Conn, Db, Migration};
use enrolments::{Enrolment, Learner};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Fault, FixedClock, Lang, OfficeScope,
    ids::{AttemptId, CourseId, ItemId, OfficeId, PersonId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use questions::{Choice, GapKind, GapResponse, Kind, NumberAnswer, Question, Response, matching_options};
use quizzes::{Attempt, PoolRule, Quiz, Saved, Settings};
use testkit::{Browser, Kit};
pub(crate) use testworld::{hidden, words};

pub(crate) const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
    enrolments::MIGRATIONS,
    quizzes::MIGRATIONS,
];

/// The day of the change to winter time in Poland comes two days later.
pub(crate) const START: Date = date(2026, 10, 23);

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) office: OfficeScope,
    pub(crate) far: OfficeScope,
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

async fn person(c: &mut Conn, ctx: &Ctx, given: &str, family: &str) -> kernel::Result<PersonId> {
    let new = identity::NewPerson {
        email: format!("{}.{}@example.pl", law::fold::slug(given), law::fold::slug(family)),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: None,
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, new).await
}

async fn office(c: &mut Conn, ctx: &Ctx, slug: &str) -> kernel::Result<OfficeId> {
    let new = NewOffice { slug: Some(slug.into()), ..NewOffice::named(OfficeKind::Other, format!("Urząd {slug}")) };
    offices::found(c, ctx, new).await
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
        i18n::init(&[
            web::msg::SOURCE,
            blob::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            questions::msg::SOURCE,
            courses::msg::SOURCE,
            enrolments::msg::SOURCE,
            quizzes::msg::SOURCE,
        ]);
        quizzes::connect();
        courses::register_adopters(vec![quizzes::adopt]);
        db.listen(vec![quizzes::listener()]);
        let kit = Kit::new(db, Box::new(testworld::ById), START);
        let ctx = kit.ctx(Actor::System);
        db.clone()
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move {
                    let ctx = &ctx;
                    let near = OfficeScope::checked(office(c, ctx, "lipowa").await?);
                    let far = OfficeScope::checked(office(c, ctx, "debowa").await?);
                    let names = [
                        ("Anna", "Autorka"),
                        ("Tomasz", "Trener"),
                        ("Olga", "Urzędnik"),
                        ("Felicja", "Obca"),
                        ("Jan", "Kowalski"),
                        ("Kaja", "Koordynatorka"),
                        ("Sabina", "Szefowa"),
                    ];
                    let mut people = Vec::new();
                    for (given, family) in names {
                        people.push(person(c, ctx, given, family).await?);
                    }
                    let from = date(2020, 1, 1);
                    for (scope, members) in [
                        (
                            near,
                            vec![
                                (0, vec![Role::Author]),
                                (1, vec![Role::Trainer]),
                                (2, vec![Role::Official]),
                                (5, vec![Role::Coordinator]),
                                (6, vec![Role::Superior]),
                            ],
                        ),
                        (far, vec![(3, vec![Role::Author, Role::Trainer])]),
                    ] {
                        let unit =
                            NewUnit { parent: None, code: "OR".into(), name: "Organizacyjny".into(), from, to: None };
                        let unit = offices::add_unit(c, ctx, scope, unit).await?;
                        for (who, roles) in members {
                            let new = NewMember { person: people[who], unit, position: None, roles, from, to: None };
                            offices::add_member(c, ctx, scope, new).await?;
                        }
                    }
                    Ok((near, far, people))
                })
            })
            .await
            .map(|(office, far, p)| World {
                kit,
                office,
                far,
                author: p[0],
                trainer: p[1],
                official: p[2],
                foreign: p[3],
                citizen: p[4],
                coordinator: p[5],
                superior: p[6],
            })
            .unwrap()
    }

    pub(crate) fn clock(&self) -> &Arc<FixedClock> {
        &self.kit.clock
    }

    pub(crate) fn ctx(&self, who: PersonId) -> Ctx {
        self.kit.ctx(Actor::Person { id: who, name: "Anna Autorka".into(), operator: false })
    }

    /// Does a unit of work as the author.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        let ctx = self.ctx(self.author);
        self.kit
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    let ctx = ctx;
                    work(c, &ctx).await
                })
            })
            .await
    }

    /// A published course, open to everyone, with a lesson, and a quiz of the questions given by the rules given.
    pub(crate) async fn course(&self, bank: Vec<Question>, rules: Settings) -> Course {
        let scope = self.office;
        let (id, lesson, quiz) = self
            .act(move |c, ctx| {
                Box::pin(async move {
                    let facts = courses::Settings {
                        audience: Audience::Everyone,
                        open: true,
                        ..courses::Settings::titled("Prosty język")
                    };
                    let id = courses::create(c, ctx, scope, &facts).await?;
                    let module = courses::add_module(c, ctx, scope, id, "Pierwszy", "").await?;
                    let mut items = Vec::new();
                    for (kind, title) in [(ItemKind::Lesson, "Wstęp"), (ItemKind::Quiz, "Sprawdź się")] {
                        let facts = ItemFacts::new(title, 5);
                        items
                            .push(courses::add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?);
                    }
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
        let slug = self.kit.app.db.read(move |c| Box::pin(courses::course(c, id))).await.unwrap().slug;
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
        let ctx = self.ctx(who);
        self.kit
            .app
            .db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { enrolments::enrol_open(c, &ctx, Learner::Person(who), course, None).await })
            })
            .await
            .unwrap()
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
        self.kit.app.db.read(move |c| Box::pin(quizzes::attempt(c, id))).await.unwrap()
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
        let browser = self.kit.browser(quizzes::routes());
        if let Some(who) = who {
            browser.cookie("szpon_session", &who.to_string());
        }
        browser
    }

    /// Does what is due in the background.
    pub(crate) async fn jobs(&self) {
        let ctx = self.kit.app.system_ctx();
        let app = &self.kit.app;
        let mut runner = jobs::Runner::new(app.db.clone(), Arc::clone(&app.clock), Arc::clone(ctx.entropy()));
        quizzes::register(&mut runner);
        runner.run_until_idle().await.unwrap();
        assert_eq!(app.db.read(|c| Box::pin(jobs::count_dead(c))).await.unwrap(), 0, "no job failed for good");
    }
}

pub(crate) fn pool(category: &str, count: u32) -> PoolRule {
    PoolRule { category: category.into(), questions: Vec::new(), count }
}
