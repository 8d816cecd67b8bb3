import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { keepPromise, makePromise } from '#lib/features/ledger/promise-commands.ts'
import { logReply, stopPerson } from '#lib/features/pitches/conversation-commands.ts'
import { changeRole, removeMember } from '#lib/features/workspaces/member-commands.ts'
import { database } from '#lib/server/database.ts'
import { hashSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aMember, at, aWorkspace, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { listCalendarEvents } from './calendar-events-queries.ts'
import { calendarResponse } from './calendar-feed.ts'
import { makeCalendarLink, revokeCalendarLink } from './calendar-link-commands.ts'
import { findCalendarLink } from './calendar-link-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const tokenIn = (address: string) => address.split('/').at(-1) ?? ''

let peers = 0

/** Every program asks from a network of its own, unless it is said otherwise. */
function read(address: string, now: Date = NOON, headers: Record<string, string> = {}, peer = '') {
  peers += 1
  const visit = { now, peer: peer || `203.0.113.${peers}` }
  return calendarResponse(new Request('https://rapport.test/', { headers }), tokenIn(address), visit)
}

async function anAsk(scope: WorkspaceScope, prospectId: string, siteId: string, publishedOn: string) {
  const { workspaceId, memberId, now } = scope
  const key = randomUUID()
  const data = {
    workspaceId,
    siteId,
    prospectId,
    url: `https://a.example/${key}`,
    urlKey: key,
    liveUrlKey: key,
  }
  return database().mention.create({
    data: {
      ...data,
      ...{ provenance: 'earned', outcome: 'mentioned-unlinked', recordedById: memberId },
      ...{ publishedOn: new Date(publishedOn), createdAt: now, updatedAt: now },
    },
  })
}

describe('a calendar', () => {
  it('holds the deadlines of open requests, by the hour and the day of one’s own zone', async () => {
    const scope = await aWorkspace('Deadlines')
    const { workspaceId, now } = scope
    const row = (topic: string, more: object) => ({
      ...{ workspaceId, topic, text: topic, textHash: topic, liveTextKey: topic, outlet: 'The Ledger' },
      ...{
        state: 'open',
        deadlineAt: new Date('2026-03-10T23:30:00Z'),
        createdAt: now,
        updatedAt: now,
        ...more,
      },
    })
    const sent = { state: 'answered', sentAt: now, sentVia: 'copy', sentById: scope.memberId }
    const past = { deadlineAt: new Date('2026-03-01T10:00:00Z') }
    await database().request.createMany({ data: [row('A secret topic', {}), row('b', past), row('c', sent)] })
    const events = await listCalendarEvents({ ...scope, timeZone: 'Europe/Oslo' })
    expect(events).toMatchObject([{ date: '2026-03-11', title: 'Deadline 00:30: The Ledger' }])
    expect(events[0]?.path).toMatch(/^\/requests\/[0-9a-f-]{36}$/)
  })

  it('holds the follow-ups of one’s own letters and the last days to ask, by days of one’s own zone', async () => {
    const scope = await aWorkspace('Calendar')
    const ground = await aPitchGround(scope, { timeZone: 'Pacific/Auckland' })
    const pitchId = await aSentPitch(scope, ground)
    const mention = await anAsk(scope, ground.prospect.id, ground.site.id, '2026-02-20')
    const other = await aMember(scope.workspaceId, 'writer')
    const events = await listCalendarEvents({ ...scope, timeZone: 'Europe/Oslo' })
    // Due on the 12th in Auckland, which begins on the 11th in Oslo.
    expect(events.map(({ date, title, path }) => [date, title, path])).toEqual([
      ['2026-03-11', 'Follow up: Anna Berg', `/pitches/${pitchId}`],
      ['2026-03-22', `Last day to ask: ${ground.prospect.name}`, `/mentions/${mention.id}`],
    ])
    expect((await listCalendarEvents(other)).map(({ path }) => path)).toEqual([`/mentions/${mention.id}`])
    expect(await listCalendarEvents(theirs)).toEqual([])
  })

  it('holds the promises one noted oneself, ours and theirs, while they are open', async () => {
    const scope = await aWorkspace('Promises')
    const { prospect, contact } = await aPitchGround(scope)
    const promise = { prospectId: prospect.id, contactId: contact.id, pitchId: null, words: 'The sizes' }
    await makePromise(scope, { ...promise, whose: 'ours', dueOn: '2026-03-10' })
    const theirs = { ...promise, contactId: null, whose: 'theirs' as const, dueOn: '2026-03-11' }
    const { promiseId } = await makePromise(scope, theirs)
    const path = `/prospects/${prospect.id}#promises`
    expect((await listCalendarEvents(scope)).map(({ uid: _, ...event }) => event)).toEqual([
      { date: '2026-03-10', title: 'You promised: Anna Berg', path },
      { date: '2026-03-11', title: `Promised to you: ${prospect.name}`, path },
    ])
    await keepPromise(scope, { promiseId, note: '' })
    expect(await listCalendarEvents(scope)).toHaveLength(1)
    expect(await listCalendarEvents(await aMember(scope.workspaceId, 'writer'))).toEqual([])
  })

  it('leaves out whoever answered or asked us to stop', async () => {
    const scope = await aWorkspace('Stops')
    const ground = await aPitchGround(scope)
    const pitchId = await aSentPitch(scope)
    await aSentPitch(scope, ground)
    await anAsk(scope, ground.prospect.id, ground.site.id, '2026-03-01')
    expect(await listCalendarEvents(scope)).toHaveLength(3)
    await logReply(scope, { pitchId, once: randomUUID(), body: 'Yes' })
    await stopPerson(scope, { contactId: ground.contact.id, words: '' })
    expect(await listCalendarEvents(scope)).toEqual([])
  })

  it('says nothing of letters’ words or of addresses', async () => {
    const scope = await aWorkspace('Discreet')
    await aSentPitch(scope)
    const { address } = await makeCalendarLink(scope)
    const text = await (await read(address)).text()
    expect(text).toContain('Follow up: Anna Berg')
    expect(text).not.toMatch(/tent|anna@|carrying/i)
  })
})

describe('a calendar’s private address', () => {
  it('is shown once, kept as a hash, and replaced by the next one', async () => {
    const scope = await aWorkspace('Address')
    expect(await findCalendarLink(scope)).toBe(null)
    const { address } = await makeCalendarLink(scope)
    expect(address).toMatch(/^https?:\/\/[^/]+\/calendar\/[\w-]{43}\.ics$/)
    const token = tokenIn(address).replace('.ics', '')
    const row = await database().secretLink.findFirstOrThrow({ where: { tokenHash: hashSecretToken(token) } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect((await read(address)).status).toBe(200)
    expect(await findCalendarLink(scope)).toMatchObject({ lastReadAt: NOON })
    const next = await makeCalendarLink(scope)
    expect((await read(address)).status).toBe(404)
    expect((await read(next.address)).status).toBe(200)
    await revokeCalendarLink(scope)
    await revokeCalendarLink(scope)
    expect((await read(next.address)).status).toBe(404)
    expect(await findCalendarLink(scope)).toBe(null)
  })

  it('leaves one address where two are asked for at once', async () => {
    const scope = await aWorkspace('Twice')
    const made = await Promise.all([makeCalendarLink(scope), makeCalendarLink(scope)])
    const statuses = await Promise.all(made.map(async ({ address }) => (await read(address)).status))
    expect(statuses.toSorted()).toEqual([200, 404])
  })

  it('stops with the membership, and with the right to see any of it', async () => {
    const scope = await aWorkspace('Leavers')
    const { site } = await aPitchGround(scope)
    const gone = await aMember(scope.workspaceId, 'writer')
    const demoted = await aMember(scope.workspaceId, 'writer')
    const [first, second] = [await makeCalendarLink(gone), await makeCalendarLink(demoted)]
    await removeMember(scope, { memberId: gone.memberId, reassignToId: null })
    await changeRole(scope, { memberId: demoted.memberId, role: 'viewer', siteIds: [site.id] })
    expect((await read(first.address)).status).toBe(404)
    expect((await read(second.address)).status).toBe(404)
    // Whoever is invited again starts anew.
    await database().member.updateMany({
      where: { workspaceId: scope.workspaceId, id: gone.memberId },
      data: { leftAt: null },
    })
    expect((await read(first.address)).status).toBe(404)
  })

  it('is forgotten after a year in which no calendar asked, and not before', async () => {
    const { address } = await makeCalendarLink(ours)
    expect((await read(address, new Date('2027-03-04T11:59:59Z'))).status).toBe(200)
    expect((await read(address, new Date('2028-03-03T11:59:58Z'))).status).toBe(200)
    expect((await read(address, new Date('2029-03-04T12:00:00Z'))).status).toBe(404)
  })

  it('cannot be made or seen by a viewer', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(makeCalendarLink(viewer)).rejects.toThrow(Refusal)
    await expect(revokeCalendarLink(viewer)).rejects.toThrow(Refusal)
    await expect(findCalendarLink(viewer)).rejects.toThrow(NotFound)
    await expect(listCalendarEvents(viewer)).rejects.toThrow(NotFound)
  })

  it('cannot be guessed: whoever tries has to wait, and is told the same', async () => {
    const peer = '198.51.100.7'
    const { address } = await makeCalendarLink(theirs)
    for (let n = 0; n < 21; n += 1) expect((await read('guess', NOON, {}, peer)).status).toBe(404)
    const waiting = await read(address, NOON, {}, peer)
    expect([waiting.status, waiting.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect((await read(address)).status).toBe(200)
  })
})

describe('a calendar that asks again', () => {
  it('is told when nothing changed, and gets the whole when something did', async () => {
    const scope = await aWorkspace('Again')
    const { address } = await makeCalendarLink(scope)
    const first = await read(address)
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(modified).toBe('Wed, 04 Mar 2026 12:00:00 GMT')
    const later = new Date('2026-03-05T09:00:00Z')
    const copies: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", W/${etag}` },
      { 'if-modified-since': modified },
    ]
    for (const held of copies) {
      const answer = await read(address, later, held)
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag])
    }
    await aSentPitch(at(scope, later))
    const changed = await read(address, later, { 'if-none-match': etag, 'if-modified-since': modified })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('last-modified')).toBe('Thu, 05 Mar 2026 09:00:00 GMT')
    expect(await changed.text()).toContain('BEGIN:VEVENT')
    // What goes is a change, too, and in the same second it is a later one.
    await database().pitch.updateMany({
      where: { workspaceId: scope.workspaceId },
      data: { state: 'closed', openProspectId: null },
    })
    const gone = await read(address, later, {
      'if-modified-since': changed.headers.get('last-modified') ?? '',
    })
    expect(gone.status).toBe(200)
    expect(gone.headers.get('last-modified')).toBe('Thu, 05 Mar 2026 09:00:01 GMT')
  })
})
