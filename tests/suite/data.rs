//! The catalogue as data: every form holds the same rows, and machines find what their vocabularies ask for.

use crate::support::Site;
use calamine::{Data, Reader as _};
use serde_json::{Value, json};

const BOARD: &str = "
-- content/duties.yaml --
- id: revenue
  name: 财政收支情况
  category: finance
  cadence: quarterly
  unit: finance-office
  since: 2026-Q1
  due: 15 days
  elements: [收入, 支出]
-- content/finance/q1/index.md --
---
title: 第一季度收支
index: hongshi/2026-00001
published: 2026-04-09 09:30
period: 2026-Q1
duty: revenue
tables: [{file: 收支.csv, caption: 收支表}]
---
收支平衡，收入300元，支出300元。
-- content/finance/q1/收支.csv --
项目,金额
办公费,300
-- content/finance/fees/index.md --
---
title: 收费清单
index: hongshi/2026-00002
published: 2026-01-09
cadence: permanent
tables: [{file: 收费.csv, caption: 收费清单, register: 收费清单, total: [次数]}]
---
收费的名称、标准、依据见表。
-- content/finance/fees/收费.csv --
项目名称,收费标准,收费依据,收费单位,次数
停车,0元,镇长办公会议,党政办公室,1
水电,按表,发改价〔2024〕1号,党政办公室,2
-- content/finance/fees-2025/index.md --
---
title: 收费清单（2025年）
published: 2025-01-09
cadence: permanent
tables: [{file: 收费.csv, caption: 收费清单, register: fee}]
---
收费的名称、标准、依据见表。
-- content/finance/fees-2025/收费.csv --
项目名称,收费标准,收费依据,收费单位
停车,5元,镇长办公会议,党政办公室
-- content/notices/rules.md --
---
title: =1+1停车办法
published: 2026-05-09
document: {number: 红政规〔2026〕1号, written: 2026-05-08, effective: 2026-06-01, validity: 有效, genre: 规范性文件, replaces: [old.md]}
---
停车不收费。
-- content/notices/old.md --
---
title: 停车旧办法
published: 2024-05-09
document: {number: 红政规〔2024〕1号, written: 2024-05-08, validity: 废止, repealed: 2026-06-01}
corrections: [{on: 2026-05-10, note: 停止执行}]
---
停车收费两元。
-- content/notices/guide.md --
---
title: 临时救助怎么办
published: 2026-05-09
guide: {conditions: [生活困难], materials: [申请书], steps: [提交申请], time_limit: 20个工作日, fee: 不收费, place: 便民服务中心, hours: 工作日, phone: 0500-6620001, basis: [社会救助办法]}
---
急难家庭都可以申请。
-- content/notices/plain.md --
---
title: 停水通知
published: 2026-11-09
summary: 明日停水
---
明日停水。
";

fn data(outcome: &crate::support::Outcome, path: &str) -> Value {
    serde_json::from_str(&outcome.page(path)).expect("it is JSON")
}

#[test]
fn the_workbook_reads_back_as_the_catalogue_in_json() {
    let mut site = Site::from(BOARD);
    let outcome = site.build();
    let bytes = std::fs::read(site.root().join("public/catalogue.xlsx")).expect("it is written");
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("it opens");
    let range = book.worksheet_range("公开目录").expect("the sheet is there");
    let mut rows = range.rows().map(|row| row.iter().map(words).collect::<Vec<_>>());
    let header = rows.next().expect("a head");
    assert_eq!(header[..4], ["索引号", "名称", "内容概述", "生成日期"], "条例第十二条");
    let at = |name: &str| header.iter().position(|column| column == name).expect("the column is there");
    let json = data(&outcome, "catalogue.json");
    let items = json["items"].as_array().expect("items");
    let rows: Vec<Vec<String>> = rows.collect();
    assert_eq!(rows.len(), 7);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of_json = |item: &Value| {
        let attachments = item["attachments"].as_array().map_or(0, Vec::len).to_string();
        let address = format!("https://example.gov.cn/hongshi/{}", text(&item["address"]));
        let plain = ["index", "title", "summary", "formed", "period", "doc_number", "published", "repealed"];
        plain.iter().map(|key| text(&item[*key])).chain([attachments, address]).collect::<Vec<_>>()
    };
    let of_row = |row: &Vec<String>| {
        let plain =
            ["索引号", "名称", "内容概述", "生成日期", "所属期", "发文字号", "发布日期", "废止日期", "附件数", "网址"];
        plain.map(|name| row[at(name)].clone()).to_vec()
    };
    assert_eq!(rows.iter().map(of_row).collect::<Vec<_>>(), items.iter().map(of_json).collect::<Vec<_>>());
    // The CSV says the same, but for the apostrophe that keeps a cell from running.
    let csv = outcome.page("catalogue.csv");
    let lines: Vec<&str> = csv.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], header.join(","));
    for (line, row) in lines[1..].iter().zip(&rows) {
        assert_eq!(line.replace('\'', ""), row.join(","));
    }
    outcome.has("catalogue/index.html", "../catalogue.xlsx").has("catalogue.csv", "'=1+1停车办法");
}

