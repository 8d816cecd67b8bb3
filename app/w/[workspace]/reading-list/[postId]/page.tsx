import { ArrowRight, BookOpen, ExternalLink, Headphones } from 'lucide'
import type { Metadata } from 'next'
import { MarkOnOpen } from '#components/reading-list/mark-on-open.tsx'
import { PostParagraphs } from '#components/reading-list/post-paragraphs.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { markPostReadAction, markPostUnreadAction } from '#lib/features/feeds/feed-actions.ts'
import { getPost } from '#lib/features/feeds/post-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { startReadingAction } from '#lib/features/reading/reading-actions.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; postId: string }> }

/** Less than this is a teaser, and the post itself stands on their page. */
const WHOLE_POST_CHARACTERS = 600

async function postOf(params: Props['params']) {
  const { workspace, postId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  return { workspace, scope, post: await found(getPost(scope, pageId(postId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { post } = await postOf(params)
  return { title: post.title || `A post by ${post.prospect.name}` }
}

export default async function PostPage({ params }: Props) {
  const { workspace, scope, post } = await postOf(params)
  const { now, timeZone } = scope
  const base = `/w/${workspace}/reading-list`
  const mayNote = can(scope.role, 'reading.write')
  const text = post.text || post.summary
  const mark = { workspace, postId: post.id }

  return (
    <>
      <MarkOnOpen action={markPostReadAction} {...mark} isRead={post.readAt !== null} />
      <PageHeader
        crumbs={[{ label: 'Reading list', href: base }]}
        title={
          <span dir="auto" className="wrap-anywhere">
            {post.title || 'Without a title'}
          </span>
        }
        facts={
          <>
            <Link href={`/w/${workspace}/prospects/${post.prospect.id}`} className="ink-link">
              <bdi>{post.prospect.name}</bdi>
            </Link>
            {post.author && post.author !== post.prospect.name ? (
              <span>
                by <bdi>{post.author}</bdi>
              </span>
            ) : null}
            <RelativeTime then={post.publishedAt ?? post.seenAt} now={now} timeZone={timeZone} />
            <a
              href={post.url}
              target="_blank"
              rel="noreferrer nofollow"
              className="ink-link inline-flex min-w-0 items-center gap-1"
            >
              <span className="line-clamp-1 break-all">{readableAddress(post.url)}</span>
              <Icon of={ExternalLink} className="size-3.5 shrink-0" />
              <span className="sr-only">(opens their page in a new tab)</span>
            </a>
          </>
        }
      />
      <div className="flex max-w-[48rem] flex-col gap-6">
        <Panel>
          {text ? (
            <PostParagraphs
              workspace={workspace}
              prospectId={post.prospect.id}
              url={post.url}
              text={text}
              mayNote={mayNote}
            />
          ) : (
            <p className="text-ink-soft">Their feed carries no words of this post.</p>
          )}
        </Panel>
        <div className="flex flex-wrap items-center gap-2">
          {mayNote ? (
            <ActionForm
              action={startReadingAction}
              hidden={{ workspace, prospectId: post.prospect.id, url: post.url }}
              label="Read the whole page"
            >
              <SubmitButton
                tone={text.length < WHOLE_POST_CHARACTERS ? 'primary' : 'secondary'}
                pendingLabel="Fetching it"
              >
                <Icon of={BookOpen} />
                Read the whole page here
              </SubmitButton>
            </ActionForm>
          ) : null}
          {post.audioUrl ? (
            <a href={post.audioUrl} target="_blank" rel="noreferrer nofollow" className={buttonClass()}>
              <Icon of={Headphones} />
              Listen to it there
            </a>
          ) : null}
          {post.readAt ? (
            <ActionForm action={markPostUnreadAction} hidden={mark} label="Keep as not read">
              <SubmitButton tone="quiet">Keep as not read</SubmitButton>
            </ActionForm>
          ) : (
            <ActionForm action={markPostReadAction} hidden={mark} label="Mark as read">
              <SubmitButton tone="quiet" data-shortcut="m" data-shortcut-does="Mark as read">
                Mark as read
              </SubmitButton>
            </ActionForm>
          )}
          {post.nextId ? (
            <ButtonLink
              href={`${base}/${post.nextId}`}
              tone="quiet"
              rel="next"
              data-shortcut="j"
              data-shortcut-does="The next post"
            >
              Next post
              <Icon of={ArrowRight} />
            </ButtonLink>
          ) : null}
        </div>
        {mayNote && text ? (
          <p className="max-w-measure text-sm text-ink-soft">
            The mark beside a paragraph makes a reading note of it. The words are looked for on their page, as
            always.
          </p>
        ) : null}
      </div>
    </>
  )
}
