//! The OpenAPI document put together: what subjects tell of their endpoints, and what is the same for all of them, added
//! here once: parameters of paths, the key that makes a request be done once, who may ask, and what goes wrong how.

use std::collections::HashMap;

use serde_json::json;
use utoipa::openapi::{
    Components, Content, OpenApi, PathItem, Ref, RefOr, Required, Response, ResponseBuilder, Server, Tag,
    path::{Operation, Parameter, ParameterBuilder, ParameterIn},
    schema::{ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type},
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    tag::TagBuilder,
};
use web::{Guard, RouteInfo};

/// What a document says first.
pub(crate) const ABOUT: &str = "Interfaces for neighbouring systems. A person makes a token under *My account → API tokens*; \
it never has more rights than its owner. Lists answer `items` and `next`, which is sent back as `cursor`. What goes wrong is \
`application/problem+json` (RFC 9457) in the language of `Accept-Language` (Polish or English). Unknown parameters and \
unknown fields are refused.";

/// The name of the way to prove who asks.
const BEARER: &str = "bearer";
/// The media type of what goes wrong.
const PROBLEM: &str = "application/problem+json";

/// The parameters of paths: what stands in braces, what it is, and an example where it is no identifier.
const PATHS: &[(&str, &str, Option<&str>)] = &[
    ("office", "The office's name in addresses", Some("lublin")),
    ("service", "The service's identifier in the catalogue", Some("dowod-osobisty")),
    ("case", "The case", None),
    ("document", "The document", None),
    ("incoming", "The incoming mail", None),
    ("letter", "The letter", None),
    ("request", "The office's request to supply something", None),
    ("course", "The course's name in addresses", Some("kpa")),
    ("hook", "The webhook", None),
    ("delivery", "The delivery", None),
];

/// Groups of endpoints.
const TAGS: &[(&str, &str)] = &[
    ("identity", "Who asks."),
    ("offices", "The open directory; an office, its units and people."),
    ("services", "What an office settles, found by a question in own words; forms and sending them."),
    ("cases", "Cases of an office: opening, reading, settling, their record."),
    ("documents", "Documents of cases and their content."),
    ("messages", "What an office and the party of a case write to each other."),
    ("letters", "Letters of cases and their final PDF."),
    ("incoming", "The register of incoming mail: typing in, registering, passing on."),
    ("file plan", "The classes cases are opened in."),
    ("my", "A citizen's own cases, with what they and the office write and send."),
    ("courses", "Courses an office offers, with what they consist of."),
    ("learning", "Who takes the courses of an office and how far they are; enrolling people; one's own courses."),
    ("certificates", "Certificates of courses, checked by their code."),
    ("hooks", "Webhooks: being told of what happens, by signed messages (Standard Webhooks)."),
];

/// What may go wrong with any request, by status: a name and a description.
const WRONG: &[(&str, &str, &str)] = &[
    ("400", "BadRequest", "A parameter nobody knows, a value that cannot be used (named in `errors`), or no JSON"),
    ("401", "Unauthorized", "No valid token"),
    ("403", "Forbidden", "The token lacks the scope, or its owner the role"),
    ("404", "NotFound", "There is no such thing, or none this token may know of"),
    ("409", "Conflict", "Done already, changed meanwhile, or the key was used for another request"),
    ("413", "TooLarge", "The body is too large"),
    ("415", "UnsupportedMediaType", "The body is of a kind that is not taken here"),
    ("422", "Unprocessable", "The body will not do; `errors` tells where by JSON pointers"),
    ("503", "Unavailable", "Something needed is away for now; nothing was done, trying again is right"),
];

/// Adds what is the same for all endpoints.
pub(crate) fn finish(document: &mut OpenApi, routes: &[RouteInfo]) {
    document.servers = Some(vec![Server::new("/")]);
    document.tags = Some(TAGS.iter().map(|(name, text)| tag(name, text)).collect());
    let components = document.components.get_or_insert_with(Components::new);
    components.add_security_scheme(BEARER, bearer());
    components.schemas.insert("Problem".into(), problem());
    components.schemas.insert("ProblemAt".into(), problem_at());
    for (_, name, text) in WRONG {
        components.responses.insert((*name).into(), wrong(*text).into());
    }
    let guards: HashMap<(String, &str), Guard> =
        routes.iter().map(|r| ((r.method.to_string(), r.path), r.guard)).collect();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            let guard = guards.get(&(method.to_owned(), path.as_str())).copied();
            complete(path, method, operation, guard.unwrap_or(Guard::Person));
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("GET", &mut item.get),
        ("POST", &mut item.post),
        ("PUT", &mut item.put),
        ("PATCH", &mut item.patch),
        ("DELETE", &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.as_mut().map(|o| (method, o)))
}

