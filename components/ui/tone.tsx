import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide'
import type { IconNode } from './icon.tsx'

/** The four outcome tones. There is no "bad": what went another way is neutral, and what we cannot see is unknown. */
export type Tone = 'good' | 'careful' | 'neutral' | 'unknown'

/** The outcome tones and the red pencil, which marks refusals and mistakes in forms and never an outcome. */
export type NoticeTone = Tone | 'stop'

/** The picture that goes with a tone; colour alone never carries the meaning. */
export const toneIcons: Record<NoticeTone, IconNode> = {
  good: CircleCheck,
  careful: TriangleAlert,
  neutral: Info,
  unknown: CircleDashed,
  stop: CircleAlert,
}

/** Text colour of a tone on paper. */
export const toneText: Record<NoticeTone, string> = {
  good: 'text-good',
  careful: 'text-careful',
  neutral: 'text-neutral',
  unknown: 'text-unknown',
  stop: 'text-stop',
}

/** Wash, border and text of a tone. Unknown has a dashed border: nothing was seen to draw the line by. */
export const toneSurface: Record<NoticeTone, string> = {
  good: 'border-good/40 bg-good-wash text-good',
  careful: 'border-careful/40 bg-careful-wash text-careful',
  neutral: 'border-neutral/30 bg-neutral-wash text-neutral',
  unknown: 'border-dashed border-unknown/60 bg-unknown-wash text-unknown',
  stop: 'border-stop/50 bg-stop-wash text-stop',
}
