import { splitSentences } from '../text/sentences.ts'
import type { Condition, ConditionKind } from './condition-kinds.ts'

/** Longer than that nobody reads on a line; the text itself is always beside it. */
const LONGEST_WORDS = 240
const MOST_CONDITIONS = 25
const READ_CHARACTERS = 30_000

const PLACE =
  '(?:u\\.?k\\.?|united kingdom|britain|british|england|scotland|wales|ireland|irish|u\\.?s\\.?a?|united states|america(?:ns?)?|canada|canadians?|australia(?:ns?)?|aussies?|new zealand(?:ers?)?|kiwis?|n\\.?z\\.?|europe(?:an)?|e\\.?u\\.?|germany|france|india|london|new york|nyc|california|texas|florida|north america)'

const WHO =
  '(?:founders?|co-?founders?|ceos?|(?:business |shop |home ?|pet |small business )?owners?|directors?|executives?|c-suite|managers?|doctors?|dentists?|therapists?|psychologists?|lawyers?|attorneys?|accountants?|advis[eo]rs?|nurses?|vets?|teachers?|parents?|mothers?|mums?|moms?|dads?|students?|freelancers?|designers?|makers?|engineers?|scientists?|academics?|economists?|chefs?|gardeners?|guides?|women|experts?|people who)(?![a-z])'

const GROUPS: readonly (readonly ConditionKind[])[] = [
  ['place'],
  ['credential', 'first-hand', 'role'],
  ['no-ai', 'no-pitch', 'length', 'photo', 'exclusive', 'named', 'call'],
]

