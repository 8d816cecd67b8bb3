import type { ComponentProps } from 'react'

/**
 * A link to a page of Rapport, changed in place where scripts run (components/shell/soft-navigation.tsx). It is a plain
 * anchor: the framework's own link is a component of the browser's for each, and a list of fifty rows drew seventy of them,
 * on the server and again in the browser.
 */
export function Link({ href, ...anchor }: ComponentProps<'a'> & { href: string }) {
  return <a {...anchor} href={href} data-soft="" />
}
