import type { Socket as NetSocket } from 'node:net'
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'
import { buildConnector } from 'undici'
import { portOf } from './address-guard.ts'
import { codeOf, type Resolve, type ResolvedAddress, resolveJudged } from './resolve-host.ts'

const ADDRESSES_TRIED = 4
/** With another address to fall back on, one that does not answer is given up early. */
const FIRST_ADDRESS_TIMEOUT_MS = 3_000

type Connector = ReturnType<typeof buildConnector>
type Socket = Exclude<Parameters<Parameters<Connector>[1]>[1], null>
type Connecting = {
  resolve: Resolve
  ca?: string
  signal: AbortSignal
  onSocket?: (socket: NetSocket) => void
}

/**
 * A connector for undici that resolves once for each connection, judges every answer, and connects to a judged
 * address: no second look-up in between. The signal ends attempts that hang.
 */
export function guardedConnector(url: URL, connecting: Connecting): Connector {
  return (options, callback) => {
    connect(url, options, connecting).then(
      (socket) => {
        connecting.onSocket?.(socket)
        callback(null, socket)
      },
      (error: Error) => callback(error, null),
    )
  }
}

async function connect(
  url: URL,
  options: Parameters<Connector>[0],
  { resolve, ca, signal }: Connecting,
): Promise<Socket> {
  const answers = (await withSignal(resolveJudged(url.hostname, portOf(url), resolve), signal)).slice(
    0,
    ADDRESSES_TRIED,
  )
  let last: unknown
  for (const [at, answer] of answers.entries()) {
    const isLast = at === answers.length - 1
    try {
      return await connectTo(answer, options, {
        ca,
        signal,
        timeoutMs: isLast ? 0 : FIRST_ADDRESS_TIMEOUT_MS,
      })
    } catch (error) {
      last = error
      if (signal.aborted || !canTryAnother(error)) throw error
    }
  }
  throw last
}

function canTryAnother(error: unknown): boolean {
  return [
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'EADDRNOTAVAIL',
    'UND_ERR_CONNECT_TIMEOUT',
  ].includes(codeOf(error) ?? '')
}

function connectTo(
  answer: ResolvedAddress,
  options: Parameters<Connector>[0],
  { ca, signal, timeoutMs }: { ca?: string; signal: AbortSignal; timeoutMs: number },
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const connector = buildConnector({
      timeout: timeoutMs,
      allowH2: false,
      ...(options.protocol === 'https:' ? { secureContext: trusted(ca) } : {}),
    })
    // undici gives the socket back at once although its types do not say so; without it a hanging attempt outlives the look.
    const socket: unknown = connector(
      {
        ...options,
        hostname: answer.address,
        port: String(answer.port ?? options.port ?? '') || defaultPort(options.protocol),
      },
      (error, connected) => {
        signal.removeEventListener('abort', giveUp)
        if (connected) resolve(connected)
        else reject(error)
      },
    )
    const giveUp = () => {
      if (socket instanceof Object && 'destroy' in socket && typeof socket.destroy === 'function')
        socket.destroy()
      reject(signal.reason)
    }
    signal.addEventListener('abort', giveUp, { once: true })
    if (signal.aborted) giveUp()
  })
}

function defaultPort(protocol: string): string {
  return protocol === 'https:' ? '443' : '80'
}

/** Ends the waiting, not the work: a look-up cannot be called back. */
function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

const contexts = new Map<string, SecureContext>()

/** Reading the trusted certificates takes milliseconds, so each set of them is read once. */
function trusted(ca = ''): SecureContext {
  const known = contexts.get(ca)
  if (known) return known
  const context = createSecureContext({ ca: ca === '' ? defaults() : [...defaults(), ca] })
  contexts.set(ca, context)
  return context
}

function defaults(): string[] {
  return typeof getCACertificates === 'function' ? getCACertificates('default') : [...rootCertificates]
}
