import { beforeEach, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { AHREFS_CASES } from '#lib/server/imports/cases/ahrefs-cases.ts'
import { CONTACT_CASES } from '#lib/server/imports/cases/contact-cases.ts'
import { JUNK_CASES } from '#lib/server/imports/cases/junk-cases.ts'
import { LINK_INDEX_CASES } from '#lib/server/imports/cases/link-index-cases.ts'
import { OWN_SHEET_CASES } from '#lib/server/imports/cases/own-sheet-cases.ts'
import { packedCases } from '#lib/server/imports/cases/packed-cases.ts'
import { SEARCH_CONSOLE_CASES } from '#lib/server/imports/cases/search-console-cases.ts'
import { TRACKER_CASES } from '#lib/server/imports/cases/tracker-cases.ts'
import { VCARD_CASES } from '#lib/server/imports/cases/vcard-cases.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPreview, applied, undone } from '#lib/testing/an-import.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'

// Every fixture of the readers goes the whole way: previewed without a mapping by hand, applied, brought in again, taken back.

const ALL = [
  ...AHREFS_CASES,
  ...LINK_INDEX_CASES,
  ...SEARCH_CONSOLE_CASES,
  ...CONTACT_CASES,
  ...TRACKER_CASES,
  ...OWN_SHEET_CASES,
  ...VCARD_CASES,
  ...(await packedCases()),
]
const WITHOUT_HAND = ALL.filter(
  ({ mapping, format, records }) => !mapping && format !== 'unknown' && records.length > 0,
)

let scope: WorkspaceScope

beforeEach(async () => {
  scope = await aWorkspace('Formats')
  const names = { name: 'Acme', ownerName: 'Acme', brandNames: [], peopleNames: [], timeZone: 'UTC' }
  await addSite(scope, { ...names, domains: ['acme.example'] })
})

describe('a file of every known kind', () => {
  it.each(WITHOUT_HAND.map((one) => [`${one.format}: ${one.name}`, one] as const))(
    '%s',
    async (_name, { file, records, refused, format }) => {
      const preview = await aPreview(scope, file)
      expect(preview).toMatchObject({ state: 'previewed', format })
      const { total } = preview
      if (refused) expect(total).toBe(records.length + refused.length)
      const batch = await applied(scope, preview.id)
      expect(batch.state).toBe('applied')
      const again = await aPreview(scope, file)
      expect(again.counts).toMatchObject({ new: 0, changed: 0 })
      expect(await undone(scope, batch.id)).toMatchObject({ state: 'undone', counts: { kept: 0 } })
      expect(await things()).toEqual([0, 0, 0, 0])
    },
  )

  it.each(JUNK_CASES.map((one) => [one.name, one] as const))(
    'junk is no import: %s',
    async (_name, { file, records }) => {
      const preview = await aPreview(scope, file)
      if (preview.state === 'failed') expect(preview.failure).toMatch(/\w+\.$/)
      else expect(preview.state).toBe(records.length > 0 ? 'previewed' : 'mapping')
      expect(await things()).toEqual([0, 0, 0, 0])
    },
  )
})

function things(): Promise<number[]> {
  const db = databaseAcrossWorkspaces()
  const where = { workspaceId: scope.workspaceId }
  return Promise.all([
    db.prospect.count({ where }),
    db.contact.count({ where }),
    db.channel.count({ where }),
    db.mention.count({ where }),
  ])
}
