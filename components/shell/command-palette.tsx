'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { veilClass } from '../ui/dialog.tsx'
import { type CommandItem, groupCommands, searchCommands } from './command-search.ts'
import { useFoundCommands } from './use-found-commands.ts'

type CommandPaletteProps = {
  items: CommandItem[]
  /** Asked with `?q=` while one types; answers with the same items as JSON. */
  searchUrl?: string
}

/** Go anywhere by typing. Opens with Ctrl-K or Cmd-K, and by any button marked `data-palette-trigger`. */
export function CommandPalette({ items, searchUrl }: CommandPaletteProps) {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const listening = new AbortController()
    document.addEventListener(
      'keydown',
      (event) => {
        if (
          event.key.toLowerCase() !== 'k' ||
          !(event.ctrlKey || event.metaKey) ||
          event.altKey ||
          event.shiftKey
        )
          return
        event.preventDefault()
        setOpen((before) => !before)
      },
      listening,
    )
    document.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('[data-palette-trigger]')) setOpen(true)
      },
      listening,
    )
    return () => listening.abort()
  }, [])

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={veilClass} />
        <Dialog.Popup className={popupClass}>
          <Dialog.Title className="sr-only">Search and go to</Dialog.Title>
          <PaletteBody items={items} searchUrl={searchUrl} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteBody({ items, searchUrl, close }: CommandPaletteProps & { close: () => void }) {
  const router = useRouter()
  const listId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const { found, searching } = useFoundCommands(searchUrl, query)
  const groups = groupCommands([...searchCommands(items, query), ...found])
  const flat = groups.flatMap(([, members]) => members)
  const activeIndex = Math.min(active, flat.length - 1)

  useEffect(() => {
    listRef.current?.querySelector(`[data-index="${activeIndex}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [activeIndex])

  function go(item: CommandItem) {
    close()
    router.push(item.href)
  }

  function handleKeyDown(event: KeyboardEvent) {
    const target = moves[event.key]?.(activeIndex, flat.length)
    if (target !== undefined) setActive(target)
    else if (event.key === 'Enter' && flat[activeIndex]) go(flat[activeIndex])
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon of={Search} className="size-5 shrink-0 text-ink-soft" />
        <input
          type="text"
          role="combobox"
          aria-label="Search and go to"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={flat.length > 0 ? `${listId}-${activeIndex}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Type a place, a name or an address"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={handleKeyDown}
          className="min-h-14 w-full bg-transparent text-read outline-none"
        />
      </div>
      <div
        id={listId}
        ref={listRef}
        role="listbox"
        aria-label="Where to go"
        tabIndex={-1}
        className="max-h-[50dvh] overflow-y-auto p-2"
      >
        {groups.map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox's groups are roles; a fieldset is for forms
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-3 pt-2 pb-1 text-sm text-ink-soft">
              {group}
            </p>
            {members.map((item) => {
              const index = flat.indexOf(item)
              return (
                <Link
                  key={`${item.group} ${item.href} ${item.label}`}
                  id={`${listId}-${index}`}
                  data-index={index}
                  href={item.href}
                  role="option"
                  aria-selected={index === activeIndex}
                  tabIndex={-1}
                  onClick={close}
                  onPointerMove={() => setActive(index)}
                  className="tap flex items-center gap-3 rounded-md px-3 aria-selected:bg-accent-wash aria-selected:text-accent"
                >
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.hint ? (
                    <span className="max-w-1/2 truncate text-sm text-ink-soft">{item.hint}</span>
                  ) : null}
                </Link>
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className={flat.length === 0 ? 'px-5 pb-5 text-ink-soft' : 'sr-only'}>
        {searching ? 'Looking.' : sayHowMany(flat.length)}
      </p>
    </>
  )
}

function sayHowMany(count: number): string {
  if (count === 0) return 'Nothing goes by that name here.'
  return count === 1 ? 'One place found.' : `${count} places found.`
}

const moves: Record<string, (index: number, length: number) => number> = {
  ArrowDown: (index, length) => (index + 1) % Math.max(1, length),
  ArrowUp: (index, length) => (index - 1 + length) % Math.max(1, length),
  Home: () => 0,
  End: (_index, length) => Math.max(0, length - 1),
}

const popupClass =
  'float-motion fixed top-[12dvh] left-1/2 z-50 w-xl max-w-[calc(100vw-2rem)] -translate-x-1/2 overflow-hidden rounded-lg ' +
  'border border-line bg-float text-ink shadow-float outline-none'
