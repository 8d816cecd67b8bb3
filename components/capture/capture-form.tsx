import { BookOpen, Plus, Quote, UserRoundCheck } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { CAPTURED_QUOTE_MAX_CHARACTERS, type Capture } from '#lib/domain/capture.ts'
import { PROSPECT_KIND_TABLE, PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { TOUCH_KIND_TABLE, TOUCH_KINDS } from '#lib/domain/touch-kinds.ts'
import { capturePageAction } from '#lib/features/capture/capture-actions.ts'

type CaptureFormProps = {
  workspace: string
  capture: Capture
  /** What is wrong with the address that came along. */
  problem: string | null
  /** Whose page it is, where the outlet is here already. */
  prospect: { id: string; name: string } | null
  suggestedName: string
  sites: { id: string; name: string }[]
}

/** Address, title and words of a page, and one button for each thing it can become. */
export function CaptureForm({
  workspace,
  capture,
  problem,
  prospect,
  suggestedName,
  sites,
}: CaptureFormProps) {
  return (
    <ActionForm
      action={capturePageAction}
      hidden={{ workspace }}
      label="Keep this page"
      className="max-w-form"
    >
      {problem ? (
        <Notice tone="careful" title="The address is missing">
          {problem}
        </Notice>
      ) : null}
      <TextField
        name="url"
        label="Address"
        defaultValue={capture.url}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField name="title" label="Title" defaultValue={capture.title} maxLength={300} dir="auto" />
      <TextAreaField
        name="quote"
        label="Words from the page"
        defaultValue={capture.quote}
        serif
        rows={capture.quote ? 6 : 3}
        maxLength={CAPTURED_QUOTE_MAX_CHARACTERS + 500}
        dir="auto"
        hint="As they stand there. They are looked for on the page before they count as a quote."
      />
      {prospect ? (
        <p>
          By{' '}
          <Link href={`/w/${workspace}/prospects/${prospect.id}`} className="ink-link font-semibold">
            <bdi>{prospect.name}</bdi>
          </Link>
          , who is here already.
        </p>
      ) : (
        <Panel title="Whose page it is" lead="Not here yet. What you keep of it adds them." level={2}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="name" label="Name" defaultValue={suggestedName} maxLength={200} dir="auto" />
            <SelectField
              name="kind"
              label="Kind"
              required
              choices={PROSPECT_KINDS.map((value) => ({ value, label: PROSPECT_KIND_TABLE[value].label }))}
              defaultValue="blogger"
            />
          </div>
        </Panel>
      )}
      <div className="flex flex-col gap-4">
        <SubmitButton name="make" value="reading" wide pendingLabel="Keeping it">
          <Icon of={BookOpen} />
          Make a reading note
        </SubmitButton>
        {prospect ? null : (
          <SubmitButton name="make" value="prospect" tone="secondary" wide pendingLabel="Keeping it">
            <Icon of={Plus} />
            Only add the prospect
          </SubmitButton>
        )}
      </div>
      <Panel title="It is about us" level={2}>
        <div className="flex flex-col gap-4">
          {sites.length > 1 ? (
            <SelectField
              name="siteId"
              label="Which site"
              emptyLabel="Choose one"
              choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <SubmitButton name="make" value="mention" tone="secondary" wide pendingLabel="Keeping it">
            <Icon of={Quote} />
            Record a mention
          </SubmitButton>
        </div>
      </Panel>
      <Panel title="We were in touch there" level={2}>
        <div className="flex flex-col gap-4">
          <SelectField
            name="touchKind"
            label="What happened"
            required
            choices={TOUCH_KINDS.map((value) => ({ value, label: TOUCH_KIND_TABLE[value].label }))}
            defaultValue="commented"
          />
          <SubmitButton name="make" value="touch" tone="secondary" wide pendingLabel="Keeping it">
            <Icon of={UserRoundCheck} />
            Log a touch
          </SubmitButton>
        </div>
      </Panel>
    </ActionForm>
  )
}
