import type { Entry } from 'yauzl'
import { type Manifest, readManifest } from '#lib/domain/workspace-file/manifest.ts'
import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import type { ImportSource } from '#lib/server/imports/import-source.ts'
import { type OpenedZip, openZip, ZipRefused } from '#lib/server/imports/open-zip.ts'
import { WorkspaceFileRefused } from './workspace-file-refused.ts'

const CAPS = { entries: 60_000, unpackedBytes: 8 * 1_073_741_824 }
const MANIFEST = 'manifest.json'
const MANIFEST_MOST_BYTES = 1_048_576
const NAMES =
  /^(?:manifest\.json|README\.txt|data\/[A-Za-z]{1,60}\.jsonl|csv\/[a-z-]{1,60}\.csv|evidence\/\d{1,9}\.zst)$/
/** What a program that packs the folders again puts in. */
const FOLDERS = /^(?:data|csv|evidence)\/$/
const FILE_TYPE_BITS = 0o170_000
const IS_LINK = 0o120_000
const UNIX_ATTRIBUTES = 16

export type WorkspaceZip = {
  manifest: Manifest
  /** The entry of that name, or null. */
  entry: (name: string) => Entry | null
  bytes: (entry: Entry) => AsyncIterable<Uint8Array>
}

/**
 * Opens the file of a workspace and holds its list of entries and its manifest against what such a file has. Names are
 * only compared, never used as paths.
 *
 * @throws WorkspaceFileRefused
 */
export async function openWorkspaceZip(source: ImportSource): Promise<WorkspaceZip> {
  const zip = await opened(source)
  const entries = entriesByName(zip)
  const first = entries.get(MANIFEST)
  if (!first)
    throw new WorkspaceFileRefused('This ZIP is not the file of a workspace: it has no manifest.json.')
  const read = readManifest(await textOf(zip, first))
  if (!read.ok) throw new WorkspaceFileRefused(read.words)
  refuseOtherFiles(read.manifest, entries)
  return {
    manifest: read.manifest,
    entry: (name) => entries.get(name) ?? null,
    bytes: (entry) => unpacked(zip, entry),
  }
}

async function opened(source: ImportSource): Promise<OpenedZip> {
  try {
    return await openZip(source, CAPS)
  } catch (error) {
    throw error instanceof ZipRefused ? new WorkspaceFileRefused(error.message) : error
  }
}

function entriesByName(zip: OpenedZip): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const entry of zip.entries) {
    const { fileName } = entry
    if (FOLDERS.test(fileName) && entry.uncompressedSize === 0) continue
    if (!NAMES.test(fileName))
      throw new WorkspaceFileRefused('This ZIP holds a file that the file of a workspace never has.')
    if (entries.has(fileName)) throw new WorkspaceFileRefused(`This ZIP holds ${fileName} twice.`)
    if (((entry.externalFileAttributes >>> UNIX_ATTRIBUTES) & FILE_TYPE_BITS) === IS_LINK)
      throw new WorkspaceFileRefused(`${fileName} in this ZIP is a link to another file.`)
    if (!entry.canDecodeFileData())
      throw new WorkspaceFileRefused(
        `${fileName} in this ZIP is locked, or packed in a way that cannot be read.`,
      )
    entries.set(fileName, entry)
  }
  return entries
}

function refuseOtherFiles({ files }: Manifest, entries: Map<string, Entry>) {
  const known = new Set(WORKSPACE_TABLES.map(({ model }) => `data/${model}.jsonl`))
  const named = files.map(({ name }) => name)
  const strange = named.find((name) => !known.has(name))
  if (strange !== undefined)
    throw new WorkspaceFileRefused('The manifest of this file names a table that this version does not know.')
  const lost = named.find((name) => !entries.has(name))
  if (lost !== undefined) throw new WorkspaceFileRefused(`${lost} is missing from this ZIP.`)
  if (new Set(named).size < named.length)
    throw new WorkspaceFileRefused('The manifest of this file names one table twice.')
  const more = [...entries.keys()].find((name) => name.startsWith('data/') && !named.includes(name))
  if (more !== undefined) throw new WorkspaceFileRefused(`${more} is in this ZIP, but not in its manifest.`)
}

async function textOf(zip: OpenedZip, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MANIFEST_MOST_BYTES)
    throw new WorkspaceFileRefused('The manifest of this file is larger than any real one.')
  const chunks: Uint8Array[] = []
  for await (const chunk of unpacked(zip, entry)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function* unpacked(zip: OpenedZip, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* zip.bytes(entry)()
  } catch (error) {
    throw error instanceof ZipRefused ? new WorkspaceFileRefused(error.message) : error
  }
}
