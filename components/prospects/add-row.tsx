import { BookOpen, CalendarClock, Handshake, PenLine, Quote, StickyNote, UserRoundPlus } from 'lucide'
import type { ReactNode } from 'react'
import { LogTouchForm } from '#components/ledger/log-touch-form.tsx'
import { PromiseForm } from '#components/ledger/promise-form.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { addNoteToProspectAction } from '#lib/features/prospects/prospect-actions.ts'

type AddRowProps = {
  workspace: string
  prospectId: string
  contacts: { id: string; name: string }[]
  newestReadingId?: string
  /** Set aside: nobody writes there, all else may still be noted. */
  isAside: boolean
}

/** Whatever there is to add to a prospect, two clicks away at most. Links and the browser's own details: no script needed. */
export function AddRow({ workspace, prospectId, contacts, newestReadingId, isAside }: AddRowProps) {
  const home = `/w/${workspace}`
  const reading = newestReadingId ? `&reading=${newestReadingId}` : ''
  return (
    <section aria-labelledby="add" className="-mt-3 mb-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <h2 id="add" className="col-span-2 self-center text-sm font-semibold text-ink-soft">
        Add
      </h2>
      <ButtonLink href={`${home}/reading/new?prospect=${prospectId}`} className={shape}>
        <Icon of={BookOpen} />
        Reading
      </ButtonLink>
      {isAside ? null : (
        <ButtonLink href={`${home}/pitches/new?prospect=${prospectId}${reading}`} className={shape}>
          <Icon of={PenLine} />
          Pitch
        </ButtonLink>
      )}
      <ButtonLink href={`${home}/prospects/${prospectId}/contacts/new`} className={shape}>
        <Icon of={UserRoundPlus} />
        Person
      </ButtonLink>
      <ButtonLink href={`${home}/mentions/new?prospect=${prospectId}`} className={shape}>
        <Icon of={Quote} />
        Mention
      </ButtonLink>
      <Opening icon={<Icon of={Handshake} />} label="Touch">
        <LogTouchForm {...{ workspace, prospectId, contacts }} />
      </Opening>
      <div className="has-[details[open]]:col-span-2 has-[details[open]]:basis-full">
        <PromiseForm
          {...{ workspace, prospectId, contacts }}
          summary={
            <summary className={classNames(buttonClass(), shape, 'w-full sm:w-auto')}>
              <Icon of={CalendarClock} />
              Promise
            </summary>
          }
        />
      </div>
      <Opening icon={<Icon of={StickyNote} />} label="Note">
        <ActionForm
          action={addNoteToProspectAction}
          hidden={{ workspace, prospectId }}
          label="Add a note"
          className="max-w-form gap-3!"
        >
          <TextAreaField
            name="words"
            label="Worth remembering"
            required
            rows={2}
            hint="It is kept with today’s date and your name."
          />
          <div>
            <SubmitButton pendingLabel="Keeping it">Keep it</SubmitButton>
          </div>
        </ActionForm>
      </Opening>
    </section>
  )
}

/** Opens in its place, over the whole width; one of them at a time. */
function Opening({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <details name="add" className="group/add open:col-span-2 open:basis-full">
      <summary className={classNames(buttonClass(), shape, 'w-full sm:w-auto')}>
        {icon}
        {label}
      </summary>
      <div className="mt-2 rounded-lg border border-line bg-sheet p-4">{children}</div>
    </details>
  )
}

const shape = 'justify-start! px-3!'
