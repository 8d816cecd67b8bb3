import { beforeAll, describe, expect, it } from 'vitest'
import { shareOf } from '#lib/domain/pitch-gate/near-copy-rule.ts'
import { type PreparedText, prepareText } from '#lib/domain/pitch-gate/shingles.ts'
import { fingerprintOf } from '#lib/domain/pitch-gate/text-fingerprint.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { keepShingles } from './near-copy-queries.ts'
import { listOtherTexts } from './other-texts.ts'
import { readPitchTexts } from './read-pitch-texts.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let ground: Awaited<ReturnType<typeof aPitchGround>>
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  ground = await aPitchGround(ours)
})

const prepare = (body: string): PreparedText =>
  prepareText(body, {
    contactName: 'Anna Berg',
    signature: '',
    sender: { name: ours.actorName, company: 'Trailhead', postalAddress: null },
    origin: null,
    reading: null,
  })
const NOBODY = '00000000-0000-7000-8000-000000000000'
const found = async (scope: WorkspaceScope, body: string) => {
  const own = prepare(body)
  const others = await listOtherTexts(database(), scope.workspaceId, NOBODY, own)
  return others
    .map((other) => ({ id: other.id, share: shareOf(own, other.prepared ?? prepare(other.body)) }))
    .filter(({ share }) => share >= 0.3)
    .sort((a, b) => b.share - a.share)
}

