'use client'

import { CircleCheck, CloudOff, LoaderCircle, PenLine } from 'lucide'
import { FieldErrors } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { DraftState } from './use-note-draft.ts'

/** Whether what is typed is kept: one quiet line. Without scripts there is none, and "Save note" does it. */
export function DraftLine({ state }: { state: DraftState }) {
  if (state.kind === 'still') return null
  if (state.kind === 'refused')
    return <FieldErrors id="note-draft" errors={[`Not saved. ${state.message}`]} />
  const { icon, words } = looks[state.kind]
  return (
    <p role="status" className="flex min-h-8 items-center gap-2 text-sm text-ink-soft">
      <Icon of={icon} className="size-4 shrink-0" />
      {words}
    </p>
  )
}

const looks = {
  typing: { icon: PenLine, words: 'Not saved yet' },
  saving: { icon: LoaderCircle, words: 'Saving' },
  saved: { icon: CircleCheck, words: 'Saved' },
  unreachable: { icon: CloudOff, words: 'Not saved: no connection, or signed out. Trying again.' },
}
