//! PNG: the credential is an `iTXt` chunk with the keyword `openbadgecredential` (PNG third edition §11.3.3.4).

use std::io::Read as _;

use flate2::{Crc, read::ZlibDecoder};

use super::{BakeFault, PNG_START, TEXT_MOST};

const KEYWORD: &[u8] = b"openbadgecredential";

struct Chunk<'p> {
    kind: &'p [u8],
    content: &'p [u8],
    /// With length and checksum.
    whole: &'p [u8],
}

/// The chunks up to IEND, each with a right checksum.
fn chunks(picture: &[u8]) -> Result<Vec<Chunk<'_>>, BakeFault> {
    let mut rest = picture.strip_prefix(&PNG_START).ok_or(BakeFault::Broken)?;
    let mut chunks = Vec::new();
    loop {
        let (length, body) = rest.split_first_chunk::<4>().ok_or(BakeFault::Broken)?;
        let length = u32::from_be_bytes(*length);
        let length = usize::try_from(length).ok().filter(|_| length <= i32::MAX as u32).ok_or(BakeFault::Broken)?;
        let (named, after) = body.split_at_checked(length.saturating_add(4)).ok_or(BakeFault::Broken)?;
        let (sum, after) = after.split_first_chunk::<4>().ok_or(BakeFault::Broken)?;
        if checksum(named) != *sum {
            return Err(BakeFault::Broken);
        }
        let (kind, content) = named.split_at(4);
        let whole = &rest[..length + 12];
        chunks.push(Chunk { kind, content, whole });
        if kind == b"IEND" {
            break;
        }
        rest = after;
    }
    if chunks.first().is_none_or(|first| first.kind != b"IHDR") {
        return Err(BakeFault::Broken);
    }
    Ok(chunks)
}

fn checksum(bytes: &[u8]) -> [u8; 4] {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum().to_be_bytes()
}

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [&kind[..], content].concat();
    // Contents are bounded far below what a length can say.
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes()[..], &named, &checksum(&named)].concat()
}

fn is_ours(chunk: &Chunk<'_>) -> bool {
    chunk.kind == b"iTXt" && chunk.content.strip_prefix(KEYWORD).is_some_and(|rest| rest.first() == Some(&0))
}

pub(super) fn bake(picture: &[u8], credential: &str) -> Result<Vec<u8>, BakeFault> {
    let mut baked = PNG_START.to_vec();
    for part in chunks(picture)?.iter().filter(|c| !is_ours(c)) {
        baked.extend_from_slice(part.whole);
        if part.kind == b"IHDR" {
            // Keyword, end, not compressed, no method, no language, no translation; then the text.
            let content = [KEYWORD, &[0, 0, 0, 0, 0], credential.as_bytes()].concat();
            baked.extend(chunk(b"iTXt", &content));
        }
    }
    Ok(baked)
}

pub(super) fn extract(picture: &[u8]) -> Result<String, BakeFault> {
    let chunks = chunks(picture)?;
    let mut ours = chunks.iter().filter(|c| is_ours(c));
    let Some(found) = ours.next() else { return Err(BakeFault::Empty) };
    if ours.next().is_some() {
        // Two readers could see two credentials.
        return Err(BakeFault::Broken);
    }
    let rest = &found.content[KEYWORD.len() + 1..];
    let [compressed, method, rest @ ..] = rest else { return Err(BakeFault::Broken) };
    let mut parts = rest.splitn(3, |byte| *byte == 0);
    let (Some(_language), Some(_translated), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(BakeFault::Broken);
    };
    let bytes = match (compressed, method) {
        (0, _) => text.to_vec(),
        (1, 0) => {
            let mut bytes = Vec::new();
            let read = ZlibDecoder::new(text).take(TEXT_MOST as u64 + 1).read_to_end(&mut bytes);
            read.map_err(|_| BakeFault::Broken)?;
            bytes
        }
        _ => return Err(BakeFault::Broken),
    };
    if bytes.len() > TEXT_MOST {
        return Err(BakeFault::TooLarge);
    }
    String::from_utf8(bytes).map_err(|_| BakeFault::Broken)
}

/// A picture of one transparent pixel.
#[cfg(test)]
pub(super) fn smallest() -> Vec<u8> {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&[0; 5]).unwrap();
    let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];
    [PNG_START.to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &packed.finish().unwrap()), chunk(b"IEND", &[])]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn with(content: &[u8]) -> Vec<u8> {
        let picture = smallest();
        let (before, after) = picture.split_at(8 + 25);
        [before, &chunk(b"iTXt", content), after].concat()
    }

    #[test]
    fn a_compressed_text_with_a_language_is_read() {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all("{\"ą\": 1}".as_bytes()).unwrap();
        let content = [KEYWORD, b"\0\x01\0pl\0odznaka\0", &packed.finish().unwrap()].concat();
        assert_eq!(extract(&with(&content)).unwrap(), "{\"ą\": 1}");
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&vec![b' '; 20 * TEXT_MOST]).unwrap();
        let content = [KEYWORD, b"\0\x01\0\0\0", &packed.finish().unwrap()].concat();
        assert_eq!(extract(&with(&content)), Err(BakeFault::TooLarge));
    }

    #[test]
    fn baking_again_replaces() {
        let twice = bake(&bake(&smallest(), "one").unwrap(), "two").unwrap();
        assert_eq!(extract(&twice).unwrap(), "two");
        assert_eq!(twice.windows(3).filter(|w| w == b"one").count(), 0);
    }

    #[test]
    fn broken_pictures_are_refused() {
        assert_eq!(extract(&smallest()), Err(BakeFault::Empty));
        let mut changed = bake(&smallest(), "token").unwrap();
        let last = changed.len() - 20;
        changed[last] ^= 1;
        assert_eq!(extract(&changed), Err(BakeFault::Broken));
        let doubled = with(&[KEYWORD, b"\0\0\0\0\0a"].concat());
        assert_eq!(extract(&doubled).unwrap(), "a");
        let (before, after) = doubled.split_at(8 + 25);
        let doubled = [before, &chunk(b"iTXt", &[KEYWORD, b"\0\0\0\0\0b"].concat()), after].concat();
        assert_eq!(extract(&doubled), Err(BakeFault::Broken));
        let huge = [&PNG_START[..], &[0xff, 0xff, 0xff, 0xff], b"IHDR"].concat();
        assert_eq!(extract(&huge), Err(BakeFault::Broken));
    }
}
