import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database as db } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFamily } from '#lib/testing/a-family.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { getContact } from '../prospects/contact-queries.ts'
import { getProspect } from '../prospects/prospect-queries.ts'
import { mergeTwo } from './merge-commands.ts'
import { foundOrMoved } from './merged-page.ts'

const APP = path.resolve(import.meta.dirname, '../../../app/w/[workspace]')

describe('the pages of one that was merged into another', () => {
  let ours: WorkspaceScope
  let theirs: WorkspaceScope
  const pair: Record<MergeKind, string[]> = { prospect: [], contact: [] }
  beforeAll(async () => {
    ;({ ours, theirs } = await twoWorkspaces())
    const family = await aFamily(ours, 3)
    pair.prospect = family.prospectIds
    pair.contact = family.contactIds
    for (const kind of ['prospect', 'contact'] as const) await merge(kind, pair[kind])
  })

  it.each([
    ['prospect', '', ''],
    ['prospect', '/edit', '/edit'],
    ['prospect', '/contacts/new', '/contacts/new'],
    ['contact', '/channels/new', '/channels/new'],
    ['contact', '/privacy/file?format=json', '/privacy/file?format=json'],
  ] as const)('lead to the kept %s%s', async (kind, under, there) => {
    const [keptId, goneId = ''] = pair[kind]
    const asked = (scope: WorkspaceScope) =>
      foundOrMoved<unknown>(
        kind === 'prospect' ? getProspect(scope, goneId) : getContact(scope, goneId),
        scope,
        kind,
        goneId,
        under,
      )
    await expect(asked(ours)).rejects.toMatchObject({
      digest: expect.stringContaining(`/w/${ours.workspaceSlug}/${kind}s/${keptId}${there};`),
    })
    await expect(asked(theirs)).rejects.toMatchObject({ digest: expect.stringContaining('404') })
  })

  it('of one that never was are not there', async () => {
    const nobody = crypto.randomUUID()
    await expect(
      foundOrMoved(Promise.reject(new NotFound()), ours, 'prospect', nobody, '/edit'),
    ).rejects.toMatchObject({ digest: expect.stringContaining('404') })
  })

  it.each(['prospects/[prospectId]', 'contacts/[contactId]'])('under %s all lead on', (folder) => {
    const files = readdirSync(path.join(APP, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(^|\/)(page\.tsx|route\.ts)$/.test(file),
    )
    expect(files.length).toBeGreaterThan(2)
    const staying = files.filter(
      (file) => !/foundOrMoved\(/.test(readFileSync(path.join(APP, folder, file), 'utf8')),
    )
    expect(staying).toEqual([])
  })

  async function merge(kind: MergeKind, [keptId = '', goneId = '']: string[]) {
    const changedAt = async (id: string) => {
      const where = { workspaceId: ours.workspaceId, id }
      const row =
        kind === 'prospect'
          ? await db().prospect.findFirst({ where })
          : await db().contact.findFirst({ where })
      return row?.updatedAt ?? ours.now
    }
    const seen = { kept: await changedAt(keptId), gone: await changedAt(goneId) }
    await mergeTwo(ours, { kind, keptId, goneId, seen, choices: {} })
  }
})
