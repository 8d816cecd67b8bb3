import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { pagesThatName } from './erase-evidence.ts'
import { findPerson } from './person-queries.ts'
import { findImportRows, findTracedLooks, findTraces } from './trace-queries.ts'

/** What an erasure would take, before anybody presses anything: counts, and what a person should know. @throws NotFound */
export async function previewErasure(scope: WorkspaceScope, contactId: string) {
  authorizeToSee(scope, 'exports.run')
  const person = await findPerson(scope, contactId)
  const { traces, contactIds, channels } = person
  const { workspaceId } = scope
  const ofThem = { workspaceId, contactId: { in: contactIds } }
  const db = database()
  const [
    pitches,
    messages,
    mails,
    touches,
    samples,
    requests,
    work,
    promises,
    merges,
    stops,
    rows,
    words,
    looks,
    pages,
    exports,
  ] = await Promise.all([
    db.pitch.count({ where: ofThem }),
    db.message.count({ where: ofThem }),
    db.incomingMail.count({
      where: { workspaceId, pitch: { workspaceId, contactId: { in: contactIds } } },
    }),
    db.touch.count({ where: ofThem }),
    db.sample.count({ where: ofThem }),
    db.request.count({ where: ofThem }),
    db.contribution.count({ where: ofThem }),
    db.promiseMade.count({ where: ofThem }),
    db.merge.count({
      where: {
        workspaceId,
        kind: 'contact',
        OR: [{ keptId: { in: contactIds } }, { goneId: { in: contactIds } }],
      },
    }),
    db.suppression.count({ where: { ...ofThem, liftedAt: null } }),
    findImportRows(scope, { search: traces.search, contactIds }),
    traces.search === null ? [] : findTraces(scope, traces.search, { atMost: 3 }),
    traces.search === null ? [] : findTracedLooks(scope, traces.search),
    pagesThatName(db, scope, person),
    db.workspaceExport.count({ where: { workspaceId, blobId: { not: null } } }),
  ])
  return {
    name: person.contact.name,
    terms: traces.terms,
    sharesName: person.sharesName,
    sharesAddress: person.sharesAddress,
    isStopped: stops > 0,
    hasAddress: person.addressKeys.length > 0,
    waitingImports: new Set(
      rows
        .filter(({ state }) => ['uploaded', 'mapping', 'previewed'].includes(state))
        .map(({ batchId }) => batchId),
    ).size,
    counts: {
      contacts: contactIds.length,
      addresses: channels.length,
      pitches,
      messages,
      mails,
      touches,
      samples,
      requests,
      work,
      promises,
      merges,
      importRows: rows.length,
      exports,
      looks: looks.length,
      pages: pages.length,
    },
    words: words.map(({ table, total }) => ({ table, total })),
  }
}

export type ErasurePreview = Awaited<ReturnType<typeof previewErasure>>
