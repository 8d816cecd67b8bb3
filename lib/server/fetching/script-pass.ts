import { contentOf } from '#lib/domain/link-check/page-content.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { readRecord } from '#lib/domain/link-check/read-record.ts'

const SETS_LOCATION = /\blocation\s*(?:=(?!=)|\.\s*(?:href\s*=(?!=)|replace\s*\(|assign\s*\())/
const ONLOAD_SETS_LOCATION = /\bonload\s*=[^>]{0,300}\blocation\b/i
/** The code of an application also speaks of its location; a passage to elsewhere is a line or two. */
const PASSAGE_MAX_CHARACTERS = 3_000
/** "You are being redirected. Click here if nothing happens." and an imprint are shorter; pages to read are longer. */
const LITTLE_TEXT_CHARACTERS = 600

/**
 * Whether a page says little and its script sends the reader on. Nothing is executed, so where to is not known.
 */
export function passesOnByScript(observation: PageObservation): boolean {
  const content = contentOf(observation)
  if (content.kind !== 'html' && content.kind !== 'xhtml') return false
  const { record, markup } = readRecord(observation, content)
  if (record.text.replace(/\s+/g, ' ').length >= LITTLE_TEXT_CHARACTERS) return false
  const sets = ({ text }: { text: string }) =>
    text.length <= PASSAGE_MAX_CHARACTERS && SETS_LOCATION.test(text)
  return record.scripts.some(sets) || ONLOAD_SETS_LOCATION.test(markup)
}
