'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

/** Closes native popovers once something in them was chosen: pages change in place, so the browser does not do it. */
export function PopoverCloser() {
  const pathname = usePathname()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the new address is the reason to close
  useEffect(closeAll, [pathname])

  useEffect(() => {
    document.addEventListener('click', closeAfterChoice)
    return () => document.removeEventListener('click', closeAfterChoice)
  }, [])

  return null
}

function closeAfterChoice(event: MouseEvent) {
  const chosen = event.target instanceof Element ? event.target.closest('a, button') : null
  if (chosen?.closest('[popover]') && !chosen.hasAttribute('popovertarget')) closeAll()
}

function closeAll() {
  for (const popover of document.querySelectorAll<HTMLElement>('[popover]:popover-open'))
    popover.hidePopover()
}
