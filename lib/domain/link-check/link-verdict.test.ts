import { describe, expect, it } from 'vitest'
import { MENTION_PROVENANCES } from '../mention-provenance.ts'
import { judgeSavedPage } from './judge-saved-page.ts'
import type { LinkFacts } from './link-facts.ts'
import { VERDICT_KINDS, verdictKindOf, verdictOf } from './link-verdict.ts'
import { FAILURES } from './page-observation.ts'
import { VERDICT_WORDS } from './verdict-words.ts'

const QUESTION = {
  url: 'https://blog.test/',
  targets: [{ domain: 'acme.test', includeSubdomains: true }],
  brands: ['Acme'],
}
const LINKED = judgeSavedPage(QUESTION, {
  url: QUESTION.url,
  html: '<p>By <a href="https://acme.test/">Acme</a></p>',
  robotsTxt: null,
}).facts
const UNLINKED: LinkFacts = {
  ...LINKED,
  linked: false,
  followed: false,
  crawlable: null,
  rel: null,
  resolvedUrl: null,
}

describe('the first kind that applies', () => {
  it.each<[Partial<LinkFacts>, string]>([
    [{}, 'linked'],
    [
      {
        targetUrlLinked: false,
        crawlable: false,
        indexable: false,
        canonicalElsewhere: true,
        followed: false,
      },
      'linked-wrong-page',
    ],
    [{ targetStatus: 404, crawlable: false }, 'linked-wrong-page'],
    [{ targetStatus: 200, targetTrouble: 'says-not-found' }, 'linked-wrong-page'],
    [{ targetStatus: null, targetTrouble: 'no-such-name' }, 'linked'],
    [{ targetStatus: 503 }, 'linked'],
    [{ targetStatus: null }, 'linked'],
    [
      { crawlable: false, indexable: false, canonicalElsewhere: true, followed: false },
      'linked-not-crawlable',
    ],
    [{ indexable: false, canonicalElsewhere: true, followed: false }, 'linked-not-indexable'],
    [{ canonicalElsewhere: true, followed: false, indexable: null }, 'linked-elsewhere-canonical'],
    [{ followed: false }, 'linked-qualified'],
    [{ reachable: false, truncated: true, indexable: null }, 'linked'],
    [{ botWall: true }, 'linked'],
  ])('of a link with %j is %s', (more, kind) => {
    expect(verdictKindOf({ ...LINKED, ...more }, {})).toBe(kind)
  })

  it.each<[Partial<LinkFacts>, Partial<Parameters<typeof verdictKindOf>[1]>, string]>([
    [{ gone: true, reachable: false, linked: null }, {}, 'page-gone'],
    [{ soft404: true }, { previously: 'linked' }, 'page-gone'],
    [{ reachable: false, linked: null }, { previously: 'linked' }, 'could-not-check'],
    [{ botWall: true, linked: null }, {}, 'could-not-check'],
    [{ linked: null, scriptRendered: true }, {}, 'looks-rendered-by-script'],
    [{ linked: null, scriptRendered: false }, {}, 'could-not-check'],
    [{ mentioned: true }, { previously: 'linked' }, 'lost'],
    [{ instead: 'no-words', mentioned: false }, { previously: 'linked' }, 'could-not-check'],
    [{ instead: 'front-page', mentioned: false }, { previously: 'linked' }, 'could-not-check'],
    [{ instead: 'front-page', mentioned: false }, {}, 'not-mentioned'],
    [{ instead: 'login', linked: null }, { previously: 'linked' }, 'could-not-check'],
    [{ mentioned: true }, {}, 'mentioned-unlinked'],
    [{ mentioned: true }, { saidAboutUs: true }, 'mentioned-unlinked'],
    [{ mentioned: false }, {}, 'not-mentioned'],
    [{ mentioned: false }, { saidAboutUs: true }, 'featured-not-named'],
    [{ mentioned: null }, { saidAboutUs: true }, 'looks-rendered-by-script'],
  ])('without a link, of %j asked with %j is %s', (more, question, kind) => {
    expect(verdictKindOf({ ...UNLINKED, ...more }, question)).toBe(kind)
  })
})

describe('what verdicts say', () => {
  const everything: LinkFacts[] = [
    LINKED,
    UNLINKED,
    ...FAILURES.map((failure) => ({ ...UNLINKED, failure, httpStatus: null })),
  ]

  it.each(VERDICT_KINDS)('%s speaks in plain sentences to everybody', (kind) => {
    for (const facts of everything) {
      for (const provenance of MENTION_PROVENANCES) {
        const words = Object.values(VERDICT_WORDS[kind](facts, { provenance, targetUrl: null }))
        expect(words).toHaveLength(4)
        for (const text of words) {
          expect(text).toMatch(/^[A-Z"0-9].*[.]$/s)
          expect(text).not.toMatch(/!|undefined|null|NaN|failed to|you must/)
        }
      }
    }
  })

  it('calls a marked link right for a gift, and an unmarked one the risk', () => {
    const gift = { ...QUESTION, provenance: 'sample' as const }
    expect(verdictOf({ ...LINKED, followed: false, rel: ['sponsored'] }, gift).sentence).toContain(
      'as it should be',
    )
    expect(verdictOf(LINKED, gift).sentence).toContain('it is not')
    expect(verdictOf(LINKED, QUESTION).sentence).not.toContain('gift')
  })

  it.each<[string, Partial<LinkFacts>, string]>([
    ['sponsored', { rel: ['sponsored'] }, 'as it should be for a gift'],
    ['nofollow', { rel: ['nofollow'] }, 'as it should be for a gift'],
    ['only ugc', { rel: ['ugc'] }, 'the right mark is sponsored or nofollow'],
    ['plain on a page of nofollow', { rel: [], pageNofollow: true }, 'the whole page asks search engines'],
  ])('tells a gift whose link is %s what that means', (_, more, words) => {
    const gift = { ...QUESTION, provenance: 'sample' as const }
    expect(verdictOf({ ...LINKED, followed: false, ...more }, gift).sentence).toContain(words)
  })

  it.each<[Partial<LinkFacts>, string]>([
    [{ targetStatus: 404 }, 'does not exist any more'],
    [{ targetStatus: 410 }, 'does not exist any more'],
    [{ targetStatus: 200, targetTrouble: 'says-not-found' }, 'cannot be found'],
  ])('says of a page of ours with %j that this one can be fixed today', (more, words) => {
    const { kind, sentence, inYourHands } = verdictOf({ ...LINKED, ...more }, QUESTION)
    expect(kind).toBe('linked-wrong-page')
    expect(sentence).toContain(words)
    expect(sentence).toContain('This one you can fix today.')
    expect(inYourHands).toContain('Nobody needs to be asked.')
  })

  it('says of a page of ours that is in trouble no more than that', () => {
    const verdict = verdictOf({ ...LINKED, targetStatus: 503 }, QUESTION)
    expect(verdict).toMatchObject({
      kind: 'linked',
      expert: expect.stringContaining('answered 503 this time'),
    })
    expect(verdict.sentence).not.toContain('fix')
  })

  it('says of a story without our name that it is out of our hands', () => {
    expect(verdictOf({ ...UNLINKED, mentioned: false }, { ...QUESTION, saidAboutUs: true }).sentence).toBe(
      'They ran it; neither your link nor your name is in it. Out of your hands.',
    )
  })
})
