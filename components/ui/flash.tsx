import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'
import type { NoticeTone } from './tone.tsx'

type FlashProps = {
  tone?: NoticeTone
  /** What just happened: "Moved to trash." */
  message: string
  children?: ReactNode
  /** The way back: a small form with an Undo button. */
  undo?: ReactNode
}

/** One line about what was just done, drawn by the server so that it needs no scripts. Hand it to AppShell's `flash`. */
export function Flash({ tone = 'good', message, children, undo }: FlashProps) {
  return (
    <div className="mb-6">
      <Notice tone={tone} title={message} actions={undo}>
        {children}
      </Notice>
    </div>
  )
}
