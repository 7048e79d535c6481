//! Writes an XML part anew with some of its elements changed; what is kept is kept byte for byte.

use super::fault::Fault;
use super::limits;
use super::markup::{Element, broken, fault, refuse_definitions};
use quick_xml::events::Event;
use quick_xml::{Reader, Writer};

/// What becomes of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Keep,
    /// It goes with all that is in it.
    Drop,
    /// Its tags go, what is in it stays.
    Unwrap,
    /// This stands in its place.
    Replace(String),
}

/// Rewrites a part. `decide` is asked for every element in document order; inside one that goes, its answer counts
/// for nothing.
pub(super) fn rewrite(xml: &[u8], decide: &mut dyn FnMut(&Element) -> Step) -> Result<Vec<u8>, Fault> {
    let mut reader = Reader::from_reader(xml);
    let mut writer = Writer::new(Vec::with_capacity(xml.len()));
    let mut open: Vec<bool> = Vec::new();
    let mut dropping = 0usize;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| fault(&error))?;
        let keep = match &event {
            Event::Eof => break,
            Event::Start(start) => {
                let step = decide(&Element::of(start.borrow()));
                if open.len() + dropping > limits::DEPTH as usize {
                    return Err(broken("too deep"));
                }
                if dropping > 0 {
                    dropping += 1;
                    false
                } else {
                    match step {
                        Step::Keep | Step::Unwrap => open.push(step == Step::Keep),
                        Step::Drop | Step::Replace(_) => dropping = 1,
                    }
                    replace(&mut writer, &step);
                    step == Step::Keep
                }
            }
            Event::Empty(start) => {
                let step = decide(&Element::of(start.borrow()));
                if dropping == 0 {
                    replace(&mut writer, &step);
                }
                dropping == 0 && step == Step::Keep
            }
            Event::End(_) if dropping > 0 => {
                dropping -= 1;
                false
            }
            Event::End(_) => open.pop().unwrap_or(false),
            Event::DocType(text) => {
                refuse_definitions(text)?;
                true
            }
            _ => dropping == 0,
        };
        if keep {
            writer.write_event(event).map_err(broken)?;
        }
    }
    Ok(writer.into_inner())
}

fn replace(writer: &mut Writer<Vec<u8>>, step: &Step) {
    if let Step::Replace(text) = step {
        writer.get_mut().extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_go_or_lose_their_tags() {
        let xml =
            r#"<?xml version="1.0"?><a x="1"><del><b>1</b><del/></del><ins>2<b/></ins><c y='&amp;'/>3<d>4</d></a>"#;
        let written = rewrite(xml.as_bytes(), &mut |element| match element.name() {
            "del" => Step::Drop,
            "ins" => Step::Unwrap,
            "d" => Step::Replace("<e/>".to_owned()),
            _ => Step::Keep,
        });
        let expected = r#"<?xml version="1.0"?><a x="1">2<b/><c y='&amp;'/>3<e/></a>"#;
        assert_eq!(String::from_utf8(written.unwrap()).unwrap(), expected);
    }
}
