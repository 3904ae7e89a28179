//! The query of an endpoint of the JSON API, read into a type that also describes it in the OpenAPI document.

use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::request::Parts,
};
use kernel::{Arg, Args, Fault, FaultKind, FieldFault};
use serde::de::DeserializeOwned;
use utoipa::{
    IntoParams,
    openapi::{
        RefOr,
        path::{Parameter, ParameterIn},
        schema::{Object, ObjectBuilder, Schema, Type},
    },
};

use crate::{App, Problem, msg};

/// The query of a request. A parameter the type does not have, one given twice and a value that cannot be used are 400, each
/// named with what is allowed. An empty value counts as none.
#[derive(Debug)]
pub struct Query<T>(pub T);

/// For endpoints that take no query: any parameter is 400.
#[derive(Debug)]
pub struct NoQuery;

/// A text out of a list of words, with what it tells, for `#[param(schema_with = …)]` and `#[schema(schema_with = …)]`: where
/// these stand, the description of the field is taken from here.
pub fn words<'w>(about: &str, words: impl IntoIterator<Item = &'w str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).description(Some(about)).enum_values(Some(words)).build()
}

fn bad(field: &str, key: &'static str, args: Args) -> Fault {
    let fault = FieldFault { field: field.to_owned(), key, args };
    Fault { fields: vec![fault], ..Fault::new(FaultKind::BadRequest, msg::FAULT_QUERY) }
}

fn pairs(parts: &Parts) -> Vec<(String, String)> {
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |o| &o.0);
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
}

/// Refuses parameters nobody knows and those given twice.
fn known(pairs: &[(String, String)], params: &[Parameter]) -> Result<(), Fault> {
    for (i, (name, _)) in pairs.iter().enumerate() {
        let given = ("name", Arg::from(name.as_str()));
        if params.is_empty() {
            return Err(bad(name, msg::FAULT_QUERY_NONE, vec![given]));
        }
        if params.iter().all(|p| p.name != *name) {
            let known: Vec<&str> = params.iter().map(|p| p.name.as_str()).collect();
            return Err(bad(name, msg::FAULT_QUERY_UNKNOWN, vec![given, ("known", known.join(", ").into())]));
        }
        if pairs.iter().take(i).any(|(before, _)| before == name) {
            return Err(bad(name, msg::FAULT_QUERY_TWICE, vec![given]));
        }
    }
    Ok(())
}

/// What is wrong with a value, as far as the description of the parameter tells.
fn unusable(name: &str, value: &str, params: &[Parameter]) -> Fault {
    let mut args: Args = vec![("name", name.into()), ("value", value.chars().take(100).collect::<String>().into())];
    let schema = params.iter().find(|p| p.name == name).and_then(|p| p.schema.as_ref());
    let Some(RefOr::T(Schema::Object(object))) = schema else { return bad(name, msg::FAULT_QUERY_VALUE, args) };
    if let Some(words) = &object.enum_values {
        let allowed: Vec<&str> = words.iter().filter_map(|w| w.as_str()).collect();
        args.push(("allowed", allowed.join(", ").into()));
        return bad(name, msg::FAULT_QUERY_CHOICE, args);
    }
    let number = |n: &Option<utoipa::Number>| n.as_ref().and_then(|n| serde_json::to_value(n).ok()?.as_i64());
    if let (Some(from), Some(to)) = (number(&object.minimum), number(&object.maximum)) {
        args.extend([("from", Arg::from(from)), ("to", Arg::from(to))]);
        return bad(name, msg::FAULT_QUERY_RANGE, args);
    }
    bad(name, msg::FAULT_QUERY_VALUE, args)
}

fn read<T: DeserializeOwned + IntoParams>(pairs: &[(String, String)]) -> Result<T, Fault> {
    let params = T::into_params(|| Some(ParameterIn::Query));
    known(pairs, &params)?;
    let given: Vec<(&str, &str)> =
        pairs.iter().map(|(n, v)| (n.as_str(), v.trim())).filter(|(_, v)| !v.is_empty()).collect();
    let text = serde_urlencoded::to_string(&given).map_err(Fault::internal)?;
    let parsed = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
    serde_path_to_error::deserialize(parsed).map_err(|e| {
        let name = e.path().to_string();
        match given.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => unusable(&name, value, &params),
            // Nothing was given where something must be.
            None => {
                let missing = e.inner().to_string();
                let name = missing.split('`').nth(1).unwrap_or(&name).to_owned();
                bad(&name, msg::FIELD_REQUIRED, Args::new())
            }
        }
    })
}

impl<T: DeserializeOwned + IntoParams> FromRequestParts<App> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        Ok(Self(read(&pairs(parts))?))
    }
}

impl FromRequestParts<App> for NoQuery {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        known(&pairs(parts), &[])?;
        Ok(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cursor, Limit};
    use serde::Deserialize;

    fn colours() -> Object {
        words("A colour.", ["red", "green"])
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "lowercase")]
    enum Colour {
        Red,
        Green,
    }

    #[derive(Debug, Deserialize, IntoParams)]
    #[into_params(parameter_in = Query)]
    struct Asked {
        /// A colour.
        #[param(schema_with = colours)]
        colour: Option<Colour>,
        /// How many.
        #[serde(default)]
        #[param(inline)]
        limit: Limit<20, 100>,
        /// Where.
        #[param(value_type = Option<String>)]
        cursor: Option<Cursor>,
        /// Words.
        #[serde(default)]
        q: String,
    }

    fn asked(query: &[(&str, &str)]) -> Result<Asked, Fault> {
        let pairs: Vec<_> = query.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        read::<Asked>(&pairs)
    }

    #[test]
    fn what_is_asked_is_read_and_what_is_empty_counts_as_not_asked() {
        let all = asked(&[("colour", "green"), ("limit", " 7"), ("q", "dąb + lipa"), ("cursor", "")]).unwrap();
        assert_eq!((all.colour, all.limit.get(), all.q.as_str()), (Some(Colour::Green), 7, "dąb + lipa"));
        assert!(all.cursor.is_none());
        assert_eq!(asked(&[]).unwrap().limit.get(), 20);
    }

    #[test]
    fn what_cannot_be_used_is_a_bad_request_that_names_the_parameter() {
        for (query, name, key) in [
            (&[("limit", "abc")][..], "limit", msg::FAULT_QUERY_RANGE),
            (&[("limit", "0")], "limit", msg::FAULT_QUERY_RANGE),
            (&[("limit", "101")], "limit", msg::FAULT_QUERY_RANGE),
            (&[("colour", "blue")], "colour", msg::FAULT_QUERY_CHOICE),
            (&[("cursor", "nonsense")], "cursor", msg::FAULT_QUERY_VALUE),
            (&[("q", "a"), ("q", "b")], "q", msg::FAULT_QUERY_TWICE),
            (&[("page", "2")], "page", msg::FAULT_QUERY_UNKNOWN),
        ] {
            let fault = asked(query).unwrap_err();
            assert_eq!((fault.kind, fault.fields[0].field.as_str()), (FaultKind::BadRequest, name), "{query:?}");
            assert_eq!(fault.fields[0].key, key, "{query:?}");
        }
    }
}
