/** How a sample stands. DESIGN.md, section 2: a product sent, with the words that went with it, and no strings. */
export const SAMPLE_STATES = [
  'offered',
  'accepted',
  'sent',
  'arrived',
  'mention-came',
  'nothing-came',
  'declined',
  'taken-back',
  'came-back',
] as const
export type SampleState = (typeof SAMPLE_STATES)[number]

/** What people read. Every way it can end is a normal end. */
export const SAMPLE_STATE_TABLE: Readonly<
  Record<SampleState, { label: string; meaning: string; tone: 'good' | 'careful' | 'neutral' | 'unknown' }>
> = {
  offered: { label: 'Offered', meaning: 'They have not said yet whether they want it.', tone: 'unknown' },
  accepted: { label: 'Accepted', meaning: 'They would like it. It waits to be sent.', tone: 'careful' },
  sent: { label: 'Sent', meaning: 'It is on its way.', tone: 'unknown' },
  arrived: { label: 'Arrived', meaning: 'They have it. What they make of it is theirs.', tone: 'neutral' },
  'mention-came': {
    label: 'A mention came',
    meaning: 'They wrote about it. What the page says and links to is known from looking.',
    tone: 'good',
  },
  'nothing-came': {
    label: 'Nothing came',
    meaning: 'A gift is a gift. Nothing is owed, and nothing is left to do.',
    tone: 'neutral',
  },
  declined: {
    label: 'Declined',
    meaning: 'They did not want it. That was easy to say, as it should be.',
    tone: 'neutral',
  },
  'taken-back': {
    label: 'Taken back',
    meaning: 'You took the offer back before anything was sent.',
    tone: 'neutral',
  },
  'came-back': { label: 'Came back', meaning: 'The parcel came back to you.', tone: 'neutral' },
}

export const SAMPLE_MOVES = [
  'accept',
  'decline',
  'ship',
  'unship',
  'arrive',
  'come-back',
  'take-back',
  'nothing',
  'mention',
  'untie',
] as const
export type SampleMove = (typeof SAMPLE_MOVES)[number]

/**
 * Each move, from where it may be made, and where it leads. `untie` leads back to where the sample stood before its mention:
 * arrived, or sent where nobody has said that it arrived.
 */
export const SAMPLE_MOVE_TABLE: Readonly<
  Record<SampleMove, { from: readonly SampleState[]; to: SampleState; label: string; refusal: string }>
> = {
  accept: {
    from: ['offered', 'declined', 'taken-back'],
    to: 'accepted',
    label: 'They would like it',
    refusal: 'It has been accepted already.',
  },
  decline: {
    from: ['offered', 'accepted'],
    to: 'declined',
    label: 'They would rather not',
    refusal: 'That can only be said before it is sent.',
  },
  ship: {
    from: ['accepted', 'came-back'],
    to: 'sent',
    label: 'It is sent',
    refusal: 'Only what they accepted is sent, and once.',
  },
  unship: {
    from: ['sent'],
    to: 'accepted',
    label: 'It did not go out after all',
    refusal: 'That can only be said of what is on its way.',
  },
  arrive: {
    from: ['sent'],
    to: 'arrived',
    label: 'It arrived',
    refusal: 'Only what was sent can arrive.',
  },
  'come-back': {
    from: ['sent'],
    to: 'came-back',
    label: 'The parcel came back',
    refusal: 'Only what is on its way can come back.',
  },
  'take-back': {
    from: ['offered', 'accepted'],
    to: 'taken-back',
    label: 'Take the offer back',
    refusal: 'What is sent is theirs. An offer can only be taken back before that.',
  },
  nothing: {
    from: ['sent', 'arrived'],
    to: 'nothing-came',
    label: 'Nothing came of it',
    refusal: 'That can only be said of what was sent and has not ended otherwise.',
  },
  mention: {
    from: ['sent', 'arrived', 'nothing-came', 'mention-came'],
    to: 'mention-came',
    label: 'A mention came',
    refusal: 'A mention can only come of what was sent.',
  },
  untie: {
    from: ['mention-came'],
    to: 'arrived',
    label: 'It came about otherwise',
    refusal: 'No mention is tied to it.',
  },
}

/** The moves a person may make from here with a button. Mentions are tied where mentions are. */
export function movesFrom(state: SampleState): SampleMove[] {
  return SAMPLE_MOVES.filter(
    (move) => move !== 'mention' && move !== 'untie' && SAMPLE_MOVE_TABLE[move].from.includes(state),
  )
}

/** Nobody waits for anything any more. */
export function isSampleOver(state: SampleState): boolean {
  return !['offered', 'accepted', 'sent', 'arrived'].includes(state)
}

/** They have it, or had it in their hands: what counts as given. */
export const GIVEN_STATES: readonly SampleState[] = ['sent', 'arrived', 'mention-came', 'nothing-came']

/** Whether words and recipient can still be changed: what went out went out with these words. */
export function areWordsOpen(state: SampleState): boolean {
  return state === 'offered' || state === 'accepted'
}

/** After so many days with it, somebody here is asked once whether anything came of it. */
export const ASK_AFTER_ARRIVAL_DAYS = 42
const DAY_MS = 24 * 60 * 60 * 1000

/** An arrival before this is long ago. */
export function longArrivedBefore(now: Date): Date {
  return new Date(now.getTime() - ASK_AFTER_ARRIVAL_DAYS * DAY_MS)
}

/** When somebody here is asked about what arrived then. */
export function asksAt(arrivedAt: Date): Date {
  return new Date(arrivedAt.getTime() + ASK_AFTER_ARRIVAL_DAYS * DAY_MS)
}

/** Whether somebody here is asked now whether anything came of it. */
export function isAskedAbout(
  { state, arrivedAt, askedAt }: { state: SampleState; arrivedAt: Date | null; askedAt: Date | null },
  now: Date,
): boolean {
  return state === 'arrived' && askedAt === null && arrivedAt !== null && arrivedAt <= longArrivedBefore(now)
}
