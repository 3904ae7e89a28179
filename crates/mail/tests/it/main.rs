//! E-mails on both databases, delivered to a server within the test.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod setup;
mod sink;

use db::Migration;
use kernel::{Clock as _, FaultKind, Lang};
use mail::{Mail, State};
use setup::{World, letter};
use sink::{Answer, Sink};

const TABLES: &[Migration] = &[jobs::MIGRATIONS[0], mail::MIGRATIONS[0]];

db::both! { &[TABLES];

async fn an_e_mail_arrives_whole_with_polish_letters(db) {
    let sink = Sink::start(vec![]).await;
    let world = World::smtp(&db, &sink.url());
    let id = world.queue(letter()).await.unwrap();
    world.run().await;
    let got = sink.messages();
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].to, ["anna.nowak@example.pl"]);
    let head = got[0].head();
    assert!(head.contains("To: =?utf-8?b?"), "{head}");
    assert_eq!(sink::decoded_header(&head, "Subject"), "W sprawie „Żółć i gęś” jest odpowiedź");
    assert!(head.contains("Auto-Submitted: auto-generated\r\n"), "{head}");
    assert!(head.contains("Content-Language: pl\r\n"), "{head}");
    assert!(head.contains(&format!("Message-ID: <{id}@example.pl>\r\n")), "{head}");
    assert!(head.contains("Date: Mon, 02 Mar 2026 11:00:00 +0000\r\n"), "{head}");
    let (text, html) = got[0].parts();
    assert!(text.contains("Urząd odpisał w Twojej sprawie.") && text.contains("https://szpon.example.pl/my/cases/7"));
    assert!(text.contains("Tę wiadomość wysłał system."), "{text}");
    assert!(html.contains("<html lang=\"pl\">") && html.contains("Zobacz sprawę</a>"), "{html}");
    assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"), "{html}");
    let kept = world.get(id).await;
    assert_eq!((kept.state, kept.attempts, kept.sent_at), (State::Sent, 1, Some(world.clock.now())));
}

async fn the_frame_speaks_the_recipients_language(db) {
    let sink = Sink::start(vec![]).await;
    let world = World::smtp(&db, &sink.url());
    world.queue(Mail::new("john@example.com", "", Lang::En, "News").paragraph("There is news.")).await.unwrap();
    world.run().await;
    let (text, html) = sink.messages()[0].parts();
    assert!(text.contains("Please do not reply") && html.contains("<html lang=\"en\">"), "{text}");
}

async fn no_text_can_add_a_header_or_a_recipient(db) {
    let sink = Sink::start(vec![]).await;
    let world = World::smtp(&db, &sink.url());
    let evil = "x\r\nBcc: evil@example.com\r\n\r\nbody";
    world.queue(Mail::new("anna@example.pl", evil, Lang::Pl, evil).paragraph("y\r\n.\r\nMAIL FROM:<e@e.pl>")).await.unwrap();
    let refused = world.queue(Mail::new("a@example.pl\r\nRCPT TO:<evil@example.com>", "", Lang::Pl, "x")).await.unwrap_err();
    assert_eq!((refused.kind, refused.fields[0].key), (FaultKind::Invalid, mail::msg::FAULT_MAIL_ADDRESS));
    world.run().await;
    let got = sink.messages();
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].to, ["anna@example.pl"]);
    assert!(!got[0].head().lines().any(|l| l.to_ascii_lowercase().starts_with("bcc:")), "{}", got[0].head());
}

async fn an_address_that_does_not_exist_is_given_up_at_once(db) {
    let sink = Sink::start(vec![Answer::Rcpt("550 5.1.1 no such user")]).await;
    let world = World::smtp(&db, &sink.url());
    let id = world.queue(letter()).await.unwrap();
    world.run().await;
    world.clock.advance_days(1);
    world.run().await;
    assert!(sink.messages().is_empty());
    assert_eq!(sink.connections(), 1);
    let kept = world.get(id).await;
    assert_eq!((kept.state, kept.attempts), (State::Failed, 1));
    assert!(kept.error.unwrap().contains("no such user"));
}

