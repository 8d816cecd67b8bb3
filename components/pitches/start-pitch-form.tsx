import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { can, type Role } from '#lib/domain/roles.ts'
import type { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { startPitchAction } from '#lib/features/pitches/pitch-actions.ts'
import { campaignChoices, channelLabel, noteChoices } from './pitch-setup-form.tsx'

type Choices = Awaited<ReturnType<typeof getNewPitchChoices>>
type StartPitchFormProps = {
  workspace: string
  prospect: NonNullable<Choices['prospect']>
  campaigns: Choices['campaigns']
  asked: { contact: string; reading: string; campaign: string }
  role: Role
}

/** Campaign, person and reading note for a new draft; and what is missing, with the way to make it. */
export function StartPitchForm({ workspace, prospect, campaigns, asked, role }: StartPitchFormProps) {
  const home = `/w/${workspace}`
  const people = prospect.affiliations.map((each) => each.contact)
  const stopped = people.filter((contact) => contact.suppressions.length > 0)
  const reachable = people.filter((contact) => contact.suppressions.length === 0)
  const ways = reachable.flatMap((contact) =>
    contact.channels.map((channel) => ({
      value: channel.id,
      label: contact.name,
      hint: channel.bouncedAt ? `${channelLabel(channel)} (mail to it came back)` : channelLabel(channel),
      contactId: contact.id,
      works: channel.bouncedAt === null,
    })),
  )
  const preferred =
    ways.find((way) => way.contactId === asked.contact && way.works) ??
    ways.find((way) => way.works) ??
    ways[0]
  const notes = noteChoices({ prospect, campaigns, prospects: [] })
  const chosenNote = notes.some((note) => note.value === asked.reading) ? asked.reading : notes[0]?.value
  const isComplete = campaigns.length > 0 && ways.length > 0
  const open = prospect.pitches[0]
  return (
    <div className="flex max-w-form flex-col gap-6">
      {open ? (
        <Notice tone="careful" title={`A conversation with ${prospect.name} is open.`}>
          You can write, but it cannot go out before{' '}
          <Link href={`${home}/pitches/${open.id}`} className="ink-link">
            the pitch to {open.contact.name}
          </Link>{' '}
          is closed.
        </Notice>
      ) : null}
      {prospect.notForUsAt ? (
        <Notice tone="careful" title={`${prospect.name} was set aside as not for us.`}>
          Take that back on{' '}
          <Link href={`${home}/prospects/${prospect.id}`} className="ink-link">
            their page
          </Link>{' '}
          first.
        </Notice>
      ) : null}
      {stopped.length > 0 ? (
        <Notice
          tone="neutral"
          title={`${stopped.map((contact) => contact.name).join(', ')}: not written to any more.`}
        >
          They asked us to stop. That holds for every address and every campaign.
        </Notice>
      ) : null}
      {campaigns.length === 0 ? (
        <Missing
          title="There is no campaign yet"
          href={`${home}/campaigns/new`}
          words="Add a campaign"
          mayDo={can(role, 'campaigns.write')}
        >
          A campaign says what you write for: one angle, for one site.
        </Missing>
      ) : null}
      {ways.length === 0 ? (
        <Missing
          title={people.length === 0 ? 'Nobody is known there yet' : 'No way to reach them yet'}
          href={`${home}/prospects/${prospect.id}`}
          words={people.length === 0 ? 'Add a person' : 'Add an address'}
          mayDo
        >
          A pitch goes to one person, at an address they gave out themselves. Rapport never guesses one.
        </Missing>
      ) : null}
      {notes.length === 0 ? (
        <Missing
          title="Nothing of theirs was read yet"
          href={`${home}/reading/new?prospect=${prospect.id}`}
          words="Read a post"
          mayDo
        >
          You can begin without, but the letter is ready only when it stands on something they wrote.
        </Missing>
      ) : null}
      {isComplete ? (
        <Panel>
          <ActionForm
            action={startPitchAction}
            hidden={{ workspace, prospectId: prospect.id }}
            label="New pitch"
          >
            <RadioCardsField
              name="channelId"
              label="To whom"
              required
              choices={ways}
              defaultValue={preferred?.value}
            />
            <SelectField
              name="readingNoteId"
              label="What you read"
              emptyLabel="Nothing yet"
              choices={notes}
              defaultValue={chosenNote}
            />
            <SelectField
              name="campaignId"
              label="Campaign"
              required
              emptyLabel={campaigns.length > 1 ? 'Choose one' : undefined}
              choices={campaignChoices({ campaigns, prospect, prospects: [] })}
              defaultValue={asked.campaign}
            />
            <FormActions>
              <SubmitButton pendingLabel="Opening the desk">Start writing</SubmitButton>
            </FormActions>
          </ActionForm>
        </Panel>
      ) : null}
    </div>
  )
}

type MissingProps = { title: string; href: string; words: string; mayDo: boolean; children: string }

function Missing({ title, href, words, mayDo, children }: MissingProps) {
  return (
    <Notice
      tone="unknown"
      title={title}
      actions={mayDo ? <ButtonLink href={href}>{words}</ButtonLink> : null}
    >
      {children} {mayDo ? '' : 'Ask a manager of this workspace to add one.'}
    </Notice>
  )
}
