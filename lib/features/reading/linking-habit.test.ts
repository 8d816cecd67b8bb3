import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect, aReading } from '#lib/testing/a-reading.ts'
import { queue } from '#lib/testing/look-jobs.ts'
import { otherPeoplesPages } from '#lib/testing/other-peoples-pages.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { fetchPageCopy, type ReadingWorld } from './fetch-page-copy.ts'
import { listPostLinks } from './linking-habit-queries.ts'
import { pastePage } from './reading-commands.ts'

const WORDS =
  'We slept in all of them on the west coast, in the wettest October the islands have seen since somebody began to measure. '

let ours: WorkspaceScope
let theirs: WorkspaceScope
let outside: Awaited<ReturnType<typeof otherPeoplesPages>>

const world: ReadingWorld = {
  fetchPage: (url) => fetchPage(url, { resolve: outside.resolve, timeoutMs: 3000, now: NOON }),
  readPage,
  now: () => NOON,
}

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  outside = await otherPeoplesPages()
})
afterAll(() => outside.stop())

describe('what a post we read links to', () => {
  it('is counted inside the article, by outlet and mark; menus and footers are none of it', async () => {
    const prospectId = await aProspect(ours)
    await read(prospectId, 'northbound.test/one', {
      html: post(
        `<a href="https://maker.test/tent">the tent</a>, <a href="/older">an older post</a>,
         <a rel="sponsored noopener" href="https://shop.test/x">a shop</a> and
         <a href="https://www.facebook.com/sharer/sharer.php?u=x">share</a>`,
      ),
    })
    expect(await listPostLinks(ours, prospectId)).toMatchObject([
      {
        title: expect.stringContaining('Ten tents'),
        links: { within: 'article', out: 2, followed: 1, sponsored: 1, nofollow: 0, domains: 2 },
      },
    ])
  })

  it('is all nofollow where the page says so in its head or in a header', async () => {
    const prospectId = await aProspect(ours)
    const html = post('<a href="https://maker.test/tent">the tent</a>')
    await read(prospectId, 'northbound.test/header', { html, headers: { 'x-robots-tag': 'nofollow' } })
    const inHead = html.replace('<head>', '<head><meta name="robots" content="nofollow">')
    await read(prospectId, 'northbound.test/meta', { html: inHead })
    const posts = await listPostLinks(ours, prospectId)
    expect(posts).toHaveLength(2)
    for (const { links } of posts) expect(links).toMatchObject({ out: 1, followed: 0, nofollow: 1 })
  })

  it('is of the whole page where no article can be told', async () => {
    const prospectId = await aProspect(ours)
    await read(prospectId, 'northbound.test/short', {
      html: `<!doctype html><body><p>Long. <a href="https://a.test/">A</a></p><!--${'x'.repeat(2_100_000)}-->`,
    })
    expect(await listPostLinks(ours, prospectId)).toMatchObject([{ links: { within: 'page', out: 1 } }])
  })

  it('counts once for a post that was read twice, and not at all while there is no page', async () => {
    const prospectId = await aProspect(ours)
    await read(prospectId, 'northbound.test/same', { html: post('<a href="https://a.test/">A</a>') })
    await read(prospectId, 'northbound.test/same?utm_source=letter', { html: post('no link') })
    await aReading(ours, prospectId, 'http://northbound.test/never-fetched')
    expect(await listPostLinks(ours, prospectId)).toHaveLength(1)
  })

  it('is told of pasted source, and not of pasted words', async () => {
    const prospectId = await aProspect(ours)
    const one = await aReading(ours, prospectId, 'http://northbound.test/pasted')
    const other = await aReading(ours, prospectId, 'http://northbound.test/words')
    const text = post('<a rel="ugc" href="https://a.test/">A</a> <a href="http://northbound.test/x">x</a>')
    await pastePage(ours, { noteId: one.noteId, title: '', text })
    await pastePage(ours, { noteId: other.noteId, title: '', text: 'Only words, see https://a.test/' })
    expect(await listPostLinks(ours, prospectId)).toMatchObject([
      { noteId: one.noteId, links: { within: 'page', out: 3, ugc: 1, followed: 2 } },
    ])
  })

  it('is shown to nobody else', async () => {
    const prospectId = await aProspect(ours)
    await read(prospectId, 'northbound.test/ours', { html: post('<a href="https://a.test/">A</a>') })
    expect(await listPostLinks(theirs, prospectId)).toEqual([])
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(listPostLinks(viewer, prospectId)).rejects.toBeInstanceOf(NotFound)
  })
})

it('the first post that is read asks for a look at its outlet; the next ones do not', async () => {
  const prospectId = await aProspect(ours)
  await read(prospectId, 'northbound.test/first', { html: post('') })
  await read(prospectId, 'northbound.test/second', { html: post('') })
  expect(await (await queue()).findJobs('look-at-outlet', { data: { prospectId } })).toHaveLength(1)
  expect(await database().outletLook.count({ where: { workspaceId: ours.workspaceId, prospectId } })).toBe(1)
})

async function read(
  prospectId: string,
  address: string,
  page: { html: string; headers?: Record<string, string> },
) {
  outside.pages[address] = page
  const reading = await aReading(ours, prospectId, `http://${address}`)
  await fetchPageCopy(reading.job, world)
}

/** A post with a menu and a footer that link elsewhere too. */
function post(inside: string): string {
  return `<!doctype html><html><head><title>Ten tents for wet islands</title></head><body>
    <nav><a href="https://twitter.test/us">Follow us</a> <a href="/">Home</a></nav>
    <main><article><h1>Ten tents for wet islands</h1><p>${WORDS.repeat(4)}</p>
    <p>${WORDS} ${inside} ${WORDS}</p><p>${WORDS.repeat(4)}</p></article></main>
    <footer><a href="https://theme.test/">Theme</a></footer></body></html>`
}
