import { beforeAll, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { type Asked, aToken, programRequest } from '#lib/testing/a-program.ts'
import { API_CALLS, type ApiCallForTest } from '#lib/testing/api-calls.ts'
import { failOnBugs } from '#lib/testing/contract-world.ts'
import { aMember, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { answerProgram } from './answer-program.ts'
import type { ApiOperation } from './api-operation.ts'
import { API_OPERATIONS } from './api-operations.ts'

// Every operation, with a token for one Site and the ids of things of another Site of the same workspace.

const MARK = 'Elsewheremark'
let scope: WorkspaceScope
let things: FullWorkspace
let siteId: string
let narrow: string
let clock: number
failOnBugs()

beforeAll(async () => {
  scope = await aWorkspace('Two sites')
  things = await aFullWorkspace(scope, MARK)
  const input = { name: 'Here', ownerName: 'Here', domains: 'here.example', timeZone: 'UTC' }
  siteId = (await addSite(scope, siteSchema.parse(input))).siteId
  narrow = (await aToken(scope, { siteIds: [siteId] })).token
  clock = scope.now.getTime()
})

function ask(path: string, asked: Asked = {}, token = narrow) {
  clock += 1000
  return answerProgram(programRequest(token, path, asked), { now: new Date(clock), peer: '192.0.2.40' })
}

function pathOf({ path }: ApiOperation, ids: Record<string, string>) {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'none')
}

const NOT_THERE = '00000000-0000-7000-8000-000000000000'
const good = async ({ id }: ApiOperation): Promise<ApiCallForTest> =>
  (await API_CALLS[id]?.(scope, things)) ?? {}
/** An outlet nobody has is for every Site, and so is a request that was chosen for none. */
const OF_NO_SITE = /^(?:takeUpAgain|markNotForUs|.*Request|listStops)$|OfRequest$/

describe('a token for another Site', () => {
  it.each(API_OPERATIONS.filter(({ id, path }) => path.includes('{') && !OF_NO_SITE.test(id)))(
    '$id answers as if it were not there',
    async (operation) => {
      const { ids = {}, body } = await good(operation)
      const { method } = operation
      const asked = { method, ...(operation.body ? { body } : {}) }
      const real = await ask(pathOf(operation, ids), asked)
      const none = await ask(
        pathOf(operation, Object.fromEntries(Object.keys(ids).map((name) => [name, NOT_THERE]))),
        asked,
      )
      const [status, text] = [real.status, await real.text()]
      expect([status, text]).toEqual([none.status, await none.text()])
      expect([403, 404]).toContain(status)
    },
  )

  it.each(
    API_OPERATIONS.filter(({ body, path }) => body && !path.includes('{') && body.shapes.has('prospectId')),
  )('$id takes nothing of theirs by its fields', async (operation) => {
    const { body = {} } = await good(operation)
    const answer = await ask(pathOf(operation, {}), { method: operation.method, body })
    expect(answer.status).toBe(422)
  })

  it.each(API_OPERATIONS.filter(({ method, path }) => method === 'GET' && !path.includes('{')))(
    '$id tells of nothing of theirs, whatever it is asked for',
    async (operation) => {
      const filters = Object.keys(operation.query.shape).filter((name) => name.endsWith('Id'))
      const ids = things as unknown as Record<string, string>
      for (const query of ['', ...filters.map((name) => `?${name}=${ids[name]}`)]) {
        const answer = await ask(pathOf(operation, {}) + query)
        const text = await answer.text()
        // Outlets nobody has are for every Site.
        if (operation.id !== 'listProspects') expect(text).not.toMatch(new RegExp(MARK, 'i'))
        for (const id of [things.contactId, things.prospectId, things.sharedReportId])
          expect(text).not.toContain(id)
      }
    },
  )

  it('does not see an outlet that only a sample ties to another Site', async () => {
    const db = databaseAcrossWorkspaces()
    const add = async (name: string) =>
      (
        await addProspect(
          scope,
          prospectSchema.parse({ kind: 'blogger', name, address: `https://${name}.example` }),
        )
      ).prospectId
    const [free, sampled] = [await add('free-one'), await add('sampled-one')]
    const seen = async (id: string) => (await ask(`/prospects/${id}`)).status
    expect([await seen(free), await seen(sampled)]).toEqual([200, 200])
    await db.sample.updateMany({ where: { id: things.sampleId }, data: { prospectId: sampled } })
    expect([await seen(free), await seen(sampled)]).toEqual([200, 404])
    await db.sample.updateMany({ where: { id: things.sampleId }, data: { prospectId: things.prospectId } })
  })

  it('is not led to their people by an address, nor told their names', async () => {
    const db = databaseAcrossWorkspaces()
    const channel = await db.channel.findFirstOrThrow({
      where: { contactId: things.contactId, kind: 'email', deletedAt: null },
    })
    const body = { kind: 'blogger', name: 'Mine', address: 'https://mine-alone.example' }
    const { id: prospectId } = await (await ask('/prospects', { method: 'POST', body })).json()
    const person = { prospectId, name: 'Ida', channelKind: 'email', address: channel.address }
    for (const more of [{}, { useExisting: true }]) {
      const answer = await ask('/contacts', { method: 'POST', body: { ...person, ...more } })
      const text = await answer.text()
      expect(answer.status).toBe(409)
      expect(text).not.toMatch(new RegExp(MARK, 'i'))
      expect(text).not.toContain(things.contactId)
    }
    expect(await db.affiliation.count({ where: { prospectId } })).toBe(0)
    const again = { kind: 'blogger', name: 'Again', address: `https://blog-${things.host}` }
    const conflict = await ask('/prospects', { method: 'POST', body: again })
    expect([conflict.status, await conflict.text()]).toEqual([409, expect.not.stringContaining(MARK)])
  })

  it('cannot ask who else is with a hidden outlet', async () => {
    const { prospectId } = await addProspect(
      scope,
      prospectSchema.parse({ kind: 'blogger', name: 'Both', address: 'https://both.example' }),
    )
    const { contactId } = await addContact(
      scope,
      contactSchema.parse({ prospectId, name: 'In both', channelKind: 'email' }),
    )
    const { workspaceId } = scope
    await databaseAcrossWorkspaces().affiliation.create({
      data: { workspaceId, prospectId: things.prospectId, contactId },
    })
    expect((await (await ask(`/contacts?prospectId=${prospectId}`)).json()).items).toHaveLength(1)
    expect((await (await ask(`/contacts?prospectId=${things.prospectId}`)).json()).items).toEqual([])
  })
})

describe('a viewer', () => {
  it('reads approved reports of their Sites, and cannot tell outlets by asking', async () => {
    const viewer = await aMember(scope.workspaceId, 'viewer', scope.now, [things.siteId])
    const { token } = await aToken(viewer)
    const { items } = await (await ask('/reports', {}, token)).json()
    expect(items.map(({ id }: { id: string }) => id)).toEqual([things.sharedReportId])
    const report = await (await ask(`/reports/${things.sharedReportId}`, {}, token)).json()
    expect(report.content).toMatchObject({ format: 'rapport-report-1', title: MARK })
    expect(JSON.stringify(report)).not.toContain('mentionId')
    expect((await ask(`/reports/${things.reportId}`, {}, token)).status).toBe(404)
    const { items: mentions } = await (await ask('/mentions', {}, token)).json()
    expect(mentions.length).toBeGreaterThan(0)
    for (const filter of [`prospectId=${things.prospectId}`, `campaignId=${things.campaignId}`])
      expect((await (await ask(`/mentions?${filter}`, {}, token)).json()).items).toEqual([])
    expect((await ask('/stops', {}, token)).status).toBe(403)
  })
})
