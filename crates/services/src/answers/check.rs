//! Whether answers will do: the kind's own rules, the form's checks, and what to say otherwise.

use i18n::T;
use jiff::civil::Date;
use kernel::{Arg, Args, FieldFault, Lang};
use law::check::{BankAccount, Nip, Pesel, Phone, PostalCode, Refusal, Regon};
use serde_json::Value;

use super::{Address, Answer, Answers, Visible};
use crate::{
    msg,
    schema::{Field, Form, Kind},
};

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// The field's name as sent; a part of an address is `FIELD.postal_code`.
    pub field: String,
    /// Message key.
    pub key: &'static str,
    /// Values of the message.
    pub args: Args,
}

impl Trouble {
    fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), key, args: Vec::new() }
    }
    fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
    /// The same as a fault of a field.
    pub fn fault(&self) -> FieldFault {
        FieldFault { field: self.field.clone(), key: self.key, args: self.args.clone() }
    }
}

/// Answers that were checked.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The answers shown, in normal form where they will do.
    pub answers: Answers,
    /// What is wrong.
    pub troubles: Vec<Trouble>,
}

/// What the checks need to know.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Today in Poland.
    pub today: Date,
    /// The reader's language, for explanations.
    pub lang: Lang,
}

/// Checks all answers. `files` counts the files of a field. Answers of hidden questions are left out.
pub fn check(form: &Form, answers: &Answers, files: &dyn Fn(&str) -> usize, today: Date, lang: Lang) -> Checked {
    let visible = Visible::of(form, answers, &|field| files(field) > 0);
    let mut checked = Checked::default();
    for (_, fields) in visible.steps() {
        check_fields(fields, answers, files, Facts { today, lang }, &mut checked);
    }
    checked
}

/// Checks the answers of one step, with the conditions decided by all answers.
pub fn check_step(
    form: &Form,
    step: &str,
    answers: &Answers,
    files: &dyn Fn(&str) -> usize,
    today: Date,
    lang: Lang,
) -> Checked {
    let visible = Visible::of(form, answers, &|field| files(field) > 0);
    let mut checked = Checked::default();
    if let Some(fields) = visible.in_step(step) {
        check_fields(fields, answers, files, Facts { today, lang }, &mut checked);
    }
    checked
}

fn check_fields(fields: &[&Field], answers: &Answers, files: &dyn Fn(&str) -> usize, facts: Facts, out: &mut Checked) {
    for field in fields {
        match field.kind {
            Kind::Info => {}
            Kind::File => {
                let n = files(&field.id);
                let most = field.validation.max_files.unwrap_or(MOST_FILES);
                if field.required && n == 0 {
                    out.troubles.push(Trouble::new(&field.id, msg::SERVICES_FILE_REQUIRED));
                } else if n > most as usize {
                    out.troubles.push(Trouble::new(&field.id, msg::SERVICES_FILES_MANY).arg("max", most));
                }
            }
            _ => match answers.get(&field.id) {
                None if field.required => out.troubles.extend(required(field)),
                None => {}
                Some(answer) => {
                    let before = out.troubles.len();
                    let normal = one(field, answer, facts, &mut out.troubles);
                    let kept = if out.troubles.len() == before { normal } else { answer.clone() };
                    out.answers.0.insert(field.id.clone(), kept);
                }
            },
        }
    }
}

/// The most files of a field, unless the form says otherwise.
pub(crate) const MOST_FILES: u32 = 10;

fn required(field: &Field) -> Vec<Trouble> {
    if field.kind == Kind::Address {
        return [
            ("house", msg::SERVICES_HOUSE),
            ("postal_code", msg::SERVICES_ANSWER_REQUIRED),
            ("city", msg::SERVICES_CITY),
        ]
        .map(|(part, key)| Trouble::new(format!("{}.{part}", field.id), key))
        .into();
    }
    let key = match field.kind {
        Kind::Declaration => msg::SERVICES_DECLARATION_REQUIRED,
        Kind::Radio | Kind::Select | Kind::Checkboxes => msg::SERVICES_CHOICE_REQUIRED,
        _ => msg::SERVICES_ANSWER_REQUIRED,
    };
    vec![Trouble::new(&field.id, key)]
}

