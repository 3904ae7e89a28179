//! JSON-LD to canonical N-Quads (RDFC-1.0), for Data Integrity proofs. Contexts are built in; none is fetched.

use std::collections::HashMap;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{
    Dataset, GraphName, NamedOrBlankNode, Quad, Term,
    dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm},
};
use serde_json::{Map, Value};

/// The most quads a credential may make.
const QUADS: usize = 10_000;
/// The most blank nodes that look alike: telling them apart takes time exponential in their number (RDFC-1.0 §7.1).
const ALIKE: usize = 12;
/// The most of them that look like one another.
const SAME: usize = 4;

/// Why there is no canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RdfFault {
    /// A context that is not built in, or one written within the document.
    Context(String),
    /// No sound JSON-LD, or one made to be hard.
    Broken,
}

const CONTEXTS: [(&str, &str); 11] = [
    ("https://www.w3.org/ns/credentials/v2", include_str!("../contexts/credentials-v2.json")),
    ("https://www.w3.org/2018/credentials/v1", include_str!("../contexts/credentials-v1.json")),
    ("https://w3id.org/security/data-integrity/v1", include_str!("../contexts/data-integrity-v1.json")),
    ("https://w3id.org/security/data-integrity/v2", include_str!("../contexts/data-integrity-v2.json")),
    ("https://w3id.org/security/suites/ed25519-2020/v1", include_str!("../contexts/ed25519-2020-v1.json")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context.json", include_str!("../contexts/ob-3.0.0.json")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld", include_str!("../contexts/ob-3.0.0.json")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", include_str!("../contexts/ob-3.0.1.json")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", include_str!("../contexts/ob-3.0.2.json")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", include_str!("../contexts/ob-3.0.3.json")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", include_str!("../contexts/ob-extensions.json")),
];

fn builtin(url: &str) -> Option<&'static str> {
    CONTEXTS.iter().find(|(name, _)| *name == url).map(|(_, text)| *text)
}

