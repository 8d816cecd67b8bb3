'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { hereIn } from './current-place.ts'

/**
 * Keeps the mark of the place one is in where it belongs while pages change in place. The server drew it first (NavList), and
 * a link of its own for each place would be thirty components to draw and to wake on every page.
 */
export function PlaceMarker() {
  const pathname = usePathname()
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-place]')]
    const hrefOf = (link: HTMLAnchorElement) => link.getAttribute('href') ?? ''
    const here = hereIn(links.map(hrefOf), pathname)
    for (const link of links) {
      if (here?.place === hrefOf(link)) link.setAttribute('aria-current', here.word)
      else link.removeAttribute('aria-current')
    }
  }, [pathname])
  return null
}
