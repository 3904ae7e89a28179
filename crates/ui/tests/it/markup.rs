//! A reader of start tags, enough to check our own pages.

/// A start tag: its name and attributes.
pub struct Tag<'a> {
    pub name: &'a str,
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

/// Every start tag of a page written by maud: attributes in double quotes or bare.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    html.split('<')
        .skip(1)
        .filter(|part| part.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(|part| {
            let end = part.find([' ', '>']).unwrap_or(part.len());
            Tag { name: &part[..end], attributes: attributes(&part[end..]) }
        })
        .collect()
}

fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(end) = rest.find(['=', ' ', '>']) else { return found };
        let name = &rest[..end];
        if rest[end..].starts_with("=\"") {
            let value = &rest[end + 2..];
            let Some(close) = value.find('"') else { return found };
            found.push((name, &value[..close]));
            rest = &value[close + 1..];
        } else {
            if !name.is_empty() {
                found.push((name, ""));
            }
            if !rest[end..].starts_with(' ') {
                return found;
            }
            rest = &rest[end..];
        }
    }
}
