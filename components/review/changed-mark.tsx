import { Diff } from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'

/** What differs between two looks: a word and a picture beside the colour. */
export function ChangedMark() {
  return (
    <ToneBadge tone="careful" icon={Diff}>
      Changed
    </ToneBadge>
  )
}
