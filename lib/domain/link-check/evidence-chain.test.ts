import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breachAtEnd, breachOf, CHAIN_START, type SealedLook } from './evidence-breach.ts'
import {
  type ChainedLook,
  canonicalJson,
  emptyValueOf,
  fieldsOf,
  isBlankable,
  type SealingTools,
  sealLook,
} from './evidence-chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')
const tools: SealingTools = { sha256, salt: () => randomBytes(16).toString('base64') }

function look(number: number, more: Partial<ChainedLook> = {}): ChainedLook {
  return {
    mentionId: 'm',
    number,
    kind: 'fetched',
    at: new Date(Date.UTC(2026, 2, number)),
    tookMs: 120,
    verdict: 'linked',
    requestedById: null,
    runId: null,
    httpStatus: 200,
    isUnchanged: false,
    facts: { linked: true, anchorText: 'Fernway', rel: ['nofollow'], noindex: null },
    sentence: 'They link to you.',
    note: '',
    finalUrl: 'https://blog.test/post',
    hops: [{ url: 'https://blog.test/', status: 301 }],
    headers: { etag: '"1"', 'content-type': 'text/html' },
    linkHtml: '<a href="https://fernway.shop/">Fernway</a>',
    textHash: 'abc',
    changes: [],
    ...more,
  }
}

function chain(...looks: ChainedLook[]): SealedLook[] {
  let previous = ''
  return looks.map((each) => {
    const seal = sealLook(each, previous, tools)
    previous = seal.hash
    return { ...each, ...seal, blanked: [] }
  })
}

/** Walks a chain as the verifier does. */
function walk(looks: SealedLook[], head?: { lookCount: number; headHash: string | null }) {
  let end = CHAIN_START
  for (const each of looks) {
    const breach = breachOf(each, end, sha256)
    if (breach) return breach
    end = { number: each.number, hash: each.hash }
  }
  return breachAtEnd(end, head ?? { lookCount: end.number, headHash: end.hash })
}

describe('the canonical form', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ ä: 1, z: 2, Z: 3, '\u{1f600}': 4, '\ufb33': 5 }, '{"Z":3,"z":2,"ä":1,"\u{1f600}":4,"\ufb33":5}'],
    [{ left: undefined, nested: { y: {}, x: [] } }, '{"nested":{"x":[],"y":{}}}'],
    [new Date('2026-03-04T12:00:00.120Z'), '"2026-03-04T12:00:00.120Z"'],
    [undefined, 'null'],
    [-0, '0'],
    ['a "quote" and \u0007 and \u2028', JSON.stringify('a "quote" and \u0007 and \u2028')],
  ])('of %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it('is the same for whatever comes back from JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })
})

