import { beforeAll, describe, expect, it, vi } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { type Asked, aToken, programRequest } from '#lib/testing/a-program.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { changeMention } from '../mentions/mention-commands.ts'
import { changeMentionSchema } from '../mentions/mention-schema.ts'
import { erasePerson } from '../privacy/erase-commands.ts'
import { changeContact } from '../prospects/contact-commands.ts'
import { changeContactSchema } from '../prospects/contact-schema.ts'
import { changeProspect } from '../prospects/prospect-commands.ts'
import { changeProspectSchema } from '../prospects/prospect-schema.ts'
import { stopWritingTo, suppressAddress } from '../prospects/suppression-commands.ts'
import { suppressAddressSchema } from '../prospects/suppression-schema.ts'
import { changeRequest } from '../requests/request-commands.ts'
import { changeRequestSchema } from '../requests/request-schema.ts'
import { answerOnce } from './answer-once.ts'
import { answerProgram } from './answer-program.ts'
import { API_OPERATIONS } from './api-operations.ts'

const db = databaseAcrossWorkspaces

let ours: WorkspaceScope
let things: FullWorkspace
let token: string
let tokenId: string

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  things = await aFullWorkspace(ours, 'Oursmark')
  ;({ token, tokenId } = await aToken(ours))
})

const ask = (path: string, asked: Asked = {}, of = token, peer = '192.0.2.60') =>
  answerProgram(programRequest(of, path, asked), { now: ours.now, peer })
const change = (method: string, path: string, body: unknown, key?: string) =>
  ask(path, { method, body, ...(key ? { headers: { 'idempotency-key': key } } : {}) })
const typeOf = async (answer: Response) => [answer.status, (await answer.json()).type.split(':').at(-1)]
const aTouch = () => ({ prospectId: things.prospectId, kind: 'met', note: crypto.randomUUID() })
const touches = ({ note }: { note: string }) => db().touch.count({ where: { note } })

describe('a stop', () => {
  const person = (name: string) => ({
    ...{ prospectId: things.prospectId, name, channelKind: 'email' },
    address: `${name.toLowerCase()}@stopped.example`,
  })

  it('is told with every answer about whom it is against, as their page tells it', async () => {
    const added = await (await change('POST', '/contacts', person('Iris'))).json()
    expect(added.stops).toEqual([])
    await stopWritingTo(ours, { contactId: added.id, words: 'Please do not' })
    const stop = { covers: 'person', reason: 'asked-to-stop', at: ours.now.toISOString() }
    const changed = await change('PATCH', `/contacts/${added.id}`, { role: 'Editor' })
    expect([changed.status, (await changed.json()).stops]).toEqual([200, [stop]])
    const listed = await (await ask('/contacts')).json()
    expect(listed.items.find(({ id }: { id: string }) => id === added.id).stops).toEqual([stop])
    const channel = { channelKind: 'email', address: 'iris.two@stopped.example' }
    const second = await (await change('POST', `/contacts/${added.id}/channels`, channel)).json()
    expect(second.stops).toEqual([stop])
  })

  it('is told of somebody who is written down anew with a stopped address, and not whose it was', async () => {
    const address = { address: 'uma@stopped.example', reason: 'ours', words: 'said in anger' }
    await suppressAddress(ours, suppressAddressSchema.parse(address))
    const anew = await (await change('POST', '/contacts', person('Uma'))).json()
    expect(anew.stops).toEqual([{ covers: 'address', reason: null, at: null }])
    await suppressAddress(ours, suppressAddressSchema.parse({ ...address, address: 'whole.example' }))
    const one = await change('POST', `/contacts/${things.contactId}/channels`, {
      ...{ channelKind: 'email', address: 'anyone@whole.example' },
    })
    expect((await one.json()).stops).toContainEqual({ covers: 'domain', reason: null, at: null })
  })

  it('is listed with the others, by whether it still stands', async () => {
    const { items } = await (await ask('/stops?state=standing')).json()
    expect(items.map(({ covers }: { covers: string }) => covers)).toEqual(
      expect.arrayContaining(['person', 'address', 'domain']),
    )
    expect(JSON.stringify(items)).not.toContain('stopped.example')
    expect((await (await ask('/stops?state=lifted')).json()).items).toEqual([])
  })
})

