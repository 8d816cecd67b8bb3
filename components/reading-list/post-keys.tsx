'use client'

import type { KeyboardEvent, ReactNode } from 'react'

/** Gives the rows of the reading list their keys: m marks the row one is on and goes to the next, o opens it. */
export function PostKeys({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the link that has the focus inside
    <div onKeyDown={act} data-shortcut="m" data-shortcut-does="Mark the post one is on as read">
      {children}
    </div>
  )
}

function act(event: KeyboardEvent) {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
  if (!target.matches('[data-row-link]') || areShortcutsOff()) return
  const row = target.closest('[data-post-row]')
  if (key === 'o') target.click()
  else if (key === 'm') mark(row)
  else return
  event.preventDefault()
}

/** The focus goes on first: the row is about to leave. */
function mark(row: Element | null) {
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  next?.querySelector<HTMLElement>('[data-row-link]')?.focus()
  row?.querySelector<HTMLElement>('button[data-mark-read]')?.click()
}

/** The switch stands in the list of shortcuts; a browser may forbid storage. */
function areShortcutsOff(): boolean {
  try {
    return localStorage.getItem('rapport:shortcuts') === 'off'
  } catch {
    return false
  }
}
