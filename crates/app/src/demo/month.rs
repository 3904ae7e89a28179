//! The demonstration's month: matters played step by step, in the order of time, by the people whose work it is.

use std::collections::BTreeMap;

use db::{Conn, q};
use jiff::ToSpan as _;
use kernel::{
    Clock as _, Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, IncomingId, LetterId, RequestId},
};
use law::term::{Span, Unit};
use offices::{Desk, Role};
use records::{
    cases::{self, NewCase, Outcome, Party},
    filled_form,
    incoming::{self, Channel, Paper, Registration, To},
};
use serde::Deserialize;

use super::{
    Stage,
    answers::{self, Said},
    cast::{Cast, Company, OfficeAct, Player},
};

#[derive(Deserialize)]
struct Month {
    matter: Vec<Matter>,
}

/// A matter as `demo/month.toml` describes it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Matter {
    office: String,
    #[serde(default)]
    pub(super) citizen: String,
    #[serde(default)]
    pub(super) service: String,
    #[serde(default)]
    sender: String,
    #[serde(default)]
    title: String,
    unit: String,
    class: String,
    /// The term the official sets where the service names none, in months (art. 35 § 3 k.p.a.: one, or two for an
    /// especially complicated case).
    #[serde(default)]
    months: Option<u32>,
    ago: i64,
    steps: Vec<String>,
    /// What the resident writes into the form, by the field's id.
    #[serde(default)]
    pub(super) answers: BTreeMap<String, Said>,
    /// What the official writes where a template asks for words, by the name of the place.
    #[serde(default)]
    pub(super) says: BTreeMap<String, String>,
}

/// What a matter has become so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Thread {
    pub(super) incoming: Option<IncomingId>,
    pub(super) case: Option<CaseId>,
    pub(super) request: Option<RequestId>,
    pub(super) letter: Option<LetterId>,
}

/// A step with its moment.
pub(super) struct Step {
    pub(super) at: Micros,
    pub(super) matter: usize,
    pub(super) verb: String,
    pub(super) words: String,
}

/// Gives a new office its file plan, services and templates.
pub async fn equip(c: &mut Conn, ctx: &Ctx, company: &mut Company, act: &OfficeAct) -> Result<()> {
    let scope = OfficeScope::checked(company.id);
    let bytes = if act.file_plan == "ministry" { law::file_plan::MINISTRY_2025 } else { law::file_plan::STARTER_GMINA };
    let plan = law::file_plan::parse(bytes).map_err(Fault::internal)?;
    let from = ctx.now.warsaw_date().checked_sub(1.years()).map_err(Fault::internal)?;
    let (name, source) = if act.file_plan == "ministry" {
        ("Jednolity rzeczowy wykaz akt ministerstwa", "wykaz akt MKiDN obowiązujący od 2025 r.")
    } else {
        ("Jednolity rzeczowy wykaz akt gminy (początkowy)", "wykaz początkowy; klasy oznaczone wymagają sprawdzenia")
    };
    let new = records::file_plan::NewPlan { name: name.into(), from, source: source.into(), plan };
    let row = records::file_plan::adopt(c, ctx, scope, &new).await?;
    let classes = records::file_plan::classes(c, scope, row.id, "").await?;
    company.classes = classes.into_iter().filter(|k| k.is_final).map(|k| (k.symbol, k.id)).collect();
    let which = if act.file_plan == "ministry" {
        services::Which::Slugs(vec!["informacja-publiczna".into(), "pelnomocnictwo".into()])
    } else {
        services::Which::All
    };
    services::adopt_catalog(c, ctx, scope, &which).await?;
    letters::adopt_templates(c, ctx, scope).await?;
    Ok(())
}

/// The matters of the month.
pub(super) fn matters() -> Result<Vec<Matter>> {
    let month: Month = toml::from_str(include_str!("../../demo/month.toml")).map_err(Fault::internal)?;
    Ok(month.matter)
}

