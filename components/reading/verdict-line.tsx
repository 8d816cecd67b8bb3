import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { type NoticeTone, toneIcons, toneText } from '#components/ui/tone.tsx'
import type { GapVerdict, QuoteVerdict } from '#lib/domain/reading-verdict.ts'
import { PLACES } from './passage-places.ts'

type Standing = QuoteVerdict | GapVerdict

const tones: Record<Standing['kind'], NoticeTone> = {
  none: 'neutral',
  found: 'good',
  absent: 'good',
  'too-short': 'careful',
  'not-found': 'careful',
  present: 'careful',
  'nothing-named': 'careful',
}

type VerdictLineProps = {
  verdict: Standing
  /** Said while the field is empty. */
  whenEmpty: string
  /** The passage is marked in the text beside it. */
  isMarked: boolean
  /** Puts the nearest passage into the field; only with scripts. */
  onUse?: (words: string) => void
}

/** How a field stands to the page: icon, words, and the passage that matters. */
export function VerdictLine({ verdict, whenEmpty, isMarked, onUse }: VerdictLineProps) {
  if (verdict.kind === 'none') return <p className="text-sm text-ink-soft">{whenEmpty}</p>
  const tone = tones[verdict.kind]
  const icon = toneIcons[tone]
  const passage = 'nearest' in verdict ? verdict.nearest : verdict.sentence
  return (
    <div className="flex gap-2 text-sm">
      <Icon of={icon} className={classNames('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1">
        <p className={classNames('font-medium', toneText[tone])}>
          {verdict.words}{' '}
          {isMarked ? (
            <a href={`#${'nearest' in verdict ? PLACES.quote : PLACES.gap}`} className="ink-link font-normal">
              Show it
            </a>
          ) : null}
        </p>
        {passage ? (
          <blockquote
            className="mt-1 line-clamp-6 border-l-2 border-line-strong pl-3 font-serif text-base"
            dir="auto"
          >
            {passage}
          </blockquote>
        ) : null}
        {passage && onUse ? (
          <button
            type="button"
            onClick={() => onUse(passage)}
            className="ink-link tap noscript:hidden inline-flex items-center"
          >
            Use this passage
          </button>
        ) : null}
      </div>
    </div>
  )
}
