'use client'

import type { MouseEvent, ReactNode } from 'react'

/** Around the rows of the reading list: whoever marks one as read finds the focus on the next, as the row is about to leave. */
export function PostKeys({ children }: { children: ReactNode }) {
  return <div onClickCapture={goOn}>{children}</div>
}

function goOn({ target }: MouseEvent) {
  const row = target instanceof Element && target.closest('[data-mark-read]')?.closest('[data-row]')
  if (!row) return
  const beside = row.nextElementSibling ?? row.previousElementSibling
  beside?.querySelector<HTMLElement>('[data-row-link]')?.focus()
}
