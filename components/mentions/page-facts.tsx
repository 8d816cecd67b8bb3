import type { ReactNode } from 'react'
import type { Fact } from '#components/ui/definition-list.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { STAND_IN_WORDS } from '#lib/domain/link-check/stand-in-words.ts'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'
import { Words } from './page-words.tsx'

/** What the page tells search engines, and how it answered. */
export function pageFacts({ facts }: SeenLook): Fact[] {
  const isRead = facts.reachable && facts.botWall !== true
  return [
    ...(isRead ? [{ term: 'Page rules', value: pageRules(facts) }] : []),
    ...(facts.canonicalUrl !== null
      ? [
          {
            term: 'Original',
            value: facts.canonicalElsewhere ? (
              <>
                Names another page as the original: <Words>{facts.canonicalUrl}</Words>
              </>
            ) : (
              'Names itself as the original.'
            ),
          },
        ]
      : []),
    ...(facts.googlebotAllowed === null
      ? []
      : [{ term: 'robots.txt', value: robotsWords(facts.googlebotAllowed) }]),
    ...(facts.redirects.length > 0
      ? [{ term: 'Way there', value: <Hops redirects={facts.redirects} finalUrl={facts.finalUrl} /> }]
      : []),
    { term: 'Answer', value: answerWords(facts) },
  ]
}

function pageRules({ noindex, pageNofollow }: SeenLook['facts']): string {
  const rules = [
    noindex === true ? 'asks search engines to leave the page out (noindex)' : '',
    pageNofollow === true ? 'asks them to follow none of its links (nofollow for the whole page)' : '',
  ].filter(Boolean)
  if (rules.length > 0) return `The page ${rules.join(' and ')}.`
  return noindex === false && pageNofollow === false
    ? 'None against being found or followed.'
    : 'Cannot tell.'
}

function robotsWords(allowed: boolean): string {
  return allowed
    ? "Lets Google's crawler read the page."
    : "Keeps Google's crawler away from the page, and so from its links."
}

function answerWords({
  httpStatus,
  failure,
  failureDetail,
  botWall,
  botWallBy,
  forbiddenByRobots,
  robotsUnavailable,
  instead,
  truncated,
  charset,
  bytesRead,
}: SeenLook['facts']): ReactNode {
  if (robotsUnavailable === true) {
    return `Not asked for: their robots.txt could not be read${failureDetail ? ` (${failureDetail})` : ''}.`
  }
  if (forbiddenByRobots) return 'Not asked for: robots.txt keeps programs like ours out.'
  const parts = [
    httpStatus === null ? 'No answer' : `HTTP ${httpStatus}`,
    failure === null
      ? ''
      : failureDetail && failureDetail !== failure
        ? `${failure} (${failureDetail})`
        : failure,
    botWall === true ? `a wall against programs${botWallBy ? ` (${botWallBy})` : ''}` : '',
    instead ? `${STAND_IN_WORDS[instead]} in its place` : '',
    truncated ? 'cut off before its end' : '',
    bytesRead > 0 ? `${writtenNumber(Math.max(1, Math.round(bytesRead / 1024)))} KB` : '',
    charset ?? '',
  ]
  return <Words>{parts.filter(Boolean).join(', ')}</Words>
}

function Hops({
  redirects,
  finalUrl,
}: {
  redirects: { url: string; status: number }[]
  finalUrl: string | null
}) {
  return (
    <ol className="flex flex-col gap-1">
      {redirects.map(({ url, status }) => (
        <li key={url}>
          <Words>{url}</Words>{' '}
          <span className="text-sm text-ink-soft">answers {status} and passes on to</span>
        </li>
      ))}
      <li>
        <Words>{finalUrl}</Words>
      </li>
    </ol>
  )
}
