import { createHash } from 'node:crypto'

/**
 * What a prospect's row keeps in `facets` for one thing it can be found by: the very number that rapport_facet makes in the
 * database, as the tests of lists compare. Two things may share one, so ask for the thing itself as well.
 */
export function prospectFacet(workspaceId: string, kind: 'kind' | 'stage', what: string): number {
  return createHash('md5').update(`${workspaceId}|${kind}|${what}`).digest().readInt32BE(0)
}
