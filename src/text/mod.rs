//! Words and places in words: what every other room needs to speak of text.

mod difference;
mod digest;
mod encoding;
mod markup;
mod mask;
mod nearest;
mod percent;
mod say;
mod span;
mod tongue;
mod width;

pub use difference::{Piece, Touched, differences};
pub use digest::{Digest, digest, sha512};
pub use encoding::{decode, encode, gb18030};
pub use markup::html_escaped;
pub use mask::masked;
pub use nearest::nearest;
pub use percent::{percent_decoded, percent_encoded};
pub use say::{Language, Text};
pub use span::{LineColumn, Placed, Span, line_at, locate};
pub use tongue::tongue;
pub use width::{is_cjk, width};
