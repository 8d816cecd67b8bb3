import type { ReactNode } from 'react'
import { GivingList } from '#components/ledger/giving-list.tsx'
import { TouchTimeline } from '#components/ledger/touch-timeline.tsx'
import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { PitchStateBadge, WonBadge } from '#components/pitches/pitch-state-badge.tsx'
import { postTitle } from '#components/reading/reading-table.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { TOUCH_KIND_TABLE } from '#lib/domain/touch-kinds.ts'
import type { Giving } from '#lib/features/ledger/giving-queries.ts'
import type { listTouchesOfProspect } from '#lib/features/ledger/touch-queries.ts'
import type { listMentionsOfProspect } from '#lib/features/mentions/mention-queries.ts'
import type { listPitchesOfProspect } from '#lib/features/pitches/pitch-queries.ts'
import type { ContactOfProspect } from '#lib/features/prospects/contact-queries.ts'
import type { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { ContactCard } from './contact-card.tsx'
import { BlockLink, blockRowClass, EmptyBlock, NothingYet, PageBlock } from './page-block.tsx'

/** Of each kind the newest are shown; the story has them all. */
const SHOWN_OF_EACH = 3
/** So that one more tells whether there are more. */
export const ASKED_OF_EACH = SHOWN_OF_EACH + 1
/** A newsroom has hundreds. */
const PEOPLE_SHOWN = 6

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

/** The people there, and how to reach each; those who left stand behind a fold. */
export function ContactsSection({ contacts, ...rest }: ContactsProps) {
  const present = contacts.filter((contact) => !contact.until)
  const former = contacts.filter((contact) => contact.until)
  if (contacts.length === 0) {
    return (
      <EmptyBlock
        title="People"
        id="contacts"
        said="nobody yet"
        action={
          rest.mayWrite ? (
            <BlockLink href={`${rest.home}/prospects/${rest.prospectId}/contacts/new`}>
              Add a person
            </BlockLink>
          ) : null
        }
      >
        Look on their about or contact page for the person who writes, and note where you found the address.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="People" id="contacts" flush={present.length > 0}>
      {present.length === 0 ? (
        <NothingYet>
          Nobody we know is there now. Look on their about or contact page for the person who writes, and note
          where you found the address.
        </NothingYet>
      ) : (
        <People contacts={present.slice(0, PEOPLE_SHOWN)} {...rest} />
      )}
      {present.length > PEOPLE_SHOWN ? (
        <div className="border-t border-line px-4">
          <Disclosure summary={<span className="text-sm">{present.length - PEOPLE_SHOWN} more there</span>}>
            <People contacts={present.slice(PEOPLE_SHOWN)} {...rest} />
          </Disclosure>
        </div>
      ) : null}
      {former.length > 0 ? (
        <div className="px-4 pb-2">
          <Disclosure
            summary={
              <span className="text-sm">
                {former.length === 1 ? '1 who was there before' : `${former.length} who were there before`}
              </span>
            }
          >
            <People contacts={former} {...rest} />
          </Disclosure>
        </div>
      ) : null}
    </PageBlock>
  )
}

function People({ contacts, home, prospectId, mayWrite, newestReadingId, isAside }: ContactsProps) {
  const reading = newestReadingId ? `&reading=${newestReadingId}` : ''
  return (
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
  )
}

type ReadingProps = SectionProps & { notes: Awaited<ReturnType<typeof listReadingNotesOfProspect>> }

/** What we read of theirs, with the words we kept of it. */
export function ReadingSection({ home, prospectId, notes, now, timeZone, mayWrite }: ReadingProps) {
  if (notes.length === 0) {
    return (
      <EmptyBlock
        title="What we read"
        action={
          mayWrite ? (
            <BlockLink href={`${home}/reading/new?prospect=${prospectId}`}>Read a post</BlockLink>
          ) : null
        }
      >
        A pitch begins with a post of theirs: what struck you, and what it lacks.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="What we read" flush>
      <ul>
        {notes.slice(0, SHOWN_OF_EACH).map((note) => (
          <li key={note.id} className={blockRowClass}>
            <Link
              href={`${home}/reading/${note.id}`}
              data-row-link
              className="ink-link min-w-0 flex-1 basis-64 font-medium wrap-anywhere"
            >
              <bdi>{postTitle(note)}</bdi>
            </Link>
            {note.pageCopy.status === 'failed' ? <ToneBadge tone="unknown">Page not read</ToneBadge> : null}
            <Aside>
              <bdi>{note.author.name}</bdi>,{' '}
              <RelativeTime then={note.createdAt} now={now} timeZone={timeZone} />
            </Aside>
            {note.quote ? (
              <p dir="auto" className="line-clamp-2 w-full font-serif text-ink wrap-anywhere">
                “{note.quote.replace(/^["“”]|["“”]$/g, '')}”
              </p>
            ) : null}
            {note.gap ? (
              <p className="w-full text-sm text-ink-soft wrap-anywhere">
                Lacks: <bdi>{note.gap}</bdi>
              </p>
            ) : null}
          </li>
        ))}
        <More count={notes.length} {...{ home, prospectId }} story="reading" />
      </ul>
    </PageBlock>
  )
}

type GivenProps = SectionProps & {
  workspace: string
  pitches: Awaited<ReturnType<typeof listPitchesOfProspect>>
  touches: Awaited<ReturnType<typeof listTouchesOfProspect>>
  giving: Giving
}

/** What we asked of them by letter, and what we did for them outside mail. */
export function GivenSection({ pitches, touches, giving, workspace, ...section }: GivenProps) {
  const { home, prospectId, now, timeZone, mayWrite } = section
  if (pitches.length === 0 && touches.length === 0) {
    return (
      <EmptyBlock
        title="What we gave and asked"
        action={
          mayWrite ? <BlockLink href={`${home}/prospects/${prospectId}#add`}>Note a touch</BlockLink> : null
        }
      >
        Comment, share or say thanks first: a short letter comes easier after that.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="What we gave and asked" flush>
      <div className="px-4">
        <GivingList {...{ home, giving, now, timeZone }} />
      </div>
      <ul className="border-t border-line">
        {pitches.slice(0, SHOWN_OF_EACH).map((pitch) => (
          <li key={pitch.id} className={blockRowClass}>
            <div className="min-w-0 flex-1 basis-64">
              <Link
                href={`${home}/pitches/${pitch.id}`}
                data-row-link
                className="ink-link font-medium wrap-anywhere"
              >
                <bdi>{pitch.subject || `To ${pitch.contact.name}`}</bdi>
              </Link>
              <p className="text-sm text-ink-soft wrap-anywhere">
                To <bdi>{pitch.contact.name}</bdi>, for <bdi>{pitch.campaign.name}</bdi>
              </p>
            </div>
            {pitch.mentions.length > 0 ? <WonBadge /> : null}
            <PitchStateBadge state={pitch.state} closedReason={pitch.closedReason} />
            <Aside>
              <RelativeTime then={pitch.updatedAt} now={now} timeZone={timeZone} />
            </Aside>
          </li>
        ))}
        <More count={pitches.length} {...{ home, prospectId }} story="letters" />
        {touches[0] ? (
          <li className={blockRowClass}>
            <span className="min-w-0 flex-1 basis-64">{touchWords(touches)}</span>
            <Aside>
              last <RelativeTime then={touches[0].at} now={now} timeZone={timeZone} />
            </Aside>
            <div className="-my-2 has-[details[open]]:basis-full">
              <Disclosure
                summary={
                  <span className="text-sm">{touches.length === 1 ? 'The touch' : 'The touches'}</span>
                }
              >
                <TouchTimeline {...{ workspace, touches, now, timeZone, mayWrite }} />
              </Disclosure>
            </div>
          </li>
        ) : null}
      </ul>
    </PageBlock>
  )
}

/** "Shared 3 times, Commented": what happened outside mail, the most frequent first. */
function touchWords(touches: GivenProps['touches']): string {
  const counts = new Map<string, number>()
  for (const { kind } of touches) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => {
      const { label } = TOUCH_KIND_TABLE[kind as keyof typeof TOUCH_KIND_TABLE]
      return count === 1 ? label : `${label} ${count} times`
    })
    .join(', ')
}

type MentionsProps = SectionProps & { mentions: Awaited<ReturnType<typeof listMentionsOfProspect>> }

/** What they wrote about us, and what a look at it said. */
export function MentionsSection({ home, prospectId, mentions, now, timeZone, mayWrite }: MentionsProps) {
  if (mentions.length === 0) {
    return (
      <EmptyBlock
        title="Mentions"
        said="none yet"
        action={
          mayWrite ? (
            <BlockLink href={`${home}/mentions/new?prospect=${prospectId}`}>Record a mention</BlockLink>
          ) : null
        }
      >
        When they write about you, record the page and Rapport looks at it.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="Mentions" flush>
      <ul>
        {mentions.slice(0, SHOWN_OF_EACH).map((mention) => (
          <li key={mention.id} className={blockRowClass}>
            <Link
              href={`${home}/mentions/${mention.id}`}
              data-row-link
              className="ink-link min-w-0 flex-1 basis-64 font-medium wrap-anywhere"
            >
              {readableAddress(mention.url)}
            </Link>
            <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
            <Aside>
              <bdi>{mention.site.name}</bdi>,{' '}
              <RelativeTime then={mention.outcomeAt ?? mention.createdAt} now={now} timeZone={timeZone} />
            </Aside>
          </li>
        ))}
        <More count={mentions.length} {...{ home, prospectId }} story="mentions" />
      </ul>
    </PageBlock>
  )
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="text-sm text-ink-soft">{children}</span>
}

type StoryLinkProps = { home: string; prospectId: string; story: string; children: ReactNode }

function StoryLink({ home, prospectId, story, children }: StoryLinkProps) {
  return (
    <Link href={`${home}/prospects/${prospectId}?story=${story}#story`} className="ink-link text-sm">
      {children}
    </Link>
  )
}

function More({ count, ...link }: Omit<StoryLinkProps, 'children'> & { count: number }) {
  if (count <= SHOWN_OF_EACH) return null
  return (
    <li className={blockRowClass}>
      <StoryLink {...link}>Earlier ones, in the story</StoryLink>
    </li>
  )
}
