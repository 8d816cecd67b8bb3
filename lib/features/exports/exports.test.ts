import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBackCell } from '#lib/domain/exports/csv-line.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { bytesSource } from '#lib/server/imports/import-source.ts'
import { openImport } from '#lib/server/imports/open-import.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aMember, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { contactCards, contactCsv } from './contact-file.ts'
import { type ExportChoice, readExportChoice } from './export-choice.ts'
import { exportedFile } from './exported-file.ts'
import { insightCsv, insightJson } from './insight-file.ts'
import { mentionCsv } from './mention-file.ts'
import { promiseCsv, promiseJson } from './promise-file.ts'
import { prospectCsv, prospectJson } from './prospect-file.ts'
import { sampleCsv, sampleJson } from './sample-file.ts'
import { workCsv, workJson } from './work-file.ts'

type Pieces = (scope: WorkspaceScope, choice: ExportChoice) => AsyncIterable<string>

const FILES: Record<string, Pieces> = {
  ...{ prospectCsv, prospectJson, contactCsv, contactCards, mentionCsv, sampleCsv, sampleJson },
  ...{ promiseCsv, promiseJson, workCsv, workJson, insightCsv, insightJson },
}
const EVIL = '=HYPERLINK("http://evil.example","x")'
const WIDE = 'Ærø "& Søn"\nनमस्ते 👩🏽‍🌾, 日本'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let things: FullWorkspace

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  theirs = await aWorkspace('Theirs')
  things = await aFullWorkspace(ours, 'Oursmark')
  await aFullWorkspace(theirs, 'Theirsmark')
})

const choose = (query = '') => readExportChoice(`https://rapport.test/w/ours/prospects/export.csv?${query}`)

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function table(pieces: AsyncIterable<string>): Promise<Record<string, string>[]> {
  return parse(await whole(pieces), { columns: true })
}

describe('every file of a list', () => {
  it.each(Object.entries(FILES))('%s holds what is ours and nothing of theirs', async (_, file) => {
    const text = await whole(file(ours, choose()))
    expect(text).toMatch(/oursmark/i)
    expect(text).not.toMatch(/theirsmark/i)
  })

  it.each(Object.entries(FILES))('%s of ids of theirs is empty of rows', async (_, file) => {
    const [row] = await database().prospect.findMany({ where: { workspaceId: theirs.workspaceId } })
    const text = await whole(file(ours, choose(`ids=${row?.id}`)))
    // The first line may name a field of our own.
    expect(text.slice(text.indexOf('\n'))).not.toMatch(/mark/i)
  })

  it.each(
    (['writer', 'reviewer', 'viewer'] as Role[]).flatMap((role) =>
      Object.entries(FILES).map(([name, file]) => [role, name, file] as const),
    ),
  )('is not there for a %s: %s', async (role, _, file) => {
    const scope = await aMember(ours.workspaceId, role, NOON, [things.siteId])
    await expect(whole(file(scope, choose()))).rejects.toBeInstanceOf(NotFound)
  })

  it.each(['owner', 'manager'] as Role[])('is there for a %s', async (role) => {
    const scope = await aMember(ours.workspaceId, role)
    expect(await whole(prospectCsv(scope, choose()))).toMatch(/oursmark/i)
  })

  it('says nothing of what is in the trash', async () => {
    const scope = await aWorkspace('Trash')
    await aFullWorkspace(scope, 'Trashmark')
    const [where, data] = [{ workspaceId: scope.workspaceId }, { deletedAt: NOON }]
    await database().prospect.updateMany({
      where,
      data: { ...data, liveOutletKey: null },
    })
    await database().contact.updateMany({ where, data })
    await database().mention.updateMany({
      where,
      data: { ...data, liveUrlKey: null },
    })
    for (const file of [prospectCsv, contactCsv, mentionCsv])
      expect(await table(file(scope, choose()))).toEqual([])
  })
})

