import { Hand, Wind } from 'lucide'
import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { toneSurface } from '#components/ui/tone.tsx'
import type { Standing } from '#lib/features/mentions/mention-standing.ts'
import { outcomeFace } from './outcome-badge.tsx'

type VerdictSheetProps = {
  standing: Standing
  provenance: string
  /** "Seen by Rapport on 3 March" and the like. */
  seen: ReactNode
  /** What changed last, in a strip of its own. */
  changed?: ReactNode
  /** What one can say to it. */
  actions?: ReactNode
}

/** What a mention comes to: one sentence to show a customer, and what is in whose hands. */
export function VerdictSheet({ standing, provenance, seen, changed, actions }: VerdictSheetProps) {
  const { outcome, words, untold } = standing
  const { tone, icon, word } = outcomeFace(outcome, provenance)
  return (
    <section aria-label="What was seen" className="overflow-hidden rounded-lg border border-line bg-sheet">
      <div className={classNames('border-b px-4 py-6 sm:px-8 sm:py-8', toneSurface[tone])}>
        <p className="flex items-center gap-2 text-sm font-semibold">
          <Icon of={icon} className="size-5 shrink-0" />
          {word}
        </p>
        <p className="mt-3 max-w-[46ch] font-serif text-xl leading-snug text-ink wrap-anywhere sm:text-title sm:leading-tight">
          <bdi>{words.sentence}</bdi>
        </p>
        <p className="mt-4 text-sm text-ink-soft">{seen}</p>
      </div>
      {changed}
      {untold ? (
        <p className="border-b border-dashed border-unknown/60 bg-unknown-wash px-4 py-3 text-sm sm:px-8">
          The newest look could not tell: <bdi>{untold.sentence}</bdi> What was seen before still stands.
        </p>
      ) : null}
      <div className="grid gap-x-8 gap-y-6 px-4 py-6 sm:grid-cols-2 sm:px-8">
        <Part icon={<Icon of={Hand} className="size-4" />} title="In your hands today">
          {words.inYourHands}
        </Part>
        <Part icon={<Icon of={Wind} className="size-4" />} title="Not in your hands">
          {words.notInYourHands}
        </Part>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3 sm:px-8">
        <Disclosure summary="In the words of the trade">
          <p className="max-w-measure text-ink-soft wrap-anywhere">
            <bdi>{words.expert}</bdi>
          </p>
        </Disclosure>
        {actions ? <div className="flex flex-wrap items-start gap-2">{actions}</div> : null}
      </div>
    </section>
  )
}

function Part({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="flex items-center gap-2 text-base font-semibold">
        {icon}
        {title}
      </h2>
      <p className="mt-1 max-w-measure">{children}</p>
    </div>
  )
}
