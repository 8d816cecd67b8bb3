import { OctagonX } from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { ContactLine } from '#lib/features/prospects/contact-list-queries.ts'

const MOST_SHOWN = 3

type ContactTableProps = { contacts: ContactLine[]; home: string; now: Date; timeZone: string }

/** One page of people, with where they write and how they are reached. */
export function ContactTable({ contacts, home, now, timeZone }: ContactTableProps) {
  return (
    <Table
      still
      caption="People"
      head={
        <>
          <Th>Name</Th>
          <Th>Outlet</Th>
          <Th>How to reach them</Th>
          <Th>Last written to</Th>
          <Th>Tags</Th>
        </>
      }
    >
      {contacts.map((contact) => (
        <Tr key={contact.id} quiet={contact.isStopped}>
          <Td>
            <RowLink href={`${home}/contacts/${contact.id}`}>
              <bdi className="wrap-anywhere">{contact.name}</bdi>
            </RowLink>
            {contact.role ? <div className="text-sm text-ink-soft wrap-anywhere">{contact.role}</div> : null}
            {contact.isStopped ? (
              <div className="mt-1">
                <ToneBadge tone="careful" icon={OctagonX}>
                  Asked us to stop
                </ToneBadge>
              </div>
            ) : null}
          </Td>
          <Td label="Outlet" raised>
            {contact.outlets.length === 0 ? (
              <Nothing>None now</Nothing>
            ) : (
              <ul>
                {contact.outlets.slice(0, MOST_SHOWN).map(({ id, name }) => (
                  <li key={id}>
                    <Link href={`${home}/prospects/${id}`} className="ink-link">
                      <bdi className="wrap-anywhere">{name}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Td>
          <Td label="How to reach them">
            {contact.channels.length === 0 ? (
              <Nothing>No address</Nothing>
            ) : (
              <span className="wrap-anywhere">
                {contact.channels
                  .slice(0, MOST_SHOWN)
                  .map(({ address }) => address)
                  .join(', ')}
              </span>
            )}
          </Td>
          <Td label="Last written to">
            {contact.lastWrittenAt ? (
              <RelativeTime then={contact.lastWrittenAt} now={now} timeZone={timeZone} />
            ) : (
              <Nothing>Never</Nothing>
            )}
          </Td>
          <Td label="Tags">
            {contact.tags.length > 0 ? (
              <bdi className="text-sm wrap-anywhere">{contact.tags.join(', ')}</bdi>
            ) : (
              <Nothing>None</Nothing>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function Nothing({ children }: { children: string }) {
  return <span className="whitespace-nowrap text-ink-soft">{children}</span>
}
