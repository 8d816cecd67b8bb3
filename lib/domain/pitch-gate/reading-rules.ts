import { findGap } from '../text/gap-search.ts'
import { findQuote } from '../text/quote-search.ts'
import type { PitchFacts, PitchReading } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'

/** Whether somebody read their work, and whether what the note says about it is true. */
export function reviewReading(facts: PitchFacts): PitchProblem[] {
  return [...reviewGuidelines(facts), ...(facts.reading ? reviewNote(facts, facts.reading) : [noReading()])]
}

function noReading(): PitchProblem {
  return problem('no-reading', {
    message: 'There is no reading note about their work with this pitch.',
    remedy: 'Read one of their pieces and note a sentence from it, word for word, and what struck you.',
  })
}

function reviewGuidelines({ guidelines }: PitchFacts): PitchProblem[] {
  if (guidelines !== null) return []
  return [
    problem('guidelines-unseen', {
      message: 'Nobody has looked for their "how to pitch", "write for us" or contact page.',
      remedy: 'Look for it, and note what it says, or that there is none.',
    }),
  ]
}

function reviewNote(facts: PitchFacts, reading: PitchReading): PitchProblem[] {
  const problems = reviewQuote(reading)
  return facts.route === 'product' ? [...problems, ...reviewGap(reading)] : problems
}

function reviewQuote({ pageText, quote }: PitchReading): PitchProblem[] {
  const search = findQuote(pageText, quote)
  if (search.kind === 'found') return []
  if (search.kind === 'too-short') {
    return [
      problem('quote-not-found', {
        message: search.message,
        remedy: 'Copy a longer piece of one sentence from the page.',
      }),
    ]
  }
  const closest = search.closest ? ` The nearest there is: "${shortened(search.closest.text)}"` : ''
  return [
    problem('quote-not-found', {
      message: `The quote in your reading note is not on the page word for word.${closest}`,
      remedy: 'Copy the sentence from the page again; an ellipsis may stand for what you leave out.',
    }),
  ]
}

function reviewGap({ pageText, gap }: PitchReading): PitchProblem[] {
  const search = findGap(pageText, gap ?? '')
  if (search.kind === 'absent') return []
  if (search.kind === 'nothing-named') {
    return [
      problem('gap-missing-from-note', {
        message: 'Your reading note does not say what their piece is missing.',
        remedy: 'Name in a few words what their readers would look for and not find, like "no vegan option".',
      }),
    ]
  }
  return [
    problem('gap-present', {
      message: `What you call missing stands on their page: "${shortened(search.sentence)}"`,
      remedy: 'Name something that really is missing there, or choose another piece.',
    }),
  ]
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 200 ? line : `${line.slice(0, 199).trimEnd()}…`
}
