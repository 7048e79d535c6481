use super::document::Document;
use super::drawn::{Drawn, Form};
use super::font::Font;
use super::layout::Layout;
use super::matrix::{IDENTITY, Matrix, matrix, product};
use super::object::{Dictionary, Number, Object};
use super::syntax::{Syntax, is_blank};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Forms within forms.
const DEEPEST: usize = 12;
/// Operators of the whole file; a page of dense text has some thousands.
const OPERATORS: usize = 40_000_000;

/// Runs the pages' programs as far as text is concerned.
pub(super) struct Painter<'a> {
    document: &'a Document<'a>,
    fonts: BTreeMap<Number, Rc<Font>>,
    /// Forms and pictures, each read once.
    forms: BTreeMap<Number, Drawn>,
    /// The forms that are being run; one that draws itself is not run again.
    running: Vec<Number>,
    operators: usize,
}

/// What an operator finds set.
#[derive(Clone)]
struct State {
    font: Option<Rc<Font>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    transform: Matrix,
}

impl<'a> Painter<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        Self { document, fonts: BTreeMap::new(), forms: BTreeMap::new(), running: Vec::new(), operators: OPERATORS }
    }

    /// Whether the limit of operators was reached.
    pub(super) fn exhausted(&self) -> bool {
        self.operators == 0
    }

    /// Runs one page's program.
    pub(super) fn paint(&mut self, program: &[u8], resources: &Dictionary, layout: &mut Layout) {
        self.run(program, resources, &mut State::new(), layout, 0);
    }

    fn run(&mut self, program: &[u8], resources: &Dictionary, start: &mut State, layout: &mut Layout, depth: usize) {
        let mut state = start.clone();
        let mut saved: Vec<State> = Vec::new();
        let mut text = IDENTITY;
        let mut line = IDENTITY;
        let mut operands: Vec<Object> = Vec::new();
        let mut fonts: BTreeMap<Vec<u8>, Option<Rc<Font>>> = BTreeMap::new();
        let mut drawn: BTreeMap<Vec<u8>, Drawn> = BTreeMap::new();
        let mut syntax = Syntax::new(program, 0);
        while let Some(value) = syntax.value() {
            let Object::Word(operator) = value else {
                if operands.len() < 64 {
                    operands.push(value);
                }
                continue;
            };
            if self.operators == 0 {
                return;
            }
            self.operators -= 1;
            let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or(0.0);
            match operator.as_slice() {
                b"q" if saved.len() < 512 => saved.push(state.clone()),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => state.transform = product(matrix(&operands), state.transform),
                b"BT" => (text, line) = (IDENTITY, IDENTITY),
                b"Tf" => {
                    state.size = number(1);
                    let name = operands.first().and_then(Object::name).unwrap_or_default();
                    if !fonts.contains_key(name) {
                        fonts.insert(name.to_vec(), self.font(resources, name));
                    }
                    state.font = fonts.get(name).cloned().flatten();
                }
                b"Tc" => state.character_spacing = number(0),
                b"Tw" => state.word_spacing = number(0),
                b"Tz" => state.scale = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Td" | b"TD" => {
                    if operator == b"TD" {
                        state.leading = -number(1);
                    }
                    line = product([1.0, 0.0, 0.0, 1.0, number(0), number(1)], line);
                    text = line;
                }
                b"Tm" => {
                    line = matrix(&operands);
                    text = line;
                }
                b"T*" | b"'" | b"\"" => {
                    line = product([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    text = line;
                    if operator == b"\"" {
                        state.word_spacing = number(0);
                        state.character_spacing = number(1);
                    }
                    if operator != b"T*"
                        && let Some(bytes) = operands.last().and_then(Object::string)
                    {
                        state.show(bytes, &mut text, layout);
                    }
                }
                b"Tj" => {
                    if let Some(bytes) = operands.first().and_then(Object::string) {
                        state.show(bytes, &mut text, layout);
                    }
                }
                b"TJ" => {
                    for item in operands.first().map(Object::array).unwrap_or_default() {
                        match item {
                            Object::String(bytes) => state.show(bytes, &mut text, layout),
                            Object::Number(back) => {
                                let along = -back / 1000.0 * state.size * state.scale;
                                text = product([1.0, 0.0, 0.0, 1.0, along, 0.0], text);
                            }
                            _ => {}
                        }
                    }
                }
                b"Do" => {
                    let name = operands.first().and_then(Object::name).unwrap_or_default();
                    if !drawn.contains_key(name) {
                        drawn.insert(name.to_vec(), self.drawn(resources, name));
                    }
                    match drawn.get(name).cloned() {
                        Some(Drawn::Form(form)) => self.form(&form, resources, &state, layout, depth),
                        Some(Drawn::Picture) => layout.picture(),
                        _ => {}
                    }
                }
                b"ID" => syntax.at = after_picture(program, syntax.at),
                _ => {}
            }
            operands.clear();
        }
    }

    fn form(&mut self, form: &Form, resources: &Dictionary, state: &State, layout: &mut Layout, depth: usize) {
        if depth >= DEEPEST || form.number.is_some_and(|number| self.running.contains(&number)) {
            return;
        }
        // Also a form without operators costs something, so that many of them end.
        self.operators = self.operators.saturating_sub(form.program.len() / 16 + 1000);
        let mut state = state.clone();
        state.transform = product(form.matrix, state.transform);
        self.running.extend(form.number);
        self.run(&form.program, form.resources.as_ref().unwrap_or(resources), &mut state, layout, depth + 1);
        if form.number.is_some() {
            self.running.pop();
        }
    }

    /// What a name draws: a form or a picture.
    fn drawn(&mut self, resources: &Dictionary, name: &[u8]) -> Drawn {
        let all = self.document.dictionary(resources.get("XObject"));
        let Some(object) = all.0.get(name) else { return Drawn::Nothing };
        let number = object.reference();
        if let Some(known) = number.and_then(|number| self.forms.get(&number)) {
            return known.clone();
        }
        let drawn = Drawn::read(self.document, object);
        if let Some(number) = number {
            self.forms.insert(number, drawn.clone());
        }
        drawn
    }

    fn font(&mut self, resources: &Dictionary, name: &[u8]) -> Option<Rc<Font>> {
        let fonts = self.document.dictionary(resources.get("Font"));
        let font = fonts.0.get(name)?;
        let number = font.reference();
        if let Some(known) = number.and_then(|number| self.fonts.get(&number)) {
            return Some(Rc::clone(known));
        }
        let read = Rc::new(Font::read(self.document, &self.document.dictionary(font)));
        if let Some(number) = number {
            self.fonts.insert(number, Rc::clone(&read));
        }
        Some(read)
    }
}

