'use client'

import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, PenLine } from 'lucide'
import { Icon } from '#components/ui/icon.tsx'
import { type DateReader, writeDate } from '#lib/domain/written-dates.ts'
import type { SavingState } from './draft-world.ts'

/** Whether what is typed is stored: one quiet line. Not drawn without scripts, where "Save" does it. */
export function SavingLine({ state, reader }: { state: SavingState; reader: DateReader }) {
  const { icon, words, isWrong } = look(state, reader)
  return (
    <p
      role="status"
      className={`flex items-center gap-2 text-sm noscript:hidden ${isWrong ? 'font-medium text-stop' : 'text-ink-soft'}`}
    >
      <Icon of={icon} className="size-4 shrink-0" />
      {words}
    </p>
  )
}

function look(state: SavingState, reader: DateReader) {
  switch (state.kind) {
    case 'saved': {
      const where = state.by === 'another tab' ? ' in another tab, and shown here' : ''
      return {
        icon: CircleCheck,
        words: `Saved ${writeDate(state.at, 'clock', reader)}${where}`,
        isWrong: false,
      }
    }
    case 'typing':
      return { icon: PenLine, words: 'Not saved yet', isWrong: false }
    case 'saving':
      return { icon: LoaderCircle, words: 'Saving', isWrong: false }
    case 'offline':
      return {
        icon: CloudOff,
        words: state.isKept
          ? 'Not saved yet: no connection; your words are kept here'
          : 'Not saved yet: no connection. Leave this page open; it tries again',
        isWrong: true,
      }
    case 'signed-out':
      return {
        icon: CircleAlert,
        words: state.isKept
          ? 'Not saved yet: you are signed out; your words are kept here. Sign in again in another tab'
          : 'Not saved yet: you are signed out. Leave this page open, and sign in again in another tab',
        isWrong: true,
      }
    case 'conflict':
      return { icon: CircleAlert, words: 'Not saved yet: there are two texts', isWrong: true }
    case 'refused':
      return { icon: CircleAlert, words: 'Not saved', isWrong: true }
  }
}
