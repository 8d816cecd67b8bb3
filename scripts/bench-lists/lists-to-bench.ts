import { readMentionList } from '#lib/features/mentions/mention-list.ts'
import { listMentions } from '#lib/features/mentions/mention-list-queries.ts'
import { listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { listPitchesSchema } from '#lib/features/pitches/pitch-schema.ts'
import { readProspectList } from '#lib/features/prospects/prospect-list.ts'
import { listProspects } from '#lib/features/prospects/prospect-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { queriesOf } from '#lib/testing/page-plans.ts'

export type BenchedList = {
  name: string
  /** What stands behind /w/[workspace]/. */
  address: string
  /** How many cells a row of its table has. */
  cells: number
  /** Asks the database what the page's list asks. */
  ask: (scope: WorkspaceScope) => Promise<unknown>
}

const prospects = (name: string, query: string): BenchedList => ({
  name: `prospects, ${name}`,
  address: `prospects?${query}`,
  cells: 6,
  ask: (scope) => listProspects(scope, readProspectList(parametersOf(query))),
})
const mentions = (name: string, query: string): BenchedList => ({
  name: `mentions, ${name}`,
  address: `mentions?${query}`,
  cells: 5,
  ask: (scope) => listMentions(scope, readMentionList(parametersOf(query))),
})
const pitches = (name: string, query: string): BenchedList => ({
  name: `pitches, ${name}`,
  address: `pitches?${query}`,
  cells: 5,
  ask: (scope) => listPitches(scope, listPitchesSchema.parse({ q: '', ...parametersOf(query) })),
})

/** The words that are searched for: in a name, and in a letter. */
export const SEARCH_WORDS = 'narrow sewing'

/** @param deepPages the addresses of page 1,000 of each list, found by walking there */
export function listsToBench(deepPages: {
  prospects: string
  mentions: string
  pitches: string
}): BenchedList[] {
  return [
    prospects('first page', ''),
    prospects('filtered', 'kind=podcast&stage=read'),
    prospects('search', `q=${encodeURIComponent(SEARCH_WORDS)}`),
    prospects('page 1,000', deepPages.prospects),
    mentions('first page', ''),
    mentions('filtered', 'outcome=links'),
    mentions('page 1,000', deepPages.mentions),
    pitches('first page', ''),
    pitches('page 1,000', deepPages.pitches),
  ]
}

/** The statements a list asks, to be asked again without anything between. */
export async function statementsOf({ ask }: BenchedList, scope: WorkspaceScope) {
  return queriesOf(() => ask(scope))
}

function parametersOf(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query))
}
