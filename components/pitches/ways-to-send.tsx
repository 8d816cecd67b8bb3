'use client'

import { Download, ExternalLink, MailOpen } from 'lucide'
import { useState } from 'react'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ComposeLink } from '#lib/domain/compose-links.ts'
import type { FormAction } from '#lib/features/form-state.ts'

export type Way = { value: string; label: string }

type WaysToSendProps = {
  /** "I sent it", with the way it went. */
  action: FormAction
  hidden: Record<string, string>
  kind: string
  /** Where it goes, as shown, and as an address to open where it is one. */
  address: string
  href: string | null
  subject: string
  body: string
  links: ComposeLink[]
  /** The text as a file that mail programs open as a draft. */
  draftHref?: string | null
  ways: Way[]
  lastWay: string
}

/**
 * Taking a finished text where it goes, and saying that it went. This way Rapport sends nothing: it opens the person's own
 * program, or puts the text on the clipboard or into a file.
 */
export function WaysToSend(props: WaysToSendProps) {
  const { action, hidden, kind, address, subject, body, links, ways, lastWay } = props
  const [opened, setOpened] = useState<string | null>(null)
  const isMail = kind === 'email'
  return (
    <ol className="flex flex-col gap-6">
      <li>
        <h3 className="font-semibold">1. Take it there</h3>
        <p className="mb-3 text-sm text-ink-soft wrap-anywhere">To {address}</p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={body} label="Copy the text" />
          {subject && isMail ? <CopyButton text={subject} label="Copy the subject" /> : null}
          {isMail
            ? links.map((link) => (
                <a
                  key={link.program}
                  href={link.href}
                  {...(link.program === 'mailto' ? {} : { target: '_blank', rel: 'noreferrer' })}
                  onClick={() => setOpened(link.program)}
                  className={buttonClass()}
                >
                  {link.program === 'mailto' ? <Icon of={MailOpen} /> : <Icon of={ExternalLink} />}
                  {openWords[link.program]}
                </a>
              ))
            : null}
          {isMail && props.draftHref ? (
            <a
              href={props.draftHref}
              download
              className={buttonClass()}
              onClick={() => setOpened('draft-file')}
            >
              <Icon of={Download} />
              Save as a draft file
            </a>
          ) : null}
          {!isMail && props.href ? (
            <a href={props.href} target="_blank" rel="noreferrer" className={buttonClass()}>
              <Icon of={ExternalLink} />
              {kind === 'form' ? 'Open the form' : 'Open the profile'}
            </a>
          ) : null}
        </div>
        {isMail ? <LinkNotes links={links} /> : null}
      </li>
      <li>
        <h3 className="font-semibold">2. Say that it went</h3>
        <p className="mb-3 text-sm text-ink-soft">
          The text is then kept as it was sent. If you change it on the way, change it here first.
        </p>
        <ActionForm action={action} hidden={hidden} label="I sent it" className="max-w-form gap-4!">
          {ways.length > 1 ? (
            <SelectField
              key={opened}
              name="via"
              label="How it went out"
              required
              choices={ways}
              defaultValue={opened ?? lastWay}
            />
          ) : (
            <input type="hidden" name="via" value={ways[0]?.value} />
          )}
          <FormActions>
            <SubmitButton pendingLabel="Keeping it">
              {kind === 'spoken' ? 'I told them' : 'I sent it'}
            </SubmitButton>
          </FormActions>
        </ActionForm>
      </li>
    </ol>
  )
}

const openWords: Record<ComposeLink['program'], string> = {
  mailto: 'Open in my mail program',
  gmail: 'Open in Gmail',
  'outlook-work': 'Open in Outlook (work)',
  'outlook-home': 'Open in Outlook (home)',
}

/** What was left out, and what to know, each said once. */
function LinkNotes({ links }: { links: ComposeLink[] }) {
  const notes = [...new Set(links.flatMap((link) => [link.why, link.note]).filter((note) => note !== null))]
  if (notes.length === 0) return null
  return (
    <ul className="mt-3 flex flex-col gap-1 text-sm text-ink-soft">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
