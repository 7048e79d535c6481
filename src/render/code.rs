use super::view::Qr;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write as _;

/// The code of a public address; none where the address is too long for one that paper can bear.
///
/// One mask serves all codes: to try all eight costs eight times as much, and an address looks like noise under any.
pub(super) fn code(address: &str) -> Option<Qr<'static>> {
    let segments = QrSegment::make_segments(address);
    let (smallest, largest) = (Version::new(1), Version::new(10));
    let code =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, smallest, largest, Some(Mask::new(3)), true);
    let code = code.ok()?;
    let shown = address.split_once("://").map_or(address, |(_, rest)| rest).to_owned();
    let size = usize::try_from(code.size()).ok()?;
    Some(Qr { size, path: path(&code).into(), address: Some(shown.into()) })
}

/// The dark modules as strokes from left to right, each told from where the last one ended.
fn path(code: &QrCode) -> String {
    let mut path = String::from("M0 .5");
    let (mut at_x, mut at_y) = (0, 0);
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let end = (x..code.size()).find(|&x| !code.get_module(x, y)).unwrap_or(code.size());
            let run = end - x;
            if run > 0 {
                let _ = write!(path, "m{} {}h{run}", x - at_x, y - at_y);
                (at_x, at_y) = (x + run, y);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a code as a browser would, four pixels a module, with the margin of the theme, and reads it.
    fn read_back(code: &Qr<'_>) -> String {
        let side = (code.size + 8) * 4;
        let mut dark = vec![false; side * side];
        let (mut x, mut y) = (0_isize, 0_isize);
        let place = |module: isize, part: usize| usize::try_from(module + 4).expect("inside") * 4 + part;
        for step in code.path.trim_start_matches("M0 .5").split('m').skip(1) {
            let (go, run) = step.split_once('h').expect("a step and a stroke");
            let (dx, dy) = go.split_once(' ').expect("two numbers");
            x += dx.parse::<isize>().expect("a number");
            y += dy.parse::<isize>().expect("a number");
            for _ in 0..run.parse::<i32>().expect("a number") {
                for (a, b) in (0..4).flat_map(|a| (0..4).map(move |b| (a, b))) {
                    dark[place(y, a) * side + place(x, b)] = true;
                }
                x += 1;
            }
        }
        let grey = |x: usize, y: usize| if dark[y * side + x] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
        let grids = picture.detect_grids();
        grids.first().expect("a code is seen").decode().expect("it is read").1
    }

    #[test]
    fn a_code_is_read_back_as_the_address() {
        for serial in 0..60 {
            let address = format!("https://www.example.gov.cn/zwgk/i/11341702000000000A/2026-{serial:05}/");
            let code = code(&address).expect("a code");
            assert_eq!(read_back(&code), address);
            assert!(code.size <= 37 && code.path.len() < 3_500, "{} {}", code.size, code.path.len());
        }
    }

    #[test]
    fn below_the_code_stands_the_address_without_scheme() {
        let code = code("https://example.gov.cn/i/Q/2026-00001/").expect("a code");
        assert_eq!(code.address.as_deref(), Some("example.gov.cn/i/Q/2026-00001/"));
    }

    #[test]
    fn an_address_that_no_code_can_hold_has_none() {
        assert_eq!(code(&format!("https://example.gov.cn/i/{}/", "9".repeat(900))), None);
    }
}
