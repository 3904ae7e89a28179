//! Contrast of texts inside drawings (SVG), where it can be computed: a text of one plain colour on the last rectangle
//! drawn before it that holds its point, or on white. Formula: WCAG 2.1, relative luminance and contrast ratio.

/// A text that can hardly be seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Faint {
    /// Its words.
    pub text: String,
    /// The contrast it has.
    pub ratio: f64,
    /// The contrast it needs: 4.5, large text 3.
    pub needed: f64,
}

/// The most elements of a drawing that are looked at.
const MOST: usize = 20_000;
/// The most nested groups.
const DEEPEST: usize = 64;

type Colour = (u8, u8, u8);

/// What a shape or a text is filled with.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fill {
    /// Nothing: only its outline is drawn.
    Nothing,
    /// A plain colour.
    Plain(Colour),
    /// A gradient, a pattern, something not understood.
    Unknown,
}

#[derive(Debug, Clone)]
struct Style {
    fill: Fill,
    size: f64,
    bold: bool,
    /// Whether a transformation or an opacity makes places and colours unknown.
    unknown: bool,
}

/// A plain area: left, top, right, bottom.
struct Area {
    place: (f64, f64, f64, f64),
    /// None when what lies there cannot be told.
    fill: Option<Colour>,
}

/// Everywhere.
const EVERYWHERE: (f64, f64, f64, f64) = (f64::MIN, f64::MIN, f64::MAX, f64::MAX);

/// The texts of a drawing whose contrast is known and too low.
pub(super) fn look(svg: &str) -> Vec<Faint> {
    let mut styles = vec![Style { fill: Fill::Plain((0, 0, 0)), size: 16.0, bold: false, unknown: false }];
    let mut areas: Vec<Area> = Vec::new();
    let mut found = Vec::new();
    let mut rest = svg;
    let mut count = 0;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start..).unwrap_or_default();
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.find("-->").and_then(|i| after.get(i + 3..)).unwrap_or_default();
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let tag = rest.get(1..end).unwrap_or_default();
        rest = rest.get(end + 1..).unwrap_or_default();
        count += 1;
        if count > MOST {
            break;
        }
        if tag.starts_with('/') {
            if styles.len() > 1 {
                styles.pop();
            }
            continue;
        }
        if tag.starts_with(['!', '?']) {
            continue;
        }
        let name: &str = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        let unknown = Style { fill: Fill::Unknown, size: 16.0, bold: false, unknown: true };
        let style = styled(tag, styles.last().unwrap_or(&unknown));
        match name {
            "rect" | "circle" | "ellipse" | "polygon" | "path" if style.fill != Fill::Nothing => {
                areas.push(area(tag, name, &style));
            }
            "text" | "tspan" => {
                let words = rest.split('<').next().unwrap_or_default().trim();
                if !words.is_empty()
                    && let Some(faint) = judge(words, tag, &style, &areas)
                {
                    found.push(faint);
                }
            }
            _ => {}
        }
        if !tag.ends_with('/') && styles.len() < DEEPEST {
            styles.push(style);
        }
    }
    found
}

impl Style {
    fn plain(&self) -> Option<Colour> {
        match self.fill {
            Fill::Plain(colour) if !self.unknown => Some(colour),
            _ => None,
        }
    }
}

/// What a shape covers. A free shape covers some of its box: what lies there cannot be told.
fn area(tag: &str, name: &str, style: &Style) -> Area {
    if style.unknown {
        return Area { place: EVERYWHERE, fill: None };
    }
    match name {
        "rect" => Area { place: place(tag), fill: style.plain() },
        "circle" | "ellipse" => Area { place: outline(tag, name), fill: style.plain() },
        _ => Area { place: outline(tag, name), fill: None },
    }
}

fn judge(words: &str, tag: &str, style: &Style, areas: &[Area]) -> Option<Faint> {
    let fill = style.plain()?;
    let (x, y) = (number(tag, "x")?, number(tag, "y")?);
    let under = areas.iter().rev().find(|a| {
        let (left, top, right, bottom) = a.place;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    });
    // Outside everything lies the page, which is white.
    let ground = match under {
        Some(area) => area.fill?,
        None => (255, 255, 255),
    };
    let needed = if style.size >= 24.0 || (style.bold && style.size >= 18.66) { 3.0 } else { 4.5 };
    let ratio = contrast(fill, ground);
    (ratio < needed).then(|| Faint { text: words.to_owned(), ratio, needed })
}

/// The value of an attribute.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut from = 0;
    while let Some(at) = tag.get(from..)?.find(name) {
        let at = from + at;
        let before = tag.get(..at)?.chars().next_back();
        let after = tag.get(at + name.len()..)?.trim_start();
        if before.is_some_and(char::is_whitespace)
            && let Some(value) = after.strip_prefix('=').map(str::trim_start)
        {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value.get(1..)?.split(quote).next();
        }
        from = at + name.len();
    }
    None
}

