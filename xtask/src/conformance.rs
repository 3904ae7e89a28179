//! Tests against other programs and published vectors, which are not part of this repository: whoever runs them says where
//! they are.

use std::{path::Path, process::Command};

use crate::{machine, postgres::Postgres};

/// What can be tried against somebody else's work.
struct Peer {
    name: &'static str,
    /// What has to be named.
    what: &'static str,
    /// The variable that tells the tests where it is.
    variable: &'static str,
    /// Which tests, in nextest's language.
    tests: &'static str,
}

const PEERS: &[Peer] = &[
    Peer {
        name: "moodle",
        what: "a checkout of moodle/moodle",
        variable: "SZPON_MOODLE",
        tests: "package(questions) & test(moodle_checkout)",
    },
    Peer {
        name: "badges",
        what: "the program openbadges-verifier (pip install 'openbadgeslib[ldp]')",
        variable: "SZPON_OPENBADGES_VERIFIER",
        tests: "(package(badges) | package(certificates)) & test(another_program)",
    },
    Peer {
        name: "badge-vectors",
        what: "the folder inspector-vc/src/test/resources/ob30 of 1EdTech/digital-credentials-public-validator",
        variable: "SZPON_OB30_VECTORS",
        tests: "package(badges) & test(vectors)",
    },
];

/// Runs the tests of one peer: its name, then where it is.
pub fn run(args: &[String]) -> Result<(), String> {
    let list = || PEERS.iter().map(|p| format!("  {} PATH: {}", p.name, p.what)).collect::<Vec<_>>().join("\n");
    let Some(peer) = args.first().and_then(|name| PEERS.iter().find(|p| p.name == name)) else {
        return Err(format!("conformance with what?\n{}", list()));
    };
    let Some(path) = args.get(1) else { return Err(format!("where is {}?", peer.what)) };
    let path = Path::new(path).canonicalize().map_err(|e| format!("{path}: {e}"))?;
    machine::provide(false)?;
    let server = Postgres::start()?;
    machine::run(
        Command::new("cargo")
            .current_dir(machine::root())
            .args(["nextest", "run", "--workspace", "--no-tests", "fail", "-E", peer.tests])
            .env(peer.variable, path)
            .env("SZPON_TEST_POSTGRES", server.url()),
    )
}