fn complete(path: &str, method: &str, operation: &mut Operation, guard: Guard) {
    // What a docstring says of errors in Rust is said here by the responses.
    if let Some(text) = &mut operation.description {
        let told = text.split("# Errors").next().unwrap_or_default().trim().to_owned();
        *text = told;
    }
    operation.description = operation.description.take().filter(|text| !text.is_empty());
    let parameters = operation.parameters.get_or_insert_default();
    let told = |name: &&str| parameters.iter().any(|p| matches!(p, RefOr::T(p) if p.name == **name));
    let names = path.split('{').skip(1).filter_map(|p| p.split('}').next());
    let mut named: Vec<RefOr<Parameter>> = names.filter(|name| !told(name)).map(in_path).collect();
    named.extend(parameters.drain(..).map(described));
    if method == "POST" {
        named.push(once().into());
    }
    *parameters = named;
    if guard == Guard::Open && operation.security.is_none() {
        operation.security = Some(Vec::new());
    }
    let open = operation.security.as_ref().is_none_or(Vec::is_empty);
    let takes = operation.request_body.is_some();
    let responses = &mut operation.responses.responses;
    for (status, name, _) in WRONG {
        let usual = match *status {
            "401" | "403" => !open,
            "404" => path.contains('{'),
            "409" => method == "POST",
            "413" | "415" | "422" => takes,
            _ => true,
        };
        if usual {
            responses
                .entry((*status).to_owned())
                .or_insert_with(|| Ref::new(format!("#/components/responses/{name}")).into());
        }
    }
    for (status, response) in responses.iter_mut() {
        if let (true, RefOr::T(response)) = (status.starts_with(['4', '5']), response)
            && response.content.is_empty()
        {
            *response = wrong(response.description.clone());
        }
    }
}

fn tag(name: &str, text: &str) -> Tag {
    TagBuilder::new().name(name).description(Some(text)).build()
}

fn bearer() -> SecurityScheme {
    let about = "A token made by a person under *My account → API tokens*, sent as `Authorization: Bearer szpon_…`. The scopes \
                 an operation needs stand with it: `cases:read`, `cases:write`, `learning:read`, `learning:write`, \
                 `office:admin`, `hooks:write`.";
    let http = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("szpon_…").description(Some(about));
    SecurityScheme::Http(http.build())
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// A parameter that is one of a few words brings its description with its words.
fn described(parameter: RefOr<Parameter>) -> RefOr<Parameter> {
    let RefOr::T(mut parameter) = parameter else { return parameter };
    if let (None, Some(RefOr::T(Schema::Object(words)))) = (&parameter.description, &mut parameter.schema) {
        parameter.description = words.description.take();
    }
    RefOr::T(parameter)
}

fn in_path(name: &str) -> RefOr<Parameter> {
    let known = PATHS.iter().find(|(n, ..)| *n == name);
    let about = known.map_or(name, |(_, about, _)| about);
    let example = known.and_then(|(.., example)| *example);
    let schema = match example {
        Some(_) => text(),
        None => text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
    };
    let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path).required(Required::True);
    let parameter = parameter.description(Some(about)).schema(Some(schema));
    parameter.example(example.map(|e| json!(e))).build().into()
}

fn once() -> Parameter {
    let about = "Any text of at most 200 characters: the same request under the same key is done once and gives the first \
                 answer again; another request under it is 409. Keys are kept for at least a day.";
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(about))
        .schema(Some(text().max_length(Some(200))))
        .example(Some(json!("7f3c")))
        .build()
}

fn problem() -> RefOr<Schema> {
    let told = |about: &str| text().description(Some(about));
    let errors = ArrayBuilder::new()
        .items(Ref::from_schema_name("ProblemAt"))
        .description(Some("What is wrong with parameters (400) or with places of the body (422)"));
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some("What went wrong (RFC 9457)"))
        .property("type", told("Names the kind of trouble: `urn:szpon:fault:` and its code").format(Some(SchemaFormat::Custom("uri".into()))))
        .property("title", told("The status in words"))
        .property("status", ObjectBuilder::new().schema_type(Type::Integer).description(Some("The status")))
        .property("detail", told("A sentence in the language of `Accept-Language`"))
        .property("code", told("The same kind of trouble as a short word that never changes"))
        .property("request", told("The request's number, for the log"))
        .property("errors", errors)
        .required("type")
        .required("title")
        .required("status")
        .required("detail")
        .required("code")
        .required("request")
        .examples([json!({
            "type": "urn:szpon:fault:fault-fields", "title": "Unprocessable Entity", "status": 422,
            "detail": "Check the marked fields.", "code": "fault-fields", "request": "0195a1b2-0000-7000-8000-000000000001",
            "errors": [{"pointer": "#/party/identifier", "field": "identifier", "code": "records-why",
                "detail": "The PESEL number: the check digit does not match the others. Look for a mistyped digit."}]
        })])
        .into()
}

fn problem_at() -> RefOr<Schema> {
    let told = |about: &str| text().description(Some(about));
    ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::Object))
        .description(Some("What is wrong at one place"))
        .property("pointer", told("With 422: the place in the body as a JSON pointer, `#/party/identifier`"))
        .property("field", told("With 422: the name of the field there"))
        .property("parameter", told("With 400: the parameter"))
        .property("code", told("The kind of trouble as a short word"))
        .property("detail", told("A sentence in the language of `Accept-Language`"))
        .required("code")
        .required("detail")
        .into()
}

fn wrong(about: impl Into<String>) -> Response {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new().description(about).content(PROBLEM, content).build()
}
