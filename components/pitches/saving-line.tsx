'use client'

import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, PenLine } from 'lucide'
import { Icon } from '#components/ui/icon.tsx'
import type { SavingState } from './use-autosave.ts'

/** Whether what is typed is stored: one quiet line. Not drawn without scripts, where "Save" does it. */
export function SavingLine({ state, timeZone }: { state: SavingState; timeZone: string }) {
  const { icon, words, isWrong } = look(state, timeZone)
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

function look(state: SavingState, timeZone: string) {
  switch (state.kind) {
    case 'saved':
      return { icon: CircleCheck, words: `Saved ${clock(state.at, timeZone)}`, isWrong: false }
    case 'typing':
      return { icon: PenLine, words: 'Not saved yet', isWrong: false }
    case 'saving':
      return { icon: LoaderCircle, words: 'Saving', isWrong: false }
    case 'offline':
      return { icon: CloudOff, words: 'Not saved: no connection. Trying again.', isWrong: true }
    case 'signed-out':
      return {
        icon: CircleAlert,
        words: 'Not saved: you are signed out. Sign in again in another tab.',
        isWrong: true,
      }
    case 'conflict':
      return { icon: CircleAlert, words: 'Changed in another tab', isWrong: true }
    case 'refused':
      return { icon: CircleAlert, words: 'Not saved', isWrong: true }
  }
}

function clock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
}
