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

/// Says one thing in Chinese and in English: `say!("缺少 {key}", "{key} is missing")`.
#[macro_export]
macro_rules! say {
    ($zh:literal, $en:literal $(, $($name:ident = $value:expr),* $(,)?)?) => {{
        $($(let $name = $value;)*)?
        $crate::text::Text { zh: format!($zh), en: format!($en) }
    }};
}
