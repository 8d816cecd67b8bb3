import type { Socket } from 'node:net'
import { Client } from 'undici'
import { guardedConnector } from './guarded-connector.ts'
import { type Resolve, systemResolve } from './resolve-host.ts'
import { skipContinue } from './skip-continue.ts'

const HEADERS_MAX_BYTES = 32 * 1024
const IDLE_MS = 4_000
const IDLE_PER_ORIGIN_MAX = 24
const IDLE_MAX = 96

/** What a connection is made with. One made otherwise is never used instead. */
export type ConnectOptions = {
  /** Stands in for DNS. Code only: no setting reaches it. */
  resolve?: Resolve
  /** A certificate authority trusted besides the usual ones, PEM. */
  ca?: string
}

/**
 * One connection to one origin, for one request at a time. Its name is resolved once and judged, and it ends where its
 * socket ends: what is sent on it goes to the judged address, without a second look-up.
 */
export class Connection {
  readonly client: Client
  readonly origin: string
  readonly options: ConnectOptions
  isOpen = true
  /** Called when its socket ends while it waits for the next request. */
  onEnd: (() => void) | null = null
  readonly #connecting = new AbortController()
  #socket: Socket | null = null
  #startAnswer = () => {}
  #bytesBefore = 0

  constructor(url: URL, options: ConnectOptions) {
    this.origin = url.origin
    this.options = options
    this.client = new Client(url.origin, {
      connect: guardedConnector(url, {
        resolve: options.resolve ?? systemResolve,
        ca: options.ca,
        signal: this.#connecting.signal,
        onSocket: (socket) => {
          this.#socket = socket
          this.#startAnswer = skipContinue(socket)
        },
      }),
      maxHeaderSize: HEADERS_MAX_BYTES,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
    })
    this.client.once('disconnect', () => {
      this.isOpen = false
      this.onEnd?.()
    })
  }

  /** What has come on it since the request before, framing and headers included. */
  get bytesOnWire(): number {
    return (this.#socket?.bytesRead ?? 0) - this.#bytesBefore
  }

  reuse() {
    this.#startAnswer()
    this.#bytesBefore = this.#socket?.bytesRead ?? 0
  }

  /** Tears it down, also while it is still connecting. */
  destroy(reason: Error) {
    this.isOpen = false
    this.#connecting.abort(reason)
    this.client.destroy(reason).catch(() => {})
  }

  close() {
    this.isOpen = false
    this.client.close().catch(() => {})
  }
}

/** Connections that wait for another request to the same origin: for the looks of one run, and a few seconds. */
export class Connections {
  readonly #idle = new Map<string, Connection[]>()
  #count = 0

  /** A waiting connection to the same origin, or null. */
  take(url: URL, { resolve, ca }: ConnectOptions): Connection | null {
    const idle = this.#idle.get(url.origin) ?? []
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      this.#count -= 1
      const isSame = connection.options.resolve === resolve && connection.options.ca === ca
      if (connection.isOpen && isSame) {
        connection.onEnd = null
        connection.reuse()
        return connection
      }
      connection.close()
    }
    this.#idle.delete(url.origin)
    return null
  }

  giveBack(connection: Connection) {
    const idle = this.#idle.get(connection.origin) ?? []
    if (!connection.isOpen || idle.length >= IDLE_PER_ORIGIN_MAX || this.#count >= IDLE_MAX)
      return connection.close()
    this.#idle.set(connection.origin, idle)
    idle.push(connection)
    this.#count += 1
    connection.onEnd = () => this.#forget(connection)
  }

  close() {
    for (const idle of this.#idle.values()) for (const connection of idle) connection.close()
    this.#idle.clear()
    this.#count = 0
  }

  #forget(connection: Connection) {
    const idle = this.#idle.get(connection.origin)
    const at = idle?.indexOf(connection) ?? -1
    if (!idle || at === -1) return
    idle.splice(at, 1)
    this.#count -= 1
    if (idle.length === 0) this.#idle.delete(connection.origin)
    connection.close()
  }
}
