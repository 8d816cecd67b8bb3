import { PenLine } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { affiliationWords } from '#lib/domain/affiliation-words.ts'
import { countryName } from '#lib/domain/countries.ts'
import type { ContactOfProspect } from '#lib/features/prospects/contact-queries.ts'
import { ChannelLine } from './channel-line.tsx'

type ContactCardProps = {
  contact: ContactOfProspect
  /** "/w/fernway". */
  home: string
  /** Where a pitch to them begins; left out for who may not write one, or where nobody should. */
  pitchHref?: string
}

/** One person at an outlet, with every way to reach them. */
export function ContactCard({ contact, home, pitchHref }: ContactCardProps) {
  const facts = [contact.roleHere, contact.country ? countryName(contact.country) : ''].filter(Boolean)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`${home}/contacts/${contact.id}`}
            data-row-link
            className="ink-link min-w-0 font-semibold wrap-anywhere"
          >
            <bdi>{contact.name}</bdi>
          </Link>
          {contact.until ? <Badge>{formerWords(contact.until)}</Badge> : null}
          {contact.stop ? <ToneBadge tone="careful">Asked us to stop</ToneBadge> : null}
        </p>
        {facts.length > 0 ? (
          <p className="text-sm text-ink-soft wrap-anywhere">
            <bdi>{facts.join(', ')}</bdi>
          </p>
        ) : null}
        {contact.channels.length > 0 ? (
          <ul className="mt-2 flex flex-col gap-2">
            {contact.channels.map((channel) => (
              <li key={channel.id}>
                <ChannelLine channel={channel} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="mt-2 text-sm text-ink-soft">
            No way to reach them yet.{' '}
            <Link href={`${home}/contacts/${contact.id}/channels/new`} className="ink-link">
              Add an address
            </Link>
          </p>
        )}
      </div>
      {pitchHref && mayBeWrittenTo(contact) ? (
        <ButtonLink href={pitchHref}>
          <Icon of={PenLine} />
          <span>
            Write to <bdi>{firstName(contact.name)}</bdi>
          </span>
        </ButtonLink>
      ) : null}
    </li>
  )
}

/** Still there, and by at least one way that nothing stands against. */
export function mayBeWrittenTo(contact: ContactOfProspect): boolean {
  return (
    !contact.stop && !contact.until && contact.channels.some((channel) => channel.suppressions.length === 0)
  )
}

/** "No longer there, until March 2025" */
function formerWords(until: Date): string {
  return `No longer there, ${affiliationWords({ role: '', since: null, until }, 'UTC')}`
}

/** For a button: the first word of a name, where it is short enough for one. */
function firstName(name: string): string {
  const [first = ''] = name.split(/\s/)
  return first.length > 0 && first.length <= 16 ? first : 'them'
}
