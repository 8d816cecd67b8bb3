import type { PitchSettings } from './pitch-settings.ts'
import type { PreparedText } from './shingles.ts'

export const PITCH_PURPOSES = ['first', 'follow-up', 'reply', 'thanks', 'ask', 'answer-to-request'] as const
export type PitchPurpose = (typeof PITCH_PURPOSES)[number]

/** Everything the gate looks at. It reads no clock and no database; what is unknown is null. */
export type PitchFacts = {
  now: Date
  route: 'product' | 'service'
  purpose: PitchPurpose
  subject: string
  body: string
  signature: string
  contact: { name: string; country: string | null; address: string | null }
  origin: PitchOrigin | null
  /** What came of looking for the outlet's "how to pitch" page; null when nobody looked. */
  guidelines: 'seen' | 'absent' | null
  reading: PitchReading | null
  others: readonly OtherPitch[]
  history: PitchHistory
  sender: PitchSender
  settings: Partial<Record<keyof PitchSettings, number | null>>
}

type PitchOrigin = {
  page: string | null
  words: string | null
  /** The page said "no unsolicited mail". */
  noUnsolicited: boolean
  /** Whether the pitch fits what the person does; null when nobody said. */
  fitsRole: boolean | null
}

export type PitchReading = { pageText: string; quote: string; gap: string | null }

export type PitchSender = { name: string; company: string; postalAddress: string | null }

/** Another pitch of the workspace, without signature. `prepared` saves taking its text apart again. */
export type OtherPitch = { id: string; label?: string; body: string; prepared?: PreparedText }

/** A fact that may come with words to show: where they link to us, which promise is overdue. */
export type ShownFact = boolean | string

export type PitchHistory = {
  suppressed: ShownFact
  hardBounce: ShownFact
  lastMessageAt: Date | null
  answeredAt: Date | null
  openPitchWithProspect: ShownFact
  followUpsSent: number
  /** First pitches of this member today, before this one. */
  sentToday: number
  sampleOfferedBefore: ShownFact
  promiseOverdue: ShownFact
  alreadyLinks: ShownFact
  /** Marked as ready, and yet somebody else has to read it first: why. */
  unread?: string | null
}

export const NO_HISTORY: PitchHistory = {
  suppressed: false,
  hardBounce: false,
  lastMessageAt: null,
  answeredAt: null,
  openPitchWithProspect: false,
  followUpsSent: 0,
  sentToday: 0,
  sampleOfferedBefore: false,
  promiseOverdue: false,
  alreadyLinks: false,
}
