import path from 'node:path'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** Where copies from before an erasure still lie. Nothing here deletes a backup: that is for whoever runs the server. */
export function backupWords({ now }: Pick<WorkspaceScope, 'now'>): string {
  const { dataDir, local } = settings()
  const day = now.toISOString().slice(0, 10)
  const folder = local
    ? `They are in ${path.join(dataDir, 'backups')}, unless you chose another folder.`
    : 'Whoever runs this server knows where they are.'
  return `Backups made before ${day} still hold them. ${folder} No backup is removed by itself: delete old ones, or erase again after restoring one.`
}
