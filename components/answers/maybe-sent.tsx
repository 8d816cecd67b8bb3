import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** The letter itself may have gone by another way: writing it once more would be twice. */
export function MaybeSent({ workspace, maybeSent }: { workspace: string; maybeSent: (string | null)[] }) {
  if (maybeSent.length === 0) return null
  const isOwn = maybeSent.includes(null)
  const others = [...new Set(maybeSent.filter((name) => name !== null))].join(' and ')
  return (
    <Notice
      tone="careful"
      title="It may have been sent already"
      actions={
        isOwn ? <ButtonLink href={`/w/${workspace}/answers`}>Say whether that was it</ButtonLink> : null
      }
    >
      {isOwn
        ? 'Among your sent mail lies one that looks like this letter. Look at it before you send anything.'
        : `Among the sent mail of ${others} lies one that looks like this letter. Ask before anything is sent.`}
    </Notice>
  )
}
