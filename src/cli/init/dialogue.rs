use super::preset::{ALL, Preset};
use crate::cli::ask::{Asks, choose};
use crate::say;

/// What was answered, as typed. An empty answer takes the usual value.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) preset: String,
    pub(super) name: String,
    pub(super) base_url: String,
    pub(super) phone: String,
    pub(super) hotline: String,
    pub(super) units: String,
}

/// Asks what a new board needs to know. Nothing where nobody answers any more.
pub(super) fn dialogue(asks: &mut dyn Asks) -> Option<Said> {
    asks.tell(&say!(
        "新建公开栏。直接按回车采用方括号里的内容，以后都可以在 content/board.yaml 里改。",
        "A new board. Press Enter to take what stands in brackets; all can be changed later in content/board.yaml."
    ));
    let kinds: Vec<String> = ALL.iter().map(|preset| format!("{} {}", preset.kind, preset.id)).collect();
    let at = choose(asks, &say!("哪一类单位", "which kind of office"), &kinds)?;
    let preset: &Preset = ALL.get(at)?;
    let name = asks.ask(&say!("单位全称", "the office's full name"), preset.office)?;
    let phone = asks.ask(&say!("办公电话", "the office's telephone"), "12345")?;
    let hotline = asks.ask(&say!("监督电话", "the telephone of those who supervise"), &phone)?;
    let question = say!("另有哪些责任单位，用顿号分开；没有就回车", "further units, separated by commas; or Enter");
    let units = asks.ask(&question, "")?;
    let base_url = asks.ask(
        &say!("发布后的网址；还不知道就回车", "the public address; Enter where it is not known yet"),
        "https://example.gov.cn/board/",
    )?;
    Some(Said { preset: preset.id.to_owned(), name, base_url, phone, hotline, units })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::ask::Answers;

    #[test]
    fn a_new_board_is_asked_for_in_six_questions() {
        let mut answers = Answers::of(&["村", "南山村村民委员会", "0500-6611200", "", "卫生室、农机站", ""]);
        let said = dialogue(&mut answers).unwrap();
        assert_eq!(said.preset, "village");
        assert_eq!(said.hotline, "0500-6611200", "the office's own telephone is proposed");
        assert_eq!((said.units.as_str(), said.base_url.as_str()), ("卫生室、农机站", "https://example.gov.cn/board/"));
        assert_eq!(dialogue(&mut Answers::of(&["1", "青石镇人民政府"])), None, "an answer that never comes");
    }
}