impl State {
    fn new() -> Self {
        Self {
            font: None,
            size: 1.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            transform: IDENTITY,
        }
    }

    /// Shows a string and moves on by its width.
    fn show(&self, bytes: &[u8], text: &mut Matrix, layout: &mut Layout) {
        let Some(font) = &self.font else { return };
        let shown = font.show(bytes);
        let spacing = self.character_spacing * shown.codes as f64 + self.word_spacing * shown.spaces as f64;
        let along = (shown.width / 1000.0 * self.size + spacing) * self.scale;
        let from = product([1.0, 0.0, 0.0, 1.0, 0.0, self.rise], product(*text, self.transform));
        *text = product([1.0, 0.0, 0.0, 1.0, along, 0.0], *text);
        let to = product(*text, self.transform);
        let size = self.size.abs() * (from[2].hypot(from[3]));
        layout.show(&shown, (from[4], from[5]), (to[4], to[5]), size);
    }
}

/// The place behind a picture that stands in the program itself: after the word `EI` between blanks.
fn after_picture(program: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(found) = super::document::find(program.get(at..).unwrap_or(&[]), b"EI") {
        at += found + 2;
        let before = program.get(at.wrapping_sub(3)).is_none_or(|&byte| is_blank(byte));
        let after = program.get(at).is_none_or(|&byte| is_blank(byte));
        if before && after {
            return at;
        }
    }
    program.len()
}
