import {
  CircleCheck,
  CircleDashed,
  EyeOff,
  FileQuestionMark,
  FileX2,
  Hourglass,
  Link2Off,
  Newspaper,
  ScanEye,
  Signpost,
  Split as SplitIcon,
  SquareMousePointer,
  Tag,
  TriangleAlert,
  Type as TypeIcon,
} from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.tsx'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { MentionOutcome } from '#lib/features/mentions/outcome-groups.ts'

export type OutcomeFace = { tone: Tone; icon: IconNode; word: string }

/** Every outcome's tone, picture and word. What went another way is neutral; what nobody can see is unknown. */
export const OUTCOME_FACES: Readonly<Record<MentionOutcome, OutcomeFace>> = {
  linked: { tone: 'good', icon: CircleCheck, word: 'Linked' },
  'linked-qualified': { tone: 'good', icon: Tag, word: 'Linked, marked' },
  'linked-wrong-page': { tone: 'careful', icon: Signpost, word: 'Linked to another page' },
  'linked-not-crawlable': { tone: 'neutral', icon: SquareMousePointer, word: 'Linked for readers' },
  'linked-not-indexable': { tone: 'neutral', icon: EyeOff, word: 'Linked, page hidden from search' },
  'linked-elsewhere-canonical': { tone: 'neutral', icon: SplitIcon, word: 'Linked on a copy' },
  'mentioned-unlinked': { tone: 'neutral', icon: TypeIcon, word: 'Named, no link' },
  'featured-not-named': { tone: 'neutral', icon: Newspaper, word: 'Featured, not named' },
  'not-mentioned': { tone: 'careful', icon: FileQuestionMark, word: 'Not mentioned' },
  'missing-looking-again': { tone: 'careful', icon: Hourglass, word: 'Missing, looking again' },
  lost: { tone: 'careful', icon: Link2Off, word: 'Link lost' },
  'page-gone': { tone: 'careful', icon: FileX2, word: 'Page gone' },
  'could-not-check': { tone: 'unknown', icon: CircleDashed, word: 'Could not check' },
  'looks-rendered-by-script': { tone: 'unknown', icon: ScanEye, word: 'Cannot tell from here' },
  'not-looked': { tone: 'unknown', icon: CircleDashed, word: 'Not looked at yet' },
}

/** The gift or payment behind a plain link makes it the one thing to be careful about (DESIGN.md, rule 4). */
const UNMARKED_GIFT: OutcomeFace = { tone: 'careful', icon: TriangleAlert, word: 'Linked, not marked' }

export function outcomeFace(outcome: string, provenance?: string): OutcomeFace {
  const isGift =
    MENTION_PROVENANCE_TABLE[provenance as MentionProvenance]?.expectedRel === 'sponsored-or-nofollow'
  return outcome === 'linked' && isGift ? UNMARKED_GIFT : OUTCOME_FACES[outcome as MentionOutcome]
}

/** One look alone is not an outcome: what it misses may be there again tomorrow. */
const WORDS_OF_ONE_LOOK: Partial<Record<VerdictKind, string>> = {
  lost: 'Link not there',
  'page-gone': 'Page not there',
}

/** What one look saw; with `provenance`, a gift's unmarked link is told apart. */
export function lookFace(verdict: VerdictKind, provenance?: string): OutcomeFace {
  const face = outcomeFace(verdict, provenance)
  return { ...face, word: WORDS_OF_ONE_LOOK[verdict] ?? face.word }
}

/** How a mention came out: tone, picture and word together. With `provenance`, a gift's unmarked link is told apart. */
export function MentionOutcomeBadge({ outcome, provenance }: { outcome: string; provenance?: string }) {
  const { tone, icon, word } = outcomeFace(outcome, provenance)
  return (
    <ToneBadge tone={tone} icon={icon}>
      {word}
    </ToneBadge>
  )
}
