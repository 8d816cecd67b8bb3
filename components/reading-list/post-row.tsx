import { Check, CheckCheck, ExternalLink, Headphones, Quote } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { markPostReadAction, markPostsReadAction } from '#lib/features/feeds/feed-actions.ts'
import type { PostRow as Post } from '#lib/features/feeds/post-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type PostRowProps = { scope: WorkspaceScope; post: Post; prospect: string }

/** One post on the list: what, whose, when, and a line of it. */
export function PostRow({ scope, post, prospect }: PostRowProps) {
  const { workspaceSlug: workspace, now, timeZone } = scope
  const home = `/w/${workspace}`
  const title = post.title || 'Without a title'
  const place = { upTo: post.listedAt.toISOString(), upToId: post.id, prospectId: prospect }
  return (
    <li data-row={post.id} className="px-4 py-4 has-[a[data-row-link]:focus-visible]:bg-accent-wash sm:px-6">
      <div className="flex items-start gap-2 sm:gap-4">
        <div className="min-w-0 flex-1">
          <h2 dir="auto" className={post.isRead ? 'text-ink-soft' : 'font-semibold'}>
            <Link
              href={`${home}/reading-list/${post.id}`}
              data-row-link
              data-row-key="o"
              data-row-key-does="Open the post one is on"
              className="wrap-anywhere underline-offset-4 hover:underline"
            >
              {title}
            </Link>
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
            <Link href={`${home}/prospects/${post.prospectId}`} className="ink-link">
              <bdi>{post.prospectName}</bdi>
            </Link>
            <RelativeTime then={post.listedAt} now={now} timeZone={timeZone} />
            {post.audioUrl ? (
              <span className="inline-flex items-center gap-1">
                <Icon of={Headphones} className="size-3.5" />
                An episode
              </span>
            ) : null}
            {post.mentionId ? (
              <Link
                href={`${home}/mentions/${post.mentionId}`}
                className="ink-link inline-flex items-center gap-1"
              >
                <Icon of={Quote} className="size-3.5" />
                May be about you
              </Link>
            ) : null}
            {post.isRead ? <span>Read</span> : null}
          </p>
        </div>
        <div className="flex shrink-0 items-center">
          {post.isRead ? null : (
            <ActionForm
              action={markPostReadAction}
              hidden={{ workspace, postId: post.id }}
              label={`Mark as read: ${title}`}
            >
              <SubmitButton
                tone="quiet"
                data-mark-read
                data-row-key="m"
                data-row-key-does="Mark the post one is on as read"
                aria-label={`Mark as read: ${title}`}
                title="Mark as read"
              >
                <Icon of={Check} />
              </SubmitButton>
            </ActionForm>
          )}
          <ActionForm action={markPostsReadAction} id={`older-${post.id}`} hidden={{ workspace, ...place }} />
          <ActionMenu
            label={`More about ${title}`}
            items={[
              { label: 'Open it on their site', href: post.url, icon: <Icon of={ExternalLink} /> },
              {
                label: 'Mark this and older as read',
                form: `older-${post.id}`,
                icon: <Icon of={CheckCheck} />,
              },
            ]}
          />
        </div>
      </div>
      {post.summary ? (
        <p dir="auto" className="mt-1 line-clamp-2 max-w-measure font-serif wrap-anywhere">
          {post.summary}
        </p>
      ) : null}
    </li>
  )
}