/** The same numbers each time, from 0 to below `n`. */
function dice(seed: number) {
  let state = seed
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const roll = dice(7)
const someWords = (count: number) =>
  Array.from(
    { length: count },
    () => `w${'abcdefghijklmnopqrst'.charAt(roll(20))}${'abcdefghijklmnopqrst'.charAt(roll(20))}x`,
  )
const BLOCKS = Array.from({ length: 12 }, () => someWords(10 + roll(40)).join(' '))
const someText = () =>
  Array.from({ length: 1 + roll(4) }, () =>
    roll(2) ? BLOCKS[roll(12)] : someWords(5 + roll(60)).join(' '),
  ).join(' ')

async function pitchesOf(
  scope: WorkspaceScope,
  at: Awaited<ReturnType<typeof aPitchGround>>,
  bodies: readonly string[],
) {
  const rows = await database().pitch.createManyAndReturn({
    data: bodies.map((body) => ({
      workspaceId: scope.workspaceId,
      campaignId: at.campaign.id,
      prospectId: at.prospect.id,
      contactId: at.contact.id,
      channelId: at.channel.id,
      state: 'draft',
      subject: 'Seams',
      body,
      writerId: scope.memberId,
      createdAt: scope.now,
      updatedAt: scope.now,
    })),
    select: { id: true },
  })
  return rows.map((row) => row.id)
}
const waiting = (pitchId: string) =>
  database().pitchShingles.findFirst({
    where: { workspaceId: ours.workspaceId, pitchId },
    select: { size: true, version: true },
  })
const change = (pitchId: string, data: { body?: string; deletedAt?: Date | null }) =>
  database().pitch.updateMany({ where: { id: pitchId, workspaceId: ours.workspaceId }, data })

describe('the search for near copies', () => {
  it('finds what comparing with every pitch finds', async () => {
    const bodies = Array.from({ length: 400 }, someText)
    const ids = await pitchesOf(ours, ground, bodies)
    await readPitchTexts()
    const prepared = bodies.map(prepare)
    let alike = 0
    for (let n = 0; n < 60; n += 1) {
      const text = roll(3) === 0 ? (bodies[roll(400)] ?? '') : someText()
      const own = prepare(text)
      const all = prepared
        .map((other, at) => ({ id: ids[at] ?? '', share: shareOf(own, other) }))
        .filter(({ share }) => share >= 0.3)
        .sort((a, b) => b.share - a.share)
      const named = await found(ours, text)
      expect(named.slice(0, 3).map(({ share }) => share)).toEqual(all.slice(0, 3).map(({ share }) => share))
      if (all.length > 0) alike += 1
    }
    // Both answers have to be among them, or the claim says nothing.
    expect(alike).toBeGreaterThan(10)
    expect(alike).toBeLessThan(60)
  })

  it('finds a text before it was read, after it was read, and as it stands after a change', async () => {
    const [before, after] = [someWords(60).join(' '), someWords(60).join(' ')]
    const [id = ''] = await pitchesOf(ours, ground, [before])
    expect((await found(ours, before))[0]).toEqual({ id, share: 1 })
    await readPitchTexts()
    expect(await waiting(id)).toMatchObject({ size: 57 })
    expect((await found(ours, before))[0]).toEqual({ id, share: 1 })
    await change(id, { body: after })
    expect(await waiting(id)).toMatchObject({ size: null })
    expect((await found(ours, after))[0]).toEqual({ id, share: 1 })
    expect(await found(ours, before)).toEqual([])
    await readPitchTexts()
    expect((await found(ours, after))[0]).toEqual({ id, share: 1 })
    expect(await found(ours, before)).toEqual([])
  })

  it('forgets a text that is blanked, and passes over one in the trash until it is back', async () => {
    const text = someWords(60).join(' ')
    const [id = ''] = await pitchesOf(ours, ground, [text])
    await readPitchTexts()
    await change(id, { deletedAt: ours.now })
    expect(await found(ours, text)).toEqual([])
    await change(id, { deletedAt: null })
    expect((await found(ours, text))[0]).toEqual({ id, share: 1 })
    await change(id, { body: '' })
    expect(await waiting(id)).toBeNull()
  })

  it('knows nothing of another workspace', async () => {
    const text = someWords(60).join(' ')
    await pitchesOf(theirs, await aPitchGround(theirs), [text])
    expect(await found(ours, text)).toEqual([])
    expect(await found(theirs, text)).toHaveLength(1)
    await readPitchTexts()
    expect(await found(ours, text)).toEqual([])
    expect(await found(theirs, text)).toHaveLength(1)
  })

  it('looks past hundreds that only may be alike', async () => {
    // The many share just under what counts; the one shares more, and is not among the first that are looked at.
    const text = someWords(103)
    const many = Array.from(
      { length: 640 },
      () => `${text.slice(0, 31).join(' ')} ${someWords(75).join(' ')}`,
    )
    const [one = ''] = await pitchesOf(ours, ground, [
      `${text.slice(50, 95).join(' ')} ${someWords(60).join(' ')}`,
    ])
    await pitchesOf(ours, ground, many)
    await readPitchTexts()
    expect((await found(ours, text.join(' '))).map(({ id }) => id)).toContain(one)
  })
})

describe('reading texts for that search', () => {
  it('does so once, and keeps nothing of a text that changed meanwhile', async () => {
    const [first, second] = [someWords(40).join(' '), someWords(50).join(' ')]
    const [id = ''] = await pitchesOf(ours, ground, [first])
    const row = await waiting(id)
    await change(id, { body: second })
    const late = { pitchId: id, version: row?.version ?? 0, ...fingerprintOf(prepare(first)) }
    expect(await keepShingles(database(), ours, [late])).toBe(0)
    expect(await waiting(id)).toMatchObject({ size: null })
    expect(await readPitchTexts()).toBe(1)
    expect(await readPitchTexts()).toBe(0)
    expect(await waiting(id)).toMatchObject({ size: 47 })
  })

  it('keeps nothing in another workspace', async () => {
    const [id = ''] = await pitchesOf(ours, ground, [someWords(40).join(' ')])
    const row = await waiting(id)
    const read = {
      pitchId: id,
      version: row?.version ?? 0,
      ...fingerprintOf(prepare(someWords(40).join(' '))),
    }
    expect(await keepShingles(database(), theirs, [read])).toBe(0)
  })
})
