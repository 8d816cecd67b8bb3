import { Link } from '#components/ui/link.tsx'
import { countUnreadPosts } from '#lib/features/feeds/post-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** More than this is "many": nobody is to feel behind. */
const COUNTED_TO = 20

/** One quiet line on Today where there is something new to read. */
export async function ReadingListLine({ scope }: { scope: WorkspaceScope }) {
  const unread = await countUnreadPosts(scope)
  if (unread === 0) return null
  return (
    <p className="text-ink-soft">
      <Link href={`/w/${scope.workspaceSlug}/reading-list`} className="ink-link">
        {unread === 1 ? 'One new post' : unread > COUNTED_TO ? 'New posts' : `${unread} new posts`}
      </Link>{' '}
      by people you follow.
    </p>
  )
}
