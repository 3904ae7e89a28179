//! What a citizen wrote in a form, as words for the search of the desk: a plot, a street, what it is about. Numbers that
//! belong to a person (PESEL, NIP, REGON, bank account, telephone, e-mail) are left out: nobody shall look people up by them.

use db::{Conn, q};
use kernel::{
    Fault, FaultKind, Lang, OfficeScope, Result,
    ids::{CaseId, SubmissionId},
};
use services::{answers, schema::Kind};

/// How many digits in a row are taken for somebody's number, wherever they stand: PESEL has 11.
const SOMEBODYS_NUMBER: usize = 11;

/// The words of a submission; none when it is not there.
///
/// # Errors
/// Those of the database.
pub(crate) async fn of_submission(c: &mut Conn, scope: OfficeScope, id: SubmissionId) -> Result<String> {
    let Some(sent) = there(services::submission(c, scope, id).await)? else { return Ok(String::new()) };
    let Some(form) = there(services::form(c, scope, sent.form_id).await)? else { return Ok(String::new()) };
    let files = services::submission_files(c, scope, id).await?;
    let has = |field: &str| files.iter().any(|f| f.field == field);
    let kinds = form.steps.iter().flat_map(|s| &s.fields);
    let public: Vec<&str> = kinds.filter(|f| told(f.kind)).map(|f| f.id.as_str()).collect();
    let steps = answers::shown(&form, &sent.answers.0, &has, Lang::Pl);
    let words = steps.into_iter().flat_map(|s| s.fields).filter(|f| public.contains(&f.id.as_str()));
    Ok(words.map(|f| without_numbers(&f.value)).filter(|v| !v.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// What is there, or nothing: mail is taken in even when its form is gone.
fn there<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Fault { kind: FaultKind::NotFound, .. }) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The words of all forms that came into a case.
///
/// # Errors
/// Those of the database.
pub(crate) async fn of_case(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<String> {
    let sent: Vec<(SubmissionId,)> = c
        .all(q!(
            "SELECT submission_id FROM incoming WHERE case_id = $1 AND office_id = $2 AND submission_id IS NOT NULL
             ORDER BY id LIMIT 50",
            case,
            scope.office()
        ))
        .await?;
    let mut texts = Vec::new();
    for (id,) in sent {
        texts.push(of_submission(c, scope, id).await?);
    }
    Ok(texts.join("\n"))
}

/// Whether answers of this kind may be looked for.
fn told(kind: Kind) -> bool {
    match kind {
        Kind::Text
        | Kind::Textarea
        | Kind::Number
        | Kind::Money
        | Kind::Date
        | Kind::PostalCode
        | Kind::Select
        | Kind::Radio
        | Kind::Checkboxes
        | Kind::Address => true,
        Kind::Pesel
        | Kind::Nip
        | Kind::Regon
        | Kind::Email
        | Kind::Phone
        | Kind::Iban
        | Kind::Checkbox
        | Kind::File
        | Kind::Info
        | Kind::Declaration => false,
    }
}

fn without_numbers(text: &str) -> String {
    let number = |word: &str| word.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= SOMEBODYS_NUMBER);
    text.split_whitespace().filter(|word| !number(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plot_stays_and_a_pesel_goes() {
        assert_eq!(without_numbers("działka 118/4\nPESEL:44051401359, od 12.01.2026"), "działka 118/4 od 12.01.2026");
    }
}