describe('an idempotency key', () => {
  it('stays used where somebody was erased since, and says nothing of what was said', async () => {
    const { id } = await (
      await change('POST', '/contacts', {
        prospectId: things.prospectId,
        name: 'Mo Gone',
        channelKind: 'email',
      })
    ).json()
    const body = aTouch()
    await change('POST', '/touches', body, 'Mo Gone')
    await erasePerson(ours, { contactId: id })
    expect(await typeOf(await change('POST', '/touches', body, 'Mo Gone'))).toEqual([409, 'done-before'])
    expect(await typeOf(await change('POST', '/touches', aTouch(), 'Mo Gone'))).toEqual([
      422,
      'key-of-another',
    ])
    expect(await touches(body)).toBe(1)
    const kept = JSON.stringify(await db().apiAnswer.findMany({ where: { workspaceId: ours.workspaceId } }))
    expect(kept).not.toContain('Mo Gone')
    expect(kept).not.toContain(body.note)
  })

  it('is not given the words of an answer that was made while somebody was erased', async () => {
    const of = { workspaceId: ours.workspaceId, tokenId, key: 'erased meanwhile' }
    const run = async () => {
      await db().apiAnswer.updateMany({ where: { tokenId }, data: { body: '', forgottenAt: ours.now } })
      return { status: 201, body: 'a name' }
    }
    const once = () => answerOnce(of, 'h', ours.now, { progress: { reached: 'done' }, run })
    expect(await once()).toMatchObject({ is: 'answered', body: 'a name' })
    expect(await once()).toEqual({ is: 'done-before' })
  })

  const logTouch = API_OPERATIONS.find(({ id }) => id === 'logTouch')
  async function breaking(
    run: (work: () => Promise<unknown>) => Promise<unknown>,
    test: () => Promise<void>,
  ) {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    if (!logTouch) throw new Error('No such operation')
    const honest = logTouch.run
    const spy = vi.spyOn(logTouch, 'run').mockImplementation((call) => run(() => honest(call)))
    await test().finally(() => spy.mockRestore())
    logged.mockRestore()
  }

  it('stays used where the work was done and its answer broke', async () => {
    const body = aTouch()
    const broken = async (work: () => Promise<unknown>) => {
      await work()
      throw new Error('after the work')
    }
    await breaking(broken, async () => {
      const answer = await change('POST', '/touches', body, 'broke after')
      expect([answer.status, (await answer.json()).detail]).toEqual([
        500,
        'It was done, but its answer could not be made.',
      ])
    })
    expect(await typeOf(await change('POST', '/touches', body, 'broke after'))).toEqual([409, 'done-before'])
    expect(await touches(body)).toBe(1)
  })

  it('stays used where the answer could not be kept', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const of = { workspaceId: ours.workspaceId, tokenId, key: 'not kept' }
    let done = 0
    // No database keeps a NUL.
    const run = async () => ({ status: 201, body: `\0${++done}` })
    const once = () => answerOnce(of, 'h', ours.now, { progress: { reached: 'done' }, run })
    expect(await once()).toMatchObject({ is: 'answered', again: false })
    expect(await once()).toEqual({ is: 'being-done' })
    expect(done).toBe(1)
    expect(logged).toHaveBeenCalledTimes(1)
    logged.mockRestore()
  })

  it('is free at once where it broke before anything was done', async () => {
    const body = aTouch()
    const broken = async () => {
      throw new Error('before the work')
    }
    await breaking(broken, async () => {
      const answer = await change('POST', '/touches', body, 'broke before')
      expect([answer.status, (await answer.json()).detail]).toEqual([500, 'Nothing was changed.'])
    })
    expect((await change('POST', '/touches', body, 'broke before')).status).toBe(201)
    expect(await touches(body)).toBe(1)
  })

  it('says at once that nobody can tell, where it broke in the middle', async () => {
    const of = { workspaceId: ours.workspaceId, tokenId, key: 'in the middle' }
    const run = async () => {
      throw new Error('the connection fell')
    }
    const once = () => answerOnce(of, 'h', ours.now, { progress: { reached: 'begun' }, run })
    await expect(once()).rejects.toThrow('the connection fell')
    expect(await once()).toEqual({ is: 'in-doubt' })
  })
})