/** Looked for in one sentence at a time; the first of its group that fits says what kind it is. */
const PATTERNS: readonly { kind: ConditionKind; said: RegExp }[] = [
  {
    kind: 'no-ai',
    said: /\b(?:no|not?|without|avoid|don['’]?t (?:use|send)|do not (?:use|send)|never|reject|ignored?|deleted?|zero)\b[^.!?]{0,60}\b(?:a\.?i\.?|chat ?gpt|llms?|machine[- ](?:written|generated)|bots?)\b|\b(?:a\.?i\.?|chat ?gpt)[- ]?(?:generated|written|assisted)?\b[^.!?]{0,60}\b(?:not|won['’]t|will be (?:ignored|deleted|rejected|binned)|ignored|rejected|banned|delete|no thanks)\b|\bhumans? only\b|\bhuman[- ]written\b/i,
  },
  {
    kind: 'no-pitch',
    said: /\b(?:no|not|without|avoid|don['’]?t|do not|please no|zero)\b[^.!?]{0,40}\b(?:product|brand|sales|promotional|self[- ]promot\w*|promotion|marketing|pr|advert\w*|commercial|company)?\s?(?:pitch(?:es|ing)?|plugs?|promotion\w*|promo|adverts?|advertising|self-promotion|press releases?)\b/i,
  },
  {
    kind: 'length',
    said: /\b\d{2,4}(?:\s?[-\u2013]\s?\d{2,4}| to \d{2,4})?[ -]words?\b|\b(?:one|two|three|1|2|3|couple of|few)(?:[- ](?:to|or)[- ](?:two|three|four|2|3|4)|\s?[-\u2013]\s?[2-5])? (?:sentences?|paragraphs?|lines?)\b/i,
  },
  {
    kind: 'photo',
    said: /\b(?:photo(?:graph)?s?|head ?shots?|pictures?|images?|portrait)\b[^.!?]{0,60}\b(?:needed|required|must|please|necessary|essential|available|attach\w*|include\w*|high[- ]res\w*)\b|\b(?:include|send|attach|provide|supply|need|require|with|must have|be happy to be|willing to be|happy to be)\b[^.!?]{0,40}\b(?:photo(?:graph)?s?|photographed|head ?shots?|pictures?|images?|portrait)\b/i,
  },
  {
    kind: 'exclusive',
    said: /\bexclusiv\w+\b|\bnot (?:been )?(?:published|quoted|used) (?:elsewhere|before)\b/i,
  },
  {
    kind: 'place',
    said: new RegExp(
      `\\b${PLACE}[- ]?(?:based|only|residents?|readers? only|sources? only|experts? only)(?![a-z])|\\b(?:based|located|living|live|resident|reside|working|operating)s? (?:in|within|across|anywhere in) (?:the )?${PLACE}(?![a-z])|\\b(?:only|must be|solely|strictly|exclusively)\\b[^.!?]{0,40}\\b(?:from |in |the )?${PLACE}(?![a-z])|\\b${PLACE}(?![a-z])[^.!?]{0,20}\\bonly\\b`,
      'i',
    ),
  },
  {
    kind: 'credential',
    said: /\b(?:must|should|need\w*|required?|only|please be|has to|have to|has got to)\b[^.!?]{0,60}\b(?:licen[sc]ed|certified|accredited|registered|qualified|board[- ]certified|chartered|ph\.?d|m\.?d\.?|degree|credentials?|qualifications?|cfps?|cpas?)\b|\b(?:licen[sc]ed|certified|accredited|registered|qualified|board[- ]certified|chartered)\b[^.!?]{0,50}\bonly\b|\bcredentials? (?:are )?(?:required|needed|a must)\b/i,
  },
  {
    kind: 'first-hand',
    said: /\b(?:first[- ]?hand|personal experience|lived experience|own experience|case stud(?:y|ies))\b|\b(?:must|should|need to|have to) (?:have|be)\b[^.!?]{0,50}\b(?:experienced?|lived|tried|done|been through|used|owned)\b|\bhas this happened to you\b/i,
  },
  {
    kind: 'role',
    said: new RegExp(
      `\\b(?:must be|should be|needs? to be|has to be|have to be|only|from|we want|strictly|looking only for|open only to|exclusively)\\b[^.!?]{0,50}\\b${WHO}|\\b${WHO}[^.!?]{0,40}\\bonly\\b`,
      'i',
    ),
  },
  {
    kind: 'named',
    said: /\b(?:full names?|be named|on the record|real names?|no anonymous|anonymous (?:sources )?(?:not|won['’]t))\b|\b(?:include|provide|send|with|need|state|give|please add)\b[^.!?]{0,40}\b(?:job title|your title|name,|linkedin|short bio|bio\b|byline|age and|name and)/i,
  },
  {
    kind: 'call',
    said: /\b(?:available|happy|willing|able|free|open)\b[^.!?]{0,40}\b(?:call|phone|zoom|interview(?:ed)?|chat|speak|talk|video|camera)\b|\b(?:phone|zoom|video|on[- ]camera) (?:interviews?|calls?) (?:only|needed|required)\b/i,
  },
]

/** "Photos are optional", "you need not be in the UK". */
const NOT_ASKED =
  /\b(?:optional|not (?:required|necessary|needed|essential|a must)|no need|need not|don['’]?t (?:need|have) to|do not (?:need|have) to|doesn['’]?t (?:need|have|matter)|does not (?:need|have|matter)|isn['’]?t (?:required|necessary)|welcome but|anywhere in the world|nice to have|a bonus|preferred but)\b/i
const ROLE_NEEDS = /\b(?:must|only|should|needs?|has to|have to|strictly|exclusively)\b/i

/**
 * What a request asks of whoever answers, each with the words it came from, as they stand there.
 *
 * @param required words that stand where the service has its requirements: every sentence of them asks for something
 */
export function findConditions(text: string, required = ''): Condition[] {
  const asked = splitSentences(required.slice(0, READ_CHARACTERS)).map(({ text: words }) => ({
    words,
    isAsked: true,
  }))
  const said = splitSentences(text.slice(0, READ_CHARACTERS)).map(({ text: words }) => ({
    words,
    isAsked: false,
  }))
  const found = new Map<string, Condition[]>()
  for (const { words, isAsked } of [...asked, ...said]) {
    const kept = asWords(words)
    if (found.has(kept) || NOT_ASKED.test(words.slice(0, 600))) continue
    const kinds = kindsOf(words.slice(0, 600))
    const all = kinds.length === 0 && isAsked && kept.length > 3 ? (['other'] as const) : kinds
    if (all.length > 0)
      found.set(
        kept,
        all.map((kind) => ({ kind, words: kept })),
      )
    if (found.size === MOST_CONDITIONS) break
  }
  return [...found.values()].flat().slice(0, MOST_CONDITIONS)
}

/** Where somebody is, what they are, and what the answer looks like may all stand in one sentence; of each, the first that fits. */
function kindsOf(sentence: string): ConditionKind[] {
  return GROUPS.flatMap((group) => {
    const found = PATTERNS.find(({ kind, said }) => group.includes(kind) && said.test(sentence))
    if (!found || (found.kind === 'role' && !ROLE_NEEDS.test(sentence))) return []
    return [found.kind]
  })
}

/** Without the mark of a list; a long sentence ends where nobody would read on. */
function asWords(sentence: string): string {
  const words = sentence.replace(/^(?:[-*+\u2022\u2013\u2014]|\d{1,2}[.)])\s+/, '').trim()
  return words.slice(0, LONGEST_WORDS).trimEnd()
}
