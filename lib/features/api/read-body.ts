import type { ProblemKind } from '#lib/domain/api/problem.ts'

/** The longest text a form takes, a digest, fits in well; what is longer is no request of ours. */
export const BODY_MAX_BYTES = 1_000_000

type ReadBody =
  | { ok: true; text: string; body: unknown }
  | { ok: false; problem: ProblemKind; detail: string }

/** The body of a request as JSON, read no further than its limit. */
export async function readBody(request: Request): Promise<ReadBody> {
  const type = request.headers.get('content-type') ?? ''
  const coding = request.headers.get('content-encoding') ?? 'identity'
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) || coding !== 'identity')
    return wrong('not-json', 'Send it as application/json in UTF-8, not compressed.')
  const bytes = await readBytes(request)
  if (bytes === null) return wrong('too-large', `At most ${BODY_MAX_BYTES.toLocaleString('en')} bytes.`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { ok: true, text, body: JSON.parse(text) }
  } catch {
    return wrong('bad-request', 'The body is not JSON in UTF-8.')
  }
}

async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX_BYTES) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.byteLength
    if (size > BODY_MAX_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function wrong(problem: ProblemKind, detail: string): ReadBody {
  return { ok: false, problem, detail }
}