fn one(field: &Field, answer: &Answer, facts: Facts, troubles: &mut Vec<Trouble>) -> Answer {
    let wrong = || Trouble::new(&field.id, msg::SERVICES_WRONG_TYPE);
    match (field.kind, answer) {
        (Kind::Checkbox | Kind::Declaration, Answer::Yes(_)) => answer.clone(),
        (Kind::Checkboxes, Answer::Many(values)) => {
            if !values.iter().all(|v| field.options.iter().any(|o| o.value == *v)) {
                troubles.push(Trouble::new(&field.id, msg::SERVICES_CHOICE_UNKNOWN));
            }
            answer.clone()
        }
        (Kind::Address, Answer::Address(address)) => self::address(field, address, facts, troubles),
        (Kind::Checkbox | Kind::Declaration | Kind::Checkboxes | Kind::Address, _) => {
            troubles.push(wrong());
            answer.clone()
        }
        (_, Answer::Text(text)) => match self::text(field, text, facts) {
            Ok(normal) => Answer::Text(normal),
            Err(trouble) => {
                troubles.push(trouble);
                answer.clone()
            }
        },
        _ => {
            troubles.push(wrong());
            answer.clone()
        }
    }
}

/// A text as a database, a PDF and a page can hold it.
fn readable(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn text(field: &Field, text: &str, facts: Facts) -> Result<String, Trouble> {
    let text = text.trim();
    let trouble = |key| Trouble::new(&field.id, key);
    if !readable(text) {
        return Err(trouble(msg::SERVICES_CONTROL));
    }
    let v = &field.validation;
    let most = v.maxlength.unwrap_or(if field.kind == Kind::Textarea { 10_000 } else { 1_000 });
    let length = text.chars().count();
    if length > most as usize {
        return Err(trouble(msg::SERVICES_TOO_LONG).arg("max", most).arg("over", length - most as usize));
    }
    if let Some(least) = v.minlength.filter(|least| length < *least as usize) {
        return Err(trouble(msg::SERVICES_TOO_SHORT).arg("min", least));
    }
    let why = |refusal: Refusal| trouble(msg::SERVICES_WHY).arg("why", refusal.why(T(facts.lang).law()));
    let normal = match field.kind {
        Kind::Pesel => {
            let pesel: Pesel = text.parse().map_err(why)?;
            if pesel.birth_date() > facts.today {
                return Err(trouble(msg::SERVICES_PESEL_FUTURE));
            }
            if let Some(least) = v.min_age
                && pesel.age_on(facts.today).is_none_or(|age| i64::from(age) < i64::from(least))
            {
                return Err(trouble(msg::SERVICES_TOO_YOUNG).arg("min", least));
            }
            pesel.as_str().to_owned()
        }
        Kind::Nip => text.parse::<Nip>().map_err(why)?.as_str().to_owned(),
        Kind::Regon => text.parse::<Regon>().map_err(why)?.as_str().to_owned(),
        Kind::PostalCode => text.parse::<PostalCode>().map_err(why)?.as_str().to_owned(),
        Kind::Phone => text.parse::<Phone>().map_err(why)?.as_str().to_owned(),
        Kind::Iban => text.parse::<BankAccount>().map_err(why)?.as_str().to_owned(),
        Kind::Email if !email(text) => return Err(trouble(msg::SERVICES_EMAIL)),
        Kind::Number | Kind::Money => number(field, text, facts.lang)?,
        Kind::Date => date(field, text, facts)?,
        Kind::Select | Kind::Radio if !field.options.iter().any(|o| o.value == text) => {
            return Err(trouble(msg::SERVICES_CHOICE_UNKNOWN));
        }
        Kind::Textarea => text.replace("\r\n", "\n"),
        Kind::Text => text.replace(['\r', '\n'], " "),
        _ => text.to_owned(),
    };
    if let Some(p) = &v.pattern
        && !crate::schema::pattern(&p.regex).is_some_and(|r| r.is_match(&normal))
    {
        return Err(trouble(msg::SERVICES_WHY).arg("why", p.message.get(facts.lang)));
    }
    Ok(normal)
}

/// Whether it looks like an address one can write to: one `@`, a domain with a dot, no spaces.
pub(crate) fn email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    text.len() <= 254
        && !local.is_empty()
        && !local.contains('@')
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains("..")
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;:\"()[]\\".contains(c))
}

