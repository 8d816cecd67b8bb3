import { Newspaper, Rss } from 'lucide'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { EmptyBlock, PageBlock } from '#components/prospects/page-block.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { feedFailureWords, feedSearchWords } from '#lib/domain/feeds/feed-words.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import {
  addFeedAction,
  followProspectAction,
  removeFeedAction,
  unfollowProspectAction,
} from '#lib/features/feeds/feed-actions.ts'
import { getFeedsOfProspect } from '#lib/features/feeds/post-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type FeedsPanelProps = { scope: WorkspaceScope; prospectId: string }
type Feeds = Awaited<ReturnType<typeof getFeedsOfProspect>>

/** What they publish: follow or not, their feed and how it stands, and their last posts. */
export async function FeedsPanel({ scope, prospectId }: FeedsPanelProps) {
  const of = await getFeedsOfProspect(scope, prospectId)
  const { workspaceSlug: workspace, now, timeZone } = scope
  const mayWrite = can(scope.role, 'prospects.write')
  const isFollowed = of.followedAt !== null
  const isSearching = of.feedSearch === 'waiting' || of.feedSearch === 'looking'
  const isReading =
    isFollowed &&
    of.feeds.some(({ state, lastLookAt }) => state !== 'idle' && state !== 'gone' && !lastLookAt)
  const hidden = { workspace, prospectId }
  const follow = mayWrite ? (
    <ActionForm action={followProspectAction} hidden={hidden} label="Follow them">
      <div>
        <SubmitButton tone="quiet" pendingLabel="Looking for their feed" className="-mr-4">
          <Icon of={Newspaper} />
          Follow
        </SubmitButton>
      </div>
    </ActionForm>
  ) : null
  if (!isFollowed && of.feeds.length === 0) {
    return (
      <EmptyBlock title="What they publish" id="feeds" said="not followed" action={follow}>
        Follow them, and their new posts stand on the reading list.
        {mayWrite ? <PasteFeed hidden={hidden} /> : null}
      </EmptyBlock>
    )
  }
  return (
    <PageBlock
      title="What they publish"
      id="feeds"
      actions={mayWrite ? <FeedMenu {...hidden} isFollowed={isFollowed} feeds={of.feeds} /> : null}
    >
      <div className="flex flex-col gap-3">
        {isFollowed ? null : (follow ?? <p className="text-ink-soft">Nobody follows them yet.</p>)}
        {isFollowed && (isSearching || isReading) ? (
          <>
            <p role="status" className="text-ink-soft">
              {isSearching ? 'Looking for a feed on their site.' : 'Reading their feed.'}
            </p>
            <RefreshWhileWaiting />
            <WorkerNotice now={now} timeZone={timeZone} waiting="Looking for their feed" />
          </>
        ) : null}
        {isFollowed && !isSearching && of.feeds.length === 0 && of.feedSearch ? (
          <SearchFailed {...{ workspace, prospectId, mayWrite }} search={of.feedSearch} />
        ) : null}
        <FeedLines scope={scope} feeds={of.feeds} />
        <LastPosts {...{ scope, workspace }} posts={of.posts} />
        {mayWrite ? <PasteFeed hidden={hidden} /> : null}
      </div>
    </PageBlock>
  )
}

/** For a feed that cannot be found on their site. */
function PasteFeed({ hidden }: { hidden: { workspace: string; prospectId: string } }) {
  return (
    <ActionForm action={addFeedAction} hidden={hidden} label="A feed of theirs">
      <FoldedFields summary={<span className="text-sm">Paste a feed’s address</span>}>
        <TextField
          name="url"
          label="Address of the feed"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          required
          hint="RSS, Atom, JSON Feed or a podcast’s feed."
        />
        <div>
          <SubmitButton tone="secondary" pendingLabel="Putting it on the list">
            Follow this feed
          </SubmitButton>
        </div>
      </FoldedFields>
    </ActionForm>
  )
}

type FeedMenuProps = { workspace: string; prospectId: string; isFollowed: boolean; feeds: Feeds['feeds'] }

/** The lesser things one can do, and the forms behind them. */
function FeedMenu({ workspace, prospectId, isFollowed, feeds }: FeedMenuProps) {
  const nameOf = ({ title, url }: Feeds['feeds'][number]) => title || readableAddress(url)
  return (
    <>
      <ActionMenu
        label="More about what they publish"
        items={[
          ...(isFollowed ? [{ label: 'Stop following', form: 'unfollow' }] : []),
          ...feeds.map((feed) => ({ label: `Forget the feed ${nameOf(feed)}`, form: `forget-${feed.id}` })),
        ]}
      />
      <ActionForm id="unfollow" action={unfollowProspectAction} hidden={{ workspace, prospectId }} />
      {feeds.map(({ id }) => (
        <ActionForm
          key={id}
          id={`forget-${id}`}
          action={removeFeedAction}
          hidden={{ workspace, feedId: id }}
        />
      ))}
    </>
  )
}

type SearchFailedProps = { workspace: string; prospectId: string; mayWrite: boolean; search: string }

function SearchFailed({ workspace, prospectId, mayWrite, search }: SearchFailedProps) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-ink-soft">
        {feedSearchWords(search)} {mayWrite ? 'If you know its address, paste it below.' : null}
      </p>
      {mayWrite ? (
        <ActionForm action={followProspectAction} hidden={{ workspace, prospectId }} label="Look again">
          <SubmitButton tone="quiet" pendingLabel="Looking for their feed">
            Look again
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}

type FeedLinesProps = { scope: WorkspaceScope; feeds: Feeds['feeds'] }

function FeedLines({ scope, feeds }: FeedLinesProps) {
  if (feeds.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {feeds.map((feed) => (
        <li key={feed.id} className="flex items-start gap-2 text-sm">
          <Icon of={Rss} className="mt-1 size-3.5 shrink-0 text-ink-soft" />
          <div className="min-w-0 flex-1">
            <a href={feed.url} rel="noreferrer nofollow" target="_blank" className="ink-link wrap-anywhere">
              {feed.title || readableAddress(feed.url)}
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <p className="text-ink-soft">
              {feed.failure ? (
                `${feedFailureWords(feed.failure).happened} ${feedFailureWords(feed.failure).inYourHands}`
              ) : feed.lastLookAt ? (
                <>
                  Asked <RelativeTime then={feed.lastLookAt} now={scope.now} timeZone={scope.timeZone} />
                </>
              ) : (
                'Not asked yet'
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

type LastPostsProps = { scope: WorkspaceScope; workspace: string; posts: Feeds['posts'] }

function LastPosts({ scope, workspace, posts }: LastPostsProps) {
  if (posts.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 border-t border-line pt-3">
      {posts.map(({ id, title, publishedAt }) => (
        <li key={id} className="min-w-0">
          <Link href={`/w/${workspace}/reading-list/${id}`} className="ink-link wrap-anywhere" dir="auto">
            {title || 'Without a title'}
          </Link>
          {publishedAt ? (
            <span className="block text-sm text-ink-soft">
              <RelativeTime then={publishedAt} now={scope.now} timeZone={scope.timeZone} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
