import { startReading } from '#lib/features/reading/reading-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

let made = 0

/** An outlet to read, straight into the table. */
export async function aProspect(scope: WorkspaceScope, name = 'Northbound'): Promise<string> {
  made += 1
  const key = `outlet-${made}.example`
  const { id } = await database().prospect.create({
    data: {
      workspaceId: scope.workspaceId,
      kind: 'blogger',
      name,
      homepage: `https://${key}/`,
      outletKey: key,
      liveOutletKey: key,
      createdAt: scope.now,
      updatedAt: scope.now,
    },
  })
  return id
}

export type Reading = { noteId: string; url: string; job: { workspaceId: string; pageCopyId: string } }

/** A note whose page is still to come, and the worker's job for it. */
export async function aReading(scope: WorkspaceScope, prospectId: string, url: string): Promise<Reading> {
  const { noteId } = await startReading(scope, { prospectId, url })
  return { noteId, url, job: { workspaceId: scope.workspaceId, pageCopyId: await copyIdOf(scope, noteId) } }
}

/** Its page copy as it stands in the table. */
export function copyOf({ job }: Reading) {
  return database().pageCopy.findFirstOrThrow({ where: { workspaceId: job.workspaceId, id: job.pageCopyId } })
}

/** The jobs that were ever enqueued for a note's page, with their groups. */
export async function jobsFor(scope: WorkspaceScope, noteId: string) {
  const pageCopyId = await copyIdOf(scope, noteId)
  return database().$queryRaw<{ group: string }[]>`
    SELECT group_id AS "group" FROM pgboss.job
     WHERE name = 'fetch-page-copy' AND data->>'pageCopyId' = ${pageCopyId}`
}

async function copyIdOf({ workspaceId }: WorkspaceScope, noteId: string): Promise<string> {
  const note = await database().readingNote.findFirstOrThrow({ where: { workspaceId, id: noteId } })
  return note.pageCopyId
}
