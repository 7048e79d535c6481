use super::font::Shown;

/// Puts shown strings together to lines, by where they stand on the page.
#[derive(Default)]
pub(super) struct Layout {
    lines: Vec<String>,
    line: String,
    /// Where the last string ended.
    end: Option<(f64, f64)>,
    pub(super) known: usize,
    pub(super) unknown: usize,
    pub(super) pictures: usize,
}

impl Layout {
    /// A string from one place to another, in letters of this size.
    pub(super) fn show(&mut self, shown: &Shown, from: (f64, f64), to: (f64, f64), size: f64) {
        self.unknown += shown.unknown;
        self.known += shown.codes - shown.unknown;
        if shown.text.is_empty() {
            return;
        }
        if let Some((x, y)) = self.end {
            let size = if size > 0.0 { size } else { 1.0 };
            let (along, across) = (from.0 - x, (from.1 - y).abs());
            // A line drawn downwards moves along the page's height; it is one line as well.
            let downwards = (from.0 - x).abs() < size * 0.2 && (to.0 - from.0).abs() < size * 0.2;
            if across > size * 0.5 && !downwards || along < -size * 2.0 {
                self.break_line();
            } else if along > size * 0.2 && !self.line.ends_with(' ') && !shown.text.starts_with(' ') {
                self.line.push(' ');
            }
        }
        self.line.push_str(&shown.text);
        self.end = Some(to);
    }

    pub(super) fn picture(&mut self) {
        self.pictures += 1;
    }

    /// The lines of the page.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.break_line();
        self.lines
    }

    fn break_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.lines.push(line.trim().to_owned());
        }
    }
}
