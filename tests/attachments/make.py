"""Makes the files beside it. All persons, numbers and places are fictional.

Needs openpyxl, python-docx, python-pptx, Pillow, msoffcrypto-tool, pikepdf, and LibreOffice and Chromium:
    python3 make.py FOLDER
The tests read the files as they lie here; run this only to change them.
"""
import io, os, shutil, subprocess, sys, tempfile, zipfile
from datetime import date, datetime

out = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
HEAD = ["序号", "姓名", "身份证号", "电话", "金额", "发放日期"]
ROWS = [
    [1, "甲某", "110105194912310021", "13800000001", 1200.5, date(2026, 3, 1)],
    [2, "乙某", "110105195001010038", "13800000002", 980, date(2026, 3, 2)],
    [3, "丙某", "110105195102020045", "13800000003", 1100, date(2026, 3, 3)],
]


def path(name):
    return os.path.join(out, name)


def inject(source, target, parts, edits=()):
    """Copies a package with further parts, and with words replaced in parts it has."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            for name, before, after in edits:
                if entry.filename == name:
                    assert before in data, (name, before)
                    data = data.replace(before, after)
            if entry.filename not in parts:
                new.writestr(entry.filename, data)
        for name, data in parts.items():
            new.writestr(name, data)


def workbooks():
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    book.properties.creator = "李文员"
    book.properties.lastModifiedBy = "Administrator"
    sheet = book.active
    sheet.title = "公示"
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "青石镇临时救助公示"
    sheet.append(HEAD)
    for row in ROWS:
        sheet.append(row)
    for row in range(3, 6):
        sheet.cell(row, 5).number_format = "#,##0.00"
        sheet.cell(row, 6).number_format = 'yyyy"年"m"月"d"日"'
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet["B3"].comment = Comment("户主电话13900000009", "李文员")
    hidden = book.create_sheet("底册")
    hidden.append(["开户名", "账号"])
    hidden.append(["甲某", "6222000000000000017"])
    hidden.sheet_state = "hidden"
    very = book.create_sheet("密表")
    very.append(["不可见", "13700000007"])
    very.sheet_state = "veryHidden"
    book.save(path("hidden.xlsx"))

    book = Workbook()
    book.properties.creator = "openpyxl"
    sheet = book.active
    sheet.title = "名单"
    sheet.append(HEAD)
    for row in ROWS:
        sheet.append(row)
    plain = path("plain.xlsx")
    book.save(plain)

    types = b"</Types>"
    cache = b'<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"/><Override PartName="/xl/pivotCache/pivotCacheRecords1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheRecords+xml"/>'
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "xl/_rels/workbook.xml.rels"
    inject(plain, path("pivot.xlsx"), {
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<?xml version="1.0"?><pivotCacheDefinition {ns} r:id="rId1" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="名单"/></cacheSource><cacheFields count="2"><cacheField name="姓名" numFmtId="0"><sharedItems count="2"><s v="丁某"/><s v="戊某"/></sharedItems></cacheField><cacheField name="账号" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>',
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>',
        "xl/pivotCache/pivotCacheRecords1.xml": f'<?xml version="1.0"?><pivotCacheRecords {ns} count="2"><r><x v="0"/><s v="6222000000000000025"/></r><r><x v="1"/><s v="6222000000000000033"/></r></pivotCacheRecords>',
    }, [
        ("[Content_Types].xml", types, cache + types),
        (rels, b"</Relationships>", f'<Relationship Id="rId90" Type="{rel}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>'.encode()),
        ("xl/workbook.xml", b"</workbook>", f'<pivotCaches><pivotCache cacheId="1" r:id="rId90" xmlns:r="{rel}"/></pivotCaches></workbook>'.encode()),
    ])
    link = b'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>'
    inject(plain, path("external.xlsx"), {
        "xl/externalLinks/externalLink1.xml": f'<?xml version="1.0"?><externalLink {ns}><externalBook r:id="rId1"><sheetNames><sheetName val="底册"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>己某13600000006</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/externalLinkPath" Target="file:///C:\\Users\\李文员\\底册.xlsx" TargetMode="External"/></Relationships>',
    }, [
        ("[Content_Types].xml", types, link + types),
        (rels, b"</Relationships>", f'<Relationship Id="rId91" Type="{rel}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'.encode()),
        ("xl/workbook.xml", b"</sheets>", f'</sheets><externalReferences><externalReference r:id="rId91" xmlns:r="{rel}"/></externalReferences><definedNames><definedName name="底册">[1]底册!$A$1</definedName></definedNames>'.encode()),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", '<row r="9"><c r="A9" t="str"><f>[1]底册!A1</f><v>己某</v></c></row></sheetData>'.encode()),
    ])
    macro = b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    inject(plain, path("macro.xlsm"), {"xl/vbaProject.bin": b"not a real macro project"}, [
        ("[Content_Types].xml", types, macro + types),
        ("[Content_Types].xml", b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        (rels, b"</Relationships>", b'<Relationship Id="rId92" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'),
    ])

    import msoffcrypto
    from msoffcrypto.format.ooxml import OOXMLFile
    with open(plain, "rb") as source, open(path("encrypted.xlsx"), "wb") as target:
        OOXMLFile(source).encrypt("secret", target)
    with open(path("gb18030.csv"), "wb") as target:
        lines = [",".join(HEAD)] + [",".join(str(cell) for cell in row) for row in ROWS]
        target.write("\r\n".join(lines).encode("gb18030"))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def documents():
    from docx import Document
    from docx.oxml import parse_xml
    from docx.shared import Inches
    from PIL import Image

    doc = Document()
    doc.core_properties.author = "李文员"
    doc.core_properties.last_modified_by = "王审核"
    doc.add_heading("关于临时救助的公示", 1)
    doc.add_paragraph("现将名单公示如下，联系电话0566-0000000。")
    body = doc.element.body
    at = len(body) - 1

    def add(xml):
        body.insert(len(body) - 1, parse_xml(xml))

    add(f'<w:p {W}><w:r><w:t xml:space="preserve">救助金额为</w:t></w:r><w:del w:id="1" w:author="王审核" w:date="2026-03-01T00:00:00Z"><w:r><w:delText>旧数一千元</w:delText></w:r></w:del><w:ins w:id="2" w:author="王审核" w:date="2026-03-01T00:00:00Z"><w:r><w:t>新数九百元</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>')
    add(f'<w:p {W}><w:r><w:t>可见文字</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏账号6222000000000000041</w:t></w:r></w:p>')
    paragraph = doc.add_paragraph("请核对本段。")
    doc.add_comment(paragraph.runs[0], text="此人电话13900000010", author="王审核", initials="王")
    table = doc.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    for row, words in zip(table.rows, [["姓名", "村组"], ["甲某", "南山村"]]):
        for cell, word in zip(row.cells, words):
            cell.text = word
    deleted = parse_xml(f'<w:tr {W}><w:trPr><w:del w:id="3" w:author="王审核" w:date="2026-03-01T00:00:00Z"/></w:trPr><w:tc><w:p><w:del w:id="4" w:author="王审核"><w:r><w:delText>删去的行</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>')
    table._tbl.append(deleted)
    nested = table.cell(1, 1).add_table(1, 1)
    nested.cell(0, 0).text = "表中之表"
    add(f'''<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1800000" cy="600000"/><wp:docPr id="77" name="文本框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>文本框中的字</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="width:140pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>文本框中的字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>''')
    doc.sections[0].header.paragraphs[0].text = "页眉：青石镇人民政府"
    doc.sections[0].footer.paragraphs[0].text = "页脚：第一页"
    photo = io.BytesIO()
    gps_jpeg(photo, 32, None)
    photo.seek(0)
    doc.add_picture(photo, width=Inches(0.5))
    raw = path("raw.docx")
    doc.save(raw)
    foot = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inject(raw, path("tracked.docx"), {
        "word/footnotes.xml": f'<?xml version="1.0"?><w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>脚注里的字</w:t></w:r></w:p></w:footnote></w:footnotes>',
    }, [
        ("[Content_Types].xml", b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{foot}"/></Types>'.encode()),
        ("word/_rels/document.xml.rels", b"</Relationships>", f'<Relationship Id="rId93" Type="{rel}/footnotes" Target="footnotes.xml"/></Relationships>'.encode()),
        ("word/document.xml", "请核对本段。</w:t></w:r>".encode(), '请核对本段。</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'.encode()),
        ("docProps/app.xml", b"<Company/>", "<Company>青石镇人民政府</Company>".encode()),
    ])
    os.remove(raw)

    doc = Document()
    doc.core_properties.author = "python-docx"
    doc.add_heading("办事指南", 1)
    doc.add_paragraph("一、办理条件：具有本镇户籍。")
    doc.save(path("plain.docx"))


def slides():
    from pptx import Presentation
    deck = Presentation()
    deck.core_properties.author = "李文员"
    for at, words in enumerate(["公开第一张", "隐藏第二张"]):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = words
        if at == 0:
            slide.notes_slide.notes_text_frame.text = "备注电话13900000011"
            table = slide.shapes.add_table(1, 2, 0, 2000000, 4000000, 500000).table
            table.cell(0, 0).text = "表内文字"
        else:
            slide._element.set("show", "0")
    deck.save(path("slides.pptx"))


def gps_jpeg(target, size=24, artist="赵摄影"):
    from PIL import Image
    picture = Image.new("RGB", (size, size), (180, 200, 160))
    exif = Image.Exif()
    if artist:
        exif[0x013B] = artist
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (30.0, 12.0, 5.0), "E", (117.0, 30.0, 9.0)
    exif[0x8825] = gps
    picture.save(target, "JPEG", exif=exif)


def pdfs():
    import pikepdf
    from PIL import Image, ImageDraw
    page = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>公示</title><body style="font-family:'Noto Sans CJK SC'">
<h1>青石镇临时救助公示</h1><p>联系人：甲某，电话13800000001，金额1,200.50元。</p>
<table border=1><tr><th>姓名</th><th>村组</th></tr><tr><td>乙某</td><td>南山村</td></tr></table>
<p style="page-break-before:always">第二页：“三公开”要求，㎡、①、〔2026〕3号。</p></body></html>"""
    with tempfile.TemporaryDirectory() as folder:
        html = os.path.join(folder, "page.html")
        open(html, "w", encoding="utf-8").write(page)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={path('chromium.pdf')}", html], check=True, capture_output=True)
        subprocess.run(["soffice", "--headless", "--convert-to", "odt", "--outdir", folder, html], check=True, capture_output=True)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, html], check=True, capture_output=True)
        shutil.move(os.path.join(folder, "page.pdf"), path("libreoffice.pdf"))
    scan = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(scan).text((20, 80), "scanned notice", fill=0)
    scan.save(path("scan.pdf"), "PDF")
    with pikepdf.open(path("chromium.pdf")) as pdf:
        pdf.save(path("encrypted.pdf"), encryption=pikepdf.Encryption(user="secret", owner="owner"))
        pdf.save(path("locked.pdf"), encryption=pikepdf.Encryption(user="", owner="owner"))
    with pikepdf.open(path("chromium.pdf")) as pdf:
        pdf.attachments["底册.csv"] = "姓名,电话\n甲某,13800000001\n".encode()
        with pdf.open_metadata() as meta:
            meta["dc:creator"] = ["李文员"]
        pdf.docinfo["/Author"] = "李文员"
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30], Contents="此人电话13900000012")
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))
        pdf.save(path("attached.pdf"))


def converted():
    """Files as LibreOffice writes them."""
    for target in ["xls", "ods", "xlsx:Calc MS Excel 2007 XML"]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", folder, path("hidden.xlsx")], check=True, capture_output=True)
            extension = target.split(":")[0]
            shutil.move(os.path.join(folder, f"hidden.{extension}"), path(f"libreoffice.{extension}"))
    for target in ["docx", "doc", "pdf"]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", folder, path("plain.docx")], check=True, capture_output=True)
            shutil.move(os.path.join(folder, f"plain.{target}"), path(f"libreoffice-writer.{target}"))


if __name__ == "__main__":
    with open(path("gps.jpg"), "wb") as target:
        gps_jpeg(target)
    workbooks()
    documents()
    slides()
    pdfs()
    converted()
