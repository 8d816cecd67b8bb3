import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { addBlock } from '#lib/features/blocks/block-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aLetter, aPitchGround, aReadyPitch, pitchRow, QUOTE } from '#lib/testing/a-pitch.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { answerDraft } from './answer-draft.ts'
import { getDesk } from './desk-queries.ts'
import { keepDraft, saveDraft, setAside, takeUpRevision } from './draft-commands.ts'
import { getPitch, listProblems } from './pitch-page-queries.ts'
import { compareSchema, saveDraftSchema } from './pitch-schema.ts'
import { compareRevisions } from './revision-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const autosave = { isAutosave: true }
const everybodys = { siteId: null, whose: 'everybody' } as const

describe('the desk', () => {
  it('lays the post, the note, the person and the guidelines beside the letter', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aDraft(ours, ground)
    await database().contact.updateMany({
      where: { workspaceId: ours.workspaceId, id: ground.contact.id },
      data: { links: [{ url: 'https://anna.example/', label: 'Her page' }] },
    })
    const desk = await getDesk(ours, pitchId)
    expect(desk.readingNote).toMatchObject({ quote: QUOTE, gap: 'no word on mending torn seams' })
    expect(desk.readingNote?.pageCopy.text).toContain(QUOTE)
    expect(desk.contactLinks).toEqual([{ url: 'https://anna.example/', label: 'Her page' }])
    expect(desk.channel.origin).toMatchObject({ words: 'Write to me' })
    expect(desk.prospect.guidelines).toBe('absent')
    expect(desk.values).toMatchObject({
      'first name': 'Anna',
      'full name': 'Anna Berg',
      'their site': ground.prospect.name,
      'post title': null,
      'site name': 'Trailhead',
      'site owner': 'Mara Lind',
      'postal address': null,
    })
  })

  it('has no post where the note is in the trash, and shows what else was read of them', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aDraft(ours, ground)
    const { workspaceId } = ours
    const where = { workspaceId, id: ground.reading.id }
    await database().readingNote.updateMany({ where, data: { deletedAt: ours.now } })
    await database().readingNote.create({
      data: { ...ground.reading, id: undefined, quote: 'Another four good words' },
    })
    const desk = await getDesk(ours, pitchId)
    expect(desk.readingNote).toBeNull()
    expect(desk.otherNotes.map(({ quote }) => quote)).toEqual(['Another four good words'])
    await database().pitch.updateMany({ where: { workspaceId, id: pitchId }, data: { readingNoteId: null } })
    const bare = await getDesk(ours, pitchId)
    expect([bare.readingNote, bare.otherNotes.length, bare.values['post title']]).toEqual([null, 1, null])
  })

  it('is for readers of this workspace', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    await expect(getDesk(theirs, pitchId)).rejects.toThrow(NotFound)
    await expect(getDesk(await aMember(ours.workspaceId, 'viewer'), pitchId)).rejects.toThrow(NotFound)
    expect(await getDesk(await aMember(ours.workspaceId, 'reviewer'), pitchId)).toMatchObject({ id: pitchId })
  })
})

describe('a building block, with scripts off', () => {
  const put = (scope: WorkspaceScope, pitchId: string, revision: number, block: string, body = 'Hi Anna,') =>
    keepDraft(
      scope,
      saveDraftSchema.parse({ pitchId, revision: String(revision), subject: 'A', body, block }),
    )

  it('goes last into the letter as it was typed, filled in for the person', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const text = '{site name} mends what it sells, {first name}. On {post title}'
    const paragraph = await addBlock(ours, { kind: 'paragraph', name: 'Mending', text, ...everybodys })
    const signature = await addBlock(ours, {
      ...{ kind: 'signature', name: 'Signed', text: '{my name}\n{site name}', ...everybodys },
    })
    await put(ours, pitchId, 2, signature.blockId, 'Hi Anna,\n\nnew words.')
    const signed = await pitchRow(ours, pitchId)
    await put(ours, pitchId, signed.revision, paragraph.blockId, signed.body)
    const { body, revisions } = await pitchRow(ours, pitchId)
    expect(body).toBe(
      `Hi Anna,\n\nnew words.\n\nTrailhead mends what it sells, Anna. On {post title}\n\n-- \n${ours.actorName}\nTrailhead`,
    )
    expect(revisions.at(-1)?.body).toBe(body)
    // What is not known is still open, and the gate says so.
    expect((await listProblems(ours, pitchId)).map(({ rule }) => rule)).toContain('placeholder')
  })

  it('is found only where it is for this letter', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const writer = await aMember(ours.workspaceId, 'writer')
    const own = await addBlock(writer, {
      ...{ kind: 'signature', name: 'Mine', text: 'Me', siteId: null, whose: 'mine' },
    })
    const foreign = await addBlock(theirs, { kind: 'paragraph', name: 'Theirs', text: 'x', ...everybodys })
    await expect(put(ours, pitchId, 2, own.blockId)).rejects.toThrow(NotFound)
    await expect(put(ours, pitchId, 2, foreign.blockId)).rejects.toThrow(NotFound)
    expect((await pitchRow(ours, pitchId)).revision).toBe(2)
  })
})

