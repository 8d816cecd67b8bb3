import { NotFound } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { MarkPostsInput } from './feed-schema.ts'
import { markFrom } from './post-queries.ts'

/** Notes for this member that they read a post, or passed over it. Twice is once. @throws NotFound */
export async function markPostRead(scope: WorkspaceScope, { postId }: { postId: string }) {
  authorize(scope, 'prospects.read')
  const { workspaceId, memberId, now } = scope
  const post = await database().feedPost.findFirst({
    where: { workspaceId, id: postId },
    select: { id: true },
  })
  if (!post) throw new NotFound()
  await database().postMark.createMany({
    data: [{ workspaceId, postId, memberId, at: now }],
    skipDuplicates: true,
  })
}

/** Takes the mark back: the post is on this member's list again. */
export async function markPostUnread(scope: WorkspaceScope, { postId }: { postId: string }) {
  authorize(scope, 'prospects.read')
  const { workspaceId, memberId } = scope
  await database().postMark.deleteMany({ where: { workspaceId, postId, memberId } })
}

/** Marks a post and all older ones on this member's list. @returns how many that were */
export async function markPostsRead(
  scope: WorkspaceScope,
  input: MarkPostsInput,
): Promise<{ count: number }> {
  authorize(scope, 'prospects.read')
  return inTransaction(async (tx) => ({ count: await markFrom(tx, scope, input) }))
}
