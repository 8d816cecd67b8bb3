import { addContribution } from '#lib/features/contributions/contribution-commands.ts'
import { addContributionSchema } from '#lib/features/contributions/contribution-schema.ts'
import { addProspect } from '#lib/features/prospects/prospect-commands.ts'
import { prospectSchema } from '#lib/features/prospects/prospect-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** A Site called Fernway at fernway.test, with one person. */
export function aSiteCalledFernway(scope: WorkspaceScope) {
  return addSite(
    scope,
    siteSchema.parse({
      ...{ name: 'Fernway', ownerName: 'Fernway', domains: 'fernway.test', brandNames: 'Fernway' },
      ...{ peopleNames: 'Mara Lindqvist', timeZone: 'UTC' },
    }),
  )
}

export function anOutlet(scope: WorkspaceScope, kind: string, address: string, name = 'Northbound') {
  return addProspect(
    scope,
    prospectSchema.parse({ kind, name, address, whyCare: 'They listen.', country: '' }),
  )
}

type Of = { siteId: string; prospectId: string }

/** A piece of work as its form would send it. */
export function someWork(scope: WorkspaceScope, of: Of, fields: Record<string, string> = {}) {
  const input = { kind: 'podcast', title: 'The ferry people', state: 'agreed', ...of, ...fields }
  return addContribution(scope, addContributionSchema.parse(input))
}
