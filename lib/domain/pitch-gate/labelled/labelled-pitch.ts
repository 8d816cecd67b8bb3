import { NO_HISTORY, type PitchFacts } from '../pitch-facts.ts'
import type { PitchRule, Severity } from '../pitch-rules.ts'

/** What the gate has to say of a pitch, nothing more and nothing less. */
export type Verdict = `${PitchRule} ${Severity}`
export type LabelledPitch = { about: string; facts: PitchFacts; expected: readonly Verdict[] }

type Letter = {
  to: string
  country?: string
  host: string
  from: string
  company: string
  postalAddress?: string
  route?: PitchFacts['route']
  page: string
  quote: string
  gap?: string
  subject: string
  body: string
}

/** A first pitch after everything that has to be done before it was done. */
export function letter(of: Letter): PitchFacts {
  return {
    now: new Date('2026-05-06T09:00:00Z'),
    route: of.route ?? 'product',
    purpose: 'first',
    subject: of.subject,
    body: of.body,
    signature: '',
    contact: { name: of.to, country: of.country ?? 'NL', address: `mail@${of.host}` },
    origin: {
      page: `https://${of.host}/contact`,
      words: 'Write to me',
      noUnsolicited: false,
      fitsRole: true,
    },
    guidelines: 'absent',
    reading: { pageText: of.page, quote: of.quote, gap: of.gap ?? null },
    others: [],
    history: NO_HISTORY,
    sender: { name: of.from, company: of.company, postalAddress: of.postalAddress ?? null },
    settings: {},
  }
}

/** The same pitch with a sentence more, where its second paragraph ends. */
export function withSentence(facts: PitchFacts, sentence: string): PitchFacts {
  const paragraphs = facts.body.split('\n\n')
  paragraphs[2] = `${paragraphs[2]} ${sentence}`
  return { ...facts, body: paragraphs.join('\n\n') }
}
