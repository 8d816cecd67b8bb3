import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { fetchPageCopy, type ReadingWorld } from './fetch-page-copy.ts'
import { pastePage, recordReadingNote, retryFetch, startReading } from './reading-commands.ts'
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
let server: Server
let asked: string[] = []
let answers: Record<string, RequestListener> = {}
let now = NOON

/** The real fetcher and reader against a real server; only names lead there instead of to the internet. */
const world: ReadingWorld = {
  fetchPage: (url) =>
    fetchPage(url, {
      resolve: async () => [{ address: '127.0.0.1', port: portOf(server), exempt: true }],
      timeoutMs: 3000,
      now,
    }),
  readPage,
  now: () => now,
}

beforeAll(async () => {
  const both = await twoWorkspaces()
  ours = both.ours
  prospectId = await aProspect(ours)
  server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    const answer = answers[request.url ?? ''] ?? ((_, res) => res.writeHead(404).end('Not here'))
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('fetching the page of a reading note', () => {
  it('keeps title, article and all words, so that quote and gap can be judged', async () => {
    const reading = await startedAt('/post', html(POST))
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
    answers['/new'] = html(POST)
    const reading = await startedAt('/moved', (_, response) =>
      response.writeHead(301, { location: '/new' }).end(),
    )
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'fetched', finalUrl: 'http://northbound.test/new' })
  })

  it('does no harm when the job runs twice, one after the other or at once', async () => {
    const reading = await startedAt('/twice', html(POST))
    await Promise.all([fetchPageCopy(reading.job, world), fetchPageCopy(reading.job, world)])
    const first = await copyOf(reading)
    expect(first.status).toBe('fetched')
    asked = []
    await fetchPageCopy(reading.job, world)
    expect(asked).toEqual([])
    expect(await copyOf(reading)).toEqual(first)
  })

  it('takes up what a killed worker left half-way', async () => {
    const reading = await startedAt('/killed', html(POST))
    const killed = fetchPageCopy(reading.job, { ...world, fetchPage: () => new Promise(() => {}) })
    await expect.poll(async () => (await copyOf(reading)).status).toBe('fetching')
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'fetched', tries: 2 })
    void killed
  })

  it('lets a late answer of an earlier try change nothing', async () => {
    const reading = await startedAt('/late', html(POST))
    const late = Promise.withResolvers<void>()
    const first = fetchPageCopy(reading.job, {
      ...world,
      fetchPage: async (url) => (await late.promise, world.fetchPage(url.replace('/late', '/gone'))),
    })
    await expect.poll(async () => (await copyOf(reading)).status).toBe('fetching')
    await fetchPageCopy(reading.job, world)
    late.resolve()
    await first
    expect(await copyOf(reading)).toMatchObject({ status: 'fetched', failure: null })
  })

  it('never replaces a pasted copy', async () => {
    const reading = await startedAt('/pasted', html(POST))
    const slow = Promise.withResolvers<void>()
    const under = fetchPageCopy(reading.job, {
      ...world,
      fetchPage: async (url) => (await slow.promise, world.fetchPage(url)),
    })
    await expect.poll(async () => (await copyOf(reading)).status).toBe('fetching')
    await pastePage(ours, { noteId: reading.noteId, title: '', text: 'What I read in my own browser' })
    slow.resolve()
    await under
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'pasted', text: 'What I read in my own browser' })
  })

  it('leaves alone what is not there, or is of another workspace', async () => {
    const reading = await startedAt('/theirs', html(POST))
    asked = []
    await fetchPageCopy({ ...reading.job, workspaceId: crypto.randomUUID() }, world)
    await fetchPageCopy({ ...reading.job, pageCopyId: crypto.randomUUID() }, world)
    expect(asked).toEqual([])
    expect((await copyOf(reading)).status).toBe('waiting')
  })

  it('cuts off what is longer than any post, between characters', async () => {
    const reading = await startedAt('/long', html(`<p>${'⛺'.repeat(TEXT_MAX_CHARACTERS)}x</p>`))
    await fetchPageCopy(reading.job, world)
    const { pageText } = await readingForPitch(ours, reading.noteId)
    expect(pageText.length).toBe(TEXT_MAX_CHARACTERS)
    expect(pageText.isWellFormed()).toBe(true)
  })
})

describe('a page of the demo', () => {
  it('is read from its saved copy, and never from the network', async () => {
    await database().savedPage.create({ data: { url: 'https://northbound.example/tents', html: POST } })
    asked = []
    const there = await startedReading('https://northbound.example/tents/#held')
    await fetchPageCopy(there.job, world)
    expect(await copyOf(there)).toMatchObject({ status: 'fetched', httpStatus: 200 })
    const missing = await startedReading('https://northbound.example/stoves')
    await fetchPageCopy(missing.job, world)
    expect(await copyOf(missing)).toMatchObject({ status: 'failed', failure: 'dns', httpStatus: null })
    expect(asked).toEqual([])
  })
})

