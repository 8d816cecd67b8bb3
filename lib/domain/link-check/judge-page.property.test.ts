import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileBytes, hostileHeaders, hostilePage } from './cases/hostile-pages.ts'
import { readPage } from './cases/read-page.ts'
import type { LinkFacts } from './link-facts.ts'
import { verdictOf } from './link-verdict.ts'

/** The same pages each time. To try others, change SEED; to try more, raise RUNS (100,000 take some minutes). */
const SEED = 20260301
const RUNS = { anything: 1_500, parts: 2_500 }
const LIMIT_MS = 120_000

const question = fc.record({
  targetUrl: fc.constantFrom(null, 'https://acme.test/kit', 'https://acme.test/other?x=1'),
  followHops: fc.boolean(),
  previously: fc.constantFrom(null, 'linked' as const),
  brands: fc.constantFrom<string[][]>(['Acme'], ['acme.test', 'Acme'], ['caf\u00e9', 'Acme'], []),
})
const status = fc.constantFrom(200, 200, 200, 200, 404, 403, 503)

/** They tell of the answer, not of the page: of a part they say that it is one. */
const OF_THE_ANSWER = ['reachable', 'transient', 'truncated', 'bytesRead', 'charset', 'contentType'] as const
/** They show the best link and the first name among what came (link-facts.ts). */
const SHOWN = [
  'matchedHref',
  'resolvedUrl',
  'element',
  'rel',
  'redirectTo',
  'anchorText',
  'context',
  'mentionedAs',
  'mentionContext',
] as const

describe('the judge', () => {
  it(
    'never throws, whatever bytes and headers come, and always finds words',
    () => {
      fc.assert(
        fc.property(
          hostileBytes,
          hostileHeaders,
          question,
          status,
          fc.boolean(),
          (body, headers, asked, code, isCut) => {
            const { facts } = readPage(body, {
              observation: { headers, status: code, cut: isCut },
              question: asked,
            })
            expect(verdictOf(facts, { url: '', targets: [], ...asked }).sentence).not.toBe('')
            expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
          },
        ),
        { seed: SEED, numRuns: RUNS.anything },
      )
    },
    LIMIT_MS,
  )

  it(
    'claims nothing of a part that is not so of the whole',
    () => {
      fc.assert(
        fc.property(
          fc.oneof(
            { arbitrary: hostileBytes, weight: 1 },
            { arbitrary: hostilePage.map(bytesOf), weight: 2 },
          ),
          hostileHeaders,
          question,
          status,
          fc.noBias(fc.integer({ min: 1, max: 99 })),
          (body, headers, asked, code, percent) => {
            const observation = { headers, status: code }
            const part = body.slice(0, Math.floor((body.length * percent) / 100))
            const { facts: ofPart } = readPage(part, {
              observation: { ...observation, cut: true },
              question: asked,
            })
            const { facts: ofWhole } = readPage(body, { observation, question: asked })
            // A shadow root that is still to come may take a name from sight.
            const rest = new TextDecoder().decode(body.slice(Math.max(0, part.length - 30)))
            const untold = rest.includes('shadowrootmode') ? ['mentioned'] : []
            expect(contradictions(ofPart, ofWhole, untold)).toEqual([])
          },
        ),
        { seed: SEED, numRuns: RUNS.parts },
      )
    },
    LIMIT_MS,
  )
})

function bytesOf(page: string): Uint8Array {
  return new Uint8Array(Buffer.from(page))
}

function contradictions(ofPart: LinkFacts, ofWhole: LinkFacts, untold: string[]): string[] {
  const free = new Set<string>([...OF_THE_ANSWER, ...SHOWN, ...untold])
  return Object.entries(ofPart).flatMap(([fact, value]) => {
    const whole = ofWhole[fact as keyof LinkFacts]
    return value === null || free.has(fact) || JSON.stringify(value) === JSON.stringify(whole)
      ? []
      : [`${fact}: ${JSON.stringify(value)} of a part, ${JSON.stringify(whole)} of the whole`]
  })
}
