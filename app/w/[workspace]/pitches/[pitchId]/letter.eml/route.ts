import { notFound } from 'next/navigation'
import { pageId } from '#lib/features/page-params.ts'
import { draftFileResponse } from '#lib/features/sending/draft-file.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; pitchId: string }> }

/** The letter, or with ?follow-up=ID the nudge, as a draft for a mail program. */
export async function GET(request: Request, { params }: Context) {
  const { workspace, pitchId } = await params
  const scope = await requireWorkspace(workspace, 'pitches.send')
  const followUpId = new URL(request.url).searchParams.get('follow-up')
  if (followUpId === '') notFound()
  return draftFileResponse(scope, {
    pitchId: pageId(pitchId),
    followUpId: followUpId === null ? null : pageId(followUpId),
  })
}
