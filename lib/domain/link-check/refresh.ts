/** A meta refresh or Refresh header: after how many seconds, and where to (null: the same page again). */
export type Refresh = { seconds: number; url: string | null }

/** The HTML standard's "shared declarative refresh steps". Null for what is no refresh. */
export function parseRefresh(value: string): Refresh | null {
  const time = /^[\t\n\f\r ]*(\d+|(?=\.))[\d.]*/.exec(value)
  if (!time) return null
  const seconds = Number(time[1] || 0)
  const rest = value.slice(time[0].length)
  if (rest === '') return { seconds, url: null }
  const parted = /^(?:[\t\n\f\r ]*[;,][\t\n\f\r ]*|[\t\n\f\r ]+)/.exec(rest)
  if (!parted) return null
  const address = rest.slice(parted[0].length)
  return address === '' ? { seconds, url: null } : { seconds, url: withoutPrefix(address) }
}

/**
 * Where an immediate refresh sends a reader, absolute. Null for one that waits, that only loads the page again, or that
 * only jumps to a place in it: browsers then stay where they are (HTML standard, "navigate to a fragment").
 */
export function refreshTarget({ seconds, url }: Refresh, base: string, pageUrl: string): string | null {
  const target = seconds === 0 && url !== null ? URL.parse(url, base) : null
  if (!target) return null
  const isJump = target.hash !== '' && withoutHash(target.href) === withoutHash(pageUrl)
  return isJump ? null : target.href
}

function withoutHash(address: string): string {
  return address.split('#', 1)[0] ?? ''
}

function withoutPrefix(address: string): string {
  const prefix = /^url[\t\n\f\r ]*=[\t\n\f\r ]*/i.exec(address)
  const rest = prefix ? address.slice(prefix[0].length) : address
  const quote = rest.charAt(0)
  if (quote !== '"' && quote !== "'") return rest
  const end = rest.indexOf(quote, 1)
  return rest.slice(1, end === -1 ? undefined : end)
}
