import type { Entry } from 'yauzl'
import type { ImportChoices } from '#lib/domain/imports/plan-table.ts'
import { firstBytes } from './import-source.ts'
import { openText } from './open-text.ts'
import { isZip, type OpenedZip, ZipRefused } from './open-zip.ts'
import type { OpenedTable } from './opened-table.ts'

/** A table, and the file of the ZIP it is in; null where the file is not a ZIP. */
export type ZippedTable = { file: string | null; table: OpenedTable }

const MOST_TABLES = 100
const FILE_MAX_CHARACTERS = 200

/** Opens every table in a ZIP, in its order. What is passed over is said. */
export async function openZippedTables(
  zip: OpenedZip,
  choices: ImportChoices,
): Promise<{ tables: ZippedTable[]; problems: string[] }> {
  const files = zip.entries.filter(({ fileName }) => !isFurniture(fileName))
  const tables: ZippedTable[] = []
  const problems: string[] = []
  for (const entry of files.slice(0, MOST_TABLES)) {
    const file = entry.fileName.replace(/\p{C}/gu, '').slice(0, FILE_MAX_CHARACTERS)
    try {
      const trouble = await troubleWith(zip, entry)
      if (trouble) problems.push(`${file}: ${trouble}`)
      else tables.push({ file, table: await openText(zip.bytes(entry), choices) })
    } catch (error) {
      if (!(error instanceof ZipRefused)) throw error
      problems.push(`${file}: ${error.message}`)
    }
  }
  if (files.length > MOST_TABLES) problems.push(`Only the first ${MOST_TABLES} files of this ZIP were read.`)
  if (files.length === 0) problems.push('There is no file in this ZIP.')
  return { tables, problems }
}

async function troubleWith(zip: OpenedZip, entry: Entry): Promise<string | null> {
  if (!entry.canDecodeFileData())
    return 'It is locked or packed in a way that cannot be read, so it was passed over.'
  const head = await firstBytes(zip.bytes(entry), 4)
  return isZip(head) ? 'A workbook or ZIP inside a ZIP is not opened. Bring it in by itself.' : null
}

/** Folders, and what macOS and Windows put beside the files. */
function isFurniture(fileName: string): boolean {
  return (
    fileName.endsWith('/') ||
    /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(fileName)
  )
}
