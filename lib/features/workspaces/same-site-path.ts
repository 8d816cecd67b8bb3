/**
 * Where to go after signing in: a path on this site, or the start page. Anything that a browser could take for another
 * site ("//evil", "/\evil", a whole address, control characters that browsers drop) becomes the start page.
 */
export function sameSitePath(to: string | undefined, fallback = '/'): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!to?.startsWith('/') || /[\\\u0000-\u0020\u007f]/.test(to)) return fallback
  const here = 'http://here.invalid'
  const url = URL.parse(to, here)
  if (!url || url.origin !== here || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}`
}