/// A number as people write it, in normal form: a point, no spaces, no zeros in front.
fn number(field: &Field, text: &str, lang: Lang) -> Result<String, Trouble> {
    let trouble = |key| Trouble::new(&field.id, key);
    let plain: String = text
        .trim_end_matches("zł")
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    let (minus, digits) = plain.strip_prefix('-').map_or((false, plain.as_str()), |rest| (true, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 15
        || part.len() > 6
        || !all_digits(whole)
        || !all_digits(part)
        || digits.ends_with('.')
    {
        return Err(trouble(if field.kind == Kind::Money { msg::SERVICES_MONEY } else { msg::SERVICES_NUMBER }));
    }
    if field.kind == Kind::Money && part.len() > 2 {
        return Err(trouble(msg::SERVICES_MONEY));
    }
    if field.validation.whole && part.bytes().any(|b| b != b'0') {
        return Err(trouble(msg::SERVICES_WHOLE));
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if minus { "-" } else { "" };
    let normal = match field.kind {
        Kind::Money => format!("{sign}{whole}.{part:0<2}"),
        _ if part.trim_end_matches('0').is_empty() => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{}", part.trim_end_matches('0')),
    };
    let value: f64 = normal.parse().unwrap_or(0.0);
    let said = |limit: f64| if lang == Lang::Pl { limit.to_string().replace('.', ",") } else { limit.to_string() };
    if let Some(min) = field.validation.min.filter(|min| value < *min) {
        return Err(trouble(msg::SERVICES_MIN).arg("min", said(min)));
    }
    if let Some(max) = field.validation.max.filter(|max| value > *max) {
        return Err(trouble(msg::SERVICES_MAX).arg("max", said(max)));
    }
    Ok(normal)
}

/// A day as browsers send it (`2026-01-31`) or as people write it (`31.01.2026`, `31-1-2026`).
fn date(field: &Field, text: &str, facts: Facts) -> Result<String, Trouble> {
    let trouble = |key| Trouble::new(&field.id, key);
    let parts: Vec<&str> = text.split(['-', '.', '/']).map(str::trim).collect();
    let numbers: Vec<i16> = parts.iter().filter_map(|p| p.parse().ok()).collect();
    let (year, month, day) = match (numbers.as_slice(), parts.first().map(|p| p.len())) {
        (&[year, month, day], Some(4)) => (year, month, day),
        (&[day, month, year], _) if parts.len() == 3 && (1000..=9999).contains(&year) => (year, month, day),
        _ => return Err(trouble(msg::SERVICES_DATE)),
    };
    let made = i8::try_from(month).ok().zip(i8::try_from(day).ok()).and_then(|(m, d)| Date::new(year, m, d).ok());
    let Some(date) = made.filter(|_| year >= 1800) else {
        return Err(trouble(msg::SERVICES_DATE_IMPOSSIBLE).arg("date", format!("{day:02}.{month:02}.{year}")));
    };
    let v = &field.validation;
    if v.not_future && date > facts.today {
        return Err(trouble(msg::SERVICES_DATE_FUTURE));
    }
    if v.not_past && date < facts.today {
        return Err(trouble(msg::SERVICES_DATE_PAST));
    }
    if let Some(least) = v.min_age {
        let grown = date.checked_add(jiff::Span::new().try_years(i64::from(least)).unwrap_or_default());
        if grown.is_ok_and(|day| day > facts.today) {
            return Err(trouble(msg::SERVICES_TOO_YOUNG).arg("min", least));
        }
    }
    Ok(date.to_string())
}

fn address(field: &Field, address: &Address, facts: Facts, troubles: &mut Vec<Trouble>) -> Answer {
    let name = |part: &str| format!("{}.{part}", field.id);
    let before = troubles.len();
    for (part, value, most) in [
        ("street", &address.street, 120),
        ("house", &address.house, 20),
        ("flat", &address.flat, 20),
        ("city", &address.city, 100),
    ] {
        if value.trim().chars().count() > most {
            let over = value.trim().chars().count() - most;
            troubles.push(Trouble::new(name(part), msg::SERVICES_TOO_LONG).arg("max", most).arg("over", over));
        } else if !readable(value) {
            troubles.push(Trouble::new(name(part), msg::SERVICES_CONTROL));
        }
    }
    if address.house.trim().is_empty() {
        troubles.push(Trouble::new(name("house"), msg::SERVICES_HOUSE));
    }
    if address.city.trim().is_empty() {
        troubles.push(Trouble::new(name("city"), msg::SERVICES_CITY));
    }
    let code: Option<PostalCode> = match address.postal_code.parse::<PostalCode>() {
        Ok(code) => Some(code),
        Err(refusal) => {
            troubles.push(
                Trouble::new(name("postal_code"), msg::SERVICES_WHY).arg("why", refusal.why(T(facts.lang).law())),
            );
            None
        }
    };
    if troubles.len() > before {
        return Answer::Address(address.clone());
    }
    Answer::Address(Address {
        street: address.street.trim().to_owned(),
        house: address.house.trim().to_owned(),
        flat: address.flat.trim().to_owned(),
        postal_code: code.map(|c| c.as_str().to_owned()).unwrap_or_default(),
        city: address.city.trim().to_owned(),
    })
}

/// Reads answers of the JSON API: an object by field id.
///
/// # Errors
/// A trouble for every field the form does not know, and every value of another type than the field's.
pub fn from_json(form: &Form, value: &Value) -> Result<Answers, Vec<Trouble>> {
    let Some(object) = value.as_object() else {
        return Err(vec![Trouble::new("answers", msg::SERVICES_WRONG_TYPE)]);
    };
    let mut answers = Answers::default();
    let mut troubles = Vec::new();
    for (id, value) in object {
        let Some(field) = form.field(id).filter(|f| f.kind.answers()) else {
            let name: String = id.chars().take(80).collect();
            troubles.push(Trouble::new(name, msg::SERVICES_UNKNOWN_FIELD));
            continue;
        };
        let answer = match (field.kind, value) {
            (_, Value::Null) => continue,
            (Kind::Checkbox | Kind::Declaration, Value::Bool(yes)) => Some(Answer::Yes(*yes)),
            (Kind::Checkboxes, Value::Array(items)) if items.len() <= 200 => {
                let texts: Option<Vec<String>> = items.iter().map(|i| i.as_str().map(str::to_owned)).collect();
                texts.map(Answer::Many)
            }
            (Kind::Address, Value::Object(_)) => serde_json::from_value(value.clone()).ok().map(Answer::Address),
            (Kind::Number | Kind::Money, Value::Number(n)) => Some(Answer::Text(n.to_string())),
            (kind, Value::String(text))
                if !matches!(kind, Kind::Checkbox | Kind::Declaration | Kind::Checkboxes | Kind::Address) =>
            {
                Some(Answer::Text(text.clone()))
            }
            _ => None,
        };
        match answer {
            Some(answer) => {
                answers.0.insert(id.clone(), answer);
            }
            None => troubles.push(Trouble::new(id.clone(), msg::SERVICES_WRONG_TYPE)),
        }
    }
    if troubles.is_empty() { Ok(answers) } else { Err(troubles) }
}
