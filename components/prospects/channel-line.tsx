import { AtSign, FileText, Mail, MessageCircle } from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'
import { Icon, type IconNode } from '#components/ui/icon.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { linkOfChannelAddress } from '#lib/domain/channel-address.ts'
import { CHANNEL_KIND_TABLE, type ChannelKind } from '#lib/domain/channel-kinds.ts'
import { readableHost } from '#lib/domain/idn.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { ContactOfProspect } from '#lib/features/prospects/contact-queries.ts'

export type ShownChannel = ContactOfProspect['channels'][number]

/** One way to reach a person: the address, where it came from, and what stands against using it. */
export function ChannelLine({ channel }: { channel: ShownChannel }) {
  const kind = channel.kind as ChannelKind
  const icon = icons[kind]
  return (
    <div className="flex min-w-0 gap-3">
      <Icon of={icon} className="mt-1 size-4 shrink-0 text-ink-soft" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="sr-only">{CHANNEL_KIND_TABLE[kind].label}: </span>
          <Address kind={kind} address={channel.address} />
          {channel.bouncedAt ? <ToneBadge tone="careful">Came back</ToneBadge> : null}
          {channel.suppressions.length > 0 ? <ToneBadge tone="careful">Never write here</ToneBadge> : null}
        </p>
        <Origin origin={channel.origin} />
      </div>
    </div>
  )
}

/** An address as people read it; one that can be opened is a link. */
export function Address({ kind, address }: { kind: ChannelKind; address: string }) {
  const link = linkOfChannelAddress(kind, address)
  if (!link)
    return (
      <bdi className="font-medium wrap-anywhere">{kind === 'email' ? readableMail(address) : address}</bdi>
    )
  return (
    <a href={link} rel="noreferrer" className="ink-link font-medium wrap-anywhere">
      {readableAddress(link)}
    </a>
  )
}

function Origin({ origin }: { origin: ShownChannel['origin'] }) {
  if (!origin)
    return (
      <p className="text-sm text-careful">No origin noted yet. A pitch needs to say where you found it.</p>
    )
  return (
    <div className="text-sm text-ink-soft">
      <p>
        Seen on{' '}
        {origin.page ? (
          <a href={origin.page} rel="noreferrer" className="ink-link wrap-anywhere">
            {readableAddress(origin.page)}
          </a>
        ) : null}
        {origin.page ? ', ' : null}
        <time dateTime={origin.seenOn.toISOString().slice(0, 10)}>{dateWords(origin.seenOn)}</time>
      </p>
      {origin.words ? (
        <p dir="auto" className="line-clamp-3 font-serif wrap-anywhere">
          “{origin.words}”
        </p>
      ) : null}
      {origin.noUnsolicited ? <p className="text-careful">It says they want no unsolicited mail.</p> : null}
      {origin.fitsRole ? null : <p className="text-careful">It is not meant for messages like ours.</p>}
    </div>
  )
}

function readableMail(address: string): string {
  const at = address.lastIndexOf('@')
  return address.slice(0, at + 1) + readableHost(address.slice(at + 1))
}

/** A date without a zone: it was kept as noon in UTC, so it is read in UTC. */
function dateWords(day: Date): string {
  return writtenDay(day)
}

const icons: Record<ChannelKind, IconNode> = {
  email: Mail,
  form: FileText,
  dm: AtSign,
  spoken: MessageCircle,
}
