/** What stands behind 500 KiB Google ignores (and RFC 9309 lets everybody ignore). */
const FILE_MAX_BYTES = 500 * 1024
const LINE_MAX_BYTES = 2083 * 8 - 1
const TYPOS_OF_DISALLOW = ['dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw']
const AGENT_KEYS = ['user-agent', 'useragent', 'user agent']

type Rule = { allow: boolean; pattern: string }

/**
 * Whether robots.txt lets `agent` (a product token such as "Googlebot") read `url`: RFC 9309 with the tolerance of
 * Google's own parser (typos, missing colons, "index.html" as "/"). The URL is taken as it stands, so percent-encode it first.
 */
export function isAllowedByRobotsTxt(robotsTxt: string, agent: string, url: string): boolean {
  const path = pathOf(bytesAsText(url))
  const { specific, global } = rulesFor(robotsTxt, agent.toLowerCase())
  const own = strongest(specific ?? [], path)
  if (own !== null) return own
  if (specific !== null) return true
  return strongest(global, path) ?? true
}

/** One character for each byte of UTF-8, because rules are compared and measured in octets. */
function bytesAsText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is asked about
  if (/^[\x00-\x7f]*$/.test(text)) return text
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return bytes
}

function pathOf(url: string): string {
  const from = url.startsWith('//') ? 2 : 0
  const scheme = url.indexOf('://', from)
  const early = firstOf(url, /[/?;]/g, from)
  const authority = scheme === -1 || (early !== -1 && early < scheme) ? from : scheme + 3
  const start = firstOf(url, /[/?;]/g, authority)
  if (start === -1) return '/'
  const hash = url.indexOf('#', from)
  if (hash !== -1 && hash < start) return '/'
  const path = url.slice(start, hash === -1 ? undefined : hash)
  return path.startsWith('/') ? path : `/${path}`
}

function firstOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

/** `specific` is null when no group names the agent; an empty list when a group does and forbids nothing. */
function rulesFor(robotsTxt: string, agent: string): { specific: Rule[] | null; global: Rule[] } {
  let specific: Rule[] | null = null
  const global: Rule[] = []
  let inSpecific = false
  let inGlobal = false
  let groupHasRules = false
  for (const line of linesOf(robotsTxt)) {
    const directive = directiveOf(line)
    if (!directive) continue
    if (directive.kind === 'agent') {
      if (groupHasRules) inSpecific = inGlobal = groupHasRules = false
      if (/^\*(?:\s|$)/.test(directive.value)) inGlobal = true
      else if (agent !== '' && /^[a-z_-]*/i.exec(directive.value)?.[0].toLowerCase() === agent) {
        inSpecific = true
        specific ??= []
      }
    } else if (inSpecific || inGlobal) {
      groupHasRules = true
      const rule = { allow: directive.kind === 'allow', pattern: escapePattern(directive.value) }
      if (inSpecific) specific?.push(rule)
      else global.push(rule)
    }
  }
  return { specific, global }
}

function linesOf(robotsTxt: string): string[] {
  return withinLimit(bytesAsText(robotsTxt))
    .replace(/^\u00ef(?:\u00bb\u00bf?)?/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, LINE_MAX_BYTES))
}

/** A line the limit falls into is no rule any more: "/private" cut to "/" would forbid everything. */
function withinLimit(text: string): string {
  if (text.length < FILE_MAX_BYTES) return text
  const lineEnd = Math.max(
    text.lastIndexOf('\n', FILE_MAX_BYTES - 1),
    text.lastIndexOf('\r', FILE_MAX_BYTES - 1),
  )
  return text.slice(0, lineEnd + 1)
}

function directiveOf(line: string): { kind: 'agent' | 'allow' | 'disallow'; value: string } | null {
  // A NUL ends the line for Google's parser.
  const text = trimAscii(line.split(/[#\0]/, 1)[0] ?? '')
  const colon = text.indexOf(':')
  const pair =
    colon === -1 ? /^(\S+)[ \t]+(\S+)$/.exec(text)?.slice(1) : [text.slice(0, colon), text.slice(colon + 1)]
  if (!pair) return null
  const key = trimAscii(pair[0] ?? '').toLowerCase()
  const value = trimAscii(pair[1] ?? '')
  if (AGENT_KEYS.some((name) => key.startsWith(name))) return { kind: 'agent', value }
  if (key.startsWith('allow')) return { kind: 'allow', value }
  if (['disallow', ...TYPOS_OF_DISALLOW].some((name) => key.startsWith(name)))
    return { kind: 'disallow', value }
  return null
}

function trimAscii(text: string): string {
  return text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '')
}

function escapePattern(pattern: string): string {
  return pattern
    .replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase())
    .replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The longest matching rule, allow before disallow; null when none but empty ones match. */
function strongest(rules: Rule[], path: string): boolean | null {
  let allow = 0
  let disallow = 0
  for (const rule of rules) {
    if (matches(path, rule.pattern)) {
      if (rule.allow) allow = Math.max(allow, rule.pattern.length)
      else disallow = Math.max(disallow, rule.pattern.length)
    } else if (rule.allow) {
      const slash = rule.pattern.lastIndexOf('/')
      if (slash === -1 || !rule.pattern.startsWith('/index.htm', slash)) continue
      const folder = `${rule.pattern.slice(0, slash + 1)}$`
      if (matches(path, folder)) allow = Math.max(allow, folder.length)
    }
  }
  return allow === 0 && disallow === 0 ? null : allow >= disallow
}

/**
 * "*" is any run of characters, "$" at the end is the end. Greedy part by part, so that a hostile pattern of many
 * stars costs no more than length times length.
 */
function matches(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$')
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = parts.shift() ?? ''
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = anchored ? parts.pop() : undefined
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (!anchored) return true
  if (last === undefined) return at === path.length
  return path.length - last.length >= at && path.endsWith(last)
}
