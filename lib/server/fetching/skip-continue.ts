import type { Socket } from 'node:net'

const CONTINUE = /^HTTP\/1\.[01] 100(?: [^\r\n]*)?\r?\n/
const BEGINNING = 'HTTP/1.1 100 '
const HELD_MAX_BYTES = 16 * 1024
const SKIPPED_MAX = 20

/**
 * Takes "100 Continue" off the front of an answer. It only says that the answer is to come (RFC 9110, section 15.2.1),
 * some servers send it unasked, and undici takes it for a broken answer. Call what is given back before each request.
 */
export function skipContinue(socket: Socket): () => void {
  const read = socket.read.bind(socket)
  let isStart = true
  let skipped = 0
  let held: Buffer = Buffer.alloc(0)
  socket.read = (size?: number) => {
    const chunk: Buffer | null = read(size)
    if (!isStart || chunk === null) return chunk
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    while (skipped < SKIPPED_MAX && CONTINUE.test(held.toString('latin1', 0, 200))) {
      const end = held.indexOf('\r\n\r\n')
      if (end === -1) break
      held = held.subarray(end + 4)
      skipped += 1
    }
    if (mayStillBe(held)) return Buffer.alloc(0)
    const answer = held
    isStart = false
    held = Buffer.alloc(0)
    return answer
  }
  return () => {
    isStart = true
    skipped = 0
  }
}

/** Too little has come to tell, or a "100 Continue" whose headers are still coming. */
function mayStillBe(bytes: Buffer): boolean {
  if (bytes.length >= HELD_MAX_BYTES) return false
  if (bytes.length < BEGINNING.length)
    return bytes.toString('latin1').replace('1.0', '1.1') === BEGINNING.slice(0, bytes.length)
  return CONTINUE.test(bytes.toString('latin1', 0, 200)) && bytes.indexOf('\r\n\r\n') === -1
}
