/// The character for each of the radicals U+2E80 to U+2EF3, by Unicode's table of equivalent ideographs.
const SUPPLEMENT: &str = "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓\
     罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨\
     鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// The character for each of the radicals U+2F00 to U+2FD5.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
     干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
     用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
     豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
     黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Puts a character in the place of a radical that looks the same. Browsers that print to PDF take the radical where
/// the font draws both with one glyph, and 金额 would not be found where ⾦额 stands.
pub(super) fn unified(sign: char) -> char {
    let (table, first) = match sign {
        '\u{2E80}'..='\u{2EF3}' => (SUPPLEMENT, 0x2E80),
        '\u{2F00}'..='\u{2FD5}' => (KANGXI, 0x2F00),
        _ => return sign,
    };
    table.chars().nth((sign as usize) - first).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_characters_and_nothing_else_changes() {
        let text: String = "⻘⽯镇公⽰⾦额⻚一甲A".chars().map(unified).collect();
        assert_eq!(text, "青石镇公示金额页一甲A");
        assert_eq!((SUPPLEMENT.chars().count(), KANGXI.chars().count()), (0x74, 0xD6));
    }
}