describe('a chain', () => {
  it('is whole as it was written', () => {
    expect(walk(chain(look(1), look(2), look(3)))).toBeNull()
    expect(walk([])).toBeNull()
  })

  it('has another salt for every field, so that equal values have unequal hashes', () => {
    const [one, two] = chain(look(1), look(2))
    expect(one?.fieldHashes['facts.linked']).not.toBe(two?.fieldHashes['facts.linked'])
    const salts = Object.values(one?.fieldSalts ?? {})
    expect(new Set(salts).size).toBe(salts.length)
    expect(salts.every((salt) => Buffer.from(salt, 'base64').length === 16)).toBe(true)
  })

  it('can be told by anybody with SHA-256 and the row', () => {
    const [one] = chain(look(1))
    const salt = one?.fieldSalts['facts.anchorText'] ?? ''
    expect(one?.fieldHashes['facts.anchorText']).toBe(sha256(`${salt}"Fernway"`))
    expect(one?.fieldHashes.verdict).toBe(sha256('"linked"'))
    expect(one?.hash).toBe(
      sha256(canonicalJson({ mentionId: 'm', number: 1, previousHash: '', fieldHashes: one?.fieldHashes })),
    )
  })

  it.each([...fieldsOf(look(2)).keys()])('is broken where %s was changed, and says so', (field) => {
    const looks = chain(look(1), look(2), look(3))
    const changed = looks[1] as SealedLook & Record<string, unknown>
    if (field.startsWith('facts.'))
      changed.facts = { ...(changed.facts as object), [field.slice(6)]: 'forged' }
    else if (field === 'number') return
    else changed[field] = field === 'at' ? new Date(0) : 'forged'
    expect(walk(looks)).toMatchObject({ number: 2, field })
  })

  it.each<[string, (looks: SealedLook[]) => void, { number: number; field: string }]>([
    ['a look is taken out of the middle', (looks) => looks.splice(1, 1), { number: 2, field: 'look' }],
    [
      'looks are put in each other’s place',
      (looks) => {
        const [, two, three] = looks as [SealedLook, SealedLook, SealedLook]
        looks.splice(1, 2, { ...three, number: 2 }, { ...two, number: 3 })
      },
      { number: 2, field: 'number' },
    ],
    [
      'a look of another mention is put in',
      (looks) => {
        const [, other] = chain(look(1, { mentionId: 'n' }), look(2, { mentionId: 'n' }))
        looks.splice(1, 1, { ...(other as SealedLook), mentionId: 'm' })
      },
      { number: 2, field: 'mentionId' },
    ],
    [
      'a fact is added',
      ([, two]) => Object.assign(two as SealedLook, { facts: { ...(two?.facts as object), extra: true } }),
      { number: 2, field: 'facts.extra' },
    ],
    [
      'a fact is left out',
      ([, two]) => Object.assign(two as SealedLook, { facts: { linked: true } }),
      { number: 2, field: 'facts.anchorText' },
    ],
    [
      'a field and its hash are forged together',
      ([, two]) => {
        if (two)
          Object.assign(two, {
            verdict: 'lost',
            fieldHashes: { ...two.fieldHashes, verdict: sha256('"lost"') },
          })
      },
      { number: 2, field: 'hash' },
    ],
    [
      'a look is written anew, whole',
      (looks) => {
        const anew = look(2, { verdict: 'lost' })
        const seal = sealLook(anew, looks[0]?.hash ?? '', tools)
        looks.splice(1, 1, { ...anew, ...seal, blanked: [] })
      },
      { number: 3, field: 'previousHash' },
    ],
    [
      'a look loses its hash',
      ([, two]) => Object.assign(two as SealedLook, { hash: null, fieldHashes: {} }),
      { number: 2, field: 'hash' },
    ],
  ])('is broken where %s', (_, harm, breach) => {
    const looks = chain(look(1), look(2), look(3))
    harm(looks)
    expect(walk(looks)).toMatchObject(breach)
  })

  it('is broken where the newest look is taken away, or one is added that the mention does not count', () => {
    const looks = chain(look(1), look(2), look(3))
    const head = { lookCount: 3, headHash: looks[2]?.hash ?? null }
    expect(walk(looks, head)).toBeNull()
    expect(walk(looks.slice(0, 2), head)).toMatchObject({ number: 3, field: 'look' })
    expect(walk([], head)).toMatchObject({ number: 1, field: 'look' })
    expect(walk(looks, { ...head, lookCount: 2 })).toMatchObject({ number: 3, field: 'look' })
    expect(walk(looks, { ...head, headHash: looks[1]?.hash ?? null })).toMatchObject({
      number: 3,
      field: 'hash',
    })
  })

  it('begins after looks from before there was one', () => {
    const old = { ...look(1), fieldSalts: {}, fieldHashes: {}, previousHash: '', hash: null, blanked: [] }
    const [first] = chain(look(2))
    expect(walk([old, first as SealedLook])).toBeNull()
    expect(walk([first as SealedLook, { ...old, number: 3 }])).not.toBeNull()
  })
})

describe('a blanked field', () => {
  const blankable = [...fieldsOf(look(1)).keys()].filter(isBlankable)

  function blank(sealed: SealedLook, field: string): SealedLook {
    const value = isBlankable(field) ? emptyValueOf(field) : null
    const { [field]: _, ...fieldSalts } = sealed.fieldSalts
    const rest = { ...sealed, fieldSalts, blanked: [...sealed.blanked, field] }
    return field.startsWith('facts.')
      ? { ...rest, facts: { ...(sealed.facts as object), [field.slice(6)]: value } }
      : { ...rest, [field]: value }
  }

  it.each(blankable)('%s leaves the chain whole', (field) => {
    const looks = chain(look(1), look(2))
    const blanked = looks.map((each) => blank(each, field))
    expect(walk(blanked)).toBeNull()
  })

  it('is not one that holds something else than nothing', () => {
    const [one] = chain(look(1)) as [SealedLook]
    expect(walk([{ ...blank(one, 'sentence'), sentence: 'They do not link to you.' }])).toMatchObject({
      number: 1,
      field: 'sentence',
    })
    expect(walk([{ ...one, facts: { ...(one.facts as object), linked: null } }])).toMatchObject({
      field: 'facts.linked',
    })
  })

  it('is never the verdict, the time or the number', () => {
    const [one] = chain(look(1)) as [SealedLook]
    for (const field of ['verdict', 'at', 'number', 'kind', 'mentionId', 'requestedById']) {
      expect(isBlankable(field)).toBe(false)
      expect(walk([{ ...one, blanked: [field] }])).toMatchObject({ field })
    }
  })
})
