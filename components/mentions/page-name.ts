import { readableHost } from '#lib/domain/idn.ts'
import { readablePath } from '#lib/domain/web-address.ts'

/** A page by its host and path, as people read addresses; the fragment and the scheme say nothing. */
export function pageName(address: string): { host: string; path: string } {
  const url = URL.parse(address)
  if (!url) return { host: address, path: '' }
  const path = url.pathname === '/' && !url.search ? '' : readablePath(url.pathname) + url.search
  return { host: readableHost(url.hostname).replace(/^www\./, ''), path }
}
