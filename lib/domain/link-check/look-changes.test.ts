import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOfOwnLook, NOTHING_KNOWN } from '../own-look.ts'
import { facts } from './cases/link-facts-of.ts'
import type { LinkFacts } from './link-facts.ts'
import { lookChanges } from './look-changes.ts'

const LINKED: LinkFacts = {
  ...facts('<p>By <a href="https://acme.test/kit">Acme kit</a></p>'),
  targetStatus: 200,
}
const UNLINKED = facts('<p>By Acme.</p>')
const NAMELESS = facts('<p>By nobody.</p>')
const GONE = facts('', {}, { status: 404 })
const HOST = 'https://blog.test'

function words(before: Partial<LinkFacts>, after: Partial<LinkFacts>, of: LinkFacts = LINKED): string[] {
  return lookChanges({ ...of, ...before }, { ...of, ...after }).map((change) => change.words)
}

describe('what changed between two looks', () => {
  it.each<[string, Partial<LinkFacts>, Partial<LinkFacts>, string[]]>([
    ['nothing', {}, {}, []],
    ['nofollow came', { rel: [] }, { rel: ['nofollow'] }, ['nofollow added']],
    ['nofollow went', { rel: ['nofollow'] }, { rel: ['noopener'] }, ['nofollow removed']],
    [
      'sponsored came in place of nofollow',
      { rel: ['nofollow'] },
      { rel: ['sponsored'] },
      ['nofollow removed', 'sponsored added'],
    ],
    ['ugc came', { rel: [] }, { rel: ['ugc'] }, ['ugc added']],
    ['a mark that means nothing came', { rel: [] }, { rel: ['noopener', 'noreferrer'] }, []],
    [
      'the whole page became nofollow',
      { pageNofollow: false },
      { pageNofollow: true },
      ['nofollow added for the whole page'],
    ],
    [
      'the whole page is nofollow no more',
      { pageNofollow: true },
      { pageNofollow: false },
      ['nofollow for the whole page removed'],
    ],
    [
      'the page moved on its host',
      { finalUrl: `${HOST}/posts/one` },
      { finalUrl: `${HOST}/new` },
      ['page moved to /new'],
    ],
    [
      'the page moved to another host',
      {},
      { finalUrl: 'https://other.test/one?p=2' },
      ['page moved to other.test/one?p=2'],
    ],
    [
      'only the scheme and the slash are others',
      { finalUrl: 'http://www.blog.test/one/' },
      { finalUrl: 'https://blog.test/one' },
      [],
    ],
    [
      'the words of the link are others',
      { anchorText: 'Acme kit' },
      { anchorText: 'this kit' },
      ['anchor changed from “Acme kit” to “this kit”'],
    ],
    [
      'the link lost its words',
      { anchorText: 'Acme kit' },
      { anchorText: '' },
      ['anchor changed from “Acme kit” to nothing'],
    ],
    [
      'the link leads to another page of ours',
      {},
      { resolvedUrl: 'https://acme.test/new' },
      ['link now leads to /new'],
    ],
    [
      'the link leads to another host of ours',
      {},
      { resolvedUrl: 'https://shop.acme.test/' },
      ['link now leads to shop.acme.test'],
    ],
    [
      'the link goes through a redirector to the same page',
      {},
      { resolvedUrl: 'https://bit.ly/x', redirectTo: 'https://acme.test/kit', viaRedirect: true },
      [],
    ],
    [
      'the redirector leads elsewhere now',
      { resolvedUrl: 'https://bit.ly/x', redirectTo: 'https://acme.test/kit' },
      { resolvedUrl: 'https://bit.ly/x', redirectTo: 'https://acme.test/' },
      ['link now leads to /'],
    ],
    ['only a tracking mark was added', {}, { resolvedUrl: 'https://acme.test/kit?utm_source=blog' }, []],
    [
      'another page is canonical',
      { canonicalElsewhere: false },
      { canonicalElsewhere: true, canonicalUrl: 'https://news.test/one' },
      ['page now canonical elsewhere, at news.test/one'],
    ],
    [
      'the page is its own canonical again',
      { canonicalElsewhere: true },
      { canonicalElsewhere: false },
      ['canonical points back to the page'],
    ],
    [
      'yet another page is canonical',
      { canonicalElsewhere: true, canonicalUrl: 'https://news.test/one' },
      { canonicalElsewhere: true, canonicalUrl: 'https://news.test/two' },
      ['page now canonical at /two'],
    ],
    ['noindex came', { noindex: false }, { noindex: true }, ['page now says noindex']],
    ['noindex went', { noindex: true }, { noindex: false }, ['noindex gone']],
    [
      'robots.txt shut Google out',
      { googlebotAllowed: true },
      { googlebotAllowed: false },
      ['blocked for Google by robots.txt'],
    ],
    [
      'robots.txt let Google in',
      { googlebotAllowed: false },
      { googlebotAllowed: true },
      ['robots.txt lets Google in again'],
    ],
    ['the link is hidden', { hidden: false }, { hidden: true }, ['link now hidden from readers']],
    ['the link is shown', { hidden: true }, { hidden: false }, ['link now shown to readers']],
    [
      'the link is built otherwise',
      { crawlable: true },
      { crawlable: false },
      ['link now built in a way Google does not reliably read'],
    ],
    [
      'our page broke',
      { targetStatus: 200 },
      { targetStatus: 404, targetTrouble: 'gone' },
      ['the page of yours it leads to is broken'],
    ],
    [
      'our page says not found',
      { targetStatus: 200 },
      { targetStatus: 200, targetTrouble: 'says-not-found' },
      ['the page of yours it leads to is broken'],
    ],
    [
      'our page works again',
      { targetStatus: 404 },
      { targetStatus: 200 },
      ['the page of yours it leads to works again'],
    ],
    ['our server is in trouble', { targetStatus: 200 }, { targetStatus: 503 }, []],
    [
      'much at once',
      {},
      { rel: ['nofollow'], noindex: true, anchorText: 'x' },
      ['anchor changed from “Acme kit” to “x”', 'nofollow added', 'page now says noindex'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(words(before, after)).toEqual(changes)
  })

  it.each<[string, LinkFacts, LinkFacts, string[]]>([
    ['the link went', LINKED, UNLINKED, ['link gone']],
    ['the link went and our name with it', LINKED, NAMELESS, ['link gone', 'name no longer on the page']],
    ['the link came', UNLINKED, LINKED, ['link added']],
    ['the link came back', UNLINKED, { ...LINKED, lost: false }, ['link is back']],
    ['our name came', NAMELESS, UNLINKED, ['name on the page now']],
    ['the page went', LINKED, GONE, ['page gone']],
    ['the page came back', GONE, LINKED, ['page is back']],
    ['the page came back without the link', GONE, UNLINKED, ['page is back']],
    ['a page that was gone is gone', GONE, GONE, []],
    ['the page says "not found"', LINKED, { ...NAMELESS, soft404: true, mentioned: null }, ['page gone']],
    ['a person saw the link', LINKED, factsOfOwnLook('linked'), []],
    ['a person saw no link', LINKED, factsOfOwnLook('named'), ['link gone']],
    ['a person found it gone', LINKED, factsOfOwnLook('gone'), ['page gone']],
    ['nothing is known', LINKED, NOTHING_KNOWN, []],
    ['nothing was known', NOTHING_KNOWN, LINKED, []],
  ])('%s', (_, before, after, changes) => {
    expect(lookChanges(before, after).map((change) => change.words)).toEqual(changes)
  })

  it('keeps long words and addresses short', () => {
    const [anchor, leads] = words(
      {},
      { anchorText: 'x'.repeat(900), resolvedUrl: `https://acme.test/${'y'.repeat(900)}` },
    ).reverse()
    expect(anchor?.length).toBeLessThan(140)
    expect(leads?.length).toBeLessThan(220)
  })

  it('is never made of what either look could not tell', () => {
    const all = {
      ...LINKED,
      ...Object.fromEntries(Object.keys(LINKED).map((key) => [key, null])),
      reachable: false,
      redirects: [],
    } as LinkFacts
    const keys = Object.keys(LINKED) as (keyof LinkFacts)[]
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom(LINKED, UNLINKED, NAMELESS), (unknown, before) => {
        const after = { ...LINKED, ...Object.fromEntries(unknown.map((key) => [key, all[key]])) } as LinkFacts
        const whole = lookChanges(before, LINKED).map((change) => change.kind)
        for (const { kind } of lookChanges(before, after)) expect(whole).toContain(kind)
      }),
    )
    expect(lookChanges(all, LINKED)).toEqual([])
  })
})
