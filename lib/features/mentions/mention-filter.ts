import { can } from '#lib/domain/roles.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { likeText } from '../like-text.ts'
import { mentionKeyOf } from './mention-key.ts'
import type { MentionList } from './mention-list.ts'

/** What this person may see of mentions: of the Sites chosen for a viewer, and nothing from the trash. */
export function visibleMentions(
  where: Prisma.MentionWhereInput,
  scope: WorkspaceScope,
): Prisma.MentionWhereInput {
  return {
    workspaceId: scope.workspaceId,
    deletedAt: null,
    AND: [where, ...(scope.siteIds ? [{ siteId: { in: [...scope.siteIds] } }] : [])],
  }
}

/** What a list of mentions is narrowed to, but for its outcome. */
export function narrowedMentions(
  { site, provenance, q: words = '' }: Partial<MentionList>,
  scope: WorkspaceScope,
): Prisma.MentionWhereInput {
  const inAddress: Prisma.MentionWhereInput[] = [
    { url: { contains: likeText(words), mode: 'insensitive' } },
    { liveUrlKey: mentionKeyOf(words) },
    ...(can(scope.role, 'prospects.read')
      ? [{ note: { contains: likeText(words), mode: 'insensitive' as const } }]
      : []),
  ]
  return {
    ...(site ? { siteId: site } : {}),
    ...(provenance ? { provenance } : {}),
    ...(words ? { OR: inAddress } : {}),
  }
}
