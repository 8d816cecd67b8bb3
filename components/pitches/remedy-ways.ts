import type { PitchRule } from '#lib/domain/pitch-gate/pitch-rules.ts'

export type RemedyWay = { label: string; href: string }
/** Where one goes to mend what a rule says. Rules without a place are mended in the letter, or not at all. */
export type RemedyWays = Partial<Record<PitchRule, RemedyWay>>

type Pieces = {
  prospectId: string
  contactId: string
  channelId: string
  readingNote: { id: string; deletedAt: Date | null } | null
}

export const LETTER_FIELDS = { subject: 'pitch-subject', body: 'pitch-body' } as const

/** The ways from a draft's problems to the places where they can be mended. */
export function remedyWays(
  home: string,
  { prospectId, contactId, channelId, readingNote }: Pieces,
): RemedyWays {
  const note =
    readingNote && !readingNote.deletedAt
      ? { label: 'Open the note', href: `${home}/reading/${readingNote.id}` }
      : { label: 'Read a post of theirs', href: `${home}/reading/new?prospect=${prospectId}` }
  const letter = { label: 'Go to the letter', href: `#${LETTER_FIELDS.body}` }
  return {
    'no-reading': note,
    'quote-not-found': note,
    'gap-missing-from-note': note,
    'gap-present': note,
    'guidelines-unseen': {
      label: 'Note what you found',
      href: `${home}/prospects/${prospectId}#guidelines`,
    },
    'no-origin': {
      label: 'Say where the address is from',
      href: `${home}/contacts/${contactId}/channels/${channelId}`,
    },
    'promise-owed': { label: 'To what you promised', href: `${home}/prospects/${prospectId}#promises` },
    subject: { label: 'Go to the subject', href: `#${LETTER_FIELDS.subject}` },
    'too-long': letter,
    placeholder: letter,
    'wrong-name': letter,
    condition: letter,
    'sells-or-buys': letter,
    'near-copy': letter,
    identity: letter,
  }
}
