import { z } from 'zod'
import { CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { FIT_ANSWERS, FIT_QUESTIONS } from '#lib/domain/contributions/fit.ts'
import { momentAt } from '#lib/domain/contributions/recording-time.ts'
import { isTimeZone } from '#lib/domain/local-date.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line, optionalId, optionalLine, optionalText, tick } from '../form-fields.ts'

export const TITLE_MAX_CHARACTERS = 200
const NOTE_MAX_CHARACTERS = 5_000
const TEXT_MAX_CHARACTERS = 60_000
/** A byline has room for a few. */
export const BYLINE_LINKS_MAX = 5

/** What is known of a piece of work, whatever its kind; which of it is asked for says the form. */
const workFields = {
  title: line('a working title', { max: TITLE_MAX_CHARACTERS }),
  siteId: id('which site it is for'),
  contactId: optionalId(),
  campaignId: optionalId(),
  pitchId: optionalId(),
  dueOn: optionalDay(),
  recordingOn: optionalDay(),
  recordingTime: z.string().max(8).optional().default(''),
  recordingZone: z.string().max(60).optional().default(''),
  airsOn: optionalDay(),
  bylineUrls: addressList(),
  wishUrl: optionalAddress(),
  isPaid: tick(),
  paidNote: optionalLine(300),
  note: optionalText(NOTE_MAX_CHARACTERS),
}

export const addContributionSchema = z
  .object({
    ...workFields,
    kind: choice(CONTRIBUTION_KINDS, 'what kind of work it is'),
    prospectId: id('with whom'),
    state: choice(['planned', 'pitched', 'agreed'], 'how far it is'),
  })
  .transform(withRecording)

export const changeContributionSchema = z
  .object({ ...workFields, contributionId: id('a piece of work') })
  .transform(withRecording)

/** `revision`: the one the text was typed upon. */
export const saveTextSchema = z.object({
  contributionId: id('a piece of work'),
  revision: z.coerce.number().int().min(1),
  text: optionalText(TEXT_MAX_CHARACTERS),
})

export const answerFitSchema = z.object({
  contributionId: id('a piece of work'),
  question: choice(FIT_QUESTIONS, 'a question'),
  answer: choice(FIT_ANSWERS, 'an answer'),
  words: optionalText(2_000),
})

export const preparationSchema = z
  .object({
    contributionId: id('a piece of work'),
    hosts: optionalLine(300),
    asked: optionalText(NOTE_MAX_CHARACTERS),
    heard: optionalText(NOTE_MAX_CHARACTERS),
    facts: optionalText(NOTE_MAX_CHARACTERS),
    story1: optionalText(2_000),
    story2: optionalText(2_000),
    story3: optionalText(2_000),
    wishUrl: optionalAddress(),
  })
  .transform(({ story1, story2, story3, ...rest }) => ({
    ...rest,
    stories: [story1, story2, story3].filter(Boolean),
  }))

/** `from`: the state the person had before their eyes. */
export const moveSchema = z.object({
  contributionId: id('a piece of work'),
  from: choice(CONTRIBUTION_STATES, 'how it stood'),
  to: choice(CONTRIBUTION_STATES, 'where it goes'),
})

export const publishSchema = z.object({
  contributionId: id('a piece of work'),
  url: address('Please paste the address of the page.'),
  publishedOn: optionalDay(),
})

export const episodeSchema = z.object({ contributionId: id('a piece of work'), postId: id('a post') })

export type AddContributionInput = z.output<typeof addContributionSchema>
export type ChangeContributionInput = z.output<typeof changeContributionSchema>
export type WorkInput = Omit<ChangeContributionInput, 'contributionId'>
export type SaveTextInput = z.output<typeof saveTextSchema>
export type AnswerFitInput = z.output<typeof answerFitSchema>
export type PreparationInput = z.output<typeof preparationSchema>
export type MoveInput = z.output<typeof moveSchema>
export type PublishInput = z.output<typeof publishSchema>
export type EpisodeInput = z.output<typeof episodeSchema>

type Recording = { recordingOn: string | null; recordingTime: string; recordingZone: string }

/** Day, time and zone of a recording as one moment. A day alone is none: a recording without a time cannot be kept. */
function withRecording<T extends Recording>(input: T, context: z.RefinementCtx) {
  const { recordingOn, recordingTime, recordingZone, ...rest } = input
  if (recordingOn === null && recordingTime === '') return { ...rest, recording: null }
  const wrong = (field: keyof Recording, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message })
    return z.NEVER
  }
  if (recordingOn === null) return wrong('recordingOn', 'On which day is it?')
  if (recordingTime === '') return wrong('recordingTime', 'At what time? Half past nine is 09:30.')
  if (!isTimeZone(recordingZone)) return wrong('recordingZone', 'In whose time? Please choose the zone.')
  const at = momentAt(recordingOn, recordingTime, recordingZone)
  if (at === null)
    return wrong(
      'recordingTime',
      'There is no such time that day there: perhaps clocks are put forward then.',
    )
  return { ...rest, recording: { at, zone: recordingZone } }
}

function optionalDay() {
  return z
    .union([z.literal('').transform(() => null), z.iso.date()], {
      error: 'Please give a date that is on the calendar.',
    })
    .optional()
    .transform((date) => date ?? null)
    .refine((date) => date === null || (date >= '1900-01-01' && date < '2199-01-01'), 'That is too far away.')
}

function address(missing: string) {
  return z.string({ error: missing }).transform((typed, context) => parsedAddress(typed, context))
}

function optionalAddress() {
  return z
    .union([z.literal('').transform(() => null), address('')])
    .optional()
    .transform((url) => url ?? null)
}

/** One a line. */
function addressList() {
  return z
    .string()
    .max(12_000, 'That is too long a list.')
    .optional()
    .default('')
    .transform((typed, context) => {
      const lines = [...new Set(typed.split(/\s+/).filter(Boolean))]
      if (lines.length > BYLINE_LINKS_MAX)
        context.addIssue({ code: 'custom', message: `At most ${BYLINE_LINKS_MAX} addresses, please.` })
      return [...new Set(lines.map((each) => parsedAddress(each, context)))]
    })
}

function parsedAddress(typed: string, context: z.RefinementCtx): string {
  const parsed = parseWebAddress(typed)
  if (parsed.ok) return parsed.url
  context.addIssue({ code: 'custom', message: parsed.error })
  return z.NEVER
}
