'use client'

import { type ComponentProps, useEffect, useLayoutEffect, useRef } from 'react'

type StillPartProps = Omit<ComponentProps<'div'>, 'children' | 'ref'> & {
  as: 'div' | 'nav' | 'section'
  /** Written by markupOf, which escapes every text and value. */
  html: string
}

/** A part of the page that changes as one; ticks in it outlast a change of what stands around them. */
export function StillPart({ as: Tag, html, ...props }: StillPartProps) {
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
  }, [html])

  // biome-ignore lint/security/noDangerouslySetInnerHtml: see `html`
  return <Tag {...props} ref={ref} dangerouslySetInnerHTML={{ __html: html }} />
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
