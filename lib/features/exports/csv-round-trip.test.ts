import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { headerKey } from '#lib/domain/imports/header-text.ts'
import { isFixedColumn } from '#lib/domain/imports/own-format-rules.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPreview, applied, carriedOn, undone } from '#lib/testing/an-import.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { readImportAs } from '../imports/import-commands.ts'
import { CONTACT_HEADERS, contactCsv } from './contact-file.ts'
import { readExportChoice } from './export-choice.ts'
import { PROSPECT_HEADERS, prospectCsv } from './prospect-file.ts'

// What a person wrote about their prospects leaves as a CSV and comes back from it, into a workspace that has nothing.

/** What Rapport works out from what hangs on a prospect, or notes itself: a CSV of prospects carries it for people to read. */
const WORKED_OUT = [
  'Rapport prospect', // its id, given anew
  'Stage', // from what happened
  'Mentions',
  'With a link',
  'Added', // the day it came into this workspace
  'Last touch',
  'Next touch',
]
const BY_HAND = PROSPECT_HEADERS.filter((header) => !WORKED_OUT.includes(header))
const FIELDS = [
  { label: 'Readers', key: 'readers', kind: 'number' },
  { label: 'Stage', key: 'stage', kind: 'text' },
  { label: 'Notes', key: 'notes', kind: 'text' },
  { label: 'Tags*', key: 'tags', kind: 'text' },
  { label: '=Angle', key: 'angle', kind: 'text' },
  { label: 'Since', key: 'since', kind: 'date' },
  { label: 'Level', key: 'level', kind: 'choice', choices: ['Gold', 'Silver'] },
  { label: 'Media kit', key: 'media-kit', kind: 'link' },
]
const LONG = `Ærø "& Søn", \n नमस्ते 👩🏽‍🌾; ${'long words, '.repeat(1_500)}end`

let ours: WorkspaceScope
let empty: WorkspaceScope
let strangers: WorkspaceScope
let file: string
const db = () => databaseAcrossWorkspaces()

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  empty = await aWorkspace('Empty')
  strangers = await aWorkspace('Strangers')
  for (const { workspaceId, memberId } of [ours, empty, strangers])
    await db().member.update({ where: { id: memberId, workspaceId }, data: { name: 'Åsa Berg' } })
  await makeFields(ours, FIELDS)
  await makeFields(empty, [...FIELDS].reverse())
  await makeProspects(ours)
  file = await exported(ours)
})

describe('a CSV of prospects', () => {
  it('brings back everything a person wrote, into a workspace that has nothing', async () => {
    const preview = await aPreview(empty, file, 'prospects.csv')
    expect(preview).toMatchObject({ state: 'previewed', format: 'rapport-prospects', mapping: null })
    expect(preview.counts).toMatchObject({ new: 7, refused: 0 })
    expect(preview.facts.warnings).toEqual([])
    const batch = await applied(empty, preview.id)
    const [before, after] = [byHand(file), byHand(await exported(empty))]
    expect(after).toEqual(before)
    expect(Object.keys(after[0] ?? {})).toEqual([
      ...BY_HAND,
      ...[
        'Readers',
        'Stage (own field stage)',
        'Notes (own field notes)',
        'Tags* (own field tags)',
        '=Angle',
      ],
      ...['Since', 'Level', 'Media kit'],
    ])
    const again = await aPreview(empty, file, 'prospects.csv')
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 7 })
    expect(again.facts.differences).toEqual([])
    expect(await db().prospect.count({ where: { workspaceId: strangers.workspaceId } })).toBe(0)
    expect(await undone(empty, batch.id)).toMatchObject({ state: 'undone', counts: { removed: 7, kept: 0 } })
  })

  it('says which columns are fields that are not here, and whom nobody knows', async () => {
    await db().member.update({ where: { id: strangers.memberId }, data: { name: 'Somebody Else' } })
    const preview = await aPreview(strangers, file, 'prospects.csv')
    expect(preview.counts).toMatchObject({ new: 7 })
    expect(preview.facts.warnings).toEqual([
      expect.stringMatching(
        /^No field of your own here is called “Readers”, .*“Media kit”, so those columns/,
      ),
      expect.stringMatching(/^Not told who is meant by “Åsa Berg”/),
    ])
    await applied(strangers, preview.id)
    const where = { workspaceId: strangers.workspaceId }
    const found = await db().prospect.findMany({ where, select: { ownerId: true, custom: true } })
    expect(found).toEqual(Array.from({ length: 7 }, () => ({ ownerId: null, custom: {} })))
  })
})

