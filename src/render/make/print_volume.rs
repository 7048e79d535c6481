use super::catalogue::{common_code, groups};
use super::statutory::rules_in_force;
use super::trail::word;
use crate::diag::Diagnostic;
use crate::page::{Page, Volume};
use crate::render::setting::{Made, Setting};
use crate::render::view::{VolumePart, VolumeSheet};

/// The catalogue or the rules as a bound volume: title page, contents, parts. `numbers` are the pages on which the parts
/// begin, where somebody has printed it and looked.
pub(super) fn page(setting: &Setting, page: &Page, volume: Volume, numbers: &[u32]) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let office = &board.config.office.name;
    let code = common_code(board);
    let (key, parts): (_, Vec<VolumePart<'_>>) = match volume {
        Volume::Rules => {
            let rules = rules_in_force(setting, hrefs).into_iter();
            let part = |rule| VolumePart { rule: Some(rule), ..VolumePart::default() };
            ("rules_title", rules.map(part).collect())
        }
        Volume::Catalogue => {
            let groups = groups(board, hrefs, &board.catalogue, code).into_iter();
            let part = |group| VolumePart { group: Some(group), ..VolumePart::default() };
            ("catalogue_title", groups.map(part).collect())
        }
    };
    let known = numbers.iter().copied().map(Some).chain(std::iter::repeat(None));
    let parts = parts.into_iter().enumerate().zip(known).map(|((at, part), page)| part_at(part, at, page)).collect();
    let title = word(setting, key);
    let view = VolumeSheet {
        back: hrefs
            .page(match volume {
                Volume::Rules => "rules",
                Volume::Catalogue => "catalogue",
            })
            .into(),
        office: if office.is_empty() { board.config.title.as_str() } else { office }.into(),
        title: title.into(),
        made: board.today.to_string().into(),
        code: code.filter(|_| volume == Volume::Catalogue).map(Into::into),
        parts,
    };
    let mut head = setting.head(page, title);
    head.feeds.clear();
    head.noindex = true;
    setting.finish(page, "print-volume.html", Made { head, crumbs: Vec::new(), view })
}

fn part_at(part: VolumePart<'_>, at: usize, page: Option<u32>) -> VolumePart<'_> {
    VolumePart { id: format!("part-{}", at + 1).into(), page, ..part }
}
