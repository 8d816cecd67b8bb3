import { BookOpen, PenLine, Plus } from 'lucide-react'
import Link from 'next/link'
import { MentionRows } from '#components/mentions/mention-rows.tsx'
import { PitchStateBadge, WonBadge } from '#components/pitches/pitch-state-badge.tsx'
import { ReadingTable } from '#components/reading/reading-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Panel, Section } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { listMentionsOfProspect } from '#lib/features/mentions/mention-queries.ts'
import type { listPitchesOfProspect } from '#lib/features/pitches/pitch-queries.ts'
import type { ContactOfProspect } from '#lib/features/prospects/contact-queries.ts'
import type { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { ContactCard } from './contact-card.tsx'

type SectionProps = {
  /** "/w/fernway". */
  home: string
  prospectId: string
  now: Date
  timeZone: string
  mayWrite: boolean
}

type ContactsProps = SectionProps & {
  contacts: ContactOfProspect[]
  newestReadingId?: string
  isAside: boolean
}

/** The people there, and how to reach each. */
export function ContactsSection({
  home,
  prospectId,
  mayWrite,
  contacts,
  newestReadingId,
  isAside,
}: ContactsProps) {
  const add = mayWrite ? (
    <ButtonLink href={`${home}/prospects/${prospectId}/contacts/new`}>
      <Plus aria-hidden />
      Add a contact
    </ButtonLink>
  ) : null
  const reading = newestReadingId ? `&reading=${newestReadingId}` : ''
  return (
    <Panel title="Contacts" id="contacts" actions={add} flush={contacts.length > 0}>
      {contacts.length === 0 ? (
        <p className="text-ink-soft">
          Nobody yet. Look on their about or contact page for the person who writes, and note where you found
          the address.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {contacts.map((contact) => (
            <ContactCard
              key={contact.affiliationId}
              contact={contact}
              home={home}
              pitchHref={
                mayWrite && !isAside
                  ? `${home}/pitches/new?prospect=${prospectId}&contact=${contact.id}${reading}`
                  : undefined
              }
            />
          ))}
        </ul>
      )}
    </Panel>
  )
}

type ReadingProps = SectionProps & {
  notes: Awaited<ReturnType<typeof listReadingNotesOfProspect>>
  workspace: string
}

/** What we read of theirs. */
export function ReadingSection({
  home,
  prospectId,
  mayWrite,
  notes,
  workspace,
  now,
  timeZone,
}: ReadingProps) {
  const add = mayWrite ? (
    <ButtonLink href={`${home}/reading/new?prospect=${prospectId}`}>
      <BookOpen aria-hidden />
      Read a post
    </ButtonLink>
  ) : null
  if (notes.length === 0) {
    return (
      <Panel title="Reading" actions={add}>
        <p className="text-ink-soft">
          Nothing read yet. A pitch begins with a post of theirs: what struck you, and what it lacks.
        </p>
      </Panel>
    )
  }
  return (
    <Section title="Reading" actions={add}>
      <ReadingTable workspace={workspace} notes={notes} now={now} timeZone={timeZone} withProspect={false} />
    </Section>
  )
}

type PitchesProps = SectionProps & {
  pitches: Awaited<ReturnType<typeof listPitchesOfProspect>>
  isAside: boolean
}

/** What we wrote to them, by conversation. */
export function PitchesSection({
  home,
  prospectId,
  mayWrite,
  pitches,
  isAside,
  now,
  timeZone,
}: PitchesProps) {
  const add =
    mayWrite && !isAside ? (
      <ButtonLink href={`${home}/pitches/new?prospect=${prospectId}`}>
        <PenLine aria-hidden />
        Write a pitch
      </ButtonLink>
    ) : null
  return (
    <Panel title="Pitches" actions={add} flush={pitches.length > 0}>
      {pitches.length === 0 ? (
        <p className="text-ink-soft">None yet. One short note to one person, about something they wrote.</p>
      ) : (
        <ul className="divide-y divide-line">
          {pitches.map((pitch) => (
            <li key={pitch.id} className={rowClass}>
              <div className="min-w-0 flex-1 basis-64">
                <Link
                  href={`${home}/pitches/${pitch.id}`}
                  data-row-link
                  className="ink-link font-semibold wrap-anywhere"
                >
                  <bdi>{pitch.subject || `To ${pitch.contact.name}`}</bdi>
                </Link>
                <p className="text-sm text-ink-soft wrap-anywhere">
                  To <bdi>{pitch.contact.name}</bdi>, for <bdi>{pitch.campaign.name}</bdi>
                </p>
              </div>
              {pitch.mentions.length > 0 ? <WonBadge /> : null}
              <PitchStateBadge state={pitch.state} closedReason={pitch.closedReason} />
              <span className="text-sm text-ink-soft">
                <RelativeTime then={pitch.updatedAt} now={now} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

type MentionsProps = SectionProps & { mentions: Awaited<ReturnType<typeof listMentionsOfProspect>> }

/** What they wrote about us, and what a look at it said. */
export function MentionsSection({ home, prospectId, mayWrite, mentions, now, timeZone }: MentionsProps) {
  const add = mayWrite ? (
    <ButtonLink href={`${home}/mentions/new?prospect=${prospectId}`}>
      <Plus aria-hidden />
      Record a mention
    </ButtonLink>
  ) : null
  return (
    <Panel title="Mentions" actions={add} flush={mentions.length > 0}>
      {mentions.length === 0 ? (
        <p className="text-ink-soft">
          None yet. When they write about you, record the page here and Rapport looks at it.
        </p>
      ) : (
        <MentionRows mentions={mentions} home={home} now={now} timeZone={timeZone} />
      )}
    </Panel>
  )
}

const rowClass = 'flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6'
