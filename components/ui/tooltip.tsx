'use client'

import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import { type ReactElement, type ReactNode, useState } from 'react'

type TooltipProps = {
  /** A few words. Never the only place where something is said. */
  words: ReactNode
  /** The one thing that is pointed at: a button or a link. */
  children: ReactElement
}

/** A word on hover or focus, for those who see; the thing itself has its own label. */
export function Tooltip({ words, children }: TooltipProps) {
  // The words stay beside their thing, inside the page's landmarks, instead of at the end of the document.
  const [place, setPlace] = useState<HTMLSpanElement | null>(null)
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} delay={400} />
      <span ref={setPlace} />
      <BaseTooltip.Portal container={place}>
        <BaseTooltip.Positioner positionMethod="fixed" sideOffset={8} className="z-50">
          <BaseTooltip.Popup className="float-motion max-w-64 rounded-md bg-ink px-2 py-1 text-sm text-paper shadow-float">
            {words}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}