describe('a change', () => {
  it('takes back nothing that others wrote since it read', async () => {
    const { prospectId, contactId, mentionId, requestId } = things
    const where = (id: string) => ({ where: { id } })
    // What a program read a moment ago, and what somebody wrote meanwhile.
    const stale = {
      kind: 'blogger',
      address: `https://elsewhere-${things.host}`,
      name: 'Old',
      whyCare: 'Old',
    }
    const named = (...fields: string[]) => new Set(fields)
    await db().prospect.update({ ...where(prospectId), data: { name: 'New', whyCare: 'New' } })
    const before = await db().prospect.findUniqueOrThrow(where(prospectId))
    await changeProspect(
      ours,
      changeProspectSchema.parse({ ...stale, prospectId, country: 'NO', ownerId: '' }),
      named('country'),
    )
    const { country, name, whyCare, ownerId, outletKey } = await db().prospect.findUniqueOrThrow(
      where(prospectId),
    )
    expect({ country, name, whyCare, ownerId, outletKey }).toEqual({
      ...{ country: 'NO', name: 'New', whyCare: 'New', ownerId: before.ownerId, outletKey: before.outletKey },
    })

    await db().contact.update({ ...where(contactId), data: { note: 'New' } })
    await changeContact(
      ours,
      changeContactSchema.parse({ contactId, name: 'Old', note: 'Old', role: 'Editor' }),
      named('role'),
    )
    const contact = await db().contact.findUniqueOrThrow(where(contactId))
    expect([contact.note, contact.role, contact.name === 'Old']).toEqual(['New', 'Editor', false])

    await db().mention.update({ ...where(mentionId), data: { note: 'New', aboutUs: true } })
    await changeMention(
      ours,
      changeMentionSchema.parse({
        ...{ mentionId, url: 'https://old.example/page', provenance: 'quote', note: 'Old' },
      }),
      named('provenance'),
    )
    const mention = await db().mention.findUniqueOrThrow(where(mentionId))
    expect([mention.note, mention.aboutUs, mention.provenance, mention.url]).toEqual([
      ...['New', true, 'quote', things.mentionUrl],
    ])

    const said = { conditions: [{ kind: 'other', words: 'New' }] }
    await db().request.update({
      ...where(requestId),
      data: { ...said, journalist: 'New', deadlineWords: 'soon' },
    })
    const old = {
      requestId,
      topic: 'Tents',
      journalist: 'Old',
      deadlineWords: '2027-01-12',
      conditions: 'Old',
    }
    await changeRequest(ours, changeRequestSchema.parse(old), named('topic'))
    const request = await db().request.findUniqueOrThrow(where(requestId))
    expect(request).toMatchObject({ ...said, topic: 'Tents', journalist: 'New', deadlineWords: 'soon' })
    expect(request.searchText).toMatch(/new/i)
  })

  it('of different fields at once keeps them all', async () => {
    const path = `/contacts/${things.contactId}`
    for (let round = 0; round < 5; round++) {
      const [role, note, country] = [`Role ${round}`, `Note ${round}`, round % 2 ? 'SE' : 'NO']
      const parts = [{ role }, { note }, { country }]
      const answers = await Promise.all(parts.map((body) => change('PATCH', path, body)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await (await ask(path)).json()).toMatchObject({ role, note, country })
    }
  })
})

describe('a dead token', () => {
  it('is slowed like a guess, and slows no other', async () => {
    const { token: dead } = await aToken(ours, { days: -1 })
    const peer = '198.51.100.90'
    const statuses: number[] = []
    for (let index = 0; index < 25; index++) statuses.push((await ask('/me', {}, dead, peer)).status)
    expect(statuses.slice(0, 19).every((status) => status === 401)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    expect((await ask('/me', {}, token, peer)).status).toBe(200)
  })
})

describe('where something can be asked', () => {
  it('is said to OPTIONS, and with every method that cannot be', async () => {
    const options = await ask('/prospects', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS'])
    for (const method of ['DELETE', 'PUT', 'PATCH', 'PROPFIND']) {
      const answer = await ask('/prospects', { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS'])
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    }
    expect((await ask('/nothing', { method: 'OPTIONS' })).status).toBe(404)
  })
})
