import { readGreeting } from '../pitch-gate/greeting.ts'
import { isOnWordBoundaries } from '../text/words.ts'

/** What a building block may leave open, in the words people write between the braces. */
export const PITCH_VARIABLES = [
  'first name',
  'full name',
  'their site',
  'post title',
  'my name',
  'site name',
  'site owner',
  'postal address',
] as const
export type PitchVariable = (typeof PITCH_VARIABLES)[number]

export const PITCH_VARIABLE_MEANINGS: Readonly<Record<PitchVariable, string>> = {
  'first name': 'the first name of whom you write to',
  'full name': 'their name as it stands with the contact',
  'their site': 'the name of their outlet',
  'post title': 'the title of the piece you read',
  'my name': 'the name of whoever writes the pitch',
  'site name': 'the site you earn links for',
  'site owner': 'whose site that is',
  'postal address': 'the address in your settings',
}

/** What is known for one pitch; null where nothing is. */
export type VariableValues = Readonly<Record<PitchVariable, string | null>>

/** A stretch of a text: as somebody wrote it, filled in by us, or still open. */
export type TextPiece = { text: string; variable: PitchVariable | null; kind: 'words' | 'filled' | 'open' }

const BRACES = /\{\{?([^{}\n]{1,40})\}?\}/g

/**
 * Puts what is known in the place of each variable, once: what a value brings along is not read again. What is not known
 * stays in its braces, where the gate finds it as a placeholder.
 */
export function fillVariables(text: string, values: VariableValues): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(BRACES)) {
    const variable = variableIn(match[1] ?? '')
    if (!variable) continue
    const value = values[variable]
    pieces.push(words(text.slice(at, match.index)))
    pieces.push(
      value === null ? { text: match[0], variable, kind: 'open' } : { text: value, variable, kind: 'filled' },
    )
    at = match.index + match[0].length
  }
  pieces.push(words(text.slice(at)))
  return pieces.filter((piece) => piece.text !== '')
}

/** The text the pieces make. */
export function textOfPieces(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** Where in a letter the values of this pitch stand, whoever put them there, and what is still open. */
export function markVariables(text: string, values: VariableValues): TextPiece[] {
  return fillVariables(text, NOTHING_KNOWN).flatMap((piece) =>
    piece.kind === 'open' ? [piece] : markValues(piece.text, values),
  )
}

/** Names between braces that are no variable of ours, as they were written. */
export function unknownVariables(text: string): string[] {
  const unknown = [...text.matchAll(BRACES)].filter((match) => variableIn(match[1] ?? '') === null)
  return [...new Set(unknown.map((match) => match[0]))]
}

/** The name one greets with; null where the contact is a team or nobody in particular. */
export function firstNameOf(name: string): string | null {
  const { kind, people } = readGreeting(`Hi ${name},`)
  return kind === 'people' ? (people[0]?.[0] ?? null) : null
}

const NOTHING_KNOWN = Object.fromEntries(
  PITCH_VARIABLES.map((variable) => [variable, null]),
) as VariableValues

function variableIn(inside: string): PitchVariable | null {
  const name = inside
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
  return PITCH_VARIABLES.find((variable) => variable === name) ?? null
}

/** The longest value that fits at a place is the one: "Anna Berg" before "Anna". */
function markValues(text: string, values: VariableValues): TextPiece[] {
  const known = PITCH_VARIABLES.flatMap((variable) => {
    const value = values[variable]
    return value !== null && value.length > 1 ? [{ variable, value }] : []
  }).toSorted((a, b) => b.value.length - a.value.length)
  const pieces: TextPiece[] = []
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const found = known.find(
      ({ value }) => text.startsWith(value, at) && isOnWordBoundaries(text, at, at + value.length),
    )
    if (!found) continue
    pieces.push(words(text.slice(from, at)))
    pieces.push({ text: found.value, variable: found.variable, kind: 'filled' })
    at += found.value.length - 1
    from = at + 1
  }
  pieces.push(words(text.slice(from)))
  return pieces.filter((piece) => piece.text !== '')
}

function words(text: string): TextPiece {
  return { text, variable: null, kind: 'words' }
}
