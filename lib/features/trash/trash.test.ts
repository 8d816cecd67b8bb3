import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { closePitch } from '../pitches/pitch-commands.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { emptyTrash } from './empty-trash.ts'
import { moveToTrash, restoreFromTrash } from './trash-commands.ts'
import { listTrash } from './trash-queries.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const db = databaseAcrossWorkspaces

let ours: WorkspaceScope
let theirs: WorkspaceScope
let things: FullWorkspace
let made = 0

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  made += 1
  things = await aFullWorkspace(ours, `Trashmark${made}`)
})

describe('the trash', () => {
  it('takes a prospect with its people, reading and pitches, and brings all of them back', async () => {
    await closePitch(ours, { pitchId: things.pitchId, reason: 'withdrawn' })
    const before = await livingOf(ours)
    const { trashId } = await moveToTrash(ours, 'prospect', things.prospectId)
    const without = await livingOf(ours)
    expect(without).toEqual({
      // The one that may be its double.
      prospects: 1,
      contacts: 0,
      channels: 0,
      readingNotes: 0,
      pitches: 0,
      touches: 0,
      samples: 0,
      mentions: 1,
    })
    const entry = (await listTrash(ours)).find(({ id }) => id === trashId)
    expect(entry?.withIt).toBe(
      '1 contact, 1 reading note, 1 pitch, 1 touch, 1 sample, 1 piece of work, 1 promise',
    )
    expect(await restoreFromTrash(ours, trashId)).toEqual({ path: `/prospects/${things.prospectId}` })
    expect(await livingOf(ours)).toEqual(before)
  })

  it('frees the outlet key, and refuses to restore over a newer one', async () => {
    await closePitch(ours, { pitchId: things.pitchId, reason: 'withdrawn' })
    const { trashId } = await moveToTrash(ours, 'prospect', things.prospectId)
    await addProspect(
      ours,
      prospectSchema.parse({
        kind: 'blogger',
        name: 'Again',
        address: `https://blog-${things.host}`,
        country: '',
      }),
    )
    await expect(restoreFromTrash(ours, trashId)).rejects.toThrow(Refusal)
    expect(await db().trashEntry.count({ where: { id: trashId } })).toBe(1)
  })

  it('leaves a conversation under way where it is', async () => {
    for (const [kind, id] of [
      ['prospect', things.prospectId],
      ['contact', things.contactId],
      ['campaign', things.campaignId],
      ['site', things.siteId],
      ['pitch', things.pitchId],
    ] as const) {
      await expect(moveToTrash(ours, kind, id), kind).rejects.toThrow(/conversation under way/)
    }
    expect((await livingOf(ours)).pitches).toBe(1)
  })

  it('does not restore a child onto a parent that is in the trash itself', async () => {
    const { trashId } = await moveToTrash(ours, 'reading', things.noteId)
    await closePitch(ours, { pitchId: things.pitchId, reason: 'withdrawn' })
    await moveToTrash(ours, 'prospect', things.prospectId)
    await expect(restoreFromTrash(ours, trashId)).rejects.toThrow(/in the trash too/)
  })

  it('takes a site with its campaigns and mentions, and gives the mention its address back', async () => {
    await closePitch(ours, { pitchId: things.pitchId, reason: 'withdrawn' })
    const { trashId } = await moveToTrash(ours, 'site', things.siteId)
    expect((await livingOf(ours)).mentions).toBe(0)
    await restoreFromTrash(ours, trashId)
    const mention = await db().mention.findUniqueOrThrow({ where: { id: things.mentionId } })
    expect(mention.liveUrlKey).toBe(mention.urlKey)
  })

  it('moves and restores once, however often it is asked', async () => {
    const moves = await Promise.allSettled(
      [1, 2, 3].map(() => moveToTrash(ours, 'mention', things.mentionId)),
    )
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const entry = (await listTrash(ours)).find(({ kind }) => kind === 'mention')
    const restores = await Promise.allSettled([1, 2].map(() => restoreFromTrash(ours, entry?.id ?? '')))
    expect(restores.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is closed to another workspace and to a role that may not write', async () => {
    await expect(moveToTrash(theirs, 'mention', things.mentionId)).rejects.toThrow(NotFound)
    const { trashId } = await moveToTrash(ours, 'mention', things.mentionId)
    await expect(restoreFromTrash(theirs, trashId)).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(restoreFromTrash(reviewer, trashId)).rejects.toThrow(Refusal)
    const writer = await aMember(ours.workspaceId, 'writer')
    await expect(moveToTrash(writer, 'site', things.siteId)).rejects.toThrow(Refusal)
  })

  it('takes a mention’s looks, pages and decisions for good with it, and leaves the check they were part of', async () => {
    const { memberId, workspaceId } = ours
    const ofMention = { workspaceId, mentionId: things.mentionId }
    const decision = { lookNumber: 1, kind: 'confirmed', outcome: 'linked', byId: memberId, at: NOON }
    await db().outcomeDecision.create({ data: { ...ofMention, ...decision } })
    const left = async () => [
      await db().linkCheck.count({ where: ofMention }),
      await db().rawPage.count({ where: { workspaceId } }),
      await db().outcomeDecision.count({ where: ofMention }),
      await db().checkRunItem.count({ where: ofMention }),
      await db().checkRun.count({ where: { workspaceId } }),
    ]
    expect(await left()).toEqual([1, 1, 1, 1, 1])
    await moveToTrash(ours, 'mention', things.mentionId)
    await emptyTrash(new Date(NOON.getTime() + 29 * DAY_MS))
    expect(await left()).toEqual([1, 1, 1, 1, 1])
    await emptyTrash(new Date(NOON.getTime() + 31 * DAY_MS))
    expect(await left()).toEqual([0, 0, 0, 0, 1])
  })

  it('is emptied after 30 days, not before, and keeps what was once sent', async () => {
    await closePitch(ours, { pitchId: things.pitchId, reason: 'withdrawn' })
    await moveToTrash(ours, 'prospect', things.prospectId)
    await emptyTrash(new Date(NOON.getTime() + 29 * DAY_MS))
    expect(await db().readingNote.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
    await emptyTrash(new Date(NOON.getTime() + 31 * DAY_MS))
    await emptyTrash(new Date(NOON.getTime() + 31 * DAY_MS))
    expect(await listTrash(at(ours, new Date(NOON.getTime() + 31 * DAY_MS)))).toEqual([])
    expect(await db().touch.count({ where: { workspaceId: ours.workspaceId } })).toBe(0)
    const messages = await db().message.count({ where: { workspaceId: ours.workspaceId } })
    expect(messages, 'the sent message is what cooling-off rests on').toBe(1)
  })
})

/** How many of each are alive, those of the one prospect that is always in the trash aside. */
async function livingOf({ workspaceId }: WorkspaceScope) {
  const where = { workspaceId, deletedAt: null }
  const [prospects, contacts, channels, readingNotes, pitches, touches, samples, mentions] =
    await Promise.all([
      db().prospect.count({ where }),
      db().contact.count({ where }),
      db().channel.count({ where }),
      db().readingNote.count({ where }),
      db().pitch.count({ where }),
      db().touch.count({ where }),
      db().sample.count({ where }),
      db().mention.count({ where }),
    ])
  return { prospects, contacts, channels, readingNotes, pitches, touches, samples, mentions }
}
