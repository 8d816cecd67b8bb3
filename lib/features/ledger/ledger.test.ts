import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { logTouch } from './touch-commands.ts'
import { findTouch, listProspectsAtHand, listTouchesOfProspect } from './touch-queries.ts'
import { touchSchema } from './touch-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let prospectId: string

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

beforeEach(async () => {
  prospectId = await aProspect(ours)
})

function aTouch(extra: Record<string, string> = {}) {
  return touchSchema.parse({ prospectId, kind: 'shared', ...extra })
}

describe('a touch', () => {
  it('is logged with one word and remembered on the prospect', async () => {
    const { touchId } = await logTouch(ours, aTouch())
    expect(await findTouch(ours, touchId)).toMatchObject({
      kind: 'shared',
      note: '',
      url: '',
      at: NOON,
      author: { name: ours.actorName },
    })
    expect(await lastTouchAt()).toEqual(NOON)
  })

  it('keeps the note, the page and the person', async () => {
    const contactId = await aContact(ours, prospectId)
    await logTouch(
      ours,
      aTouch({ kind: 'met', note: 'At the <b>fair</b> ⛺ شكرا', url: 'example.com/fair', contactId }),
    )
    const [touch] = await listTouchesOfProspect(ours, prospectId)
    expect(touch).toMatchObject({
      kind: 'met',
      note: 'At the <b>fair</b> ⛺ شكرا',
      url: 'https://example.com/fair',
      contact: { id: contactId },
    })
  })

  it('is one when tapped twice, and two when a minute has passed', async () => {
    await Promise.all([logTouch(ours, aTouch()), logTouch(ours, aTouch())])
    await logTouch(at(ours, '2026-03-04T12:00:59Z'), aTouch())
    expect(await listTouchesOfProspect(ours, prospectId)).toHaveLength(1)
    await logTouch(at(ours, '2026-03-04T12:01:00Z'), aTouch())
    await logTouch(at(ours, '2026-03-04T12:01:00Z'), aTouch({ kind: 'thanked' }))
    expect(await listTouchesOfProspect(ours, prospectId)).toHaveLength(3)
  })

  it('of the past does not hide a later one', async () => {
    await logTouch(ours, aTouch())
    await logTouch(ours, { ...aTouch({ kind: 'met' }), at: new Date('2026-01-01T00:00:00Z') })
    expect(await lastTouchAt()).toEqual(NOON)
    expect((await listTouchesOfProspect(ours, prospectId)).map(({ kind }) => kind)).toEqual(['shared', 'met'])
  })

  it('is refused for the prospects of others and to who may not write', async () => {
    await expect(logTouch(theirs, aTouch())).rejects.toThrow(NotFound)
    await expect(logTouch(await aMember(ours.workspaceId, 'reviewer'), aTouch())).rejects.toThrow(Refusal)
    expect(await listTouchesOfProspect(ours, prospectId)).toEqual([])
    const { touchId } = await logTouch(ours, aTouch())
    expect(await findTouch(theirs, touchId)).toBeNull()
    expect(await listTouchesOfProspect(theirs, prospectId)).toEqual([])
    await expect(
      listTouchesOfProspect(await aMember(ours.workspaceId, 'viewer'), prospectId),
    ).rejects.toThrow(NotFound)
  })

  it('is refused with somebody who is not with this prospect, or is of another workspace', async () => {
    const elsewhere = await aContact(ours, await aProspect(ours))
    await expect(logTouch(ours, aTouch({ contactId: elsewhere }))).rejects.toThrow(/not with this prospect/)
    const stranger = await aContact(theirs, await aProspect(theirs))
    await expect(logTouch(ours, aTouch({ contactId: stranger }))).rejects.toThrow(Refusal)
  })

  it.each([
    ['kind', { kind: 'spammed' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['note', { note: 'x'.repeat(10_000) }],
    ['prospectId', { prospectId: 'none' }],
  ])('says beside the field %s what is wrong', (field, wrong) => {
    const { error } = touchSchema.safeParse({ prospectId, kind: 'met', ...wrong })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe('the prospects at hand', () => {
  it('are those last worked on, of this workspace only, and found by name whatever signs it has', async () => {
    const { ours: reader } = await twoWorkspaces()
    const first = await aProspect(reader, '100%_Tents')
    const second = await aProspect(at(reader, '2026-03-04T13:00:00Z'), 'Northbound')
    expect((await listProspectsAtHand(reader)).map(({ id }) => id)).toEqual([second, first])
    await logTouch(at(reader, '2026-03-04T14:00:00Z'), { ...aTouch(), prospectId: first })
    expect((await listProspectsAtHand(reader)).map(({ id }) => id)).toEqual([first, second])
    expect((await listProspectsAtHand(reader, '0%_t')).map(({ id }) => id)).toEqual([first])
    expect(await listProspectsAtHand(reader, '%')).toHaveLength(1)
  })
})

async function aContact(scope: WorkspaceScope, outlet: string): Promise<string> {
  const { workspaceId, now } = scope
  const { id } = await database().contact.create({
    data: { workspaceId, name: 'Ida', createdAt: now, updatedAt: now },
  })
  await database().affiliation.create({ data: { workspaceId, prospectId: outlet, contactId: id } })
  return id
}

async function lastTouchAt() {
  const { lastTouchAt: last } = await database().prospect.findFirstOrThrow({
    where: { workspaceId: ours.workspaceId, id: prospectId },
  })
  return last
}
