//! What the daily jobs of the program forget.

use std::sync::Arc;

use db::q;
use kernel::{FixedClock, Micros, SeededEntropy};
use szpon::{cli, compose, config::Config, server};

/// Wednesday, 4 March 2026, 12:00 in Poland.
const NOON: Micros = Micros(1_772_622_000_000_000);

db::both! { &[&compose::migrations()];

async fn answers_kept_for_keys_go_after_a_day(db) {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    let matches = cli::command().get_matches_from(["szpon", "serve", "--data", &data]);
    let config = Config::read(matches.subcommand().unwrap().1).unwrap();
    seal::install(seal::Keyring::parse(&"42".repeat(32)).unwrap());
    let clock = Arc::new(FixedClock::at(NOON));
    let app = server::build(&config, db.clone(), clock, Arc::new(SeededEntropy::new(1)), true).unwrap();
    db.write(|c| Box::pin(async move {
        for (key, hours) in [("two days old", 48), ("an hour old", 1)] {
            c.exec(q!(
                "INSERT INTO once_key (person_id, key, request_hash, answer, at) VALUES ($1, $2, $3, $4, $5)",
                uuid::Uuid::from_u128(1), key, vec![0u8; 32], "\"Jan Kowalski\"", NOON.plus_seconds(-hours * 3600)
            )).await?;
        }
        Ok(())
    })).await.unwrap();
    compose::runner(&app, &config).unwrap().run_due().await.unwrap();
    let left: Vec<(String,)> = db.read(|c| Box::pin(async move { c.all(q!("SELECT key FROM once_key")).await })).await.unwrap();
    assert_eq!(left, [("an hour old".to_owned(),)]);
}

}