/// Plays the month, each office by itself and all at once: while the letter of one is set, the others go on.
pub async fn play(stage: &Stage, cast: &Cast) -> Result<()> {
    let matters = matters()?;
    let mut offices: BTreeMap<&str, Vec<Step>> = BTreeMap::new();
    for step in steps(stage, &matters) {
        offices.entry(&matters[step.matter].office).or_default().push(step);
    }
    let all = offices.into_values().map(|steps| play_office(stage.aside(), cast, &matters, steps));
    futures::future::try_join_all(all).await.map(|_| ())
}

/// The steps of all matters that lie in the past, in the order of time.
fn steps(stage: &Stage, matters: &[Matter]) -> Vec<Step> {
    let today = stage.app.clock.now();
    let mut steps = Vec::new();
    for (matter, m) in matters.iter().enumerate() {
        for (order, line) in (0i64..).zip(&m.steps) {
            let mut parts = line.splitn(3, ' ');
            let days: i64 = parts.next().and_then(|d| d.parse().ok()).unwrap_or(0);
            let verb = parts.next().unwrap_or_default().to_owned();
            // Between 8 and 14 o'clock, matters and steps some minutes apart.
            let day = Micros::start_of(today.plus_days(days - m.ago).warsaw_date());
            let minutes = 8 * 60 + (matter as i64 * 13) % 240 + order * 7;
            let at = day.plus_seconds(minutes * 60);
            if at < today {
                steps.push(Step { at, matter, verb, words: parts.next().unwrap_or_default().to_owned() });
            }
        }
    }
    steps.sort_by_key(|s| (s.at, s.matter));
    steps
}

/// Plays the steps of an office.
async fn play_office(stage: Stage, cast: &Cast, matters: &[Matter], steps: Vec<Step>) -> Result<()> {
    let mut threads = vec![Thread::default(); matters.len()];
    for step in steps {
        stage.clock.set(step.at);
        let matter = &matters[step.matter];
        let company = cast.office(&matter.office).ok_or_else(Fault::not_found)?;
        let play = Play { stage: &stage, cast, company, matter, number: step.matter };
        let thread = threads[step.matter].clone();
        threads[step.matter] = play.step(&step, thread).await?;
    }
    Ok(())
}

/// A matter with whom and where it is played.
pub(super) struct Play<'a> {
    pub(super) stage: &'a Stage,
    cast: &'a Cast,
    company: &'a Company,
    pub(super) matter: &'a Matter,
    number: usize,
}

