'use client'

import type { Ref, RefObject } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { diffWords } from '#lib/domain/pitch-desk/word-diff.ts'
import { type DateReader, writeDate } from '#lib/domain/written-dates.ts'
import type { StandingText } from '#lib/features/pitches/draft-answer.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { SavingState } from './draft-world.ts'
import type { DraftTexts } from './send-draft.ts'

import { WordChanges } from './word-changes.tsx'

type TwoTextsProps = {
  state: Extract<SavingState, { kind: 'conflict' }>
  mine: DraftTexts
  reader: DateReader
  choose: RefObject<DraftKeeper | null>
  /** Takes the focus where somebody wants to go on before they chose. */
  ref?: Ref<HTMLDivElement>
}

/**
 * Two tabs wrote on: both texts, word for word, and the choice between them. What is not chosen stays among the versions. The
 * saving line says that there are two; here nothing is read out by itself.
 */
export function TwoTexts({ state: { standing, isOffline }, mine, reader, choose, ref }: TwoTextsProps) {
  return (
    <Notice
      ref={ref}
      tone="stop"
      title={`Another text was saved at ${writeDate(new Date(standing.savedAt), 'clock', reader)}, in another tab or by somebody else.`}
    >
      <p>
        Both are here. Choose one, or copy what you need into yours; the other is kept among the versions.
      </p>
      <div className="mt-3 flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <OneText title="Saved" show="older" standing={standing} mine={mine} />
          <OneText title="Yours, not saved" show="newer" standing={standing} mine={mine} />
        </div>
        {isOffline ? <p>There is no connection right now. Both texts stay here until there is.</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => choose.current?.keepMine(standing)}>Keep mine</Button>
          <Button tone="quiet" onClick={() => choose.current?.takeOther(standing)}>
            Take the other text
          </Button>
        </div>
      </div>
    </Notice>
  )
}

type OneTextProps = { title: string; show: 'older' | 'newer'; standing: StandingText; mine: DraftTexts }

function OneText({ title, show, standing, mine }: OneTextProps) {
  return (
    <section className="min-w-0 rounded-md border border-line bg-sheet p-3 text-ink">
      <p className="mb-2 text-sm font-semibold text-ink-soft">{title}</p>
      <div className="font-semibold">
        <WordChanges pieces={diffWords(standing.subject, mine.subject)} show={show} />
      </div>
      <WordChanges pieces={diffWords(standing.body, mine.body)} show={show} />
    </section>
  )
}
