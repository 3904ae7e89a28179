//! QR codes (ISO/IEC 18004) as vector pictures.

use qrcode::{Color, EcLevel, QrCode};

/// Modules of white that scanners need around a code (§5.3.8).
const QUIET: usize = 4;

/// A QR code of a text as SVG, black on white with its quiet zone; `None` when the text is too long for one. A quarter of
/// the code may be dirty and it still reads (level Q).
pub fn svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
    let width = code.width();
    let whole = width + 2 * QUIET;
    let mut path = String::new();
    for (row, colours) in code.to_colors().chunks(width).enumerate() {
        let mut at = 0;
        while at < width {
            let run = colours[at..].iter().take_while(|c| **c == Color::Dark).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", at + QUIET, row + QUIET));
            }
            at += run.max(1);
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{whole}v{whole}h-{whole}z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the SVG again, 4 dots a module, and reads it as a scanner does.
    fn scanned(svg: &str) -> String {
        let whole: usize = svg.split("0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let mut dark = vec![false; whole * whole];
        let path = svg.rsplit("d=\"").next().unwrap().split('"').next().unwrap();
        for run in path.split('M').filter(|r| !r.is_empty()) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = rest.split('v').next().unwrap().parse().unwrap();
            dark[y * whole + x..][..length].fill(true);
        }
        let grey = |x: usize, y: usize| if dark[y / 4 * whole + x / 4] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(whole * 4, whole * 4, grey);
        picture.detect_grids()[0].decode().unwrap().1
    }

    #[test]
    fn a_scanner_reads_what_was_written() {
        for text in ["https://szpon.example/c/ACDEFGHJKMNP", "zażółć", &"a".repeat(300)] {
            assert_eq!(scanned(&svg(text).unwrap()), text);
        }
    }

    #[test]
    fn what_no_code_can_hold_is_refused() {
        assert_eq!(svg(&"a".repeat(4000)), None);
    }
}
