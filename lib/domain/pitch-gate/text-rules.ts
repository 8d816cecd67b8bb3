import { foldText } from '../text/fold-text.ts'
import { countWords } from '../text/words.ts'
import { bodyWithoutSignature } from './own-text.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'
import { settingsThatHold } from './pitch-settings.ts'
import { findRequiredLines, withoutRanges } from './required-lines.ts'

const SUBJECT_MIN_CHARACTERS = 30
const SUBJECT_MAX_CHARACTERS = 60
const REPLY_MARK =
  /^(?:re|aw|sv|vs|antw|antwort|res|rif|r|fwd?|wg|tr|rv|i)\s?(?:\[\d+\]|\(\d+\))?\s?[:\uFF1A]\s*/i

/** Body words; signature and required lines do not count. */
export function reviewLength(facts: PitchFacts): PitchProblem[] {
  const body = bodyWithoutSignature(facts)
  const words = countWords(withoutRanges(body, findRequiredLines(body, facts).ranges))
  const { maxWords, warnWords } = settingsThatHold(facts.settings)
  if (words > maxWords) {
    return [
      problem('too-long', {
        message: `The text has ${words} words; ${maxWords} is the limit.`,
        remedy: 'Keep what they need to decide, and leave the rest for when they answer.',
      }),
    ]
  }
  if (words <= warnWords) return []
  const message = `The text has ${words} words. Up to ${warnWords} is more likely to be read.`
  return [problem('too-long', { message, remedy: 'See what can go.' }, 'warning')]
}

export function reviewSubject(facts: PitchFacts): PitchProblem[] {
  const subject = foldText(facts.subject) === '' ? '' : facts.subject.trim().replace(/\s+/g, ' ')
  if (subject === '') {
    const message = 'The subject is empty.'
    return [problem('subject', { message, remedy: 'Say in a few words what it is about, for them.' })]
  }
  const problems: PitchProblem[] = []
  const replyMark = REPLY_MARK.exec(subject)?.[0] ?? ''
  if (facts.purpose === 'first' && replyMark !== '') {
    problems.push(
      warning(
        `"${replyMark.trim()}" makes a first mail look like an answer.`,
        'Leave it out; it looks like a trick.',
      ),
    )
  }
  const length = charactersOf(facts.purpose === 'first' ? subject : subject.slice(replyMark.length))
  if (length < SUBJECT_MIN_CHARACTERS || length > SUBJECT_MAX_CHARACTERS) {
    const shape = length < SUBJECT_MIN_CHARACTERS ? 'short' : 'long'
    problems.push(
      warning(
        `The subject is ${shape}: ${length} characters.`,
        `Between ${SUBJECT_MIN_CHARACTERS} and ${SUBJECT_MAX_CHARACTERS} is easiest to read in a list of mail.`,
      ),
    )
  }
  if (isAllCapitals(subject.slice(replyMark.length))) {
    problems.push(warning('The subject is in capitals only.', 'Write it like a sentence.'))
  }
  return problems
}

function warning(message: string, remedy: string): PitchProblem {
  return problem('subject', { message, remedy }, 'warning')
}

/** As a reader counts them: a letter with its accents, or a family of emoji, is one. */
function charactersOf(text: string): number {
  if (text.length > 1_000) return text.length
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length
}

function isAllCapitals(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= 5 && !/\p{Ll}/u.test(text)
}
