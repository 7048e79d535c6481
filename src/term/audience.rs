use super::table::Term as _;
use super::table::terms;

terms! {
    /// The two audiences that have a name of their own.
    enum Named {
        /// 全社会.
        Public = ["public", "全社会", "面向全社会", "公众"],
        /// 本单位干部职工.
        Internal = ["internal", "内部", "本单位干部职工", "对内"],
    }
}

/// For whom an item is meant (公开对象). Whatever is not [`Audience::Public`] never reaches a public build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Everybody (全社会).
    #[default]
    Public,
    /// The office's own staff (本单位干部职工).
    Internal,
    /// Named groups (特定群体).
    Groups(Vec<String>),
}

impl Audience {
    /// Reads one word; a word that is neither public nor internal and looks like a misspelling of them is refused.
    pub fn read(words: &[String]) -> Option<Self> {
        match words {
            [] => None,
            [word] => match Named::read(word) {
                Some(Named::Public) => Some(Self::Public),
                Some(Named::Internal) => Some(Self::Internal),
                // A bare Latin word is a slip of the pen; a group is named in Chinese.
                None if word.is_ascii() || word.is_empty() => None,
                None => Some(Self::Groups(vec![word.clone()])),
            },
            many if many.iter().any(|word| Named::read(word).is_some() || word.trim().is_empty()) => None,
            many => Some(Self::Groups(many.to_vec())),
        }
    }

    /// The Chinese name, as shown.
    pub fn chinese(&self) -> String {
        match self {
            Self::Public => Named::Public.chinese().to_owned(),
            Self::Internal => Named::Internal.chinese().to_owned(),
            Self::Groups(groups) => groups.join("、"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_audience_is_refused_and_a_group_is_kept() {
        let read = |words: &[&str]| Audience::read(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        assert_eq!(read(&["全社会"]), Some(Audience::Public));
        assert_eq!(read(&["interal"]), None);
        assert_eq!(read(&["低保对象", "public"]), None);
        assert_eq!(read(&["低保对象"]), Some(Audience::Groups(vec!["低保对象".into()])));
    }
}
