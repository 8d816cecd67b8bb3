'use client'

import { type ComponentProps, useEffect, useLayoutEffect, useRef, useState } from 'react'

type StillPartProps = Omit<ComponentProps<'div'>, 'children' | 'ref'> & {
  as: 'div' | 'nav' | 'section'
  /** Under which the page that is drawn holds its markup, and what tells the element in the browser. */
  name: string | null
  /** Written by markupOf, which escapes every text and value; null where it is held under the name. */
  html: string | null
  /** What tells this markup from another. */
  mark: string
}

/** What pages brought whole, by name: a page that one comes back to is drawn anew from what it was first drawn with. */
const brought = new Map<string, string>()

/**
 * A part of the page that changes as one; ticks in it outlast a change of what stands around them. What came with the page is
 * taken from the page itself, and not sent a second time for the browser's copy.
 */
export function StillPart({ as: Tag, name, html, mark, ...props }: StillPartProps) {
  const [first] = useState(() => ({ mark, html: html ?? (name ? findPiece(name) : '') }))
  const shown = html === null || mark === first.mark ? first.html : html
  const ref = useRef<HTMLDivElement>(null)
  const ticked = useRef(new Set<string>())

  useEffect(() => {
    const part = ref.current
    const form = part?.closest('form')
    if (!part || !form) return
    const listening = new AbortController()
    const forget = () => ticked.current.clear()
    const note = () => {
      ticked.current = new Set(boxesIn(part).filter(isTicked).map(nameOf))
    }
    note()
    part.addEventListener('change', note, listening)
    form.addEventListener('reset', forget, listening)
    return () => listening.abort()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: new markup is new boxes
  useLayoutEffect(() => {
    const part = ref.current
    if (!part || ticked.current.size === 0) return
    for (const box of boxesIn(part)) if (ticked.current.has(nameOf(box))) box.checked = true
  }, [shown])

  return (
    <Tag
      {...props}
      ref={ref}
      data-still={name ?? undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see `html`
      dangerouslySetInnerHTML={{ __html: shown }}
    />
  )
}

function findPiece(name: string): string {
  if (typeof window === 'undefined') return heldHere()?.get(name) ?? ''
  const known = brought.get(name)
  if (known !== undefined) return known
  const html = document.querySelector(`[data-still="${name}"]`)?.innerHTML ?? ''
  brought.set(name, html)
  return html
}

/** lib/server/page-markup.ts holds it, which no browser knows. */
function heldHere(): Map<string, string> | undefined {
  const { rapportPageMarkup } = globalThis as {
    rapportPageMarkup?: { getStore: () => { byName: Map<string, string> } | undefined }
  }
  return rapportPageMarkup?.getStore()?.byName
}

function boxesIn(part: HTMLElement): HTMLInputElement[] {
  return [...part.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
}

function isTicked({ checked }: HTMLInputElement): boolean {
  return checked
}

function nameOf({ name, value }: HTMLInputElement): string {
  return `${name}=${value}`
}