describe('a signature in two letters', () => {
  it('makes neither a copy of the other, where the same words as a paragraph would', async () => {
    const words =
      'small workshop where eleven people mend old canvas under one roof beside rivers and woods near harbours'
    const likeness = async (join: string) => {
      const { ours: house } = await twoWorkspaces()
      const own = (seed: string) =>
        `Hi Anna,\n\n${seed} ${aLetter(seed).body.split(' ').slice(12, 30).join(' ')}`
      const ids = []
      for (const seed of ['abc', 'def']) {
        const letter = { subject: 'A subject', body: `${own(seed)}${join}${words}` }
        ids.push(await aDraft(house, await aPitchGround(house), letter))
      }
      const problems = await listProblems(house, ids[1] ?? '')
      return problems.some(({ rule }) => rule === 'near-copy')
    }
    expect(await likeness('\n\n-- \n')).toBe(false)
    expect(await likeness('\n\n')).toBe(true)
  })
})

describe('the words of the later tab', () => {
  it('are kept among the versions when the other text is taken, and that one stands', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    await saveDraft(ours, { pitchId, revision: 2, subject: 'One', body: 'from tab one' }, autosave)
    const mine = { pitchId, revision: 3, subject: 'Two', body: 'from tab two' }
    expect(await setAside(ours, mine)).toMatchObject({ revision: 5 })
    const { body, revision, revisions } = await pitchRow(ours, pitchId)
    expect([body, revision]).toEqual(['from tab one', 5])
    expect(revisions.slice(-2).map((each) => [each.number, each.body])).toEqual([
      [3, 'from tab one'],
      [4, 'from tab two'],
    ])
    // The next saving goes on from there.
    await saveDraft(ours, { pitchId, revision: 5, subject: 'One', body: 'from tab one, and on' }, autosave)
  })

  it('are not set aside twice, nor over a text nobody has seen', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const mine = { pitchId, revision: 2, subject: 'Two', body: 'from tab two' }
    const results = await Promise.allSettled([setAside(ours, mine), setAside(ours, mine)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const late = await setAside(ours, { ...mine, body: 'later still' }).catch((error) => error)
    expect(late).toMatchObject({ field: 'revision' })
    const { revisions, body } = await pitchRow(ours, pitchId)
    expect(revisions.filter((each) => each.body === 'from tab two')).toHaveLength(1)
    expect(body).not.toContain('tab')
  })

  it('that are no other words change nothing', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const { subject, body } = await pitchRow(ours, pitchId)
    expect(await setAside(ours, { pitchId, revision: 1, subject, body })).toMatchObject({ revision: 2 })
    expect(await setAside(ours, { pitchId, revision: 2, subject: '', body: '' })).toMatchObject({
      revision: 2,
    })
  })

  it('are for writers of this workspace, and only of a draft', async () => {
    const pitchId = await aReadyPitch(ours)
    const mine = { pitchId, revision: 2, subject: 'x', body: 'y' }
    await expect(setAside(ours, mine)).rejects.toThrow('ready')
    await expect(setAside(theirs, mine)).rejects.toThrow(NotFound)
    await expect(setAside(await aMember(ours.workspaceId, 'reviewer'), mine)).rejects.toThrow(Refusal)
  })
})

