import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'

export const UPLOAD_PROBLEMS = ['no-file', 'broke-off', 'too-large'] as const
/** What went wrong on the way, for words elsewhere. */
export class UploadProblem extends Error {
  readonly problem: (typeof UPLOAD_PROBLEMS)[number]

  constructor(problem: (typeof UPLOAD_PROBLEMS)[number]) {
    super(problem)
    this.problem = problem
  }
}

const NAME_MAX_CHARACTERS = 200

export type Uploaded = { fileName: string; bytes: AsyncIterable<Uint8Array> }

/**
 * Hands the first file of a multipart form on as it arrives, never the whole of it in memory. What the form has besides is
 * passed over.
 *
 * @param take must read the bytes to their end
 * @throws UploadProblem when there is no file, it is longer than that, or the form broke off
 */
export async function takeUpload<T>(
  request: Request,
  { maxBytes }: { maxBytes: number },
  take: (uploaded: Uploaded) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) throw new UploadProblem('no-file')
  const form = formReader(type, maxBytes)
  let file: BusboyFileStream | undefined
  let taken: Promise<T> | undefined
  form.on('file', (_field, stream, fileName) => {
    // It may break off before anybody reads it, and an error nobody hears ends the process. Who reads is told below.
    stream.on('error', () => {})
    if (taken || !fileName) {
      stream.resume()
      return
    }
    file = stream
    taken = take({ fileName: plainName(fileName), bytes: wholeOnly(stream, maxBytes) })
    // Whatever stopped it, the rest of the form must still be read to its end.
    taken.catch(() => stream.resume())
  })
  try {
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form)
  } catch (error) {
    file?.destroy(new UploadProblem('broke-off'))
    await taken?.catch(() => {})
    throw error instanceof UploadProblem ? error : new UploadProblem('broke-off')
  }
  if (!taken) throw new UploadProblem('no-file')
  return taken
}

/** Whether a form was sent by a page of ours, and not from somebody else's. */
export function isSameOrigin(request: Request, appUrl: string): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return request.headers.get('sec-fetch-site') === 'same-origin'
  const host = URL.parse(origin)?.host
  return origin === new URL(appUrl).origin || (host !== undefined && host === request.headers.get('host'))
}

/** A name to show; never a path. */
function plainName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').toWellFormed().slice(0, NAME_MAX_CHARACTERS) || 'file'
}

function formReader(type: string, maxBytes: number) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      // One byte more, so that a file of exactly the limit is not taken for a longer one.
      limits: { files: 5, fields: 20, fieldSize: 10_000, parts: 25, fileSize: maxBytes + 1 },
    })
  } catch {
    // A boundary is missing, or makes no sense.
    throw new UploadProblem('no-file')
  }
}

async function* wholeOnly(stream: BusboyFileStream, maxBytes: number): AsyncGenerator<Uint8Array> {
  yield* stream as AsyncIterable<Uint8Array>
  if (stream.truncated || stream.bytesRead > maxBytes) throw new UploadProblem('too-large')
}
