import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { isWorkerMissed, lastWorkerBeat } from '#lib/server/worker-beat.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { writeCursor } from '../page-cursor.ts'
import { keepDraft, pastePage, recordReadingNote, retryFetch, startReading } from './reading-commands.ts'
import {
  getReadingNote,
  listReadingNotes,
  NOTES_PER_PAGE,
  readingForPitch,
  weighDraft,
} from './reading-queries.ts'
import { readingNoteSchema } from './reading-schema.ts'

const URL_OF_POST = 'https://northbound.example/ten-tents'
const POST = 'Ten tents for wet islands\nWe slept in all of them — twice.\nSpare poles and repair kits'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let prospectId: string

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

beforeEach(async () => {
  prospectId = await aProspect(ours)
})

describe('a reading note', () => {
  it('keeps drafts as they are and says how they stand to the page', async () => {
    const noteId = await aPastedNote()
    await recordReadingNote(ours, {
      noteId,
      quote: 'we slept in all of them - twice',
      struck: '<b>They</b> sleep in them ⛺',
      gap: 'no repair kit',
    })
    const note = await getReadingNote(ours, noteId)
    expect(note.struck).toBe('<b>They</b> sleep in them ⛺')
    expect(note.verdicts).toMatchObject({
      quote: { kind: 'found' },
      gap: { kind: 'present', sentence: 'Spare poles and repair kits' },
    })
    await recordReadingNote(ours, { noteId, quote: 'we slept', struck: '', gap: '' })
    expect((await getReadingNote(ours, noteId)).verdicts).toMatchObject({
      quote: { kind: 'too-short' },
      gap: { kind: 'none' },
    })
  })

  it('weighs words that are not saved, without saving them', async () => {
    const noteId = await aPastedNote()
    const verdicts = await weighDraft(ours, noteId, {
      quote: 'We slept in all of those',
      gap: 'sustainable option',
    })
    expect(verdicts).toMatchObject({
      quote: { kind: 'not-found', nearest: 'We slept in all of them — twice.' },
      gap: { kind: 'absent' },
    })
    expect(await getReadingNote(ours, noteId)).toMatchObject({ quote: '', gap: '' })
  })

  it('is kept while it is typed, unless it is too long: then it says so and is still weighed', async () => {
    const noteId = await aPastedNote()
    const kept = await keepDraft(ours, noteId, {
      quote: 'we slept in all of them\0',
      struck: 'All of them.',
      gap: '',
    })
    expect(kept).toMatchObject({ isSaved: true, message: '', verdicts: { quote: { kind: 'found' } } })
    const long = await keepDraft(ours, noteId, {
      quote: 'we slept in some of them',
      struck: 'x'.repeat(10_000),
      gap: '',
    })
    expect(long).toMatchObject({
      isSaved: false,
      message: expect.stringMatching(/5,000/),
      verdicts: { quote: { kind: 'not-found' } },
    })
    for (const words of [
      null,
      'words',
      { quote: 1 },
      { quote: 'x'.repeat(1_000_000), struck: '', gap: '' },
    ]) {
      expect(await keepDraft(ours, noteId, words)).toMatchObject({ isSaved: false, verdicts: null })
    }
    expect(await getReadingNote(ours, noteId)).toMatchObject({
      quote: 'we slept in all of them',
      struck: 'All of them.',
    })
  })

  it('gives the gate all the words of the page', async () => {
    const noteId = await aPastedNote()
    await recordReadingNote(ours, { noteId, quote: 'We slept in all of them', struck: '', gap: 'vegan food' })
    expect(await readingForPitch(ours, noteId)).toEqual({
      pageText: POST,
      quote: 'We slept in all of them',
      gap: 'vegan food',
      url: URL_OF_POST,
      title: 'Ten tents for wet islands',
    })
  })

  it('is neither seen nor changed from another workspace, or by a role too weak', async () => {
    const noteId = await aPastedNote()
    const words = { noteId, quote: 'x', struck: '', gap: '' }
    await expect(getReadingNote(theirs, noteId)).rejects.toThrow(NotFound)
    await expect(weighDraft(theirs, noteId, words)).rejects.toThrow(NotFound)
    await expect(readingForPitch(theirs, noteId)).rejects.toThrow(NotFound)
    await expect(recordReadingNote(theirs, words)).rejects.toThrow(NotFound)
    await expect(keepDraft(theirs, noteId, words)).rejects.toThrow(NotFound)
    await expect(retryFetch(theirs, { noteId })).rejects.toThrow(NotFound)
    await expect(pastePage(theirs, { noteId, title: '', text: POST })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(recordReadingNote(reviewer, words)).rejects.toThrow(Refusal)
    await expect(keepDraft(reviewer, noteId, words)).rejects.toThrow(Refusal)
    expect((await getReadingNote(reviewer, noteId)).id).toBe(noteId)
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(getReadingNote(viewer, noteId)).rejects.toThrow(NotFound)
    await expect(listReadingNotes(viewer)).rejects.toThrow(NotFound)
  })

  it('refuses what is too long beside its field', () => {
    const { error } = readingNoteSchema.safeParse({
      noteId: prospectId,
      quote: 'word '.repeat(2_000),
      struck: 'x',
      gap: 'x',
    })
    expect(error?.issues[0]?.path).toEqual(['quote'])
  })
})

describe('the worker that all this waits for', () => {
  it('is missed when it never was there, or was not seen for a minute', async () => {
    expect(isWorkerMissed(await lastWorkerBeat(), NOON)).toBe(true)
    const beat = { startedAt: NOON, seenAt: NOON }
    await databaseAcrossWorkspaces().workerBeat.createMany({
      data: [
        { id: 'old', ...beat, seenAt: new Date(0) },
        { id: 'new', ...beat },
      ],
    })
    const last = await lastWorkerBeat()
    expect(last).toEqual(NOON)
    expect(isWorkerMissed(last, new Date('2026-03-04T12:01:00Z'))).toBe(false)
    expect(isWorkerMissed(last, new Date('2026-03-04T12:01:01Z'))).toBe(true)
  })
})

describe('the list of reading', () => {
  it('is paged, newest first, and only ours', async () => {
    const { ours: reader, theirs: other } = await twoWorkspaces()
    const outlet = await aProspect(reader)
    for (let day = 1; day <= NOTES_PER_PAGE + 1; day += 1) {
      const then = at(reader, new Date(NOON.getTime() + day * 86_400_000))
      await startReading(then, { prospectId: outlet, url: `https://northbound.example/${day}` })
    }
    const first = await listReadingNotes(reader)
    expect(first.before).toBeNull()
    expect(first.notes).toHaveLength(NOTES_PER_PAGE)
    expect(first.notes[0]?.url).toBe(`https://northbound.example/${NOTES_PER_PAGE + 1}`)
    const second = await listReadingNotes(reader, { after: first.after ?? '' })
    expect(second).toMatchObject({ after: null, notes: [{ url: 'https://northbound.example/1' }] })
    const back = await listReadingNotes(reader, { before: second.before ?? '' })
    expect(back).toMatchObject({ before: null, after: first.after })
    expect(back.notes).toEqual(first.notes)
    expect((await listReadingNotes(other, { after: first.after ?? '' })).notes).toEqual([])
  })

  it('begins at its start where a place has gone, or never was one', async () => {
    const { ours: reader } = await twoWorkspaces()
    const outlet = await aProspect(reader)
    await startReading(reader, { prospectId: outlet, url: 'https://northbound.example/only' })
    const gone = writeCursor(
      '-read',
      new Date('2020-01-01T00:00:00Z'),
      '00000000-0000-7000-8000-000000000000',
    )
    for (const after of [gone, 'no place', '../..']) {
      expect(await listReadingNotes(reader, { after })).toMatchObject({
        notes: [{ url: 'https://northbound.example/only' }],
        before: null,
        after: null,
      })
    }
  })
})

async function aPastedNote(): Promise<string> {
  const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
  await pastePage(ours, { noteId, title: '', text: POST })
  return noteId
}
