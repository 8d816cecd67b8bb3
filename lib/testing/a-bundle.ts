import { generateKeyPairSync } from 'node:crypto'
import type { MentionFile } from '#lib/domain/evidence-bundle/bundle-format.ts'
import { buildEvidenceBundle } from '#lib/features/exports/build-evidence-bundle.ts'
import { evidenceOf } from '#lib/features/exports/evidence-queries.ts'
import { blankEvidence } from '#lib/features/mentions/blank-evidence.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { fingerprintOf } from '#lib/server/key-fingerprint.ts'
import { aMention, writeALook } from './a-look.ts'
import { at, aWorkspace } from './two-workspaces.ts'
import { entriesOf } from './workspace-zips.ts'

export const ABOUT_BUNDLE = { title: 'Mentions of Fernway', siteName: 'Fernway', from: '2026-03-01', to: '' }

/** A key as an installation has one. */
export function aSigningKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const publicPem = String(publicKey.export({ format: 'pem', type: 'spki' }))
  return { privateKey, publicPem, fingerprint: fingerprintOf(publicPem) }
}

/** Two mentions with three looks each, one of them with a blanked fact, signed. */
export async function aBundle(key: ReturnType<typeof aSigningKey>) {
  const scope = await aWorkspace('Bundled')
  const ids: string[] = []
  for (let n = 0; n < 2; n += 1) {
    const id = await aMention(scope)
    ids.push(id)
    for (let look = 0; look < 3; look += 1)
      await writeALook(at(scope, new Date(Date.UTC(2026, 2, 4 + look))), id, {
        facts: { context: 'We liked the Fernway tent most.' },
      })
  }
  const blank = { mentionId: ids[1], number: 2 }
  const { id: linkCheckId } = await databaseAcrossWorkspaces().linkCheck.findFirstOrThrow({ where: blank })
  await blankEvidence(scope, { linkCheckId, fields: ['facts.anchorText'] })
  const mentions: MentionFile[] = []
  for await (const mention of evidenceOf(scope, ids)) mentions.push(mention)
  const { zip } = await buildEvidenceBundle({ ...ABOUT_BUNDLE, mentions }, key)
  return { mentions, zip, files: await entriesOf(zip) }
}