describe('the editor, while somebody types', () => {
  const post = async (scope: WorkspaceScope, pitchId: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields)
    const request = new Request('https://rapport.test/draft', { method: 'POST', body })
    return (await answerDraft(scope, pitchId, request)).json()
  }

  it('hears both texts, and that its own was set aside', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const { body } = await pitchRow(ours, pitchId)
    const late = await post(ours, pitchId, { revision: '1', subject: 'Late', body: 'late' })
    expect(late).toMatchObject({ isConflict: true, standing: { revision: 2, body } })
    const aside = { revision: '2', subject: 'Late', body: 'late', intent: 'aside' }
    expect(await post(ours, pitchId, aside)).toMatchObject({ ok: true, revision: 4 })
    expect((await pitchRow(ours, pitchId)).body).toBe(body)
  })

  it('is sent a list of problems once', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const first = await post(ours, pitchId, { revision: '2', subject: 'A', body: 'Hi [Name]' })
    expect(first.problems.length).toBeGreaterThan(0)
    const typed = { revision: '3', subject: 'A', body: 'Hi [Name],', shown: first.shown }
    expect(await post(ours, pitchId, typed)).toMatchObject({ ok: true, problems: null, shown: first.shown })
    const mended = { revision: '4', subject: 'A', body: 'Hi Anna,', shown: first.shown }
    const answer = await post(ours, pitchId, mended)
    expect(answer.problems.map(({ rule }: { rule: string }) => rule)).not.toContain('placeholder')
  })
})

describe('two versions', () => {
  const aWrittenPitch = async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours), { subject: 'First', body: 'one two three' })
    const later = (minute: number) => at(ours, `2026-03-04T13:0${minute}:00Z`)
    await saveDraft(later(1), { pitchId, revision: 2, subject: 'First', body: 'one three' })
    await saveDraft(later(2), { pitchId, revision: 3, subject: 'Last', body: 'one three four' })
    return { pitchId, ...(await pitchRow(ours, pitchId)) }
  }

  it('are by themselves the text that stands and the last that says something else', async () => {
    const { pitchId } = await aWrittenPitch()
    const { older, newer, revisions } = await compareRevisions(ours, pitchId, { older: null, newer: null })
    expect([older?.body, newer.body]).toEqual(['one three', 'one three four'])
    expect(revisions).toHaveLength(3)
  })

  it('are any two, the earlier one first however they are asked for', async () => {
    const { pitchId, revisions } = await aWrittenPitch()
    const [first, , last] = revisions.map(({ id }) => id)
    for (const [one, other] of [
      [first, last],
      [last, first],
    ]) {
      const asked = { older: one ?? null, newer: other ?? null }
      const { older, newer } = await compareRevisions(ours, pitchId, asked)
      expect([older?.body, newer.body]).toEqual(['one two three', 'one three four'])
    }
    const { older, newer } = await compareRevisions(ours, pitchId, { older: 'now', newer: first ?? null })
    expect([older?.id, newer.id]).toEqual([first, 'now'])
  })

  it('are one where nothing else was ever written', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    expect((await compareRevisions(ours, pitchId, { older: null, newer: null })).older).toBeNull()
  })

  it('are of this pitch and this workspace', async () => {
    const [mine, another] = [await aWrittenPitch(), await aWrittenPitch()]
    const asked = { older: another.revisions[0]?.id ?? null, newer: null }
    expect((await compareRevisions(ours, mine.pitchId, asked)).older?.id).toBe(mine.revisions[1]?.id)
    await expect(compareRevisions(theirs, mine.pitchId, asked)).rejects.toThrow(NotFound)
  })

  it('are asked for by addresses that may say anything', () => {
    const open = { older: null, newer: null, view: 'one' }
    expect(compareSchema.parse({ older: 'x', newer: '', view: 'three' })).toEqual(open)
    expect(compareSchema.parse({ older: 'now', newer: '', view: 'two' })).toMatchObject({
      older: 'now',
      view: 'two',
    })
  })

  it('and the earlier one is brought back as a new one, with nothing lost', async () => {
    const { pitchId, revisions } = await aWrittenPitch()
    await takeUpRevision(ours, { pitchId, revisionId: revisions[0]?.id ?? '' })
    const after = await getPitch(ours, pitchId)
    expect([after.body, after.revision]).toEqual(['one two three', 5])
    const { older } = await compareRevisions(ours, pitchId, { older: null, newer: null })
    expect(older?.body).toBe('one three four')
  })
})
