import { ProblemList } from '#components/pitches/problem-list.tsx'
import { addressHref, sendingWays } from '#components/pitches/sending-ways.ts'
import { WaysToSend } from '#components/pitches/ways-to-send.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { writtenDay } from '#components/ui/written.ts'
import type { ThanksStanding } from '#lib/domain/thanks.ts'
import {
  leaveThanksAction,
  recordThanksAction,
  reopenThanksAction,
  saveThanksAction,
} from '#lib/features/mentions/thanks-actions.ts'
import type { ThanksDesk } from '#lib/features/mentions/thanks-desk-queries.ts'

type ThanksPanelProps = {
  workspace: string
  mentionId: string
  standing: ThanksStanding
  desk: ThanksDesk
  mayWrite: boolean
  now: Date
  timeZone: string
}

/** Thanks for a mention, linked or not: written by a person, taken there by a person, once. */
export function ThanksPanel(props: ThanksPanelProps) {
  const { standing, desk, workspace, mentionId, mayWrite } = props
  const { kind } = standing
  if (kind === 'no-question') return null
  const isOpen = kind === 'suggested' || kind === 'late' || kind === 'thanked-elsewhere'
  return (
    <Panel title="Saying thank you" id="thanks">
      <div className="flex flex-col gap-5">
        <p className="max-w-measure">
          <Standing {...props} />
        </p>
        {desk.body && !(isOpen && mayWrite) ? <WrittenText>{desk.body}</WrittenText> : null}
        {isOpen && mayWrite ? <Write {...props} /> : null}
        {kind === 'let-be' && mayWrite ? (
          <ActionForm
            action={reopenThanksAction}
            hidden={{ workspace, mentionId }}
            label="Thank them after all"
          >
            <div>
              <SubmitButton tone="quiet">Thank them after all</SubmitButton>
            </div>
          </ActionForm>
        ) : null}
      </div>
    </Panel>
  )
}

function Standing({ standing: { kind, bestBy }, desk, workspace, now, timeZone }: ThanksPanelProps) {
  const when = desk.thankedAt ? <RelativeTime then={desk.thankedAt} now={now} timeZone={timeZone} /> : null
  switch (kind) {
    case 'thanked':
      return (
        <>
          <bdi>{desk.thankedBy}</bdi> thanked them {when}.{' '}
          {desk.threadId ? (
            <Link href={`/w/${workspace}/pitches/${desk.threadId}`} className="ink-link">
              The words stand in the conversation
            </Link>
          ) : null}
        </>
      )
    case 'thanked-elsewhere':
      return 'They were thanked for it already, as your notes say. Once is kind.'
    case 'let-be':
      return (
        <>
          Not this time, said <bdi>{desk.thankedBy}</bdi> {when}.
        </>
      )
    case 'stopped':
      return 'They asked not to be written to, and thanks are a letter too. It is good press as it stands.'
    case 'late':
      return 'A thank-you is never wrong, late as it is. It asks for nothing.'
    default:
      return bestBy
        ? `They were kind to you. A few words are warmest by ${writtenDay(bestBy)}. They ask for nothing.`
        : 'They were kind to you. A few words ask for nothing.'
  }
}

function Write({ workspace, mentionId, desk, standing }: ThanksPanelProps) {
  const hidden = { workspace, mentionId }
  const whom = { ...hidden, ...(desk.chosen ? { contactId: desk.chosen.id } : {}) }
  const mayGo = desk.body !== '' && desk.problems.length === 0
  return (
    <>
      <ActionForm action={saveThanksAction} hidden={hidden} label="Write your thanks" className="gap-4!">
        {desk.people.length > 0 ? (
          <SelectField
            key={desk.chosen?.id}
            name="contactId"
            label="For"
            emptyLabel="Nobody by name"
            defaultValue={desk.chosen?.id}
            choices={desk.people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextAreaField
          name="body"
          label="Your words"
          serif
          required
          rows={4}
          dir="auto"
          maxLength={2000}
          defaultValue={desk.body}
          hint="Say what it meant to you. Ask for nothing."
        />
        <FormActions>
          <SubmitButton tone={mayGo ? 'secondary' : 'primary'} pendingLabel="Saving">
            Save the words
          </SubmitButton>
          {standing.kind === 'suggested' ? (
            <SubmitButton form="let-thanks-be" tone="quiet">
              Not this time
            </SubmitButton>
          ) : null}
        </FormActions>
      </ActionForm>
      <ActionForm id="let-thanks-be" action={leaveThanksAction} hidden={hidden} label="Not this time" />
      {desk.problems.length > 0 ? <ProblemList problems={desk.problems} /> : null}
      {mayGo && desk.channel ? (
        <WaysToSend
          action={recordThanksAction}
          hidden={whom}
          kind={desk.channel.kind}
          address={desk.channel.address}
          href={addressHref(desk.channel.kind, desk.channel.address)}
          subject={desk.subject}
          body={desk.body}
          links={desk.links}
          ways={sendingWays(desk.channel.kind).filter(({ value }) => value !== 'draft-file')}
          lastWay="mailto"
        />
      ) : null}
      {mayGo && !desk.channel ? (
        <div className="flex flex-wrap gap-2">
          <CopyButton text={desk.body} label="Copy the words" />
          <ActionForm action={recordThanksAction} hidden={{ ...whom, via: 'copy' }} label="I thanked them">
            <SubmitButton pendingLabel="Keeping it">I thanked them</SubmitButton>
          </ActionForm>
        </div>
      ) : null}
    </>
  )
}
