import { z } from 'zod'
import { plainText } from './plain-json.ts'
import { SCHEMA_VERSION } from './workspace-tables.ts'

export const FORMAT = 'rapport-workspace'
/** Of the file as a whole: which entries there are, and how lines are written. */
export const FORMAT_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const fileSchema = z.strictObject({
  name: plainText(200),
  lines: z.int().min(0).max(50_000_000),
  bytes: z.int().min(0),
  sha256,
})

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  schemaVersion: z.int().min(1).max(SCHEMA_VERSION),
  exportedAt: z.iso.datetime(),
  app: plainText(100),
  workspace: z.object({ name: plainText(500), slug: plainText(200) }),
  /** Pages as they came, in evidence/; and how many were left out because there are too many. */
  pages: z.object({ carried: z.int().min(0), leftOut: z.int().min(0) }),
  files: z.array(fileSchema).max(200),
})

export type Manifest = z.output<typeof manifestSchema>
export type ManifestFile = z.output<typeof fileSchema>

/** Reads manifest.json. What is wrong is one sentence for people. */
export function readManifest(
  written: string,
): { ok: true; manifest: Manifest } | { ok: false; words: string } {
  const value = parsed(written)
  const { format, version, schemaVersion } = (value ?? {}) as Record<string, unknown>
  if (format !== FORMAT)
    return no('This ZIP is not the file of a workspace: its manifest says something else.')
  if (isNewer(version, FORMAT_VERSION) || isNewer(schemaVersion, SCHEMA_VERSION))
    return no('This file was made by a newer version of Rapport. Update this installation first.')
  const read = manifestSchema.safeParse(value)
  if (read.success) return { ok: true, manifest: read.data }
  const [issue] = read.error.issues
  return no(
    `The manifest of this file cannot be read: ${issue?.path.join('.') || 'it'} is not as it should be.`,
  )
}

function isNewer(version: unknown, known: number): boolean {
  return typeof version === 'number' && version > known
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}

function no(words: string): { ok: false; words: string } {
  return { ok: false, words }
}
