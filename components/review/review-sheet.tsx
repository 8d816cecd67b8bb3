import { ArrowLeft, ArrowRight, ExternalLink } from 'lucide'
import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { pageName } from '#components/mentions/page-name.ts'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { KeyboardHint } from '#components/ui/keyboard-hint.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel, Section } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { isOpenCandidate } from '#lib/domain/feeds/open-candidate.ts'
import { looksToCompare } from '#lib/domain/link-check/compare-looks.ts'
import { CANNOT_TELL_IN_ROW } from '#lib/domain/link-check/review-rule.ts'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { standingOf } from '#lib/features/mentions/mention-standing.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { CandidateQuestion } from './candidate-question.tsx'
import { ComparedLooks } from './compared-looks.tsx'
import { ConfirmForm, OverruleForm, SeenForm } from './decision-forms.tsx'

type ReviewSheetProps = {
  scope: WorkspaceScope
  mention: MentionWithLooks
  previousHref: string | null
  nextHref: string | null
}

/** One outcome that waits: why, the evidence side by side, and the three things one can say to it. */
export function ReviewSheet({ scope, mention, previousHref, nextHref }: ReviewSheetProps) {
  const { now: at, timeZone, workspaceSlug: workspace } = scope
  const isUntold = mention.failedInRow >= CANNOT_TELL_IN_ROW
  const looks = standingOf(mention).looks.filter(({ isOfOldAddress }) => !isOfOldAddress)
  const { now, before } = looksToCompare(looks, isUntold)
  const forms = { workspace, mention, withKeys: true }
  const isCandidate = isOpenCandidate(mention)
  return (
    <div className="flex flex-col gap-6">
      <Heading scope={scope} mention={mention} isUntold={isUntold} />
      {isCandidate ? <CandidateQuestion {...forms} /> : null}
      {now ? (
        <Section title={before ? 'Before and now' : 'What was seen'}>
          <ComparedLooks before={before} now={now} at={at} timeZone={timeZone} />
        </Section>
      ) : null}
      {isCandidate ? null : (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-6">
            <Panel title={<Keyed name="c">Confirm</Keyed>} lead="The looks are right. It stands as it is.">
              <ConfirmForm {...forms} />
            </Panel>
            <Panel
              title={<Keyed name="o">Overrule</Keyed>}
              lead="The looks are wrong, and you know why. It holds until the page itself changes."
            >
              <OverruleForm {...forms} />
            </Panel>
          </div>
          <Panel
            title={<Keyed name="s">Seen by a person</Keyed>}
            lead="You opened the page yourself. What you saw counts as a look, and is shown as yours."
          >
            <SeenForm {...forms} />
          </Panel>
        </div>
      )}
      <nav aria-label="The queue" className="flex flex-wrap gap-2">
        {previousHref === null ? null : (
          <ButtonLink href={previousHref} rel="prev" data-shortcut="k" data-shortcut-does="The one before">
            <Icon of={ArrowLeft} />
            Before
          </ButtonLink>
        )}
        {nextHref === null ? null : (
          <ButtonLink href={nextHref} rel="next" data-shortcut="j" data-shortcut-does="The next one">
            Decide later, next
            <Icon of={ArrowRight} />
          </ButtonLink>
        )}
      </nav>
    </div>
  )
}

type HeadingProps = { scope: WorkspaceScope; mention: MentionWithLooks; isUntold: boolean }

function Heading({ scope, mention, isUntold }: HeadingProps) {
  const { host, path } = pageName(mention.url)
  return (
    <Panel
      title={
        <Link href={`/w/${scope.workspaceSlug}/mentions/${mention.id}`} className="ink-link wrap-anywhere">
          <bdi>{host}</bdi>
        </Link>
      }
      lead={path ? <bdi className="line-clamp-2 wrap-anywhere">{path}</bdi> : undefined}
      actions={
        <a href={mention.url} target="_blank" rel="noreferrer nofollow" className={buttonClass()}>
          Open the page
          <Icon of={ExternalLink} />
          <span className="sr-only">(in a new tab)</span>
        </a>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
        <Badge>{MENTION_PROVENANCE_TABLE[mention.provenance as MentionProvenance].label}</Badge>
        <span>
          for <bdi>{mention.site.name}</bdi>
        </span>
        {mention.reviewSince ? (
          <span className="text-ink-soft">
            {isOpenCandidate(mention)
              ? 'Found in their feed; waiting since '
              : isUntold
                ? `${mention.failedInRow} looks in a row could not tell; waiting since `
                : 'The outcome changed; waiting since '}
            <RelativeTime then={mention.reviewSince} now={scope.now} timeZone={scope.timeZone} />
          </span>
        ) : null}
      </div>
    </Panel>
  )
}

function Keyed({ name, children }: { name: string; children: string }) {
  return (
    <>
      {children}{' '}
      <span aria-hidden className="noscript:hidden ml-1 font-normal">
        <KeyboardHint keys={[name]} />
      </span>
    </>
  )
}
