import type { Fact } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenMoney } from '#components/ui/written.ts'
import type { SampleWithAll } from '#lib/features/samples/sample-queries.ts'

type AboutSampleProps = { sample: SampleWithAll; home: string; now: Date; timeZone: string }

/** Where a sample went, how, and when. */
export function AboutSample({ sample, home, now, timeZone }: AboutSampleProps) {
  const { item, prospect, contact, campaign, pitch, offeredBy, currency } = sample
  const at = (then: Date | null) => then && <RelativeTime then={then} now={now} timeZone={timeZone} />
  const money = (minor: number | null) => (minor === null || !currency ? null : writtenMoney(minor, currency))
  const facts: Fact[] = [
    { term: 'For', value: contact && to(`${home}/contacts/${contact.id}`, contact.name, contact.deletedAt) },
    { term: 'At', value: to(`${home}/prospects/${prospect.id}`, prospect.name, prospect.deletedAt) },
    { term: 'Page of the product', value: productPage(item) },
    { term: 'Campaign', value: campaign && to(`${home}/campaigns/${campaign.id}`, campaign.name) },
    {
      term: 'Offered in',
      value: pitch && to(`${home}/pitches/${pitch.id}`, pitch.subject || 'A letter without a subject'),
    },
    {
      term: 'Offered',
      value: (
        <>
          {at(sample.offeredAt)} by <bdi>{offeredBy.name}</bdi>
        </>
      ),
    },
    { term: 'Accepted', value: at(sample.acceptedAt) },
    { term: 'Sent', value: at(sample.sentAt) },
    { term: 'Carrier', value: sample.carrier || null },
    { term: 'Tracking number', value: sample.trackingNumber || null },
    { term: 'Arrived', value: at(sample.arrivedAt) },
    { term: 'Ended', value: at(sample.endedAt) },
    { term: 'The thing', value: money(sample.costMinor) },
    { term: 'Postage', value: money(sample.shippingMinor) },
  ]
  return (
    <Panel title="About this sample">
      <dl className="flex flex-col gap-4">
        {facts.flatMap(({ term, value }) =>
          value === null
            ? []
            : [
                <div key={term}>
                  <dt className="text-sm text-ink-soft">{term}</dt>
                  <dd className="min-w-0 wrap-anywhere">{value}</dd>
                </div>,
              ],
        )}
      </dl>
    </Panel>
  )
}

function productPage({ name, pageUrl }: SampleWithAll['item']) {
  if (!pageUrl) return null
  return (
    <a href={pageUrl} rel="noreferrer" className="ink-link wrap-anywhere">
      {name}
    </a>
  )
}

function to(href: string, name: string, deletedAt: Date | null = null) {
  if (deletedAt)
    return (
      <>
        <bdi>{name}</bdi>, in the trash
      </>
    )
  return (
    <Link href={href} className="ink-link wrap-anywhere">
      <bdi>{name}</bdi>
    </Link>
  )
}
