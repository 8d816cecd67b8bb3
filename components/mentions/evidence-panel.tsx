import type { ReactNode } from 'react'
import { DefinitionList, type Fact } from '#components/ui/definition-list.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { MarkedText, Quote } from '#components/ui/quote.tsx'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'
import { ExpectedRel, RelWords } from './rel-words.tsx'

type EvidenceProps = { look: SeenLook; provenance: string; url: string; now: Date; timeZone: string }

/** What one look rests on: the words around the link, how it is marked, and what the page tells search engines. */
export function EvidencePanel({ look, provenance, url, now, timeZone }: EvidenceProps) {
  const { facts } = look
  const words = look.kind === 'person' ? look.note : (facts.context ?? facts.mentionContext ?? '')
  const passage = facts.linked ? (facts.anchorText ?? '') : (facts.mentionedAs ?? '')
  return (
    <Panel title="Evidence" lead="What this rests on, word for word.">
      <div className="flex flex-col gap-6">
        {words ? (
          <Quote
            source={
              look.kind === 'person' ? (
                'In the words of the person who looked'
              ) : (
                <SourceLine url={facts.finalUrl ?? url} />
              )
            }
          >
            <bdi className="wrap-anywhere">
              <MarkedText text={words} passage={passage} />
            </bdi>
          </Quote>
        ) : null}
        {look.kind === 'person' ? null : (
          <DefinitionList facts={[...linkFacts(look, provenance), ...pageFacts(look)]} />
        )}
      </div>
    </Panel>
  )
}

function linkFacts({ facts }: SeenLook, provenance: string): Fact[] {
  if (facts.linked !== true) return []
  const via = facts.viaRedirect === true
  return [
    {
      term: 'Link text',
      value: facts.anchorText ? <Words>{facts.anchorText}</Words> : 'None: a picture without words',
    },
    {
      term: 'Leads to',
      value: (
        <>
          <Words>{facts.resolvedUrl ?? facts.matchedHref}</Words>
          {via ? (
            <>
              {' '}
              and from there on to <Words>{facts.redirectTo}</Words>
            </>
          ) : null}
          {facts.linkCount !== null && facts.linkCount > 1 ? (
            <span className="block text-sm text-ink-soft">
              The best of {facts.linkCount} links to you on this page.
            </span>
          ) : null}
          {facts.targetStatus !== null && facts.targetStatus >= 400 ? (
            <span className="block text-sm text-careful">
              That page of yours answers {facts.targetStatus}.
            </span>
          ) : null}
        </>
      ),
    },
    { term: 'How it is marked', value: <RelWords rel={facts.rel} /> },
    {
      term: 'How it came about',
      value: <ExpectedRel provenance={provenance} rel={facts.rel} followed={facts.followed} />,
    },
    ...(facts.hidden === true
      ? [{ term: 'Seen by readers', value: 'No: the page is delivered with the link hidden.' }]
      : []),
  ]
}

function pageFacts({ facts }: SeenLook): Fact[] {
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
  truncated,
  charset,
  bytesRead,
}: SeenLook['facts']): ReactNode {
  if (forbiddenByRobots) return 'Not asked for: robots.txt keeps programs like ours out.'
  const parts = [
    httpStatus === null ? 'No answer' : `HTTP ${httpStatus}`,
    failure === null
      ? ''
      : failureDetail && failureDetail !== failure
        ? `${failure} (${failureDetail})`
        : failure,
    botWall === true ? `a wall against programs${botWallBy ? ` (${botWallBy})` : ''}` : '',
    truncated ? 'cut off before its end' : '',
    bytesRead > 0 ? `${Math.max(1, Math.round(bytesRead / 1024)).toLocaleString('en')} KB` : '',
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

function SourceLine({ url }: { url: string }) {
  return (
    <>
      As it stands on <Words>{url}</Words>
    </>
  )
}

/** Words of somebody else's page: never markup, never a link, in their own direction. */
function Words({ children }: { children: string | null }) {
  return <bdi className="font-serif wrap-anywhere">{children}</bdi>
}
