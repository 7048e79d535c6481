//! Asking the person at the keyboard. Commands ask through [`Asks`], so that their questions can be answered by tests.

use super::terminal::Terminal;
use crate::say;
use crate::text::Text;

/// Whoever answers questions.
pub(super) trait Asks {
    /// Puts a question; an empty answer means the default. Nothing comes back where nobody answers any more.
    fn ask(&mut self, question: &Text, default: &str) -> Option<String>;

    /// Says a thing between questions.
    fn tell(&mut self, text: &Text);
}

impl Asks for Terminal {
    fn ask(&mut self, question: &Text, default: &str) -> Option<String> {
        let question = question.in_language(self.language);
        let shown = if default.is_empty() { format!("{question}：") } else { format!("{question} [{default}]：") };
        let answer = self.question(&shown)?;
        Some(if answer.is_empty() { default.to_owned() } else { answer })
    }

    fn tell(&mut self, text: &Text) {
        self.say(text);
    }
}

/// How often a wrong answer is asked for again.
const PATIENCE: u8 = 5;

/// Lets choose one of several things, by number or by its words. The first is the default.
pub(super) fn choose(asks: &mut dyn Asks, question: &Text, choices: &[String]) -> Option<usize> {
    for (at, choice) in choices.iter().enumerate() {
        let number = at + 1;
        asks.tell(&say!("  {number}. {choice}", "  {number}. {choice}"));
    }
    for _ in 0..PATIENCE {
        let answer = asks.ask(question, "1")?;
        let number = answer.parse::<usize>().ok().filter(|number| (1..=choices.len()).contains(number));
        let named = || choices.iter().position(|choice| choice.split_whitespace().any(|word| word == answer));
        if let Some(at) = number.map(|number| number - 1).or_else(named) {
            return Some(at);
        }
        let last = choices.len();
        asks.tell(&say!("请输入 1 到 {last} 之间的数字", "type a number from 1 to {last}"));
    }
    None
}

/// Answers written beforehand, for tests.
#[cfg(test)]
pub(super) struct Answers {
    left: std::collections::VecDeque<&'static str>,
    /// What was asked and said, a line each.
    pub(super) said: Vec<String>,
}

#[cfg(test)]
impl Answers {
    pub(super) fn of(answers: &[&'static str]) -> Self {
        Self { left: answers.iter().copied().collect(), said: Vec::new() }
    }
}

#[cfg(test)]
impl Asks for Answers {
    fn ask(&mut self, question: &Text, default: &str) -> Option<String> {
        self.said.push(format!("{} [{default}]", question.zh));
        let answer = self.left.pop_front()?;
        Some(if answer.is_empty() { default.to_owned() } else { answer.to_owned() })
    }

    fn tell(&mut self, text: &Text) {
        self.said.push(text.zh.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_made_by_number_by_word_or_by_saying_nothing() {
        let choices = ["township 乡镇".to_owned(), "village 村".to_owned()];
        let question = say!("哪一种", "which");
        let chosen = |answers: &[&'static str]| choose(&mut Answers::of(answers), &question, &choices);
        assert_eq!(chosen(&["2"]), Some(1));
        assert_eq!(chosen(&["村"]), Some(1));
        assert_eq!(chosen(&[""]), Some(0));
        assert_eq!(chosen(&["9", "哪个", "1"]), Some(0));
        assert_eq!(chosen(&["9"]), None, "nobody answers any more");
        assert_eq!(chosen(&["9", "8", "7", "6", "5", "1"]), None, "patience ends");
    }
}