async fn a_server_that_asks_to_come_back_gets_it_later_under_the_same_message_id(db) {
    let sink = Sink::start(vec![Answer::Rcpt("451 4.7.1 greylisted"), Answer::Data("452 4.3.1 no space")]).await;
    let world = World::smtp(&db, &sink.url());
    let id = world.queue(letter()).await.unwrap();
    for (state, attempts) in [(State::Waiting, 1), (State::Waiting, 2), (State::Sent, 3)] {
        world.run().await;
        let kept = world.get(id).await;
        assert_eq!((kept.state, kept.attempts), (state, attempts));
        world.clock.advance_seconds(60);
    }
    assert_eq!(sink.messages().len(), 1);
    assert!(sink.messages()[0].head().contains(&format!("<{id}@example.pl>")));
    assert_eq!(world.get(id).await.error, None);
}

async fn wrong_credentials_are_ours_to_mend_and_lose_no_e_mail(db) {
    let sink = Sink::start(vec![Answer::Mail("535 5.7.8 authentication failed")]).await;
    let world = World::smtp(&db, &sink.url());
    let id = world.queue(letter()).await.unwrap();
    world.run().await;
    assert_eq!(world.get(id).await.state, State::Waiting);
    world.clock.advance_seconds(60);
    world.run().await;
    assert_eq!(world.get(id).await.state, State::Sent);
}

async fn a_server_that_is_away_gets_it_when_it_is_back(db) {
    let (port, url) = sink::free_port().await;
    let world = World::smtp(&db, &url);
    let id = world.queue(letter()).await.unwrap();
    world.run().await;
    let kept = world.get(id).await;
    assert_eq!((kept.state, kept.attempts), (State::Waiting, 1));
    assert!(kept.error.is_some());
    let sink = Sink::start_at(port, vec![]).await;
    world.clock.advance_seconds(60);
    world.run().await;
    assert_eq!(world.get(id).await.state, State::Sent);
    assert_eq!(sink.messages().len(), 1);
}

async fn after_the_last_try_an_e_mail_is_said_to_be_undelivered(db) {
    let (_, url) = sink::free_port().await;
    let world = World::smtp(&db, &url);
    let id = world.queue(letter()).await.unwrap();
    for _ in 0..20 {
        world.run().await;
        world.clock.advance_seconds(8 * 3600);
    }
    let kept = world.get(id).await;
    assert_eq!((kept.state, kept.attempts), (State::Failed, 18));
}

async fn an_e_mail_of_undone_work_is_never_sent(db) {
    let sink = Sink::start(vec![]).await;
    let world = World::smtp(&db, &sink.url());
    let ctx = world.ctx();
    let undone = db.write(move |c| Box::pin(async move {
        mail::queue(c, &ctx, &letter()).await?;
        Err::<(), _>(kernel::Fault::invalid("no"))
    })).await;
    assert!(undone.is_err());
    world.run().await;
    assert!(sink.messages().is_empty() && world.recent(None).await.is_empty());
}

async fn a_folder_gets_files_and_the_page_of_the_demo_its_list(db) {
    let dir = tempfile::tempdir().unwrap();
    let world = World::folder(&db, dir.path());
    let first = world.queue(letter()).await.unwrap();
    world.clock.advance_seconds(1);
    let second = world.queue(Mail::new("Jan@Example.PL", "", Lang::Pl, "Drugi")).await.unwrap();
    world.run().await;
    let file = std::fs::read_to_string(dir.path().join(format!("{first}.eml"))).unwrap();
    assert!(file.contains("Auto-Submitted: auto-generated"), "{file}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
    let ids = |all: Vec<mail::Stored>| all.into_iter().map(|m| m.id).collect::<Vec<_>>();
    assert_eq!(ids(world.recent(None).await), [second, first]);
    assert_eq!(ids(world.recent(Some("jan@example.pl")).await), [second]);
    assert_eq!(ids(world.recent(Some("ANNA.NOWAK@example.pl")).await), [first]);
    assert!(world.get(second).await.body_html.contains("Drugi"));
}

async fn e_mails_are_kept_for_thirty_days(db) {
    let dir = tempfile::tempdir().unwrap();
    let world = World::folder(&db, dir.path());
    world.queue(letter()).await.unwrap();
    world.run().await;
    world.clock.advance_days(29);
    world.run().await;
    assert_eq!(world.recent(None).await.len(), 1);
    world.clock.advance_days(2);
    world.run().await;
    assert!(world.recent(None).await.is_empty());
}

}
