'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyboardHint } from '../ui/keyboard-hint.tsx'
import { focusRow, isOnRow, pressOfRow, tickRow } from './row-keys.ts'

export type SectionShortcut = { key: string; label: string; href: string }

const CHORD_WITHIN_MS = 1500
const STORED_AS = 'rapport:shortcuts'

/**
 * The keyboard's way through the pages: `g` and a letter, `j`/`k` over rows, `/`, `c`, `?`. Never while one types, and it can be
 * turned off (WCAG 2.1.4). Any button marked `data-shortcuts-trigger` opens the list. A page may give keys a meaning of its own:
 * `data-shortcut="o" data-shortcut-does="Overrule"` on a button or link presses it, on anything else goes to its first field.
 * A row marked `data-row` may, too: `data-row-key="d" data-row-key-does="..."` presses what carries it in the row one is on.
 */
export function KeyboardShortcuts({ sections }: { sections: SectionShortcut[] }) {
  const router = useRouter()
  const [helpOpen, setHelpOpen] = useState(false)
  const [on, setOn] = useState(true)
  const [ofPage, setOfPage] = useState<KeyMeaning[]>([])
  const chordAt = useRef(0)

  useEffect(() => setOn(readSwitch()), [])

  useEffect(() => {
    const listening = new AbortController()
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey)
          return
        if (!on) return
        const inChord = event.timeStamp - chordAt.current < CHORD_WITHIN_MS && chordAt.current > 0
        chordAt.current = 0
        const section = inChord ? sections.find(({ key }) => key === event.key) : undefined
        if (section) router.push(section.href)
        else if (event.key === 'g') chordAt.current = event.timeStamp
        else if (event.key === '?') openHelp()
        else if (!pressOfRow(event.key) && !pressOfPage(event.key) && !pressed[event.key]?.()) return
        event.preventDefault()
      },
      listening,
    )
    document.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('[data-shortcuts-trigger]')) openHelp()
      },
      listening,
    )
    return () => listening.abort()

    function openHelp() {
      setOfPage(keysOfPage())
      setHelpOpen(true)
    }
  }, [on, router, sections])

  function turn(next: boolean) {
    setOn(next)
    storeSwitch(next)
  }

  return (
    <Dialog
      open={helpOpen}
      onOpenChange={setHelpOpen}
      title="Keyboard shortcuts"
      lead="They rest while you type in a field."
    >
      <div className="grid gap-x-10 sm:grid-cols-2">
        <KeyList keys={sections.map(({ key, label }) => ({ keys: ['g', key], does: label }))} />
        <div>
          <KeyList keys={ofPage} />
          <KeyList keys={always.filter(({ keys }) => !ofPage.some((own) => own.keys[0] === keys[0]))} />
        </div>
      </div>
      <div className="mt-4 border-t border-line pt-2">
        <Checkbox
          label="Use single-key shortcuts in this browser"
          checked={on}
          onChange={(event) => turn(event.target.checked)}
        />
      </div>
    </Dialog>
  )
}

/** What each single key does here; true if it did something. */
const pressed: Record<string, () => boolean> = {
  j: () => focusRow(1),
  k: () => focusRow(-1),
  ArrowDown: () => isOnRow() && focusRow(1),
  ArrowUp: () => isOnRow() && focusRow(-1),
  x: () => tickRow(),
  c: () => use('[data-new-link]', (element) => element.click()),
  '/': () =>
    use('[data-search]', (element) => element.focus()) ||
    use('[data-palette-trigger]', (element) => element.click()),
}

type KeyMeaning = { keys: string[]; does: string }

const always: KeyMeaning[] = [
  { keys: ['j'], does: 'Next row' },
  { keys: ['k'], does: 'Row before' },
  { keys: ['Enter'], does: 'Open the row' },
  { keys: ['x'], does: 'Tick the row' },
  { keys: ['/'], does: 'Search this list' },
  { keys: ['c'], does: 'New, where one can' },
  { keys: ['Ctrl', 'K'], does: 'Search everything' },
  { keys: ['?'], does: 'This list' },
]

function KeyList({ keys }: { keys: KeyMeaning[] }) {
  if (keys.length === 0) return null
  return (
    <dl>
      {keys.map(({ keys, does }) => (
        <div key={does} className="flex min-h-9 items-center justify-between gap-4">
          <dt>{does}</dt>
          <dd>
            <KeyboardHint keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What this page gives its own meaning to; a key counts once. */
function keysOfPage(): KeyMeaning[] {
  const found = [
    ...document.querySelectorAll<HTMLElement>(
      '[data-shortcut][data-shortcut-does], [data-row-key][data-row-key-does]',
    ),
  ]
  const meanings = new Map(
    found.map(
      ({ dataset: { shortcut, shortcutDoes, rowKey, rowKeyDoes } }) =>
        [shortcut ?? rowKey ?? '', shortcutDoes ?? rowKeyDoes ?? ''] as const,
    ),
  )
  return [...meanings].map(([key, does]) => ({ keys: [key], does }))
}

function pressOfPage(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false
  return use(`[data-shortcut="${key}"]`, (element) => {
    if (element.matches('a, button')) element.click()
    else {
      element.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus()
      element.scrollIntoView({ block: 'nearest' })
    }
  })
}

function use(selector: string, act: (element: HTMLElement) => void): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  if (element) act(element)
  return element !== null
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.isContentEditable || target?.closest('input, textarea, select')) return true
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}

// A browser may forbid storage; then the switch lasts as long as the page.
function readSwitch(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}

function storeSwitch(on: boolean) {
  try {
    localStorage.setItem(STORED_AS, on ? 'on' : 'off')
  } catch {}
}
