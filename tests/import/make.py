#!/usr/bin/env python3
"""Makes the documents of this folder. Run once with python-docx, openpyxl and LibreOffice; the results are kept.

In words/ lies for each document what its reader sees: its words, a paragraph or a cell a line, taken from the
document by this script and not by the program under test. All that is in them is made up.
"""
import os
import re
import struct
import subprocess
import tempfile
import zipfile
import zlib

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from openpyxl import Workbook

HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(HERE, name)


def line(doc, text, size=16, centred=False):
    paragraph = doc.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def red_head():
    doc = Document()
    line(doc, '青石镇人民政府文件', 36, True)
    line(doc, '青政发[2026]第18号', 16, True)
    line(doc, '青石镇人民政府关于印发', 22, True)
    line(doc, '《河道保洁管理办法》的通知', 22, True)
    line(doc, '各村民委员会，镇直各单位：')
    line(doc, '　　《河道保洁管理办法》已经镇政府第9次常务会议通过，现印发给你们，请遵照执行。')
    line(doc, '一、总则')
    line(doc, '（一）目的')
    line(doc, '　　为做好河道保洁，制定本办法。1. 每日巡查；2. 每周清理；保洁面积约 3*4 公里，见 a_b_c 号图。')
    line(doc, '二、职责')
    line(doc, '　　各村负责本村河段，联系人张*三，电话 138****0001。')
    line(doc, '附件：1.河段责任分工表')
    line(doc, '2.巡查记录')
    line(doc, '青石镇人民政府')
    line(doc, '二〇二六年九月八日')
    doc.save(path('red-head.docx'))


def link(paragraph, words, address):
    rel = paragraph.part.relate_to(
        address, 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink', is_external=True)
    element = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{rel}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>')
    paragraph._p.append(element)


def styled():
    doc = Document()
    doc.add_paragraph('2026年第三季度财政收支情况说明', style='Title')
    doc.add_heading('收入情况', 1)
    doc.add_paragraph('本季度收入 120.50 万元，比上年同期增长 5.2%。')
    doc.add_heading('税收', 2)
    doc.add_paragraph('# 号开头的一行，以及 <b>不是标签</b>、[方括号](不是链接)、| 竖线 |。')
    doc.add_heading('支出情况', 1)
    for words in ['办公费', '差旅费']:
        doc.add_paragraph(words, style='List Bullet')
    doc.add_paragraph('其中火车票', style='List Bullet 2')
    for words in ['先申请', '再审核', '后报销']:
        doc.add_paragraph(words, style='List Number')
    paragraph = doc.add_paragraph('依据见')
    link(paragraph, '预算法', 'https://example.gov.cn/law?id=1&v=2')
    paragraph.add_run('。')
    paragraph = doc.add_paragraph('第一行')
    paragraph.add_run().add_break()
    paragraph.add_run('第二行')
    doc.save(path('styled.docx'))


def merged():
    doc = Document()
    doc.add_heading('青石镇2025年度惠农补贴发放情况', 0)
    table = doc.add_table(5, 4)
    for row, words in enumerate([['村名', '补贴项目', '', '备注'], ['', '面积（亩）', '金额（元）', ''], ['南山村', '1,200', '96,000', '第一批\n已发'],
                                 ['北河村', '800', '64,000', '含 a|b'], ['合计', '2,000', '160,000', '']]):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 3).merge(table.cell(1, 3))
    doc.add_paragraph('注：单位为元。')
    outer = doc.add_table(1, 2)
    outer.cell(0, 0).text = '填报人：李*'
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text = '审核'
    inner.cell(0, 1).text = '已核'
    plain = doc.add_table(2, 2)
    for row, words in enumerate([['项目', '数量'], ['水泵 | 备用', '3']]):
        for column, word in enumerate(words):
            plain.cell(row, column).text = word
    doc.save(path('merged.docx'))


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


PNG = (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 2, 2, 8, 2, 0, 0, 0))
       + chunk(b'IDAT', zlib.compress(b'\0' + b'\x9a\x1f\x1f' * 2 + b'\0' + b'\x9a\x1f\x1f' * 2)) + chunk(b'IEND', b''))


def picture():
    doc = Document()
    doc.sections[0].header.paragraphs[0].text = '青石镇人民政府'
    line(doc, '南山村道路维修完工照片', 22, True)
    paragraph = line(doc, '完工后的路面如下图。')
    with tempfile.NamedTemporaryFile(suffix='.png') as file:
        file.write(PNG)
        file.flush()
        doc.add_picture(file.name)
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>删去的话</w:delText></w:r></w:del>')
    paragraph._p.append(deleted)
    hidden = paragraph.add_run('藏起来的话')
    hidden.font.hidden = True
    inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>补充一句。</w:t></w:r></w:ins>')
    paragraph._p.append(inserted)
    line(doc, '2026年8月3日')
    doc.save(path('picture.docx'))


