import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect, jobsFor } from '#lib/testing/a-reading.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { pastePage, retryFetch, startReading } from './reading-commands.ts'
import { getReadingNote, listReadingNotesOfProspect } from './reading-queries.ts'
import { pasteSchema, startReadingSchema } from './reading-schema.ts'

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
    expect(await jobsFor(ours, noteId)).toEqual([expect.objectContaining({ group: 'northbound.example' })])
  })

  it('opens the same note again for the same page within a day, whatever the address looks like', async () => {
    const first = await startReading(ours, { prospectId, url: URL_OF_POST })
    const again = await startReading(at(ours, '2026-03-05T11:59:00Z'), {
      prospectId,
      url: 'http://www.northbound.example/ten-tents/?utm_source=x#top',
    })
    expect(again).toEqual({ noteId: first.noteId, isNew: false })
    expect(await jobsFor(ours, first.noteId)).toHaveLength(1)
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
    expect(await jobsFor(ours, noteId)).toHaveLength(2)
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
    expect(await jobsFor(ours, noteId)).toHaveLength(1)
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
    expect(await jobsFor(ours, noteId)).toHaveLength(2)
  })

  it('twice at once makes one job', async () => {
    const { noteId } = await startReading(ours, { prospectId, url: URL_OF_POST })
    await setCopy(noteId, { status: 'failed', failure: 'dns' })
    await Promise.all([retryFetch(ours, { noteId }), retryFetch(ours, { noteId })])
    expect(await jobsFor(ours, noteId)).toHaveLength(2)
  })
})

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
