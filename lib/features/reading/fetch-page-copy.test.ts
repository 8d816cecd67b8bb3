import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect, aReading, copyOf, type Reading } from '#lib/testing/a-reading.ts'
import { otherPeoplesPages, type Page } from '#lib/testing/other-peoples-pages.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { fetchPageCopy, type ReadingWorld } from './fetch-page-copy.ts'
import { pastePage, recordReadingNote } from './reading-commands.ts'
import { getReadingNote, readingForPitch } from './reading-queries.ts'
import { TEXT_MAX_CHARACTERS } from './reading-schema.ts'

const PARAGRAPH =
  'We slept in all of them on the west coast, in the wettest October the islands have seen since somebody began to measure. '
const POST = `<!doctype html><html><head><title>Ten tents for wet islands - Northbound</title></head><body>
  <nav><a href="/">Home</a> <a href="/shop">Shop the repair kit</a></nav>
  <main><article><h1>Ten tents for wet islands</h1>
  <p>${PARAGRAPH.repeat(3)}</p><h2>The ones that held</h2>
  <p>The Vaude held through two nights of gale &mdash; &ldquo;we barely noti&shy;ced&rdquo;.</p><p>${PARAGRAPH.repeat(3)}</p>
  <img src="/x.jpg" alt="A tent of recycled sailcloth"></article></main><script>document.title = 'never'</script></body></html>`

let ours: WorkspaceScope
let prospectId: string
let outside: Awaited<ReturnType<typeof otherPeoplesPages>>

/** The real fetcher and reader against a real server; only names lead there instead of to the internet. */
const world: ReadingWorld = {
  fetchPage: (url) => fetchPage(url, { resolve: outside.resolve, timeoutMs: 3000, now: NOON }),
  readPage,
  now: () => NOON,
}

beforeAll(async () => {
  ours = await aWorkspace()
  prospectId = await aProspect(ours)
  outside = await otherPeoplesPages()
})

afterAll(() => outside.stop())

describe('fetching the page of a reading note', () => {
  it('keeps title, article and all words, so that quote and gap can be judged', async () => {
    const reading = await startedAt('/post', { html: POST })
    await fetchPageCopy(reading.job, world)
    const { pageCopy } = await getReadingNote(ours, reading.noteId)
    expect(pageCopy).toMatchObject({
      status: 'fetched',
      httpStatus: 200,
      failure: null,
      tries: 1,
      fetchedAt: NOON,
      finalUrl: reading.url,
    })
    expect(pageCopy.title).toContain('Ten tents for wet islands')
    expect(pageCopy.text).toContain('\n\n## The ones that held\n\n')
    expect(pageCopy.text).not.toContain('Shop the repair kit')
    await recordReadingNote(ours, {
      noteId: reading.noteId,
      quote: '"two nights of gale - \'we barely noticed\'"'.replaceAll("'", '"'),
      struck: '',
      gap: 'no recycled sailcloth',
    })
    const { verdicts } = await getReadingNote(ours, reading.noteId)
    expect(verdicts).toMatchObject({
      quote: { kind: 'found' },
      gap: { kind: 'present', sentence: 'A tent of recycled sailcloth' },
    })
    expect((await readingForPitch(ours, reading.noteId)).pageText).toContain('Shop the repair kit')
  })

  it('follows the page to its new address', async () => {
    outside.pages['northbound.test/new'] = { html: POST }
    const reading = await startedAt('/moved', { status: 301, headers: { location: '/new' } })
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'fetched', finalUrl: 'http://northbound.test/new' })
  })

  it('does no harm when the job runs twice, one after the other or at once', async () => {
    const reading = await startedAt('/twice', { html: POST })
    await Promise.all([fetchPageCopy(reading.job, world), fetchPageCopy(reading.job, world)])
    const first = await copyOf(reading)
    expect(first.status).toBe('fetched')
    const before = outside.asked.length
    await fetchPageCopy(reading.job, world)
    expect(outside.asked).toHaveLength(before)
    expect(await copyOf(reading)).toEqual(first)
  })

  it('takes up what a killed worker left half-way', async () => {
    const reading = await startedAt('/killed', { html: POST })
    const killed = fetchPageCopy(reading.job, { ...world, fetchPage: () => new Promise(() => {}) })
    await expect.poll(async () => (await copyOf(reading)).status).toBe('fetching')
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'fetched', tries: 2 })
    void killed
  })

  it('lets a late answer of an earlier try change nothing', async () => {
    const reading = await startedAt('/late', { html: POST })
    const late = Promise.withResolvers<void>()
    const first = fetchPageCopy(reading.job, {
      ...world,
      fetchPage: (url) => late.promise.then(() => world.fetchPage(url.replace('/late', '/gone'))),
    })
    await expect.poll(async () => (await copyOf(reading)).status).toBe('fetching')
    await fetchPageCopy(reading.job, world)
    late.resolve()
    await first
    expect(await copyOf(reading)).toMatchObject({ status: 'fetched', failure: null })
  })

  it('never replaces a pasted copy', async () => {
    const reading = await startedAt('/pasted', { html: POST })
    const slow = Promise.withResolvers<void>()
    const under = fetchPageCopy(reading.job, {
      ...world,
      fetchPage: (url) => slow.promise.then(() => world.fetchPage(url)),
    })
    await expect.poll(async () => (await copyOf(reading)).status).toBe('fetching')
    await pastePage(ours, { noteId: reading.noteId, title: '', text: 'What I read in my own browser' })
    slow.resolve()
    await under
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'pasted', text: 'What I read in my own browser' })
  })

  it('leaves alone what is not there, or is of another workspace', async () => {
    const reading = await startedAt('/theirs', { html: POST })
    const before = outside.asked.length
    await fetchPageCopy({ ...reading.job, workspaceId: crypto.randomUUID() }, world)
    await fetchPageCopy({ ...reading.job, pageCopyId: crypto.randomUUID() }, world)
    expect(outside.asked).toHaveLength(before)
    expect((await copyOf(reading)).status).toBe('waiting')
  })

  it('cuts off what is longer than any post, between characters', async () => {
    const reading = await startedAt('/long', { html: `<p>${'⛺'.repeat(TEXT_MAX_CHARACTERS)}x</p>` })
    await fetchPageCopy(reading.job, world)
    const { pageText } = await readingForPitch(ours, reading.noteId)
    expect(pageText.length).toBe(TEXT_MAX_CHARACTERS)
    expect(pageText.isWellFormed()).toBe(true)
  })
})

describe('a page of the demo', () => {
  it('is read from its saved copy, and never from the network', async () => {
    await database().savedPage.create({ data: { url: 'https://northbound.example/tents', html: POST } })
    const before = outside.asked.length
    const there = await aReading(ours, prospectId, 'https://northbound.example/tents/#held')
    await fetchPageCopy(there.job, world)
    expect(await copyOf(there)).toMatchObject({ status: 'fetched', httpStatus: 200 })
    const missing = await aReading(ours, prospectId, 'https://northbound.example/stoves')
    await fetchPageCopy(missing.job, world)
    expect(await copyOf(missing)).toMatchObject({ status: 'failed', failure: 'dns', httpStatus: null })
    expect(outside.asked).toHaveLength(before)
  })
})

function startedAt(path: string, page: Page): Promise<Reading> {
  outside.pages[`northbound.test${path}`] = page
  return aReading(ours, prospectId, `http://northbound.test${path}`)
}