describe('the CSV of prospects', () => {
  it('keeps every cell from being calculated, and the importer reads it back', async () => {
    const scope = await aWorkspace('Evil')
    await aField(scope, { label: 'Readers', kind: 'number' })
    await aField(scope, { label: 'Notes', kind: 'text' })
    const id = await aProspect(scope, {
      name: EVIL,
      note: WIDE,
      tags: ['@cmd', '+49'],
      custom: { readers: -1200.5, notes: '-1+1|cmd' },
    })
    const [row] = await table(prospectCsv(scope, choose()))
    expect(row).toMatchObject({
      'Rapport prospect': id,
      Outlet: `'${EVIL}`,
      Kind: 'Blogger',
      Stage: 'To read',
      Tags: "'@cmd, +49",
      Notes: WIDE,
      Readers: '-1200.5',
      'Notes (own field notes)': "'-1+1|cmd",
      Added: '2026-03-04T12:00:00Z',
      'Last touch': '',
    })
    const text = await whole(prospectCsv(scope, choose()))
    const opened = await openImport(bytesSource(Buffer.from(text), 'prospects.csv'))
    const records: unknown[] = []
    for await (const row of opened.records()) records.push('record' in row ? row.record : row.refused)
    expect(records).toEqual([
      {
        prospect: { name: EVIL, url: 'https://evil-1.example', kind: 'blogger' },
        contact: null,
        mention: null,
        tags: ['@cmd', '+49'],
        notes: WIDE,
      },
    ])
  })

  it('holds the rows of the list in the address, or those ticked', async () => {
    const scope = await aWorkspace('Filter')
    const blogger = await aProspect(scope, { name: 'Plain' })
    const podcast = await aProspect(scope, { name: 'Talk', kind: 'podcast' })
    const idsOf = async (query: string) =>
      (await table(prospectCsv(scope, choose(query)))).map((row) => row['Rapport prospect'])
    expect(await idsOf('kind=podcast&after=x&sort=name&columns=name')).toEqual([podcast])
    expect(await idsOf(`ids=${blogger}`)).toEqual([blogger])
    expect(await idsOf(`ids=${blogger}&kind=podcast`)).toEqual([])
    expect(await idsOf('ids=')).toEqual([])
    expect(await idsOf('ids=nonsense,%27')).toEqual([])
    expect(await idsOf('q=talk')).toEqual([podcast])
    await database().prospect.updateMany({
      where: { workspaceId: scope.workspaceId, id: blogger },
      data: { tags: ['Wool', 'Warm'] },
    })
    expect(await idsOf('tag=Wool&tag=Warm')).toEqual([blogger])
    expect(await idsOf('tag=Wool&tag=Cold')).toEqual([])
  })

  it('holds every one of 5,000 rows once', async () => {
    const scope = await aWorkspace('Many')
    await database().prospect.createMany({
      data: Array.from({ length: 5_000 }, (_, n) => prospectRow(scope, { name: `Outlet ${n}` }, `many-${n}`)),
    })
    const rows = await table(prospectCsv(scope, choose()))
    expect(rows).toHaveLength(5_000)
    expect(new Set(rows.map((row) => row.Outlet)).size).toBe(5_000)
    const { prospects } = JSON.parse(await whole(prospectJson(scope, choose())))
    expect(prospects).toHaveLength(5_000)
  }, 120_000)
})

describe('the files of people', () => {
  it('hold the people of a filtered list once, with where their address was found', async () => {
    const all = await table(contactCsv(ours, choose()))
    expect(all).toMatchObject([
      {
        'Rapport contact': things.contactId,
        Name: 'Ana Oursmark',
        'E-mail': things.address,
        'Address found on': expect.stringContaining('/about'),
        'Says no unsolicited mail': 'no',
      },
    ])
    expect(await table(contactCsv(ours, choose('kind=podcast')))).toEqual([])
    expect(await table(contactCsv(ours, choose('kind=blogger')))).toHaveLength(1)
    expect(await table(contactCsv(ours, choose(`kind=blogger&ids=${things.contactId}`)))).toHaveLength(1)
    expect(await table(contactCsv(ours, choose(`kind=blogger&ids=${things.siteId}`)))).toEqual([])
  })

  it('are cards that the importer takes for the same person', async () => {
    await databaseAcrossWorkspaces().contact.update({
      where: { id: things.contactId },
      data: { links: [{ url: 'https://ana.example/', label: 'HomePage' }], note: WIDE, tags: ['Warm, dry'] },
    })
    const text = await whole(contactCards(ours, choose()))
    expect(text).toContain('item1.URL:https://ana.example/\r\nitem1.X-ABLabel:HomePage\r\n')
    const opened = await openImport(bytesSource(Buffer.from(text), 'people.vcf'))
    for await (const row of opened.records()) {
      expect(row).toMatchObject({
        record: {
          contact: {
            name: 'Ana Oursmark',
            email: things.address,
            uid: `urn:uuid:${things.contactId}`,
            urls: [{ url: 'https://ana.example/', label: 'HomePage' }],
          },
          tags: ['Warm, dry'],
          notes: WIDE,
        },
      })
    }
  })
})

