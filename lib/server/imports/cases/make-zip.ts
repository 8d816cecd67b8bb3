import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A ZIP of texts and bytes by their names. */
export async function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream)
}

/** The same ZIP with an entry's name changed behind the writer's back; both names have as many bytes. */
export function renamedInZip(zip: Buffer, from: string, to: string): Buffer {
  const text = zip.toString('latin1').replaceAll(from, to)
  return Buffer.from(text, 'latin1')
}
