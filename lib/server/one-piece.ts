import type { ServerResponse } from 'node:http'

/**
 * Next hands a page over in some twenty pieces, sends the headers ahead of them and has its compressor finish a block after each,
 * so that a slow page is seen as it grows. Ours are drawn at once: headers and page go together, and the compressor sends when
 * it has something to send, in fewer bytes and fewer words to the network.
 */
export function sendInOnePiece(response: ServerResponse) {
  Object.defineProperty(response, 'flush', { get: () => undefined, set: () => {} })
  const { flushHeaders } = response
  response.flushHeaders = () => {
    if (!isPage(response)) flushHeaders.call(response)
  }
}

/** A page, or what stands on it, asked for by the page that is open. */
function isPage(response: ServerResponse): boolean {
  return /^text\/(?:html|x-component)\b/.test(String(response.getHeader('content-type') ?? ''))
}
