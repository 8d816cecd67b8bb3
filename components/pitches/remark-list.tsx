import { CircleCheck, MessageSquareText } from 'lucide'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { can } from '#lib/domain/roles.ts'
import { answerRemarkAction, reopenRemarkAction } from '#lib/features/pitches/remark-actions.ts'
import type { Remark } from '#lib/features/pitches/remark-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { LetterPart } from './letter-places.ts'
import { ShowWords } from './show-words.tsx'

type RemarkListProps = {
  scope: WorkspaceScope
  remarks: readonly Remark[]
  /** Where the words can be seen: marked in the letter, in the editor's field, or nowhere on this page. */
  words: 'marked' | 'typed' | 'elsewhere'
}

/** What was said about a letter: what is open first, what is settled folded away. */
export function RemarkList({ scope, remarks, words }: RemarkListProps) {
  const open = remarks.filter(({ state }) => state === 'open')
  const settled = remarks.filter(({ state }) => state === 'settled')
  const list = (some: readonly Remark[]) => (
    <ol className="flex flex-col divide-y divide-line">
      {some.map((remark) => (
        <OneRemark key={remark.id} scope={scope} remark={remark} words={words} />
      ))}
    </ol>
  )
  return (
    <div className="flex flex-col gap-3">
      {open.length > 0 ? list(open) : null}
      {settled.length > 0 ? (
        <Disclosure summary={settled.length === 1 ? '1 settled' : `${settled.length} settled`}>
          {list(settled)}
        </Disclosure>
      ) : null}
    </div>
  )
}

type OneRemarkProps = { scope: WorkspaceScope; remark: Remark; words: RemarkListProps['words'] }

function OneRemark({ scope, remark, words }: OneRemarkProps) {
  const isOpen = remark.state === 'open'
  return (
    <li id={`remark-${remark.number}`} className="flex scroll-mt-24 flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge>{remark.number}</Badge>
        <bdi className="font-semibold wrap-anywhere">{remark.by.name}</bdi>
        <span className="text-ink-soft">
          <RelativeTime then={remark.at} now={scope.now} timeZone={scope.timeZone} />
        </span>
        {isOpen ? (
          <ToneBadge tone="careful" icon={MessageSquareText}>
            Open
          </ToneBadge>
        ) : (
          <ToneBadge tone="good" icon={CircleCheck}>
            Settled
          </ToneBadge>
        )}
      </p>
      <RemarkedWords remark={remark} words={words} />
      <p className="whitespace-pre-line wrap-anywhere" dir="auto">
        {remark.text}
      </p>
      {remark.answer ? (
        <div className="border-l-2 border-line pl-3">
          <p className="text-sm text-ink-soft">
            <bdi className="wrap-anywhere">{remark.answeredBy?.name}</bdi> answered
          </p>
          <p className="whitespace-pre-line wrap-anywhere" dir="auto">
            {remark.answer}
          </p>
        </div>
      ) : null}
      {remark.settledBy ? (
        <p className="text-sm text-ink-soft">
          Settled by <bdi className="wrap-anywhere">{remark.settledBy.name}</bdi>.
        </p>
      ) : null}
      {isOpen ? <AnswerForm scope={scope} remark={remark} /> : <ReopenForm scope={scope} remark={remark} />}
    </li>
  )
}

/** The words it is about, with a link to them where they are marked; or that they are gone. */
function RemarkedWords({ remark, words }: { remark: Remark; words: RemarkListProps['words'] }) {
  const isOpen = remark.state === 'open'
  const quote = (
    <span className="wrap-anywhere" dir="auto">
      {remark.quote}
    </span>
  )
  return (
    <div className="reading border-l-2 border-accent pl-3">
      {!remark.place ? (
        <>
          <p className="font-sans text-sm text-ink-soft">The words are gone. They were:</p>
          <s>{quote}</s>
        </>
      ) : words === 'marked' && isOpen ? (
        <a href={`#words-${remark.number}`} className="ink-link">
          {quote}
        </a>
      ) : (
        quote
      )}
      {words === 'typed' && remark.place && isOpen ? (
        <div className="font-sans">
          <ShowWords
            part={remark.part === 'subject' ? 'subject' : ('body' satisfies LetterPart)}
            anchor={{
              quote: remark.quote,
              before: remark.before,
              after: remark.after,
              position: remark.position,
            }}
          />
        </div>
      ) : null}
    </div>
  )
}

function AnswerForm({ scope, remark }: { scope: WorkspaceScope; remark: Remark }) {
  if (remark.byId !== scope.memberId && !can(scope.role, 'pitches.write')) return null
  return (
    <Disclosure summary="Answer or settle">
      <ActionForm
        action={answerRemarkAction}
        hidden={{ workspace: scope.workspaceSlug, remarkId: remark.id }}
        label={`Answer remark ${remark.number}`}
        className="gap-3!"
      >
        <TextAreaField
          name="answer"
          label="Your answer"
          hint="It may be left out when you settle it."
          rows={2}
          className="min-h-16!"
          dir="auto"
        />
        <FormActions>
          <SubmitButton name="intent" value="settle" tone="secondary">
            Settle it
          </SubmitButton>
          <SubmitButton name="intent" value="answer" tone="quiet">
            Answer, leave it open
          </SubmitButton>
        </FormActions>
      </ActionForm>
    </Disclosure>
  )
}

function ReopenForm({ scope, remark }: { scope: WorkspaceScope; remark: Remark }) {
  return (
    <ActionForm
      action={reopenRemarkAction}
      hidden={{ workspace: scope.workspaceSlug, remarkId: remark.id }}
      label={`Open remark ${remark.number} again`}
    >
      <div>
        <SubmitButton tone="quiet">Open it again</SubmitButton>
      </div>
    </ActionForm>
  )
}
