import { VcardCollector, type VcardText } from '#lib/domain/imports/vcard-cards.ts'
import { mapVcard } from '#lib/domain/imports/vcard-record.ts'
import type { Bytes } from './import-source.ts'
import type { OpenedTable, TableRow } from './opened-table.ts'
import type { TextEncodingName } from './text-encoding.ts'
import { textLines } from './text-lines.ts'

/** Opens a file of contact cards. */
export function openCards(bytes: Bytes, encoding: TextEncodingName): OpenedTable {
  return {
    format: 'vcard',
    encoding: null,
    delimiter: null,
    headerLine: null,
    columns: [],
    samples: [],
    refusal: null,
    problems: [],
    rows: () => cardRows(bytes, encoding),
  }
}

async function* cardRows(bytes: Bytes, encoding: TextEncodingName): AsyncGenerator<TableRow> {
  const collector = new VcardCollector()
  let number = 0
  for await (const lines of textLines(bytes(), encoding)) {
    for (const line of lines) {
      number += 1
      const card = collector.push(line ?? '', number)
      if (card) yield rowOf(card)
    }
  }
  const last = collector.finish()
  if (last) yield rowOf(last)
}

function rowOf(card: VcardText): TableRow {
  const key = `vcard\u0000${card.properties.join('\u0001')}`
  return { line: card.line, cells: card.properties, key, map: () => mapVcard(card) }
}
