'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'

/**
 * Changes pages in place: one listener for every Link and every SearchForm of the document. Without scripts, with another
 * button or key, into another tab or as a download they do what browsers do.
 */
export function SoftNavigation() {
  const router = useRouter()

  useEffect(() => {
    const listening = new AbortController()
    const go = (event: Event, address: URL) => {
      event.preventDefault()
      startTransition(() => router.push(address.href))
    }
    document.addEventListener(
      'click',
      (event) => {
        const link =
          event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-soft]') : null
        const address = link && isPlainClick(event, link) ? pageElsewhere(link.href) : null
        if (address) go(event, address)
      },
      listening,
    )
    document.addEventListener(
      'submit',
      (event) => {
        const form = event.target
        if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.dataset.soft === undefined)
          return
        go(event, addressAsked(form, event.submitter))
      },
      listening,
    )
    return () => listening.abort()
  }, [router])

  return null
}

function isPlainClick(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return false
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  return (link.target === '' || link.target === '_self') && !link.hasAttribute('download')
}

/** Null for other hosts, and for a place on this very page: the browser goes there by itself. */
function pageElsewhere(href: string): URL | null {
  const address = new URL(href)
  const { origin, pathname, search } = window.location
  if (address.origin !== origin) return null
  return address.hash && address.pathname === pathname && address.search === search ? null : address
}

/** What the browser would ask for: the form's address with its fields as the query. */
function addressAsked(form: HTMLFormElement, submitter: HTMLElement | null): URL {
  // Not `form.action`, which may be a field of that name.
  const address = new URL(form.getAttribute('action') ?? '', window.location.href)
  address.search = ''
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') address.searchParams.append(name, value)
  }
  return address
}
