import { makeZip } from './make-zip.ts'

/** A cell as the XML of a sheet has it, or a text, which goes among the shared ones. */
export type SheetCell = string | { xml: string }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Cell styles of the workbooks here: 0 is plain, 1 a date, 2 a date and time of their own format, 3 an amount. */
const STYLES = `${XML}<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[$$-409]#,##0.00"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

/** A workbook as spreadsheet programs write it: parts, shared texts, styles. */
export async function makeWorkbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  more: { strings?: string; sheet?: string; isFrom1904?: boolean } = {},
): Promise<Buffer> {
  const strings: string[] = []
  const parts = Object.values(sheets).map((rows) => sheetXml(rows, strings))
  const names = Object.keys(sheets)
  return makeZip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${more.isFrom1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml':
      more.strings ??
      `${XML}<sst ${MAIN}>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(parts.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, more.sheet ?? xml])),
  })
}

function sheetXml(rows: readonly (readonly SheetCell[])[], strings: string[]): string {
  const body = rows.map((cells, at) => (cells.length === 0 ? '' : rowXml(cells, at + 1, strings))).join('')
  return `${XML}<worksheet ${MAIN}><sheetData>${body}</sheetData></worksheet>`
}

function rowXml(cells: readonly SheetCell[], row: number, strings: string[]): string {
  const body = cells.map((cell, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${row}"`
    if (typeof cell !== 'string') return cell.xml.replace('<c', `<c ${place}`)
    if (cell === '') return ''
    strings.push(cell)
    return `<c ${place} t="s"><v>${strings.length - 1}</v></c>`
  })
  return `<row r="${row}">${body.join('')}</row>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
