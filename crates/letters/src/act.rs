//! Writing a letter: beginning, saving, submitting for approval, taking back, giving up.

use std::collections::BTreeMap;

use db::{Conn, Json, q};
use i18n::T;
use kernel::{
    Ctx, Fault, Result,
    ids::{CaseId, LetterId, PersonId, TemplateId},
};
use offices::{Day, Desk};
use records::{
    cases::{self, CaseRow},
    chain::{self, Action},
    index::{Kept, Thing},
};

use crate::{
    Content, Kind, LetterRow, Move, State, Step,
    content::PARTS,
    letter::{get, letter_select, note_step},
    msg, placeholders, policy, template,
    words::Faults,
};

/// What came of saving an edit.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved<T> {
    /// Saved; the thing as it is now.
    Done(T),
    /// Somebody else saved meanwhile: the thing as they left it. Nothing was changed; show both.
    Stale(T),
}

/// A letter to be begun.
#[derive(Debug, Clone, PartialEq)]
pub struct NewLetter {
    /// The template it begins with; without one it begins empty.
    pub template: Option<TemplateId>,
    /// The kind, where there is no template.
    pub kind: Kind,
    /// Values for placeholders beyond those of the case.
    pub values: BTreeMap<String, String>,
    /// The key of the form: the same key is the same letter.
    pub once: String,
}

impl NewLetter {
    /// A letter from a template.
    pub fn from_template(template: TemplateId, once: impl Into<String>) -> Self {
        Self { template: Some(template), kind: Kind::Letter, values: BTreeMap::new(), once: once.into() }
    }
    /// An empty letter.
    pub fn empty(once: impl Into<String>) -> Self {
        Self { template: None, kind: Kind::Letter, values: BTreeMap::new(), once: once.into() }
    }
}

/// Begins a letter from a template with the data of the case filled in.
///
/// # Errors
/// As [`create`].
pub async fn create_from_template(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    case: CaseId,
    template: TemplateId,
    once: &str,
) -> Result<LetterRow> {
    create(c, ctx, desk, case, NewLetter::from_template(template, once)).await
}

/// Begins a letter in a case. Drafts are not written into the record; what is sent for approval is.
///
/// # Errors
/// As [`cases::writable`]; `NotFound` for a template of another office or one no longer used; `Conflict` when another
/// letter was begun under the key of the form.
pub async fn create(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId, new: NewLetter) -> Result<LetterRow> {
    let row = cases::writable(c, desk, case).await?;
    let source = match new.template {
        Some(id) => {
            let template = template::template(c, desk.scope, id).await?;
            if template.retired {
                return Err(Fault::not_found());
            }
            Source { content: template.content.0, kind: template.kind, template: Some((id, template.version)) }
        }
        None => Source { content: blank(), kind: new.kind, template: None },
    };
    begin(c, ctx, desk, &row, source, new.values, &new.once, None).await
}

/// What a letter begins with.
pub(crate) struct Source {
    pub content: Content,
    pub kind: Kind,
    pub template: Option<(TemplateId, i64)>,
}

#[expect(clippy::too_many_arguments, reason = "the one place where a letter begins")]
pub(crate) async fn begin(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    case: &CaseRow,
    source: Source,
    values: BTreeMap<String, String>,
    once: &str,
    overrun: Option<Day>,
) -> Result<LetterRow> {
    let mut data = placeholders::data_for(c, ctx, desk, case).await?;
    data.extend(values);
    let (kind, used) = (source.kind, source.template);
    let content = placeholders::filled(&source.content, &data).tidy();
    let id: LetterId = ctx.new_id();
    // The program drafts for the official who handles the case; then nobody has written it yet.
    let author: Option<PersonId> = ctx.actor.person();
    c.exec(q!(
        "INSERT INTO letter (id, office_id, case_id, template_id, template_version, kind, title, content, state, unit_id, \
         author_id, author_name, approver_name, created, changed, changed_by, changed_by_name, decided_by, replaced, \
         overrun_due, once, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10, $11, '', $12, $12, $10, $11, \
         '', '', $13, $14, 1) ON CONFLICT DO NOTHING",
        id,
        desk.scope.office(),
        case.id,
        used.map(|(id, _)| id),
        used.map(|(_, version)| version),
        kind,
        content.title(),
        Json(content.clone()),
        case.unit,
        author,
        ctx.actor.name(),
        ctx.now,
        overrun,
        once
    ))
    .await?;
    // Found by its key or by the day due, whichever made it the same letter as an earlier one.
    let found: Option<LetterRow> = c
        .opt(q!(
            letter_select!("WHERE l.case_id = $1 AND l.office_id = $2 AND (l.once = $3 OR l.overrun_due = $4)"),
            case.id,
            desk.scope.office(),
            once,
            overrun
        ))
        .await?;
    let row = found.ok_or_else(Fault::not_found)?;
    if row.id == id {
        keep_version(c, ctx, desk, &row).await?;
    } else if overrun.is_none() && (row.template, row.kind, row.author) != (used.map(|(id, _)| id), kind, author) {
        // An old page of a browser where another template was chosen: it must not be taken for the letter begun with it.
        return Err(Fault::conflict(msg::LETTERS_OTHER_LETTER));
    }
    Ok(row)
}