def numbered():
    doc = Document()
    line(doc, '青石镇村级财务管理制度', 22, True)
    numbering = doc.part.numbering_part.element
    levels = [('chineseCountingThousand', '%1、'), ('chineseCountingThousand', '（%2）'), ('decimal', '%3.'), ('decimal', '（%4）')]
    xml = ''.join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
                  for at, (form, text) in enumerate(levels))
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{xml}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    expected = []
    for level, number, words in [(0, '一、', '总则'), (1, '（一）', '收支都要入账'), (1, '（二）', '票据齐全'), (2, '1.', '有经手人'),
                                 (2, '2.', '有证明人'), (0, '二、', '审批'), (1, '（一）', '五千元以下'), (3, '（1）', '由村主任签字')]:
        paragraph = doc.add_paragraph(words)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))
        # A number that the page's own list gives is no word.
        expected.append(words if number[:-1].isdigit() else number + words)
    doc.save(path('numbered.docx'))
    write('numbered.docx', ['青石镇村级财务管理制度'] + expected)


def seen(name):
    """The visible text of a document: every w:t but deleted and hidden ones, a paragraph a line."""
    doc = Document(path(name))
    lines = []
    for paragraph in doc.element.body.iter(qn('w:p')):
        text = ''
        for element in paragraph.iter(qn('w:t'), qn('w:br')):
            run = element.getparent()
            near = next((up for up in element.iterancestors(qn('w:p'))), None)
            hides = run.find(qn('w:rPr')) is not None and run.find(qn('w:rPr')).find(qn('w:vanish')) is not None
            if near is not paragraph or hides:
                continue
            text += '\n' if element.tag == qn('w:br') else element.text or ''
        lines += text.split('\n')
    return lines


