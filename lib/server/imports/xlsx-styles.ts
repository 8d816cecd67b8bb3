import type { Bytes } from './import-source.ts'
import { readXml } from './xlsx-xml.ts'

/** Number formats that ECMA-376 (18.8.30) defines as dates and times, those of East Asian versions included. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])
const SECONDS_PER_DAY = 86_400
const LAST_SERIAL = 2_958_465

/** For each cell style of `xl/styles.xml`, whether its numbers are dates. */
export async function readDateStyles(bytes: Bytes | null): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!bytes) return styles
  const custom = new Map<number, boolean>()
  let isInCellStyles = false
  const reading = readXml(bytes(), {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') isInCellStyles = true
      else if (name === 'numFmt') custom.set(Number(numFmtId), isDateFormat(formatCode))
      else if (name === 'xf' && isInCellStyles) {
        const id = Number(numFmtId)
        styles.push(custom.get(id) ?? DATE_FORMATS.has(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false
    },
  })
  for await (const _ of reading);
  return styles
}

/** A format code with a day, month, year or hour in it, words in quotes and brackets aside. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '')
    .split(';')[0]
  return bare !== undefined && !/general/i.test(bare) && /[dmyhs]/i.test(bare)
}

/** A day number of a workbook as ISO 8601, or null when it is none. Days count from 1900 (with its false leap day) or 1904. */
export function dateOfSerial(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 0) || serial > LAST_SERIAL) return null
  const epoch = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const seconds = Math.round(serial * SECONDS_PER_DAY)
  const iso = new Date(epoch + seconds * 1_000).toISOString()
  if (serial < 1 && !isFrom1904) return iso.slice(11, 19)
  return seconds % SECONDS_PER_DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}
