use crate::calendar::Date;
use crate::config::Config;
use crate::scan::OfficeWords;

/// What offices and villages call themselves after 我.
const SELF_NAMES: [&str; 5] = ["街道", "社区", "镇", "乡", "村"];

/// What the board has said about itself, by which texts are judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What the office calls itself, and which telephones it publishes on purpose.
    pub office: OfficeWords,
    /// From how many per cent of a total on money under 其他 must be told in its parts.
    pub lump_sum_percent: u32,
    /// Whether names in tables of persons are masked on their way out.
    pub mask_names: bool,
}

impl Rules {
    /// The rules of a board on a day.
    #[expect(clippy::cast_sign_loss, reason = "a share lies between 0 and 100 per cent")]
    pub fn of(config: &Config, today: Date) -> Self {
        Self {
            office: office(config, today),
            lump_sum_percent: config.policies.lump_sum_share.round() as u32,
            mask_names: config.policies.name_mask,
        }
    }
}

fn office(config: &Config, today: Date) -> OfficeWords {
    let mut self_names: Vec<String> = Vec::new();
    let names = std::iter::once(&config.office.name).chain(config.units.iter().map(|unit| &unit.name));
    for name in names {
        let own = SELF_NAMES.iter().filter_map(|word| Some((name.rfind(word)?, *word))).max();
        if let Some((_, own)) = own
            && !self_names.iter().any(|known| known == own)
        {
            self_names.push(own.to_owned());
        }
    }
    if !SELF_NAMES.iter().any(|word| config.office.name.contains(word)) {
        // A department: nobody knows what it may call itself.
        self_names.clear();
    }
    let phones = [&config.office.phone, &config.office.fax, &config.supervision.hotline];
    let units = config.units.iter().map(|unit| &unit.phone);
    let public_phones = phones.into_iter().chain(units).chain(&config.policies.public_phones);
    let public_phones = public_phones.filter(|phone| !phone.trim().is_empty()).cloned().collect();
    OfficeWords { self_names, public_phones, today }
}
