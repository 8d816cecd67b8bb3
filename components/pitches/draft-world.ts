import type { KeptWords } from '#lib/domain/pitch-desk/kept-words.ts'
import type { PitchProblem } from '#lib/domain/pitch-gate/pitch-rules.ts'
import type { StandingText } from '#lib/features/pitches/draft-answer.ts'
import type { DraftPost, DraftReply, DraftTexts } from './send-draft.ts'

export type SavingState =
  | { kind: 'saved'; at: Date; by: 'this tab' | 'another tab' }
  | { kind: 'typing' | 'saving' }
  /** `isKept`: the words are in this browser's store. */
  | { kind: 'offline' | 'signed-out'; isKept: boolean }
  | { kind: 'conflict'; standing: StandingText; isOffline?: boolean }
  | { kind: 'refused'; message: string; remedy: string }

export type SavedDraft = DraftTexts & { revision: number; savedAt: Date; problems: readonly PitchProblem[] }

/** What one sees of a draft that keeps itself. `foundAt`: when words were typed that another visit left unsaved here. */
export type DraftView = { state: SavingState; problems: readonly PitchProblem[]; foundAt: number | null }

/** The browser around a draft, so that tests can be one. */
export type DraftWorld = {
  now: () => number
  /** @returns how to call it off */
  later: (work: () => void, ms: number) => () => void
  send: (post: DraftPost) => Promise<DraftReply>
  /** What stands in the fields. */
  read: () => DraftTexts
  show: (texts: DraftTexts) => void
  place: {
    /** @returns false where the browser keeps nothing */
    keep: (words: DraftTexts & { revision: number }) => boolean
    forget: () => void
    /** What a visit before left here unsaved, and is not this. */
    find: (standing: DraftTexts) => Promise<KeptWords | null>
    takeUp: (words: KeptWords) => void
    /** They are stored: nobody needs them here any more. */
    drop: (words: KeptWords) => void
  }
  /** To the other tabs of this browser. */
  tell: (standing: StandingText) => void
  /** Something of it is to be shown. */
  changed: (view: DraftView) => void
  /** A saving came through, here or in another tab. */
  saved: (draft: SavedDraft) => void
}