/// The canonical N-Quads of a document, sorted.
///
/// Only built-in contexts may stand, at the top, and no other JSON-LD keyword: with a context of their own somebody
/// could give a signed text another meaning without changing what is signed.
pub(crate) fn canonical(document: &Map<String, Value>) -> Result<String, RdfFault> {
    check_contexts(document)?;
    let text = Value::Object(document.clone()).to_string();
    let parser = JsonLdParser::new().for_slice(text.as_bytes()).with_load_document_callback(|url, _| {
        let document = builtin(url).ok_or("no such context here")?.as_bytes().to_vec();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let mut quads = Dataset::new();
    for quad in parser {
        quads.insert(&quad.map_err(|_| RdfFault::Broken)?);
        if quads.len() > QUADS {
            return Err(RdfFault::Broken);
        }
    }
    let groups = alike(&quads);
    if groups.iter().sum::<usize>() > ALIKE || groups.iter().any(|size| *size > SAME) {
        return Err(RdfFault::Broken);
    }
    quads.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    let mut lines: Vec<String> = quads.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

fn check_contexts(document: &Map<String, Value>) -> Result<(), RdfFault> {
    all_builtin(document)?;
    document.iter().filter(|(name, _)| *name != "@context").try_for_each(|(name, value)| {
        if name.starts_with('@') {
            return Err(RdfFault::Context(name.chars().take(40).collect()));
        }
        no_keywords(value, name == "endorsement")
    })
}

fn all_builtin(object: &Map<String, Value>) -> Result<(), RdfFault> {
    let contexts = match object.get("@context") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    contexts.iter().try_for_each(|context| match context.as_str() {
        Some(url) if builtin(url).is_some() => Ok(()),
        Some(url) => Err(RdfFault::Context(url.chars().take(200).collect())),
        None => Err(RdfFault::Context("{…}".into())),
    })
}

/// Text with a language may stand (`@value`, `@language`, `@direction`), no other keyword. An endorsement is a
/// credential of its own, with built-in contexts of its own; nothing in it is relied on.
fn no_keywords(value: &Value, endorsement: bool) -> Result<(), RdfFault> {
    match value {
        Value::Array(list) => list.iter().try_for_each(|value| no_keywords(value, endorsement)),
        Value::Object(object) => {
            if endorsement {
                all_builtin(object)?;
            }
            object.iter().try_for_each(|(name, value)| match name.as_str() {
                "@value" | "@language" | "@direction" => Ok(()),
                "@context" if endorsement => Ok(()),
                keyword if keyword.starts_with('@') => Err(RdfFault::Context(keyword.chars().take(40).collect())),
                _ => no_keywords(value, name == "endorsement"),
            })
        }
        _ => Ok(()),
    }
}

/// The sizes of groups of blank nodes that have the same quads, all other blank nodes taken for equal.
fn alike(quads: &Dataset) -> Vec<usize> {
    let mut looks: HashMap<String, Vec<String>> = HashMap::new();
    for quad in quads {
        let quad = quad.into_owned();
        for name in blank_nodes(&quad) {
            looks.entry(name.clone()).or_default().push(look(&quad, &name));
        }
    }
    let mut seen: HashMap<Vec<String>, usize> = HashMap::new();
    for mut lines in looks.into_values() {
        lines.sort_unstable();
        *seen.entry(lines).or_default() += 1;
    }
    seen.into_values().filter(|count| *count > 1).collect()
}

fn blank_nodes(quad: &Quad) -> Vec<String> {
    let mut names = Vec::new();
    if let NamedOrBlankNode::BlankNode(node) = &quad.subject {
        names.push(node.as_str().to_owned());
    }
    if let Term::BlankNode(node) = &quad.object {
        names.push(node.as_str().to_owned());
    }
    if let GraphName::BlankNode(node) = &quad.graph_name {
        names.push(node.as_str().to_owned());
    }
    names.dedup();
    names
}

fn look(quad: &Quad, me: &str) -> String {
    let blank = |name: &str| if name == me { "_:a" } else { "_:z" }.to_owned();
    let subject = match &quad.subject {
        NamedOrBlankNode::BlankNode(node) => blank(node.as_str()),
        other => other.to_string(),
    };
    let object = match &quad.object {
        Term::BlankNode(node) => blank(node.as_str()),
        other => other.to_string(),
    };
    let graph = match &quad.graph_name {
        GraphName::BlankNode(node) => blank(node.as_str()),
        other => other.to_string(),
    };
    format!("{subject} {} {object} {graph}", quad.predicate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn names_of_blank_nodes_and_order_of_members_do_not_matter() {
        let context = json!([
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ]);
        let one =
            canonical(&object(json!({"@context": context, "type": ["VerifiableCredential"], "name": "Ąę\n\"x\"",
            "issuer": {"id": "https://a.example", "type": ["Profile"], "name": "A"}})))
            .unwrap();
        let two = canonical(&object(json!({"issuer": {"name": "A", "type": "Profile", "id": "https://a.example"},
            "name": "Ąę\n\"x\"", "type": "VerifiableCredential", "@context": context})))
        .unwrap();
        assert_eq!(one, two);
        assert!(one.contains("<https://schema.org/name> \"Ąę\\n\\\"x\\\"\" .\n"), "{one}");
        assert!(one.contains("_:c14n0"), "{one}");
    }

    #[test]
    fn contexts_from_elsewhere_are_refused() {
        for context in [
            json!("https://evil.example/context"),
            json!(["https://www.w3.org/ns/credentials/v2", {"name": "https://evil.example/name"}]),
        ] {
            assert!(matches!(canonical(&object(json!({"@context": context}))), Err(RdfFault::Context(_))));
        }
        for nested in [json!({"@context": {}}), json!([{"@id": "x"}]), json!({"a": {"@type": "x"}})] {
            let document = json!({"@context": "https://www.w3.org/ns/credentials/v2", "issuer": nested});
            assert!(matches!(canonical(&object(document)), Err(RdfFault::Context(_))));
        }
    }

    #[test]
    fn many_nodes_that_look_alike_are_refused() {
        let alike: Vec<Value> = (0..20).map(|_| json!({"type": "Evidence"})).collect();
        let document = json!({"@context": ["https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"], "id": "urn:x:1", "evidence": alike});
        assert_eq!(canonical(&object(document)), Err(RdfFault::Broken));
    }
}
