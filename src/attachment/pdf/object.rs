use std::collections::BTreeMap;

/// The number of an object.
pub(super) type Number = u32;

/// One value of a PDF file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Object {
    #[default]
    Null,
    Number(f64),
    Name(Vec<u8>),
    String(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    /// A dictionary and where its bytes start in the file.
    Stream(Dictionary, usize),
    Reference(Number),
    /// A bare word: `true`, an operator.
    Word(Vec<u8>),
}

/// Values by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dictionary(pub(super) BTreeMap<Vec<u8>, Object>);

impl Dictionary {
    pub(super) fn get(&self, name: &str) -> &Object {
        self.0.get(name.as_bytes()).unwrap_or(&Object::Null)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name.as_bytes())
    }

    /// Whether a name stands under a name: `/Type /Page`.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.get(name).name() == Some(value.as_bytes())
    }
}

impl Object {
    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub(super) fn count(&self) -> Option<usize> {
        self.number().filter(|number| (0.0..4e9).contains(number)).map(|number| number as usize)
    }

    pub(super) fn string(&self) -> Option<&[u8]> {
        match self {
            Self::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The dictionary, of a stream too.
    pub(super) fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) | Self::Stream(dictionary, _) => Some(dictionary),
            _ => None,
        }
    }

    pub(super) fn reference(&self) -> Option<Number> {
        match self {
            Self::Reference(number) => Some(*number),
            _ => None,
        }
    }
}
