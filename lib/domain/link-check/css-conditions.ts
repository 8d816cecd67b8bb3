import { isKnown } from './css-values.ts'

/** Yes, no, or null: nobody here can tell. */
export type Answer = boolean | null

const CONDITION_MAX_CHARACTERS = 300
/** Properties every browser of today knows, whatever their value. */
const KNOWN_PROPERTIES =
  /^(?:--[\w-]+|gap|row-gap|column-gap|grid(?:-[a-z-]+)?|flex(?:-[a-z-]+)?|object-fit|aspect-ratio|transform|transition|opacity|color|background(?:-[a-z]+)?|width|height|(?:min|max)-(?:width|height)|margin(?:-[a-z-]+)?|padding(?:-[a-z-]+)?|top|left|right|bottom|inset)$/
const NOT_OF_TODAY = /^-(?:ms|moz|o)-/

/** Whether browsers hold what an `@supports` asks for. */
export function isSupported(condition: string): Answer {
  const text = condition.trim().toLowerCase()
  if (text.length > CONDITION_MAX_CHARACTERS) return null
  const negated = /^not\b\s*(.*)$/s.exec(text)?.[1]
  if (negated !== undefined) return not(isSupported(negated))
  const parts = text.split(/\s+(and|or)\s+/)
  const terms = parts.filter((_, at) => at % 2 === 0)
  const words = new Set(parts.filter((_, at) => at % 2 === 1))
  if (words.size > 1) return null
  const answers = terms.map(isTermSupported)
  return words.has('or') ? or(answers) : and(answers)
}

function isTermSupported(term: string): Answer {
  const [, property = '', value = ''] = /^\(\s*([\w-]+)\s*:\s*([^():]+?)\s*\)$/.exec(term) ?? []
  if (property === '') return null
  const isOneOfOurs = isKnown(property, value)
  if (isOneOfOurs !== null) return isOneOfOurs || null
  if (NOT_OF_TODAY.test(property)) return null
  return KNOWN_PROPERTIES.test(property) ? true : null
}

export function not(answer: Answer): Answer {
  return answer === null ? null : !answer
}

export function and(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}

export function or(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}