/// A letter without a template: the addressee is known, the rest is the official's.
fn blank() -> Content {
    Content { addressee: "{{party.name}}\n{{party.address}}".into(), ..Content::default() }
}

async fn keep_version(c: &mut Conn, ctx: &Ctx, desk: &Desk, row: &LetterRow) -> Result<()> {
    c.exec(q!(
        "INSERT INTO letter_version (letter_id, version, office_id, content, at, by_id, by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        row.id,
        row.version,
        desk.scope.office(),
        Json(row.content.0.clone()),
        ctx.now,
        ctx.actor.person(),
        ctx.actor.name()
    ))
    .await?;
    let content = &row.content.0;
    let text: Vec<&str> = PARTS.iter().map(|(part, ..)| content.part(part)).filter(|t| !t.is_empty()).collect();
    let kept = Kept {
        thing: Thing::Letter,
        object: row.id.0,
        title: row.title.clone(),
        names: content.addressee.lines().take(1).map(str::to_owned).collect(),
        text: text.join("\n"),
        changed: ctx.now,
    };
    records::index::kept(c, desk.scope, row.case, kept).await
}

/// Makes sure that a step may be taken now.
pub(crate) fn step(row: &LetterRow, step: Move) -> Result<State> {
    row.state.after(step).ok_or_else(|| Fault::conflict(msg::LETTERS_STATE_CHANGED))
}

/// Saves the text of a draft or of a returned letter. `version` is the one that was edited; a stale edit changes nothing
/// and gives the letter as others left it.
///
/// # Errors
/// As [`cases::writable`]; `Invalid` at the parts at fault; `Conflict` when it cannot be edited any more.
pub async fn save(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: LetterId,
    version: i64,
    content: Content,
) -> Result<Saved<LetterRow>> {
    let row = get(c, desk.scope, id).await?;
    cases::writable(c, desk, row.case).await?;
    step(&row, Move::Save)?;
    let content = content.tidy();
    let mut faults = Faults::default();
    content.check(&mut faults);
    faults.done()?;
    if row.version == version && row.content.0 == content {
        return Ok(Saved::Done(row));
    }
    let done = c
        .exec(q!(
            "UPDATE letter SET content = $4, title = $5, changed = $6, changed_by = $7, changed_by_name = $8,
             version = version + 1
             WHERE id = $1 AND office_id = $2 AND version = $3 AND state IN ('draft', 'returned')",
            id,
            desk.scope.office(),
            version,
            Json(content.clone()),
            content.title(),
            ctx.now,
            desk.member.person,
            &desk.member.name
        ))
        .await?;
    let row = get(c, desk.scope, id).await?;
    if done == 0 {
        step(&row, Move::Save)?;
        return Ok(Saved::Stale(row));
    }
    keep_version(c, ctx, desk, &row).await?;
    Ok(Saved::Done(row))
}

