import { Link } from '#components/ui/link.tsx'
import { Section } from '#components/ui/panel.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { listMailboxCaps } from '#lib/features/pitches/limit-queries.ts'

type MailboxCapsProps = {
  mailboxes: Awaited<ReturnType<typeof listMailboxCaps>>
  home: string
  mayOpen: boolean
}

/** What each mailbox allows itself besides: set by whose it is, on the mailbox’s own page. */
export function MailboxCaps({ mailboxes, home, mayOpen }: MailboxCapsProps) {
  return (
    <Section title="Each mailbox, in a day">
      {mailboxes.length === 0 ? (
        <p className="text-ink-soft">No mailbox that sends is connected.</p>
      ) : (
        <Table
          caption="First letters that each mailbox sends in a day"
          head={
            <>
              <Th>Mailbox</Th>
              <Th>First letters a day</Th>
              <Th>Set by</Th>
            </>
          }
        >
          {mailboxes.map(({ id, address, dailyCap, owner }) => (
            <Tr key={id}>
              <Td>
                {mayOpen ? (
                  <Link href={`${home}/settings/mailboxes/${id}`} className="ink-link wrap-anywhere">
                    {address}
                  </Link>
                ) : (
                  <span className="wrap-anywhere">{address}</span>
                )}
              </Td>
              <Td label="First letters a day">{dailyCap}</Td>
              <Td label="Set by">
                <bdi className="wrap-anywhere">{owner.name}</bdi>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
