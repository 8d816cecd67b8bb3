import { CheckboxField, SelectField } from '#components/ui/choice-fields.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { CHANNEL_KIND_TABLE, CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { editableAddress } from '#lib/domain/readable-address.ts'
import { ExistingOffer } from './existing-offer.tsx'
import { StoppedHint } from './stopped-hint.tsx'

type ChannelFieldsProps = {
  workspace: string
  /** The date in the person's zone, "2026-03-04". */
  today: string
  /** An address must be given; for a new contact it may come later. */
  required: boolean
  channel?: {
    kind: string
    address: string
    origin: { page: string; seenOn: Date; words: string; noUnsolicited: boolean; fitsRole: boolean } | null
  }
  /** For a new contact: whoever has the address already may be tied to this prospect instead. */
  mayTie?: boolean
  /** Where a list of people like the one who is typed stands. */
  likeHref?: string
}

/** The fields of one way to reach a person, and of where it came from. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { workspace, today, required, channel, mayTie = false, likeHref } = props
  const origin = channel?.origin
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-[12rem_1fr]">
        <SelectField
          name="channelKind"
          label="How"
          required
          choices={CHANNEL_KINDS.map((kind) => ({ value: kind, label: CHANNEL_KIND_TABLE[kind].label }))}
          defaultValue={channel?.kind ?? 'email'}
        />
        <TextField
          name="address"
          label="Address"
          required={required}
          autoComplete="off"
          spellCheck={false}
          defaultValue={channel ? shown(channel) : undefined}
        />
      </div>
      <p className="-mt-4 text-sm text-ink-soft">
        {CHANNEL_KINDS.map(
          (kind) => `${CHANNEL_KIND_TABLE[kind].label}: ${CHANNEL_KIND_TABLE[kind].addressExample}`,
        ).join(' · ')}
        . Only what they publish or gave you; never a guess.
      </p>
      <StoppedHint asker={`/w/${workspace}/prospects/stopped/ask`} />
      <ExistingOffer
        finder={`/w/${workspace}/contacts/existing`}
        question="Is it the same person?"
        openLabel="Open the one who is here"
        likeHref={likeHref}
        others={[
          ...(mayTie
            ? [
                {
                  name: 'useExisting',
                  label: 'It is the same person',
                  hint: 'Tie them to this prospect instead of adding somebody new.',
                },
              ]
            : []),
          { name: 'shared', label: 'It is somebody else', hint: 'They share the address, or only the name.' },
        ]}
      />
      <fieldset className="flex flex-col gap-6 rounded-lg border border-line bg-sheet p-4 sm:p-6">
        <legend className="float-left w-full text-lg font-semibold">Where it came from</legend>
        <TextField
          name="originPage"
          label="The page it stands on"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={origin?.page ? editableAddress(origin.page) : undefined}
          hint="Their contact or about page, say. Leave it empty where they told you themselves, and say so below."
        />
        <TextField
          name="seenOn"
          type="date"
          label="Seen on"
          required
          max={today}
          defaultValue={origin ? origin.seenOn.toISOString().slice(0, 10) : today}
        />
        <TextAreaField
          name="originWords"
          label="What it says there"
          rows={2}
          defaultValue={origin?.words}
          hint="The words around the address, as they stand."
        />
        <div className="flex flex-col gap-2">
          <CheckboxField
            name="noUnsolicited"
            label="It says they want no unsolicited mail"
            defaultChecked={origin?.noUnsolicited ?? false}
          />
          <CheckboxField
            name="fitsRole"
            label="It is meant for messages like ours"
            hint="An editor’s or author’s own address is. One for billing, jobs or privacy is not."
            defaultChecked={origin?.fitsRole ?? true}
          />
        </div>
      </fieldset>
    </>
  )
}

function shown({ kind, address }: { kind: string; address: string }): string {
  return kind === 'form' || kind === 'dm' ? editableAddress(address) : address
}