describe('the file of promises', () => {
  it('tells whose each is, with whom and by when', async () => {
    const [row] = await table(promiseCsv(ours, choose('whose=ours&q=OURSMARK')))
    expect(row).toMatchObject({
      ...{ 'Rapport promise': things.promiseId, Whose: 'We promised them', Person: 'Ana Oursmark' },
      ...{ 'What was promised': 'Oursmark', 'Due on': '2026-03-01', 'How it stands': 'Open' },
    })
    expect(JSON.parse(await whole(promiseJson(ours, choose())))).toMatchObject({
      promises: [{ id: things.promiseId, whose: 'ours', dueOn: '2026-03-01' }],
    })
    expect(await table(promiseCsv(ours, choose('whose=theirs')))).toEqual([])
  })
})

describe('the CSV of mentions', () => {
  it('tells what the newest look saw, narrowed like the list', async () => {
    const [row] = await table(mentionCsv(ours, choose()))
    expect(row).toMatchObject({ 'Rapport mention': things.mentionId, Page: things.mentionUrl })
    expect(await table(mentionCsv(ours, choose(`site=${things.siteId}`)))).toHaveLength(1)
    expect(await table(mentionCsv(ours, choose('provenance=guest')))).toEqual([])
    expect(await table(mentionCsv(ours, choose('outcome=lost')))).toEqual([])
  })
})

describe('a file on its way', () => {
  it('is named for what it is, not kept by anybody, and marked for Excel when asked', async () => {
    const response = await exportedFile(ours, 'prospects', 'csv', prospectCsv(ours, choose()), {
      forExcel: true,
    })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="prospects-ours-[\w-]+-2026-03-04\.csv"$/,
    )
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('is made no further than it is read, and stops when the reader goes away', async () => {
    let made = 0
    let isClosed = false
    async function* pieces() {
      try {
        for (;;) {
          made += 1
          yield `${made}\r\n`
        }
      } finally {
        isClosed = true
      }
    }
    const reader = (await exportedFile(ours, 'x', 'csv', pieces(), { forExcel: false })).body?.getReader()
    await reader?.read()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(made).toBeLessThanOrEqual(3)
    await reader?.cancel()
    expect(isClosed).toBe(true)
  })

  it('breaks off when it cannot be finished, rather than seem whole', async () => {
    async function* pieces() {
      yield 'a\r\n'
      throw new Error('The database went away')
    }
    const response = await exportedFile(ours, 'x', 'csv', pieces(), { forExcel: false })
    await expect(response.text()).rejects.toThrow('went away')
  })

  it('gives back every cell as it was', async () => {
    const rows = await table(contactCsv(ours, choose()))
    expect(readBackCell(rows[0]?.Notes ?? '')).toBe(WIDE)
  })
})

let made = 0

type Special = {
  name: string
  kind?: string
  note?: string
  tags?: string[]
  custom?: Record<string, unknown>
}

function prospectRow({ workspaceId }: WorkspaceScope, special: Special, host: string) {
  const key = `${host}.example`
  return {
    workspaceId,
    kind: 'blogger',
    homepage: `https://${key}/`,
    outletKey: key,
    liveOutletKey: key,
    createdAt: NOON,
    updatedAt: NOON,
    ...special,
    custom: (special.custom ?? {}) as Record<string, string>,
  }
}

async function aProspect(scope: WorkspaceScope, special: Special): Promise<string> {
  made += 1
  return (await database().prospect.create({ data: prospectRow(scope, special, `evil-${made}`) })).id
}

function aField({ workspaceId }: WorkspaceScope, { label, kind }: { label: string; kind: string }) {
  const key = label.toLowerCase()
  return database().customField.create({
    data: { workspaceId, noun: 'prospect', key, label, kind, choices: [], position: 1, createdAt: NOON },
  })
}
