import { countWords } from '../text/words.ts'

/** What stands on a Site's fact sheet, in the order of the page. */
export const FACT_KINDS = [
  'bio-short',
  'bio-medium',
  'bio-long',
  'product',
  'proof',
  'topic',
  'quote',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

type FactKindWords = {
  label: string
  many: string
  hint: string
  /** What the line over the words is called; null: it has none of its own. */
  title: string
  person: string | null
  /** Whether it says where one can check it. */
  hasSource: boolean
  mostWords: number | null
}

export const FACT_KIND_TABLE: Readonly<Record<FactKind, FactKindWords>> = {
  'bio-short': {
    ...{ label: 'Short bio', many: 'Short bios', title: 'What they are', person: 'Whose', hasSource: false },
    ...{ hint: 'One line, for under a quote: “Mara Lind, founder of Fernway”.', mostWords: 25 },
  },
  'bio-medium': {
    ...{
      label: 'Medium bio',
      many: 'Medium bios',
      title: 'What they are',
      person: 'Whose',
      hasSource: false,
    },
    ...{ hint: 'A few sentences, for the end of a guest piece.', mostWords: 80 },
  },
  'bio-long': {
    ...{ label: 'Long bio', many: 'Long bios', title: 'What they are', person: 'Whose', hasSource: false },
    ...{ hint: 'For a podcast’s notes or a speaker’s page.', mostWords: 300 },
  },
  product: {
    ...{
      label: 'Product fact',
      many: 'Product facts',
      title: 'What it is about',
      person: null,
      hasSource: true,
    },
    ...{ hint: 'Something one can measure or check: a weight, a year, what it is made of.', mostWords: null },
  },
  proof: {
    ...{ label: 'Proof', many: 'Proof', title: 'What it proves', person: null, hasSource: true },
    ...{ hint: 'A figure, a prize, a report, a register, each with where it stands.', mostWords: null },
  },
  topic: {
    ...{
      label: 'Topic',
      many: 'Topics to speak on',
      title: 'The topic',
      person: 'Who can speak',
      hasSource: false,
    },
    ...{ hint: 'What somebody here knows from doing it, and why one would ask them.', mostWords: null },
  },
  quote: {
    ...{
      label: 'Quote given',
      many: 'Quotes already given',
      title: 'For whom',
      person: 'Who said it',
      hasSource: true,
    },
    ...{
      hint: 'So that nobody gives the same words twice, and everybody can see what was said.',
      mostWords: null,
    },
  },
}

/** Why a text is no fact of its kind: a short bio that is long helps nobody. */
export function factProblem({
  kind,
  text,
}: {
  kind: FactKind
  text: string
}): { message: string; remedy: string } | null {
  const { mostWords, label } = FACT_KIND_TABLE[kind]
  const words = countWords(text)
  if (mostWords === null || words <= mostWords) return null
  return {
    message: `That has ${words} words; ${mostWords} is the most for a ${label.toLowerCase()}.`,
    remedy: 'Keep what somebody would print, or make it a longer one.',
  }
}

/** One line of the sheet as it is pasted: the words, with who said them and where they stand. */
export function factToCopy(fact: {
  kind: string
  text: string
  person: string
  source: string
  sourceUrl: string
}): string {
  const source = [fact.source, fact.sourceUrl].filter(Boolean).join(', ')
  if (fact.kind === 'quote') return [`“${fact.text}”`, fact.person].filter(Boolean).join(' – ')
  return source && (fact.kind === 'proof' || fact.kind === 'product') ? `${fact.text} (${source})` : fact.text
}

/** As evidence beside a condition: "Mara Lind, Founder. Started the shop in 2019. (Register of companies)". */
export function factAsEvidence(fact: {
  title: string
  text: string
  person: string
  source: string
  sourceUrl: string
}): string {
  const who = [fact.person, fact.title].filter(Boolean).join(', ')
  const source = [fact.source, fact.sourceUrl].filter(Boolean).join(', ')
  return [who, fact.text].filter(Boolean).join(': ').slice(0, 1_500) + (source ? ` (${source})` : '')
}
