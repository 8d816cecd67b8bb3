import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { isWorkerMissed, lastWorkerBeat } from '#lib/server/worker-beat.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { keepDraft, pastePage, recordReadingNote, retryFetch, startReading } from './reading-commands.ts'
import {
  getReadingNote,
  listReadingNotes,
  listReadingNotesOfProspect,
  NOTES_PER_PAGE,
  readingForPitch,
  weighDraft,
} from './reading-queries.ts'
import { pasteSchema, readingNoteSchema, startReadingSchema } from './reading-schema.ts'

const URL_OF_POST = 'https://northbound.example/ten-tents'
const POST = 'Ten tents for wet islands\nWe slept in all of them — twice.\nSpare poles and repair kits'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let prospectId: string
let made = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

beforeEach(async () => {
  prospectId = await aProspect(ours)
})

describe('starting to read', () => {
  it('makes a note that waits for its page, and one job for the worker', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    const note = await getReadingNote(ours, noteId)
    expect(note).toMatchObject({
      url: URL_OF_POST,
      quote: '',
      gap: '',
      verdicts: null,
      pageCopy: { status: 'waiting', tries: 0 },
    })
    expect(await jobsFor(noteId)).toEqual([expect.objectContaining({ group: 'northbound.example' })])
  })

  it('opens the same note again for the same page within a day, whatever the address looks like', async () => {
    const first = await startReading(ours, { prospectId, url: URL_OF_POST })
    const again = await startReading(at(ours, '2026-03-05T11:59:00Z'), {
      prospectId,
      url: 'http://www.northbound.example/ten-tents/?utm_source=x#top',
    })
    expect(again).toEqual({ noteId: first.noteId, isNew: false })
    expect(await jobsFor(first.noteId)).toHaveLength(1)
    const nextDay = await startReading(at(ours, '2026-03-05T12:01:00Z'), { prospectId, url: URL_OF_POST })
    expect(nextDay.isNew).toBe(true)
  })

  it('makes one note of a double click', async () => {
    const both = await Promise.all([1, 2, 3].map(() => startReading(ours, { prospectId, url: URL_OF_POST })))
    expect(new Set(both.map(({ noteId }) => noteId)).size).toBe(1)
    expect(await listReadingNotesOfProspect(ours, prospectId)).toHaveLength(1)
  })

  it('asks again for a page that had failed', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    await setCopy(noteId, { status: 'failed', failure: 'timeout', tries: 5 })
    await startReading(ours, { prospectId, url: URL_OF_POST })
    expect((await getReadingNote(ours, noteId)).pageCopy).toMatchObject({
      status: 'waiting',
      failure: null,
      tries: 0,
    })
    expect(await jobsFor(noteId)).toHaveLength(2)
  })

  it('is refused to who may not write, and for the prospects of others', async () => {
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(startReading(reviewer, { prospectId, url: URL_OF_POST })).rejects.toThrow(Refusal)
    await expect(startReading(theirs, { prospectId, url: URL_OF_POST })).rejects.toThrow(NotFound)
  })

  it.each([
    'javascript:alert(1)',
    'mailto:a@b.example',
    '',
    'no address at all',
    `https://a.example/${'x'.repeat(10_000)}`,
    'data:text/html,<b>',
    '‮moc.live',
  ])('answers %s with words beside the field', (url) => {
    const { error } = startReadingSchema.safeParse({ prospectId, url })
    expect(error?.issues[0]).toMatchObject({ path: ['url'], message: expect.stringMatching(/\.$/) })
  })
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

describe('a pasted page', () => {
  it('is marked as pasted and takes its title from the first line', async () => {
    const noteId = await aPastedNote()
    expect((await getReadingNote(ours, noteId)).pageCopy).toMatchObject({
      status: 'pasted',
      title: 'Ten tents for wet islands',
      fetchedAt: NOON,
    })
  })

  it('is read as HTML where it is the source of a page', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    await pastePage(ours, {
      noteId,
      title: 'My own title',
      text: '<html><script>x()</script><p>We slept in&nbsp;<i>all</i> of them' + '</p></html>',
    })
    const { pageCopy } = await getReadingNote(ours, noteId)
    expect(pageCopy).toMatchObject({ title: 'My own title', text: 'We slept in all of them' })
  })

  it('needs words', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    await expect(pastePage(ours, { noteId, title: '', text: '<p>---</p>' })).rejects.toThrow(/no words/)
    expect(pasteSchema.safeParse({ noteId, text: 'x'.repeat(250_001) }).error?.issues[0]?.path).toEqual([
      'text',
    ])
  })

  it('is not asked for again', async () => {
    const noteId = await aPastedNote()
    await retryFetch(at(ours, '2026-03-04T13:00:00Z'), { noteId })
    expect((await getReadingNote(ours, noteId)).pageCopy.status).toBe('pasted')
    expect(await jobsFor(noteId)).toHaveLength(1)
  })
})

describe('asking again', () => {
  it('does nothing while a fetch is under way, and helps when it got stuck', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    await setCopy(noteId, { status: 'fetching', tries: 1 })
    await retryFetch(at(ours, '2026-03-04T12:01:00Z'), { noteId })
    expect((await getReadingNote(ours, noteId)).pageCopy.status).toBe('fetching')
    await retryFetch(at(ours, '2026-03-04T12:03:00Z'), { noteId })
    expect((await getReadingNote(ours, noteId)).pageCopy.status).toBe('waiting')
    expect(await jobsFor(noteId)).toHaveLength(2)
  })

  it('twice at once makes one job', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    await setCopy(noteId, { status: 'failed', failure: 'dns' })
    await Promise.all([retryFetch(ours, { noteId }), retryFetch(ours, { noteId })])
    expect(await jobsFor(noteId)).toHaveLength(2)
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
    expect(first).toMatchObject({ total: NOTES_PER_PAGE + 1, pages: 2 })
    expect(first.notes).toHaveLength(NOTES_PER_PAGE)
    expect(first.notes[0]?.url).toBe(`https://northbound.example/${NOTES_PER_PAGE + 1}`)
    expect((await listReadingNotes(reader, { page: 2 })).notes.map(({ url }) => url)).toEqual([
      'https://northbound.example/1',
    ])
    expect((await listReadingNotes(reader, { page: 99 })).page).toBe(2)
    expect((await listReadingNotes(other)).total).toBe(0)
  })
})

async function aProspect(scope: WorkspaceScope): Promise<string> {
  made += 1
  const key = `outlet-${made}.example`
  const { id } = await database().prospect.create({
    data: {
      workspaceId: scope.workspaceId,
      kind: 'blogger',
      name: 'Northbound',
      homepage: `https://${key}/`,
      outletKey: key,
      liveOutletKey: key,
      createdAt: scope.now,
      updatedAt: scope.now,
    },
  })
  return id
}

async function aPastedNote(): Promise<string> {
  const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
  await pastePage(ours, { noteId, title: '', text: POST })
  return noteId
}

async function setCopy(noteId: string, data: { status: string; failure?: string; tries?: number }) {
  await database().pageCopy.updateMany({
    where: { workspaceId: ours.workspaceId, readingNotes: { some: { id: noteId } } },
    data,
  })
}

async function jobsFor(noteId: string) {
  const { pageCopyId } = await database().readingNote.findFirstOrThrow({
    where: { workspaceId: ours.workspaceId, id: noteId },
  })
  return database().$queryRaw<{ group: string }[]>`
    SELECT group_id AS "group" FROM pgboss.job WHERE name = 'fetch-page-copy' AND data->>'pageCopyId' = ${pageCopyId}`
}
