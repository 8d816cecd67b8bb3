import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { SettingsError, settings } from '#lib/server/env.ts'
import { openEvidenceKey, sealEvidenceKey } from '#lib/server/evidence-key.ts'
import { CannotUnseal, isSealedAsNow, type SealPurpose } from '#lib/server/sealed-secrets.ts'
import { openSuppressionKey, sealSuppressionKey } from '#lib/server/suppression-hash.ts'
import { openWebhookSecret, sealWebhookSecret } from '#lib/server/webhook-secret.ts'

const ROWS_AT_ONCE = 200

type Rotation = {
  /** Sealed anew with the first key, now. */
  resealed: number
  /** Were sealed with it already. */
  asNow: number
  /** Whose secrets no key at hand opens; they stay as they are. */
  closed: string[]
}

/**
 * Seals everything anew that is not sealed with the first of SECRET_KEYS. Each secret changes in one statement, and only if
 * nobody changed it meanwhile: killed half-way, nothing is lost, and it can be run again; twice at once does no harm.
 *
 * @throws SettingsError without keys
 */
export async function rotateSealedKeys(): Promise<Record<SealPurpose, Rotation>> {
  if (settings().secretKeys.length === 0)
    throw new SettingsError(
      'SECRET_KEYS is not set: there is no key to seal with. Put one there first (see .env.example).',
    )
  // Whatever is sealed has its line here, or this does not compile.
  return {
    'suppression key': await rotateSuppressionKeys(),
    'evidence key': await rotateEvidenceKey(),
    'webhook secret': await rotateWebhookSecrets(),
  }
}

async function rotateSuppressionKeys(): Promise<Rotation> {
  const db = databaseAcrossWorkspaces()
  const told: Rotation = { resealed: 0, asNow: 0, closed: [] }
  let after = ''
  for (;;) {
    const rows = await db.workspace.findMany({
      where: { id: { gt: after }, suppressionKey: { not: null } },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true, slug: true, suppressionKey: true },
    })
    for (const { id, slug, suppressionKey } of rows) {
      if (suppressionKey === null) continue
      if (isSealedAsNow(suppressionKey)) {
        told.asNow += 1
        continue
      }
      const sealed = unlessClosed(() => sealSuppressionKey(openSuppressionKey(suppressionKey, id), id))
      if (sealed === null) {
        told.closed.push(slug)
        continue
      }
      const where = { id, suppressionKey }
      told.resealed += (await db.workspace.updateMany({ where, data: { suppressionKey: sealed } })).count
    }
    after = rows.at(-1)?.id ?? ''
    if (rows.length < ROWS_AT_ONCE) return told
  }
}

async function rotateEvidenceKey(): Promise<Rotation> {
  const db = databaseAcrossWorkspaces()
  const told: Rotation = { resealed: 0, asNow: 0, closed: [] }
  for (const { id, sealedPrivate } of await db.installationKey.findMany()) {
    if (isSealedAsNow(sealedPrivate)) {
      told.asNow += 1
      continue
    }
    const sealed = unlessClosed(() => sealEvidenceKey(openEvidenceKey(sealedPrivate)))
    if (sealed === null) told.closed.push(id)
    else {
      const where = { id, sealedPrivate }
      const data = { sealedPrivate: sealed }
      told.resealed += (await db.installationKey.updateMany({ where, data })).count
    }
  }
  return told
}

async function rotateWebhookSecrets(): Promise<Rotation> {
  const db = databaseAcrossWorkspaces()
  const told: Rotation = { resealed: 0, asNow: 0, closed: [] }
  let after = ''
  for (;;) {
    const rows = await db.webhook.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true, workspaceId: true, name: true, sealedSecret: true, sealedPrevious: true },
    })
    for (const { id, workspaceId, name, ...old } of rows) {
      if (isSealedAsNow(old.sealedSecret) && (!old.sealedPrevious || isSealedAsNow(old.sealedPrevious))) {
        told.asNow += 1
        continue
      }
      const anew = (sealed: string) =>
        unlessClosed(() => sealWebhookSecret(openWebhookSecret(sealed, id), id))
      const sealedSecret = anew(old.sealedSecret)
      const sealedPrevious = old.sealedPrevious && anew(old.sealedPrevious)
      if (sealedSecret === null) {
        told.closed.push(name)
        continue
      }
      const where = { workspaceId, id, ...old }
      told.resealed += (await db.webhook.updateMany({ where, data: { sealedSecret, sealedPrevious } })).count
    }
    after = rows.at(-1)?.id ?? ''
    if (rows.length < ROWS_AT_ONCE) return told
  }
}

/** A secret sealed anew, or null where no key at hand opens it. */
function unlessClosed(sealAnew: () => string): string | null {
  try {
    return sealAnew()
  } catch (error) {
    if (error instanceof CannotUnseal) return null
    throw error
  }
}
