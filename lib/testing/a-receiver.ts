import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { vi } from 'vitest'
import type { Resolve } from '#lib/server/fetching/resolve-host.ts'

export type Received = {
  id: string
  type: string
  timestamp: string
  data: Record<string, unknown>
  headers: IncomingHttpHeaders
  raw: string
}
type Answer = { status: number; body?: string; headers?: Record<string, string> }

/** A program of somebody's on loopback, reached as "hooks.test": it checks every signature with the public package. */
export async function aReceiver() {
  const state = {
    port: 0,
    /** Everything that came, whatever it was answered. */
    received: [] as Received[],
    /** What was answered with a yes. */
    taken: [] as Received[],
    refused: 0,
    /** By which it checks; none: it takes everything unchecked. */
    secret: '',
    /** The receiver's clock: the package refuses what is five minutes old. */
    now: () => new Date(),
    answer: (_event: Received): Answer | Promise<Answer> => ({ status: 200, body: 'Thank you' }),
    resolve: undefined as unknown as Resolve,
    stop: async () => {},
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString('utf8')
    const { headers } = request
    if (state.secret && !isSigned(state.secret, raw, headers, state.now())) {
      state.refused += 1
      response.writeHead(401).end('Not signed by you')
      return
    }
    const event: Received = { ...JSON.parse(raw), id: String(headers['webhook-id']), headers, raw }
    state.received.push(event)
    const { status, body = '', headers: more } = await state.answer(event)
    if (status >= 200 && status < 300) state.taken.push(event)
    response.writeHead(status, more).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.port = (server.address() as AddressInfo).port
  state.resolve = async (host) => {
    if (host !== 'hooks.test') throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    return [{ address: '127.0.0.1', port: state.port, exempt: true }]
  }
  state.stop = async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return state
}

/** Whether the public package says so at that moment. */
function isSigned(secret: string, raw: string, headers: IncomingHttpHeaders, now: Date): boolean {
  vi.useFakeTimers({ toFake: ['Date'], now })
  try {
    new Webhook(secret).verify(raw, headers as Record<string, string>)
    return true
  } catch {
    return false
  } finally {
    vi.useRealTimers()
  }
}
