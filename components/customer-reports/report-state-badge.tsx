import { CircleCheck, Eye, PenLine, Undo2 } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import { REPORT_STATE_WORDS, type ReportState } from '#lib/domain/customer-reports/report-states.ts'

/** How far a report is: picture and word together. */
export function ReportStateBadge({ state }: { state: ReportState }) {
  const { label } = REPORT_STATE_WORDS[state]
  if (state === 'approved')
    return (
      <ToneBadge tone="good" icon={CircleCheck}>
        {label}
      </ToneBadge>
    )
  if (state === 'given-back')
    return (
      <ToneBadge tone="careful" icon={Undo2}>
        {label}
      </ToneBadge>
    )
  return <Badge icon={state === 'draft' ? PenLine : Eye}>{label}</Badge>
}
