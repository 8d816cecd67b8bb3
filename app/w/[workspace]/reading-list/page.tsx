import { CheckCheck, Newspaper } from 'lucide'
import type { Metadata } from 'next'
import { PostKeys } from '#components/reading-list/post-keys.tsx'
import { PostRow } from '#components/reading-list/post-row.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { markPostsReadAction } from '#lib/features/feeds/feed-actions.ts'
import { postListHref, readPostList } from '#lib/features/feeds/post-list.ts'
import { listFollowed, listPosts } from '#lib/features/feeds/post-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Reading list' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReadingListPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const list = readPostList(await searchParams)
  const [{ posts, nextAfter }, followed] = await Promise.all([listPosts(scope, list), listFollowed(scope)])
  const base = `/w/${workspace}/reading-list`
  const prospect = followed.find(({ id }) => id === list.prospect)
  const [newest] = posts
  const isFirstPage = list.after === ''

  return (
    <>
      <PageHeader
        title="Reading list"
        lead="What the people you follow have written. Read what interests you, and let the rest go."
        actions={
          newest && list.show === 'unread' && isFirstPage ? (
            <ActionForm
              action={markPostsReadAction}
              hidden={{
                workspace,
                upTo: newest.listedAt.toISOString(),
                upToId: newest.id,
                prospectId: list.prospect,
              }}
              label="Mark all as read"
            >
              <SubmitButton tone="secondary" pendingLabel="Marking">
                <Icon of={CheckCheck} />
                Mark all as read
              </SubmitButton>
            </ActionForm>
          ) : null
        }
      />
      {followed.length === 0 ? (
        <EmptyState
          icon={Newspaper}
          title="You follow nobody yet"
          actions={
            <ButtonLink href={`/w/${workspace}/prospects`} tone="primary">
              Choose a prospect
            </ButtonLink>
          }
        >
          Open a prospect and press Follow. We look for their feed, and their new posts come here to be read.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <NavTabs
            label="Which posts"
            tabs={[
              { label: 'Not read yet', href: postListHref(base, { prospect: list.prospect }) },
              { label: 'All', href: postListHref(base, { prospect: list.prospect, show: 'all' }) },
            ]}
            current={postListHref(base, { prospect: list.prospect, show: list.show })}
          />
          {followed.length > 1 ? (
            <FilterBar
              action={base}
              label="Narrow the list"
              chips={
                list.prospect
                  ? [
                      {
                        label: prospect?.name ?? 'Somebody not followed',
                        href: postListHref(base, { show: list.show }),
                      },
                    ]
                  : []
              }
            >
              {list.show === 'all' ? <input type="hidden" name="show" value="all" /> : null}
              <FilterSelect
                key={list.prospect}
                name="prospect"
                label="Whose posts"
                choices={followed.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={list.prospect}
              />
            </FilterBar>
          ) : null}
          {posts.length > 0 ? (
            <PostKeys>
              <Panel flush>
                <ul className="divide-y divide-line">
                  {posts.map((post) => (
                    <PostRow key={post.id} scope={scope} post={post} prospect={list.prospect} />
                  ))}
                </ul>
              </Panel>
            </PostKeys>
          ) : (
            <EmptyState icon={Newspaper} title={isFirstPage ? 'Nothing new' : 'That was all'}>
              {list.show === 'unread'
                ? 'You have read what there is. New posts come here by themselves.'
                : 'No post of theirs has come in since you follow them.'}
            </EmptyState>
          )}
          {!isFirstPage || nextAfter ? (
            <nav aria-label="Pages of this list" className="flex flex-wrap justify-end gap-2">
              {isFirstPage ? null : (
                <ButtonLink href={postListHref(base, { ...list, after: '' })}>Newest</ButtonLink>
              )}
              {nextAfter ? (
                <ButtonLink href={postListHref(base, { ...list, after: nextAfter })} rel="next">
                  Older posts
                </ButtonLink>
              ) : null}
            </nav>
          ) : null}
        </div>
      )}
    </>
  )
}
