//! Brackets and quotation marks that are opened and not closed, or closed and not opened.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::{Mark, Passage, digit, is_han};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// A bracket without its partner.
struct Lone {
    mark: Mark,
    pair: usize,
    opens: bool,
    /// How many blank lines stand before it.
    paragraph: usize,
}

impl Lone {
    /// A closing parenthesis alone numbers lists (`1）`) and trails copied notes; it hides nothing and is let pass.
    fn opens_or_counts(&self) -> bool {
        self.opens || self.pair != PARENTHESES
    }
}

/// How many pairs there are.
const PAIRS: usize = 7;
/// More pairs than so many do not stand open in each other.
const DEEPEST: usize = 64;
/// The pair of quotation marks, which may span any number of paragraphs.
const QUOTES: usize = 2;
/// So many blank lines other pairs may span.
const NEAR: usize = 3;
/// The pair of parentheses.
const PARENTHESES: usize = 3;
/// The pair of 六角括号, whose missing half in a 发文字号 is another check's matter.
const DOC_NUMBER: usize = 4;

/// Finds pairs that lack one half. A quotation may run over several paragraphs, each opened anew, as laws quote laws.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if matches!(setting.kind, Kind::Link) {
        return Vec::new();
    }
    let mut lone = lone_marks(passage);
    drop_long_pairs(&mut lone);
    lone.retain(|lone| lone.opens_or_counts() && !is_opened_anew(passage, lone) && !is_in_doc_number(passage, lone));
    lone.iter().map(|lone| told(passage, lone)).collect()
}

/// The marks without a partner in their paragraph, in order.
fn lone_marks(passage: &Passage) -> Vec<Lone> {
    let mut lone = Vec::new();
    let mut open: Vec<Lone> = Vec::new();
    let mut ends = passage.lines().iter().filter(|line| line.is_blank).map(|line| line.span.start as usize).peekable();
    let mut paragraph = 0;
    for &mark in passage.marks() {
        while ends.next_if(|end| *end <= mark.at).is_some() {
            lone.append(&mut open);
            paragraph += 1;
        }
        let Some((pair, opens)) = side(mark.mark) else { continue };
        if opens {
            open.push(Lone { mark, pair, opens, paragraph });
            if open.len() > DEEPEST {
                lone.push(open.remove(0));
            }
        } else if let Some(at) = open.iter().rposition(|other| other.pair == pair) {
            // What was opened inside and not closed is alone.
            lone.extend(open.drain(at..).skip(1));
        } else {
            lone.push(Lone { mark, pair, opens, paragraph });
        }
    }
    lone.append(&mut open);
    lone.sort_by_key(|lone| lone.mark.at);
    lone
}

fn told(passage: &Passage, lone: &Lone) -> Find {
    let span = Span::new(lone.mark.at, lone.mark.end());
    let (mark, quoted) = (lone.mark.mark, sentence(passage.text(), span));
    let message = if lone.opens {
        say!("“{mark}”没有配对的后一半：“{quoted}”", "“{mark}” is not closed: “{quoted}”")
    } else {
        say!("“{mark}”没有配对的前一半：“{quoted}”", "“{mark}” is not opened: “{quoted}”")
    };
    Find::new(span, Severity::Warning, message)
}

/// Which pair a mark belongs to, in any of its writings, and whether it opens.
fn side(mark: char) -> Option<(usize, bool)> {
    Some(match mark {
        '《' => (0, true),
        '》' => (0, false),
        '〈' => (1, true),
        '〉' => (1, false),
        '“' => (QUOTES, true),
        '”' => (QUOTES, false),
        '（' | '(' => (PARENTHESES, true),
        '）' | ')' => (PARENTHESES, false),
        '〔' | '﹝' => (DOC_NUMBER, true),
        '〕' | '﹞' => (DOC_NUMBER, false),
        '【' => (5, true),
        '】' => (5, false),
        '「' => (6, true),
        '」' => (6, false),
        _ => return None,
    })
}

/// What is opened in one paragraph and closed in a later one, with nothing but openings of its kind between, is a pair
/// that runs over paragraphs: a quotation of any length, a note or a title over the next few.
fn drop_long_pairs(lone: &mut Vec<Lone>) {
    let mut opened: [Vec<usize>; PAIRS] = Default::default();
    let mut paired = vec![false; lone.len()];
    for (at, one) in lone.iter().enumerate() {
        let openings = &mut opened[one.pair];
        if one.opens {
            openings.push(at);
        } else if let Some(&first) = openings.first()
            && (one.pair == QUOTES || one.paragraph - lone[first].paragraph <= NEAR)
        {
            paired[at] = true;
            openings.drain(..).for_each(|opening| paired[opening] = true);
        }
    }
    let mut paired = paired.into_iter();
    lone.retain(|_| !paired.next().unwrap_or(false));
}

/// Whether a quotation goes on in the next paragraph, which opens it anew and closes it for both.
fn is_opened_anew(passage: &Passage, lone: &Lone) -> bool {
    if lone.pair != QUOTES || !lone.opens {
        return false;
    }
    let next = passage.near_after(lone.mark.at, 4096).split_once("\n\n").map_or("", |(_, next)| next.trim_start());
    next.starts_with('“')
}

fn is_in_doc_number(passage: &Passage, lone: &Lone) -> bool {
    let after = passage.after(lone.mark.end());
    lone.pair == DOC_NUMBER
        && lone.opens
        && after.chars().take(4).filter(|letter| digit(*letter).is_some()).count() == 4
        && passage.before(lone.mark.at).chars().next_back().is_some_and(is_han)
}