describe('a CSV of people', () => {
  it('brings fields of one’s own back to the people, also where outlets have one of that name', async () => {
    const [from, to] = [await aWorkspace('From'), await aWorkspace('To')]
    const fields = [
      { label: 'Level', key: 'level', kind: 'choice', choices: ['Gold', 'Silver'] },
      { label: 'Country', key: 'country', kind: 'text' },
    ]
    await makeFields(to, fields)
    for (const scope of [from, to]) await makeFields(scope, fields, 'contact')
    const { workspaceId } = from
    const data = { workspaceId, name: 'Ana', custom: { level: 'Gold', country: '=Tea' } }
    await db().contact.create({ data: { ...data, createdAt: NOON, updatedAt: NOON } })
    let text = ''
    for await (const piece of contactCsv(from, readExportChoice('https://rapport.test/?'))) text += piece
    const preview = await aPreview(to, text, 'people.csv')
    expect(preview).toMatchObject({ format: 'rapport-contacts', facts: { warnings: [] } })
    // Read another way, with all that the form shows, the columns are still the fields of one's own.
    const shown = preview.facts.columns ?? []
    const columns = new Map(shown.map(({ field }, at) => [at, field]))
    await readImportAs(to, { batchId: preview.id, dateOrder: 'day-first', siteId: '', fields: columns })
    expect((await carriedOn(to, preview.id)).facts.columns).toEqual(shown)
    await applied(to, preview.id)
    const people = await db().contact.findMany({ where: { workspaceId: to.workspaceId } })
    expect(people).toMatchObject([{ name: 'Ana', custom: data.custom }])
  })
})

describe('the headers of our files', () => {
  it.each([
    ['rapport-prospects', PROSPECT_HEADERS],
    ['rapport-contacts', CONTACT_HEADERS],
  ] as const)('of %s are all known to the importer', (format, headers) => {
    expect(headers.filter((header) => !isFixedColumn(format, headerKey(header)))).toEqual([])
  })
})

async function exported(scope: WorkspaceScope): Promise<string> {
  let text = ''
  for await (const piece of prospectCsv(scope, readExportChoice('https://rapport.test/?'))) text += piece
  return text
}

/** The lines without what is worked out, in the order of their keys; own columns in the order of the first file. */
function byHand(text: string): Record<string, string>[] {
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  const own = FIELDS.map(({ label, key }) => [`${label} (own field ${key})`, label, `'${label}`])
  return rows
    .map((row) =>
      Object.fromEntries([
        ...BY_HAND.map((header) => [header, row[header]]),
        ...own.map(([clear = '', ...names]) => {
          const header = [clear, ...names].find((name) => Object.hasOwn(row, name)) ?? clear
          return [header.replace(/^'/, ''), row[header]]
        }),
      ]),
    )
    .sort((a, b) => String(a['Outlet key']).localeCompare(String(b['Outlet key'])))
}

async function makeFields({ workspaceId }: WorkspaceScope, fields: typeof FIELDS, noun = 'prospect') {
  await db().customField.createMany({
    data: fields.map(({ choices = [], ...field }, position) => ({
      workspaceId,
      noun,
      ...field,
      choices,
      position,
      createdAt: NOON,
    })),
  })
}

async function makeProspects({ workspaceId, memberId }: WorkspaceScope) {
  const common = { workspaceId, ownerId: memberId, createdAt: NOON, updatedAt: NOON }
  const keyed = (outletKey: string, homepage = `https://${outletKey}`) => ({
    outletKey,
    liveOutletKey: outletKey,
    homepage,
  })
  await db().prospect.createMany({
    data: [
      {
        ...common,
        ...keyed('tea.example', 'https://www.tea.example'),
        kind: 'podcast',
        name: '=Tea, "and" walks',
        whyCare: '-1+1 of their readers walk.\n\nSecond paragraph.',
        note: LONG,
        tags: ['@warm', 'fair|2026', '* star', 'starred'],
        country: 'DE',
        language: 'pt-BR',
        guidelines: 'seen',
        guidelinesUrl: 'https://www.tea.example/write-for-us?x=1',
        guidelinesNote: "'Quoted' words",
        custom: {
          readers: -1200.5,
          stage: 'Mine',
          notes: '-1+1|cmd',
          tags: 'a, b',
          angle: '@x',
          since: '2026-01-31',
          level: 'Gold',
          'media-kit': 'https://tea.example/kit',
        },
      },
      {
        ...common,
        ...keyed('absent.example'),
        kind: 'directory',
        name: 'https://absent.example',
        guidelines: 'absent',
      },
      {
        ...common,
        ...keyed('aside.example'),
        kind: 'journalist',
        name: 'Aside',
        notForUsAt: new Date('2026-02-01T08:30:00.123Z'),
        notForUsReason: 'They sell links.\nTwice.',
      },
      { ...common, ...keyed('shared.example'), kind: 'blogger', name: 'The house' },
      { ...common, ...keyed('shared.example/ana'), kind: 'blogger', name: 'Ana in the house' },
      { ...common, ...keyed('blog.shared.example'), kind: 'roundup', name: 'The blog beside it' },
      { ...common, ...keyed('youtube.com/@tea'), kind: 'podcast', name: 'youtube.com/@tea' },
    ],
  })
}
