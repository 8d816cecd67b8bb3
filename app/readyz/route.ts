import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

export const dynamic = 'force-dynamic'

/** The process can do its work: the database answers. */
export async function GET() {
  try {
    await databaseAcrossWorkspaces().workerBeat.count()
    return new Response('ready\n')
  } catch {
    return new Response('the database does not answer\n', { status: 503 })
  }
}
