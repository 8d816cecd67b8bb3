import { listMentions } from '#lib/features/mentions/mention-list-queries.ts'
import { listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { listPitchesSchema } from '#lib/features/pitches/pitch-schema.ts'
import { readProspectList } from '#lib/features/prospects/prospect-list.ts'
import { listProspects } from '#lib/features/prospects/prospect-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

const DEEP_PAGE = 1_000

/** The query of page 1,000 of each list, by walking there; of a shorter list that of the last page but one. */
export async function deepAddresses(scope: WorkspaceScope) {
  const noFilters = listPitchesSchema.parse({ q: '' })
  return {
    prospects: await walked((after) => listProspects(scope, readProspectList({ after }))),
    mentions: await walked((after) => listMentions(scope, { after })),
    pitches: await walked((after) => listPitches(scope, { ...noFilters, after })),
  }
}

async function walked(page: (after: string) => Promise<{ after: string | null }>): Promise<string> {
  let here = ''
  for (let number = 1; number < DEEP_PAGE; number += 1) {
    const { after } = await page(here)
    if (!after) break
    here = after
  }
  return here ? `after=${here}` : ''
}