/// A property, from the attribute or from `style`.
fn property<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let styled = attribute(tag, "style").and_then(|s| {
        s.split(';').filter_map(|p| p.split_once(':')).find(|(n, _)| n.trim() == name).map(|(_, v)| v.trim())
    });
    styled.or_else(|| attribute(tag, name).map(str::trim))
}

fn number(tag: &str, name: &str) -> Option<f64> {
    attribute(tag, name)?.trim().trim_end_matches("px").parse().ok().filter(|n: &f64| n.is_finite())
}

/// Where a rectangle lies; per cents are taken for the whole.
fn place(tag: &str) -> (f64, f64, f64, f64) {
    let (x, y) = (number(tag, "x").unwrap_or(0.0), number(tag, "y").unwrap_or(0.0));
    let (width, height) = (number(tag, "width").unwrap_or(f64::MAX), number(tag, "height").unwrap_or(f64::MAX));
    (x, y, x + width, y + height)
}

/// The box around a round or free shape.
fn outline(tag: &str, name: &str) -> (f64, f64, f64, f64) {
    let get = |n| number(tag, n).unwrap_or(0.0);
    match name {
        "circle" => (get("cx") - get("r"), get("cy") - get("r"), get("cx") + get("r"), get("cy") + get("r")),
        "ellipse" => (get("cx") - get("rx"), get("cy") - get("ry"), get("cx") + get("rx"), get("cy") + get("ry")),
        "polygon" => bounds(attribute(tag, "points").unwrap_or_default()),
        // Only where all its places are absolute are they the numbers that stand there.
        _ => match attribute(tag, "d") {
            Some(d) if !d.contains(|c: char| c.is_ascii_lowercase() || matches!(c, 'H' | 'V' | 'A')) => bounds(d),
            _ => EVERYWHERE,
        },
    }
}

/// The box around places given as numbers, x and y in turn.
fn bounds(places: &str) -> (f64, f64, f64, f64) {
    let numbers = places.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-'));
    let numbers: Vec<f64> = numbers.filter_map(|n| n.parse().ok()).collect();
    let by = |odd: usize, pick: fn(f64, f64) -> f64, from: f64| {
        numbers.iter().skip(odd).step_by(2).copied().fold(from, pick)
    };
    (by(0, f64::min, f64::MAX), by(1, f64::min, f64::MAX), by(0, f64::max, f64::MIN), by(1, f64::max, f64::MIN))
}

fn styled(tag: &str, above: &Style) -> Style {
    let fill = match property(tag, "fill") {
        None | Some("inherit") => above.fill,
        Some("none" | "transparent") => Fill::Nothing,
        Some(text) => colour(text).map_or(Fill::Unknown, Fill::Plain),
    };
    let size = property(tag, "font-size")
        .and_then(|s| s.trim_end_matches("px").parse().ok())
        .filter(|s: &f64| s.is_finite() && *s > 0.0)
        .unwrap_or(above.size);
    let bold =
        property(tag, "font-weight").map_or(above.bold, |w| w == "bold" || w.parse::<u32>().is_ok_and(|w| w >= 700));
    let clear = |name| property(tag, name).is_some_and(|o| o != "1");
    let unknown = above.unknown
        || attribute(tag, "transform").is_some()
        || attribute(tag, "class").is_some()
        || clear("opacity")
        || clear("fill-opacity");
    Style { fill, size, bold, unknown }
}

/// A plain colour: `#abc`, `#aabbcc`, `rgb(…)` and the names drawings use.
fn colour(text: &str) -> Option<Colour> {
    let text = text.trim().to_ascii_lowercase();
    if let Some(hex) = text.strip_prefix('#') {
        let digit = |i: usize| hex.get(i..=i).and_then(|d| u8::from_str_radix(d, 16).ok());
        let pair = |i: usize| hex.get(i..i + 2).and_then(|d| u8::from_str_radix(d, 16).ok());
        return match hex.len() {
            3 => Some((digit(0)? * 17, digit(1)? * 17, digit(2)? * 17)),
            6 => Some((pair(0)?, pair(2)?, pair(4)?)),
            _ => None,
        };
    }
    if let Some(parts) = text.strip_prefix("rgb(").and_then(|t| t.strip_suffix(')')) {
        let parts: Vec<u8> = parts.split(',').filter_map(|p| p.trim().parse().ok()).collect();
        return if let [r, g, b] = parts[..] { Some((r, g, b)) } else { None };
    }
    Some(match text.as_str() {
        "black" => (0, 0, 0),
        "white" => (255, 255, 255),
        "red" => (255, 0, 0),
        "green" => (0, 128, 0),
        "blue" => (0, 0, 255),
        "gray" | "grey" => (128, 128, 128),
        "silver" => (192, 192, 192),
        "navy" => (0, 0, 128),
        "yellow" => (255, 255, 0),
        "orange" => (255, 165, 0),
        _ => return None,
    })
}

/// The relative luminance of a colour (WCAG 2.1).
fn luminance((r, g, b): Colour) -> f64 {
    let part = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.039_28 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

/// The contrast of two colours, 1 to 21 (WCAG 2.1).
pub(super) fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
