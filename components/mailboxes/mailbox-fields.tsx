import { timeZoneChoices } from '#components/sites/time-zone-choices.ts'
import { CheckboxField, SelectField } from '#components/ui/choice-fields.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'

const SECURITIES = [
  { value: 'tls', label: 'TLS (ports 993 and 465)' },
  { value: 'starttls', label: 'STARTTLS (ports 143 and 587)' },
  { value: 'none', label: 'None, only for this very machine' },
]

type Values = {
  name: string
  aliases: string[]
  sends: boolean
  imapHost: string | null
  imapPort: number | null
  imapSecurity: string | null
  imapUser: string
  smtpHost: string | null
  smtpPort: number | null
  smtpSecurity: string | null
  smtpUser: string
  dailyCap: number
  timeZone: string
}

type Props = {
  values: Values
  dailyCapMost: number
  /** "Leave it empty to keep it", or what it is. */
  passwordHint: string
  smtpPasswordHint: string
  isNew: boolean
}

/** Everything about a mailbox but its address. A password is never shown again. */
export function MailboxFields({ values, dailyCapMost, passwordHint, smtpPasswordHint, isNew }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="Your name"
        hint="As people see it beside the address."
        defaultValue={values.name}
        maxLength={100}
        required
      />
      <TextField
        name="password"
        type="password"
        label="Password"
        hint={passwordHint}
        autoComplete="off"
        required={isNew}
      />
      <CheckboxField
        name="sends"
        label="Send from it, too"
        hint="Otherwise it is only read, for answers to what you send elsewhere."
        defaultChecked={values.sends}
      />
      <FoldedFields summary="Servers" open={!isNew && values.imapHost === null}>
        <p className="max-w-measure text-ink-soft">
          Leave these empty and they are looked for: most providers are known, and many domains say where
          their mail is.
        </p>
        <TextField name="imapHost" label="Server for reading (IMAP)" defaultValue={values.imapHost ?? ''} />
        <TextField
          name="imapPort"
          label="Its port"
          inputMode="numeric"
          defaultValue={values.imapPort ?? ''}
        />
        <SelectField
          name="imapSecurity"
          label="Its protection"
          choices={SECURITIES}
          emptyLabel="As the port has it"
          defaultValue={values.imapSecurity ?? ''}
        />
        <TextField
          name="imapUser"
          label="User name for reading"
          hint="Empty: your address."
          defaultValue={values.imapUser}
          autoComplete="off"
        />
        <TextField name="smtpHost" label="Server for sending (SMTP)" defaultValue={values.smtpHost ?? ''} />
        <TextField
          name="smtpPort"
          label="Port for sending"
          inputMode="numeric"
          defaultValue={values.smtpPort ?? ''}
        />
        <SelectField
          name="smtpSecurity"
          label="Protection for sending"
          choices={SECURITIES}
          emptyLabel="As the port has it"
          defaultValue={values.smtpSecurity ?? ''}
        />
        <TextField
          name="smtpUser"
          label="User name for sending"
          hint="Empty: the same as for reading."
          defaultValue={values.smtpUser}
          autoComplete="off"
        />
        <TextField
          name="smtpPassword"
          type="password"
          label="Password for sending"
          hint={smtpPasswordHint}
          autoComplete="off"
        />
      </FoldedFields>
      <FoldedFields summary="Other addresses, limit and time zone">
        <TextAreaField
          name="aliases"
          label="Other addresses of yours"
          hint="One per line. Mail from them is yours and never taken for an answer."
          defaultValue={values.aliases.join('\n')}
          rows={3}
        />
        <TextField
          name="dailyCap"
          type="number"
          label="First pitches a day"
          hint={`At most ${dailyCapMost}: each is written by a person, for one person.`}
          min={1}
          max={dailyCapMost}
          defaultValue={values.dailyCap}
          required
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          hint="Your day begins and ends in it."
          choices={timeZoneChoices(values.timeZone)}
          defaultValue={values.timeZone}
          required
        />
      </FoldedFields>
    </>
  )
}
