import type { ReactNode } from 'react'
import { PageBlock } from '#components/prospects/page-block.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { recordingInBothZones } from '#lib/domain/contributions/recording-time.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { Contribution } from '#lib/features/contributions/contribution-queries.ts'
import { readerLanguage } from '#lib/server/reader-language.ts'
import { Day, NextDay } from './day-of-work.tsx'

type WorkFactsProps = { home: string; work: Contribution; now: Date; timeZone: string }

/** With whom, for what, and its days. */
export function WorkFacts({ home, work, now, timeZone }: WorkFactsProps) {
  const { prospect, contact, site, campaign, pitch, owner } = work
  const days = [
    { term: 'Due', day: work.dueOn },
    { term: 'Handed in', day: work.handedInOn },
    { term: 'Should come out', day: work.airsOn },
    { term: 'Out since', day: work.publishedOn },
  ]
  const facts: [string, ReactNode][] = [
    ['Next', <NextDay key="next" work={work} now={now} timeZone={timeZone} />],
    ['With', <To key="with" href={`${home}/prospects/${prospect.id}`} name={prospect.name} />],
    ['Person', contact && <To key="who" href={`${home}/contacts/${contact.id}`} name={contact.name} />],
    ['For', <To key="for" href={`${home}/sites/${site.id}`} name={site.name} />],
    [
      'Campaign',
      campaign && <To key="campaign" href={`${home}/campaigns/${campaign.id}`} name={campaign.name} />,
    ],
    [
      'Pitch',
      pitch && (
        <To key="pitch" href={`${home}/pitches/${pitch.id}`} name={pitch.subject || 'Without a subject'} />
      ),
    ],
    ['Recording', <Recording key="recording" work={work} timeZone={timeZone} />],
    ...days.map(({ term, day }): [string, ReactNode] => [
      term,
      day && <Day key={term} date={dayText(day)} />,
    ]),
    ['We would love', work.wishUrl && <span className="wrap-anywhere">{readableAddress(work.wishUrl)}</span>],
    ['Paid', work.isPaid && (work.paidNote || 'Yes')],
    ['Done by', owner.name],
    ['Note', work.note && <WrittenText key="note">{work.note}</WrittenText>],
  ]
  const shown = facts.filter(([term, value]) => value && (term !== 'Recording' || work.recordingAt))
  return (
    <PageBlock title="At a glance">
      <DefinitionList facts={shown.map(([term, value]) => ({ term, value }))} stacked />
    </PageBlock>
  )
}

function Recording({
  work: { recordingAt, recordingZone },
  timeZone,
}: {
  work: Contribution
  timeZone: string
}) {
  if (!recordingAt || !recordingZone) return null
  return (
    <ul>
      {recordingInBothZones(recordingAt, recordingZone, timeZone, readerLanguage()).map((time) => (
        <li key={time}>{time}</li>
      ))}
    </ul>
  )
}

function To({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} className="ink-link wrap-anywhere">
      <bdi>{name}</bdi>
    </Link>
  )
}
