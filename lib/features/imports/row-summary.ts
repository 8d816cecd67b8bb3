import type { ImportRecord } from '#lib/domain/imports/import-record.ts'

/** What a row of a file is about, in a few words; of a row that could not be read, its cells. */
export function rowSummary(record: unknown) {
  const {
    prospect,
    contact,
    mention,
    cells = [],
  } = (record ?? {}) as Partial<ImportRecord> & { cells?: string[] }
  return {
    outlet: prospect?.name ?? prospect?.url ?? '',
    person: contact?.name ?? '',
    email: contact?.email ?? '',
    page: mention?.sourceUrl ?? '',
    cells,
  }
}
