import { z } from 'zod'
import { CLOSING_REASONS, PITCH_STATES } from '#lib/domain/pitch-states.ts'
import { choice, id, line, optionalId, optionalLine, optionalText } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

export const SUBJECT_MAX_CHARACTERS = 300
export const BODY_MAX_CHARACTERS = 20_000
export const WORDS_MAX_CHARACTERS = 20_000
const REASON_MAX_CHARACTERS = 500

/** How a text can have gone where a person says so. */
const SENT_BY_HAND = [
  'copy',
  'mailto',
  'gmail',
  'outlook-work',
  'outlook-home',
  'form',
  'dm',
  'draft-file',
  'spoken',
] as const
/** Out of a mailbox of ours; or by hand, and found among the sent mail. */
export type SentVia = (typeof SENT_BY_HAND)[number] | 'mailbox' | 'sent-folder'

const pitchId = id('a pitch')
const written = {
  subject: optionalLine(SUBJECT_MAX_CHARACTERS),
  body: optionalText(BODY_MAX_CHARACTERS),
}

const revision = z.coerce.number('Please load this page again.').int().min(1).max(1_000_000_000)

export const pitchSetupSchema = z.object({
  campaignId: id('a campaign'),
  channelId: id('a way to reach them'),
  readingNoteId: optionalId(),
})

export const startPitchSchema = pitchSetupSchema.extend({
  prospectId: id('a prospect'),
  /** Left empty, it is whoever is reached that way. */
  contactId: optionalId(),
})

export const changeSetupSchema = pitchSetupSchema.extend({ pitchId })

export const saveDraftSchema = z.object({
  pitchId,
  ...written,
  /** The revision the text was typed upon. */
  revision,
  /** autosave: while typing; save: on purpose. The others save and go on: to ready, to review, or to ready in spite of mendable problems. */
  intent: choice(['autosave', 'save', 'ready', 'review', 'overrule']).catch('save'),
  overruleReason: optionalText(REASON_MAX_CHARACTERS),
  /** A building block to put last, where no scripts put it at the cursor. */
  block: optionalId(),
})

/**
 * While somebody types: what is saved; after two texts met, what stands instead of the other, or goes aside for it; and words
 * found in the browser, which may have been saved before the page that typed them heard of it.
 */
export const typedDraftSchema = z.object({
  pitchId,
  ...written,
  revision,
  intent: choice(['autosave', 'save', 'instead', 'aside', 'found']).catch('autosave'),
  /** Which list of problems the editor shows already; the same one is not sent again. */
  shown: optionalLine(64),
})

export const revisionSchema = z.object({ pitchId, revisionId: id('a version') })
/** In an address: two versions, or "now" for the text as it stands; and how they are shown. What makes no sense is left open. */
export const compareSchema = z.object({
  older: version(),
  newer: version(),
  view: z.enum(['one', 'two']).catch('one'),
})

function version() {
  return z
    .union([z.uuid(), z.literal('now')])
    .nullable()
    .catch(null)
}

export const pitchIdSchema = z.object({ pitchId })
/** With the revision that was read. */
export const approveSchema = z.object({ pitchId, revision })
export const sentSchema = z.object({ pitchId, via: choice(SENT_BY_HAND, 'how it went out') })

export const closeSchema = z.object({ pitchId, reason: choice(['withdrawn', 'no-answer'], 'why it ends') })

export const followUpTextSchema = z.object({ followUpId: id('a follow-up'), ...written })
export const followUpSentSchema = z.object({
  followUpId: id('a follow-up'),
  via: choice(SENT_BY_HAND, 'how it went out'),
})
export const followUpIdSchema = z.object({ followUpId: id('a follow-up') })

/** Made when the form is drawn: pressing twice sends the same one twice. */
const once = z.uuid('Please load this page again.')

/** In words, theirs or ours; two clicks are enough, so they may be left out. */
export const saidSchema = z.object({
  pitchId,
  once,
  body: optionalText(WORDS_MAX_CHARACTERS),
})
export const stopPersonSchema = z.object({
  contactId: id('a person'),
  words: optionalText(WORDS_MAX_CHARACTERS),
})
export const wordsSchema = z.object({ pitchId, words: optionalText(WORDS_MAX_CHARACTERS) })

export const listPitchesSchema = z.object({
  q: line('this', { max: 200, optional: true }).catch(''),
  state: z
    .union([z.enum(PITCH_STATES), z.enum(['open', 'won'])])
    .nullable()
    .catch(null),
  closed: z.enum(CLOSING_REASONS).nullable().catch(null),
  campaign: z.uuid().nullable().catch(null),
  writer: z.uuid().nullable().catch(null),
  ...cursorFields,
})

export type StartPitchInput = z.output<typeof startPitchSchema>
export type SaveDraftInput = Omit<z.output<typeof saveDraftSchema>, 'block'> & { block?: string | null }
export type PitchFilters = z.output<typeof listPitchesSchema>
