import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

/** Makes the demo workspaces when nobody is here yet. @returns whether it did */
export async function seedIfEmpty(): Promise<boolean> {
  if ((await databaseAcrossWorkspaces().user.count()) > 0) return false
  return false
}
