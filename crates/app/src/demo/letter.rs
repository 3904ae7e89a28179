//! Letters of the demonstration's month: begun from a template, filled in, approved and sent.

use std::collections::BTreeMap;

use db::Conn;
use kernel::{
    Ctx, Fault, Result,
    ids::{CaseId, LetterId},
};
use letters::{NewLetter, Sending, Way};
use offices::{Desk, Role};

use super::month::{Play, Step, Thread};

impl Play<'_> {
    /// Writes, proposes, returns, approves or sends a letter of the matter.
    pub(super) async fn letter(&self, step: &Step, thread: Thread) -> Result<Thread> {
        let Some(case) = thread.case else { return Ok(thread) };
        let chief = matches!(step.verb.as_str(), "approve" | "return");
        let (ctx, desk) = self.desk(self.official(if chief { Role::Superior } else { Role::Official })?).await?;
        let (verb, words, once) = (step.verb.clone(), step.words.clone(), step.at.0.to_string());
        let app = self.stage.app.clone();
        if verb == "letter" {
            let mut says = self.matter.says.clone();
            // Where the citizen lives, for what came without an address of its own.
            if let Ok((act, _)) = self.citizen() {
                let lives = format!("{}, {} {}", act.street, act.postal_code, act.town);
                says.entry("party.address".into()).or_insert(lives);
            }
            let letter = app
                .db
                .write(move |c| Box::pin(async move { begin(c, &ctx, &desk, case, &words, &says, once).await }))
                .await?;
            return Ok(Thread { letter: Some(letter), ..thread });
        }
        let Some(id) = thread.letter else { return Ok(thread) };
        let last = if verb == "approve" { Some(letters::finish(&app, &ctx, &desk, id).await?) } else { None };
        app.db
            .write(move |c| {
                Box::pin(async move {
                    match (verb.as_str(), last) {
                        ("propose", _) => {
                            let row = letters::letter(c, &desk, id).await?;
                            letters::submit(c, &ctx, &desk, id, row.version, None).await.map(|_| ())
                        }
                        ("return", _) => letters::return_(c, &ctx, &desk, id, &words).await.map(|_| ()),
                        ("approve", Some(last)) => letters::approve(c, &ctx, &desk, id, &last).await.map(|_| ()),
                        _ => letters::send(c, &ctx, &desk, id, Sending::by(Way::Account)).await.map(|_| ()),
                    }
                })
            })
            .await?;
        Ok(thread)
    }
}

/// Begins a letter from the template of this kind and fills in what the template leaves open.
async fn begin(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    case: CaseId,
    kind: &str,
    says: &BTreeMap<String, String>,
    once: String,
) -> Result<LetterId> {
    let templates = letters::templates(c, desk.scope).await?;
    let wanted = match kind {
        "decyzja" => letters::Kind::Decision,
        "pismo" => letters::Kind::Letter,
        "odpowiedz" => letters::Kind::Answer,
        _ => letters::Kind::Certificate,
    };
    // Of several answers the one about public information.
    let fits = |t: &&letters::TemplateRow| t.kind == wanted && (kind != "odpowiedz" || t.name.contains("informacj"));
    let template = templates.iter().find(fits).ok_or_else(Fault::not_found)?;
    let row = letters::create(c, ctx, desk, case, NewLetter::from_template(template.id, once)).await?;
    let content = row.content.0.map(|_, text| resolve(text, says));
    letters::save(c, ctx, desk, row.id, row.version, content).await?;
    Ok(row.id)
}

/// Puts words where the template asks the official for them.
fn resolve(text: &str, says: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let Some(length) = rest[start..].find("}}") else { break };
        out.push_str(&rest[..start]);
        let name = &rest[start + 2..start + length];
        out.push_str(says.get(name).map_or_else(|| usual(name), String::as_str));
        rest = &rest[start + length + 2..];
    }
    out.push_str(rest);
    out
}

/// What is written where the matter says nothing of its own.
fn usual(name: &str) -> &'static str {
    match name {
        "przepis materialny" => "przepisów ustawy wskazanej we wniosku",
        "rozstrzygnięcie" => "Uwzględniam wniosek w całości.",
        "ustalenia i dowody" => "Przeprowadzono oględziny, zebrane dowody potwierdzają dane z wniosku.",
        "uzasadnienie prawne" => "Wniosek spełnia wszystkie wymagania przewidziane w przepisach.",
        "organ odwoławczy" => "Samorządowego Kolegium Odwoławczego",
        "o czym" => "o danych z ewidencji prowadzonej przez urząd",
        "treść zaświadczenia" => "figuruje w ewidencji z danymi podanymi we wniosku",
        "nazwa rejestru" => "ewidencja prowadzona przez urząd",
        "komu przedłożyć" => "bank",
        _ => "zgodnie z wnioskiem",
    }
}
