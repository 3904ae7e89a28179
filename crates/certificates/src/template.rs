//! The wording of an office's certificates. Each edit is a new one; a certificate keeps the one it was issued with.

use audit::Entry;
use db::{Conn, Json, q};
use kernel::{Ctx, Fault, FieldFault, Lang, Micros, OfficeScope, Result, ids::OfficeId};
use serde::{Deserialize, Serialize};

use crate::msg;

/// The wording in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// What it is called.
    pub heading: String,
    /// Words above the person's name.
    pub opening: String,
    /// Words between the person's name and the course's.
    pub between: String,
    /// What the office adds below, in Markdown; may be empty.
    pub closing: String,
    /// The position of who signs; may be empty.
    pub position: String,
}

/// The wording of an office's certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// In Polish.
    pub pl: Wording,
    /// In English.
    pub en: Wording,
    /// Who signs; may be empty.
    pub signer: String,
}

impl Default for Words {
    fn default() -> Self {
        let of = |heading: &str, opening: &str, between: &str| Wording {
            heading: heading.into(),
            opening: opening.into(),
            between: between.into(),
            ..Wording::default()
        };
        Self {
            pl: of("Zaświadczenie o ukończeniu kursu", "otrzymuje", "za ukończenie kursu"),
            en: of("Certificate of completion", "is awarded to", "for completing the course"),
            signer: String::new(),
        }
    }
}

/// The longest line and the longest text, in characters.
const LINE: usize = 200;
const TEXT: usize = 2000;

impl Words {
    /// The wording in a language.
    pub fn of(&self, lang: Lang) -> &Wording {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
        }
    }

    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        let mut at = |field: String, key: &'static str| {
            faults.push(FieldFault { field, key, args: Vec::new() });
        };
        for (lang, wording) in [("pl", &self.pl), ("en", &self.en)] {
            if wording.heading.trim().chars().count() < 3 {
                at(format!("heading_{lang}"), msg::CERTIFICATES_HEADING_SHORT);
            }
            let lines = [
                ("heading", &wording.heading),
                ("opening", &wording.opening),
                ("between", &wording.between),
                ("position", &wording.position),
            ];
            for (name, text) in lines {
                if text.chars().count() > LINE {
                    at(format!("{name}_{lang}"), msg::CERTIFICATES_TOO_LONG);
                }
            }
            if wording.closing.chars().count() > TEXT {
                at(format!("closing_{lang}"), msg::CERTIFICATES_TOO_LONG);
            }
        }
        if self.signer.chars().count() > LINE {
            at("signer".into(), msg::CERTIFICATES_TOO_LONG);
        }
        Fault::check(faults)
    }
}

/// A wording with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Counts edits; 0 is the usual wording, which nobody edited.
    pub number: i64,
    /// The words.
    pub words: Words,
    /// When it was made, and by whom; none for the usual one.
    pub changed: Option<(Micros, String)>,
}

type Columns = (i64, Json<Words>, Micros, String);

fn read(row: Option<Columns>) -> Template {
    match row {
        Some((number, Json(words), at, by)) => Template { number, words, changed: Some((at, by)) },
        None => Template { number: 0, words: Words::default(), changed: None },
    }
}

/// The wording certificates are issued with now.
///
/// # Errors
/// Those of the database.
pub async fn current(c: &mut Conn, office: OfficeId) -> Result<Template> {
    let text = "SELECT number, wording, changed, changed_by FROM certificate_template WHERE office_id = $1 \
                ORDER BY number DESC LIMIT 1";
    Ok(read(c.opt(q!(text, office)).await?))
}

/// The wording of a number.
///
/// # Errors
/// Those of the database.
pub(crate) async fn numbered(c: &mut Conn, office: OfficeId, number: i64) -> Result<Template> {
    let text =
        "SELECT number, wording, changed, changed_by FROM certificate_template WHERE office_id = $1 AND number = $2";
    Ok(read(c.opt(q!(text, office, number)).await?))
}

/// Changes the wording of certificates issued from now on.
///
/// # Errors
/// `Invalid` with the fields at fault (`heading_pl`, …); `Conflict` when somebody else changed it since `number`.
pub async fn change(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, number: i64, words: &Words) -> Result<()> {
    words.check()?;
    let now = current(c, scope.office()).await?;
    if now.words == *words {
        return Ok(());
    }
    let stored = c
        .exec(q!(
            "INSERT INTO certificate_template (office_id, number, wording, changed, changed_by) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (office_id, number) DO NOTHING",
            scope.office(),
            number + 1,
            Json(words),
            ctx.now,
            ctx.actor.name()
        ))
        .await?;
    if stored == 0 || now.number != number {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let entry = Entry::admin("certificate_template.changed", "office", scope.office());
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}
