import { foldText } from '../text/fold-text.ts'
import type { PitchFacts } from './pitch-facts.ts'

const DELIMITER = /(?:^|\n)-- ?\r?\n/

/** The body up to a signature that stands in it: after "-- ", or the very signature that goes with it. */
export function bodyWithoutSignature({ body, signature }: Pick<PitchFacts, 'body' | 'signature'>): string {
  const delimiter = DELIMITER.exec(body)
  const text = delimiter ? body.slice(0, delimiter.index) : body
  const last = signature.trim()
  if (last === '') return text
  const end = text.trimEnd()
  return foldText(end.slice(-last.length)) === foldText(last) ? end.slice(0, -last.length) : text
}