def write(name, lines):
    lines = [words.strip() for words in lines if words.strip()]
    os.makedirs(path('words'), exist_ok=True)
    with open(path('words/' + name.replace('/', '-')), 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')


def office(source, *arguments):
    subprocess.run(['soffice', '--headless', '--convert-to', *arguments, '--outdir', HERE, path(source)], check=True,
                   stdout=subprocess.DEVNULL)


LETTER = '''<html><head><meta charset="utf-8"></head><body>
<p align="center"><font size="6">关于青石镇集镇停水的通告</font></p>
<p>各住户：</p><p>因管道检修，定于2026年9月12日停水，请提前储水。</p>
<ol><li>停水时间：8时至18时</li><li>范围：老街、新街</li></ol>
<table border="1"><tr><td>街道</td><td>户数</td></tr><tr><td>老街</td><td>120</td></tr></table>
<p align="right">青石镇人民政府</p><p align="right">2026年9月10日</p></body></html>'''


HEAVY = 'thumbnail|stylesWithEffects|theme1|customXml|webSettings|fontTable'


def lighter(name):
    """Leaves out what comes with the library's template and says nothing."""
    with zipfile.ZipFile(path(name)) as package:
        parts = [(entry, package.read(entry)) for entry in package.namelist() if not re.search(HEAVY, entry)]
    with zipfile.ZipFile(path(name), 'w', zipfile.ZIP_DEFLATED) as package:
        for entry, data in parts:
            if entry.endswith(('.rels', 'Types].xml')):
                data = re.sub(rb'<(Relationship|Override) [^>]*(' + HEAVY.encode() + rb')[^>]*/>', b'', data)
            package.writestr(entry, data)


def libreoffice():
    with open(path('letter.html'), 'w', encoding='utf-8') as file:
        file.write(LETTER)
    office('letter.html', 'docx:MS Word 2007 XML', '--infilter=HTML (StarWriter)')
    os.rename(path('letter.docx'), path('writer.docx'))
    os.remove(path('letter.html'))
    office('writer.docx', 'doc:MS Word 97')
    words = ['关于青石镇集镇停水的通告', '各住户：', '因管道检修，定于2026年9月12日停水，请提前储水。', '停水时间：8时至18时', '范围：老街、新街',
             '街道', '户数', '老街', '120', '青石镇人民政府', '2026年9月10日']
    write('writer.docx', words)
    write('writer.doc', words)
    # For Pandoc, which reads them where it is there.
    for name in ['writer', 'styled', 'merged', 'picture']:
        office(f'{name}.docx', 'odt')
    office('writer.docx', 'epub')
    write('writer.odt', words)
    write('writer.epub', words)
    write('styled.odt', seen('styled.docx'))


def sheets():
    book = Workbook()
    sheet = book.active
    sheet.title = '发放表'
    sheet.append(['青石镇2026年9月临时救助发放表'])
    sheet.merge_cells('A1:D1')
    sheet.append(['序号', '姓名', '身份证号', '金额（元）'])
    sheet.append([1, '王某甲', '340122199003073536', 800])
    sheet.append([2, '李某乙', '340122198511024022', 1200])
    other = book.create_sheet('底稿')
    other.append(['内部', '数据'])
    other.sheet_state = 'hidden'
    book.save(path('assistance.xlsx'))
    office('assistance.xlsx', 'ods')

    rows = Workbook()
    sheet = rows.active
    sheet.append(['序号', '文件名称', '文号', '成文日期', '发布日期', '类别', '内容', '保管地点'])
    sheet.append([1, '关于做好防汛工作的通知', '青政发〔2025〕11号', '2025-05-20', '2025-05-22', '通知公告', '各村做好值守。\n发现险情立即报告。', '档案室三柜'])
    sheet.append([2, '青石镇机构简介', '', '', '2024年3月1日', '概况信息', '青石镇辖十二个村。', '档案室一柜'])
    sheet.append([3, '关于春耕生产的意见', '青政〔2026〕3号', '2026年2月10日', '不详', '', '抓紧备耕 <b> * 1. 号。', ''])
    rows.save(path('list.xlsx'))
    write('list.xlsx', [str(cell) for row in rows.active.iter_rows(min_row=2, values_only=True) for cell in row[1:] if cell])

    with open(path('purchase.csv'), 'wb') as file:
        file.write('采购项目,金额（万元）,供应商\r\n办公桌椅,2.30,青石家具店\r\n打印纸,0.45,红星文具店\r\n'.encode('gb18030'))


OLD = '''<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>青石镇2019年村务公开工作总结_青石镇政府网</TITLE>
<script>var a = "<p>脚本里的话</p>";</script></HEAD>
<BODY><table width=980><tr><td><a href="/index.htm">首页</a>&nbsp;|&nbsp;<a href="/zw/">政务</a></td></tr></table>
<table width=980><tr><td width=200>栏目导航<br>通知公告</td><td>
<h1>青石镇2019年村务公开工作总结</h1><div>发布时间：2019-12-30 09:15　来源：党政办公室</div>
<div class="TRS_Editor"><P>&nbsp;&nbsp;&nbsp;&nbsp;2019年，全镇十二个村
都设了公开栏，共公开<B>三百六十</B>条。</P><P>一、主要做法</P><UL><LI>定期公开<LI>群众监督</UL>
<TABLE border=1><TR><TD rowspan=2>村名<TD colspan=2>公开条数<TR><TD>财务<TD>事务<TR><TD>南山村<TD>12<TD>18</TABLE>
<P><IMG src="../images/lan.png" alt="公开栏照片"></P><P>附件：<A href="files/mingxi.csv">明细表</A>，另见<A href="t2.htm">上年总结</A>和<A href="gone.pdf">丢失的附件</A>。</P>
<P onclick="x()">青石镇人民政府</P><P>2019年12月28日</P></div></td></tr></table><div>版权所有 青石镇人民政府</div></BODY></HTML>'''

NEW = '''<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>关于征集意见的公告</title>
<meta name="SiteName" content="青石镇人民政府"><meta name="ColumnName" content="通知公告">
<meta name="ArticleTitle" content="关于征集养老服务意见的公告"><meta name="PubDate" content="2024-06-03 10:00"><meta name="ContentSource" content="青石镇民政办公室">
</head><body><header>青石镇人民政府门户网站</header><nav><a href="/">首页</a></nav>
<main><h1>关于征集养老服务意见的公告</h1><article id="zoom"><p>现就养老服务征集意见，请于6月30日前反馈。</p><h2>反馈方式</h2><ol start="2"><li>电话 0500-6610001</li><li>信箱</li></ol></article></main>
<footer>版权所有</footer></body></html>'''


def site():
    for folder in ['site/zw/files', 'site/images']:
        os.makedirs(path(folder), exist_ok=True)
    with open(path('site/zw/t1.htm'), 'wb') as file:
        file.write(OLD.encode('gb18030'))
    with open(path('site/zw/t2.htm'), 'w', encoding='utf-8') as file:
        file.write(NEW)
    with open(path('site/zw/files/mingxi.csv'), 'wb') as file:
        file.write('村名,条数\r\n南山村,30\r\n'.encode('gb18030'))
    with open(path('site/images/lan.png'), 'wb') as file:
        file.write(PNG)
    write('site/zw/t1.htm', ['青石镇2019年村务公开工作总结', '2019年，全镇十二个村都设了公开栏，共公开三百六十条。', '一、主要做法', '定期公开', '群众监督', '村名',
                             '公开条数', '财务', '事务', '南山村', '12', '18', '附件：明细表，另见上年总结和丢失的附件。', '青石镇人民政府', '2019年12月28日'])
    write('site/zw/t2.htm', ['关于征集养老服务意见的公告', '现就养老服务征集意见，请于6月30日前反馈。', '反馈方式', '电话 0500-6610001', '信箱'])


def old_text():
    text = '青石镇会议室使用规定\r\n\r\n一、登记\r\n使用前到党政办公室登记。\r\n二、保洁\r\n用后清扫。\r\n'
    with open(path('rules.txt'), 'wb') as file:
        file.write(text.encode('gb18030'))
    write('rules.txt', text.split('\r\n'))


if __name__ == '__main__':
    red_head()
    styled()
    merged()
    picture()
    numbered()
    for name in ['red-head.docx', 'styled.docx', 'merged.docx', 'picture.docx']:
        write(name, seen(name))
    for name in ['red-head.docx', 'styled.docx', 'merged.docx', 'picture.docx', 'numbered.docx']:
        lighter(name)
    libreoffice()
    sheets()
    site()
    old_text()
