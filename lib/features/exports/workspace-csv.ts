import { CSV_BOM, csvRow } from '#lib/domain/exports/csv-line.ts'
import { AGREED_CSV_FILES } from './workspace-csv-agreed.ts'
import {
  type After,
  CSV_PAGE,
  type CsvRows,
  type CsvTable,
  csvDay,
  ROWS_AT_ONCE,
} from './workspace-csv-table.ts'

/** The main nouns as tables for people; nothing of them is read back. What is in the trash is left out. */
export const CSV_FILES: readonly CsvTable[] = [
  {
    name: 'csv/prospects.csv',
    header: ['Name', 'Kind', 'Homepage', 'Country', 'Language', 'Tags', 'Why they care', 'Note', 'Added'],
    pageOf: (tx, workspaceId) => async (after) => {
      const rows = await tx.prospect.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
      })
      return rows.map(({ id, tags, createdAt, ...p }) => ({
        id,
        cells: [
          p.name,
          p.kind,
          p.homepage,
          p.country,
          p.language,
          tags.join('; '),
          p.whyCare,
          p.note,
          csvDay(createdAt),
        ],
      }))
    },
  },
  {
    name: 'csv/contacts.csv',
    header: ['Name', 'What they do', 'Outlets', 'Addresses', 'Country', 'Tags', 'Note', 'Added'],
    pageOf: (tx, workspaceId) => async (after) => {
      const rows = await tx.contact.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: {
          affiliations: { select: { prospect: { select: { name: true } } } },
          channels: { where: { workspaceId, deletedAt: null }, select: { address: true } },
        },
      })
      return rows.map(({ id, affiliations, channels, tags, createdAt, ...c }) => {
        const outlets = affiliations.map(({ prospect }) => prospect.name).join('; ')
        const addresses = channels.map(({ address }) => address).join('; ')
        return {
          id,
          cells: [c.name, c.role, outlets, addresses, c.country, tags.join('; '), c.note, csvDay(createdAt)],
        }
      })
    },
  },
  {
    name: 'csv/pitches.csv',
    header: [
      'Outlet',
      'Person',
      'Campaign',
      'State',
      'Subject',
      'Text',
      'Written by',
      'Sent',
      'Closed because',
    ],
    pageOf: (tx, workspaceId) => async (after) => {
      const name = { select: { name: true } }
      const rows = await tx.pitch.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: { prospect: name, contact: name, campaign: name, writer: name },
      })
      return rows.map(({ id, prospect, contact, campaign, writer, ...p }) => ({
        id,
        cells: [
          prospect.name,
          contact.name,
          campaign.name,
          p.state,
          p.subject,
          p.body,
          writer.name,
          p.sentAt && csvDay(p.sentAt),
          p.closedReason,
        ],
      }))
    },
  },
  {
    name: 'csv/samples.csv',
    header: ['Item', 'Outlet', 'Person', 'State', 'Offered', 'Sent', 'Carrier', 'Tracking number', 'Words'],
    pageOf: (tx, workspaceId) => async (after) => {
      const name = { select: { name: true } }
      const rows = await tx.sample.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: { item: name, prospect: name, contact: name },
      })
      return rows.map(({ id, item, prospect, contact, ...s }) => ({
        id,
        cells: [
          item.name,
          prospect.name,
          contact?.name ?? null,
          s.state,
          csvDay(s.offeredAt),
          s.sentAt && csvDay(s.sentAt),
          s.carrier,
          s.trackingNumber,
          s.words,
        ],
      }))
    },
  },
  {
    name: 'csv/mentions.csv',
    header: ['Page', 'Site', 'Outlet', 'How it came about', 'Outcome', 'Since', 'Looks', 'Last look', 'Note'],
    pageOf: (tx, workspaceId) => async (after) => {
      const rows = await tx.mention.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: { site: { select: { name: true } }, prospect: { select: { name: true } } },
      })
      return rows.map(({ id, site, prospect, ...m }) => ({
        id,
        cells: [
          m.url,
          site.name,
          prospect?.name ?? null,
          m.provenance,
          m.outcome,
          m.outcomeAt && csvDay(m.outcomeAt),
          m.lookCount,
          m.lastLookAt && csvDay(m.lastLookAt),
          m.note,
        ],
      }))
    },
  },
  {
    name: 'csv/requests.csv',
    header: [
      'About',
      'Outlet',
      'Journalist',
      'Deadline',
      'State',
      'Ended',
      'Site',
      'Answer',
      'Answered',
      'Page',
    ],
    pageOf: (tx, workspaceId) => async (after) => {
      const rows = await tx.request.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: { site: { select: { name: true } }, mention: { select: { url: true } } },
      })
      return rows.map(({ id, site, mention, ...r }) => ({
        id,
        cells: [
          r.topic,
          r.outlet,
          r.journalist,
          r.deadlineAt?.toISOString() ?? null,
          r.state,
          r.closedReason,
          site?.name ?? null,
          r.body,
          r.sentAt && csvDay(r.sentAt),
          mention?.url ?? null,
        ],
      }))
    },
  },
  ...AGREED_CSV_FILES,
]

/** The lines of one of them, its header first. */
export async function* csvLines(header: string[], page: CsvRows): AsyncGenerator<string> {
  // Spreadsheets take a file for UTF-8 when it begins with this mark.
  yield `${CSV_BOM}${csvRow(header)}`
  for (let after: After; ; ) {
    const rows = await page(after)
    for (const { cells } of rows) yield csvRow(cells)
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = { id: { gt: last.id } }
  }
}
