//! A database, a clock that stands still, and a sender.

use std::{path::Path, sync::Arc};

use db::Db;
use jiff::civil::date;
use jobs::Runner;
use kernel::{Ctx, FixedClock, Lang, Result, SeededEntropy, ids::MailId};
use mail::{Mail, Sender, Stored, Transport};

pub struct World {
    pub db: Db,
    pub clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
    runner: Runner,
}

pub fn letter() -> Mail {
    Mail::new("anna.nowak@example.pl", "Anna Nowak-Żółć", Lang::Pl, "W sprawie „Żółć i gęś” jest odpowiedź")
        .paragraph("Urząd odpisał w Twojej sprawie.")
        .paragraph("<script>alert(1)</script>")
        .button("Zobacz sprawę", "https://szpon.example.pl/my/cases/7")
        .footer("Urząd Gminy Przykładowo")
}

impl World {
    pub fn smtp(db: &Db, url: &str) -> Self {
        Self::new(db, Transport::open(url).unwrap())
    }
    pub fn folder(db: &Db, path: &Path) -> Self {
        Self::new(db, Transport::open(&format!("folder:{}", path.display())).unwrap())
    }
    fn new(db: &Db, transport: Transport) -> Self {
        i18n::init(&[mail::msg::SOURCE]);
        let clock = Arc::new(FixedClock::noon(date(2026, 3, 2)));
        let entropy = Arc::new(SeededEntropy::new(7));
        let mut runner = Runner::new(db.clone(), clock.clone(), entropy.clone());
        Sender::new(transport, "SZPON <szpon@example.pl>").unwrap().register(&mut runner);
        Self { db: db.clone(), clock, entropy, runner }
    }
    pub fn ctx(&self) -> Ctx {
        Ctx::system(self.clock.clone(), self.entropy.clone())
    }
    pub async fn queue(&self, letter: Mail) -> Result<MailId> {
        let ctx = self.ctx();
        self.db.write(move |c| Box::pin(async move { mail::queue(c, &ctx, &letter).await })).await
    }
    pub async fn run(&self) {
        self.runner.run_until_idle().await.unwrap();
    }
    pub async fn get(&self, id: MailId) -> Stored {
        self.db.read(move |c| Box::pin(async move { mail::get(c, id).await })).await.unwrap()
    }
    pub async fn recent(&self, recipient: Option<&'static str>) -> Vec<Stored> {
        self.db.read(move |c| Box::pin(async move { mail::list_recent(c, 50, recipient).await })).await.unwrap()
    }
}
