import { WAY_NUMBERS, type WayNumber } from './report-ways.ts'

/**
 * Numbers about pages. The first thirteen are of pages recorded in the time asked for; from `links` on they are apart from
 * each other: every page is in one of followed, qualified, notIndexable, otherPage, unlinked, featured, lost, pending,
 * cannotTell, notThere and paid; `links` is the sum of the first four, and `mentions` of all but paid.
 */
export const MENTION_NUMBERS = {
  mentions: { label: 'Pages on record', title: 'Pages on record' },
  links: { label: 'Links', title: 'Pages that link to us' },
  followed: { label: 'Followed', title: 'Links that are followed' },
  qualified: { label: 'Marked', title: 'Links marked nofollow, sponsored or ugc' },
  notIndexable: { label: 'Not for search', title: 'Links that search engines do not take in' },
  otherPage: { label: 'To another page', title: 'Links to another page of ours, or to a broken one' },
  unlinked: { label: 'Named, no link', title: 'Pages that name us without a link' },
  featured: { label: 'Featured, not named', title: 'Pages about us, with neither name nor link' },
  lost: { label: 'Lost', title: 'Links that were there and are gone' },
  pending: { label: 'Waiting for a look', title: 'Pages that wait for a look' },
  cannotTell: { label: 'Cannot tell', title: 'Pages nobody can tell about' },
  notThere: { label: 'Not there', title: 'Pages without us' },
  paid: { label: 'Paid for elsewhere', title: 'Pages that were paid for elsewhere' },
  newLinks: { label: 'New links', title: 'Links first seen in this time' },
  lostLinks: { label: 'Lost links', title: 'Links found missing in this time' },
  keptStanding: { label: 'Still there', title: 'Links that still stood when last looked at' },
  keptLost: { label: 'Gone since', title: 'Links that went' },
  keptUntold: { label: 'Out of sight', title: 'Links nobody can tell about since they were last seen' },
  unasked: { label: 'Recorded', title: 'Pages nobody was asked for' },
  unaskedReached: { label: 'Named or linked us', title: 'Pages nobody was asked for that name or link us' },
  unaskedLinked: { label: 'Linked us', title: 'Pages nobody was asked for that link us' },
  keptAtRisk: { label: 'Watched so long', title: 'Links watched for so long' },
  keptEnded: { label: 'Gone by then', title: 'Links that went by then' },
} as const satisfies Record<string, NumberWords>
export type MentionNumber = keyof typeof MENTION_NUMBERS

/** Numbers about letters sent in the time asked for. */
export const LETTER_NUMBERS = {
  sent: { label: 'Letters sent', title: 'Letters that were sent' },
  answered: { label: 'Answered', title: 'Letters that a person answered' },
  mentionedAfterAnswer: { label: 'Mentioned', title: 'Letters answered, and a page named or linked us' },
  linkedAfterAnswer: { label: 'Linked', title: 'Letters answered, and a page linked us' },
  mentionedUnanswered: {
    label: 'Mentioned, never answered',
    title: 'Letters nobody answered, and a page named or linked us',
  },
  mentionedLetters: { label: 'Named or linked', title: 'Letters that a page came of' },
  linkedLetters: { label: 'Linked', title: 'Letters that a link came of' },
  waiting: { label: 'Still waiting', title: 'Letters that wait for an answer' },
} as const satisfies Record<string, NumberWords>
export type LetterNumber = keyof typeof LETTER_NUMBERS

/** The steps of the funnel: each is part of the one before. */
export const FUNNEL = [
  'sent',
  'answered',
  'mentionedAfterAnswer',
  'linkedAfterAnswer',
] as const satisfies readonly LetterNumber[]

type NumberWords = {
  /** Beside the number. */
  label: string
  /** Over the rows behind it. */
  title: string
}

export function isMentionNumber(number: string): number is MentionNumber {
  return number in MENTION_NUMBERS
}

export function isLetterNumber(number: string): number is LetterNumber {
  return number in LETTER_NUMBERS
}

/** What stands over the rows behind a number. */
export function titleOfRows({ number }: { number: MentionNumber | LetterNumber | WayNumber }): string {
  if (isMentionNumber(number)) return MENTION_NUMBERS[number].title
  return isLetterNumber(number) ? LETTER_NUMBERS[number].title : WAY_NUMBERS[number].title
}
