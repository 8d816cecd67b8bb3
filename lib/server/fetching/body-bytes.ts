import type { BodyRoom } from './body-room.ts'
import { FetchFailure } from './resolve-host.ts'

/** Most pages are no longer than this. */
const SMALL_BYTES = 128 * 1024
const STEP_BYTES = 256 * 1024

/**
 * A body's bytes in one array: a million pieces of a byte each cost no more than their bytes. A large one grows where it
 * lies, in memory that goes back to the system when nobody has it any more.
 */
export class BodyBytes {
  readonly #max: number
  readonly #room: BodyRoom
  #buffer: ArrayBuffer
  #bytes: Uint8Array
  #length = 0

  /** @param expected how many bytes are said to come; a small body gets exactly that */
  constructor(max: number, room: BodyRoom, expected = SMALL_BYTES) {
    this.#max = max
    this.#room = room
    this.#buffer = new ArrayBuffer(Math.min(max, expected, SMALL_BYTES))
    this.#bytes = new Uint8Array(this.#buffer)
  }

  /** Keeps what fits. Throws FetchFailure when that was not all. False: wait for `room` before bringing more. */
  add(chunk: Uint8Array): boolean {
    const kept =
      chunk.length <= this.#max - this.#length ? chunk : chunk.subarray(0, this.#max - this.#length)
    this.#grow(this.#length + kept.length)
    this.#bytes.set(kept, this.#length)
    this.#length += kept.length
    if (kept.length < chunk.length) throw new FetchFailure('too-large', `more than ${this.#max} bytes`)
    return this.#room.mayHold(this.#length)
  }

  room(): Promise<void> {
    return this.#room.admission()
  }

  /** What has come. Sending it to a thread copies its whole array, so a small one is cut to its length. */
  taken(): Uint8Array {
    const taken = new Uint8Array(this.#buffer, 0, this.#length)
    return this.#buffer.resizable || taken.length === this.#bytes.length ? taken : taken.slice()
  }

  #grow(needed: number) {
    if (needed <= this.#bytes.length) return
    const size = Math.min(this.#max, Math.ceil(needed / STEP_BYTES) * STEP_BYTES)
    if (this.#buffer.resizable) this.#buffer.resize(size)
    else {
      this.#buffer = new ArrayBuffer(size, { maxByteLength: this.#max })
      new Uint8Array(this.#buffer).set(this.#bytes.subarray(0, this.#length))
    }
    this.#bytes = new Uint8Array(this.#buffer)
  }
}
