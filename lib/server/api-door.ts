import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEMS, type ProblemKind, problemBody } from '#lib/domain/api/problem.ts'

const API = /^\/+api\/+v1(?:[/?#]|$)/
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Next answers some requests before any route of ours is asked, and not as programs read it: those with a method it does not
 * know, and those whose address cannot be read. Under the API they are answered here.
 *
 * @returns whether it was answered
 */
export function refuseAtApiDoor(request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '', method = '' } = request
  if (!API.test(url)) return false
  if (!METHODS.includes(method)) return refuse(response, 'unknown-method', { allow: METHODS.join(', ') })
  const [path = ''] = url.split(/[?#]/, 1)
  if (!isReadable(path)) return refuse(response, 'bad-request')
  // Next would send whoever asks to the address it means; an id or a name is never empty here.
  return /\/\/|\\/.test(path) ? refuse(response, 'not-there') : false
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function refuse(response: ServerResponse, kind: ProblemKind, headers: Record<string, string> = {}): true {
  response
    .writeHead(PROBLEMS[kind].status, {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Whatever else it sends is not read.
      connection: 'close',
      ...headers,
    })
    .end(JSON.stringify(problemBody(kind)))
  return true
}
