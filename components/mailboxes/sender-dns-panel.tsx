import { ToneBadge } from '#components/ui/badge.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { providerOfDomain } from '#lib/domain/mail/mail-providers.ts'
import type { DnsAnswer, DnsFinding, SenderDns } from '#lib/domain/mail/sender-dns.ts'
import { domainOfAddress } from '#lib/domain/mail-address.ts'

const ANSWERS: Record<DnsAnswer, { label: string; tone: 'good' | 'careful' | 'unknown' }> = {
  yes: { label: 'Yes', tone: 'good' },
  no: { label: 'No', tone: 'careful' },
  'could-not-ask': { label: 'Could not ask', tone: 'unknown' },
}

type Props = { dns: SenderDns | null; address: string; now: Date; timeZone: string }

/** What the domain one sends from says about itself, for receivers that look. */
export function SenderDnsPanel({ dns, address, now, timeZone }: Props) {
  if (!dns)
    return (
      <Panel
        title="What your domain says"
        lead={
          providerOfDomain(domainOfAddress(address))
            ? `${address} is your provider's: they look after its records.`
            : 'It has not been asked yet. Trying the mailbox asks its name servers.'
        }
      />
    )
  const rows: [string, DnsFinding][] = [
    ['Answers can arrive (MX)', dns.mx],
    ['Who may send for it (SPF)', dns.spf],
    ['What to do with fakes (DMARC)', dns.dmarc],
  ]
  return (
    <Panel
      title="What your domain says"
      lead={
        <>
          {dns.domain}, as its name servers answered{' '}
          <RelativeTime then={new Date(dns.at)} now={now} timeZone={timeZone} />. Receivers look at this
          before they decide where your mail goes.
        </>
      }
    >
      <ul className="flex flex-col gap-4">
        {rows.map(([label, { answer, words, record }]) => (
          <li key={label} className="flex flex-col gap-1">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{label}</span>
              <ToneBadge tone={ANSWERS[answer].tone}>{ANSWERS[answer].label}</ToneBadge>
            </div>
            <p className="max-w-measure">{words}</p>
            {record ? <code className="max-w-measure text-sm break-all text-ink-soft">{record}</code> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
