import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS } from '#lib/domain/audit/audit-actions.ts'
import { auditDetailWords } from '#lib/domain/audit/audit-words.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { plansOf } from '#lib/testing/page-plans.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { auditCsv, auditJson } from '../exports/audit-file.ts'
import { readExportChoice } from '../exports/export-choice.ts'
import { exportedFile } from '../exports/exported-file.ts'
import { writeCursor } from '../page-cursor.ts'
import { auditListHref, readAuditList } from './audit-list.ts'
import { AUDIT_EVENTS_PER_PAGE, listAuditActors, listAuditEvents } from './audit-queries.ts'

const DAY_MS = 86_400_000
let ours: WorkspaceScope
let second: WorkspaceScope

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  second = await aMember(ours.workspaceId, 'manager')
  const row = (n: number) => ({
    ...{ workspaceId: ours.workspaceId, at: new Date(NOON.getTime() - Math.floor(n / 4) * DAY_MS) },
    ...(n % 3 === 0
      ? { actorKind: 'system', action: 'retention.applied', objectKind: 'workspace' }
      : { actorKind: 'member', actorId: [ours, second][n % 2]?.memberId, ...MEMBER_ROW }),
  })
  await databaseAcrossWorkspaces().auditEvent.createMany({
    data: Array.from({ length: 130 }, (_, n) => row(n)),
  })
  await databaseAcrossWorkspaces().auditEvent.create({
    data: { ...row(1), workspaceId: (await aWorkspace('Theirs')).workspaceId },
  })
})

const MEMBER_ROW = {
  action: 'member.role-changed',
  objectKind: 'member',
  details: { from: 'writer', to: 'manager', siteIds: [] },
}

async function walked(scope: WorkspaceScope, search: Record<string, string> = {}) {
  const ids: string[] = []
  const pages: string[][] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listAuditEvents>> = await listAuditEvents(
      scope,
      readAuditList({ ...search, after }),
    )
    pages.push(page.rows.map(({ id }) => id))
    ids.push(...page.rows.map(({ id }) => id))
    after = page.after
  }
  return { ids, pages }
}

describe('the audit log', () => {
  it('is read page by page, newest first, each event once, and back again', async () => {
    const { ids, pages } = await walked(ours)
    expect(ids).toHaveLength(130)
    expect(new Set(ids).size).toBe(130)
    expect(pages.map((page) => page.length)).toEqual([AUDIT_EVENTS_PER_PAGE, AUDIT_EVENTS_PER_PAGE, 30])
    const second = await listAuditEvents(
      ours,
      readAuditList({ after: (await listAuditEvents(ours, readAuditList({}))).after ?? '' }),
    )
    const first = await listAuditEvents(ours, readAuditList({ before: second.before ?? '' }))
    expect(first.rows.map(({ id }) => id)).toEqual(pages[0])
    expect(first.before).toBeNull()
  })

  it.each<[Record<string, string>, number]>([
    [{ who: 'system' }, 44],
    [{ action: 'member.role-changed' }, 86],
    [{ object: 'workspace' }, 44],
    [{ from: '2026-03-04', to: '2026-03-04' }, 4],
    [{ from: '2026-03-03', object: 'member' }, 5],
    [{ to: '2026-02-01' }, 6],
    [{ who: 'nonsense', action: 'none', object: 'x', from: '2026-02-31' }, 130],
  ])('is narrowed by %j', async (search, count) => {
    expect((await walked(ours, search)).ids).toHaveLength(count)
  })

  it('is narrowed to one member, and says who they are today', async () => {
    const { rows } = await listAuditEvents(ours, readAuditList({ who: second.memberId }))
    expect(new Set(rows.map(({ actorName }) => actorName))).toEqual(new Set([second.actorName]))
    expect((await listAuditActors(ours)).map(({ id }) => id).sort()).toEqual(
      [ours.memberId, second.memberId].sort(),
    )
  })

  it('tells a program from its person, on the page, in its filter and as a file', async () => {
    const scope = await aWorkspace('Programs')
    const data = {
      workspaceId: scope.workspaceId,
      at: NOON,
      actorKind: 'member',
      actorId: scope.memberId,
      ...MEMBER_ROW,
    }
    const tokenId = crypto.randomUUID()
    await databaseAcrossWorkspaces().auditEvent.createMany({
      data: [
        data,
        { ...data, tokenId, tokenName: 'Sheet' },
        { ...data, tokenId: crypto.randomUUID(), tokenName: 'Other' },
      ],
    })
    const named = async (program: string) =>
      (await listAuditEvents(scope, readAuditList({ program }))).rows.map(({ tokenName }) => tokenName).sort()
    expect(await named('')).toHaveLength(3)
    expect(await named('any')).toEqual(['Other', 'Sheet'])
    expect(await named(tokenId)).toEqual(['Sheet'])
    expect(await named('nonsense')).toHaveLength(3)
    const choice = readExportChoice(`https://rapport.test/x?program=${tokenId}`)
    const rows = parse(await text(auditCsv(scope, choice)), { columns: true }) as Record<string, string>[]
    expect(rows).toMatchObject([{ 'By the program': 'Sheet', 'Id of its token': tokenId }])
    const { events } = JSON.parse(await text(auditJson(scope, choice)))
    expect(events).toMatchObject([{ tokenId, tokenName: 'Sheet' }])
  })

  it('takes days as those of who asks', async () => {
    const inAuckland = { ...ours, timeZone: 'Pacific/Auckland' }
    expect((await walked(inAuckland, { from: '2026-03-05' })).ids).toHaveLength(4)
    expect((await walked(ours, { from: '2026-03-05' })).ids).toHaveLength(0)
  })

  it('keeps what it is narrowed to in its address', () => {
    const list = readAuditList({
      who: 'system',
      action: 'member.left',
      object: 'member',
      from: '2026-03-01',
      to: '2026-03-02',
    })
    expect(
      readAuditList(Object.fromEntries(new URLSearchParams(auditListHref('/x', list).slice(3)))),
    ).toEqual(list)
  })

  it.each<Role>(['writer', 'reviewer', 'viewer'])(
    'is not there for a %s, as a file neither',
    async (role) => {
      const scope = await aMember(ours.workspaceId, role)
      const choice = readExportChoice('https://rapport.test/x')
      await expect(listAuditEvents(scope, readAuditList({}))).rejects.toThrow(NotFound)
      await expect(listAuditActors(scope)).rejects.toThrow(NotFound)
      await expect(text(auditCsv(scope, choice))).rejects.toThrow(NotFound)
      await expect(exportedFile(scope, 'audit-log', 'csv', auditCsv(scope, choice), choice)).rejects.toThrow(
        NotFound,
      )
    },
  )

  it('as a file holds the same events, narrowed alike, and that it was taken', async () => {
    const choice = readExportChoice('https://rapport.test/x?object=member')
    const rows = parse(await text(auditCsv(ours, choice)), { columns: true }) as Record<string, string>[]
    const { ids } = await walked(ours, { object: 'member' })
    expect(rows.map((row) => row.Event)).toEqual(ids)
    const { events } = JSON.parse(await text(auditJson(ours, choice)))
    expect(events.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(rows[0]).toMatchObject({
      What: 'changed a role',
      Action: 'member.role-changed',
      'Of what': 'a member',
    })
    const later = at(ours, new Date(NOON.getTime() + 1000))
    await exportedFile(later, 'audit-log', 'json', auditJson(later, choice), choice)
    const [newest] = (await listAuditEvents(later, readAuditList({}))).rows
    expect(newest).toMatchObject({ action: 'export.list', details: { list: 'audit-log', format: 'json' } })
  })
})

describe('the words of an event', () => {
  it('tell states in plain words, and leave ids to the file', () => {
    expect(auditDetailWords({ from: 'writer', to: 'manager', siteIds: ['a', 'b'] })).toEqual([
      'from: Writer',
      'to: Manager',
      '2 sites',
    ])
    expect(auditDetailWords({ isOn: false, erasureId: 'x', rules: ['closedPitches'] })).toEqual([
      'on: no',
      'rules: closed pitches',
    ])
    expect(auditDetailWords({ from: 'featured-not-named', lookNumber: 3 })).toEqual([
      'from: featured not named',
      'look: 3',
    ])
  })

  it('say of everything in the list what was done, in a sentence after a name', () => {
    for (const { words } of Object.values(AUDIT_ACTIONS)) expect(words).toMatch(/^[a-z]/)
  })
})

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const piece of pieces) all += piece
  return all
}