describe('a page that does not come', () => {
  it.each([
    ['http-404', 404, (_: unknown, response) => response.writeHead(404).end('<p>Not here</p>')],
    ['http-403', 403, (_: unknown, response) => response.writeHead(403).end('<p>No</p>')],
    [
      'not-readable',
      200,
      (_: unknown, response) =>
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
    ],
    ['not-readable', 200, html('<p>---</p>')],
    [
      'bot-wall',
      403,
      (_: unknown, response) =>
        response
          .writeHead(403, { 'cf-mitigated': 'challenge', 'content-type': 'text/html' })
          .end('<title>Just a moment...</title>'),
    ],
  ] satisfies [string, number, RequestListener][])(
    'is recorded as %s (%d) and not tried again',
    async (failure, httpStatus, answer) => {
      const reading = await startedAt(`/${crypto.randomUUID()}`, answer)
      await fetchPageCopy(reading.job, world)
      expect(await copyOf(reading)).toMatchObject({
        status: 'failed',
        failure,
        httpStatus,
        nextTryAt: null,
        text: '',
      })
      expect(await jobsFor(reading)).toHaveLength(1)
    },
  )

  it('is never looked for inside our own network', async () => {
    const reading = await startedReading('http://169.254.169.254/latest/meta-data')
    await fetchPageCopy(reading.job, { ...world, fetchPage: (url) => fetchPage(url) })
    expect(await copyOf(reading)).toMatchObject({ status: 'failed', failure: 'blocked-address' })
  })

  it('for a reason that may pass is tried five times, at growing distance, without a bug being thrown', async () => {
    const reading = await startedAt('/busy', (_, response) => response.writeHead(503).end())
    const waits: (number | null)[] = []
    for (let turn = 1; turn <= 5; turn += 1) {
      await fetchPageCopy(reading.job, world)
      const { nextTryAt, status, failure, tries } = await copyOf(reading)
      expect({ status, failure, tries }).toEqual({ status: 'failed', failure: 'http-503', tries: turn })
      waits.push(nextTryAt ? (nextTryAt.getTime() - NOON.getTime()) / 1000 : null)
    }
    expect(waits).toEqual([20, 120, 900, 3600, null])
    expect(await jobsFor(reading)).toHaveLength(5)
    asked = []
    await fetchPageCopy(reading.job, world)
    expect(asked).toEqual([])
  })

  it('comes after all when it has passed, or when somebody asks again', async () => {
    const reading = await startedAt('/recovers', (request) => request.socket.destroy())
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'failed', failure: 'reset', httpStatus: null })
    answers['/recovers'] = (_, response) => response.writeHead(404).end()
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'failed', failure: 'http-404', nextTryAt: null })
    answers['/recovers'] = html(POST)
    now = new Date('2026-03-04T12:05:00Z')
    await retryFetch(at(ours, now), { noteId: reading.noteId })
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({
      status: 'fetched',
      failure: null,
      httpStatus: 200,
      fetchedAt: now,
      tries: 1,
    })
    now = NOON
  })
})

type Reading = { noteId: string; url: string; job: { workspaceId: string; pageCopyId: string } }

function startedAt(path: string, answer: RequestListener): Promise<Reading> {
  answers = { ...answers, [path]: answer }
  return startedReading(`http://northbound.test${path}`)
}

async function startedReading(url: string): Promise<Reading> {
  const { noteId } = await startReading(ours, { prospectId, url })
  const { pageCopyId } = await database().readingNote.findFirstOrThrow({
    where: { workspaceId: ours.workspaceId, id: noteId },
  })
  return { noteId, url, job: { workspaceId: ours.workspaceId, pageCopyId } }
}

function copyOf({ job }: Reading) {
  return database().pageCopy.findFirstOrThrow({
    where: { workspaceId: ours.workspaceId, id: job.pageCopyId },
  })
}

function jobsFor({ job }: Reading) {
  return database()
    .$queryRaw`SELECT id FROM pgboss.job WHERE name = 'fetch-page-copy' AND data->>'pageCopyId' = ${job.pageCopyId}`
}

function html(source: string): RequestListener {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(source)
}

function portOf(listening: Server): number {
  return (listening.address() as AddressInfo).port
}

async function aProspect(scope: WorkspaceScope): Promise<string> {
  const { id } = await database().prospect.create({
    data: {
      workspaceId: scope.workspaceId,
      kind: 'blogger',
      name: 'Northbound',
      homepage: 'https://northbound.test/',
      outletKey: 'northbound.test',
      liveOutletKey: 'northbound.test',
      createdAt: scope.now,
      updatedAt: scope.now,
    },
  })
  return id
}
