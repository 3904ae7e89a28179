//! What a person's pages read across subjects: one query each, so that a page of 50 cases costs the same as one of five.

use std::collections::HashMap;

use db::{Conn, Q, q};
use kernel::{
    Micros, Result,
    ids::{CaseId, DraftId, OfficeId, PersonId, RequestId, SubmissionId},
};
use offices::Day;
use records::citizen::CitizenRow;
use web::Cursor;

db::row! {
    /// Something an office asks of a person.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct Asked {
        pub request: RequestId,
        pub case: CaseId,
        pub what: String,
        pub due: Day,
        pub reference: String,
        pub title: String,
        pub office: String,
        pub office_en: String,
    }
}

/// What is asked of a person in all their cases, the most urgent first.
pub(crate) async fn asked(c: &mut Conn, person: PersonId) -> Result<Vec<Asked>> {
    c.all(q!(
        "SELECT r.id, cf.id, r.what, r.due, cf.reference, cf.title, o.name, o.name_en
         FROM request r JOIN case_file cf ON cf.id = r.case_id JOIN office o ON o.id = cf.office_id
         WHERE r.state = 'open' AND cf.state <> 'settled' AND r.case_id IN (
             SELECT p.case_id FROM case_party p WHERE p.person_id = $1
             UNION SELECT l.case_id FROM my_link l WHERE l.person_id = $1)
         ORDER BY r.due, r.id LIMIT 50",
        person
    ))
    .await
}

/// Cases a person joined to the account by a link and is no party of by account, last opened first, at most 100.
///
/// # Errors
/// Those of the database.
pub async fn joined_cases(c: &mut Conn, person: PersonId) -> Result<Vec<CitizenRow>> {
    c.all(q!(
        "SELECT cf.id, cf.office_id, o.name, o.slug, cf.reference, cf.title, cf.state, cf.opened, cf.due, cf.settled, \
         cf.outcome, cf.acted
         FROM case_file cf JOIN office o ON o.id = cf.office_id
         WHERE cf.id IN (SELECT l.case_id FROM my_link l WHERE l.person_id = $1)
             AND NOT EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = cf.id AND p.person_id = $1)
         ORDER BY cf.id DESC LIMIT 100",
        person
    ))
    .await
}

/// The cases of a person in all offices or in one, as a party or joined by a link, last opened first, one page.
pub(crate) async fn own_cases(
    c: &mut Conn,
    person: PersonId,
    only: Option<OfficeId>,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<CitizenRow>, Option<Cursor>)> {
    let mut query = q!(
        "SELECT cf.id, cf.office_id, o.name, o.slug, cf.reference, cf.title, cf.state, cf.opened, cf.due, cf.settled, \
         cf.outcome, cf.acted
         FROM case_file cf JOIN office o ON o.id = cf.office_id
         WHERE cf.id IN (SELECT p.case_id FROM case_party p WHERE p.person_id = $1
             UNION SELECT l.case_id FROM my_link l WHERE l.person_id = $1)",
        person
    );
    if let Some(office) = only {
        query = query.push(" AND cf.office_id = ", office);
    }
    if let Some(after) = after {
        query = query.push(" AND cf.id < ", CaseId(after.id));
    }
    let mut rows: Vec<CitizenRow> = c.all(query.push(" ORDER BY cf.id DESC LIMIT ", i64::from(limit) + 1)).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: 0, id: r.id.0 });
    Ok((rows, next))
}

/// The English names of these offices, of those that have one.
pub(crate) async fn english_names(c: &mut Conn, offices: &[OfficeId]) -> Result<HashMap<OfficeId, String>> {
    if offices.is_empty() {
        return Ok(HashMap::new());
    }
    let query =
        Q::new("SELECT id, name_en FROM office WHERE name_en <> ''").push_in(" AND id IN ", offices.iter().copied());
    Ok(c.all::<(OfficeId, String)>(query).await?.into_iter().collect())
}

