use std::fmt;

/// The language in which the program speaks to its user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese, the default.
    #[default]
    Chinese,
    /// English.
    English,
}

/// One thing said in both languages. Made by [`say!`](crate::say) where the thing is found out, so that both
/// wordings stand side by side and none can be forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The Chinese wording.
    pub zh: String,
    /// The English wording.
    pub en: String,
}

impl Text {
    /// The same words in both languages: a name, a number, a quotation.
    pub fn same(words: impl Into<String>) -> Self {
        let zh = words.into();
        Self { en: zh.clone(), zh }
    }

    /// A list in a sentence: commas of its own in each language.
    pub fn list<Word: AsRef<str>>(words: impl IntoIterator<Item = Word>) -> Self {
        let words: Vec<Word> = words.into_iter().collect();
        let joined = |between: &str| words.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between);
        Self { zh: joined("、"), en: joined(", ") }
    }

    /// A list in a sentence of things that are themselves said in both languages.
    pub fn list_of(texts: &[Self]) -> Self {
        let (zh, en) = (Self::list(texts.iter().map(|text| &text.zh)), Self::list(texts.iter().map(|text| &text.en)));
        Self { zh: zh.zh, en: en.en }
    }

    /// The wording in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.zh)
    }
}

/// Says one thing in Chinese and in English: `say!("缺少 {key}", "{key} is missing")`. What differs between the languages,
/// such as a list, is a text itself: `say!("缺少 {keys}", "{keys} are missing"; keys: Text::list(&missing))`.
#[macro_export]
macro_rules! say {
    ($zh:literal, $en:literal $(, $($name:ident = $value:expr),* $(,)?)?) => {{
        $($(let $name = $value;)*)?
        $crate::text::Text { zh: format!($zh), en: format!($en) }
    }};
    ($zh:literal, $en:literal; $($name:ident: $value:expr),+ $(,)?) => {{
        $(let $name: $crate::text::Text = $value;)+
        $crate::text::Text {
            zh: { $(let $name = &$name.zh;)+ format!($zh) },
            en: { $(let $name = &$name.en;)+ format!($en) },
        }
    }};
}
