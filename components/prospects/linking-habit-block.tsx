import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { linkingHabit } from '#lib/domain/linking-habit.ts'
import type { OutgoingLinks } from '#lib/domain/outgoing-links.ts'
import type { listPostLinks } from '#lib/features/reading/linking-habit-queries.ts'
import { EmptyBlock, PageBlock } from './page-block.tsx'

type LinkingHabitBlockProps = {
  posts: Awaited<ReturnType<typeof listPostLinks>>
  /** "/w/fernway". */
  home: string
}

/** Whether they link to others, told from the posts we read, with the rows it rests on. */
export function LinkingHabitBlock({ posts, home }: LinkingHabitBlockProps) {
  const habit = linkingHabit(posts.map((post) => post.links))
  if (posts.length === 0) {
    return (
      <EmptyBlock title="How they link" said="no post read yet">
        {habit.sentence} {habit.meaning}
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="How they link">
      <p>{habit.sentence}</p>
      <p className="text-sm text-ink-soft">{habit.meaning}</p>
      <p className="text-sm">{capital(habit.linksOut.words)}</p>
      <Disclosure summary={<span className="text-sm">The posts behind it</span>}>
        <ul className="flex flex-col gap-2 text-sm">
          {posts.map((post) => (
            <li key={post.noteId}>
              <Link href={`${home}/reading/${post.noteId}`} className="ink-link wrap-anywhere">
                <bdi>{post.title}</bdi>
              </Link>
              <p className="text-ink-soft">{linkWords(post.links)}</p>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm">With a link that carries no mark: {habit.followed.words}.</p>
        <p className="mt-2 text-sm text-ink-soft">
          In brackets: between which bounds the true share lies, 19 times in 20. Share buttons and links
          within their own site do not count.
        </p>
      </Disclosure>
    </PageBlock>
  )
}

/** "5 links to 4 sites: 3 without a mark, 2 nofollow", of the article or, where nobody can tell, of the page. */
function linkWords({ out, domains, followed, nofollow, sponsored, ugc, within }: OutgoingLinks): string {
  const whole = within === 'page' ? ' (all of the page)' : ''
  if (out === 0) return `No link to another site${whole}.`
  const marks = [
    followed > 0 ? `${followed} without a mark` : '',
    nofollow > 0 ? `${nofollow} nofollow` : '',
    sponsored > 0 ? `${sponsored} sponsored` : '',
    ugc > 0 ? `${ugc} ugc (written by visitors)` : '',
  ].filter(Boolean)
  const sites = domains === 1 ? 'one site' : `${domains} sites`
  return `${out === 1 ? '1 link' : `${out} links`} to ${sites}${whole}: ${marks.join(', ')}.`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
