import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import Busboy, { type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'

export type UploadedFile = { name: string; bytes: AsyncIterable<Uint8Array> }

const NAME_MAX_CHARACTERS = 200

/**
 * The one file of a form as it arrives, without holding it: whoever asks reads it to its end or leaves it. Null where the
 * form carries none. A body that breaks off ends its bytes with an error.
 */
export async function uploadedFile(request: Request): Promise<UploadedFile | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data\b/i.test(type)) return null
  const form = new Busboy({
    headers: { 'content-type': type } as BusboyHeaders,
    limits: { files: 1, fields: 20, parts: 21, fieldSize: 10_000, headerPairs: 100 },
  })
  const body = Readable.fromWeb(request.body as WebStream)
  return new Promise((resolve, reject) => {
    form.once('file', (_field: string, stream: BusboyFileStream, fileName: string) => {
      // From here on, what goes wrong is told to whoever reads the file.
      form.on('error', (error) => stream.destroy(error as Error))
      body.on('error', (error) => stream.destroy(error))
      resolve({ name: plainName(fileName), bytes: stream })
    })
    form.once('finish', () => resolve(null))
    form.once('error', reject)
    body.once('error', reject)
    body.pipe(form)
  })
}

/** A form on somebody else's page, as browsers say it; the session's cookie does not come with such a one anyway. */
export function isFromElsewhere(request: Request): boolean {
  const from = request.headers.get('sec-fetch-site')
  return from === 'cross-site' || from === 'same-site'
}

/** A name to show; never a path. */
function plainName(fileName: string | undefined): string {
  const last = (fileName ?? '').split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').toWellFormed().slice(0, NAME_MAX_CHARACTERS) || 'workspace.zip'
}
