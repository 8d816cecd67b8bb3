import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to a page of Rapport.
 *
 * Next would ask the server about every link in sight. Our pages are all drawn for the person who asks, so such an answer
 * holds nothing to show sooner: a list of fifty rows cost fifty requests and two seconds of a server's time.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
