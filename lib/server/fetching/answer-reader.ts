import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { type Answer, blankAnswer, failureOf } from './answer.ts'
import { BodyBytes } from './body-bytes.ts'
import type { BodyRoom } from './body-room.ts'
import type { Connection } from './connections.ts'
import { codingsOf, decodeBody } from './decode-body.ts'
import { FetchFailure } from './resolve-host.ts'

/** A server may announce its answer; one that only ever announces is up to no good. */
const INFORMATIONAL_MAX = 20
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Framing of tiny chunks and headers may come to this much besides the body. */
const WIRE_SLACK_BYTES = 1_000_000
const WATCH_EVERY_MS = 1_000

export type AnswerLimits = {
  /** After decompression. */
  maxBytes: number
  maxWireBytes: number
  headersTimeoutMs: number
}

/** Takes one answer off a connection, within all bounds, and says when it is there. Never fails: what went wrong is in it. */
export class AnswerReader implements Dispatcher.DispatchHandler {
  readonly answer: Promise<Answer>
  readonly #resolve: (answer: Answer) => void
  readonly #answer = blankAnswer()
  readonly #connection: Connection
  readonly #limits: AnswerLimits
  readonly #room: BodyRoom
  readonly #headersTimer: NodeJS.Timeout
  readonly #watch: NodeJS.Timeout
  #controller: Dispatcher.DispatchController | null = null
  #informational = 0
  #bytes: BodyBytes | null = null
  #wire: Readable | null = null
  #decoded: Promise<unknown> | null = null
  #isSettled = false
  /** The answer came whole, and the connection may carry another. */
  isWhole = false

  constructor(connection: Connection, limits: AnswerLimits, room: BodyRoom) {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    this.answer = promise
    this.#resolve = resolve
    this.#connection = connection
    this.#limits = limits
    this.#room = room
    this.#headersTimer = setTimeout(
      () => this.stop(new FetchFailure('timeout', 'headers')),
      limits.headersTimeoutMs,
    )
    this.#watch = setInterval(() => this.#countWire(), WATCH_EVERY_MS)
  }

  /** Ends it now: what has come is the answer. */
  stop(reason: Error) {
    if (this.#isSettled) return
    this.#connection.destroy(reason)
    this.#fail(reason)
  }

  onRequestStart(controller: Dispatcher.DispatchController) {
    this.#controller = controller
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number) {
    if (this.#isSettled) return
    if (status < 200) {
      this.#informational += 1
      if (this.#informational > INFORMATIONAL_MAX)
        this.stop(new FetchFailure('protocol', `${INFORMATIONAL_MAX} announcements`))
      return
    }
    clearTimeout(this.#headersTimer)
    const { headers } = Object.assign(this.#answer, { status, headers: pairsOf(controller.rawHeaders) })
    const headerOf = (name: string) => headers.find(([key]) => key === name)?.[1]
    const length = Number(headerOf('content-length') ?? Number.NaN)
    // The body of a redirect is nobody's page, and it may never end.
    if (REDIRECTS.has(status) && headerOf('location') !== undefined && length !== 0) {
      this.#settle()
      this.#connection.destroy(new FetchFailure('reset', 'not wanted'))
      return
    }
    this.#bytes = new BodyBytes(this.#limits.maxBytes, this.#room, length >= 0 ? length : undefined)
    const codings = codingsOf(headers)
    if (codings instanceof FetchFailure) this.stop(codings)
    else if (codings.length > 0) this.#startDecoding(this.#bytes, codings)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array) {
    if (this.#isSettled) return
    this.#countWire()
    if (this.#wire !== null) {
      if (!this.#wire.push(chunk)) controller.pause()
      return
    }
    try {
      if (this.#bytes === null || this.#bytes.add(chunk)) return
      controller.pause()
      this.#bytes.room().then(() => controller.resume())
    } catch (error) {
      this.stop(error instanceof Error ? error : new Error(String(error)))
    }
  }

  onResponseEnd() {
    this.isWhole = true
    if (this.#wire !== null) this.#wire.push(null)
    else this.#settle()
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error) {
    this.#fail(error)
  }

  #startDecoding(bytes: BodyBytes, codings: string[]) {
    const wire = new Readable({ read: () => this.#controller?.resume() })
    this.#wire = wire
    this.#decoded = decodeBody(wire, codings, bytes, this.#limits.maxWireBytes)
    this.#decoded.then((error) => {
      if (error === null) this.#settle()
      else this.stop(error instanceof Error ? error : new Error(String(error)))
    })
  }

  #countWire() {
    const { maxWireBytes } = this.#limits
    if (this.#connection.bytesOnWire > maxWireBytes + WIRE_SLACK_BYTES)
      this.stop(new FetchFailure('too-large', `more than ${maxWireBytes} bytes`))
  }

  #fail(error: Error) {
    if (this.#isSettled) return
    Object.assign(this.#answer, failureOf(error, this.#answer.status !== null))
    this.#answer.cut = this.#answer.status !== null
    this.#wire?.destroy(error)
    this.#settle()
  }

  #settle() {
    if (this.#isSettled) return
    this.#isSettled = true
    clearTimeout(this.#headersTimer)
    clearInterval(this.#watch)
    this.#answer.body = this.#bytes?.taken() ?? new Uint8Array()
    this.#resolve(this.#answer)
  }
}

/** One flat list of names and values, one character a byte. */
function pairsOf(raw: Dispatcher.DispatchController['rawHeaders']): [name: string, value: string][] {
  const flat = Array.isArray(raw) ? raw : []
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < flat.length; at += 2)
    pairs.push([textOf(flat[at]).toLowerCase(), textOf(flat[at + 1])])
  return pairs
}

function textOf(value: Buffer | string | undefined): string {
  return typeof value === 'string' ? value : (value?.toString('latin1') ?? '')
}