impl Play<'_> {
    pub(super) fn citizen(&self) -> Result<(&super::CitizenAct, &Player)> {
        let found = self.cast.citizens.iter().find(|(act, _)| act.family == self.matter.citizen);
        found.map(|(act, player)| (act, player)).ok_or_else(Fault::not_found)
    }

    /// Who does a step for the office: the registry, the official of the unit, or the superior.
    pub(super) fn official(&self, role: Role) -> Result<&Player> {
        let unit = Some(self.matter.unit.as_str());
        let found = match role {
            Role::Registry => self.company.with(Role::Registry, None),
            Role::Superior => {
                let author = self.company.with(Role::Official, unit).map(|p| p.id);
                let own = self.company.with(Role::Superior, unit).filter(|p| Some(p.id) != author);
                own.or_else(|| self.company.with(Role::Superior, self.parent()))
                    .or_else(|| self.company.with(Role::Superior, None))
            }
            other => self.company.with(other, unit).or_else(|| self.company.with(other, None)),
        };
        found.ok_or_else(Fault::not_found)
    }

    /// The unit above a section (`OS` above `OS-Z`).
    fn parent(&self) -> Option<&str> {
        self.matter.unit.split_once('-').map(|(above, _)| above)
    }

    pub(super) async fn desk(&self, player: &Player) -> Result<(Ctx, Desk)> {
        let ctx = self.stage.ctx(player.actor());
        let (office, person, day) = (self.company.id, player.id, self.stage.clock.today());
        let desk = self
            .stage
            .app
            .db
            .read(move |c| Box::pin(async move { offices::desk_of(c, office, person, day).await }))
            .await?;
        Ok((ctx, desk))
    }

    async fn step(&self, step: &Step, thread: Thread) -> Result<Thread> {
        match step.verb.as_str() {
            "submit" => self.submit(thread).await,
            "paper" => self.paper(thread).await,
            "register" | "assign" => self.registry(step, thread).await,
            "open" => self.open(thread).await,
            "citizen" | "answer" => self.citizen_says(step, thread).await,
            "letter" | "propose" | "return" | "approve" | "send" => self.letter(step, thread).await,
            _ => self.work(step, thread).await,
        }
    }

    async fn submit(&self, thread: Thread) -> Result<Thread> {
        let (act, player) = self.citizen()?;
        let ctx = self.stage.ctx(player.actor());
        let app = &self.stage.app;
        let scope = OfficeScope::checked(self.company.id);
        let slug = self.matter.service.clone();
        let (service, form) = app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let service = services::published_service(c, scope, &slug).await?;
                    let form = service.form_id.ok_or_else(Fault::not_found)?;
                    let schema = services::form(c, scope, form).await?;
                    Ok((service, (form, schema)))
                })
            })
            .await?;
        let writer = answers::Writer { act, email: &player.email, says: &self.matter.answers };
        let (given, wanted) = answers::fill(&form.1, &writer, ctx.now.warsaw_date())?;
        let mut files = Vec::new();
        for field in wanted {
            files.push(self.attachment(&ctx, field).await?);
        }
        let new = services::NewSubmission {
            form: form.0,
            answers: given,
            files,
            person: Some(player.id),
            name: player.name.clone(),
            email: player.email.clone(),
            channel: services::Channel::Web,
            once: format!("demo:{}", self.number),
        };
        let url = app.settings.public_url.clone();
        let incoming: IncomingId = app
            .db
            .write(move |c| {
                Box::pin(async move {
                    let sent = services::submit(c, &ctx, scope, &service, new, &url).await?;
                    let (id,) = c
                        .one(q!(
                            "SELECT id FROM incoming WHERE office_id = $1 AND submission_id = $2",
                            scope.office(),
                            sent.submission.id
                        ))
                        .await?;
                    Ok(id)
                })
            })
            .await?;
        Ok(Thread { incoming: Some(incoming), ..thread })
    }

    /// A page with a sentence on it, as PDF.
    async fn attachment(&self, ctx: &Ctx, field: String) -> Result<services::NewFile> {
        let mut page = pdf::Letter::new(self.matter.citizen.as_str(), "", ctx.now.warsaw_date());
        page.kind = "Załącznik do wniosku".into();
        let rendered = self.stage.app.pdf.render(page.into(), ctx.now.warsaw_date()).await.map_err(Fault::internal)?;
        let stored = self.stage.app.blobs.put_bytes(rendered.bytes, "zalacznik.pdf").await?;
        Ok(services::NewFile {
            field,
            name: "Załącznik.pdf".into(),
            hash: hex::encode(stored.hash),
            size: i64::try_from(stored.size).unwrap_or(0),
            media_type: stored.media_type,
        })
    }

    async fn paper(&self, thread: Thread) -> Result<Thread> {
        let (ctx, desk) = self.desk(self.official(Role::Registry)?).await?;
        let received = ctx.now.warsaw_date();
        let paper = Paper {
            channel: Channel::Post,
            received,
            sender_person: None,
            service: None,
            about: Registration {
                organisation: self.matter.sender.clone(),
                letter_date: received.checked_sub(3.days()).map_err(Fault::internal)?.to_string(),
                country: "Polska".into(),
                attachments: Some(1),
                title: self.matter.title.clone(),
                ..Registration::default()
            },
        };
        let row = self
            .stage
            .app
            .db
            .write(move |c| Box::pin(async move { incoming::type_in(c, &ctx, &desk, &paper).await }))
            .await?;
        Ok(Thread { incoming: Some(row.id), ..thread })
    }

    async fn registry(&self, step: &Step, thread: Thread) -> Result<Thread> {
        let Some(id) = thread.incoming else { return Ok(thread) };
        let (ctx, desk) = self.desk(self.official(Role::Registry)?).await?;
        let unit = self.company.unit(&self.matter.unit).ok_or_else(Fault::not_found)?;
        let person = self.company.with(Role::Official, Some(&self.matter.unit)).map(|p| p.id);
        let to = person.map_or(To::Unit(unit), To::Person);
        let (verb, words) = (step.verb.clone(), step.words.clone());
        self.stage
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    if verb == "register" {
                        let row = incoming::get(c, &desk, id).await?;
                        incoming::register(c, &ctx, &desk, id, &Registration::from(&row)).await
                    } else {
                        incoming::assign(c, &ctx, &desk, id, to, &words).await
                    }
                })
            })
            .await?;
        Ok(thread)
    }

    async fn open(&self, thread: Thread) -> Result<Thread> {
        let (ctx, desk) = self.desk(self.official(Role::Official)?).await?;
        let unit = self.company.unit(&self.matter.unit).ok_or_else(Fault::not_found)?;
        let class = self.company.class(&self.matter.class).ok_or_else(Fault::not_found)?;
        let incoming = thread.incoming;
        let usual = self.matter.months.map(|n| Span::new(n, Unit::Months));
        let form = filled_form::prepare(&self.stage.app, &desk, incoming).await?;
        let case = self
            .stage
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    let mail = match incoming {
                        Some(id) => Some(incoming::get(c, &desk, id).await?),
                        None => None,
                    };
                    let new = NewCase {
                        class,
                        unit,
                        title: mail.as_ref().map(|m| m.title.clone()).unwrap_or_default(),
                        service: None,
                        incoming,
                        party: None::<Party>,
                        started: mail.as_ref().map_or(ctx.now.warsaw_date(), |m| m.received.0),
                        term: mail.as_ref().and_then(incoming::IncomingRow::span).or(usual),
                    };
                    form.open(c, &ctx, &desk, new).await
                })
            })
            .await?;
        Ok(Thread { case: Some(case.id), ..thread })
    }

    async fn citizen_says(&self, step: &Step, thread: Thread) -> Result<Thread> {
        let Some(case) = thread.case else { return Ok(thread) };
        let (_, player) = self.citizen()?;
        let ctx = self.stage.ctx(player.actor());
        let scope = OfficeScope::checked(self.company.id);
        let who = correspondence::Citizen { person: Some(player.id), name: player.name.clone() };
        let new =
            correspondence::NewMessage { text: step.words.clone(), files: Vec::new(), once: format!("{}", step.at.0) };
        let request = thread.request.filter(|_| step.verb == "answer");
        self.stage
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    match request {
                        Some(request) => correspondence::citizen_answer(c, &ctx, scope, case, request, &who, new).await,
                        None => correspondence::citizen_write(c, &ctx, scope, case, &who, new).await,
                    }
                })
            })
            .await?;
        Ok(thread)
    }

    async fn work(&self, step: &Step, thread: Thread) -> Result<Thread> {
        let Some(case) = thread.case else { return Ok(thread) };
        let (ctx, desk) = self.desk(self.official(Role::Official)?).await?;
        let (verb, words, once) = (step.verb.clone(), step.words.clone(), step.at.0.to_string());
        let request = self
            .stage
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    match verb.as_str() {
                        "note" => records::notes::add(c, &ctx, &desk, case, &words).await.map(|_| None),
                        "write" => {
                            let new = correspondence::NewMessage { text: words, files: Vec::new(), once };
                            correspondence::office_write(c, &ctx, &desk, case, new).await.map(|_| None)
                        }
                        "ask" => {
                            let due = ctx.now.warsaw_date().checked_add(14.days()).map_err(Fault::internal)?;
                            let pause = Some("Oczekiwanie na uzupełnienie wniosku przez stronę.".into());
                            let new = correspondence::NewRequest { what: words, due, pause, once };
                            correspondence::ask(c, &ctx, &desk, case, new).await.map(|r| Some(r.id))
                        }
                        "follow" => cases::follow(c, &ctx, &desk, case, true).await.map(|()| None),
                        "settle" => cases::settle(c, &ctx, &desk, case, Outcome::Granted, "").await.map(|_| None),
                        _ => Err(Fault::not_found()),
                    }
                })
            })
            .await?;
        Ok(Thread { request: request.or(thread.request), ..thread })
    }
}
