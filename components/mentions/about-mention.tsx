import type { Fact } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { isDemoAddress } from '#lib/features/mentions/mention-question.ts'
import { PublishedOnForm } from './published-on-form.tsx'

type AboutMentionProps = {
  mention: MentionWithLooks
  /** The journalist's request it came of. */
  request: { id: string; topic: string } | null
  home: string
  now: Date
  timeZone: string
  /** The reader may say when it came out, and nothing else on the page asks for it. */
  workspaceToDate: string | null
}

/** What the mention hangs on, and when it is looked at again. */
export function AboutMention({ mention, request, home, now, timeZone, workspaceToDate }: AboutMentionProps) {
  const { site, prospect, campaign, pitch, sample, targetUrl, note, nextLookAt, recordedBy } = mention
  const facts: (Fact | null)[] = [
    { term: 'Site', value: <Linked href={`${home}/sites/${site.id}`}>{site.name}</Linked> },
    prospect && {
      term: 'Prospect',
      value: <Linked href={`${home}/prospects/${prospect.id}`}>{prospect.name}</Linked>,
    },
    pitch && {
      term: 'Pitch',
      value: <Linked href={`${home}/pitches/${pitch.id}`}>{pitch.subject || 'Without a subject'}</Linked>,
    },
    sample && {
      term: 'Came of a sample',
      value: <Linked href={`${home}/samples/${sample.id}`}>{sample.item.name}</Linked>,
    },
    request && {
      term: 'Request',
      value: <Linked href={`${home}/requests/${request.id}`}>{request.topic}</Linked>,
    },
    campaign && {
      term: 'Campaign',
      value: <Linked href={`${home}/campaigns/${campaign.id}`}>{campaign.name}</Linked>,
    },
    targetUrl === null
      ? null
      : { term: 'Hoped for', value: <bdi className="wrap-anywhere">{readableAddress(targetUrl)}</bdi> },
    mention.publishedOn && { term: 'Came out', value: writtenDay(mention.publishedOn) },
    { term: 'Looked at again', value: nextLook() },
    {
      term: 'Recorded',
      value: (
        <>
          <RelativeTime then={mention.createdAt} now={now} timeZone={timeZone} /> by{' '}
          <bdi>{recordedBy.name}</bdi>
        </>
      ),
    },
  ]
  return (
    <Panel title="About this mention">
      <dl className="flex flex-col gap-4">
        {facts.flatMap((fact) =>
          fact
            ? [
                <div key={fact.term}>
                  <dt className="text-sm text-ink-soft">{fact.term}</dt>
                  <dd className="min-w-0">{fact.value}</dd>
                </div>,
              ]
            : [],
        )}
        {note ? (
          <div>
            <dt className="text-sm text-ink-soft">Note</dt>
            <dd className="min-w-0 wrap-anywhere">
              <WrittenText>{note}</WrittenText>
            </dd>
          </div>
        ) : null}
      </dl>
      {workspaceToDate ? (
        <div className="mt-4">
          <PublishedOnForm
            workspace={workspaceToDate}
            mention={mention}
            id="came-out"
            summary={mention.publishedOn ? 'Change when it came out' : 'Say when it came out'}
          />
        </div>
      ) : null}
    </Panel>
  )

  function nextLook() {
    if (isDemoAddress(mention.url)) return 'Only when you ask: this is a demo page.'
    if (nextLookAt === null || nextLookAt <= now) return 'Soon'
    return <RelativeTime then={nextLookAt} now={now} timeZone={timeZone} />
  }
}

function Linked({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="ink-link wrap-anywhere">
      <bdi>{children}</bdi>
    </Link>
  )
}
