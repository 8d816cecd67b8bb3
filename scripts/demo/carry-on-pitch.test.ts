import { describe, expect, it } from 'vitest'
import { NO_HISTORY, type PitchFacts } from '#lib/domain/pitch-gate/pitch-facts.ts'
import { isReady, reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { ecoShop } from './eco-shop.ts'

const prospect = ecoShop.prospects.find(({ name }) => name === 'Packlight Diary')
const { pitch, reading, contact } = prospect ?? {}
if (!pitch || !reading || !contact?.via) throw new Error('The demo has lost its carry-on pitch')

const FACTS: PitchFacts = {
  now: new Date('2026-05-06T09:00:00Z'),
  route: 'product',
  purpose: 'first',
  subject: pitch.subject,
  body: pitch.body,
  signature: '',
  contact: { name: contact.name, country: contact.country ?? null, address: contact.via.address },
  origin: {
    page: contact.via.page ?? null,
    words: contact.via.words ?? null,
    noUnsolicited: false,
    fitsRole: true,
  },
  guidelines: 'seen',
  reading: { pageText: reading.html, quote: reading.quote, gap: reading.gap ?? null },
  others: [],
  history: NO_HISTORY,
  sender: { name: 'Mara Lindqvist', company: 'Fernway Travel Goods', postalAddress: null },
  settings: {},
}

describe('the carry-on pitch of the demo', () => {
  it('passes with its reading note', () => {
    expect(reviewPitch(FACTS)).toEqual([])
  })

  it('is refused without it', () => {
    const problems = reviewPitch({ ...FACTS, reading: null })
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['no-reading', 'mendable']])
    expect(isReady(problems)).toBe(false)
  })

  it('is refused as a copy for somebody else', () => {
    const others = [{ id: 'p1', body: pitch.body.replace('Jo', 'Henrik') }]
    expect(reviewPitch({ ...FACTS, others }).map(({ rule }) => rule)).toEqual(['near-copy'])
  })
})
