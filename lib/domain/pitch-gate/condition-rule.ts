import { BOUND_OFFERS, CONDITION_PHRASES } from './condition-phrases.ts'
import { isDenied } from './denial.ts'
import { lintSentences } from './lint-text.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'

/** Nobody is bought with pictures or facts. */
const HELP =
  /\b(?:photos?|pictures?|images?|details|facts|information|infos?|numbers|data|a quote|answers?)\b/

const SOME = /\b(?:some|them|these|those)\b/

/** Their topic, not our demand: "your post on link swaps", "you wrote that ...". */
const THEIR_TOPIC =
  /\b(?:your|the|tu|su|votre|ihr|dein)(?:[ \w-]{0,40}?)\b(?:posts?|pieces?|articles?|guides?|rants?|rules?|polic(?:y|ies)|guidelines?|page|section|tips|notes?|thread|talk|episode|warning|views?|stance|take)\b(?: \w+){0,2}? (?:on|about|against|regarding|concerning|around|says?|where)\b[^,;]{0,60}$|\byou (?:wrote|write|said|say|mention(?:ed)?|argued?|explain(?:ed)?|warn(?:ed)?|called?|described?|asked?)\b[^;]{0,80}$|\b(?:i|we)(?:'ve| have|'d| had)? (?:already |once |also |even |happily |gladly )?(?:linked|mentioned|shared|cited)\b[^;]{0,40}$/

/** Asking them to say that it was a gift, or to mark the link, is right. */
const DISCLOSURE =
  /\b(?:sponsored|nofollow|disclos\w+|advert\w*|ad)\b|\b(?:say|says|saying|tell|telling|mention|note|add|mark|label|state|write|clear|know)\b[^.;]{0,30}\b(?:was|is|were|as|it's) (?:a )?gift(?:ed)?\b/
const DISCLOSED_BEFORE = 30

/** A mention, link, anchor, rel or review made a condition or asked in return. Asking for a link politely is none. */
export function reviewConditions(facts: PitchFacts): PitchProblem[] {
  for (const text of [facts.subject, facts.body, facts.signature]) {
    for (const sentence of lintSentences(text, facts.reading)) {
      const words = conditionIn(sentence)
      if (words) return [conditionProblem(words)]
    }
  }
  return []
}

/** The words of a folded sentence (lintSentences) that tie an offer to a mention, link or review; null where none do. */
export function conditionIn(sentence: string): string | null {
  for (const pattern of CONDITION_PHRASES) {
    for (const match of sentence.matchAll(pattern)) {
      const end = match.index + match[0].length
      const isTheirs = THEIR_TOPIC.test(sentence.slice(Math.max(0, match.index - 130), match.index))
      if (!isTheirs && !isDenied(sentence, match.index, end)) return match[0]
    }
  }
  for (const pattern of BOUND_OFFERS) {
    for (const match of sentence.matchAll(pattern)) {
      if (
        HELP.test(match[0]) ||
        (SOME.test(match[0]) && HELP.test(sentence.slice(Math.max(0, match.index - 60), match.index))) ||
        DISCLOSURE.test(
          sentence.slice(Math.max(0, match.index - DISCLOSED_BEFORE), match.index + match[0].length + 40),
        )
      )
        continue
      if (/\bwhether\b|\beven if\b|\bor not\b|n't\b|\bnot\b|\bnever\b|\bno\b/.test(match[0])) continue
      if (!isDenied(sentence, match.index, match.index + match[0].length)) return match[0]
    }
  }
  return null
}

function conditionProblem(words: string): PitchProblem {
  const shown = words.length <= 120 ? words : `${words.slice(0, 119).trimEnd()}…`
  return problem('condition', {
    message: `"${shown}" ties something to a mention, a link or a review.`,
    remedy: 'Offer it with no strings, or ask politely without an offer. A link has to be theirs to give.',
  })
}
