import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect, aReading, copyOf, jobsFor, type Reading } from '#lib/testing/a-reading.ts'
import { otherPeoplesPages, type Page } from '#lib/testing/other-peoples-pages.ts'
import { at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { fetchPageCopy, type ReadingWorld } from './fetch-page-copy.ts'
import { retryFetch } from './reading-commands.ts'

let ours: WorkspaceScope
let prospectId: string
let outside: Awaited<ReturnType<typeof otherPeoplesPages>>
let now = NOON

/** The real fetcher and reader against a real server; only names lead there instead of to the internet. */
const world: ReadingWorld = {
  fetchPage: (url) => fetchPage(url, { resolve: outside.resolve, timeoutMs: 3000, now }),
  readPage,
  now: () => now,
}

beforeAll(async () => {
  ours = await aWorkspace()
  prospectId = await aProspect(ours)
  outside = await otherPeoplesPages()
})

afterAll(() => outside.stop())

describe('a page that does not come', () => {
  it.each<[string, number, Page]>([
    ['http-404', 404, { status: 404, html: '<p>Not here</p>' }],
    ['http-404', 404, { status: 404 }],
    ['http-403', 403, { status: 403, html: '<p>No</p>' }],
    ['not-readable', 200, { headers: { 'content-type': 'application/pdf' }, html: '%PDF-1.7' }],
    ['not-readable', 200, { html: '<p>---</p>' }],
    [
      'bot-wall',
      403,
      { status: 403, headers: { 'cf-mitigated': 'challenge' }, html: '<title>Just a moment...</title>' },
    ],
  ])('is recorded as %s (%d) and not tried again', async (failure, httpStatus, page) => {
    const reading = await startedAt(`/${crypto.randomUUID()}`, page)
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({
      status: 'failed',
      failure,
      httpStatus,
      nextTryAt: null,
      text: '',
    })
    expect(await jobsFor(ours, reading.noteId)).toHaveLength(1)
  })

  it('is never looked for inside our own network', async () => {
    const reading = await aReading(ours, prospectId, 'http://169.254.169.254/latest/meta-data')
    await fetchPageCopy(reading.job, { ...world, fetchPage: (url) => fetchPage(url) })
    expect(await copyOf(reading)).toMatchObject({ status: 'failed', failure: 'blocked-address' })
  })

  it('for a reason that may pass is tried five times, at growing distance, without a bug being thrown', async () => {
    const reading = await startedAt('/busy', { status: 503 })
    const waits: (number | null)[] = []
    for (let turn = 1; turn <= 5; turn += 1) {
      await fetchPageCopy(reading.job, world)
      const { nextTryAt, status, failure, tries } = await copyOf(reading)
      expect({ status, failure, tries }).toEqual({ status: 'failed', failure: 'http-503', tries: turn })
      waits.push(nextTryAt ? (nextTryAt.getTime() - NOON.getTime()) / 1000 : null)
    }
    expect(waits).toEqual([20, 120, 900, 3600, null])
    expect(await jobsFor(ours, reading.noteId)).toHaveLength(5)
    const before = outside.asked.length
    await fetchPageCopy(reading.job, world)
    expect(outside.asked).toHaveLength(before)
  })

  it('comes after all when it has passed, or when somebody asks again', async () => {
    const reading = await startedAt('/recovers', { status: 500 })
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'failed', failure: 'http-500', httpStatus: 500 })
    outside.pages['northbound.test/recovers'] = { status: 404 }
    await fetchPageCopy(reading.job, world)
    expect(await copyOf(reading)).toMatchObject({ status: 'failed', failure: 'http-404', nextTryAt: null })
    outside.pages['northbound.test/recovers'] = { html: '<p>We slept in all of them.</p>' }
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

function startedAt(path: string, page: Page): Promise<Reading> {
  outside.pages[`northbound.test${path}`] = page
  return aReading(ours, prospectId, `http://northbound.test${path}`)
}
