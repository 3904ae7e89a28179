//! Where webhooks may go: out into the internet, not back into the network the program stands in.
//!
//! The name is resolved by our own resolver and the addresses are judged there, so a name that pointed outside
//! when the hook was made and points inside when it is called is refused too (DNS rebinding). Numeric addresses never
//! reach a resolver; they are judged in [`check_url`], before every request.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::{Arc, OnceLock},
    time::Duration,
};

use kernel::{Fault, Result};
use reqwest::{
    Client,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect,
};
use url::{Host, Url};

use crate::msg;

/// The longest address of a hook, in characters.
const LONGEST: usize = 2000;

static POLICY: OnceLock<Policy> = OnceLock::new();

/// The longest a receiver may take to answer.
const LIMIT: Duration = Duration::from_secs(10);

/// What is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy {
    /// Whether private and loopback addresses, and http without encryption, are allowed: for trials and for
    /// systems in the same network.
    pub allow_private: bool,
}

/// Tells, once, whether private addresses are allowed in hooks made through pages and the API. Without it they are not.
pub fn allow_private(allowed: bool) {
    let _ = POLICY.set(Policy { allow_private: allowed });
}

/// What was told by [`allow_private`].
pub fn policy() -> Policy {
    POLICY.get().copied().unwrap_or_default()
}

/// An address that leads back into a network.
#[derive(Debug, thiserror::Error)]
#[error("addresses inside the network are not called")]
struct Inside;

/// Reads the address of a hook.
///
/// # Errors
/// `Invalid` at the field `url`: not an address, not https, with a password in it, or a number inside the network.
pub fn check_url(policy: Policy, text: &str) -> Result<Url> {
    let refuse = |key| Err(Fault::field("url", key));
    let Some(url) = Url::parse(text.trim()).ok().filter(|_| text.len() <= LONGEST) else {
        return refuse(msg::FAULT_HOOK_URL);
    };
    match url.scheme() {
        "https" => {}
        "http" if policy.allow_private => {}
        _ => return refuse(msg::FAULT_HOOK_HTTPS),
    }
    if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
        return refuse(msg::FAULT_HOOK_URL);
    }
    let inside = match url.host() {
        Some(Host::Ipv4(ip)) => !is_public(ip.into()),
        Some(Host::Ipv6(ip)) => !is_public(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            name == "localhost" || name.ends_with(".localhost")
        }
        None => return refuse(msg::FAULT_HOOK_URL),
    };
    if inside && !policy.allow_private {
        return refuse(msg::FAULT_HOOK_PRIVATE);
    }
    Ok(url)
}

/// Whether an address belongs to the public internet (IANA registries of special-purpose addresses, RFC 6890).
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !(a == 0
        || ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19))
        || a >= 224)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    if let Some(inner) = ip.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let s = ip.segments();
    // Only the part given out for global use, without what carries an address of version 4 inside it (Teredo 2001::/32,
    // 6to4 2002::/16), special and documentation ranges (2001::/23, 2001:db8::/32, 3fff::/20).
    (s[0] & 0xe000) == 0x2000
        && !(s[0] == 0x2001 && s[1] < 0x0200)
        && !(s[0] == 0x2001 && s[1] == 0x0db8)
        && s[0] != 0x2002
        && !(s[0] == 0x3fff && s[1] < 0x1000)
}

/// An HTTP client that keeps to a policy: no addresses inside the network, no redirects, no proxy, ten seconds. Numeric
/// addresses must be judged with [`check_url`] first.
///
/// # Errors
/// When TLS cannot be set up.
pub fn client(policy: Policy) -> Result<Client, reqwest::Error> {
    Client::builder()
        .user_agent(concat!("SZPON-Webhooks/", env!("CARGO_PKG_VERSION")))
        .dns_resolver(Arc::new(Guard(policy)))
        .redirect(redirect::Policy::none())
        .no_proxy()
        .connect_timeout(LIMIT)
        .timeout(LIMIT)
        .build()
}

/// Resolves names, and gives public addresses only.
struct Guard(Policy);

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let kept: Vec<SocketAddr> = found.filter(|a| policy.allow_private || is_public(a.ip())).collect();
            if kept.is_empty() {
                return Err(Inside.into());
            }
            let addresses: Addrs = Box::new(kept.into_iter());
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_inside_a_network_are_not_public() {
        for inside in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "203.0.113.5",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "3fff::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["1.1.1.1", "100.128.0.1", "172.32.0.1", "192.169.0.1", "2a00:1450::1", "2001:4860:4860::8888"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn numbers_in_every_spelling_are_judged() {
        let strict = Policy::default();
        for bad in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:7f00:1]/",
            "https://localhost/",
            "https://LOCALHOST./",
            "https://a.localhost/",
            "http://example.pl/",
            "https://user:secret@example.pl/",
            "https://example.pl/#x",
            "ftp://example.pl/",
            "example.pl",
            "",
        ] {
            assert!(check_url(strict, bad).is_err(), "{bad}");
        }
        assert!(check_url(strict, "https://example.pl:8443/hook?a=b").is_ok());
        let trial = Policy { allow_private: true };
        assert!(check_url(trial, "http://127.0.0.1:9/hook").is_ok());
        assert!(check_url(trial, "ftp://127.0.0.1/").is_err());
    }
}
