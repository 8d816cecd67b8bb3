import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { Transaction } from '#lib/server/database.ts'
import { sha256 } from '#lib/server/evidence-hash.ts'
import { rawPageDaysOf } from './raw-page-queries.ts'

const DAY_MS = 24 * 3_600_000
const CONTENT_TYPE_KEPT_CHARACTERS = 200
const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** A page as it came, made small. Size and hash are those of the page before that. */
export type PackedPage = {
  body: Uint8Array<ArrayBuffer>
  coding: 'zstd'
  contentType: string
  size: number
  sha256: string
}

/** A page as it came (after its content coding); null where nothing came. */
export async function packPage(page: Uint8Array, contentType: string | null): Promise<PackedPage | null> {
  return page.length === 0 ? null : packed(await compress(page), page, contentType)
}

/** The same for a page that is compressed already. */
export async function packedPage(body: Uint8Array, contentType: string | null): Promise<PackedPage> {
  return packed(body, await decompress(body), contentType)
}

function packed(body: Uint8Array, page: Uint8Array, contentType: string | null): PackedPage {
  return {
    body: new Uint8Array(body),
    coding: 'zstd',
    contentType: (contentType ?? '').slice(0, CONTENT_TYPE_KEPT_CHARACTERS),
    size: page.length,
    sha256: sha256(page),
  }
}

/** Keeps the page of a look for as many days as the workspace's owner says; for 0 days, not at all. */
export async function keepRawPage(
  tx: Transaction,
  { workspaceId, linkCheckId, at }: { workspaceId: string; linkCheckId: string; at: Date },
  page: PackedPage,
) {
  const days = await rawPageDaysOf(tx, workspaceId)
  if (days === 0) return
  const keptUntil = new Date(at.getTime() + days * DAY_MS)
  await tx.rawPage.create({ data: { workspaceId, linkCheckId, ...page, keptUntil } })
}
