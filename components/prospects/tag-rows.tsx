import { ActionForm } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { deleteTagAction, renameTagAction } from '#lib/features/prospects/tag-actions.ts'
import type { TagWithCounts } from '#lib/features/prospects/tag-queries.ts'
import { FormDisclosure } from './form-disclosure.tsx'
import { MakeOne } from './make-one.tsx'

/** Every tag with how many carry it; each can be renamed, made one with another, or taken off everything. */
export function TagRows({ workspace, tags }: { workspace: string; tags: TagWithCounts[] }) {
  return (
    <ul className="divide-y divide-line">
      {tags.map((tag) => (
        <li key={tag.id} className="px-4 py-2 sm:px-6">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <Link
              href={`/w/${workspace}/prospects?tag=${encodeURIComponent(tag.name)}`}
              className="ink-link min-w-0 font-semibold wrap-anywhere"
            >
              <bdi>{tag.name}</bdi>
            </Link>
            <span className="text-sm text-ink-soft">{carriers(tag)}</span>
          </div>
          <ActionForm
            action={renameTagAction}
            hidden={{ workspace, tagId: tag.id }}
            label={`Rename ${tag.name}`}
            className="gap-3!"
          >
            <FormDisclosure
              summary={
                <span className="text-sm">
                  Change<span className="sr-only"> the tag {tag.name}</span>
                </span>
              }
            >
              <TextField name="name" label="Its name" required defaultValue={tag.name} maxLength={60} />
              <MakeOne />
              <div className="flex flex-wrap gap-2">
                <SubmitButton pendingLabel="Renaming">Rename</SubmitButton>
                <ConfirmSubmit
                  form={`delete-${tag.id}`}
                  title={`Take “${tag.name}” off everything?`}
                  lead={`${carriers(tag)} will no longer carry it. The rows themselves stay. This cannot be undone in one step.`}
                  confirmLabel="Take it off"
                >
                  Delete
                </ConfirmSubmit>
              </div>
            </FormDisclosure>
          </ActionForm>
          <ActionForm
            id={`delete-${tag.id}`}
            action={deleteTagAction}
            hidden={{ workspace, tagId: tag.id }}
            label={`Delete ${tag.name}`}
          />
        </li>
      ))}
    </ul>
  )
}

function carriers({ prospects, contacts }: TagWithCounts): string {
  const parts = [
    prospects > 0 ? (prospects === 1 ? '1 prospect' : `${writtenNumber(prospects)} prospects`) : '',
    contacts > 0 ? (contacts === 1 ? '1 contact' : `${writtenNumber(contacts)} contacts`) : '',
  ].filter(Boolean)
  return parts.join(', ') || 'Nothing'
}
