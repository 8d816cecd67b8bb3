import { CSV_PAGE, type CsvTable, csvDay } from './workspace-csv-table.ts'

const name = { select: { name: true } }

/** What was agreed and promised, as tables for people. What is in the trash is left out. */
export const AGREED_CSV_FILES: readonly CsvTable[] = [
  {
    name: 'csv/work.csv',
    header: [
      ...['Title', 'Kind', 'How far', 'Outlet', 'Person', 'Site', 'Due', 'Recording', 'Should come out'],
      ...['Out since', 'Page', 'Text', 'Note'],
    ],
    pageOf: (tx, workspaceId) => async (after) => {
      const rows = await tx.contribution.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: { prospect: name, contact: name, site: name },
      })
      return rows.map(({ id, prospect, contact, site, ...w }) => ({
        id,
        cells: [
          ...[w.title, w.kind, w.state, prospect.name, contact?.name ?? null, site.name],
          ...[w.dueOn && csvDay(w.dueOn), w.recordingAt?.toISOString() ?? null, w.airsOn && csvDay(w.airsOn)],
          ...[w.publishedOn && csvDay(w.publishedOn), w.publishedUrl, w.text, w.note],
        ],
      }))
    },
  },
  {
    name: 'csv/promises.csv',
    header: [
      'Whose',
      'Outlet',
      'Person',
      'What was promised',
      'Due',
      'How it stands',
      'Noted',
      'Settled',
      'Why',
    ],
    pageOf: (tx, workspaceId) => async (after) => {
      const rows = await tx.promiseMade.findMany({
        where: { workspaceId, deletedAt: null, ...after },
        ...CSV_PAGE,
        include: { prospect: name, contact: name },
      })
      return rows.map(({ id, prospect, contact, ...p }) => ({
        id,
        cells: [
          ...[p.whose, prospect.name, contact?.name ?? null, p.words, csvDay(p.dueOn), p.state],
          ...[csvDay(p.madeAt), p.settledAt && csvDay(p.settledAt), p.settledWhy],
        ],
      }))
    },
  },
]
