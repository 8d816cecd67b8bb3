'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { currentPlace } from './current-place.ts'

type PlaceLinkProps = {
  href: string
  /** The addresses of all places; the one that fits the page best is the current one. */
  places: string[]
  className: string
  children: ReactNode
}

/** A link of the navigation that knows whether one is in its place. */
export function PlaceLink({ href, places, className, children }: PlaceLinkProps) {
  const pathname = usePathname()
  const isCurrent = currentPlace(places, pathname) === href
  return (
    <Link
      href={href}
      aria-current={isCurrent ? (href === pathname ? 'page' : 'true') : undefined}
      className={className}
    >
      {children}
    </Link>
  )
}