/// How much news each of these cases has: messages of the office and letters nobody opened yet.
pub(crate) async fn news(c: &mut Conn, cases: &[CaseId]) -> Result<HashMap<CaseId, u64>> {
    if cases.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = || cases.iter().copied();
    let messages = Q::new("SELECT case_id, COUNT(*) FROM message WHERE side = 'office' AND read_at IS NULL")
        .push_in(" AND case_id IN ", ids())
        .text(" GROUP BY case_id");
    let letters =
        Q::new("SELECT case_id, COUNT(*) FROM outgoing WHERE way IN ('account', 'email') AND delivered_on IS NULL")
            .push_in(" AND case_id IN ", ids())
            .text(" GROUP BY case_id");
    let mut news: HashMap<CaseId, u64> = HashMap::new();
    for query in [messages, letters] {
        for (case, count) in c.all::<(CaseId, u64)>(query).await? {
            *news.entry(case).or_default() += count;
        }
    }
    Ok(news)
}

db::row! {
    /// A draft in the list.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct DraftLine {
        pub draft: DraftId,
        pub name_pl: String,
        pub name_en: String,
        pub slug: String,
        pub office: String,
        pub office_en: String,
        pub updated: Micros,
    }
}

/// Drafts with the names of their offices.
pub(crate) async fn drafts(c: &mut Conn, person: PersonId) -> Result<Vec<DraftLine>> {
    let drafts = services::drafts_of(c, person).await?;
    let mut offices: HashMap<OfficeId, (String, String, String)> = HashMap::new();
    if !drafts.is_empty() {
        let query = Q::new("SELECT id, slug, name, name_en FROM office WHERE")
            .push_in(" id IN ", drafts.iter().map(|d| d.office_id))
            .text(" LIMIT 100");
        for (id, slug, name, name_en) in c.all::<(OfficeId, String, String, String)>(query).await? {
            offices.insert(id, (slug, name, name_en));
        }
    }
    let line = |d: services::DraftListed| {
        let (slug, office, office_en) = offices.get(&d.office_id).cloned()?;
        Some(DraftLine {
            draft: d.id,
            name_pl: d.name_pl,
            name_en: d.name_en,
            slug,
            office,
            office_en,
            updated: d.updated,
        })
    };
    Ok(drafts.into_iter().filter_map(line).collect())
}

db::row! {
    /// A submission in the list.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct SentLine {
        pub submission: SubmissionId,
        pub number: String,
        pub sent_at: Micros,
        pub name_pl: String,
        pub name_en: String,
        pub office: String,
        pub case: Option<CaseId>,
        pub registered: Option<Micros>,
    }
}

/// What a person sent, the newest first, one page.
pub(crate) async fn sent(
    c: &mut Conn,
    person: PersonId,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<SentLine>, Option<Cursor>)> {
    let mut query = q!(
        "SELECT s.id, s.number, s.sent_at, v.name_pl, v.name_en, o.name, i.case_id, i.registered_at
         FROM submission s JOIN service v ON v.id = s.service_id JOIN office o ON o.id = s.office_id
         LEFT JOIN incoming i ON i.submission_id = s.id
         WHERE s.person_id = $1",
        person
    );
    if let Some(after) = after {
        query = query.push(" AND (s.sent_at, s.id) < (", after.key).push(", ", after.id).text(")");
    }
    let mut rows: Vec<SentLine> =
        c.all(query.push(" ORDER BY s.sent_at DESC, s.id DESC LIMIT ", i64::from(limit) + 1)).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: r.sent_at.0, id: r.submission.0 });
    Ok((rows, next))
}

/// What became of a submission: when it was registered, and the case that was opened.
pub(crate) async fn fate(c: &mut Conn, submission: SubmissionId) -> Result<(Option<Micros>, Option<CaseId>)> {
    let found: Option<(Option<Micros>, Option<CaseId>)> =
        c.opt(q!("SELECT registered_at, case_id FROM incoming WHERE submission_id = $1", submission)).await?;
    Ok(found.unwrap_or_default())
}

/// The submission a case began with.
pub(crate) async fn submission_of(c: &mut Conn, case: CaseId) -> Result<Option<SubmissionId>> {
    let found: Option<(Option<SubmissionId>,)> = c
        .opt(q!(
            "SELECT submission_id FROM incoming WHERE case_id = $1 AND submission_id IS NOT NULL ORDER BY id LIMIT 1",
            case
        ))
        .await?;
    Ok(found.and_then(|(id,)| id))
}
