import { ArrowDown, ArrowUp } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { CUSTOM_FIELD_KIND_TABLE } from '#lib/domain/custom-fields.ts'
import {
  changeCustomFieldAction,
  moveCustomFieldAction,
  removeCustomFieldAction,
  restoreCustomFieldAction,
} from '#lib/features/prospects/custom-field-actions.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import { FormDisclosure } from './form-disclosure.tsx'

/** A workspace's own fields in their order: each can be renamed, moved, and taken off the forms. */
export function FieldList({ workspace, fields }: { workspace: string; fields: WorkspaceField[] }) {
  if (fields.length === 0)
    return <p className="text-ink-soft">None yet. Add the one thing you look up every time.</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {fields.map((field, at) => (
        <li key={field.id} className="py-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 font-semibold wrap-anywhere">
              <bdi>{field.label}</bdi>
            </span>
            <Badge>{CUSTOM_FIELD_KIND_TABLE[field.kind].label}</Badge>
            <Move workspace={workspace} field={field} towards="up" isOff={at === 0} />
            <Move workspace={workspace} field={field} towards="down" isOff={at === fields.length - 1} />
          </div>
          {field.kind === 'choice' ? (
            <p className="text-sm text-ink-soft wrap-anywhere">
              <bdi>{field.choices.join(' · ')}</bdi>
            </p>
          ) : null}
          <ChangeField workspace={workspace} field={field} />
        </li>
      ))}
    </ul>
  )
}

type MoveProps = { workspace: string; field: WorkspaceField; towards: 'up' | 'down'; isOff: boolean }

function Move({ workspace, field, towards, isOff }: MoveProps) {
  const label = `Move “${field.label}” ${towards}`
  return (
    <ActionForm
      action={moveCustomFieldAction}
      hidden={{ workspace, fieldId: field.id, towards }}
      label={label}
    >
      <IconButton
        type="submit"
        label={label}
        disabled={isOff}
        icon={towards === 'up' ? <Icon of={ArrowUp} /> : <Icon of={ArrowDown} />}
      />
    </ActionForm>
  )
}

function ChangeField({ workspace, field }: { workspace: string; field: WorkspaceField }) {
  const hidden = { workspace, fieldId: field.id }
  return (
    <>
      <ActionForm
        action={changeCustomFieldAction}
        hidden={hidden}
        label={`Change the field ${field.label}`}
        className="gap-3!"
      >
        <FormDisclosure
          summary={
            <span className="text-sm">
              Change<span className="sr-only"> the field {field.label}</span>
            </span>
          }
        >
          <TextField name="label" label="Its name" required defaultValue={field.label} maxLength={60} />
          {field.kind === 'choice' ? (
            <TextAreaField
              name="choices"
              label="Choices, one a line"
              required
              rows={4}
              defaultValue={field.choices.join('\n')}
              hint="Rows that hold a choice you take off keep it until somebody changes them."
            />
          ) : null}
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            <SubmitButton tone="danger" form={`remove-${field.id}`}>
              Remove the field
            </SubmitButton>
          </div>
        </FormDisclosure>
      </ActionForm>
      <ActionForm
        id={`remove-${field.id}`}
        action={removeCustomFieldAction}
        hidden={hidden}
        label={`Remove the field ${field.label}`}
      />
    </>
  )
}

type RemovedFieldsProps = { workspace: string; removed: { id: string; label: string }[] }

/** Fields that were taken off the forms. What was written in them is kept. */
export function RemovedFields({ workspace, removed }: RemovedFieldsProps) {
  if (removed.length === 0) return null
  return (
    <Disclosure summary={removed.length === 1 ? '1 removed field' : `${removed.length} removed fields`}>
      <ul className="flex flex-col gap-2">
        {removed.map(({ id, label }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <bdi className="min-w-0 wrap-anywhere">{label}</bdi>
            <ActionForm
              action={restoreCustomFieldAction}
              hidden={{ workspace, fieldId: id }}
              label={`Bring back ${label}`}
            >
              <SubmitButton tone="secondary">Bring it back</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