describe('a page of a long log', () => {
  const ROWS = 100_000
  let long: WorkspaceScope

  beforeAll(async () => {
    long = await aWorkspace('Long')
    await databaseAcrossWorkspaces().$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "at", "actorKind", "actorId", "action", "objectKind", "objectId")
      SELECT gen_random_uuid()::text, ${long.workspaceId}, ${NOON}::timestamptz - n * interval '1 minute', 'member',
             CASE WHEN n % 1000 = 0 THEN ${long.memberId} ELSE 'm' || n % 20 END,
             CASE WHEN n % 500 = 0 THEN 'member.left' ELSE 'sign-in.done' END,
             CASE WHEN n % 500 = 0 THEN 'mailbox' ELSE 'member' END, 'm1'
        FROM generate_series(1, ${ROWS}) AS n`
    await databaseAcrossWorkspaces().$executeRaw`ANALYZE "AuditEvent"`
  }, 60_000)

  it.each<[string, Record<string, string>]>([
    ['from the start', {}],
    ['of one member', { who: 'MEMBER' }],
    ['of programs', { program: 'any' }],
    ['of one action', { action: 'member.left' }],
    ['of one kind of thing', { object: 'mailbox' }],
    ['of one member and a kind', { who: 'MEMBER', object: 'mailbox' }],
    ['of some days', { from: '2026-02-01', to: '2026-02-03' }],
    ['far down', { after: 'FAR' }],
  ])('touches little of it: %s', async (_, search) => {
    const far = writeCursor('at', new Date(NOON.getTime() - (ROWS - 100) * 60_000), crypto.randomUUID())
    const asked = Object.fromEntries(
      Object.entries(search).map(([name, value]) => [
        name,
        { MEMBER: long.memberId, FAR: far }[value] ?? value,
      ]),
    )
    const plans = await plansOf(() => listAuditEvents(long, readAuditList(asked)))
    const reads = plans.filter(({ sql }) => sql.includes('"AuditEvent"'))
    expect(reads.length).toBeGreaterThan(0)
    for (const { buffers, plan } of reads) expect(buffers, plan).toBeLessThan(400)
  })
})
