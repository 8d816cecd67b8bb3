type RawPage = { body: Uint8Array<ArrayBuffer>; url: string; at: Date; number: number }

/**
 * A page as a file to save. Bytes of nobody's kind that a browser must not guess at, under a name that opens as text:
 * opened as HTML from a disk, somebody else's scripts would run there. lib/server/page-headers.ts sets the same policy for this address.
 */
export function rawPageResponse({ body, url, at, number }: RawPage): Response {
  const host = (URL.parse(url)?.hostname ?? 'page').replace(/[^a-z0-9.-]/gi, '')
  const name = `${host}-look-${number}-${at.toISOString().slice(0, 10)}.txt`
  return new Response(body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