/// Sends a letter for approval to a superior of the unit that has the case: the chosen one, or the nearest. Sent twice
/// it is sent once.
///
/// # Errors
/// As [`cases::writable`]; `Conflict` when the text was changed meanwhile or the letter is past that step; `Invalid` at
/// `body` when placeholders have no value yet, at `approver` when nobody may approve or the chosen one may not.
pub async fn submit(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: LetterId,
    version: i64,
    approver: Option<PersonId>,
) -> Result<LetterRow> {
    let row = get(c, desk.scope, id).await?;
    let case = cases::writable(c, desk, row.case).await?;
    if row.state == State::Waiting && row.version == version {
        return Ok(row);
    }
    step(&row, Move::Submit)?;
    if row.version != version {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let mut faults = Faults::default();
    row.content.0.check(&mut faults);
    let missing = placeholders::missing(&row.content.0);
    if !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|name| placeholders::called(T(ctx.lang), name)).collect();
        faults.add("body", msg::LETTERS_FIELD_MISSING, vec![("names", names.join(", ").into())]);
    }
    let superiors = offices::superiors_of(c, desk.scope, case.unit, ctx.now.warsaw_date()).await?;
    let author = row.author.unwrap_or(desk.member.person);
    let choices = policy::choices(author, &superiors);
    let chosen = match approver {
        Some(person) => choices.iter().find(|s| s.person == person),
        None => choices.first(),
    };
    let Some(chosen) = chosen.cloned() else {
        let key = if choices.is_empty() { msg::LETTERS_FIELD_NO_SUPERIOR } else { msg::LETTERS_FIELD_APPROVER };
        faults.add("approver", key, Vec::new());
        return Err(faults.done().err().unwrap_or_else(Fault::not_found));
    };
    faults.done()?;
    let done = c
        .exec(q!(
            "UPDATE letter SET state = 'waiting', approver_id = $4, approver_name = $5, submitted_at = $6, unit_id = $7,
             author_id = $8, author_name = $9
             WHERE id = $1 AND office_id = $2 AND version = $3 AND state IN ('draft', 'returned')",
            id,
            desk.scope.office(),
            version,
            chosen.person,
            chosen.name(),
            ctx.now,
            case.unit,
            author,
            // A draft of the program has no author until somebody answers for it.
            if row.author.is_some() { row.author_name.as_str() } else { desk.member.name.as_str() }
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let row = get(c, desk.scope, id).await?;
    note_step(c, ctx, desk, &row, Step::Submitted, &chosen.name(), "").await?;
    let action = Action::new("letter.submitted")
        .at(desk)
        .text(format!("{}. {}", row.title, chosen.name()))
        .fact("letter", id.to_string())
        .fact("approver", chosen.person.to_string());
    chain::append(c, ctx, desk.scope, row.case, action).await?;
    Ok(row)
}

/// Takes a letter back before it was decided on.
///
/// # Errors
/// As [`cases::writable`]; `Conflict` when it was decided on meanwhile.
pub async fn take_back(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: LetterId) -> Result<LetterRow> {
    let row = get(c, desk.scope, id).await?;
    cases::writable(c, desk, row.case).await?;
    let to = step(&row, Move::TakeBack)?;
    change(c, desk, &row, to).await?;
    note_step(c, ctx, desk, &row, Step::TakenBack, "", "").await?;
    let action = Action::new("letter.taken-back").at(desk).text(&row.title).fact("letter", id.to_string());
    chain::append(c, ctx, desk.scope, row.case, action).await?;
    get(c, desk.scope, id).await
}

/// Gives a letter up before it is sent. Its texts, and its PDF if it was approved, stay in the case.
///
/// # Errors
/// As [`cases::writable`]; `Conflict` when it was sent.
pub async fn withdraw(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: LetterId) -> Result<LetterRow> {
    let row = get(c, desk.scope, id).await?;
    cases::writable(c, desk, row.case).await?;
    let to = step(&row, Move::Withdraw)?;
    change(c, desk, &row, to).await?;
    note_step(c, ctx, desk, &row, Step::Withdrawn, "", "").await?;
    let action = Action::new("letter.withdrawn").at(desk).text(&row.title).fact("letter", id.to_string());
    chain::append(c, ctx, desk.scope, row.case, action).await?;
    get(c, desk.scope, id).await
}

/// Changes the state, unless somebody else did meanwhile.
pub(crate) async fn change(c: &mut Conn, desk: &Desk, row: &LetterRow, to: State) -> Result<()> {
    let done = c
        .exec(q!(
            "UPDATE letter SET state = $4 WHERE id = $1 AND office_id = $2 AND state = $3",
            row.id,
            desk.scope.office(),
            row.state,
            to
        ))
        .await?;
    if done == 0 { Err(Fault::conflict(msg::LETTERS_STATE_CHANGED)) } else { Ok(()) }
}
