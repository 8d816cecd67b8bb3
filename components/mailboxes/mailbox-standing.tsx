import { ToneBadge } from '#components/ui/badge.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { isLookLate, LOOKS_EVERY_MINUTES } from '#lib/domain/mail/mailbox-looks.ts'
import { MAILBOX_STATE_WORDS, type MailboxState } from '#lib/domain/mail/mailbox-states.ts'

type Props = {
  mailbox: {
    state: MailboxState
    failure: string
    failedAt: Date | null
    lastLookAt: Date | null
    lastMessageAt: Date | null
    sends: boolean
    dailyCap: number
  }
  isChecking: boolean
  now: Date
  timeZone: string
}

/** How a mailbox stands, by what was seen rather than by a word. */
export function MailboxStanding({ mailbox, isChecking, now, timeZone }: Props) {
  const { label, tone } = MAILBOX_STATE_WORDS[mailbox.state]
  const when = (then: Date | null, never: string) =>
    then ? <RelativeTime then={then} now={now} timeZone={timeZone} /> : never
  return (
    <>
      {mailbox.failure && !isChecking ? (
        <Notice
          tone="careful"
          title={mailbox.state === 'connected' ? 'The last try failed.' : 'It does not work yet.'}
        >
          {mailbox.failure}
        </Notice>
      ) : null}
      {mailbox.state === 'connected' && !isChecking && isLookLate(mailbox, now) ? (
        <Notice tone="careful" title="It is not being read">
          Nobody has looked into it for more than {LOOKS_EVERY_MINUTES} minutes. Answers may be waiting there,
          and nothing is called silence meanwhile.
        </Notice>
      ) : null}
      <DefinitionList
        columns={2}
        facts={[
          { term: 'How it stands', value: <ToneBadge tone={tone}>{label}</ToneBadge> },
          { term: 'Last looked', value: when(mailbox.lastLookAt, 'Not yet') },
          { term: 'Last message seen', value: when(mailbox.lastMessageAt, 'None yet') },
          {
            term: 'Sending',
            value: mailbox.sends ? `Up to ${mailbox.dailyCap} first pitches a day` : 'Reading only',
          },
        ]}
      />
    </>
  )
}
