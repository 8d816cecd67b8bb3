'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  /** How far it is: when this is another than before, a step was taken. */
  step: string
  children: ReactNode
}

/**
 * A step takes away the form it was taken with, and the focus with it. Whoever has lost theirs finds it on the heading of what
 * came of the step; whoever is somewhere else already stays there.
 */
export function FocusOnStep({ step, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body) return
    const heading = place.current?.querySelector<HTMLElement>('h2') ?? place.current
    if (!heading) return
    heading.tabIndex = -1
    heading.focus()
  }, [step])
  return (
    <div ref={place} className="flex flex-col gap-6">
      {children}
    </div>
  )
}
