import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { erasePerson } from '#lib/features/privacy/erase-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aLetter, aPitchGround, aReadyPitch, aSentPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { saveDraft } from './draft-commands.ts'
import { addRemark, answerRemark, reopenRemark } from './remark-commands.ts'
import { listRemarks } from './remark-queries.ts'
import { answerRemarkSchema, remarkSchema } from './remark-schema.ts'
import { askForReview, sendBackToDraft } from './review-commands.ts'

const WORDS = 'I had to smile'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let writer: WorkspaceScope
let reviewer: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  writer = await aMember(ours.workspaceId, 'writer')
  reviewer = await aMember(ours.workspaceId, 'reviewer')
})

describe('a remark', () => {
  it('hangs on words of the revision that was read, however often it is pressed', async () => {
    const pitchId = await inReview()
    const { revision, body } = await pitchRow(ours, pitchId)
    const input = aRemark(pitchId, { position: String(body.indexOf(WORDS)) })
    await Promise.all([addRemark(reviewer, input), addRemark(reviewer, input)])
    await addRemark(reviewer, input)
    const [remark, ...more] = await listRemarks(writer, pitchId)
    expect(more).toEqual([])
    expect(remark).toMatchObject({
      ...{ number: 1, revision, part: 'body', quote: WORDS, text: 'A little much', state: 'open' },
      ...{ by: { name: reviewer.actorName }, at: reviewer.now },
      place: { start: body.indexOf(WORDS), end: body.indexOf(WORDS) + WORDS.length },
    })
  })

  it('may be on the subject, and typed words are found wherever they stand', async () => {
    const pitchId = await inReview()
    await addRemark(reviewer, aRemark(pitchId, { quote: 'CARRYING one  tent', part: 'body' }))
    const [remark] = await listRemarks(reviewer, pitchId)
    expect(remark).toMatchObject({ part: 'subject', quote: 'carrying one tent' })
  })

  it('takes the place that was selected, also where the same words stand more than once', async () => {
    const pitchId = await inReview()
    const { body } = await pitchRow(ours, pitchId)
    const last = body.lastIndexOf('Mara')
    await expect(addRemark(reviewer, aRemark(pitchId, { quote: 'Mara' }))).rejects.toThrow(
      'stand there twice',
    )
    await addRemark(reviewer, aRemark(pitchId, { quote: 'Mara', position: String(last) }))
    expect((await listRemarks(reviewer, pitchId))[0]?.place?.start).toBe(last)
  })

  it.each(['not in there', '...', 'smil'])(
    'on %j is refused beside the words, for they are not there',
    async (quote) => {
      const refusal = await addRemark(reviewer, aRemark(await inReview(), { quote })).catch((error) => error)
      expect(refusal).toBeInstanceOf(Refusal)
      expect(refusal).toMatchObject({ field: 'quote', remedy: 'Take them from the text, word for word.' })
    },
  )

  it('with a made-up place is looked for by its words', async () => {
    const pitchId = await inReview()
    await addRemark(reviewer, aRemark(pitchId, { position: '3' }))
    const { body } = await pitchRow(ours, pitchId)
    expect((await listRemarks(reviewer, pitchId))[0]?.place?.start).toBe(body.indexOf(WORDS))
  })

  it('is made while the letter may still change, and on what stands there now', async () => {
    for (const pitchId of [await aDraft(writer, await aPitchGround(writer)), await aReadyPitch(ours)]) {
      await addRemark(reviewer, aRemark(pitchId))
      expect(await listRemarks(reviewer, pitchId)).toHaveLength(1)
    }
    await expect(addRemark(reviewer, aRemark(await aSentPitch(ours)))).rejects.toThrow(
      'nothing left to change',
    )
    const changed = await aDraft(writer, await aPitchGround(writer))
    const { revision } = await pitchRow(ours, changed)
    await saveDraft(writer, { pitchId: changed, revision, subject: 'Other', body: 'Something else by now.' })
    await expect(addRemark(reviewer, aRemark(changed))).rejects.toThrow('not in the letter as it stands now')
  })

  it('is for who may read letters, in this workspace', async () => {
    const pitchId = await inReview()
    await expect(addRemark(theirs, aRemark(pitchId))).rejects.toBeInstanceOf(NotFound)
    await expect(addRemark(await aMember(ours.workspaceId, 'viewer'), aRemark(pitchId))).rejects.toThrow(
      'As a viewer',
    )
    expect(await listRemarks(theirs, pitchId)).toEqual([])
    await expect(listRemarks(await aMember(ours.workspaceId, 'viewer'), pitchId)).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it('is one of at most two hundred on a letter', async () => {
    const pitchId = await inReview()
    const { workspaceId, memberId: byId, now } = reviewer
    await database().pitchRemark.createMany({
      data: Array.from({ length: 200 }, () => ({
        ...{ workspaceId, pitchId, byId, at: now, revision: 2, part: 'body', quote: WORDS },
        ...{ position: 0, text: 'More', state: 'open', onceKey: randomUUID() },
      })),
    })
    await expect(addRemark(reviewer, aRemark(pitchId))).rejects.toThrow('a great many remarks')
  })
})

describe('when the writer changes the text', () => {
  it('the words are found again where they stand now, or are gone', async () => {
    const pitchId = await inReview()
    await addRemark(reviewer, aRemark(pitchId))
    await sendBackToDraft(reviewer, { pitchId })
    const { revision, subject, body } = await pitchRow(ours, pitchId)
    const moved = `A new beginning.\n\n${body}`
    await saveDraft(writer, { pitchId, revision, subject, body: moved })
    expect((await listRemarks(writer, pitchId))[0]?.place?.start).toBe(moved.indexOf(WORDS))
    const without = body.replace(WORDS, 'I agree')
    await saveDraft(writer, { pitchId, revision: revision + 1, subject, body: without })
    expect((await listRemarks(writer, pitchId))[0]).toMatchObject({
      place: null,
      quote: WORDS,
      state: 'open',
    })
    await askForReview(writer, { pitchId })
    expect((await listRemarks(reviewer, pitchId))[0]?.state).toBe('open')
  })
})

describe('when the person it was for is erased', () => {
  it('nothing that was said about the letter stays', async () => {
    const ground = await aPitchGround(writer)
    const pitchId = await aDraft(writer, ground, aLetter('erased'))
    await addRemark(reviewer, aRemark(pitchId))
    await erasePerson(ours, { contactId: ground.contact.id })
    expect(await listRemarks(ours, pitchId)).toEqual([])
  })
})

describe('a remark is answered', () => {
  it('by the writer, and settled with or without words, once or twice', async () => {
    const { pitchId, remarkId } = await remarked()
    await answerRemark(writer, answered(remarkId, 'She wrote so herself.', 'answer'))
    expect((await listRemarks(reviewer, pitchId))[0]).toMatchObject({
      ...{ state: 'open', answer: 'She wrote so herself.', answeredBy: { name: writer.actorName } },
    })
    const later = at(writer, '2026-03-06T10:00:00Z')
    await Promise.all([
      answerRemark(later, answered(remarkId, '', 'settle')),
      answerRemark(later, answered(remarkId, '', 'settle')),
    ])
    await answerRemark(ours, answered(remarkId, 'too late', 'settle'))
    expect((await listRemarks(reviewer, pitchId))[0]).toMatchObject({
      ...{ state: 'settled', answer: 'She wrote so herself.', settledAt: later.now },
      settledBy: { name: writer.actorName },
    })
  })

  it('or settled by whoever made it, and opened again by any reader', async () => {
    const { pitchId, remarkId } = await remarked()
    await answerRemark(reviewer, answered(remarkId, '', 'settle'))
    await reopenRemark(ours, { remarkId })
    await reopenRemark(ours, { remarkId })
    expect((await listRemarks(reviewer, pitchId))[0]).toMatchObject({ state: 'open', settledBy: null })
  })

  it('with words, if it is to stay open', async () => {
    const { remarkId } = await remarked()
    const refusal = await answerRemark(writer, answered(remarkId, '  ', 'answer')).catch((error) => error)
    expect(refusal).toMatchObject({ field: 'answer', message: 'Please write an answer.' })
  })

  it('by nobody else: no other reviewer, no viewer, no other workspace', async () => {
    const { pitchId, remarkId } = await remarked()
    const other = await aMember(ours.workspaceId, 'reviewer')
    await expect(answerRemark(other, answered(remarkId, 'No', 'settle'))).rejects.toThrow('somebody else’s')
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(answerRemark(viewer, answered(remarkId, 'No', 'settle'))).rejects.toThrow('As a viewer')
    await expect(answerRemark(theirs, answered(remarkId, 'No', 'settle'))).rejects.toBeInstanceOf(NotFound)
    await expect(reopenRemark(theirs, { remarkId })).rejects.toBeInstanceOf(NotFound)
    expect((await listRemarks(reviewer, pitchId))[0]).toMatchObject({ state: 'open', answer: '' })
  })
})

describe('the form of a remark', () => {
  it.each([
    ['no words', { quote: '' }, 'quote'],
    ['nothing to say', { text: ' ' }, 'text'],
    ['too much to say', { text: 'x'.repeat(2_001) }, 'text'],
    ['too many words', { quote: 'x'.repeat(1_001) }, 'quote'],
    ['no revision', { revision: 'x' }, 'revision'],
    ['no mark of its own', { once: 'again' }, 'once'],
  ])('with %s comes back', (_, odd, field) => {
    const parsed = remarkSchema.safeParse({ ...fields(randomUUID()), ...odd })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

async function inReview() {
  const pitchId = await aDraft(writer, await aPitchGround(writer), aLetter('remarked'))
  await askForReview(writer, { pitchId })
  return pitchId
}

async function remarked() {
  const pitchId = await inReview()
  await addRemark(reviewer, aRemark(pitchId))
  const [remark] = await listRemarks(reviewer, pitchId)
  return { pitchId, remarkId: remark?.id ?? '' }
}

function fields(pitchId: string) {
  return {
    ...{ pitchId, revision: '2', part: 'body', quote: WORDS, position: '' },
    ...{ text: 'A little much', once: randomUUID() },
  }
}

function aRemark(pitchId: string, odd: Record<string, string> = {}) {
  return remarkSchema.parse({ ...fields(pitchId), ...odd })
}

function answered(remarkId: string, answer: string, intent: 'answer' | 'settle') {
  return answerRemarkSchema.parse({ remarkId, answer, intent })
}