fn words(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

#[test]
fn the_catalogue_has_what_dcat_asks_for() {
    let mut site = Site::from(BOARD);
    let outcome = site.build();
    let catalogue = data(&outcome, "catalogue.jsonld");
    let base = "https://example.gov.cn/hongshi/";
    assert_eq!(catalogue["@type"], "dcat:Catalog");
    let all = catalogue["dcat:dataset"].as_array().expect("datasets");
    // DCAT-AP 3: mandatory properties of catalogue, dataset, series and agent.
    for resource in all.iter().chain([&catalogue]) {
        for key in ["@id", "@type", "dct:title", "dct:description", "dct:publisher"] {
            assert!(!resource[key].is_null(), "{key} is missing in {resource}");
        }
        assert!(resource["dct:publisher"]["foaf:name"]["@value"] == "红石镇人民政府");
        for file in resource["dcat:distribution"].as_array().into_iter().flatten() {
            let url = file["dcat:accessURL"]["@id"].as_str().expect("a distribution has an access URL");
            let path = url.strip_prefix(base).expect("it is ours");
            let path = path.replace("%E6%94%B6%E6%94%AF", "收支").replace("%E6%94%B6%E8%B4%B9", "收费");
            assert!(site.root().join("public").join(&path).is_file(), "{path} is not there");
        }
    }
    let of_type = |name: &str| all.iter().filter(|one| one["@type"] == name).collect::<Vec<_>>();
    let series = of_type("dcat:DatasetSeries");
    assert_eq!(series.len(), 1);
    assert_eq!(
        series[0]["dct:accrualPeriodicity"]["@id"],
        "http://publications.europa.eu/resource/authority/frequency/QUARTERLY"
    );
    let members: Vec<_> = all.iter().filter(|one| one["dcat:inSeries"] == json!({"@id": series[0]["@id"]})).collect();
    assert_eq!(members.len(), 1);
    assert_eq!(members[0]["dct:temporal"]["dcat:endDate"], json!({"@value": "2026-03-31", "@type": "xsd:date"}));
    assert_eq!(members[0]["dcat:distribution"].as_array().map(Vec::len), Some(2));
    let own = all.iter().find(|one| one["@id"] == format!("{base}catalogue/#data")).expect("the catalogue itself");
    let forms: Vec<_> =
        own["dcat:distribution"].as_array().into_iter().flatten().map(|file| &file["dct:format"]["@id"]).collect();
    assert_eq!(forms.len(), 3);
}

#[test]
fn each_item_bears_the_type_that_fits_it() {
    let mut site = Site::from(BOARD);
    let outcome = site.build();
    let of = |page: &str| {
        let html = outcome.page(page);
        let start = html.find("application/ld+json").expect("linked data") + "application/ld+json\">".len();
        let end = html[start..].find("</script>").expect("an end") + start;
        serde_json::from_str::<Value>(&html[start..end]).expect("it is JSON")
    };
    let document = of("notices/rules/index.html");
    assert_eq!(document["@type"], "Legislation");
    assert_eq!(document["legislationLegalForce"]["@id"], "https://schema.org/InForce");
    assert_eq!(document["temporalCoverage"], "2026-06-01/..");
    assert_eq!(document["legislationRepeals"][0]["@id"], "https://example.gov.cn/hongshi/notices/old/");
    let old = of("notices/old/index.html");
    assert_eq!(old["legislationLegalForce"]["@id"], "https://schema.org/NotInForce");
    assert_eq!(old["temporalCoverage"], "2024-05-08/2026-06-01");
    let guide = of("notices/guide/index.html");
    assert_eq!(guide["@type"], "GovernmentService");
    assert_eq!(guide["availableChannel"]["servicePhone"]["telephone"], "0500-6620001");
    let table = of("finance/q1/index.html");
    assert_eq!((&table["@type"], &table["temporalCoverage"]), (&json!("Dataset"), &json!("2026-01-01/2026-03-31")));
    assert_eq!(table["distribution"].as_array().map(Vec::len), Some(2));
    assert_eq!(of("notices/plain/index.html")["@type"], "DigitalDocument");
    for page in ["rules", "old", "guide", "plain"].map(|name| format!("notices/{name}/index.html")) {
        let data = of(&page);
        for key in ["@context", "@id", "name", "url", "description"] {
            assert!(data[key].is_string(), "{key} is missing on {page}");
        }
    }
}

#[test]
fn the_entries_of_a_list_are_counted_without_sums_and_older_lists() {
    let mut site = Site::from(BOARD);
    let statistics = data(&site.build(), "statistics.json");
    let expected = json!([{"id": "fee", "name": "收费清单", "entries": 2, "items": ["finance/fees/"]}]);
    assert_eq!(statistics["registers"], expected);
}
