import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aToken, programRequest } from '#lib/testing/a-program.ts'
import { plansOf } from '#lib/testing/page-plans.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { answerProgram } from './answer-program.ts'
import { API_OPERATIONS } from './api-operations.ts'

// Every list of the API over many rows: what a page of it touches does not grow with them.

const ROWS = 100_000
/** Blocks of 8 KiB that all queries of one page may touch together. */
const MOST_BUFFERS = 3_000

let client: pg.Client
let scope: WorkspaceScope
let all: string
let narrow: string

beforeAll(async () => {
  client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  scope = await aWorkspace('Lists')
  await fill(scope)
  all = (await aToken(scope)).token
  narrow = (await aToken(scope, { siteIds: [idOf('5', 1)] })).token
}, 600_000)
afterAll(() => client.end())

const idOf = (kind: string, number: number) =>
  `00000000-0000-7000-800${kind}-${String(number).padStart(12, '0')}`
const PROSPECT = idOf('1', 77_777)
const CONTACT = idOf('2', 77_777)
const RARE: Readonly<Record<string, string>> = {
  ...{ prospectId: PROSPECT, contactId: CONTACT, siteId: idOf('5', 1), campaignId: idOf('6', 1) },
  ...{ itemId: idOf('7', 1), q: 'outlet 77777', kind: 'podcast', stage: 'not-for-us', state: 'closed' },
  ...{ whose: 'theirs', outcome: 'lost', provenance: 'quote' },
}

const LISTS = API_OPERATIONS.filter(({ query }) => 'cursor' in query.shape && 'limit' in query.shape)
const asked = LISTS.flatMap(({ id, path, query }) => {
  const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => RARE[name] ?? idOf('3', 77_777))
  const filters = Object.keys(query.shape).filter((name) => name in RARE)
  const states = id === 'listStops' ? ['state=lifted'] : []
  const queries = ['', ...filters.filter((name) => name !== 'state').map((name) => `${name}=${RARE[name]}`)]
  return [...queries, ...states].map((text) => ({ id, path: `${at}?limit=100&${text}` }))
})

/**
 * Whether somebody is seen with a token for some sites hangs on all their outlets, which is asked of all of them at once: of
 * as many outlets as these it is an instant's work, so there is no index of its own for it.
 */
const MOST_OF_ALL_PEOPLE = 20_000

describe.each([
  ['a token for all sites', () => all],
  ['a token for some', () => narrow],
])('with %s', (_, token) => {
  it.each(asked)('$id of $path touches little', async ({ id, path }) => {
    let status = 0
    const plans = await plansOf(async () => {
      const answer = await answerProgram(programRequest(token(), path), { now: scope.now, peer: '192.0.2.1' })
      status = answer.status
    })
    expect([200, 404]).toContain(status)
    const most = plans.toSorted((a, b) => b.buffers - a.buffers)[0]
    expect(most?.buffers, `${most?.sql}\n${most?.plan}`).toBeLessThan(
      id === 'listContacts' && token() === narrow ? MOST_OF_ALL_PEOPLE : MOST_BUFFERS,
    )
  })
})

async function fill({ workspaceId: w, memberId: m }: WorkspaceScope) {
  const id = (kind: string, of = 'i') => `'00000000-0000-7000-800${kind}-' || lpad((${of})::text, 12, '0')`
  const run = (sql: string) =>
    client.query(
      sql
        .replaceAll(':w', `'${w}'`)
        .replaceAll(':m', `'${m}'`)
        .replaceAll(/:(\d)(?:\(([^)]*)\))?/g, (__, kind: string, of?: string) => id(kind, of)),
    )
  const rows = `generate_series(1, ${ROWS}) i`
  // As on a server that was started a while ago: PostgreSQL has counted the tables while nothing was in them.
  await client.query('VACUUM ANALYZE')
  await run(`SET rapport.uncounted = 'on'`)
  await run(`INSERT INTO "Site" ("id", "workspaceId", "name", "ownerName", "domains", "brandNames", "peopleNames", "createdAt")
    SELECT :5, :w, 'S' || i, 'O', '{}', '{}', '{}', now() FROM generate_series(1, 2) i`)
  await run(`INSERT INTO "Campaign" ("id", "workspaceId", "siteId", "name", "route", "story", "createdAt")
    SELECT :6, :w, :5, 'C', 'product', '', now() FROM generate_series(1, 2) i`)
  await run(`INSERT INTO "Prospect" ("id", "workspaceId", "kind", "name", "homepage", "outletKey", "liveOutletKey", "createdAt", "updatedAt")
    SELECT :1, :w, 'blogger', 'Outlet ' || i, 'https://o' || i || '.example/', 'o' || i || '.example', 'o' || i || '.example', now(), now() FROM ${rows}`)
  await run(`INSERT INTO "Contact" ("id", "workspaceId", "name", "createdAt", "updatedAt")
    SELECT :2, :w, 'Person of outlet ' || i, now(), now() FROM ${rows}`)
  await run(`INSERT INTO "Channel" ("id", "workspaceId", "contactId", "kind", "address", "addressKey", "createdAt")
    SELECT :4, :w, :2, 'email', 'p' || i || '@o.example', 'p' || i || '@o.example', now() FROM ${rows}`)
  await run(
    `INSERT INTO "Affiliation" ("id", "workspaceId", "prospectId", "contactId") SELECT :8, :w, :1, :2 FROM ${rows}`,
  )
  await run(`INSERT INTO "Touch" ("id", "workspaceId", "prospectId", "kind", "note", "at", "authorId")
    SELECT :9, :w, :1, 'met', '', now(), :m FROM ${rows}`)
  await run(`INSERT INTO "Pitch" ("id", "workspaceId", "campaignId", "prospectId", "contactId", "channelId", "state", "subject", "body", "writerId", "createdAt", "updatedAt")
    SELECT :3, :w, :6(1 + i % 2), :1, :2, :4, 'sent', 'A', 'B', :m, now(), now() FROM ${rows}`)
  await run(`INSERT INTO "Mention" ("id", "workspaceId", "siteId", "prospectId", "url", "urlKey", "liveUrlKey", "provenance", "outcome", "recordedById", "createdAt", "updatedAt")
    SELECT :3, :w, :5(1 + i % 2), :1, 'https://o.example/' || i, i::text, i::text, 'earned', 'linked', :m, now(), now() FROM ${rows}`)
  await run(`INSERT INTO "Suppression" ("id", "workspaceId", "contactId", "reason", "at", "byId")
    SELECT :3, :w, :2, 'ours', now(), :m FROM ${rows}`)
  await run(`SET rapport.uncounted = 'off'`)
  await run(`SELECT rapport_count_prospects(ARRAY(SELECT "id" FROM "Prospect" WHERE "workspaceId" = :w))`)
  await client.query('VACUUM ANALYZE')
}
